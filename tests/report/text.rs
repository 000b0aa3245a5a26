//! Text stays text: whatever stands in a cell is printed letter for letter, or refused by a rule that names it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rakor::bahasa::kapital_awal;
use rakor::diagnostic::FailureKind;
use rakor::table::{Kind, schema};

use super::case::{Case, rows, shown};
use super::paper::{Paper, SIMULASI, bare, campaign};

/// What means something to the engine of the pages, to the engine of the templates, or to neither.
pub(super) const HOSTILE: [&str; 42] = [
    "PT A /* B",
    "usia <18 tahun",
    "info@bpjs.go.id",
    "harga $5 dan $6",
    "#1 terbaik",
    "CV *Maju*",
    "a // b",
    "C:\\baru",
    "[x]",
    "]",
    "- b",
    "1. a",
    "= d",
    "\"x\" -5 -- ...",
    "#panic(\"jalan\")",
    "#import \"x.typ\": *",
    "`mentah`",
    "```typ #panic() ```",
    "_miring_ dan __tebal__",
    "$x^2$",
    "<label>",
    "@rujukan",
    "https://contoh.go.id/(a",
    "a ~ b",
    "-? a --- b",
    "+ c",
    "/ istilah: arti",
    "*/ tutup",
    "#eval(\"1\")",
    "#{",
    "{{ naskah.nomor }}",
    "{% raw %}",
    "{# komentar #}",
    "'tunggal' dan \"ganda\"",
    "\\u{41} \\# \\",
    "); #v(0);",
    "#let v = 1",
    "&amp; <b>tebal</b> ’ & < >",
    "; (b) .c [d]",
    "]]] #[ {{",
    "%PDF-1.7 endobj",
    "=SUM(A1) =cmd|'/c'!A1",
];

/// Columns of text that mean something to the program, and those that no report prints.
const STRUCTURAL: [(&str, &str); 6] = [
    ("pekerja", "definisi"),
    ("target", "indikator"),
    ("target", "dokumen"),
    ("narasi", "laporan"),
    ("narasi", "bagian"),
    ("dasar_hukum", "perubahan"),
];

/// The mark of `hasil` in table `kegiatan`.
const RESULT: &str = "q18k7n";

/// Keys of the manifest that hold text of any kind.
const KEYS: [&str; 16] = [
    "pemerintah",
    "perangkat_daerah",
    "alamat",
    "telepon",
    "laman",
    "tempat",
    "nomor",
    "nama",
    "atas_nama",
    "jabatan",
    "pangkat",
    "kepada",
    "dari",
    "sifat",
    "lampiran",
    "hal",
];

/// The simulation with every text rewritten. `write` gets a number and a mark of its own for each different text.
fn rewritten(write: impl Fn(usize, &str) -> String) -> (Case, Vec<(String, String)>) {
    let mut case = Case::simulasi();
    let mut written: BTreeMap<String, String> = BTreeMap::new();
    for (at, table) in schema().iter().enumerate().filter(|(_, table)| !table.is_personal()) {
        for (below, column) in table.columns.iter().enumerate() {
            let left = STRUCTURAL.contains(&(table.name, column.name)) || table.name == "pernyataan";
            if column.kind != Kind::Text || left {
                continue;
            }
            let all = rows(&case.text(table.name));
            let Some(field) = all[0].iter().position(|name| name == column.name) else { continue };
            let mut texts = BTreeMap::new();
            for row in all.iter().skip(1).filter(|row| !row[field].is_empty()) {
                let number = texts.len();
                texts.entry(row[field].clone()).or_insert_with(|| {
                    let mark = format!("q{at}k{below}n{number}");
                    let text = write(at + below + number, &mark);
                    written.insert(mark, text.clone());
                    text
                });
            }
            case = case.cells(table.name, column.name, |_, cell| texts.get(cell).cloned().unwrap_or_default());
        }
    }
    let mut lines = Vec::new();
    for (number, line) in case.raw.manifest.lines().enumerate() {
        let mark = format!("qmn{number}");
        let key = line.split_once(" = ").map_or("", |(key, _)| key);
        let listed = line.starts_with("    \"");
        if KEYS.contains(&key) && line.ends_with('"') || listed {
            let text = write(number, &mark);
            let quoted = serde_json::to_string(&text).unwrap();
            lines.push(if listed { format!("    {quoted},") } else { format!("{key} = {quoted}") });
            written.insert(mark, text);
        } else {
            lines.push(line.to_owned());
        }
    }
    case.raw.manifest = lines.join("\n");
    (case, written.into_iter().collect())
}

