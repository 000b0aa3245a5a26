//! The right to be the only one at work in a folder, and what only its holder may write.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;
use std::sync::Arc;

use super::{Cause, Manner, Standing, Trouble, standing, trouble, write_as};

/// Nobody needs to know more of a holder, in bytes.
const MAX_NOTE: u64 = 1 << 10;

/// A lock of the operating system, held until it and everybody who was given a copy is dropped or the process ends, however
/// it ends.
#[derive(Clone, Debug)]
pub struct Lock {
    _held: Arc<Held>,
    /// Names of files that a holder of this very lock was killed over begin so; nobody else writes such names.
    prefix: Arc<str>,
}

/// The file whose lock is held. Given back by name: a child that is just being started has a copy of every open file for a
/// moment, and would keep the lock as long.
#[derive(Debug)]
struct Held(File);

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// What became of the wish to hold a lock.
#[derive(Debug)]
pub enum Wish {
    /// It is held.
    Granted(Lock),
    /// Another process holds it.
    Taken {
        /// What that process left about itself; empty where the system lets nobody read a locked file.
        note: Vec<u8>,
    },
}

impl Lock {
    /// Takes the lock of a file, which is made when it is absent and never removed. `note` is left in it for those who come
    /// too late; it decides nothing.
    pub fn take(path: &Path, note: &[u8]) -> Result<Wish, Trouble> {
        if standing(path) == Standing::Link {
            return Err(trouble(path, Cause::NotAFile));
        }
        let failed = |error| trouble(path, Cause::Write(error));
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let prefix = format!(".rakor-{name}-").into();
        let mut file = open(path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {
                file.set_len(0).and_then(|()| file.write_all(note)).map_err(failed)?;
                Ok(Wish::Granted(Self { _held: Arc::new(Held(file)), prefix }))
            }
            Err(TryLockError::WouldBlock) => {
                let mut note = Vec::new();
                let _ = file.rewind().and_then(|()| file.take(MAX_NOTE).read_to_end(&mut note));
                Ok(Wish::Taken { note })
            }
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }

    /// Writes a file as a whole, as [`super::write_atomic`] does; what is left of it after a kill is found by
    /// [`Lock::sweep`].
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
        write_as(path, bytes, Manner { prefix: &self.prefix, mode: 0o666 })
    }

    /// The same for a file that is nobody else's business.
    pub fn write_private(&self, path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
        write_as(path, bytes, Manner { prefix: &self.prefix, mode: 0o600 })
    }

    /// Removes from a folder what an earlier holder was killed over. What cannot be removed disturbs nobody.
    pub fn sweep(&self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let ours = name.to_str().is_some_and(|name| name.starts_with(&*self.prefix));
            if ours && standing(&entry.path()) == Standing::File {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).read(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Makes a folder that is nobody else's business; one that is there already is closed to others. A link in its place is
/// refused, for it would lead elsewhere.
pub fn private_folder(path: &Path) -> Result<(), Trouble> {
    if standing(path) == Standing::Link {
        return Err(trouble(path, Cause::Outside));
    }
    make_private(path).map_err(|error| trouble(path, Cause::Write(error)))
}

/// Closes an ordinary file to everybody else. One that is not there is left so.
pub fn private_file(path: &Path) -> Result<(), Trouble> {
    match standing(path) {
        Standing::Nothing => Ok(()),
        Standing::File => close(path, 0o600).map_err(|error| trouble(path, Cause::Write(error))),
        Standing::Link | Standing::Other => Err(trouble(path, Cause::NotAFile)),
    }
}

#[cfg(unix)]
fn close(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn close(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn make_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    close(path, 0o700)
}

#[cfg(not(unix))]
fn make_private(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}
