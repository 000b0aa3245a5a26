//! Tables: what a workspace's data may hold, and reading it.
//!
//! Owns: the schema of every table ([`schema`], one list in `tables.rs` from which the row structs, the messages and the
//! data dictionary follow), reading CSV bytes and the sheets of workbooks into a [`Dataset`] ([`read_all`]), its compact
//! serialised form, its CSV views, `skema`, and which of the published numbers of workers is in force ([`Denominators`]).
//! What a workbook's cells are belongs to [`crate::workbook`], whether figures contradict each other to [`crate::audit`],
//! how a number or a day is written to [`crate::bahasa`], the disk to [`crate::files`].
//!
//! A blank cell is absent, never zero. So is `…`, the sign of official tables for *belum tersedia*, and, where no zero
//! could be meant, a dash. A dash in a column of numbers may mean nil or unknown and is refused.

mod choice;
mod code;
mod coverage;
mod define;
mod dialect;
mod edit;
mod force;
mod free;
mod kind;
mod problem;
mod read;
mod regional;
mod row;
mod schema;
mod skema;
mod tables;
mod text;
mod view;
mod wire;

pub use choice::{
    Agregasi, Arah, JenisFaktor, JenisKegiatan, JenisWilayah, Manfaat, ProgramJaminan, RumusNegatif, SatuanTarget,
    Segmen, StatusData, StatusTindakLanjut, SumberDana,
};
pub use code::CODES;
pub use coverage::COVERAGE;
pub use edit::{Edit, Line, edited};
pub use force::{Denominators, NotInForce};
pub use free::book_of_csv;
pub use kind::NATION;
pub use read::{
    Gathered, GatheredCell, GatheredRow, SourceBook, SourceFile, is_percent, read, read_all, read_gathered, read_whole,
    tables_in,
};
pub use regional::Regional;
pub use schema::{ColumnSchema, Kind, Nature, TableSchema};
pub use skema::{SKEMA_BUKU, skema_buku, skema_csv, skema_md};
pub use tables::{
    Anggaran, DasarHukum, Dataset, Faktor, Indikator, IndikatorTahunan, IndikatorTriwulan, Kegiatan, Kelompok,
    Kepesertaan, KepesertaanProgram, Klaim, Narasi, Pekerja, PemberiKerja, Penerima, Penghargaan, Pernyataan, Proyek,
    Target, TarifIuran, TarifKonstruksi, TindakLanjut, Wilayah, schema, table_schema,
};
pub use view::{Otherwise, harmless, otherwise};

pub use view::csv_of;

pub use crate::files::MAX_BYTES;

/// No table may have more rows.
pub const MAX_ROWS: usize = 2_000_000;