/// How often each kind of thing stands in the tagged structure of a file.
fn structure(paper: &Paper) -> BTreeMap<&'static str, usize> {
    let file = String::from_utf8_lossy(&paper.built.pdf);
    let kinds =
        ["H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "Caption", "Link", "Formula", "Code"];
    let mut counts: BTreeMap<_, _> =
        kinds.iter().map(|kind| (*kind, file.matches(&format!("/S/{kind}/")).count())).collect();
    counts.insert("annotation", file.matches("/Subtype/Link").count());
    counts
}

/// The marks that stand on the pages, with the numbers of the pages left out of account; but not what a note on the data
/// quotes, which may be shortened.
fn printed<'a>(paper: &Paper, written: &'a [(String, String)]) -> Vec<&'a str> {
    let text = paper.bare();
    // The letterhead is set in capitals.
    let small = text.to_lowercase();
    let there = |mark: &str| {
        text.contains(mark) || text.contains(&kapital_awal(mark)) || (mark.starts_with("qm") && small.contains(mark))
    };
    let quoted = |mark: &str| paper.built.warnings.iter().any(|warning| warning.message.contains(&format!("{mark}\"")));
    written.iter().map(|(mark, _)| mark.as_str()).filter(|mark| there(mark) && !quoted(mark)).collect()
}

/// Texts that do not stand on the pages as they were written.
fn altered(paper: &Paper, written: &[(String, String)], expected: &[&str]) -> Vec<String> {
    let text = paper.bare();
    let small = text.to_lowercase();
    let there = |mark: &str, value: &str| {
        // What came of an activity becomes a sentence of its own: its first letter and its full stop are the pattern's.
        let rest =
            if mark.starts_with(RESULT) { value.trim_end_matches('.').get(1..).unwrap_or_default() } else { value };
        // The first thing in a row begins with a capital.
        text.contains(&bare(rest))
            || text.contains(&bare(&kapital_awal(rest)))
            || (mark.starts_with("qm") && small.contains(&bare(value).to_lowercase()))
    };
    let lost = written.iter().filter(|(mark, value)| expected.contains(&mark.as_str()) && !there(mark, value));
    lost.map(|(mark, value)| format!("{mark}: {value}")).collect()
}

#[test]
fn no_text_in_any_cell_is_anything_but_text() {
    let (case, written) = rewritten(|_, mark| format!("aman {mark}"));
    let plain = case.paper();
    let expected = printed(&plain, &written);
    assert!(expected.len() > 150, "{} texts are printed", expected.len());
    let values = plain.built.values.len();
    // A rotation puts each text into another cell; all of them put each text into all cells.
    let step = if campaign() { 1 } else { 14 };
    for rotation in (0..HOSTILE.len()).step_by(step) {
        for first in [true, false] {
            let (case, written) = rewritten(|number, mark| {
                let hostile = HOSTILE[(number + rotation) % HOSTILE.len()];
                if first { format!("{hostile} {mark}") } else { format!("{mark} {hostile}") }
            });
            let paper = case.paper();
            assert_eq!(altered(&paper, &written, &expected), Vec::<String>::new(), "rotation {rotation}");
            assert_eq!(paper.built.values.len(), values, "no value more or less");
            assert_eq!(structure(&paper), structure(&plain), "no heading, list, link or paragraph more or less");
            assert!(paper.says("LAMPIRAN III DAFTAR PAKET PEKERJAAN"));
        }
    }
}

