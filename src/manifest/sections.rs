//! The sections of a manifest: what each holds, its defaults, and the rules between keys.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use toml::de::DeTable;

use super::check;
use super::evaluasi;
use super::impor;
use super::jadwal;
use super::problem;
use super::reader::{Reader, View};
use super::surel;
use super::syntax::Document;
use super::{Manifest, PrintedManifest};
use crate::diagnostic::Diagnostic;
use crate::place::{Cell, Place};

/// A value that has a default: without a place it is the program's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting<T> {
    /// The value.
    #[serde(rename = "nilai")]
    pub value: T,
    /// Where it was set; none for the default.
    #[serde(rename = "tempat", default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

impl<T> Setting<T> {
    /// The program's own value.
    pub(super) fn default_of(value: T) -> Self {
        Self { value, place: None }
    }

    /// What was set, or the program's own value.
    pub(super) fn of(cell: Option<Cell<T>>, default: T) -> Self {
        cell.map_or(Self::default_of(default), |cell| Self { value: cell.value, place: Some(cell.place) })
    }
}

macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$of])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every choice.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// As written in the manifest.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }
    };
}
pub(super) use choices;

choices! {
    /// Time zone of the institution, printed behind a time of day.
    Zona {
        /// Waktu Indonesia Barat.
        Wib = "WIB",
        /// Waktu Indonesia Tengah.
        Wita = "WITA",
        /// Waktu Indonesia Timur.
        Wit = "WIT",
    }
}

impl Zona {
    /// Hours ahead of UTC.
    #[must_use]
    pub fn hours_ahead(self) -> u8 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }
}

choices! {
    /// What is marked on every page of a paper that is no document of a government.
    Tanda {
        /// Published figures, unsigned.
        Contoh = "CONTOH",
        /// Invented figures.
        DataSimulasi = "DATA SIMULASI",
    }
}

choices! {
    /// What goes in front of the report.
    Pengantar {
        /// A covering note of one page.
        NotaDinas = "nota-dinas",
    }
}

choices! {
    /// Paper of the report.
    Kertas {
        /// 210 × 297 mm, the national rule.
        A4 = "A4",
        /// Folio as most regulations mean it, 215 × 330 mm.
        F4Lebar = "F4-215",
        /// Folio of 210 × 330 mm.
        F4Sempit = "F4-210",
    }
}

choices! {
    /// The rule under the letterhead.
    GarisKop {
        /// One line.
        Tunggal = "tunggal",
        /// A thick line over a thin one.
        Ganda = "ganda",
    }
}

choices! {
    /// Line spacing of running text, in multiples of a single line.
    Spasi {
        /// Single.
        Satu = "1",
        /// Slightly opened.
        SatuSeperenam = "1,15",
        /// One and a half.
        SatuSetengah = "1,5",
    }
}

choices! {
    /// In what capacity somebody holds an office that is not theirs.
    Pelaksana {
        /// Pelaksana tugas: the office is vacant.
        Plt = "Plt.",
        /// Pelaksana harian: its holder is absent.
        Plh = "Plh.",
        /// Penjabat.
        Pj = "Pj.",
    }
}

/// The institution that signs, `[lembaga]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lembaga {
    /// Region code of Kemendagri, `35.73`.
    pub wilayah: Cell<String>,
    /// First line of the letterhead: Pemerintah Kota Malang.
    pub pemerintah: Cell<String>,
    /// Second line of the letterhead: Sekretariat Daerah.
    pub perangkat_daerah: Cell<String>,
    /// Street and town, perhaps in several lines.
    pub alamat: Option<Cell<String>>,
    /// Five digits.
    pub kode_pos: Option<Cell<String>>,
    /// Telephone.
    pub telepon: Option<Cell<String>>,
    /// Mail address.
    pub pos_el: Option<Cell<String>>,
    /// Web site.
    pub laman: Option<Cell<String>>,
    /// The emblem's path from the workspace, `aset/lambang.svg`.
    pub lambang: Option<Cell<String>>,
    /// Where the report is signed: Malang.
    pub tempat: Cell<String>,
}

/// The letter, `[laporan]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Laporan {
    /// Its number.
    pub nomor: Option<Cell<String>>,
    /// Its date; blank for the pen when absent.
    pub tanggal: Option<Cell<NaiveDate>>,
    /// Time zone.
    pub zona: Option<Cell<Zona>>,
    /// Mark on every page.
    pub tanda: Option<Cell<Tanda>>,
    /// What goes in front.
    pub pengantar: Option<Cell<Pengantar>>,
}

/// The meeting, `[rapat]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rapat {
    /// Its name.
    pub nama: Option<Cell<String>>,
    /// Its day.
    pub tanggal: Option<Cell<NaiveDate>>,
    /// Its room.
    pub tempat: Option<Cell<String>>,
    /// Its hour, `09.00`.
    pub waktu: Option<Cell<String>>,
}

