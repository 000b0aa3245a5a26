//! What was entered is handed over, one message after the other, and what a person has to do about the rest.

use std::io::Write as _;

use super::account::Sender;
use super::codes;
use crate::cli::Outside;
use crate::cli::exit::Exit;
use crate::diagnostic::{Diagnostic, Severity};
use crate::files::Lock;
use crate::mail::State;
use crate::mail::ledger::{Delivery, Ledger};
use crate::mail::office::{Ended, Office, Outcome, wait};
use crate::mail::smtp::{Refusal, Server, Why};
use crate::manifest::Surel;

/// What a sending needs beside its plan.
pub(in crate::cli) struct Means<'a> {
    pub(in crate::cli) surel: &'a Surel,
    pub(in crate::cli) sender: &'a Sender,
    pub(in crate::cli) server: &'a Server,
    pub(in crate::cli) ledger: &'a mut Ledger,
    pub(in crate::cli) lock: &'a Lock,
}

/// What became of a sending.
pub(in crate::cli) struct Sent {
    /// The rows that were asked for as they are now.
    pub(in crate::cli) deliveries: Vec<Delivery>,
    pub(in crate::cli) exit: Exit,
    /// Why it ended early, and what a person has to do.
    pub(in crate::cli) diagnostics: Vec<Diagnostic>,
    /// Whether it ended early.
    pub(in crate::cli) ended: bool,
}

/// Hands over the rows of these ids, `total` of which are due; `command` sends what is left. `progress` is whether a person
/// watches.
pub(in crate::cli) fn hand_over(
    ids: &[String],
    total: usize,
    command: &str,
    means: Means<'_>,
    outside: &mut Outside<'_>,
    progress: bool,
) -> Sent {
    let Means { surel, sender, server, ledger, lock } = means;
    let mut done = 0_usize;
    let stop = outside.post.stop.clone();
    let mut office = Office {
        ledger,
        lock,
        server,
        from: &sender.from,
        per_minute: surel.laju_per_menit.as_ref().map(|cell| cell.value),
        clock: outside.clock,
        wait: &wait,
        stopped: &|| stop.asked().is_some(),
    };
    let err = &mut outside.err;
    let outcome = office.run(ids, &mut |delivery| {
        done += 1;
        if progress {
            let _ = writeln!(err, "[{done}/{total}] {}: {}", delivery.entry.recipient_code, delivery.state.words());
        }
    });
    Sent::of(outcome, stop.asked(), command, surel)
}

impl Sent {
    fn of(outcome: Outcome, asked: Option<Exit>, command: &str, surel: &Surel) -> Self {
        let Outcome { deliveries, ended } = outcome;
        let Some(ended) = ended else { return Self::unchanged(deliveries, command) };
        let (exit, diagnostics) = match ended {
            Ended::Refused(refusal) => {
                let (exit, diagnostic) = refused(refusal, surel);
                (exit, vec![diagnostic])
            }
            Ended::Failure(failure) => (failure.kind.into(), failure.diagnostics),
            Ended::Stopped => (asked.unwrap_or(Exit::Terminated), vec![stopped(command)]),
            Ended::Paused(left) => (Exit::Delivery, vec![paused(left, command)]),
        };
        Self {
            exit: Exit::worst([exit_of_handled(&deliveries), exit]),
            diagnostics: deliveries.iter().filter_map(wanting).chain(diagnostics).collect(),
            deliveries,
            ended: true,
        }
    }

    /// Rows that nothing more is to be done about now.
    pub(in crate::cli) fn unchanged(deliveries: Vec<Delivery>, command: &str) -> Self {
        let exit = Exit::worst(deliveries.iter().map(exit_of));
        let left = deliveries.iter().filter(|row| is_left(row)).count();
        let left = (left > 0).then(|| left_over(left, command));
        let diagnostics = deliveries.iter().filter_map(wanting).chain(left).collect();
        Self { deliveries, exit, diagnostics, ended: false }
    }
}

/// Whether nothing became of a row so far.
fn is_left(delivery: &Delivery) -> bool {
    matches!(delivery.state, State::Direncanakan | State::Siap | State::Diproses)
}

/// What rows mean for the end of a program that ended early: those that it did not come to are explained by why it ended.
pub(in crate::cli) fn exit_of_handled(rows: &[Delivery]) -> Exit {
    Exit::worst(rows.iter().filter(|row| !is_left(row)).map(exit_of))
}

