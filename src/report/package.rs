//! The folder that typesetting works on: markup, values, drawings, letter profile, images and attachments.
//!
//! The same files, written to disk with the faces beside them, can be typeset by the engine's own command line alone;
//! so a user, a test, a benchmark and a bug report see the same thing.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::input::BuildInput;
use crate::chart;
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::fonts;
use crate::manifest::{GarisKop, Kertas, Pengantar, PrintedManifest, Spasi};
use crate::place::Printed;
use crate::template::{Bundle, Rendered};
use crate::typeset::{Job, MAIN};

/// The attachment that carries the whole input.
pub(super) const INPUT_FILE: &str = "masukan.json";
/// Folder of attachments inside the package.
const ATTACHMENTS: &str = "lampiran";
/// The file with which the engine's own command line begins: metadata, then the report.
pub(super) const CLI_MAIN: &str = "utama.typ";

/// The letter profile's file.
const PROFILE: &str = "profil.json";

/// A text of so many characters may be taller than a page in a narrow column, so its row needs leave to break.
const LONG_TEXT: usize = 600;

/// The letter profile as the layout reads it. Measures in millimetres and points.
#[derive(Serialize)]
struct Profile {
    kertas: Paper,
    /// Upright; forms lie on it crosswise.
    kertas_formulir: Paper,
    margin: Margins,
    ukuran_huruf: u32,
    spasi: f64,
    garis_kop: &'static str,
    tanda: Option<&'static str>,
    lambang: Option<String>,
    alt_lambang: String,
    lampiran: Vec<Attachment>,
    /// Characters of the longest word: it may be wider than its column and need leave to break anywhere.
    kata_terpanjang: usize,
    teks_panjang: bool,
    /// Texts that ran out of their column and may break anywhere; known only once the pages have been seen.
    patah: Vec<String>,
}

#[derive(Serialize)]
struct Paper {
    lebar: u32,
    tinggi: u32,
}

impl Paper {
    fn of(size: Kertas) -> Self {
        let (lebar, tinggi) = match size {
            Kertas::A4 => (210, 297),
            Kertas::F4Lebar => (215, 330),
            Kertas::F4Sempit => (210, 330),
        };
        Self { lebar, tinggi }
    }
}

#[derive(Serialize)]
struct Margins {
    atas: u32,
    bawah: u32,
    kiri: u32,
    kanan: u32,
}

#[derive(Serialize)]
struct Attachment {
    berkas: String,
    hubungan: &'static str,
    mime: &'static str,
    uraian: String,
}

/// All files of the job. `json` is the canonical input, `mark` the word that stands on every page.
pub(super) fn files(
    input: &BuildInput,
    json: Vec<u8>,
    bundle: &Bundle,
    rendered: &Rendered,
    mark: Option<&'static str>,
) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut files = BTreeMap::new();
    files.insert(MAIN.to_owned(), main_file(rendered).into_bytes());
    files.insert("data.json".to_owned(), values(rendered));
    for (name, text) in bundle.iter().filter(|(name, _)| name.starts_with("_naskah/")) {
        files.insert(name.to_owned(), text.as_bytes().to_vec());
    }
    files.extend(drawings(rendered)?);
    for (path, blob) in &input.aset {
        files.insert(path.clone(), blob.0.clone());
    }
    let mut listed = Vec::new();
    for (attachment, bytes) in attachments(input, json) {
        files.insert(attachment.berkas.trim_start_matches('/').to_owned(), bytes);
        listed.push(attachment);
    }
    files.insert(PROFILE.to_owned(), to_json(&profile(input, rendered, mark, listed)));
    Ok(files)
}

/// What the engine's command line needs besides the job: metadata in the markup, and the faces.
pub(super) fn for_command_line(job: &Job) -> BTreeMap<String, Vec<u8>> {
    let mut files = job.files.clone();
    let about = &job.about;
    let metadata = serde_json::json!({
        "judul": about.title, "penulis": about.author, "perihal": about.subject, "kata_kunci": about.keywords,
    });
    files.insert("dokumen.json".to_owned(), to_json(&metadata));
    let (year, month, day) = {
        use chrono::Datelike;
        (about.date.year(), about.date.month(), about.date.day())
    };
    let main = format!(
        "#let d = json(\"/dokumen.json\")\n\
         #set document(title: d.judul, author: d.penulis, description: d.perihal, keywords: d.kata_kunci, \
         date: datetime(year: {year}, month: {month}, day: {day}))\n\
         #include \"/{MAIN}\"\n"
    );
    files.insert(CLI_MAIN.to_owned(), main.into_bytes());
    for (name, bytes) in fonts::FACES {
        files.insert(format!("fonts/{name}"), bytes.to_vec());
    }
    files
}

/// The markup behind the definition of its references.
fn main_file(rendered: &Rendered) -> String {
    let marker = &rendered.marker;
    format!("{}{}", preamble(marker), rendered.markup)
}