/// The letter profile, `[naskah]`. Defaults: Permendagri 1/2023 as the trade reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Naskah {
    /// Paper; A4.
    pub kertas: Setting<Kertas>,
    /// Size of running text in points; 12.
    pub ukuran_huruf: Setting<u32>,
    /// Upper margin in millimetres; 20.
    pub margin_atas: Setting<u32>,
    /// Lower margin in millimetres; 25.
    pub margin_bawah: Setting<u32>,
    /// Left margin in millimetres; 30.
    pub margin_kiri: Setting<u32>,
    /// Right margin in millimetres; 20.
    pub margin_kanan: Setting<u32>,
    /// Rule under the letterhead; one line.
    pub garis_kop: Setting<GarisKop>,
    /// Line spacing; single.
    pub spasi: Setting<Spasi>,
}

/// Denominator and reference target, `[cakupan]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cakupan {
    /// The `definisi` of table `pekerja` that coverages are computed with.
    pub penyebut: Option<Cell<String>>,
    /// The `dokumen` of table `target` that is the reference.
    pub target_acuan: Option<Cell<String>>,
}

/// How segments add up, `[segmen]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AturanSegmen {
    /// Codes of the segments whose sum is the total; PU and BPU.
    pub penyusun_total: Setting<Vec<String>>,
    /// Code of the segment that vulnerable workers are part of; BPU.
    pub induk_rentan: Setting<String>,
}

/// A signer, `[[penanda_tangan]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PenandaTangan {
    /// The office.
    pub jabatan: Cell<String>,
    /// The name with titles.
    pub nama: Option<Cell<String>>,
    /// Rank.
    pub pangkat: Option<Cell<String>>,
    /// Eighteen digits without spaces.
    pub nip: Option<Cell<String>>,
    /// Who is represented (a.n.).
    pub atas_nama: Option<Cell<String>>,
    /// The represented official under whom is signed (u.b.); only with `atas_nama`.
    pub melalui: Option<Cell<String>>,
    /// Acting capacity; `Plt.` never with `atas_nama`.
    pub pelaksana: Option<Cell<Pelaksana>>,
}

/// Heading of the covering note, `[nota_dinas]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotaDinas {
    /// Addressee; required when the covering note is asked for.
    pub kepada: Option<Cell<String>>,
    /// Sender.
    pub dari: Option<Cell<String>>,
    /// Nature.
    pub sifat: Option<Cell<String>>,
    /// Enclosures.
    pub lampiran: Option<Cell<String>>,
    /// Subject.
    pub hal: Option<Cell<String>>,
    /// Number.
    pub nomor: Option<Cell<String>>,
    /// Copies.
    pub tembusan: Vec<Cell<String>>,
}

/// A recorded waiver, `[[pengecualian]]`: a person prints a figure that a rule refuses, and answers for it in print.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pengecualian {
    /// Code of the rule.
    pub kode: Cell<String>,
    /// The place it holds for, as diagnostics name it.
    pub tempat: Cell<String>,
    /// Why.
    pub alasan: Cell<String>,
    /// Who answers for it.
    pub jabatan: Cell<String>,
    /// Since when.
    pub tanggal: Cell<NaiveDate>,
}

/// Codes that a total may be made of.
const PARTS: &[&str] = &["PU", "BPU", "JAKON", "PMI"];
/// Codes that vulnerable workers may be part of.
const PARENTS: &[&str] = &["PU", "BPU"];

/// Everything the document says, as far as it is right, and everything wrong with it.
pub(super) fn read(document: Document<'_>) -> (Option<Manifest>, Vec<Diagnostic>) {
    if document.torn {
        return (None, document.refusals);
    }
    let (mut reader, root) = Reader::new(document);
    reader.refuse_unknown(&root);
    let printed = sections(&mut reader, &root);
    let imports = impor::read(&mut reader, &root);
    let schedule = jadwal::read(&mut reader, &root);
    let mail = surel::read(&mut reader, &root);
    let recipients = surel::recipients(&mut reader, &root);
    let manifest = printed.map(|printed| Manifest { printed, imports, schedule, mail, recipients });
    (manifest, reader.problems)
}

fn sections<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Option<PrintedManifest> {
    let top = reader.top(root);
    let tembusan = reader.list(&top, "tembusan");
    let lembaga = lembaga(reader, root);
    let laporan = laporan(reader, root);
    let rapat = rapat(reader, root);
    let naskah = naskah(reader, root);
    let cakupan = cakupan(reader, root);
    let segmen = segmen(reader, root);
    let penanda_tangan = penanda_tangan(reader, &top);
    let nota_dinas = nota_dinas(reader, root, &laporan);
    let pengecualian = pengecualian(reader, &top);
    let evaluasi = evaluasi::read(reader, root);
    Some(PrintedManifest {
        lembaga: lembaga?,
        laporan,
        rapat,
        naskah,
        cakupan,
        segmen,
        penanda_tangan,
        tembusan,
        nota_dinas,
        pengecualian,
        evaluasi,
    })
}

