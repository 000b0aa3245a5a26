//! Headings and words as they are compared: without case, punctuation, abbreviations and invisible characters.

use unicode_normalization::UnicodeNormalization;

/// Abbreviations of headings, and what they stand for.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("bln", "bulan"),
    ("jlh", "jumlah"),
    ("jml", "jumlah"),
    ("jmlh", "jumlah"),
    ("kab", "kabupaten"),
    ("kec", "kecamatan"),
    ("kel", "kelurahan"),
    ("kelp", "kelompok"),
    ("ket", "keterangan"),
    ("no", "nomor"),
    ("opd", "perangkat daerah"),
    ("pd", "perangkat daerah"),
    ("perusahaan", "pemberi kerja"),
    ("prog", "program"),
    ("prov", "provinsi"),
    ("real", "realisasi"),
    ("skpd", "perangkat daerah"),
    ("tgl", "tanggal"),
    ("thn", "tahun"),
    ("tk", "tenaga kerja"),
    ("yg", "yang"),
];

/// Words that make no difference between two headings.
const IDLE: &[&str] = &[
    "banyaknya",
    "besar",
    "besaran",
    "dalam",
    "data",
    "jiwa",
    "jumlah",
    "juta",
    "jutaan",
    "miliar",
    "milyar",
    "nilai",
    "orang",
    "ribu",
    "ribuan",
    "rp",
    "rupiah",
    "total",
    "triliun",
    "yang",
];

/// A text in small letters and whole words, one space between each two.
pub(super) fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfkc() {
        match c {
            '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' => {}
            '%' => plain.push_str(" persen "),
            '&' => plain.push_str(" dan "),
            _ if c.is_alphanumeric() => plain.extend(c.to_lowercase()),
            _ => plain.push(' '),
        }
    }
    let words = plain.split_whitespace().map(|word| {
        let long = ABBREVIATIONS.iter().find(|(short, _)| *short == word);
        long.map_or(word, |(_, long)| *long)
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A folded text without the words that make no difference; the same when nothing else would be left.
pub(super) fn core(folded: &str) -> String {
    let words: Vec<&str> = folded.split(' ').filter(|word| !IDLE.contains(word)).collect();
    if words.is_empty() { folded.to_owned() } else { words.join(" ") }
}

/// A text on one line, with ordinary spaces and without invisible characters, as it is shown and kept.
pub(super) fn plain(text: &str) -> String {
    let seen: String = text
        .chars()
        .filter(
            |c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}'),
        )
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}
