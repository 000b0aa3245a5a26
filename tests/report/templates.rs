//! A workspace's own templates: what they may change, and what is said, with file and line, about what they may not.

use std::time::{Duration, Instant};

use rakor::cli::Exit;
use rakor::diagnostic::FailureKind;
use rakor::template::Bundle;

use super::case::{Case, shown};
use super::disk::with_old_report;
use super::paper::MALANG;

const MAIN: &str = "bulanan/laporan.typ.j2";
const ANCHOR: &str = "= Pendahuluan\n";

/// The built-in report template with lines of one's own below the first heading, and the number of the first of them.
fn with_lines(lines: &str) -> (Case, usize) {
    let text = Bundle::built_in().get(MAIN).unwrap().to_owned();
    let before = text.split(ANCHOR).next().unwrap().lines().count();
    (Case::malang().retouched(MAIN, ANCHOR, &format!("{ANCHOR}{lines}\n")), before + 2)
}

/// Refused as a template, at that line below the first inserted one; what is said.
fn refused(lines: &str, below: usize) -> String {
    let (case, first) = with_lines(lines);
    let failure = case.refused();
    let said = shown(&failure.diagnostics);
    assert_eq!(failure.kind, FailureKind::Template, "{lines}\n{said}");
    let place = format!("templat/{MAIN}, baris {}", first + below);
    assert!(said.contains(&format!("{place}:")), "{lines}\n{place}\n{said}");
    said
}

#[test]
fn the_built_in_templates_in_the_workspace_give_the_built_in_report() {
    let mut case = Case::malang();
    for name in Bundle::built_in_names() {
        case = case.template(name, Bundle::built_in().get(name).unwrap());
    }
    let paper = case.paper();
    assert_eq!(paper.built.text, MALANG.built.text);
    assert_ne!(paper.built.digest, MALANG.built.digest, "the templates are part of the input");
}

#[test]
fn one_file_of_sentences_changes_the_wording_and_nothing_else() {
    let from = "Tidak ada kegiatan yang tercatat pada";
    let to = "Belum ada kegiatan yang dilaporkan pada";
    let name = Bundle::built_in_names().find(|name| Bundle::built_in().get(name).unwrap().contains(from)).unwrap();
    assert!(name.starts_with("_kalimat/"));
    let plain = Case::of("kalimantan-barat").paper();
    let paper = Case::of("kalimantan-barat").retouched(name, from, to).paper();
    assert!(plain.says(&format!("{from} Juni 2025.")) && paper.says(&format!("{to} Juni 2025.")));
    assert_eq!(paper.flow(), plain.flow().replace(from, to));
}

#[test]
fn a_name_that_does_not_exist() {
    for slot in
        ["{{ naskah.tidak_ada }}", "{{ tidak_ada }}", "{{ naskah.wilayah.nama }}", "{% if tidak_ada %}x{% endif %}"]
    {
        let said = refused(slot, 0);
        assert!(said.contains("T010") && !said.contains("T010 :"), "{said}");
    }
    refused("Paragraf pertama.\n\nDi sini {{ naskah.tidak_ada }} berdiri.", 2);
    // Of what is not allowed only the name is told, however it is asked for.
    let place = with_lines("").1;
    for (slot, name) in [
        ("{{ naskah.nik }}", "naskah.nik"),
        ("{{ penerima }}", "penerima"),
        ("{% for p in penerima.pos_el %}{% endfor %}", "penerima"),
    ] {
        let said = refused(slot, 0);
        assert_eq!(
            said.split(" (").next().unwrap(),
            format!(
                "T010 templat/{MAIN}, baris {place}: Templat memakai nama \"{name}\" yang tidak ada dalam data laporan."
            )
        );
    }
}

#[test]
fn nothing_is_never_printed_as_none_or_as_a_blank() {
    // Kota Malang has no letter number and no covering note.
    let said = refused("Nomor {{ naskah.nomor }}", 0);
    assert!(said.contains("T010") && said.contains("nilai ini tidak ada"), "{said}");
    refused("Nota {{ nota }}", 0);
    refused("Nota {{ nota.kepada }}", 0);
    for slot in ["{{ none }}", "{{ true }}", "{{ 0.1 + 0.2 }}", "{{ [1, 2] }}", "{{ naskah }}", "{{ 'teks' }}"] {
        refused(slot, 0);
    }
}