fn lembaga<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Option<Lembaga> {
    let view = reader.section(root, "lembaga");
    if !reader.require_section(&view) {
        return None;
    }
    let code = "kode wilayah Kemendagri sebagai teks, misalnya \"35.73\"";
    reader.require(&view, "wilayah", code);
    reader.require(&view, "pemerintah", "baris pertama kop, misalnya \"Pemerintah Kota Malang\"");
    reader.require(&view, "perangkat_daerah", "baris kedua kop, misalnya \"Sekretariat Daerah\"");
    reader.require(&view, "tempat", "tempat penandatanganan, misalnya \"Malang\"");
    let wilayah = reader.text_like(&view, "wilayah", code, check::region_code);
    let pemerintah = reader.text(&view, "pemerintah");
    let perangkat_daerah = reader.text(&view, "perangkat_daerah");
    let alamat = reader.passage(&view, "alamat");
    let kode_pos = reader.text_like(&view, "kode_pos", "lima angka, misalnya \"65119\"", check::postcode);
    let telepon = reader.text(&view, "telepon");
    let pos_el = reader.text_like(&view, "pos_el", "alamat surel, misalnya \"setda@contoh.go.id\"", check::address);
    let laman = reader.text(&view, "laman");
    let lambang = reader
        .text_like(&view, "lambang", "berkas PNG, JPG, atau SVG dalam folder aset", |text| {
            check::picture(text).is_some()
        })
        .and_then(|cell| Some(Cell::new(check::picture(&cell.value)?, cell.place)));
    let tempat = reader.text(&view, "tempat");
    Some(Lembaga {
        wilayah: wilayah?,
        pemerintah: pemerintah?,
        perangkat_daerah: perangkat_daerah?,
        alamat,
        kode_pos,
        telepon,
        pos_el,
        laman,
        lambang,
        tempat: tempat?,
    })
}

fn laporan<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Laporan {
    let view = reader.section(root, "laporan");
    Laporan {
        nomor: reader.text(&view, "nomor"),
        tanggal: reader.date(&view, "tanggal"),
        zona: reader.choice(&view, "zona", Zona::ALL, Zona::as_str),
        tanda: reader.choice(&view, "tanda", Tanda::ALL, Tanda::as_str),
        pengantar: reader.choice(&view, "pengantar", Pengantar::ALL, Pengantar::as_str),
    }
}

fn rapat<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Rapat {
    let view = reader.section(root, "rapat");
    Rapat {
        nama: reader.text(&view, "nama"),
        tanggal: reader.date(&view, "tanggal"),
        tempat: reader.text(&view, "tempat"),
        waktu: reader.text_like(&view, "waktu", "jam dan menit dengan titik, misalnya \"09.00\"", check::time_of_day),
    }
}

fn naskah<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Naskah {
    let view = reader.section(root, "naskah");
    // Below five millimetres printers cut; above sixty no column of a table fits.
    let margin = 5..=60;
    Naskah {
        kertas: Setting::of(reader.choice(&view, "kertas", Kertas::ALL, Kertas::as_str), Kertas::A4),
        ukuran_huruf: reader.whole(&view, "ukuran_huruf", 9..=14, 12),
        margin_atas: reader.whole(&view, "margin_atas", margin.clone(), 20),
        margin_bawah: reader.whole(&view, "margin_bawah", margin.clone(), 25),
        margin_kiri: reader.whole(&view, "margin_kiri", margin.clone(), 30),
        margin_kanan: reader.whole(&view, "margin_kanan", margin, 20),
        garis_kop: Setting::of(reader.choice(&view, "garis_kop", GarisKop::ALL, GarisKop::as_str), GarisKop::Tunggal),
        spasi: Setting::of(reader.choice(&view, "spasi", Spasi::ALL, Spasi::as_str), Spasi::Satu),
    }
}

fn cakupan<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Cakupan {
    let view = reader.section(root, "cakupan");
    Cakupan { penyebut: reader.text(&view, "penyebut"), target_acuan: reader.text(&view, "target_acuan") }
}

