//! What `rakor jalankan` makes by itself, `[jadwal]`. No report prints it, and none depends on it.
//!
//! When data are complete is known to the tables only and belongs to [`crate::report`].

use toml::de::DeTable;

use super::reader::Reader;
use super::sections::Setting;
use crate::figure::Period;
use crate::place::Cell;

/// Nobody waits longer for late corrections, in days.
const MAX_DELAY: u32 = 90;

/// Nobody waits longer for a year to become complete, in days.
const MAX_PATIENCE: u32 = 366;

/// The schedule, `[jadwal]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jadwal {
    /// The first month that is looked at; the first year is the one it lies in.
    pub mulai: Cell<Period>,
    /// Whether each month gets its report; it does.
    pub bulanan: Setting<bool>,
    /// Whether each year gets its evaluation; it does not.
    pub evaluasi: Setting<bool>,
    /// Days to wait after the end of a month or a year; none.
    pub tunda_hari: Setting<u32>,
    /// Days after the end of a year on which it is evaluated with whatever is known; until it is complete when absent.
    pub batas_evaluasi_hari: Option<Cell<u32>>,
    /// Whether what is made is also sent, once `[surel]` is there; it is not.
    pub kirim: Setting<bool>,
}

/// The schedule; nothing when the section is absent or refused.
pub(super) fn read<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Option<Jadwal> {
    if !root.contains_key("jadwal") {
        return None;
    }
    let view = reader.section(root, "jadwal");
    let expected = "bulan pertama yang dibuat, misalnya \"2025-06\"";
    reader.require(&view, "mulai", expected);
    let mulai = reader.text_like(&view, "mulai", expected, |text| text.parse::<Period>().is_ok());
    let bulanan = reader.truth(&view, "bulanan", true);
    let evaluasi = reader.truth(&view, "evaluasi", false);
    let tunda_hari = reader.whole(&view, "tunda_hari", 0..=MAX_DELAY, 0);
    let batas_evaluasi_hari = reader.whole_or(&view, "batas_evaluasi_hari", 0..=MAX_PATIENCE, "");
    let kirim = reader.truth(&view, "kirim", false);
    let mulai = mulai.and_then(|cell| Some(Cell::new(cell.value.parse().ok()?, cell.place)))?;
    Some(Jadwal { mulai, bulanan, evaluasi, tunda_hari, batas_evaluasi_hari, kirim })
}
