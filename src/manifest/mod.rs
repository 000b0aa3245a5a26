//! The workspace's manifest, `rakor.toml`.
//!
//! Owns: the text of the manifest and nothing of the disk; which keys there are, what each may hold, where each value
//! stood, and the Indonesian words for everything wrong with it. All problems are collected. Whether a region or a
//! denominator exists is known to the tables only and belongs to [`crate::audit`] and [`crate::report`].
//!
//! An empty text counts as an absent key, so that a form can be handed out with blanks. Defaults carry no place.

mod check;
mod code;
mod evaluasi;
mod impor;
mod jadwal;
mod problem;
mod reader;
mod schema;
mod sections;
mod surel;
mod syntax;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Failure, FailureKind};
use crate::place::{Cell, Place};

pub use code::CODES;
pub use evaluasi::{Evaluasi, MAX_PLAN_YEARS, ModePredikat, Rpjmd};
pub use impor::{Impor, Lebar, Pasangan};
pub use jadwal::Jadwal;
pub use sections::{
    AturanSegmen, Cakupan, GarisKop, Kertas, Laporan, Lembaga, Naskah, NotaDinas, Pelaksana, PenandaTangan, Pengantar,
    Pengecualian, Rapat, Setting, Spasi, Tanda, Zona,
};
pub use surel::{PenerimaSurel, Pengaman, Surel, WilayahSurel};
pub use syntax::decode;

/// The name of the manifest in a workspace.
pub const FILE_NAME: &str = "rakor.toml";

/// The manifest, read and found right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    printed: PrintedManifest,
    imports: Vec<Impor>,
    schedule: Option<Jadwal>,
    mail: Option<Surel>,
    recipients: Vec<PenerimaSurel>,
}

/// The part of the manifest that a report prints, and that travels inside its PDF. Recipients, mail servers and
/// schedules never stand here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedManifest {
    /// The institution that signs.
    pub lembaga: Lembaga,
    /// The letter's number, date and marks.
    pub laporan: Laporan,
    /// The meeting that the report is made for.
    pub rapat: Rapat,
    /// The letter profile.
    pub naskah: Naskah,
    /// Denominator and reference target.
    pub cakupan: Cakupan,
    /// How segments add up.
    pub segmen: AturanSegmen,
    /// Signers, the one who signs the report first.
    pub penanda_tangan: Vec<PenandaTangan>,
    /// Who gets a copy, in order; left out of the print when empty.
    pub tembusan: Vec<Cell<String>>,
    /// Heading of the covering note.
    pub nota_dinas: NotaDinas,
    /// Recorded waivers of data rules.
    pub pengecualian: Vec<Pengecualian>,
    /// Rules, plans and signers of the evaluation. Only an evaluation carries them.
    #[serde(default, skip_serializing_if = "Evaluasi::is_default")]
    pub evaluasi: Evaluasi,
}

impl Manifest {
    /// Reads the text of a manifest; `path` is how places name it.
    ///
    /// Fails with [`FailureKind::Usage`] and every problem found, in the order of the lines.
    pub fn parse(text: &str, path: &str) -> Result<Self, Failure> {
        // The engine skips the mark too, but counts its bytes.
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let document = syntax::read(text, Place::file(path));
        let (read, mut diagnostics) = sections::read(document);
        if let (true, Some(manifest)) = (diagnostics.is_empty(), read) {
            return Ok(manifest);
        }
        diagnostics.sort_by_key(|diagnostic| diagnostic.places.first().and_then(|place| place.baris));
        Err(Failure { kind: FailureKind::Usage, diagnostics })
    }

    /// What a report prints.
    #[must_use]
    pub fn printed(&self) -> &PrintedManifest {
        &self.printed
    }

    /// How sheets of other forms become tables, in the order of the file; no report prints it.
    #[must_use]
    pub fn imports(&self) -> &[Impor] {
        &self.imports
    }

    /// What is made without being asked for; nothing when the manifest has no `[jadwal]`.
    #[must_use]
    pub fn schedule(&self) -> Option<&Jadwal> {
        self.schedule.as_ref()
    }

    /// How reports are sent; nothing when the manifest has no `[surel]`.
    #[must_use]
    pub fn mail(&self) -> Option<&Surel> {
        self.mail.as_ref()
    }

    /// The recipients that stand in the manifest, in the order of the file; others stand in table `penerima`.
    #[must_use]
    pub fn recipients(&self) -> &[PenerimaSurel] {
        &self.recipients
    }

    /// The zone whose days and hours count; that of Jakarta when none is named.
    #[must_use]
    pub fn zone(&self) -> Zona {
        self.printed.laporan.zona.as_ref().map_or(Zona::Wib, |cell| cell.value)
    }
}