fn segmen<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> AturanSegmen {
    let view = reader.section(root, "segmen");
    let parts = reader.list(&view, "penyusun_total");
    let mut codes: Vec<String> = Vec::new();
    for part in &parts {
        if !PARTS.contains(&part.value.as_str()) {
            reader.push(problem::not_a_choice(part.place.clone(), &part.value, PARTS));
        } else if codes.contains(&part.value) {
            reader.push(problem::repeated(part.place.clone(), &part.value));
        }
        codes.push(part.value.clone());
    }
    let penyusun_total = match parts.into_iter().next() {
        Some(first) => Setting { value: codes, place: Some(first.place) },
        None => Setting::default_of(vec!["PU".to_owned(), "BPU".to_owned()]),
    };
    let parent = reader.choice(&view, "induk_rentan", PARENTS, |code| code);
    let induk_rentan = Setting::of(parent.map(|cell| Cell::new(cell.value.to_owned(), cell.place)), "BPU".to_owned());
    AturanSegmen { penyusun_total, induk_rentan }
}

fn penanda_tangan<'t>(reader: &mut Reader<'t>, top: &View<'_, 't>) -> Vec<PenandaTangan> {
    let views = reader.entries(top, "penanda_tangan");
    views.iter().filter_map(|view| signer(reader, view)).collect()
}

/// One signer, of the letter or of the evaluation.
pub(super) fn signer<'t>(reader: &mut Reader<'t>, view: &View<'_, 't>) -> Option<PenandaTangan> {
    reader.require(view, "jabatan", "jabatan penanda tangan, misalnya \"Sekretaris Daerah\"");
    let jabatan = reader.text(view, "jabatan");
    let nama = reader.text(view, "nama");
    let pangkat = reader.text(view, "pangkat");
    let nip = reader.private_text(view, "nip").and_then(|cell| match check::nip(&cell.value) {
        Ok(nip) => Some(Cell::new(nip, cell.place)),
        Err(why) => {
            reader.push(problem::nip(cell.place, why));
            None
        }
    });
    let atas_nama = reader.text(view, "atas_nama");
    let melalui = reader.text(view, "melalui");
    let pelaksana = reader.choice(view, "pelaksana", Pelaksana::ALL, Pelaksana::as_str);
    if let (Some(acting), Some(represented)) = (&pelaksana, &atas_nama)
        && acting.value == Pelaksana::Plt
    {
        reader.push(problem::conflict(
            vec![acting.place.clone(), represented.place.clone()],
            "Plt. tidak digabung dengan a.n.; seorang pelaksana tugas menandatangani atas jabatannya sendiri.",
            "Hapus `pelaksana` atau `atas_nama`.",
        ));
    }
    if let (Some(through), None) = (&melalui, &atas_nama) {
        reader.push(problem::conflict(
            vec![through.place.clone()],
            "Bentuk u.b. hanya digunakan setelah a.n.",
            "Isi `atas_nama` atau hapus `melalui`.",
        ));
    }
    Some(PenandaTangan { jabatan: jabatan?, nama, pangkat, nip, atas_nama, melalui, pelaksana })
}

fn nota_dinas<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>, laporan: &Laporan) -> NotaDinas {
    let view = reader.section(root, "nota_dinas");
    if laporan.pengantar.is_some() {
        reader.require(&view, "kepada", "jabatan yang dituju, misalnya \"Sekretaris Daerah\"");
    }
    NotaDinas {
        kepada: reader.text(&view, "kepada"),
        dari: reader.text(&view, "dari"),
        sifat: reader.text(&view, "sifat"),
        lampiran: reader.text(&view, "lampiran"),
        hal: reader.text(&view, "hal"),
        nomor: reader.text(&view, "nomor"),
        tembusan: reader.list(&view, "tembusan"),
    }
}

fn pengecualian<'t>(reader: &mut Reader<'t>, top: &View<'_, 't>) -> Vec<Pengecualian> {
    let views = reader.entries(top, "pengecualian");
    views.iter().filter_map(|view| waiver(reader, view)).collect()
}

fn waiver<'t>(reader: &mut Reader<'t>, view: &View<'_, 't>) -> Option<Pengecualian> {
    reader.require(view, "kode", "kode aturan, misalnya \"A001\"");
    reader.require(view, "tempat", "tempat angka itu, misalnya \"data/kepesertaan.csv, baris 14\"");
    reader.require(view, "alasan", "alasan pengecualian, yang ikut dicetak");
    reader.require(view, "jabatan", "jabatan yang bertanggung jawab");
    reader.require(view, "tanggal", "tanggal keputusan, misalnya 2025-08-31");
    let kode = reader.text(view, "kode");
    let tempat = reader.text(view, "tempat");
    let alasan = reader.passage(view, "alasan");
    let jabatan = reader.text(view, "jabatan");
    let tanggal = reader.date(view, "tanggal");
    Some(Pengecualian { kode: kode?, tempat: tempat?, alasan: alasan?, jabatan: jabatan?, tanggal: tanggal? })
}
