//! A message as it goes over the line.

use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::mail::code::UNFIT_BYTES;

/// So much goes over the line in one step, in bytes.
const BLOCK: usize = 32 << 10;

/// No line is longer without its end (RFC 5322).
const MAX_LINE: usize = 998;

/// Refuses what servers read in different ways: anything but 7-bit lines ended by CRLF. The dot is safe only after such.
pub(super) fn check(message: &[u8]) -> Result<(), Failure> {
    let plain = |line: &[u8]| {
        line.len() <= MAX_LINE && line.iter().all(|byte| byte.is_ascii() && !matches!(byte, 0 | b'\r' | b'\n'))
    };
    let whole = message.split_inclusive(|byte| *byte == b'\n');
    let fit = !message.is_empty() && whole.into_iter().all(|line| line.strip_suffix(b"\r\n").is_some_and(plain));
    if fit {
        return Ok(());
    }
    let diagnostic = Diagnostic::error(
        UNFIT_BYTES,
        "Surel memuat baris yang dibaca berbeda-beda oleh server; surel itu tidak dikirim.",
        "Laporkan kejadian ini kepada pengelola program.",
    );
    Err(Failure::one(FailureKind::Internal, diagnostic))
}

/// The message in blocks, with a second dot before each that begins a line.
pub(super) fn blocks(message: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let mut start = true;
    message.chunks(BLOCK).map(move |chunk| {
        let mut block = Vec::with_capacity(chunk.len().saturating_add(chunk.len() >> 6));
        for &byte in chunk {
            if start && byte == b'.' {
                block.push(b'.');
            }
            start = byte == b'\n';
            block.push(byte);
        }
        block
    })
}
