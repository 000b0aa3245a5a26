//! A mapping as the text of its section in `rakor.toml`.

use std::fmt::Write as _;

use crate::manifest::{Impor, Pasangan};
use crate::place::Place;
use crate::table::{Kind, table_schema};

/// The section `[impor.NAMA]`, ready to stand at the end of a manifest.
///
/// What an option of one run says about time is left out: it belongs to that file, and would be wrong for the next.
#[must_use]
pub fn section(import: &Impor, name: &str) -> String {
    let import = &lasting(import);
    let mut out = format!("[impor.{name}]\n");
    let _ = writeln!(out, "tabel = {}", text(&import.tabel.value));
    if let Some(sheet) = &import.lembar {
        let _ = writeln!(out, "lembar = {}", text(&sheet.value));
    }
    match &import.judul {
        Some(row) => _ = writeln!(out, "judul = {}", row.value),
        None => out.push_str("judul = \"cari\"\n"),
    }
    if let Some(height) = &import.baris_judul {
        let _ = writeln!(out, "baris_judul = {}", height.value);
    }
    if let Some(year) = &import.tahun {
        let _ = writeln!(out, "tahun = {}", year.value);
    }
    if !import.lewati.is_empty() {
        let words: Vec<String> = import.lewati.iter().map(|word| text(&word.value)).collect();
        let _ = writeln!(out, "lewati = [{}]", words.join(", "));
    }
    if let Some(wide) = &import.lebar {
        let headings: Vec<String> = wide.kolom.iter().map(|heading| text(&heading.value)).collect();
        let _ = writeln!(
            out,
            "lebar = {{ kolom = [{}], ke = {}, nilai = {} }}",
            headings.join(", "),
            text(&wide.ke.value),
            text(&wide.nilai.value)
        );
    }
    pairs(&mut out, &format!("impor.{name}.kolom"), &import.kolom);
    pairs(&mut out, &format!("impor.{name}.tetap"), &import.tetap);
    pairs(&mut out, &format!("impor.{name}.satuan"), &import.satuan);
    for (column, words) in &import.nilai {
        pairs(&mut out, &format!("impor.{name}.nilai.{}", key(column)), words);
    }
    out
}

fn lasting(import: &Impor) -> Impor {
    let mut import = import.clone();
    let given = |place: &Place| place.berkas.starts_with("--");
    let table = table_schema(&import.tabel.value);
    import.tetap.retain(|pair| {
        let kind = table.and_then(|table| table.column(&pair.kunci)).map(|column| column.kind);
        !(given(&pair.isi.place) && matches!(kind, Some(Kind::Month | Kind::Date | Kind::Year)))
    });
    import.tahun = import.tahun.filter(|year| !given(&year.place));
    import
}

fn pairs(out: &mut String, heading: &str, pairs: &[Pasangan]) {
    if pairs.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n[{heading}]");
    for pair in pairs {
        let _ = writeln!(out, "{} = {}", key(&pair.kunci), text(&pair.isi.value));
    }
}

fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if bare { name.to_owned() } else { text(name) }
}

fn text(value: &str) -> String {
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            _ if c.is_control() => _ = write!(out, "\\u{:04X}", u32::from(c)),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
