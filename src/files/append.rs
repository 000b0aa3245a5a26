//! Files that only grow, each addition brought to the disk before anything else happens.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Cause, Lock, Standing, Trouble, standing, trouble};

/// A file open for additions. After one that failed nothing more is added: whether its bytes arrived is not known, and a
/// disk that lost some once may claim to have them the next time.
#[derive(Debug)]
pub struct Append {
    path: PathBuf,
    file: File,
    failed: bool,
}

impl Append {
    /// Opens an ordinary file that is there already.
    pub fn open(path: &Path, _: &Lock) -> Result<Self, Trouble> {
        if standing(path) != Standing::File {
            return Err(trouble(path, Cause::NotAFile));
        }
        let file = OpenOptions::new().append(true).open(path).map_err(|error| trouble(path, Cause::Write(error)))?;
        Ok(Self { path: path.to_owned(), file, failed: false })
    }

    /// Adds bytes at the end; when this returns well they are on the disk.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        self.once(|file| file.write_all(bytes))
    }

    /// Cuts off what stands behind the first `length` bytes: an addition that a killed process did not finish.
    pub fn cut(&mut self, length: u64) -> Result<(), Trouble> {
        self.once(|file| file.set_len(length))
    }

    fn once(&mut self, change: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Trouble> {
        let done = if self.failed {
            Err(io::Error::other("an earlier addition failed"))
        } else {
            change(&mut self.file).and_then(|()| self.file.sync_data())
        };
        self.failed |= done.is_err();
        done.map_err(|error| trouble(&self.path, Cause::Write(error)))
    }
}