#[test]
fn a_template_may_test_for_what_is_not_there() {
    let (case, _) =
        with_lines("{% if naskah.nomor %}Nomor {{ naskah.nomor }}{% else %}Tanpa nomor surat.{% endif %}\n\n");
    assert!(case.paper().says("Tanpa nomor surat."));
}

#[test]
fn the_ways_around_the_binding_of_values_are_closed() {
    for slot in [
        "{{ naskah.wilayah|safe }}",
        "{{ naskah.wilayah | safe }}",
        "{{ naskah|tojson }}",
        "{{ naskah.wilayah|escape }}",
        "{% autoescape false %}{{ naskah.wilayah }}{% endautoescape %}",
        "{% include \"../x\" %}",
        "{% include \"_kalimat/kalimat.j2\" %}",
        "{% extends \"../x\" %}",
        "{% import \"../x\" as x %}",
        "{% import \"/etc/passwd\" as x %}",
    ] {
        let said = refused(slot, 0);
        assert!(said.contains("T003") || said.contains("T004") || said.contains("T010"), "{said}");
    }
    // Over several lines the check of the lines does not see them; then the engine has no such word, or prints as ever.
    for (slot, below) in [("{{ naskah.wilayah|\n  safe }}", 0), ("{{ naskah|\n tojson }}", 0)] {
        let (case, first) = with_lines(slot);
        let failure = case.refused();
        assert_eq!(failure.kind, FailureKind::Template, "{slot}");
        let said = shown(&failure.diagnostics);
        assert!((0..2).any(|n| said.contains(&format!("templat/{MAIN}, baris {}:", first + below + n))), "{said}");
    }
    let (case, _) = with_lines("{%\n  autoescape false %}Wilayah {{ naskah.wilayah }}.{% endautoescape %}\n\n");
    let hostile = case.cell("wilayah", 4, "nama", "#panic() [Malang]");
    match rakor::report::load(hostile.raw.clone()).map(|input| super::paper::with_room(|| rakor::report::build(&input)))
    {
        Ok(Ok(_)) => assert!(hostile.paper().says("Wilayah #panic() [Malang].")),
        Ok(Err(failure)) => assert_eq!(failure.kind, FailureKind::Template),
        Err(failure) => panic!("{}", shown(&failure.diagnostics)),
    }
}

#[test]
fn a_loop_without_end_and_a_macro_that_calls_itself_are_stopped() {
    let started = Instant::now();
    let ten = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
    let open: String = ('a'..='h').map(|name| format!("{{% for {name} in {ten} %}}")).collect();
    let said = refused(&format!("{open}x{}", "{% endfor %}".repeat(8)), 0);
    assert!(said.contains("T010") && said.contains("Templat berputar terlalu lama dan dihentikan."), "{said}");
    let said = refused("{% macro ulang() %}{{ ulang() }}{% endmacro %}{{ ulang() }}", 0);
    assert!(said.contains("Templat memanggil dirinya sendiri terlalu dalam dan dihentikan."), "{said}");
    // The engine of the pages has brackets of its own.
    let (case, _) = with_lines(&format!("#{}1{}", "(".repeat(3_000), ")".repeat(3_000)));
    assert_eq!(case.refused().kind, FailureKind::Template);
    let (case, _) = with_lines("#let ulang(n) = ulang(n + 1)\n#ulang(0)");
    assert_eq!(case.refused().kind, FailureKind::Template);
    let (case, _) = with_lines("#while true {}");
    assert_eq!(case.refused().kind, FailureKind::Template);
    assert!(started.elapsed() < Duration::from_secs(15), "{:?}", started.elapsed());
}

