//! `rakor lacak`: from a printed figure to its cells, and where it is printed.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::args::Lacak;
use super::buat::with_room;
use super::code;
use super::settings::{Settings, Talk};
use super::{Exit, Outside, Reply, disk};
use crate::bahasa;
use crate::bahasa::baca::{Bilangan, dalam_teks};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity, quote};
use crate::files;
use crate::pdf::{MAX_BYTES, PACKED};
use crate::place::{Field, Place};
use crate::report::{self, Agreement, Figure, Manner, Print, Trace};
use crate::typeset::{Part, Spot};

/// At most this many cells of one figure are listed, unless everything was asked for: a total has hundreds.
const SHOWN: usize = 12;
/// So many printed figures are named when the one asked for is not printed.
const NEAREST: usize = 3;

pub(super) fn run(args: &Lacak, settings: &Settings, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let wanted = wanted(&args.angka)?;
    let path = args.berkas.as_str();
    let bytes = files::read_file(&outside.folder.join(path), MAX_BYTES).map_err(|trouble| {
        let (kind, diagnostic) = disk::unread(&trouble, path, FailureKind::Data);
        Failure::one(kind, diagnostic)
    })?;
    let trace = traced(path, &bytes, outside).map_err(|failure| at(failure, path))?;
    let figures = wanted.as_ref().map_or_else(|| trace.figures.iter().collect(), |wanted| trace.of(wanted));
    let near = match &wanted {
        Some(wanted) if figures.is_empty() => trace.nearest(wanted, NEAREST),
        _ => Vec::new(),
    };
    let limit = if settings.talk == Talk::Full { usize::MAX } else { SHOWN };
    let text = figures.iter().map(|figure| block(figure, limit)).collect::<Vec<_>>().join("\n");
    let mut reply = Reply::new(text, result(path, &trace, &figures, &near));
    reply.diagnostics.extend(remark(&trace).map(|diagnostic| diagnostic.at(Place::file(path))));
    if figures.is_empty() && wanted.is_some() {
        reply.exit = Exit::Data;
        reply.diagnostics.push(unprinted(&args.angka.join(" "), &near, &trace).at(Place::file(path)));
    }
    Ok(reply)
}

/// The number that was typed: one number, with or without its unit.
fn wanted(words: &[String]) -> Result<Option<Bilangan>, Failure> {
    if words.is_empty() {
        return Ok(None);
    }
    let typed = words.join(" ");
    let [number] = <[Bilangan; 1]>::try_from(dalam_teks(&typed)).map_err(|_| {
        let diagnostic = Diagnostic::error(
            code::NO_FIGURE,
            "Angka yang dicari tidak dapat dibaca.",
            "Tulis satu angka seperti yang tercetak, misalnya 30,72 atau 46.208.",
        );
        Failure::one(FailureKind::Usage, diagnostic.found(quote(&typed)))
    })?;
    Ok(Some(number))
}

/// Traces in a file; one that keeps its objects packed is unpacked by a child first.
fn traced(path: &str, bytes: &[u8], outside: &Outside<'_>) -> Result<Trace, Failure> {
    let packed = |failure: &Failure| failure.diagnostics.iter().any(|diagnostic| diagnostic.code == PACKED);
    match with_room(|| report::trace(bytes)) {
        Err(failure) if packed(&failure) => {
            let plain = outside.worker.unpack(path, bytes)?;
            let trace = with_room(|| report::trace(&plain))?;
            let agreement = match trace.agreement {
                Agreement::Different => Agreement::Rewritten,
                other => other,
            };
            Ok(Trace { agreement, ..trace })
        }
        traced => traced,
    }
}

/// What is refused without a place is the file's own fault.
fn at(mut failure: Failure, path: &str) -> Failure {
    for diagnostic in failure.diagnostics.iter_mut().filter(|diagnostic| diagnostic.places.is_empty()) {
        diagnostic.places.push(Place::file(path));
    }
    failure
}