#[test]
fn a_line_break_in_a_cell_is_a_line_break_and_nothing_else() {
    let (case, written) = rewritten(|_, mark| format!("satu dua {mark} tiga"));
    let plain = case.paper();
    let expected = printed(&plain, &written);
    for (name, between) in
        [("LF", "\n"), ("CRLF", "\r\n"), ("NEL", "\u{85}"), ("LS", "\u{2028}"), ("PS", "\u{2029}"), ("two", "\n\n")]
    {
        for begin in ["= ", "- ", "+ ", "1. ", "/ a: ", ""] {
            let (case, written) = rewritten(|_, mark| {
                // Names of the manifest are lines by rule; the running title has room for a region of one line.
                let between = if mark.starts_with("qm") || mark.starts_with("q0k") { " " } else { between };
                format!("satu{between}{begin}dua {mark}{between}tiga")
            });
            if !campaign() && begin != "= " && begin != "- " {
                continue;
            }
            let paper = case.paper();
            assert_eq!(altered(&paper, &written, &expected), Vec::<String>::new(), "{name} {begin}");
            assert_eq!(paper.built.values.len(), plain.built.values.len());
            assert_eq!(structure(&paper), structure(&plain), "{name} {begin}");
        }
    }
    let paper = Case::simulasi().cell("proyek", 2, "paket", "Rehabilitasi\nPasar").paper();
    let last = paper.built.text.last().unwrap();
    assert!(last.contains("Rehabilitasi\nPasar"), "the line breaks where the cell's does");
}

#[test]
fn a_word_of_150_letters_stays_on_the_page() {
    let long = |mark: &str| format!("{mark}{}", "Pertanggungjawaban".repeat(9)).chars().take(150).collect::<String>();
    let (case, written) = rewritten(|_, mark| long(mark));
    let (short, marks) = rewritten(|_, mark| format!("aman {mark}"));
    let expected = printed(&short.paper(), &marks);
    // A report with text that leaves the paper is refused.
    let paper = case.paper();
    assert_eq!(altered(&paper, &written, &expected), Vec::<String>::new());
}

#[test]
fn a_word_of_10_000_letters_is_refused_with_its_cell() {
    let failure = Case::malang().cell("wilayah", 4, "nama", &"é".repeat(10_000)).refused();
    assert_eq!(failure.kind, FailureKind::Data);
    assert_eq!(
        shown(&failure.diagnostics),
        "D020 data/wilayah.csv, baris 4, kolom nama: Sel ini memuat kata yang tidak muat pada satu baris halaman. \
         [10.000 karakter tanpa spasi]"
    );
}

#[test]
fn a_cell_of_many_pages_is_printed_to_its_end() {
    let words: Vec<String> = (0..3_000).map(|n| format!("kata{n}")).collect();
    let text = words.join(" ");
    for (table, line, column) in [("narasi", 2, "teks"), ("tindak_lanjut", 2, "permasalahan"), ("kegiatan", 3, "hasil")]
    {
        let paper = Case::simulasi().cell(table, line, column, &text).paper();
        assert!(paper.built.pages > SIMULASI.built.pages + 3 && paper.bare().contains("kata2999"), "{table}");
        assert_eq!(paper.built.values.len(), SIMULASI.built.values.len());
    }
}

#[test]
fn names_keep_their_letters() {
    for name in [
        "D’Olivera & Rekan <Malang>",
        "Ni’mah, S.H., M.Kn.",
        "Muhammad Ṣāliḥ",
        "Élodie Nguyễn-Đặng",
        "Łukasz Żółć",
        "ΑΩ Ελλάς",
        "Иванов",
        "1/2 ½ × ÷ ± ° § €",
        "fi ffi fl – — …",
        "Ir. R. A. Kartini, M.T.",
    ] {
        let case = Case::simulasi().manifest("Dra. Rekaan Pertama, M.Si.", name).cell("proyek", 2, "paket", name);
        match rakor::report::load(case.raw.clone()) {
            Ok(_) => {
                let paper = case.paper();
                let folded = bare(&name.chars().collect::<String>());
                assert_eq!(paper.bare().matches(&folded).count(), 2, "{name}");
                assert!(paper.says(name), "{name}");
            }
            Err(failure) => {
                let said = shown(&failure.diagnostics);
                assert!(said.contains("U+") && said.contains("tidak tersedia dalam fon laporan"), "{name}: {said}");
                assert_eq!(failure.diagnostics.len(), 1, "the manifest comes first: {said}");
            }
        }
    }
}

