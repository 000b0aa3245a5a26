//! Words that messages are made of: quoted values, suggested names, severities.

use proptest::prelude::*;
use rakor::diagnostic::{Diagnostic, Severity, nearest, quote};
use rakor::place::Place;

const KEYS: [&str; 5] = ["sumber", "segmen", "periode", "peserta_aktif", "kode_wilayah"];

#[test]
fn a_slip_of_the_pen_finds_the_name_that_was_meant() {
    for (written, meant) in [
        ("sumbr", "sumber"),
        ("smuber", "sumber"),
        ("SUMBER", "sumber"),
        ("pesertaaktif", "peserta_aktif"),
        ("kode_wilaya", "kode_wilayah"),
    ] {
        assert_eq!(nearest(written, KEYS), Some(meant), "{written}");
    }
}

#[test]
fn another_word_finds_nothing() {
    for written in ["", "x", "jumlah", "tanggal", "keterangan"] {
        assert_eq!(nearest(written, KEYS), None, "{written}");
    }
}

#[test]
fn short_names_are_near_only_when_most_letters_agree() {
    assert_eq!(nearest("xml", ["md", "csv"]), None);
    assert_eq!(nearest("cvs", ["md", "csv"]), Some("csv"));
    assert_eq!(nearest("bp", ["pu", "bpu", "rentan"]), Some("bpu"));
    assert_eq!(nearest("ab", ["xy"]), None);
    assert_eq!(nearest("a", ["b"]), None);
    assert_eq!(nearest("jkn", ["jkk", "jkm", "jht"]), Some("jkk"), "of equally near names the first by the alphabet");
}

#[test]
fn a_name_of_more_than_64_characters_is_no_slip_of_the_pen() {
    let (known, longer) = ("é".repeat(64), "é".repeat(65));
    assert_eq!(nearest(&known, [known.as_str()]), Some(known.as_str()));
    assert_eq!(nearest(&longer, [known.as_str()]), None);
    assert_eq!(nearest(&"x".repeat(100_000_000), KEYS), None);
}

#[test]
fn a_value_is_quoted_whole_up_to_60_characters() {
    assert_eq!(quote(""), "\"\"");
    assert_eq!(quote("Rp 1.000"), "\"Rp 1.000\"");
    assert_eq!(quote(&"é".repeat(60)), format!("\"{}\"", "é".repeat(60)));
    assert_eq!(quote(&"é".repeat(61)), format!("\"{}…\"", "é".repeat(60)));
}

#[test]
fn what_cannot_be_seen_is_quoted_as_its_code_point() {
    for (value, quoted) in [
        ("a\nb\tc\0", "a⟨U+000A⟩b⟨U+0009⟩c⟨U+0000⟩"),
        ("\u{FEFF}periode", "⟨U+FEFF⟩periode"),
        ("12\u{200B}3\u{AD}4", "12⟨U+200B⟩3⟨U+00AD⟩4"),
        ("\u{202E}321\u{202C}", "⟨U+202E⟩321⟨U+202C⟩"),
        ("dua\u{2028}baris", "dua⟨U+2028⟩baris"),
        ("\u{E000}\u{10FFFF}", "⟨U+E000⟩⟨U+10FFFF⟩"),
        ("Ka’bah, Jum\u{2019}at 😀", "Ka’bah, Jum’at 😀"),
    ] {
        assert_eq!(quote(value), format!("\"{quoted}\""));
    }
}

#[test]
fn an_error_outweighs_a_warning_and_a_warning_a_note() {
    assert!(Severity::Kesalahan > Severity::Peringatan && Severity::Peringatan > Severity::Catatan);
    let words: Vec<String> =
        [Severity::Catatan, Severity::Peringatan, Severity::Kesalahan].map(|s| s.to_string()).into();
    assert_eq!(words, ["catatan", "peringatan", "kesalahan"]);
}

#[test]
fn a_diagnostic_keeps_its_places_in_the_order_given() {
    let (first, second) = (Place::file("b.csv"), Place::file("a.csv"));
    let diagnostic = Diagnostic::error("D001", "Dua.", "Hapus satu.").at(first.clone()).at(second.clone());
    assert_eq!(diagnostic.places, [first, second]);
    assert_eq!((diagnostic.found, diagnostic.expected, diagnostic.engine), (None, None, None));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_quoted_value_is_one_short_line_of_visible_characters(value in any::<String>()) {
        let quoted = quote(&value);
        prop_assert!(quoted.chars().count() <= 2 + 60 * "⟨U+10FFFF⟩".chars().count() + 1);
        prop_assert!(!quoted.chars().any(char::is_control));
        prop_assert!(quoted.starts_with('"') && quoted.ends_with('"'));
    }

    #[test]
    fn the_nearest_name_is_a_known_one_and_a_known_one_is_its_own_nearest(name in "[a-z_]{0,80}", at in 0..5_usize) {
        prop_assert!(nearest(&name, KEYS).is_none_or(|near| KEYS.contains(&near)));
        prop_assert_eq!(nearest(KEYS[at], KEYS), Some(KEYS[at]));
    }
}
