//! Opening the ledger with SQLite: that it is one, that it is whole, that its promises hold where it lies.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, version_number};

use super::folder::{BESIDE, Folder, LEDGER};
use super::{log, problem, schema};
use crate::diagnostic::Failure;
use crate::files::{self, MAX_BYTES, Standing};

/// Earlier versions of SQLite could lose what stood in the write-ahead log.
const OLDEST_SQLITE: i32 = 3_051_003;

/// How long a reader of the history may hold a run up.
const BUSY: Duration = Duration::from_secs(5);

/// For a run. Nothing is changed before everything is known to be in order.
pub(super) fn writing(folder: &Folder) -> Result<Connection, Failure> {
    ordinary(folder)?;
    if let Some(system) = files::network_system(folder.path()) {
        return Err(problem::remote(folder, &system));
    }
    for name in [LEDGER].into_iter().chain(BESIDE) {
        files::private_file(&folder.at(name)).map_err(|trouble| problem::trouble(folder, name, &trouble))?;
    }
    let failed = |error: rusqlite::Error| problem::sqlite(folder, &error);
    // A link was refused above; SQLite need not look again.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(folder.at(LEDGER), flags).map_err(failed)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(failed)?;
    check(folder, &connection)?;
    durable(folder, &connection)?;
    Ok(connection)
}

/// Nothing speaks against the ledger any more: from now on its log is moved into it when the run ends.
pub(super) fn accepted(folder: &Folder, connection: &Connection) -> Result<(), Failure> {
    let set = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false);
    set.map(drop).map_err(|error| problem::sqlite(folder, &error))
}

/// For looking only, without a lock: nothing is made, nothing changes. What a killed run left in the write-ahead log is
/// seen too. SQLite keeps an index of that log beside it and may write the index anew; it holds nothing of its own.
pub(super) fn reading(folder: &Folder) -> Result<Connection, Failure> {
    ordinary(folder)?;
    // Without a log nobody is at work, and nobody was killed: the file alone is the ledger. SQLite would make log and index
    // only to look, and could not in a folder that may only be read.
    let quiet = files::standing(&folder.at(BESIDE[0])) == Standing::Nothing;
    let manner = if quiet { "immutable=1" } else { "mode=ro" };
    let uri = format!("file:{}?{manner}", escaped(&folder.at(LEDGER)));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection =
        Connection::open_with_flags(uri, flags).map_err(|error: rusqlite::Error| problem::sqlite(folder, &error))?;
    check(folder, &connection)?;
    Ok(connection)
}

fn ordinary(folder: &Folder) -> Result<(), Failure> {
    match files::standing(&folder.at(LEDGER)) {
        Standing::File => Ok(()),
        Standing::Nothing => Err(problem::none(folder)),
        Standing::Link | Standing::Other => Err(problem::no_file(folder, LEDGER)),
    }
}

/// That it is a ledger, of this version, and not damaged.
fn check(folder: &Folder, connection: &Connection) -> Result<(), Failure> {
    let failed = |error: rusqlite::Error| problem::sqlite(folder, &error);
    connection.busy_timeout(BUSY).map_err(failed)?;
    connection.pragma_update(None, "trusted_schema", false).map_err(failed)?;
    connection.pragma_update(None, "cell_size_check", true).map_err(failed)?;
    let header = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0)).map_err(failed);
    if header("application_id")? != schema::APPLICATION {
        return Err(problem::foreign(folder));
    }
    let version = header("user_version")?;
    if version > schema::VERSION {
        return Err(problem::newer(folder, LEDGER, version.into(), schema::VERSION.into()));
    }
    if version != schema::VERSION {
        return Err(problem::damaged(folder, format!("user_version {version}")));
    }
    let verdict: String = connection.pragma_query_value(None, "quick_check", |row| row.get(0)).map_err(failed)?;
    if verdict == "ok" { complete(folder, connection) } else { Err(problem::damaged(folder, verdict)) }
}

/// That nothing is cut off its end. SQLite takes the missing part of a last page for zeros, and finds no fault where zeros
/// can stand. A page that stands in the write-ahead log need not stand in the ledger yet; every other one must.
///
/// In this order a run at work is never taken for damage: a page leaves the log only once it stands in the ledger.
fn complete(folder: &Folder, connection: &Connection) -> Result<(), Failure> {
    let number = |name: &str| {
        let value = connection.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
        value.map_err(|error| problem::sqlite(folder, &error))
    };
    let (pages, size) = (number("page_count")?, number("page_size")?);
    let logged = log::pages(&logged_bytes(folder)?);
    let last = (1..=pages).rev().find(|page| !logged.contains(page)).unwrap_or_default();
    let whole = u64::from(last).saturating_mul(size.into());
    let length = files::length(&folder.at(LEDGER)).map_err(|trouble| problem::trouble(folder, LEDGER, &trouble))?;
    if length < whole { Err(problem::damaged(folder, format!("{length} < {whole}"))) } else { Ok(()) }
}

fn logged_bytes(folder: &Folder) -> Result<Vec<u8>, Failure> {
    match files::read_file(&folder.at(BESIDE[0]), MAX_BYTES) {
        Ok(bytes) => Ok(bytes),
        Err(trouble) if trouble.cause.is_missing() => Ok(Vec::new()),
        Err(trouble) => Err(problem::trouble(folder, BESIDE[0], &trouble)),
    }
}

/// That what was committed stays, whatever happens to the machine.
fn durable(folder: &Folder, connection: &Connection) -> Result<(), Failure> {
    let failed = |error: rusqlite::Error| problem::sqlite(folder, &error);
    if version_number() < OLDEST_SQLITE {
        return Err(problem::unsafe_here(folder, format!("SQLite {}", rusqlite::version()), "SQLite 3.51.3 ke atas"));
    }
    // SQLite reports no error when it cannot change the mode: it says which mode there is.
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0)).map_err(failed)?;
    if mode != "wal" {
        return Err(problem::unsafe_here(folder, format!("journal_mode {mode}"), "journal_mode wal"));
    }
    for (name, value) in [("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1)] {
        connection.pragma_update(None, name, value).map_err(failed)?;
        let is: i32 = connection.pragma_query_value(None, name, |row| row.get(0)).map_err(failed)?;
        if is != value {
            return Err(problem::unsafe_here(folder, format!("{name} {is}"), &format!("{name} {value}")));
        }
    }
    Ok(())
}

/// A path within a URI: everything but letters, digits and a few signs as `%XX`.
fn escaped(path: &Path) -> String {
    use std::fmt::Write as _;
    let mut uri = String::new();
    for byte in files::shown(path).bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_') {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
