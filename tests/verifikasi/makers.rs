//! Files of another version, other templates, another processor: the same when everything is, and else not to be judged here.

use rakor::cli::Exit;
use rakor::report::{Maker, build_from, sha256};

use super::{UNVERIFIABLE, attached, report, said, verdict};
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

/// How the block begins about a file of another version.
fn head(version: &str, file: &[u8], signature: &str) -> String {
    format!(
        "laporan.pdf: tidak dapat diverifikasi\n  {UNVERIFIABLE}\n  SHA-256      : {}\n  Dibuat oleh  : rakor {version}\n{signature}  \
         Sebab        : Berkas ini dibuat oleh rakor {version}, sedangkan program ini rakor {}. [R083]\n",
        sha256(file),
        env!("CARGO_PKG_VERSION")
    )
}

#[test]
fn a_changed_file_gains_nothing_by_naming_another_maker() {
    let mut changed = document(&made_by("versi", "0.0.9"));
    let (id, content) = reworded(&changed, 2, "52", "62");
    changed.objects.insert(id, content);
    let file = saved(changed);
    let text = head("0.0.9", &file, "  Tanda tangan : tidak ada\n")
        + "                 Teks halaman 2 berbeda dari laporan yang disusun kembali dari datanya. Ditemukan \"37,62% +0,51 9.297 \
           2.325\"; seharusnya \"37,52% +0,51 9.297 2.325\". [R050]\n  Tindakan     : Untuk kepastian byte demi byte, verifikasi \
           dengan program yang membuatnya.\n                 Mintalah berkas aslinya kepada pengirim.\n";
    assert_eq!(said(&file), (Exit::Unverified, text));

    // The data alone.
    let file = super::with_attachment("masukan.json", "\"versi\":\"0.1.0\"", "\"versi\":\"0.0.9\"");
    let lines = "R083 Berkas ini dibuat oleh rakor 0.0.9, sedangkan program ini rakor 0.1.0.\n\
                 R090 Tanda pengenal berkas ini bukan milik masukan.json yang dibawanya; salah satunya diganti setelah laporan \
                 dibuat.\n";
    assert_eq!(verdict(&file), ("tidak dapat diverifikasi", lines.to_owned()));
}

#[test]
fn an_input_of_an_unknown_form_is_told_with_its_version() {
    let file = super::with_attachment("masukan.json", "\"versi\":\"0.1.0\"", "\"versi\":\"7.0.0\",\"baru\":1");
    let text = head("7.0.0", &file, "")
        + "                 Masukan laporan tidak dapat dibaca kembali. [R001]\n  Tindakan     : Untuk kepastian byte demi byte, \
           verifikasi dengan program yang membuatnya.\n                 Gunakan berkas masukan.json yang dibuat oleh program ini \
           tanpa mengubahnya.\n";
    assert_eq!(said(&file), (Exit::Unverified, text));
}
