//! `rakor selesaikan`: a person's decision about a delivery whose outcome nobody else can know, about one that failed, and
//! about a ledger that was lost or restored.

use std::fmt::Write as _;

use serde_json::json;

use super::args::{Keputusan, Selesaikan};
use super::code;
use super::held::{self, Extent, Right};
use super::kirim::sending::short;
use super::kirim::{codes, private_folder, told};
use super::settings::{self, Settings};
use super::workspace::Workspace;
use super::{Outside, Reply};
use crate::bahasa;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, quote};
use crate::mail::State;
use crate::mail::ledger::{Decision, Delivery, Filter, Ledger, Made, Recovered};
use crate::place::Place;

/// A shorter beginning of an id would soon name two.
const SHORTEST: usize = 6;

/// Said of a decision without a reason.
const NO_REASON: &str = "tanpa alasan";

pub(super) fn run(args: &Selesaikan, settings: &Settings, outside: &Outside<'_>) -> Result<Reply, Failure> {
    if let Some(problem) = args.alasan.as_deref().and_then(|text| settings::one_line("--alasan", text)) {
        return Err(Failure::one(FailureKind::Usage, problem));
    }
    let workspace = Workspace::find(&outside.folder, settings.folder.as_deref())?;
    let lock = match held::ask(&workspace, outside.clock, "selesaikan", Extent::Workspace)? {
        Right::Granted(lock) => lock,
        Right::Taken(reply) => return Ok(*reply),
    };
    let folder = private_folder(&workspace);
    let now = outside.clock.now();
    let (Some(id), Some(decision)) = (&args.id, args.keputusan) else {
        let (ledger, recovered) = Ledger::recover(&folder, &lock, now)?;
        return restored(&ledger, &recovered);
    };
    let mut ledger = Ledger::open(&folder, &lock, now)?;
    let row = find(&ledger, id)?;
    let reason = args.alasan.as_deref().map_or(NO_REASON, str::trim);
    let decided = match decision {
        Keputusan::Terkirim => Decision::Delivered,
        Keputusan::KirimUlang => Decision::Resend,
    };
    ledger.decide(&row.id, decided, reason, now)?;
    let held = held_rows(&ledger)?;
    let row = ledger.delivery(&row.id)?;
    let entry = &row.entry;
    let who =
        format!("Pengiriman {} kepada {} (laporan {})", short(&row.id), entry.recipient_code, told::named(&entry.key));
    let command = again(&row, workspace.own_region().as_deref());
    let mut text = match (decided, row.state) {
        (Decision::Delivered, _) => format!("{who} dicatat sebagai terkirim dan tidak akan dikirim lagi.\n"),
        (Decision::Resend, State::Direncanakan) => {
            format!(
                "{who} akan dikirim ulang. Jalankan `{command}`; surelnya disusun kembali dengan Message-ID yang sama.\n"
            )
        }
        (Decision::Resend, _) => {
            format!("{who} siap dikirim ulang. Jalankan `{command}`; pesannya sama seperti yang pertama.\n")
        }
    };
    if !held.is_empty() {
        let _ = writeln!(text, "Masih ada {} pengiriman yang menunggu keputusan; lihat `rakor riwayat`.", held.len());
    }
    let mut result = told::object(&row);
    result["menunggu_keputusan"] = json!(held.len());
    Ok(Reply::new(text, result))
}

/// What sends a row again. A message that is made anew asks for all that the first one was made with; the institution's
/// own region is not named, for a report of a region that somebody chose says so.
fn again(row: &Delivery, own_region: Option<&str>) -> String {
    let entry = &row.entry;
    let key = &entry.key;
    let option = if key.period.contains('-') { "--periode" } else { "--tahun" };
    let mut command = format!("rakor kirim {} {option} {}", key.report, key.period);
    if own_region != Some(key.region.as_str()) {
        let _ = write!(command, " --wilayah {}", key.region);
    }
    if row.state == State::Direncanakan {
        if key.revision > 0 {
            let _ = write!(command, " --revisi {} --perubahan \"...\"", key.revision);
        }
        if entry.signed || entry.unmatched_reason.is_some() {
            command.push_str(" --berkas BERKAS");
        }
        if entry.unmatched_reason.is_some() {
            command.push_str(" --tanpa-cocok ALASAN");
        }
    }
    command
}

fn held_rows(ledger: &Ledger) -> Result<Vec<Delivery>, Failure> {
    ledger.deliveries(&Filter { state: Some(State::TidakPasti), ..Filter::default() })
}

fn restored(ledger: &Ledger, recovered: &Recovered) -> Result<Reply, Failure> {
    let Recovered { made, adopted, held } = recovered;
    let both = format!("{} pengiriman ditambahkan atau diperbarui, {} ditahan", adopted.len(), held.len());
    let mut text = match made {
        Some(Made::Ledger) => format!("Buku pengiriman disusun kembali dari jurnalnya: {both}.\n"),
        Some(Made::Journal) => {
            format!("Jurnal pengiriman disusun kembali dari bukunya: {} pengiriman ditahan.\n", held.len())
        }
        None if adopted.is_empty() && held.is_empty() => {
            "Buku pengiriman dan jurnalnya sudah cocok; tidak ada yang diubah.\n".to_owned()
        }
        None => format!("Buku pengiriman dicocokkan dengan jurnalnya: {both}.\n"),
    };
    let made = made.map(|made| match made {
        Made::Ledger => "buku",
        Made::Journal => "jurnal",
    });
    let all = ledger.deliveries(&Filter::default())?;
    let codes: Vec<String> = held
        .iter()
        .filter_map(|id| all.iter().find(|row| &row.id == id))
        .map(|row| format!("{} ({})", short(&row.id), row.entry.recipient_code))
        .collect();
    if !codes.is_empty() {
        let _ = writeln!(
            text,
            "Tanyakan kepada penerima, lalu putuskan satu per satu dengan `rakor selesaikan ID terkirim` atau `rakor selesaikan \
             ID kirim-ulang`: {}.",
            bahasa::dan(&codes)
        );
    }
    Ok(Reply::new(text, json!({ "disusun_kembali": made, "ditambahkan": adopted, "ditahan": held })))
}

/// The only row whose id begins so.
pub(super) fn find(ledger: &Ledger, beginning: &str) -> Result<Delivery, Failure> {
    let wanted = beginning.trim().to_ascii_lowercase();
    let refuse = |code: &'static str, message: String, action: &str| {
        let diagnostic = Diagnostic::error(code, message, action).at(Place::file("ID"));
        Err(Failure::one(FailureKind::Usage, diagnostic))
    };
    if wanted.len() < SHORTEST || !wanted.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return refuse(
            code::OPTION,
            format!("{} bukan awal id pengiriman.", quote(beginning)),
            "Salin sedikitnya enam karakter pertama dari kolom ID dalam `rakor riwayat`.",
        );
    }
    let mut found = ledger.deliveries(&Filter::default())?;
    found.retain(|row| row.id.starts_with(&wanted));
    match found.pop() {
        Some(only) if found.is_empty() => Ok(only),
        Some(_) => refuse(
            codes::NO_SUCH_ID,
            format!("Ada {} pengiriman yang idnya diawali {wanted}.", found.len() + 1),
            "Tulis id itu lebih panjang.",
        ),
        None => refuse(
            codes::NO_SUCH_ID,
            format!("Tidak ada pengiriman yang idnya diawali {wanted}."),
            "Salin id dari `rakor riwayat`.",
        ),
    }
}
