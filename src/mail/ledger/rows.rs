//! Rows of the ledger as values, and back.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, Type, ValueRef};
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

/// Enters a row in its first state.
pub(super) fn insert(connection: &Connection, entry: &NewDelivery, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let key = &entry.key;
    connection
        .prepare(
            "INSERT INTO pengiriman (id, jenis, wilayah, periode, alamat, revisi, kode_penerima, jabatan, message_id, subjek,
                 nama_berkas, sha256, digest, bertanda_tangan, tanggal_laporan, alasan_tanpa_cocok, keadaan, percobaan,
                 dimasukkan, berubah, keterangan)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, 0, ?18, ?18, '')",
        )?
        .execute(params![
            key.id(),
            key.report,
            key.region,
            key.period,
            key.recipient.full(),
            key.revision,
            entry.recipient_code,
            entry.title,
            entry.message_id,
            entry.subject,
            entry.file_name,
            entry.sha256,
            entry.digest,
            entry.signed,
            entry.report_date,
            entry.unmatched_reason,
            State::Direncanakan.name(),
            stamp(now),
        ])?;
    Ok(())
}

/// Fixes what goes to the recipient: until a message lies in the outbox, a row may still be about a newer file.
pub(super) fn fix(connection: &Connection, id: &str, entry: &NewDelivery, message: &str) -> rusqlite::Result<()> {
    connection
        .prepare(
            "UPDATE pengiriman SET kode_penerima = ?2, jabatan = ?3, subjek = ?4, nama_berkas = ?5, sha256 = ?6, digest = ?7,
                 bertanda_tangan = ?8, tanggal_laporan = ?9, alasan_tanpa_cocok = ?10, sha256_pesan = ?11
             WHERE id = ?1",
        )?
        .execute(params![
            id,
            entry.recipient_code,
            entry.title,
            entry.subject,
            entry.file_name,
            entry.sha256,
            entry.digest,
            entry.signed,
            entry.report_date,
            entry.unmatched_reason,
            message,
        ])?;
    Ok(())
}
