//! What is said of a plan and of what became of it, for people and for programs. Addresses are always masked here.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::edition::Edition;
use super::plan::{Plan, Row, Standing};
use super::sending::{Sent, exit_of};
use crate::bahasa;
use crate::cli::exit::Exit;
use crate::mail::ledger::Delivery;
use crate::mail::{Address, Key, State};
use crate::manifest::Zona;

/// What *terkirim* means, under every table that says it.
pub(in crate::cli) const MEANING: &str =
    "Terkirim berarti diterima oleh server surel; kapan penerima membacanya tidak diketahui.";

/// So many digits of a digest tell files apart for people.
const SHORT_DIGEST: usize = 8;

/// A moment as people of a zone say it.
pub(in crate::cli) fn moment(at: DateTime<Utc>, zone: Zona) -> String {
    let local = at.checked_add_signed(TimeDelta::hours(i64::from(zone.hours_ahead()))).unwrap_or(at);
    format!("{} pukul {} {}", bahasa::tanggal(local.date_naive()), local.format("%H.%M"), zone.as_str())
}

/// A size in the unit that people compare with a limit for mail.
fn size(bytes: usize) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", bytes.div_ceil(1_000))
    } else {
        let tenths = bytes.div_ceil(100_000);
        format!("{},{} MB", tenths / 10, tenths % 10)
    }
}

fn signature(signed: bool) -> &'static str {
    if signed { "bertanda tangan" } else { "belum ditandatangani" }
}

/// A report as tables name it: `bulanan 35.73 2025-08 rev 1`.
pub(in crate::cli) fn named(key: &Key) -> String {
    let revision = if key.revision == 0 { String::new() } else { format!(" rev {}", key.revision) };
    format!("{} {} {}{revision}", key.report, key.region, key.period)
}

/// Columns that line up; the last one is as long as it likes.
pub(in crate::cli) fn table<const N: usize>(rows: &[[String; N]]) -> String {
    let widths: [usize; N] = std::array::from_fn(|at| {
        rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    });
    rows.iter().fold(String::new(), |mut text, row| {
        let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        let _ = writeln!(text, "{}", cells.join("  ").trim_end());
        text
    })
}

/// What a plan is shown for.
#[derive(Clone, Copy)]
pub(super) enum Occasion<'a> {
    /// The sending itself, or how it would be.
    Sending,
    /// A rehearsal: every message goes to one address, under this subject.
    Rehearsal { to: &'a Address, subject: Option<&'a str> },
}

/// The plan for people.
pub(super) fn plan(plan: &Plan, edition: &Edition, zone: Zona, occasion: Occasion<'_>) -> String {
    let revision = if plan.revision == 0 { String::new() } else { format!(", Revisi {}", plan.revision) };
    let (what, subject) = match occasion {
        Occasion::Sending => ("pengiriman", plan.subject()),
        Occasion::Rehearsal { subject, .. } => ("uji pengiriman", subject),
    };
    let mut text = format!("Rencana {what} {}{revision}\n", edition.title());
    let mut heads = vec![
        ("Berkas", edition.path.clone()),
        ("SHA-256", edition.sha256.clone()),
        (
            "Lampiran",
            format!("{} ({}, {})", plan.attachment.file_name, size(edition.bytes.len()), signature(edition.signed)),
        ),
    ];
    if let Some(subject) = subject {
        heads.push(("Subjek", subject.to_owned()));
    }
    if let Some(reason) = &edition.unmatched {
        heads.push(("Tanpa cocok", reason.clone()));
    }
    for (label, value) in heads {
        let _ = writeln!(text, "  {label:11}: {value}");
    }
    text.push('\n');
    let mut rows: Vec<[String; 4]> = plan
        .rows
        .iter()
        .map(|row| {
            let to = &row.addressee;
            let intent = match (occasion, &row.standing) {
                (Occasion::Rehearsal { to, .. }, Standing::New(_) | Standing::Known(_)) => {
                    format!("uji ke {}, {}", to.masked(), signature(edition.signed))
                }
                _ => row.intent(plan.now, edition, zone),
            };
            [to.code.clone(), to.title.clone(), to.address.masked(), intent]
        })
        .collect();
    if matches!(occasion, Occasion::Sending) {
        rows.extend(plan.left_over().map(|row| {
            [
                row.entry.recipient_code.clone(),
                row.entry.title.clone(),
                row.entry.key.recipient.masked(),
                left_over(row, plan.revision, zone),
            ]
        }));
    }
    text.push_str(&table(&rows));
    text
}

