//! The one door to the disk.
//!
//! Owns: reading with a limit, listing a folder without leaving it, and writing so that the old file stays whole until
//! the new one is on the disk; files that only grow; the lock that makes a process the only one at work in a folder. What
//! the bytes mean belongs to [`crate::table`], [`crate::manifest`] and the rooms above; a [`Trouble`] turns into a diagnostic in [`crate::cli`], where the exit code is known.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this is the door to the disk")]

mod append;
mod lock;
mod private;
mod remote;

use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

pub use append::Append;
pub use lock::{Lock, Wish, private_file, private_folder};
pub use private::{Private, read_private};
pub use remote::{network_mount, network_system};

/// No input file may be larger, in bytes. A year of a province's rows is a few megabytes.
pub const MAX_BYTES: u64 = 128 << 20;

/// Why a file or folder could not be read or written.
#[derive(Debug)]
pub struct Trouble {
    /// The path as it was given, with forward slashes.
    pub path: String,
    /// What happened.
    pub cause: Cause,
}

/// What happened to a file or folder.
#[derive(Debug)]
pub enum Cause {
    /// Reading failed.
    Read(io::Error),
    /// Writing failed; nothing of the old file was lost.
    Write(io::Error),
    /// The file is larger than its limit, both in bytes. It was not read.
    TooLarge {
        /// Size of the file; the limit plus one when it grew while being read.
        size: u64,
        /// The limit.
        limit: u64,
    },
    /// A pipe, a device or a folder where a file should be.
    NotAFile,
    /// A link that leads out of the workspace.
    Outside,
    /// A link where none is followed.
    Link,
    /// A name that is not Unicode, or holds a character that no other system could store.
    Name,
    /// A link to a folder that is listed already; following it might never end.
    Loop,
}

impl Cause {
    /// The operating system's own words.
    #[must_use]
    pub fn system(&self) -> Option<String> {
        match self {
            Self::Read(error) | Self::Write(error) => Some(error.to_string()),
            _ => None,
        }
    }

    /// Whether the path does not exist.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Read(error) if error.kind() == io::ErrorKind::NotFound)
    }
}

impl fmt::Display for Cause {
    /// The cause as the end of a sentence: `izin ditolak`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) | Self::Write(error) => f.write_str(reason(error)),
            Self::TooLarge { size, limit } => {
                write!(f, "ukurannya {} MB, melebihi batas {} MB", size.div_ceil(1 << 20), limit >> 20)
            }
            Self::NotAFile => f.write_str("bukan berkas biasa"),
            Self::Outside => f.write_str("tautan itu menunjuk ke luar ruang kerja"),
            Self::Link => f.write_str("tautan tidak diikuti di sini"),
            Self::Name => f.write_str("namanya memuat karakter yang tidak didukung"),
            Self::Loop => f.write_str("folder itu ditautkan lebih dari sekali"),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.cause)
    }
}

impl std::error::Error for Trouble {}

fn reason(error: &io::Error) -> &'static str {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "folder atau berkas tidak ditemukan",
        Kind::PermissionDenied => "izin ditolak",
        Kind::AlreadyExists => "nama itu sudah dipakai",
        Kind::StorageFull => "ruang penyimpanan penuh",
        Kind::QuotaExceeded => "kuota penyimpanan habis",
        Kind::FileTooLarge => "berkas terlalu besar bagi sistem berkas",
        Kind::ReadOnlyFilesystem => "penyimpanan hanya dapat dibaca",
        Kind::IsADirectory => "nama itu milik sebuah folder",
        Kind::NotADirectory => "salah satu bagian jalurnya bukan folder",
        Kind::InvalidFilename | Kind::InvalidInput => "nama berkas tidak sah",
        Kind::ResourceBusy | Kind::ExecutableFileBusy => "berkas sedang dipakai program lain",
        _ => "sistem berkas melaporkan gangguan",
    }
}

fn trouble(path: &Path, cause: Cause) -> Trouble {
    Trouble { path: shown(path), cause }
}