/// What has to be known about the file before its places are believed.
fn remark(trace: &Trace) -> Option<Diagnostic> {
    Some(match trace.agreement {
        Agreement::Same => return None,
        Agreement::Extended => Diagnostic::new(
            code::EXTENDED,
            Severity::Catatan,
            "Berkas ini ditambahi sesudah dibuat, misalnya dengan tanda tangan elektronik; isi laporannya tidak berubah.",
            "",
        ),
        Agreement::Different => Diagnostic::new(
            code::OTHER_BYTES,
            Severity::Peringatan,
            "Berkas ini berbeda dari laporan yang tercetak dari data yang dibawanya; halaman yang disebutkan ialah halaman \
             laporan dari data itu.",
            "Bandingkan dengan berkas asli atau buat ulang laporannya.",
        ),
        Agreement::Rewritten => Diagnostic::new(
            code::SAVED_ANEW,
            Severity::Peringatan,
            "Berkas ini telah disimpan ulang oleh program lain; halaman yang disebutkan ialah halaman laporan dari data yang \
             dibawanya.",
            "Bandingkan dengan berkas asli.",
        ),
        Agreement::Unknown => Diagnostic::new(
            code::OTHER_VERSION,
            Severity::Peringatan,
            format!(
                "Berkas ini dibuat oleh rakor {}, sedangkan program ini rakor {}; hanya sel asalnya yang dapat disebutkan.",
                trace.version,
                env!("CARGO_PKG_VERSION")
            ),
            format!("Gunakan rakor {} untuk mengetahui halamannya.", trace.version),
        ),
    })
}

fn unprinted(typed: &str, near: &[&Figure], trace: &Trace) -> Diagnostic {
    let what = match trace.agreement {
        Agreement::Unknown => "tidak ditemukan dalam data berkas ini",
        _ => "tidak tercetak dalam berkas ini",
    };
    let action = "Periksa penulisannya; `rakor lacak` tanpa angka menampilkan semua angka yang tercetak.";
    let near: Vec<String> = near
        .iter()
        .filter_map(|figure| figure.prints.first())
        .map(|print| format!("{} ({})", print.text, page(print.spot.as_ref())))
        .collect();
    let near = if near.is_empty() { String::new() } else { format!("; yang terdekat ialah {}", bahasa::dan(&near)) };
    Diagnostic::error(code::NOT_PRINTED, format!("Angka {} {what}{near}.", quote(typed)), action)
}

/// One figure: what is printed, how it follows, from where, and where it stands.
fn block(figure: &Figure, limit: usize) -> String {
    let title = figure.prints.first().map(|print| print.text.as_str()).unwrap_or_default();
    let mut text = format!("{}\n", title.replace('\n', " "));
    if let Some(formula) = &figure.formula {
        let _ = writeln!(text, "  {:8} : {formula}", "Rumus");
    }
    let cells = figure.cells.iter().map(|cell| match &cell.value {
        Some(value) => format!("{}: {}", cell.place, quote(value)),
        None => cell.place.to_string(),
    });
    let mut origin: Vec<String> = cells.take(limit).collect();
    if figure.cells.len() > limit {
        let rest = figure.cells.len() - limit;
        origin.push(format!("… dan {rest} sel lainnya; tampilkan semuanya dengan --rinci"));
    }
    rows(&mut text, "Asal", &origin);
    let printed: Vec<String> = figure.prints.iter().map(|print| place(print, title)).collect();
    rows(&mut text, "Tercetak", &printed);
    text
}

fn rows(text: &mut String, label: &str, rows: &[String]) {
    for (index, row) in rows.iter().enumerate() {
        let (label, colon) = if index == 0 { (label, ':') } else { ("", ' ') };
        let _ = writeln!(text, "  {label:8} {colon} {row}");
    }
}