/// What one row means for the end of the program.
pub(in crate::cli) fn exit_of(delivery: &Delivery) -> Exit {
    match delivery.state {
        State::Direncanakan | State::Siap | State::Diproses | State::Ditunda | State::Gagal => Exit::Delivery,
        State::TidakPasti | State::MenungguJawaban => Exit::Held,
        State::Terkirim => Exit::Done,
    }
}

/// What a person has to do about a row.
pub(in crate::cli) fn wanting(delivery: &Delivery) -> Option<Diagnostic> {
    let code = &delivery.entry.recipient_code;
    let id = short(&delivery.id);
    let why = match delivery.remark.trim_end_matches('.') {
        "" => "jawaban server belum tercatat",
        remark => remark,
    };
    match delivery.state {
        State::TidakPasti | State::MenungguJawaban => Some(Diagnostic::error(
            codes::HELD,
            format!("Hasil pengiriman {id} kepada {code} tidak pasti: {why}."),
            format!(
                "Tanyakan kepada penerima, lalu jalankan `rakor selesaikan {id} terkirim` atau `rakor selesaikan {id} kirim-ulang`."
            ),
        )),
        State::Gagal => Some(Diagnostic::error(
            codes::FAILED,
            format!("Pengiriman {id} kepada {code} gagal: {why}."),
            format!(
                "Bila alamatnya salah, perbaiki atau keluarkan penerima itu dari daftar, lalu kirim lagi; alamat baru mendapat \
                 surel baru. Bila alamatnya benar, atasi sebabnya, lalu jalankan `rakor selesaikan {id} kirim-ulang`."
            ),
        )),
        State::Ditunda => Some(Diagnostic::new(
            codes::DEFERRED,
            Severity::Peringatan,
            format!("Pengiriman {id} kepada {code} ditunda: {why}."),
            "Jalankan lagi perintah yang sama kemudian; surel yang sudah diterima tidak dikirim lagi.",
        )),
        _ => None,
    }
}

/// So much of an id is shown, and is enough to name it.
const SHORT: usize = 12;

pub(in crate::cli) fn short(id: &str) -> &str {
    id.get(..SHORT).unwrap_or(id)
}

pub(super) fn refused(refusal: Refusal, surel: &Surel) -> (Exit, Diagnostic) {
    let (exit, code, severity, message, action, why) = match refusal {
        Refusal::Password(why) => (
            Exit::Usage,
            codes::PASSWORD,
            Severity::Kesalahan,
            "Server surel menolak nama pengguna atau kata sandi; pengiriman dihentikan agar akun tidak terkunci.",
            "Perbaiki `pengguna` atau kata sandinya, lalu jalankan kembali.",
            why,
        ),
        Refusal::Setup(why) => (
            Exit::Usage,
            codes::SETUP,
            Severity::Kesalahan,
            "Server surel tidak dapat dipakai dengan pengaturan ini.",
            "Periksa `server`, `port`, `pengaman`, dan `sertifikat` dalam [surel].",
            why,
        ),
        Refusal::Deferred(why) => (
            Exit::Delivery,
            codes::UNREACHABLE,
            Severity::Peringatan,
            "Server surel belum dapat dipakai.",
            "Jalankan lagi perintah yang sama kemudian.",
            why,
        ),
    };
    let diagnostic = Diagnostic::new(code, severity, message, action).at(surel.server.place.clone());
    (exit, diagnostic.engine(words(&why)))
}

/// The server's words, with its code.
pub(super) fn words(why: &Why) -> String {
    match why.code {
        Some(code) if !why.words.starts_with(&code.to_string()) => format!("{code} {}", why.words),
        _ => why.words.clone(),
    }
}

fn left_over(count: usize, command: &str) -> Diagnostic {
    Diagnostic::new(
        codes::LEFT,
        Severity::Peringatan,
        format!("{count} surel belum dikirim karena pesannya belum siap dalam kotak keluar."),
        format!("Jalankan `{command}` untuk menyiapkan dan mengirimnya."),
    )
}

fn stopped(command: &str) -> Diagnostic {
    Diagnostic::new(
        codes::STOPPED,
        Severity::Peringatan,
        "Pengiriman dihentikan atas permintaan; surel yang sedang dikirim telah diselesaikan.",
        format!("Jalankan `{command}` untuk mengirim sisanya."),
    )
}

fn paused(left: usize, command: &str) -> Diagnostic {
    Diagnostic::new(
        codes::PAUSED,
        Severity::Peringatan,
        format!("Server surel meminta jeda; {left} surel belum dikirim."),
        format!("Jalankan `{command}` kemudian; surel yang sudah diterima tidak dikirim lagi."),
    )
}