/// A path as it is shown and stored: forward slashes on every system.
#[must_use]
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text.into_owned() }
}

/// Reads a whole file of at most `max_bytes` bytes; a larger one is refused unread.
pub fn read_file(path: &Path, max_bytes: u64) -> Result<Vec<u8>, Trouble> {
    let failed = |error| trouble(path, Cause::Read(error));
    // Asked before opening: opening a pipe would wait for its writer.
    let about = fs::metadata(path).map_err(failed)?;
    if !about.is_file() {
        return Err(trouble(path, Cause::NotAFile));
    }
    if about.len() > max_bytes {
        return Err(trouble(path, Cause::TooLarge { size: about.len(), limit: max_bytes }));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    let size = bytes.len() as u64;
    if size > max_bytes { Err(trouble(path, Cause::TooLarge { size, limit: max_bytes })) } else { Ok(bytes) }
}

/// Reads a whole file as [`read_file`] does, but follows no link in its place.
pub fn read_unlinked(path: &Path, max_bytes: u64) -> Result<Vec<u8>, Trouble> {
    match standing(path) {
        Standing::Link => Err(trouble(path, Cause::Link)),
        _ => read_file(path, max_bytes),
    }
}

/// Whether there is a file of this name (a link to one counts).
#[must_use]
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// How many bytes a file has (a link to one counts).
pub fn length(path: &Path) -> Result<u64, Trouble> {
    fs::metadata(path).map(|about| about.len()).map_err(|error| trouble(path, Cause::Read(error)))
}

/// What stands under a name that is about to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Nothing,
    /// An ordinary file.
    File,
    /// A link, whatever it leads to: a new file would take the link's place and leave what it leads to as it was.
    Link,
    /// A folder, a pipe, a device.
    Other,
}

/// What stands under a name. A name that cannot be looked up counts as free: writing will say why it is not.
#[must_use]
pub fn standing(path: &Path) -> Standing {
    match fs::symlink_metadata(path) {
        Err(_) => Standing::Nothing,
        Ok(about) if about.is_symlink() => Standing::Link,
        Ok(about) if about.is_file() => Standing::File,
        Ok(_) => Standing::Other,
    }
}

/// Whether there is a folder of this name (a link to one counts).
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// A path without links and steps back: what exists of it as the system finds it, the rest as it is written.
#[must_use]
pub fn resolved(path: &Path) -> PathBuf {
    let (mut real, rest) = path
        .ancestors()
        .find_map(|above| Some((fs::canonicalize(above).ok()?, path.strip_prefix(above).ok()?)))
        .unwrap_or_else(|| (PathBuf::new(), path));
    for part in rest.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => _ = real.pop(),
            other => real.push(other),
        }
    }
    real
}

/// Whether a folder is absent or holds nothing, hidden files included.
pub fn is_vacant(folder: &Path) -> Result<bool, Trouble> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(trouble(folder, Cause::Read(error))),
    }
}

/// The files below `root/under`, as paths relative to `root/under` with forward slashes, sorted; a folder that does not
/// exist holds none. Names with a leading dot (left by editors and file managers) and lock files of office programs
/// (`~$`) are passed over. Links are followed while they stay inside `root`; one that leaves it is refused.
pub fn list_files(root: &Path, under: &str) -> Result<Vec<String>, Trouble> {
    list(root, under, Links::Inside)
}

/// The same where no link is followed, wherever it leads: the first one is refused, that of the folder itself as well.
pub fn list_unlinked(root: &Path, under: &str) -> Result<Vec<String>, Trouble> {
    list(root, under, Links::Refused)
}

/// Which links are followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Links {
    /// Those that stay inside.
    Inside,
    /// None.
    Refused,
}

