//! Whether a folder lies on another machine.

use std::path::{Path, PathBuf};

use super::{read_file, resolved};

/// The list of mounted file systems is no longer, in bytes.
const MAX_LIST: u64 = 4 << 20;

/// File systems whose locks and shared memory do not hold between machines.
const REMOTE: [&str; 14] = [
    "afs",
    "ceph",
    "cifs",
    "fuse.davfs",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.sshfs",
    "glusterfs",
    "lustre",
    "nfs",
    "nfs4",
    "smb2",
    "smb3",
    "smbfs",
];

/// The name of the network file system that a path lies on, where the system tells: Linux does.
#[must_use]
pub fn network_system(path: &Path) -> Option<String> {
    let list = read_file(Path::new("/proc/self/mountinfo"), MAX_LIST).ok()?;
    network_mount(&String::from_utf8_lossy(&list), &resolved(path))
}

/// The same from a list in the form of `/proc/self/mountinfo`; `path` has no links.
#[must_use]
pub fn network_mount(list: &str, path: &Path) -> Option<String> {
    let mounts = list.lines().filter_map(|line| {
        let (left, right) = line.split_once(" - ")?;
        let point = PathBuf::from(unescaped(left.split(' ').nth(4)?));
        path.starts_with(&point).then_some((point.components().count(), right.split(' ').next()?))
    });
    // Of several at one place the last one lies on top.
    let (_, system) = mounts.max_by_key(|(depth, _)| *depth)?;
    REMOTE.contains(&system).then(|| system.to_owned())
}

/// Blanks, tabs, line feeds and backslashes stand as three octal digits.
fn unescaped(text: &str) -> String {
    [(r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")]
        .iter()
        .fold(text.to_owned(), |text, (code, character)| text.replace(code, character))
}
