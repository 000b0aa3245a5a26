//! Frames between parent and child: the length of the header, the header as JSON, the length of the body, the body.
//!
//! Neither side trusts a length: one above its limit is refused, and memory is taken as bytes arrive.

use std::io::{self, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A header holds a task or a list of diagnostics.
const MAX_HEADER: u64 = 1 << 20;

/// Writes a frame.
pub(super) fn send(out: &mut dyn Write, header: &impl Serialize, body: &[u8]) -> io::Result<()> {
    let header = serde_json::to_vec(header)?;
    out.write_all(&u32::try_from(header.len()).map_err(io::Error::other)?.to_le_bytes())?;
    out.write_all(&header)?;
    out.write_all(&u64::try_from(body.len()).map_err(io::Error::other)?.to_le_bytes())?;
    out.write_all(body)?;
    out.flush()
}

/// Reads a frame with a body of at most `most` bytes.
pub(super) fn receive<H: DeserializeOwned>(input: &mut dyn Read, most: u64) -> io::Result<(H, Vec<u8>)> {
    let header = header(input)?;
    Ok((header, body(input, most)?))
}

/// Reads the first half of a frame, unless the other side has hung up between two frames.
pub(super) fn next_header<H: DeserializeOwned>(input: &mut dyn Read) -> io::Result<Option<H>> {
    let mut first = [0; 1];
    match input.read(&mut first)? {
        0 => Ok(None),
        _ => header(&mut first.chain(input)).map(Some),
    }
}

/// Reads the first half of a frame.
pub(super) fn header<H: DeserializeOwned>(input: &mut dyn Read) -> io::Result<H> {
    let mut length = [0; 4];
    input.read_exact(&mut length)?;
    let text = exactly(input, u64::from(u32::from_le_bytes(length)), MAX_HEADER)?;
    serde_json::from_slice(&text).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// Reads the second half of a frame.
pub(super) fn body(input: &mut dyn Read, most: u64) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    exactly(input, u64::from_le_bytes(length), most)
}

fn exactly(input: &mut dyn Read, length: u64, most: u64) -> io::Result<Vec<u8>> {
    if length > most {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
