//! Digests, as everything here writes them down: SHA-256 in lower-case hexadecimal.
//!
//! Owns the spelling and nothing else: what is digested, and what follows from it, belongs to each room.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// SHA-256 of bytes, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut hex, byte| {
        // Writing to a string has no way to fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
