//! `rakor riwayat`: who got which file, when, with what outcome. Reading needs no lock and changes nothing.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use super::args::{Keadaan, Riwayat};
use super::code;
use super::kirim::sending::{short, wanting};
use super::kirim::{codes, private_folder, told};
use super::settings::Settings;
use super::workspace::Workspace;
use super::{Outside, Reply, buat, disk, selesaikan};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity, quote};
use crate::figure::Period;
use crate::mail::State;
use crate::mail::ledger::{Delivery, Filter, Ledger};
use crate::manifest::Zona;
use crate::place::Place;
use crate::table::harmless;

/// Fewer digits of a digest would soon name two files.
const SHORTEST_DIGEST: usize = 8;

/// The columns of the export.
const COLUMNS: [&str; 20] = [
    "id",
    "jenis",
    "wilayah",
    "periode",
    "revisi",
    "penerima",
    "jabatan",
    "alamat",
    "status",
    "percobaan",
    "dicatat",
    "diubah",
    "dicoba_lagi",
    "lampiran",
    "sha256",
    "sidik",
    "bertanda_tangan",
    "tanpa_cocok",
    "message_id",
    "keterangan",
];

pub(super) fn run(args: &Riwayat, settings: &Settings, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let filter = filter(args)?;
    if let Some(path) = &args.keluaran {
        check_name(path)?;
    }
    let workspace = Workspace::find(&outside.folder, settings.folder.as_deref())?;
    let zone = workspace.zone();
    let Some(ledger) = Ledger::read(&private_folder(&workspace))? else {
        let text = "Belum ada pengiriman yang dicatat di ruang kerja ini.\n".to_owned();
        return Ok(Reply::new(text, json!({ "jumlah": 0 })));
    };
    if let Some(id) = &args.peristiwa {
        return events(&ledger, id, zone);
    }
    let mut rows = ledger.deliveries(&filter)?;
    // What waits for a person comes first.
    rows.sort_by_key(|row| !is_held(row));
    let mut reply = match &args.keluaran {
        Some(path) => exported(&rows, path, args.lengkap, outside)?,
        None => Reply::new(text(&rows, args.lengkap, zone), json!({ "jumlah": rows.len() })),
    };
    reply.lines = rows.iter().map(|row| object(row, args.lengkap)).collect();
    reply.diagnostics = rows.iter().filter(|row| is_held(row)).filter_map(wanting).map(as_note).collect();
    Ok(reply)
}

fn is_held(row: &Delivery) -> bool {
    matches!(row.state, State::TidakPasti | State::MenungguJawaban)
}

/// Looking at what is held is no failure.
fn as_note(diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic { severity: Severity::Peringatan, ..diagnostic }
}

/// Which rows are meant; all mistakes together.
fn filter(args: &Riwayat) -> Result<Filter, Failure> {
    let mut problems = Vec::new();
    let mut bad = |name: &'static str, found: &str, message: &str, action: &str| {
        problems.push(Diagnostic::error(code::OPTION, message, action).at(Place::file(name)).found(quote(found)));
    };
    let mut wanted = None;
    if let Some(period) = args.periode.as_deref().map(str::trim) {
        let is_year = period.len() == 4 && period.bytes().all(|byte| byte.is_ascii_digit());
        match period.parse::<Period>() {
            _ if is_year => wanted = Some(period.to_owned()),
            // As keys have it: people also write 2025-8.
            Ok(month) => wanted = Some(month.to_string()),
            Err(_) => {
                let action = "Tulis bulan seperti 2025-08, atau tahun evaluasi seperti 2024.";
                bad("--periode", period, "Periode itu salah tulis.", action);
            }
        }
    }
    let sha256 = args.cari.as_ref().map(|digits| digits.trim().to_ascii_lowercase());
    if let Some(digits) = &sha256
        && !((SHORTEST_DIGEST..=64).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
    {
        let action = "Salin SHA-256 dari rencana pengiriman atau dari `sha256sum BERKAS`.";
        bad("--cari", digits, "Itu bukan SHA-256 atau delapan karakter pertamanya.", action);
    }
    if !problems.is_empty() {
        return Err(Failure { kind: FailureKind::Usage, diagnostics: problems });
    }
    Ok(Filter {
        report: args.jenis.map(|kind| buat::kind(kind).to_owned()),
        period: wanted,
        region: args.wilayah.clone(),
        recipient: args.penerima.clone(),
        state: args.status.map(state),
        sha256,
    })
}

fn state(state: Keadaan) -> State {
    match state {
        Keadaan::Direncanakan => State::Direncanakan,
        Keadaan::Siap => State::Siap,
        Keadaan::Diproses => State::Diproses,
        Keadaan::MenungguJawaban => State::MenungguJawaban,
        Keadaan::Terkirim => State::Terkirim,
        Keadaan::Ditunda => State::Ditunda,
        Keadaan::Gagal => State::Gagal,
        Keadaan::TidakPasti => State::TidakPasti,
    }
}