#[test]
fn what_no_font_holds_and_what_turns_the_writing_is_refused_with_its_code_and_cell() {
    for (text, code) in [
        ("PT 😀 Maju", "U+1F600"),
        ("ꦗꦮ", "U+A997"),
        ("東京", "U+6771"),
        ("PT \u{202E}ujaM", "U+202E"),
        ("PT \u{200F}Maju", "U+200F"),
        ("PT\u{2066} Maju", "U+2066"),
        ("PT\u{200B}Maju", "U+200B"),
        ("PT\u{AD}Maju", "U+00AD"),
        ("P\u{FEFF}T", "U+FEFF"),
        ("PT \u{E000}0:1\u{E001}", "U+E000"),
        ("PT \u{7}", "U+0007"),
        ("PT \u{1B}[31m", "U+001B"),
    ] {
        let failure = Case::simulasi().cell("proyek", 3, "paket", text).refused();
        assert_eq!(failure.kind, FailureKind::Data);
        let said = shown(&failure.diagnostics);
        assert!(said.starts_with("D018 data/proyek.csv, baris 3, kolom paket: "), "{said}");
        assert!(said.contains(code), "{said}");
        assert!(!said.contains(text), "a message must not turn the terminal either");
        if !text.contains('\u{1B}') && !text.contains('\u{7}') {
            let failure = Case::simulasi().manifest("Rekaan Pertama", text).refused();
            assert_eq!(failure.kind, FailureKind::Usage);
            assert!(shown(&failure.diagnostics).contains(code));
        }
    }
}

#[test]
fn a_text_that_names_the_marker_of_the_references_is_never_taken_for_one() {
    let marker = rakor::report::job(&Case::malang().input()).unwrap().marker;
    let forged = format!("#{marker}(0); Klojen");
    let failure = Case::malang().cell("wilayah", 4, "nama", &forged).refused();
    let said = shown(&failure.diagnostics);
    assert!(said.contains("penanda templat"), "{said}");
    // Other markers than this report's are text.
    assert!(Case::malang().cell("wilayah", 4, "nama", "#v00000000(0); Klojen").paper().says("#v00000000(0); Klojen"));
}

#[test]
fn any_string_in_a_name_is_printed_or_refused() {
    let cases = if campaign() { 2_000 } else { 48 };
    let text = prop_oneof![
        3 => "\\PC{1,24}",
        2 => "[ -~\u{A0}-\u{17F}]{1,40}",
        1 => prop::collection::vec(any::<char>(), 1..12).prop_map(|chars| chars.into_iter().collect::<String>()),
        2 => "[#\\[\\]{}()\\\\$*_`<>@~=+/\\-'\"%.,;: a1\n\u{2028}\u{85}]{1,30}",
        1 => "(é|e\u{301}|ﬁ|Ω|…|–|’| |\u{2007}|\u{202F}|x){1,20}",
    ];
    let config =
        ProptestConfig { failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::with_cases(cases) };
    proptest!(config, |(text in text)| {
        let case = Case::malang().cell("dasar_hukum", 3, "tentang", &format!("awal {text} akhir"));
        match rakor::report::load(case.raw.clone()) {
            Ok(input) => {
                let stored = input.tabel.dasar_hukum[1].tentang.value.clone();
                let paper = Paper::of(&input);
                prop_assert!(paper.bare().contains(&bare(&stored)), "{stored:?}");
                prop_assert_eq!(paper.built.values.len(), super::paper::MALANG.built.values.len());
            }
            Err(failure) => {
                prop_assert_eq!(failure.kind, FailureKind::Data);
                let codes: Vec<&str> = failure.diagnostics.iter().map(|diagnostic| &*diagnostic.code).collect();
                prop_assert!(codes.iter().all(|code| ["D008", "D018", "D020"].contains(code)), "{codes:?} {text:?}");
            }
        }
    });
}
