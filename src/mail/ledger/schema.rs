//! The tables of the ledger.

use rusqlite::{Connection, MAIN_DB};

use crate::mail::State;

/// Stands in the header of every ledger: the letters `rakr`.
pub(super) const APPLICATION: i32 = 0x7261_6b72;

/// Which tables these are. A program opens its own version only.
pub(super) const VERSION: i32 = 1;

/// A row of `pengiriman` is what is true now, the rows of `kejadian` how it came about. Moments are UTC, as RFC 3339 in
/// whole seconds. What must never happen is refused by the tables themselves too: an event that changes or goes, a
/// delivery that becomes another one, a final state that does not last. What failed begins anew by a person's decision;
/// a lost ledger hears of that from the journal, which tells of the handing-over after it.
fn tables() -> String {
    let states: Vec<String> = State::ALL.iter().map(|state| format!("'{}'", state.name())).collect();
    let states = states.join(", ");
    format!(
        "
CREATE TABLE pengiriman (
    urutan INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 64),
    jenis TEXT NOT NULL,
    wilayah TEXT NOT NULL,
    periode TEXT NOT NULL,
    alamat TEXT NOT NULL,
    revisi INTEGER NOT NULL CHECK (revisi >= 0),
    kode_penerima TEXT NOT NULL,
    jabatan TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    subjek TEXT NOT NULL,
    nama_berkas TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    digest TEXT NOT NULL,
    bertanda_tangan INTEGER NOT NULL CHECK (bertanda_tangan IN (0, 1)),
    tanggal_laporan TEXT,
    alasan_tanpa_cocok TEXT,
    keadaan TEXT NOT NULL CHECK (keadaan IN ({states})),
    percobaan INTEGER NOT NULL CHECK (percobaan >= 0),
    dicoba_sejak TEXT,
    tidak_sebelum TEXT,
    dimasukkan TEXT NOT NULL,
    berubah TEXT NOT NULL,
    keterangan TEXT NOT NULL,
    sha256_pesan TEXT CHECK (length(sha256_pesan) = 64)
) STRICT;

CREATE UNIQUE INDEX kunci ON pengiriman (jenis, wilayah, periode, lower(alamat), revisi);

CREATE TABLE kejadian (
    nomor INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL REFERENCES pengiriman (id),
    waktu TEXT NOT NULL,
    dari TEXT CHECK (dari IN ({states})),
    ke TEXT NOT NULL CHECK (ke IN ({states})),
    percobaan INTEGER NOT NULL CHECK (percobaan >= 0),
    keterangan TEXT NOT NULL
) STRICT;

CREATE INDEX kejadian_pengiriman ON kejadian (id, nomor);

CREATE TRIGGER kejadian_tidak_berubah BEFORE UPDATE ON kejadian
BEGIN SELECT RAISE(ABORT, 'kejadian tidak berubah'); END;

CREATE TRIGGER kejadian_tidak_hilang BEFORE DELETE ON kejadian
BEGIN SELECT RAISE(ABORT, 'kejadian tidak hilang'); END;

CREATE TRIGGER pengiriman_tidak_hilang BEFORE DELETE ON pengiriman
BEGIN SELECT RAISE(ABORT, 'pengiriman tidak hilang'); END;

CREATE TRIGGER pengiriman_tetap BEFORE UPDATE OF urutan, id, jenis, wilayah, periode, alamat, revisi, message_id
ON pengiriman
BEGIN SELECT RAISE(ABORT, 'pengiriman tetap yang sama'); END;

CREATE TRIGGER pengiriman_selesai BEFORE UPDATE OF keadaan ON pengiriman
WHEN OLD.keadaan = '{sent}' OR OLD.keadaan = '{failed}' AND NEW.keadaan NOT IN ('{planned}', '{awaiting}')
BEGIN SELECT RAISE(ABORT, 'pengiriman sudah selesai'); END;
",
        sent = State::Terkirim.name(),
        failed = State::Gagal.name(),
        planned = State::Direncanakan.name(),
        awaiting = State::MenungguJawaban.name(),
    )
}

/// The bytes of a ledger without deliveries. Made in memory, so that a file is either not there or whole.
pub(super) fn blank() -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    connection.execute_batch(&tables())?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}
