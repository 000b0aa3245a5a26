//! What is said when ledger, journal or outbox are not as they must be.

use rusqlite::{Error, ErrorCode};

use super::folder::{Folder, JOURNAL, LEDGER};
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::files::Trouble;
use crate::mail::{State, code};

/// The command that makes a ledger agree with what is left, by a person's decision; see [`super::Ledger::recover`].
pub const RECOVER: &str = "rakor selesaikan --pulihkan-buku";

/// The option that makes the first ledger of a workspace; see [`super::Ledger::create`].
pub const CREATE: &str = "--buku-baru";

fn disk(diagnostic: Diagnostic) -> Failure {
    Failure::one(FailureKind::Disk, diagnostic)
}

/// Neither ledger nor journal.
pub(super) fn none(folder: &Folder) -> Failure {
    let ledger = folder.name(LEDGER);
    disk(
        Diagnostic::error(
            code::NO_LEDGER,
            format!("Buku pengiriman {ledger} tidak ada, sehingga tidak diketahui siapa yang sudah dikirimi."),
            format!(
                "Bila ruang kerja ini belum pernah mengirim surel, jalankan `rakor kirim JENIS {CREATE}`. Bila pernah, pulihkan folder {} \
                 dari cadangan.",
                files_of(folder)
            ),
        )
        .at(folder.place(LEDGER)),
    )
}

/// A journal without its ledger.
pub(super) fn lost(folder: &Folder) -> Failure {
    disk(
        Diagnostic::error(
            code::NO_LEDGER,
            format!("Buku pengiriman {} hilang, padahal jurnalnya masih ada.", folder.name(LEDGER)),
            format!(
                "Pulihkan buku itu dari cadangan. Bila tidak ada cadangan, jalankan `{RECOVER}`: buku disusun kembali dari \
                 jurnal, dan pengiriman yang hasilnya tidak diketahui ditahan."
            ),
        )
        .at(folder.place(LEDGER)),
    )
}

fn files_of(folder: &Folder) -> String {
    folder.name("").trim_end_matches('/').to_owned()
}

/// A new ledger was asked for where there is one, or what is left of one.
pub(super) fn there(folder: &Folder, name: &str) -> Failure {
    disk(
        Diagnostic::error(
            code::LEDGER_THERE,
            format!("{} sudah ada; buku pengiriman yang baru tidak dibuat.", folder.name(name)),
            format!("Hapus {CREATE} dari perintah itu."),
        )
        .at(folder.place(name)),
    )
}

/// What SQLite keeps beside a ledger, without that ledger: a new one would take it for its own.
pub(super) fn orphan(folder: &Folder, name: &str) -> Failure {
    disk(
        Diagnostic::error(
            code::LEDGER_THERE,
            format!("{} milik buku pengiriman yang hilang.", folder.name(name)),
            format!(
                "Pulihkan {} dari cadangan. Bila tidak ada cadangan, pindahkan berkas itu, lalu ulangi.",
                folder.name(LEDGER)
            ),
        )
        .at(folder.place(name)),
    )
}

/// Not an ordinary file.
pub(super) fn no_file(folder: &Folder, name: &str) -> Failure {
    disk(
        Diagnostic::error(
            code::NO_FILE,
            format!("{} bukan berkas biasa.", folder.name(name)),
            "Pindahkan tautan atau folder itu, lalu pulihkan berkasnya.",
        )
        .at(folder.place(name)),
    )
}

/// A file, but no ledger.
pub(super) fn foreign(folder: &Folder) -> Failure {
    disk(
        Diagnostic::error(code::FOREIGN, format!("{} bukan buku pengiriman.", folder.name(LEDGER)), restore())
            .at(folder.place(LEDGER)),
    )
}

/// Of a later version.
pub(super) fn newer(folder: &Folder, name: &str, version: i64, known: i64) -> Failure {
    disk(
        Diagnostic::error(
            code::NEWER,
            format!("{} dibuat oleh rakor yang lebih baru.", folder.name(name)),
            "Pasang rakor versi terbaru; berkas itu tidak diubah.",
        )
        .at(folder.place(name))
        .found(format!("bentuk {version}"))
        .expected(format!("bentuk {known}")),
    )
}

/// Damaged; with SQLite's own words or what contradicts.
pub(super) fn damaged(folder: &Folder, words: impl Into<String>) -> Failure {
    disk(
        Diagnostic::error(code::DAMAGED, format!("Buku pengiriman {} rusak.", folder.name(LEDGER)), restore())
            .at(folder.place(LEDGER))
            .engine(words),
    )
}