impl Plan {
    /// The subject of what is new; of what is entered already when nothing is.
    fn subject(&self) -> Option<&str> {
        let new = self.rows.iter().find_map(|row| match &row.standing {
            Standing::New(words) => Some(words.subject.as_str()),
            _ => None,
        });
        new.or_else(|| self.rows.iter().find_map(|row| row.delivery().map(|row| row.entry.subject.as_str())))
    }

    /// Rows beside the plan that somebody should know of.
    fn left_over(&self) -> impl Iterator<Item = &Delivery> {
        self.others.iter().filter(|row| !row.state.is_final())
    }

    /// The worst of what is held although it is no part of the plan.
    pub(super) fn exit_of_others(&self) -> Exit {
        Exit::worst(self.others.iter().map(exit_of).filter(|exit| *exit == Exit::Held))
    }
}

fn left_over(row: &Delivery, revision: u32, zone: Zona) -> String {
    match row.state {
        State::TidakPasti | State::MenungguJawaban => state(row, zone),
        _ if row.entry.key.revision < revision => format!("tidak dikirim karena digantikan Revisi {revision}"),
        _ => "tidak dikirim karena tidak ada lagi dalam daftar penerima".to_owned(),
    }
}

impl Row {
    /// What will happen, or why nothing will.
    fn intent(&self, now: DateTime<Utc>, edition: &Edition, zone: Zona) -> String {
        match &self.standing {
            Standing::New(_) => format!("akan dikirim, {}", signature(edition.signed)),
            Standing::Double(first) => format!("tidak dikirim karena alamatnya sama dengan {first}"),
            Standing::Known(row) if self.is_due(now) => {
                let again = if row.state == State::Ditunda { "akan dicoba lagi" } else { "akan dikirim" };
                // The heading names the file of today; this message was laid down with another.
                let file = match row.entry.sha256.get(..SHORT_DIGEST) {
                    Some(digest) if row.entry.sha256 != edition.sha256 => format!(", berkas lama {digest}"),
                    _ => String::new(),
                };
                format!("{again}, {}{file}", signature(row.entry.signed))
            }
            Standing::Known(row) => state(row, zone),
        }
    }

    /// The row's state for programs.
    fn name(&self) -> &'static str {
        match &self.standing {
            Standing::New(_) => "akan_dikirim",
            Standing::Double(_) => "alamat_sama",
            Standing::Known(row) => row.state.name(),
        }
    }

    fn object(&self, plan: &Plan, edition: &Edition) -> Value {
        match &self.standing {
            Standing::Known(row) => object(row),
            Standing::New(words) => json!({
                "penerima": self.addressee.code,
                "jabatan": self.addressee.title,
                "alamat": self.addressee.address.masked(),
                "id": self.key.id(),
                "subjek": words.subject,
                "lampiran": plan.attachment.file_name,
                "sha256": edition.sha256,
                "ukuran": edition.bytes.len(),
                "bertanda_tangan": edition.signed,
                "hasil": self.name(),
                "kode_keluar": Exit::Done.code(),
            }),
            Standing::Double(first) => json!({
                "penerima": self.addressee.code,
                "jabatan": self.addressee.title,
                "alamat": self.addressee.address.masked(),
                "hasil": self.name(),
                "keterangan": format!("alamatnya sama dengan {first}"),
                "kode_keluar": Exit::Done.code(),
            }),
        }
    }
}

