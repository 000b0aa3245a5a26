//! Every report that this program makes is identical, and needs nothing but itself for it.

use rakor::cli::Exit;
use serde_json::{Value, json};

use super::{IDENTICAL, SEARCH, block, rakor, report, said};

/// A workspace made from an example, with one line of the manifest replaced.
fn workspace(example: &str) -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    let (exit, _, err) = rakor(room.path(), &format!("baru ws --contoh {example}"));
    assert_eq!(exit, Exit::Done, "{err}");
    room
}

#[test]
fn every_kind_of_report_is_identical_alone_in_an_empty_folder() {
    let mut seen = 0;
    for (example, kinds) in [
        (
            "simulasi",
            &[
                "bulanan --periode 2025-08",
                "bulanan --periode 2024-12 --konsep",
                "bulanan --wilayah 99.72 --periode 2025-08",
                "evaluasi --tahun 2024",
                "pemeriksaan-angka",
                "konstruksi --periode 2025-08",
                "rekapitulasi --wilayah 99 --periode 2025-08",
            ][..],
        ),
        ("kota-malang", &["bulanan", "bulanan --tanggal 2025-09-09", "pemeriksaan-angka"]),
        ("kalimantan-barat", &["bulanan", "konstruksi"]),
    ] {
        let room = workspace(example);
        let empty = tempfile::tempdir().unwrap();
        let mut names = Vec::new();
        for (index, kind) in kinds.iter().enumerate() {
            let name = format!("{index}.pdf");
            let (exit, _, err) = rakor(room.path(), &format!("buat {kind} -q -C ws -o {name}"));
            assert_eq!(exit, Exit::Done, "{example} {kind}: {err}");
            std::fs::rename(room.path().join(&name), empty.path().join(&name)).unwrap();
            names.push(name);
        }
        drop(room);
        let (exit, out, _) = rakor(empty.path(), &format!("verifikasi --format json {}", names.join(" ")));
        let object: Value = serde_json::from_str(&out).unwrap();
        let verdicts: Vec<&Value> =
            object["hasil"]["berkas"].as_array().unwrap().iter().map(|file| &file["putusan"]).collect();
        assert_eq!((exit, verdicts), (Exit::Done, vec![&json!("identik"); kinds.len()]), "{example}");
        assert_eq!(object["masalah"], json!([]));
        seen += kinds.len();
    }
    assert_eq!(seen, 12);
}

#[test]
fn templates_and_images_of_ones_own_travel_along() {
    let room = workspace("kota-malang");
    let folder = room.path().join("ws/templat/_kalimat");
    std::fs::create_dir_all(&folder).unwrap();
    let own = include_str!("../../templates/_kalimat/naskah.j2").replace("Demikian laporan ini", "Sekian laporan ini");
    assert!(own.contains("Sekian laporan ini"));
    std::fs::write(folder.join("naskah.j2"), own).unwrap();
    let image =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
    std::fs::create_dir_all(room.path().join("ws/aset")).unwrap();
    std::fs::write(room.path().join("ws/aset/lambang.svg"), image).unwrap();
    let manifest = room.path().join("ws/rakor.toml");
    let text = std::fs::read_to_string(&manifest).unwrap();
    std::fs::write(&manifest, text.replacen("[lembaga]\n", "[lembaga]\nlambang = \"aset/lambang.svg\"\n", 1)).unwrap();
    let (exit, _, err) = rakor(room.path(), "buat bulanan -q -C ws -o laporan.pdf");
    assert_eq!(exit, Exit::Done, "{err}");
    let file = std::fs::read(room.path().join("laporan.pdf")).unwrap();
    drop(room);
    assert_eq!(said(&file), (Exit::Done, block("identik", IDENTICAL, &file, "tidak ada", "")));
}

#[test]
fn the_digest_leads_to_the_senders_ledger() {
    let room = crate::mail::desk::Room::new();
    assert_eq!(room.run("kirim bulanan --ya --buku-baru").exit, Exit::Done);
    let run = room.run("verifikasi keluaran/bulanan_99.71-kota-simulasi_2025-08.pdf");
    let digest = run.out.lines().find_map(|line| line.strip_prefix("  SHA-256      : ")).unwrap();
    assert_eq!(run.exit, Exit::Done);
    for digits in [digest, &digest[..8]] {
        let found = room.run(&format!("riwayat --cari {digits}"));
        assert_eq!(found.exit, Exit::Done);
        assert!(["SEKDA", "DISNAKER", "BPJSTK"].iter().all(|code| found.out.contains(code)), "{}", found.out);
    }
    assert_eq!(room.run(&format!("riwayat --cari {}", "0".repeat(64))).out, "Tidak ada pengiriman yang cocok.\n");
}

#[test]
fn the_verdict_is_told_to_people_and_to_programs() {
    assert_eq!(said(report()), (Exit::Done, block("identik", IDENTICAL, report(), "tidak ada", "")));

    let room = tempfile::tempdir().unwrap();
    std::fs::write(room.path().join("a.pdf"), report()).unwrap();
    std::fs::write(room.path().join("b.pdf"), [report(), b"\n"].concat()).unwrap();
    let (exit, out, _) = rakor(room.path(), "verify a.pdf --format json");
    assert_eq!(exit, Exit::Done);
    assert_eq!(
        serde_json::from_str::<Value>(&out).unwrap(),
        json!({
            "perintah": "verifikasi",
            "kode_keluar": 0,
            "arti": "selesai",
            "hasil": { "berkas": [{
                "berkas": "a.pdf",
                "putusan": "identik",
                "terbukti": true,
                "arti": IDENTICAL,
                "sha256": rakor::report::sha256(report()),
                "versi": env!("CARGO_PKG_VERSION"),
                "tanda_tangan": "none",
                "keterangan": [],
            }] },
            "masalah": [],
        })
    );

    let (exit, out, err) = rakor(room.path(), "verifikasi a.pdf b.pdf tiada.pdf");
    assert_eq!(exit, Exit::Unverified);
    let heads: Vec<&str> = out.lines().filter(|line| line.contains(".pdf: ")).collect();
    assert_eq!(heads, ["a.pdf: identik", "b.pdf: berubah", "tiada.pdf: tidak dapat diverifikasi"]);
    assert_eq!(err, format!("{SEARCH}Diperiksa 3 berkas: 1 identik, 1 berubah, dan 1 tidak dapat diverifikasi.\n"));
    assert_eq!(rakor(room.path(), "verifikasi -q a.pdf").2, "");
    let (exit, _, err) = rakor(room.path(), "verifikasi");
    assert_eq!(exit, Exit::Usage);
    assert!(err.starts_with("Kesalahan penggunaan: belum diisi: <BERKAS>.\n"), "{err}");
}