/// `halaman 1, Tabel 3 "Judul" (37,52%)`
fn place(print: &Print, title: &str) -> String {
    let mut text = page(print.spot.as_ref());
    if let Some(spot) = &print.spot {
        let _ = write!(text, ", {}", part(print.manner, spot));
        if let Some(section) = &spot.section {
            let _ = write!(text, ", bagian {}", quote(section));
        }
    }
    if print.text != title {
        let _ = write!(text, " ({})", print.text.replace('\n', " "));
    }
    text
}

fn page(spot: Option<&Spot>) -> String {
    spot.map_or_else(|| "halaman tidak diketahui".to_owned(), |spot| format!("halaman {}", spot.page))
}

/// The part of the document, with the number and the caption of its table or drawing.
fn part(manner: Manner, spot: &Spot) -> String {
    let Some(numbered) = &spot.numbered else { return kind(manner, spot.part).to_owned() };
    let named = format!("{} {}", numbered.label, quote(&numbered.caption));
    match kind(manner, spot.part) {
        "tabel" | "gambar" => named,
        kind => format!("{kind} {named}"),
    }
}

/// The kind of place, in one word or two.
fn kind(manner: Manner, part: Part) -> &'static str {
    match (manner, part) {
        (Manner::Label, _) => "label grafik",
        (Manner::Alternative, _) => "teks alternatif",
        (Manner::Text, Part::Paragraph) => "paragraf",
        (Manner::Text, Part::Item) => "butir",
        (Manner::Text, Part::Heading) => "judul bagian",
        (Manner::Text, Part::Table) => "tabel",
        (Manner::Text, Part::Caption) => "judul",
        (Manner::Text, Part::Drawing) => "gambar",
        (Manner::Text, Part::Beside) => "keterangan",
        (Manner::Text, Part::Margin) => "kepala atau kaki halaman",
        (Manner::Text, Part::Other) => "teks",
    }
}

fn result(path: &str, trace: &Trace, figures: &[&Figure], near: &[&Figure]) -> Value {
    let agreement = match trace.agreement {
        Agreement::Same => "sama",
        Agreement::Extended => "ditambahi",
        Agreement::Different => "berbeda",
        Agreement::Rewritten => "disimpan ulang",
        Agreement::Unknown => "tidak diketahui",
    };
    let nearest: Vec<&str> =
        near.iter().filter_map(|figure| figure.prints.first()).map(|print| print.text.as_str()).collect();
    json!({
        "berkas": path,
        "versi": trace.version,
        "kesesuaian": agreement,
        "angka": figures.iter().map(|figure| object(figure)).collect::<Vec<_>>(),
        "terdekat": nearest,
    })
}

fn object(figure: &Figure) -> Value {
    let cells: Vec<Value> = figure
        .cells
        .iter()
        .map(|cell| {
            let (column, letters, key) = match &cell.place.bagian {
                Some(Field::Kolom(column)) => (Some(column), None, None),
                Some(Field::Sel(sheet)) => (Some(&sheet.kolom), Some(&sheet.huruf), None),
                Some(Field::Kunci(key)) => (None, None, Some(key)),
                None => (None, None, None),
            };
            json!({
                "berkas": cell.place.berkas,
                "lembar": cell.place.lembar,
                "baris": cell.place.baris,
                "kolom": column,
                "huruf": letters,
                "kunci": key,
                "nilai": cell.value,
            })
        })
        .collect();
    let prints: Vec<Value> = figure
        .prints
        .iter()
        .map(|print| {
            let spot = print.spot.as_ref();
            let numbered = spot.and_then(|spot| spot.numbered.as_ref());
            json!({
                "teks": print.text,
                "halaman": spot.map(|spot| spot.page),
                "jenis": spot.map(|spot| kind(print.manner, spot.part)),
                "nomor": numbered.map(|numbered| &numbered.label),
                "judul": numbered.map(|numbered| &numbered.caption),
                "bagian": spot.and_then(|spot| spot.section.as_ref()),
            })
        })
        .collect();
    json!({ "rumus": figure.formula, "asal": cells, "tercetak": prints })
}
