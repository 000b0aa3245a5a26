//! Addresses: what is one, what is none and why, and which two are the same recipient.

use proptest::prelude::*;
use rakor::mail::{Address, AddressFault};

fn full(text: &str) -> Result<String, AddressFault> {
    Address::parse(text).map(|address| address.full())
}

#[test]
fn an_address_is_taken_as_it_stands_and_its_domain_in_lower_case() {
    for (text, expected) in [
        ("sekda@malangkota.go.id", "sekda@malangkota.go.id"),
        ("  sekda@malangkota.go.id\u{a0}", "sekda@malangkota.go.id"),
        ("Sekda.Kota+ucj@MALANGKOTA.GO.ID", "Sekda.Kota+ucj@malangkota.go.id"),
        ("o'neill/1=x@bpjs.id", "o'neill/1=x@bpjs.id"),
        ("a@bücher.example", "a@xn--bcher-kva.example"),
        ("a@BÜCHER.example", "a@xn--bcher-kva.example"),
        ("a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
    ] {
        assert_eq!(full(text).as_deref(), Ok(expected), "{text:?}");
    }
}

#[test]
fn what_is_no_address_is_refused_with_its_reason() {
    use AddressFault::{Control, Domain, Empty, Local, Long, Several, Shape};
    let cases: &[(&str, AddressFault)] = &[
        ("", Empty),
        ("   ", Empty),
        ("\u{a0}", Empty),
        ("a@b.id\r\nRCPT TO:<x@y.id>", Control),
        ("a@b.id\n", Control),
        ("\ta@b.id", Control),
        ("a\0@b.id", Control),
        ("a\u{202e}@b.id", Control),
        ("a\u{200b}@b.id", Control),
        ("a@b\u{ad}.id", Control),
        ("\u{feff}a@b.id", Control),
        ("a@b.id, c@d.id", Several),
        ("a@b.id;c@d.id", Several),
        ("a@b.id c@d.id", Several),
        ("a@b.id / c@d.id", Several),
        ("Sekda <a@b.id>, Bappeda <c@d.id>", Several),
        ("sekda", Shape),
        ("@b.id", Shape),
        ("a@", Shape),
        ("a@b@c.id", Shape),
        ("a@b.id;", Shape),
        ("Sekda <a@b.id>", Shape),
        ("<a@b.id>", Shape),
        ("a(sekda)@b.id", Shape),
        ("a b@c.id", Shape),
        ("mailto:a@b.id", Shape),
        ("\"a\"@b.id", Local),
        (".a@b.id", Local),
        ("a.@b.id", Local),
        ("a..b@c.id", Local),
        ("wali·kota@b.id", Local),
        ("ä@b.id", Local),
        ("a\\b@c.id", Local),
        ("a@localhost", Domain),
        ("a@b", Domain),
        ("a@b..id", Domain),
        ("a@.b.id", Domain),
        ("a@b.id.", Domain),
        ("a@-b.id", Domain),
        ("a@b_c.id", Domain),
        ("a@10.0.0.1", Domain),
        ("a@[10.0.0.1]", Domain),
        ("a@xn--zz.id", Domain),
    ];
    for (text, fault) in cases {
        assert_eq!(full(text), Err(*fault), "{text:?}");
    }
    assert_eq!(full(&format!("{}@b.id", "a".repeat(64))).map(|full| full.len()), Ok(69));
    assert_eq!(full(&format!("{}@b.id", "a".repeat(65))), Err(Long));
    assert_eq!(full(&format!("a@{}.id", "b".repeat(64))), Err(Domain), "a label has at most 63");
    let domain = |labels: usize| format!("{}.id", vec!["b".repeat(59); labels].join("."));
    assert_eq!(full(&format!("{}@{}", "a".repeat(11), domain(4))).map(|full| full.len()), Ok(254));
    assert_eq!(full(&format!("{}@{}", "a".repeat(12), domain(4))), Err(Long));
    assert_eq!(full(&"a".repeat(1 << 20)), Err(Long));
}

#[test]
fn every_fault_is_said_in_one_sentence_of_its_own() {
    let said: Vec<String> = AddressFault::ALL.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "Alamat surel kosong.",
            "Alamat surel memuat karakter yang tidak terlihat.",
            "Satu sel memuat lebih dari satu alamat surel.",
            "Alamat surel tidak berbentuk nama@domain.",
            "Bagian alamat surel sebelum @ memuat karakter selain huruf latin, angka, dan tanda seperti . - _ +.",
            "Bagian alamat surel sesudah @ bukan nama domain yang lengkap.",
            "Alamat surel terlalu panjang: paling banyak 64 karakter sebelum @ dan 254 seluruhnya.",
        ]
    );
}

#[test]
fn case_and_blanks_make_no_other_recipient() {
    let one = Address::parse("Sekda@MalangKota.go.id ").unwrap();
    let other = Address::parse(" sekda@malangkota.GO.ID").unwrap();
    assert_eq!(one.identity(), "sekda@malangkota.go.id");
    assert_eq!(one.identity(), other.identity());
    assert_ne!(one.full(), other.full(), "a server may tell them apart, so the envelope says what the table says");
}

#[test]
fn an_address_is_masked_for_everybodys_eyes() {
    let address = Address::parse("sekretaris.daerah@malangkota.go.id").unwrap();
    assert_eq!(address.masked(), "s***@malangkota.go.id");
    assert_eq!(format!("{address:?}"), "s***@malangkota.go.id");
}

/// Any character that nobody sees.
fn unseen() -> impl Strategy<Value = char> {
    let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
    prop::sample::select(all.filter(|ch| rakor::fonts::unseen(*ch).is_some()).collect::<Vec<char>>())
}

proptest! {
    #[test]
    fn whatever_is_taken_is_one_plain_mailbox_and_reads_back(text in "\\PC*|[a-z.@ ,;<>\"\\\\]{0,40}|[a-zA-Z0-9.+_-]{1,70}@[a-zäß.0-9-]{1,80}") {
        if let Ok(address) = Address::parse(&text) {
            let full = address.full();
            prop_assert!(full.is_ascii() && full.len() <= 254);
            prop_assert!(!full.contains(|c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\"\\".contains(c)));
            prop_assert_eq!(full.matches('@').count(), 1);
            prop_assert_eq!(address.domain(), address.domain().to_ascii_lowercase());
            prop_assert_eq!(Address::parse(&full), Ok(address.clone()));
            prop_assert_eq!(Address::parse(&address.identity()).map(|same| same.identity()), Ok(address.identity()));
        }
    }

    #[test]
    fn no_character_that_is_not_seen_is_taken_anywhere(at in 0_usize..12, ch in unseen()) {
        let mut text = String::from("nama@contoh.id");
        text.insert(at, ch);
        prop_assert_eq!(Address::parse(&text), Err(AddressFault::Control));
    }
}