fn address(row: &Delivery, in_full: bool) -> String {
    let address = &row.entry.key.recipient;
    if in_full { address.full() } else { address.masked() }
}

fn text(rows: &[Delivery], in_full: bool, zone: Zona) -> String {
    if rows.is_empty() {
        return "Tidak ada pengiriman yang cocok.\n".to_owned();
    }
    let heads = ["ID", "LAPORAN", "PENERIMA", "ALAMAT", "BERKAS", "KEADAAN"].map(str::to_owned);
    let lines = rows.iter().map(|row| {
        let entry = &row.entry;
        [
            short(&row.id).to_owned(),
            told::named(&entry.key),
            entry.recipient_code.clone(),
            address(row, in_full),
            entry.sha256.get(..SHORTEST_DIGEST).unwrap_or_default().to_owned(),
            told::state(row, zone),
        ]
    });
    let lines: Vec<[String; 6]> = std::iter::once(heads).chain(lines).collect();
    let mut text = told::table(&lines);
    let _ = writeln!(text, "{}\n{}", told::counts(rows), told::MEANING);
    text
}

fn object(row: &Delivery, in_full: bool) -> Value {
    let mut object = told::object(row);
    object["alamat"] = json!(address(row, in_full));
    object
}

fn events(ledger: &Ledger, id: &str, zone: Zona) -> Result<Reply, Failure> {
    let row = selesaikan::find(ledger, id)?;
    let events = ledger.events(&row.id)?;
    let lines: Vec<[String; 3]> =
        events.iter().map(|event| [told::moment(event.at, zone), event.to.words(), event.remark.clone()]).collect();
    let entry = &row.entry;
    let text = format!(
        "{} {} kepada {}\n{}",
        short(&row.id),
        told::named(&entry.key),
        entry.recipient_code,
        told::table(&lines)
    );
    let mut reply = Reply::new(text, told::object(&row));
    reply.lines = events
        .iter()
        .map(|event| {
            json!({
                "id": event.id,
                "waktu": event.at,
                "dari": event.from.map(State::name),
                "menjadi": event.to.name(),
                "keterangan": event.remark,
            })
        })
        .collect();
    Ok(reply)
}

fn check_name(path: &str) -> Result<(), Failure> {
    if Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
        return Ok(());
    }
    let diagnostic = Diagnostic::error(
        codes::NO_CSV,
        format!("Nama berkas {} tidak berakhiran .csv.", quote(path)),
        "Tulis -o dengan nama berakhiran .csv, misalnya -o riwayat.csv.",
    );
    Err(Failure::one(FailureKind::Usage, diagnostic.at(Place::file("-o"))))
}

fn exported(rows: &[Delivery], path: &str, in_full: bool, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let own = disk::Own {
        foreign: |old| {
            let own = old.starts_with(COLUMNS.join(",").as_bytes());
            (!own).then_some("bukan riwayat yang ditulis oleh program ini")
        },
        option: "-o",
    };
    let csv = csv(rows, in_full);
    disk::write_own(&outside.folder.join(path), Path::new(path), csv.as_bytes(), &own)?;
    let mut reply = Reply::files(&[path.to_owned()]);
    reply.result["jumlah"] = json!(rows.len());
    Ok(reply)
}

/// Rows as CSV (RFC 4180), moments in UTC.
fn csv(rows: &[Delivery], in_full: bool) -> String {
    let mut text = COLUMNS.join(",");
    text.push_str("\r\n");
    for row in rows {
        let entry = &row.entry;
        let key = &entry.key;
        let cells = [
            row.id.clone(),
            key.report.clone(),
            key.region.clone(),
            key.period.clone(),
            key.revision.to_string(),
            entry.recipient_code.clone(),
            entry.title.clone(),
            address(row, in_full),
            row.state.name().to_owned(),
            row.attempts.to_string(),
            row.entered.to_rfc3339(),
            row.changed.to_rfc3339(),
            row.not_before.map(|until| until.to_rfc3339()).unwrap_or_default(),
            entry.file_name.clone(),
            entry.sha256.clone(),
            entry.digest.clone(),
            if entry.signed { "ya" } else { "tidak" }.to_owned(),
            entry.unmatched_reason.clone().unwrap_or_default(),
            entry.message_id.clone(),
            row.remark.clone(),
        ];
        text.push_str(&cells.map(|cell| cell_text(&cell)).join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell that no spreadsheet program takes for a formula, or for two.
fn cell_text(value: &str) -> String {
    let value = harmless(value);
    if value.contains([',', '"', ';', '\n', '\r', '\t']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.into_owned()
    }
}