#[test]
fn a_template_that_prints_without_measure_is_stopped() {
    let ten = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
    let open: String = ('a'..='e').map(|name| format!("{{% for {name} in {ten} %}}")).collect();
    let lines = format!("{open}{}{}", "panjang ".repeat(20), "{% endfor %}".repeat(5));
    let said = shown(&with_lines(&lines).0.refused().diagnostics);
    assert_eq!(said, format!("T008 templat/{MAIN}: Hasil templat melebihi 8 MiB."));
}

#[test]
fn what_nobody_sees_is_no_part_of_a_template() {
    for (hidden, code) in
        [("\u{202E}", "U+202E"), ("\u{200B}", "U+200B"), ("\u{E000}0:1\u{E001}", "U+E000"), ("\0", "U+0000")]
    {
        let said = refused(&format!("Teks {hidden} biasa."), 0);
        assert!(said.contains(&format!("T007 templat/{MAIN}")) && said.contains(code), "{said}");
    }
    // The mark that some editors put before a text, and the line ends of others, hide nothing.
    let text = Bundle::built_in().get("_kalimat/data.j2").unwrap().to_owned();
    let paper = Case::malang().template("_kalimat/data.j2", format!("\u{FEFF}{text}").replace('\n', "\r\n")).paper();
    assert_eq!(paper.built.text, MALANG.built.text);
}

#[test]
fn a_value_where_the_page_would_swallow_it() {
    for slot in [
        "`{{ naskah.wilayah }}`",
        "// {{ naskah.wilayah }}",
        "/* {{ naskah.wilayah }} */",
        "#text(\"{{ naskah.wilayah }}\")",
        "https://contoh.go.id/{{ naskah.wilayah }}",
        "#raw(\"{{ naskah.periode }}\")",
    ] {
        let said = refused(slot, 0);
        assert!(said.contains("R023"), "{slot}\n{said}");
    }
    let said = refused("Teks biasa.\n\n```\nmentah\n{{ naskah.wilayah }}\n```", 2);
    assert!(said.contains("R023"), "{said}");
}

#[test]
fn markup_that_the_engine_refuses_is_told_at_its_line() {
    for (lines, below, code, words) in [
        ("#set text(font: \"Comic Sans MS\")\nTeks.", 0, "R022", "unknown font"),
        ("Teks.\n\n#tidak-ada", 2, "R021", "unknown variable"),
        ("Teks [ tanpa tutup #[", 0, "R021", "unclosed"),
        ("#image(\"/etc/passwd\")", 0, "R097", "Berkas \"/etc/passwd\" tidak termasuk berkas laporan."),
        ("#read(\"../../rakor.toml\")", 0, "R095", "Markah templat tidak boleh memakai `read`."),
        ("#import \"@preview/cetz:0.3.0\": canvas", 0, "R096", "Paket \"@preview/cetz:0.3.0\" tidak tersedia"),
        ("Halaman @rujukan.", 0, "R021", "label"),
        ("$ x + 1 $", 0, "R0", ""),
    ] {
        let said = refused(lines, below);
        assert!(said.contains(code) && said.contains(words), "{lines}\n{said}");
    }
}

#[test]
fn text_of_a_template_that_no_font_holds_is_the_templates_fault() {
    let (case, _) = with_lines("Selamat 😀 pagi.");
    let failure = case.refused();
    assert_eq!(failure.kind, FailureKind::Template, "{}", shown(&failure.diagnostics));
    assert!(shown(&failure.diagnostics).contains("templat/"), "{}", shown(&failure.diagnostics));
}

#[test]
fn a_layout_file_of_ones_own_is_named_when_it_breaks() {
    let line = |text: &str| {
        let layout = Bundle::built_in().get("_naskah/naskah.typ").unwrap().to_owned();
        layout.lines().position(|line| line.contains(text)).unwrap() + 1
    };
    for (from, to) in [("#let abu =", "#let abu = tidak-ada +"), ("upper(pemerintah)", "upper(tidak-ada)")] {
        let failure = Case::malang().retouched("_naskah/naskah.typ", from, to).refused();
        let said = shown(&failure.diagnostics);
        assert_eq!(failure.kind, FailureKind::Template);
        assert!(said.contains(&format!("templat/_naskah/naskah.typ, baris {}: ", line(from))), "{said}");
    }
    // Used wrongly by a template, the built-in layout is not to blame.
    refused("#tabel(kolom: 7)", 0);
}

