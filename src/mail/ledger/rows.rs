//! Rows of the ledger as values, and back.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, Type, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Delivery, Event, Filter, NewDelivery};
use crate::mail::{Address, Key, State};

/// At most so many characters of a remark are kept.
const MAX_REMARK: usize = 500;

/// A moment as it stands in the tables.
pub(super) fn stamp(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A remark as it may be kept and shown: one line, nothing invisible, bounded.
pub(super) fn bounded(remark: &str) -> String {
    let mut shown = String::new();
    for ch in remark.chars().take(MAX_REMARK) {
        if ch.is_control() { shown.extend(ch.escape_default()) } else { shown.push(ch) }
    }
    if remark.chars().nth(MAX_REMARK).is_some() {
        shown.push('…');
    }
    shown
}

struct Moment(DateTime<Utc>);

impl FromSql for Moment {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let moment = DateTime::parse_from_rfc3339(value.as_str()?).map_err(|_| FromSqlError::InvalidType)?;
        Ok(Self(moment.with_timezone(&Utc)))
    }
}

impl FromSql for State {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

/// A moment of a row.
pub(super) fn moment(row: &Row<'_>, column: &str) -> rusqlite::Result<DateTime<Utc>> {
    row.get::<_, Moment>(column).map(|moment| moment.0)
}

/// A row, checked against its own id: what was flipped on the disk is not believed.
fn delivery(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    let address: String = row.get("alamat")?;
    let Ok(recipient) = Address::parse(&address) else { return Err(unlike("alamat")) };
    let key = Key {
        report: row.get("jenis")?,
        region: row.get("wilayah")?,
        period: row.get("periode")?,
        recipient,
        revision: row.get("revisi")?,
    };
    let id: String = row.get("id")?;
    if key.id() != id {
        return Err(unlike("id"));
    }
    let perhaps = |name: &str| row.get::<_, Option<Moment>>(name).map(|moment| moment.map(|moment| moment.0));
    Ok(Delivery {
        entry: NewDelivery {
            key,
            recipient_code: row.get("kode_penerima")?,
            title: row.get("jabatan")?,
            message_id: row.get("message_id")?,
            subject: row.get("subjek")?,
            file_name: row.get("nama_berkas")?,
            sha256: row.get("sha256")?,
            digest: row.get("digest")?,
            signed: row.get("bertanda_tangan")?,
            report_date: row.get("tanggal_laporan")?,
            unmatched_reason: row.get("alasan_tanpa_cocok")?,
        },
        id,
        state: row.get("keadaan")?,
        attempts: row.get("percobaan")?,
        tried_since: perhaps("dicoba_sejak")?,
        not_before: perhaps("tidak_sebelum")?,
        entered: moment(row, "dimasukkan")?,
        changed: moment(row, "berubah")?,
        remark: row.get("keterangan")?,
        message_sha256: row.get("sha256_pesan")?,
    })
}

/// A value that does not agree with the rest of its row.
fn unlike(column: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, format!("kolom {column}").into())
}

/// The row of an id.
pub(super) fn find(connection: &Connection, id: &str) -> rusqlite::Result<Option<Delivery>> {
    connection.prepare("SELECT * FROM pengiriman WHERE id = ?1")?.query_row([id], delivery).optional()
}

/// Rows in the order they were entered.
pub(super) fn select(connection: &Connection, filter: &Filter) -> rusqlite::Result<Vec<Delivery>> {
    let mut statement = connection.prepare(
        "SELECT * FROM pengiriman
         WHERE (?1 IS NULL OR jenis = ?1) AND (?2 IS NULL OR periode = ?2) AND (?3 IS NULL OR wilayah = ?3)
           AND (?4 IS NULL OR kode_penerima = ?4) AND (?5 IS NULL OR keadaan = ?5)
           AND (?6 IS NULL OR substr(sha256, 1, length(?6)) = lower(?6))
         ORDER BY urutan",
    )?;
    let Filter { report, period, region, recipient, state, sha256 } = filter;
    statement.query_map(params![report, period, region, recipient, state.map(State::name), sha256], delivery)?.collect()
}

/// The history of one delivery, oldest first.
pub(super) fn events(connection: &Connection, id: &str) -> rusqlite::Result<Vec<Event>> {
    let mut statement = connection.prepare("SELECT * FROM kejadian WHERE id = ?1 ORDER BY nomor")?;
    statement
        .query_map([id], |row| {
            Ok(Event {
                id: row.get("id")?,
                at: moment(row, "waktu")?,
                from: row.get("dari")?,
                to: row.get("ke")?,
                remark: row.get("keterangan")?,
            })
        })?
        .collect()
}

/// What a key does not fix of a delivery, column by column: until a message lies in the outbox, a row may still be about a
/// newer file.
fn particulars(entry: &NewDelivery) -> [(&'static str, &dyn ToSql); 9] {
    [
        ("kode_penerima", &entry.recipient_code),
        ("jabatan", &entry.title),
        ("subjek", &entry.subject),
        ("nama_berkas", &entry.file_name),
        ("sha256", &entry.sha256),
        ("digest", &entry.digest),
        ("bertanda_tangan", &entry.signed),
        ("tanggal_laporan", &entry.report_date),
        ("alasan_tanpa_cocok", &entry.unmatched_reason),
    ]
}

/// Enters a row in its first state.
pub(super) fn insert(connection: &Connection, entry: &NewDelivery, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let key = &entry.key;
    let (id, address, now) = (key.id(), key.recipient.full(), stamp(now));
    let fixed: [(&str, &dyn ToSql); 12] = [
        ("id", &id),
        ("jenis", &key.report),
        ("wilayah", &key.region),
        ("periode", &key.period),
        ("alamat", &address),
        ("revisi", &key.revision),
        ("message_id", &entry.message_id),
        ("keadaan", &State::Direncanakan.name()),
        ("percobaan", &0),
        ("dimasukkan", &now),
        ("berubah", &now),
        ("keterangan", &""),
    ];
    let (columns, values): (Vec<&str>, Vec<&dyn ToSql>) = fixed.into_iter().chain(particulars(entry)).unzip();
    let places = vec!["?"; columns.len()].join(", ");
    let text = format!("INSERT INTO pengiriman ({}) VALUES ({places})", columns.join(", "));
    connection.prepare(&text)?.execute(values.as_slice()).map(drop)
}

/// Fixes what goes to the recipient: the particulars, and the message that says so.
pub(super) fn fix(connection: &Connection, id: &str, entry: &NewDelivery, message: &str) -> rusqlite::Result<()> {
    let fixed: [(&str, &dyn ToSql); 1] = [("sha256_pesan", &message)];
    let (columns, mut values): (Vec<&str>, Vec<&dyn ToSql>) = particulars(entry).into_iter().chain(fixed).unzip();
    values.push(&id);
    let text = format!("UPDATE pengiriman SET {} = ? WHERE id = ?", columns.join(" = ?, "));
    connection.prepare(&text)?.execute(values.as_slice()).map(drop)
}
