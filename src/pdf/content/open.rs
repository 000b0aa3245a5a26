//! Opening what another program wrote, and writing it down as this room reads it.

use lopdf::xref::XrefType;
use lopdf::{DecompressError, Document, Error, LoadOptions};

use super::super::{Bound, MARGIN, MAX_BYTES, MAX_STREAM, Refusal, object};
use crate::diagnostic::Diagnostic;

/// A table of objects that had to be guessed is refused: another program may guess otherwise, and show another file.
pub(super) fn open(bytes: &[u8]) -> Result<Document, Refusal> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Refusal::TooLarge(Bound::File));
    }
    let head = bytes.get(..bytes.len().min(MARGIN)).unwrap_or_default();
    if object::find(head, b"%PDF-").is_none() {
        return Err(Refusal::NoPdf);
    }
    let options = LoadOptions { max_decompressed_size: Some(MAX_STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => Refusal::TooLarge(Bound::Stream),
        Error::Decryption(_) | Error::InvalidPassword | Error::UnsupportedSecurityHandler(_) => Refusal::Locked,
        _ => Refusal::Damaged,
    })?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Refusal::Locked);
    }
    if document.xref_recovery.is_some() {
        return Err(Refusal::Damaged);
    }
    Ok(document)
}

/// The same document with every object by itself and a plain table of them, as [`super::super::Pdf`] reads it. Only what
/// it carries is meant to be read from it: a signature does not survive.
///
/// # Errors
/// As for [`super::content`].
pub fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, Box<Diagnostic>> {
    /// What belongs to a packed table and would lead astray in a plain one.
    const PACKED: [&[u8]; 8] = [b"Type", b"Prev", b"XRefStm", b"W", b"Index", b"Filter", b"DecodeParms", b"Length"];
    let plain = |mut document: Document| {
        document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
        for key in PACKED {
            document.trailer.remove(key);
        }
        let mut plain = Vec::new();
        document.save_to(&mut plain).map_err(|_| Refusal::Damaged)?;
        Ok(plain)
    };
    open(bytes).and_then(plain).map_err(|refusal| Box::new(refusal.diagnostic()))
}