/// A row of the ledger as people read it.
pub(in crate::cli) fn state(row: &Delivery, zone: Zona) -> String {
    match row.state {
        State::Direncanakan | State::Siap => "siap dikirim".to_owned(),
        State::Diproses => "sedang dikirim".to_owned(),
        State::MenungguJawaban => format!("menunggu jawaban server sejak {}", moment(row.changed, zone)),
        State::Terkirim => format!("terkirim {}", moment(row.changed, zone)),
        State::Ditunda => match row.not_before {
            Some(until) => format!("ditunda sampai {}: {}", moment(until, zone), row.remark),
            None => format!("ditunda: {}", row.remark),
        },
        State::Gagal => format!("gagal: {}", row.remark),
        State::TidakPasti => format!("ditahan, hasilnya tidak pasti: {}", row.remark),
    }
}

/// A row of the ledger for programs.
pub(in crate::cli) fn object(row: &Delivery) -> Value {
    let entry = &row.entry;
    let mut object = json!({
        "penerima": entry.recipient_code,
        "jabatan": entry.title,
        "alamat": entry.key.recipient.masked(),
        "id": row.id,
        "message_id": entry.message_id,
        "jenis": entry.key.report,
        "wilayah": entry.key.region,
        "periode": entry.key.period,
        "revisi": entry.key.revision,
        "subjek": entry.subject,
        "lampiran": entry.file_name,
        "sha256": entry.sha256,
        "sidik": entry.digest,
        "bertanda_tangan": entry.signed,
        "hasil": row.state.name(),
        "percobaan": row.attempts,
        "dicatat": row.entered,
        "diubah": row.changed,
        "keterangan": row.remark,
        "kode_keluar": exit_of(row).code(),
    });
    if let Some(until) = row.not_before {
        object["dicoba_lagi"] = json!(until);
    }
    if let Some(reason) = &entry.unmatched_reason {
        object["tanpa_cocok"] = json!(reason);
    }
    object
}

/// One object for each recipient of a plan that was not carried out.
pub(in crate::cli) fn planned(plan: &Plan, edition: &Edition) -> Vec<Value> {
    plan.rows.iter().map(|row| row.object(plan, edition)).collect()
}

/// What was sent, for programs: the object of the whole run.
pub(in crate::cli) fn summary<'a>(
    plan: &Plan,
    edition: &Edition,
    outcomes: impl IntoIterator<Item = &'a str>,
) -> Value {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for outcome in outcomes {
        *counts.entry(outcome).or_default() += 1;
    }
    json!({
        "jenis": edition.kind.name(),
        "wilayah": edition.region,
        "periode": edition.period,
        "revisi": plan.revision,
        "berkas": edition.path,
        "sha256": edition.sha256,
        "ukuran": edition.bytes.len(),
        "sidik": edition.built.digest,
        "lampiran": plan.attachment.file_name,
        "bertanda_tangan": edition.signed,
        "jumlah": counts,
    })
}

/// How the plan's rows stand, by name.
pub(in crate::cli) fn names(plan: &Plan) -> impl Iterator<Item = &'static str> {
    plan.rows.iter().map(Row::name)
}

/// The closing table: every row, then how many ended how.
pub(in crate::cli) fn closing(sent: &Sent, zone: Zona) -> String {
    let rows: Vec<[String; 4]> = sent
        .deliveries
        .iter()
        .map(|row| {
            let entry = &row.entry;
            [entry.recipient_code.clone(), entry.title.clone(), entry.key.recipient.masked(), state(row, zone)]
        })
        .collect();
    format!("{}{}\n{MEANING}\n", table(&rows), counts(&sent.deliveries))
}

/// `Terkirim 3, ditunda 0, gagal 0, tidak pasti 0.`
pub(in crate::cli) fn counts(deliveries: &[Delivery]) -> String {
    let count = |states: &[State]| deliveries.iter().filter(|row| states.contains(&row.state)).count();
    let mut text = format!(
        "Terkirim {}, ditunda {}, gagal {}, tidak pasti {}",
        count(&[State::Terkirim]),
        count(&[State::Ditunda]),
        count(&[State::Gagal]),
        count(&[State::TidakPasti, State::MenungguJawaban]),
    );
    let waiting = count(&[State::Direncanakan, State::Siap, State::Diproses]);
    if waiting > 0 {
        let _ = write!(text, ", belum dikirim {waiting}");
    }
    text.push('.');
    text
}
