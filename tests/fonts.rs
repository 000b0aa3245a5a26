//! Which characters a report prints, and why not the others.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use rakor::fonts::{CONDENSED, CONDENSED_BOLD, CONDENSED_FAMILY, FACES, FAMILY, Why, check_text, unseen};

fn why(text: &str) -> (char, Why) {
    let refused = check_text(text).unwrap_err();
    (refused.ch, refused.why)
}

#[test]
fn the_characters_of_official_indonesian_are_printed_in_every_face() {
    let printed = [
        "Ka’bah, Jum‘at, “kutip”, ‘kutip’, 1–2, kata — kata, …",
        "Rp1.000,00; 30,72%; ½ ¼ ²; §; ×; ÷; ±; ≤ ≥; °; •; ƒ; €",
        "& < > # $ @ * _ ` ~ \\ [ ] { } ^ |",
        "tidak\u{A0}terpisah\ndua baris\tsatu tab",
        "ÀÉÎÕÜ àéîõü çñß Ø å",
    ];
    for text in printed {
        assert_eq!(check_text(text), Ok(()), "{text}");
    }
}

#[test]
fn every_refused_character_has_its_reason() {
    for (text, ch, reason) in [
        ("a\u{7}", '\u{7}', Why::Control),
        ("a\r\nb", '\r', Why::Control),
        ("\u{85}", '\u{85}', Why::Control),
        ("satu \u{202E}dua", '\u{202E}', Why::Direction),
        ("\u{200F}", '\u{200F}', Why::Direction),
        ("\u{2066}", '\u{2066}', Why::Direction),
        ("nol\u{200B}lebar", '\u{200B}', Why::Invisible),
        ("peng\u{AD}galan", '\u{AD}', Why::Invisible),
        ("\u{FEFF}", '\u{FEFF}', Why::Invisible),
        ("\u{2028}", '\u{2028}', Why::Invisible),
        ("\u{E0041}", '\u{E0041}', Why::Invisible),
        ("\u{E000}", '\u{E000}', Why::Private),
        ("\u{FFFD}", '\u{FFFD}', Why::Private),
        ("\u{FFFE}", '\u{FFFE}', Why::Private),
        ("\u{FDD0}", '\u{FDD0}', Why::Private),
        ("\u{10FFFF}", '\u{10FFFF}', Why::Private),
        ("Selamat 😀", '😀', Why::NoGlyph),
        ("漢字", '漢', Why::NoGlyph),
    ] {
        assert_eq!(why(text), (ch, reason), "{text:?}");
    }
}

#[test]
fn the_first_refused_character_is_named() {
    assert_eq!(why("a😀\u{202E}"), ('😀', Why::NoGlyph));
}

#[test]
fn every_reason_is_said_in_indonesian_with_the_code_point() {
    for (text, message) in [
        ("\u{1}", "Karakter kendali U+0001 tidak dapat dicetak."),
        ("\u{202E}", "Karakter U+202E membalik arah tulisan dan tidak dapat dicetak."),
        ("\u{200B}", "Karakter U+200B tidak terlihat dan tidak dapat dicetak."),
        ("\u{E000}", "U+E000 bukan karakter baku dan tidak dapat dicetak."),
        ("😀", "Karakter U+1F600 tidak tersedia dalam fon laporan."),
    ] {
        assert_eq!(check_text(text).unwrap_err().to_string(), message);
    }
}

#[test]
fn no_character_is_printed_that_no_typeface_shows() {
    for ch in (' '..=char::MAX).filter(|ch| unseen(*ch).is_some()) {
        assert_eq!(why(&ch.to_string()), (ch, unseen(ch).unwrap()));
    }
}

fn named(bytes: &[u8], id: u16) -> String {
    let face = ttf_parser::Face::parse(bytes, 0).unwrap();
    face.names().into_iter().filter(|name| name.name_id == id).find_map(|name| name.to_string()).unwrap()
}

#[test]
fn every_face_belongs_to_its_family_and_names_itself() {
    for (file, bytes) in FACES {
        let (family, version, prefix) = if file.starts_with("Liberation") {
            (FAMILY, "Version 2.1.5", "LiberationSans-")
        } else {
            (CONDENSED_FAMILY, "Version 2.138; 2017", "RobotoCondensed-")
        };
        assert_eq!(named(bytes, ttf_parser::name_id::FAMILY), family, "{file}");
        assert_eq!(named(bytes, ttf_parser::name_id::VERSION), version, "{file}");
        let style = file.strip_prefix(prefix).unwrap().strip_suffix(".ttf").unwrap();
        assert_eq!(named(bytes, ttf_parser::name_id::SUBFAMILY).replace(' ', ""), style);
    }
}

#[test]
fn the_faces_of_the_forms_are_of_one_weight_and_their_digits_of_one_width() {
    for bytes in [CONDENSED, CONDENSED_BOLD] {
        let face = ttf_parser::Face::parse(bytes, 0).unwrap();
        assert!(!face.is_variable());
        let width = |ch| face.glyph_hor_advance(face.glyph_index(ch).unwrap()).unwrap();
        assert!(('0'..='9').all(|digit| width(digit) == width('0')));
        assert!("…−.,%*–".chars().all(|ch| face.glyph_index(ch).is_some()));
    }
}