fn preamble(marker: &str) -> String {
    format!("#let {marker}-semua = json(\"/data.json\")\n#let {marker}(n) = {marker}-semua.at(n)\n")
}

/// How many bytes of the main file stand before the markup.
pub(super) fn preamble_len(rendered: &Rendered) -> usize {
    preamble(&rendered.marker).len()
}

fn values(rendered: &Rendered) -> Vec<u8> {
    let texts: Vec<&str> = rendered.values.iter().map(|value| value.text.as_str()).collect();
    to_json(&texts)
}

fn drawings(rendered: &Rendered) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut files = BTreeMap::new();
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for call in &rendered.charts {
        match chart::draw(&call.spec) {
            Ok(svg) => {
                files.insert(call.path.trim_start_matches('/').to_owned(), svg.into_bytes());
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    if diagnostics.is_empty() {
        return Ok(files);
    }
    // A refusal that names cells is theirs to mend; any other is the template's.
    let cells = diagnostics.iter().any(|diagnostic| !diagnostic.places.is_empty());
    Err(Failure { kind: if cells { FailureKind::Data } else { FailureKind::Template }, diagnostics })
}

fn attachments(input: &BuildInput, json: Vec<u8>) -> Vec<(Attachment, Vec<u8>)> {
    let whole = Attachment {
        berkas: format!("/{ATTACHMENTS}/{INPUT_FILE}"),
        hubungan: "source",
        mime: "application/json",
        uraian: "Seluruh masukan laporan ini, dengan tempat asal setiap sel".to_owned(),
    };
    let mut all = vec![(whole, json)];
    for (table, rows) in input.tabel.tables() {
        if let Some(csv) = input.tabel.to_csv(table).filter(|_| rows > 0) {
            let attachment = Attachment {
                berkas: format!("/{ATTACHMENTS}/{table}.csv"),
                hubungan: "data",
                mime: "text/csv",
                uraian: format!("Tabel {table}: baris yang dipakai laporan ini"),
            };
            all.push((attachment, csv.into_bytes()));
        }
    }
    all
}

fn profile(input: &BuildInput, rendered: &Rendered, mark: Option<&'static str>, lampiran: Vec<Attachment>) -> Profile {
    let naskah = &input.naskah.naskah;
    Profile {
        kertas: Paper::of(naskah.kertas.value),
        kertas_formulir: Paper::of(input.naskah.evaluasi.kertas_formulir.value),
        margin: Margins {
            atas: naskah.margin_atas.value,
            bawah: naskah.margin_bawah.value,
            kiri: naskah.margin_kiri.value,
            kanan: naskah.margin_kanan.value,
        },
        ukuran_huruf: naskah.ukuran_huruf.value,
        spasi: match naskah.spasi.value {
            Spasi::Satu => 1.0,
            Spasi::SatuSeperenam => 1.15,
            Spasi::SatuSetengah => 1.5,
        },
        garis_kop: match naskah.garis_kop.value {
            GarisKop::Tunggal => "tunggal",
            GarisKop::Ganda => "ganda",
        },
        tanda: mark,
        lambang: input.aset.keys().next().map(|path| format!("/{path}")),
        alt_lambang: format!("Lambang {}", input.naskah.lembaga.pemerintah.value),
        lampiran,
        kata_terpanjang: rendered.values.iter().fold(0, |most, value| longest_word(&value.text, most)),
        teks_panjang: rendered.values.iter().any(is_long_cell),
        patah: Vec::new(),
    }
}

/// The same job, with leave for these texts to break anywhere in a table.
pub(super) fn with_breaks(job: &Job, texts: &BTreeSet<&str>) -> Job {
    let mut job = job.clone();
    if let Some(profile) = job.files.get_mut(PROFILE)
        && let Ok(serde_json::Value::Object(mut keys)) = serde_json::from_slice(profile)
    {
        keys.insert("patah".to_owned(), serde_json::json!(texts));
        *profile = to_json(&keys);
    }
    job
}

/// Whether a value is the long text of one cell; an enumeration of many cells stands in no column.
fn is_long_cell(value: &Printed) -> bool {
    value.from.len() == 1 && value.text.chars().nth(LONG_TEXT).is_some()
}

/// Characters between the places where a line can break, if there are more of them than the most so far.
fn longest_word(text: &str, most: usize) -> usize {
    // Of the hundreds of figures nearly all are shorter as a whole.
    if text.len() <= most {
        return most;
    }
    let breaks = |c: char| c.is_whitespace() || matches!(c, '/' | '-' | '–');
    text.split(breaks).map(|word| word.chars().count()).max().unwrap_or_default().max(most)
}

/// Whether a covering note stands in front.
pub(super) fn has_covering_note(manifest: &PrintedManifest) -> bool {
    manifest.laporan.pengantar.as_ref().is_some_and(|cell| cell.value == Pengantar::NotaDinas)
}

fn to_json<T: Serialize>(value: &T) -> Vec<u8> {
    // Strings, numbers and ordered maps only: serialisation has no way to fail.
    serde_json::to_vec(value).unwrap_or_default()
}