fn list(root: &Path, under: &str, links: Links) -> Result<Vec<String>, Trouble> {
    let start = root.join(under);
    if links == Links::Refused && standing(&start) == Standing::Link {
        return Err(trouble(&start, Cause::Link));
    }
    if !start.exists() {
        return Ok(Vec::new());
    }
    let home = fs::canonicalize(root).map_err(|error| trouble(root, Cause::Read(error)))?;
    let mut found = Vec::new();
    walk(&home, &start, "", links, &mut BTreeSet::new(), &mut found)?;
    found.sort();
    Ok(found)
}

fn walk(
    home: &Path,
    folder: &Path,
    prefix: &str,
    links: Links,
    listed: &mut BTreeSet<PathBuf>,
    found: &mut Vec<String>,
) -> Result<(), Trouble> {
    let real = fs::canonicalize(folder).map_err(|error| trouble(folder, Cause::Read(error)))?;
    if !real.starts_with(home) {
        return Err(trouble(folder, Cause::Outside));
    }
    if !listed.insert(real) {
        return Err(trouble(folder, Cause::Loop));
    }
    for entry in fs::read_dir(folder).map_err(|error| trouble(folder, Cause::Read(error)))? {
        let path = entry.map_err(|error| trouble(folder, Cause::Read(error)))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            return Err(trouble(&path, Cause::Name));
        };
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        // A backslash is a letter here and a separator elsewhere.
        if name.contains('\\') || name.chars().any(char::is_control) {
            return Err(trouble(&path, Cause::Name));
        }
        if links == Links::Refused && standing(&path) == Standing::Link {
            return Err(trouble(&path, Cause::Link));
        }
        let relative = format!("{prefix}{name}");
        let about = fs::metadata(&path).map_err(|error| trouble(&path, Cause::Read(error)))?;
        if about.is_dir() {
            walk(home, &path, &format!("{relative}/"), links, listed, found)?;
            continue;
        }
        let real = fs::canonicalize(&path).map_err(|error| trouble(&path, Cause::Read(error)))?;
        if !real.starts_with(home) {
            return Err(trouble(&path, Cause::Outside));
        }
        found.push(relative);
    }
    Ok(())
}

/// Makes a folder and those above it.
pub fn create_folder(path: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(path).map_err(|error| trouble(path, Cause::Write(error)))
}

/// Removes a file; one that is not there is removed already.
pub fn remove_file(path: &Path) -> Result<(), Trouble> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(trouble(path, Cause::Write(error))),
        _ => Ok(()),
    }
}

/// Writes a file as a whole: a temporary neighbour is written, brought to the disk and renamed over the old file. When
/// anything fails, or the process is killed, the old file is still there, unchanged.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    write_as(path, bytes, Manner { prefix: ".rakor-", mode: 0o666 })
}

/// The same for a file that is nobody else's business.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    write_as(path, bytes, Manner { prefix: ".rakor-", mode: 0o600 })
}

fn write_as(path: &Path, bytes: &[u8], manner: Manner) -> Result<(), Trouble> {
    replace(path, &folder_of(path), bytes, manner).map_err(|error| trouble(path, Cause::Write(error)))
}

/// How a file is written.
#[derive(Clone, Copy)]
struct Manner<'a> {
    /// How its temporary neighbour's name begins.
    prefix: &'a str,
    /// Its permissions on Unix, before the user's umask.
    mode: u32,
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

fn replace(path: &Path, folder: &Path, bytes: &[u8], manner: Manner) -> io::Result<()> {
    let mut options = tempfile::Builder::new();
    options.prefix(manner.prefix).suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The temporary file is the later file, so it gets what the user's umask leaves of the ordinary permissions.
        options.permissions(fs::Permissions::from_mode(manner.mode));
    }
    // Dropped on every early return below, and with it the file.
    let mut temporary = options.tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(path).map_err(|failed| failed.error)?;
    sync_folder(folder);
    Ok(())
}

/// Brings the new name to the disk. Some systems refuse this for folders; the file's content is already safe, so a
/// refusal is no reason to report a failure.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(open) = File::open(folder)
    {
        let _ = open.sync_all();
    }
}