#[test]
fn a_sentence_that_is_missing_is_missed_before_it_is_needed() {
    let failure = Case::malang().template("_kalimat/kalimat.j2", "{% macro umum(s) %}Umum.{% endmacro %}\n").refused();
    let said = shown(&failure.diagnostics);
    assert_eq!(failure.kind, FailureKind::Template);
    assert!(said.contains("T005 templat/_kalimat/kalimat.j2: Kalimat `"), "{said}");
    // The file that lost it is named, whether the name is gone or stands for something else.
    for (from, to) in
        [("macro nihil(s)", "macro nihl(s)"), ("{% macro nihil(s) %}", "{% set nihil = 1 %}{% macro _x(s) %}")]
    {
        let failure = Case::malang().retouched("_kalimat/data.j2", from, to).refused();
        assert_eq!(
            shown(&failure.diagnostics),
            "T005 templat/_kalimat/data.j2: Kalimat `nihil` tidak ditemukan dalam `_kalimat/`."
        );
    }
    let failure = Case::malang().template("_kalimat/data.j2", "{% macro nihil(s) %}").refused();
    assert!(shown(&failure.diagnostics).contains("templat/_kalimat/data.j2, baris 1:"));
}

#[test]
fn markup_that_breaks_inside_a_sentence_is_told_at_the_sentence() {
    let line =
        |text: &str| Bundle::built_in().get("_kalimat/data.j2").unwrap().split(text).next().unwrap().lines().count();
    let sentence = "{% macro pembulatan(s) %}Persentase";
    for (to, words) in [
        ("{% macro pembulatan(s) %}#tidak-ada Persentase", "unknown variable"),
        ("{% macro pembulatan(s) %}#[Persentase", "unclosed"),
    ] {
        let said = shown(&Case::malang().retouched("_kalimat/data.j2", sentence, to).refused().diagnostics);
        let place = format!("R021 templat/_kalimat/data.j2, baris {}: ", line(sentence) + 1);
        assert!(said.starts_with(&place) && said.contains(words), "{place}\n{said}");
    }
    // What stands behind a sentence in the report's own template is not the sentence's fault.
    let said = refused("{{ kal(penutup.kalimat) }} #tidak-ada", 0);
    assert!(said.contains("R021") && !said.contains("_kalimat"), "{said}");
}

#[test]
fn files_that_are_no_templates() {
    for (bytes, said) in [
        (b"\xFF\xFE".to_vec(), "T002 templat/bulanan/laporan.typ.j2: Byte ke-1 bukan UTF-8."),
        (b"abc\xC3".to_vec(), "T002 templat/bulanan/laporan.typ.j2: Byte ke-4 bukan UTF-8."),
        (vec![b'a'; (1 << 20) + 1], "T001 templat/bulanan/laporan.typ.j2: "),
    ] {
        let failure = Case::malang().template(MAIN, bytes).refused();
        assert_eq!(failure.kind, FailureKind::Template);
        assert!(shown(&failure.diagnostics).starts_with(said), "{}", shown(&failure.diagnostics));
    }
    // A file that no report asks for changes nothing on the pages.
    let paper = Case::malang().template("catatan-pribadi.md", "# Catatan").paper();
    assert_eq!(paper.built.text, MALANG.built.text);
}

#[test]
fn the_program_ends_with_the_code_for_templates_and_keeps_the_old_report() {
    let (case, line) = with_lines("{{ naskah.tidak_ada }}");
    with_old_report(&case).refuses(
        "buat bulanan -C ws",
        Exit::Template,
        &[
            &format!("kesalahan[T010] templat/{MAIN}, baris {line}\n"),
            "Templat memakai nama \"naskah.tidak_ada\" yang tidak ada dalam data laporan.",
            "Pesan mesin: ",
        ],
    );
}
