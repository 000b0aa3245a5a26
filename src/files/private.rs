//! Reading what is nobody else's business.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::{Cause, Trouble, trouble};

/// What became of the wish to read a private file.
#[derive(Debug)]
pub enum Private {
    /// Its bytes; no copy of them was left behind in memory.
    Read(Vec<u8>),
    /// Others may open it; it was not read.
    Open {
        /// Its permissions.
        mode: u32,
    },
    /// It belongs to another user; it was not read.
    Foreign,
}

/// Reads a file of at most `max_bytes` bytes that only its owner may open, and that belongs to whoever runs this process.
/// Systems without such permissions are trusted to keep files apart.
pub fn read_private(path: &Path, max_bytes: u64) -> Result<Private, Trouble> {
    let failed = |error| trouble(path, Cause::Read(error));
    // Asked before opening: opening a pipe would wait for its writer.
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Err(trouble(path, Cause::NotAFile));
    }
    let file = File::open(path).map_err(failed)?;
    // Asked of the open file, so that it cannot be exchanged in between.
    let about = file.metadata().map_err(failed)?;
    if let Some(refused) = exposed(&about) {
        return Ok(refused);
    }
    let size = about.len();
    if size > max_bytes {
        return Err(trouble(path, Cause::TooLarge { size, limit: max_bytes }));
    }
    // All the room at once: a vector that grows leaves its old bytes behind.
    let limit = max_bytes.saturating_add(1);
    let mut bytes = Vec::with_capacity(usize::try_from(limit).unwrap_or_default());
    file.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    Ok(Private::Read(bytes))
}

#[cfg(unix)]
fn exposed(about: &fs::Metadata) -> Option<Private> {
    use std::os::unix::fs::MetadataExt;
    let mode = about.mode() & 0o7777;
    if about.uid() != rustix::process::geteuid().as_raw() {
        return Some(Private::Foreign);
    }
    (mode & 0o077 != 0).then_some(Private::Open { mode })
}

#[cfg(not(unix))]
fn exposed(_: &fs::Metadata) -> Option<Private> {
    None
}
