//! Reading what staff really produce, without guessing.
//!
//! Comma is the decimal sign and a point groups thousands; what could mean two things is refused with a sentence that says
//! why. Nothing here knows files or cells: the caller adds the place and quotes the value found, unless it is personal.

mod angka;
mod dalam;
mod salah;
mod ucapan;
mod waktu;

pub use angka::{cacah, desimal, uang};
pub use dalam::{Bilangan, dalam_teks};
pub use salah::{Jenis, Salah, Sebab};
pub use ucapan::{Kira, Satuan, Ucapan};
pub use waktu::{hari, periode, tahun, tanggal};
