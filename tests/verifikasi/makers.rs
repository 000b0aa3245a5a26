//! Files of another version, other templates, another processor: the same when everything is, and else not to be judged here.

use rakor::cli::Exit;
use rakor::report::{Maker, build_from};

use super::{attached, report, said, verdict};
use crate::mail::finished::{document, packed, reworded, saved};

/// The report as a program that names itself so would have made it.
fn made_by(key: &str, value: &str) -> Vec<u8> {
    let json = String::from_utf8(attached(report(), "masukan.json")).unwrap();
    let own = Maker::own();
    let old = match key {
        "versi" => own.versi,
        "templat_bawaan" => own.templat_bawaan,
        _ => own.prosesor,
    };
    let from = format!("\"{key}\":\"{old}\"");
    assert!(json.contains(&from));
    build_from(json.replacen(&from, &format!("\"{key}\":\"{value}\""), 1).into_bytes()).unwrap().0.pdf
}

#[test]
fn other_bytes_of_another_maker_are_the_same_report() {
    for (key, value, line) in [
        ("versi", "0.0.9", "Berkas ini dibuat oleh rakor 0.0.9, sedangkan program ini rakor 0.1.0."),
        (
            "templat_bawaan",
            "0000",
            "Berkas ini dibuat oleh rakor 0.1.0 dengan templat bawaan yang lain daripada program ini.",
        ),
        ("prosesor", "aarch64", "Berkas ini dibuat pada prosesor aarch64, sedangkan program ini berjalan pada x86_64."),
    ] {
        let file = made_by(key, value);
        assert_eq!(verdict(&file), ("identik", String::new()));
        for other in [saved(document(&file)), packed(document(&file))] {
            let line = line.replace("x86_64", std::env::consts::ARCH);
            assert_eq!(verdict(&other), ("isi sama", format!("R083 {line}\n")));
        }
    }
}

#[test]
fn a_changed_file_gains_nothing_by_naming_another_maker() {
    let mut changed = document(&made_by("versi", "0.0.9"));
    let (id, content) = reworded(&changed, 2, "52", "62");
    changed.objects.insert(id, content);
    let (exit, text) = said(&saved(changed));
    assert_eq!((exit, text.as_str()), (Exit::Unverified, ""));

    // The data alone.
    let file = super::with_attachment("masukan.json", "\"versi\":\"0.1.0\"", "\"versi\":\"0.0.9\"");
    assert_eq!(verdict(&file), ("tidak dapat diverifikasi", String::new()));
}

#[test]
fn an_input_of_an_unknown_form_is_told_with_its_version() {
    let file = super::with_attachment("masukan.json", "\"versi\":\"0.1.0\"", "\"versi\":\"7.0.0\",\"baru\":1");
    let (exit, text) = said(&file);
    assert_eq!((exit, text.as_str()), (Exit::Unverified, ""));
}
