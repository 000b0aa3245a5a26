//! The outbox: the bytes of a message, the same for every attempt.

use std::collections::HashSet;

use super::folder::{Folder, OUTBOX};
use super::{Delivery, problem};
use crate::diagnostic::Failure;
use crate::digest::sha256;
use crate::files::{self, Lock, Standing, private_folder};

/// No message is larger, in bytes: the largest report, in base64.
const MAX_MESSAGE: u64 = 32 << 20;

/// Lays a message down, whole and on the disk.
pub(super) fn lay(folder: &Folder, lock: &Lock, id: &str, message: &[u8]) -> Result<(), Failure> {
    private_folder(&folder.at(OUTBOX)).map_err(|trouble| problem::trouble(folder, OUTBOX, &trouble))?;
    let name = Folder::message(id);
    lock.write_private(&folder.at(&name), message).map_err(|trouble| problem::trouble(folder, &name, &trouble))
}

/// The message of a delivery, the very bytes that were laid down.
pub(super) fn take(folder: &Folder, delivery: &Delivery) -> Result<Vec<u8>, Failure> {
    let name = Folder::message(&delivery.id);
    let path = folder.at(&name);
    let refused = |words| problem::message(folder, &delivery.entry.recipient_code, &delivery.id, words);
    match files::standing(&path) {
        Standing::File => {}
        Standing::Nothing => return Err(refused("tidak ada")),
        Standing::Link | Standing::Other => return Err(refused("bukan berkas biasa")),
    }
    let bytes = files::read_file(&path, MAX_MESSAGE).map_err(|trouble| problem::trouble(folder, &name, &trouble))?;
    if Some(sha256(&bytes)) == delivery.message_sha256 { Ok(bytes) } else { Err(refused("berubah")) }
}

/// Removes a message that is needed no more. One that stays disturbs nobody: it is swept away later.
pub(super) fn remove(folder: &Folder, id: &str) {
    let _ = files::remove_file(&folder.at(&Folder::message(id)));
}

/// Removes every message that is not among those needed, and what a killed run left half written. What is no message of
/// ours is left alone.
pub(super) fn sweep(folder: &Folder, lock: &Lock, needed: &HashSet<String>) -> Result<(), Failure> {
    lock.sweep(folder.path());
    lock.sweep(&folder.at(OUTBOX));
    let names =
        files::list_files(folder.path(), OUTBOX).map_err(|trouble| problem::trouble(folder, OUTBOX, &trouble))?;
    for name in names {
        let id = name.strip_suffix(".eml").unwrap_or_default();
        let ours = id.len() == 64 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        if ours && !needed.contains(id) {
            remove(folder, id);
        }
    }
    Ok(())
}