fn restore() -> String {
    format!(
        "Pindahkan berkas itu dan pulihkan buku dari cadangan. Bila tidak ada cadangan, jalankan `{RECOVER}`: buku disusun \
         kembali dari jurnal."
    )
}

/// What SQLite says.
pub(super) fn sqlite(folder: &Folder, error: &Error) -> Failure {
    let reason = match error.sqlite_error_code() {
        None | Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => return damaged(folder, error.to_string()),
        Some(ErrorCode::DiskFull | ErrorCode::TooBig) => "ruang penyimpanan penuh",
        Some(ErrorCode::ReadOnly) => "berkas hanya dapat dibaca",
        Some(ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => "berkas tidak dapat dibuka",
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "berkas sedang dipakai program lain",
        Some(ErrorCode::ConstraintViolation) => "isinya menolak perubahan itu",
        Some(ErrorCode::OutOfMemory) => "memori komputer habis",
        Some(_) => "sistem berkas melaporkan gangguan",
    };
    disk(
        Diagnostic::error(
            code::LEDGER_TROUBLE,
            format!("Buku pengiriman {} tidak dapat dibaca atau ditulis: {reason}.", folder.name(LEDGER)),
            "Periksa izin folder dan ruang penyimpanan, lalu jalankan kembali; yang sudah terkirim tidak dikirim lagi.",
        )
        .at(folder.place(LEDGER))
        .engine(error.to_string()),
    )
}

/// After a step that failed, nothing more is written by this run.
pub(super) fn closed(folder: &Folder) -> Failure {
    disk(
        Diagnostic::error(
            code::LEDGER_TROUBLE,
            format!("Buku pengiriman {} tidak ditulis lagi setelah gangguan sebelumnya.", folder.name(LEDGER)),
            "Periksa izin folder dan ruang penyimpanan, lalu jalankan kembali; yang sudah terkirim tidak dikirim lagi.",
        )
        .at(folder.place(LEDGER)),
    )
}

/// A promise of SQLite that does not hold here.
pub(super) fn unsafe_here(folder: &Folder, found: String, expected: &str) -> Failure {
    disk(
        Diagnostic::error(
            code::UNSAFE,
            format!("Buku pengiriman {} tidak dapat dijaga keutuhannya di tempat ini.", folder.name(LEDGER)),
            "Pindahkan ruang kerja ke penyimpanan komputer ini sendiri.",
        )
        .at(folder.place(LEDGER))
        .found(found)
        .expected(expected),
    )
}

/// A network file system.
pub(super) fn remote(folder: &Folder, system: &str) -> Failure {
    disk(
        Diagnostic::error(
            code::REMOTE,
            format!("Buku pengiriman {} terletak pada penyimpanan jaringan ({system}).", folder.name(LEDGER)),
            "Pindahkan ruang kerja ke penyimpanan komputer ini sendiri; pada penyimpanan jaringan buku itu dapat rusak.",
        )
        .at(folder.place(LEDGER)),
    )
}

/// The journal knows more than the ledger, about so many deliveries.
pub(super) fn old_copy(folder: &Folder, keys: usize) -> Failure {
    disk(
        Diagnostic::error(
            code::OLD_COPY,
            format!(
                "Buku pengiriman {} lebih tua daripada jurnalnya: menurut jurnal, {keys} pengiriman sudah lebih maju daripada \
                 yang tercatat dalam buku. Mungkin buku itu dipulihkan dari salinan lama.",
                folder.name(LEDGER)
            ),
            format!(
                "Kembalikan buku yang terbaru. Bila tidak ada lagi, jalankan `{RECOVER}`: buku dilengkapi dari jurnal, dan \
                 pengiriman yang hasilnya tidak diketahui ditahan."
            ),
        )
        .at(folder.place(LEDGER))
        .at(folder.place(JOURNAL)),
    )
}

/// The ledger has handed over, and no journal says so.
pub(super) fn no_journal(folder: &Folder) -> Failure {
    disk(
        Diagnostic::error(
            code::NO_JOURNAL,
            format!(
                "Jurnal pengiriman {} tidak ada, sehingga tidak dapat diperiksa apakah buku pengiriman berasal dari salinan \
                 lama.",
                folder.name(JOURNAL)
            ),
            format!(
                "Pulihkan jurnal itu dari cadangan terbaru. Bila tidak ada, jalankan `{RECOVER}`: jurnal disusun kembali dari \
                 buku, dan semua yang belum terkirim ditahan sampai diputuskan."
            ),
        )
        .at(folder.place(JOURNAL)),
    )
}

/// The journal is damaged at a line, or not of this ledger.
pub(super) fn bad_journal(folder: &Folder, line: usize, words: &str) -> Failure {
    let line = u32::try_from(line).unwrap_or(u32::MAX);
    disk(
        Diagnostic::error(
            code::BAD_JOURNAL,
            format!("Jurnal pengiriman {} {words}.", folder.name(JOURNAL)),
            format!(
                "Pulihkan buku dan jurnal dari cadangan yang sama. Bila tidak ada, pindahkan jurnal itu, lalu jalankan \
                 `{RECOVER}`."
            ),
        )
        .at(folder.place(JOURNAL).at_row(line)),
    )
}

/// A message that is gone or not what it was.
pub(super) fn message(folder: &Folder, recipient: &str, id: &str, words: &str) -> Failure {
    let name = Folder::message(id);
    disk(
        Diagnostic::error(
            code::MESSAGE_CHANGED,
            format!("Pesan untuk penerima {recipient} dalam kotak keluar {words}; tidak ada yang dikirim."),
            "Pulihkan berkas itu dari cadangan atau kirim revisi (`--revisi`).",
        )
        .at(folder.place(&name)),
    )
}

/// Outbox or journal could not be read or written.
pub(super) fn trouble(folder: &Folder, name: &str, trouble: &Trouble) -> Failure {
    let diagnostic = Diagnostic::error(
        code::OUTBOX_TROUBLE,
        format!("{} tidak dapat dibaca atau ditulis: {}.", folder.name(name), trouble.cause),
        "Periksa izin folder dan ruang penyimpanan, lalu jalankan kembali; yang sudah terkirim tidak dikirim lagi.",
    );
    let diagnostic = diagnostic.at(folder.place(name));
    disk(match trouble.cause.system() {
        Some(words) => diagnostic.engine(words),
        None => diagnostic,
    })
}

/// No row of that id.
pub(super) fn unknown(id: &str) -> Failure {
    let diagnostic = Diagnostic::error(
        code::UNKNOWN_DELIVERY,
        format!("Pengiriman {} tidak ada dalam buku pengiriman.", short(id)),
        "Lihat kode pengiriman dengan `rakor riwayat`.",
    );
    Failure::one(FailureKind::Usage, diagnostic)
}

fn undecided(code: &'static str, message: String, action: impl Into<String>) -> Failure {
    Failure::one(FailureKind::Usage, Diagnostic::error(code, message, action))
}

/// A decision about what waits for none.
pub(super) fn undecidable(id: &str, state: State) -> Failure {
    undecided(
        code::UNDECIDABLE,
        format!("Pengiriman {} tidak menunggu keputusan; keadaannya {}.", short(id), state.words()),
        "Keputusan hanya diberikan untuk pengiriman yang tidak pasti atau gagal; lihat `rakor riwayat`.",
    )
}

/// What failed was not taken by the server, whatever somebody says.
pub(super) fn not_accepted(id: &str) -> Failure {
    undecided(
        code::UNDECIDABLE,
        format!("Pengiriman {} gagal; server surel tidak menerimanya.", short(id)),
        format!("Bila sebabnya sudah diatasi, jalankan `rakor selesaikan {} kirim-ulang`.", short(id)),
    )
}

/// What failed of an edition that is no longer the last one.
pub(super) fn replaced(id: &str, revision: u32) -> Failure {
    undecided(
        code::REPLACED,
        format!("Pengiriman {} sudah digantikan Revisi {revision} sehingga tidak dikirim ulang.", short(id)),
        format!("Kirim Revisi {revision} kepada penerima itu."),
    )
}

/// A step that cannot follow.
pub(super) fn wrong_step(id: &str, from: State, to: State) -> Failure {
    let diagnostic = Diagnostic::error(
        code::WRONG_STEP,
        format!("Pengiriman {} dari {} tidak dapat menjadi {}.", short(id), from.words(), to.words()),
        "Laporkan kode ini kepada pengelola.",
    );
    Failure::one(FailureKind::Internal, diagnostic)
}

/// The first digits, as `rakor riwayat` shows them.
fn short(id: &str) -> &str {
    id.get(..8).unwrap_or(id)
}
