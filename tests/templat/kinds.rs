//! Kinds of report of a workspace's own.

use std::fs;

use rakor::cli::Exit;
use rakor::pdf::Pdf;
use rakor::report::{BuildInput, build};

use super::{Room, built_in};

const DESCRIPTION: &str = "judul = \"Ringkasan untuk Wali Kota\"\ndasar = \"bulanan\"\nkertas = \"F4-215\"\n";
const FILE: &str = "ws/keluaran/ringkasan_35.73-kota-malang_2025-06.pdf";

/// A short report with the key figures of the monthly one.
fn structure() -> String {
    let text = built_in("bulanan/laporan.typ.j2");
    text.replacen("= Pendahuluan\n", "= Ringkasan untuk Wali Kota\n", 1)
}

fn room() -> Room {
    let room = Room::of("kota-malang");
    room.write("ws/templat/ringkasan/templat.toml", DESCRIPTION);
    room.write("ws/templat/ringkasan/laporan.typ.j2", structure());
    room
}

#[test]
fn a_folder_with_a_description_is_a_kind_with_the_figures_of_its_base() {
    let room = room();
    let run = room.run("buat ringkasan -C ws --format json");
    assert_eq!(run.exit, Exit::Done, "{}{}", run.out, run.err);
    let said = run.json();
    assert_eq!(said["hasil"]["berkas"], FILE);
    let base = room.run("buat bulanan -C ws --format json").json();
    assert_eq!(said["hasil"]["angka_pokok"], base["hasil"]["angka_pokok"]);
    let list = room.run("templat -C ws");
    assert!(
        list.out.contains(
            "ringkasan  Ringkasan untuk Wali Kota (dari data bulanan)\n  \
             ringkasan/laporan.typ.j2  ruang kerja  templat/ringkasan/laporan.typ.j2\n  \
             ringkasan/templat.toml    ruang kerja  templat/ringkasan/templat.toml\n"
        ),
        "{}",
        list.out
    );
}

#[test]
fn it_carries_its_templates_and_can_be_built_from_itself() {
    let room = room();
    // Another kind's files are none of its business.
    room.write("ws/templat/evaluasi/surel.txt.j2", built_in("evaluasi/surel.txt.j2"));
    assert_eq!(room.run("buat ringkasan -C ws").exit, Exit::Done);
    let bytes = fs::read(room.path().join(FILE)).unwrap();
    let json = Pdf::open(&bytes).unwrap().attachment("masukan.json").unwrap();
    let input = BuildInput::from_json(&json).unwrap();
    assert_eq!(input.templat.keys().collect::<Vec<_>>(), ["ringkasan/laporan.typ.j2", "ringkasan/templat.toml"]);
    assert_eq!(input.to_json(), json);
    let again = std::thread::Builder::new().stack_size(64 << 20).spawn(move || build(&input).unwrap()).unwrap();
    let again = again.join().unwrap();
    assert!(again.pdf == bytes, "the same bytes");
    let text: String = again.text.concat().to_lowercase().split_whitespace().collect();
    assert!(text.contains("ringkasanuntukwalikota"), "{text}");
    // A trace goes the same way, in a child.
    let run = room.run(&format!("lacak {FILE} 46.208"));
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(run.err, "");
}

#[test]
fn what_is_wrong_with_a_description_is_told_by_line() {
    let room = room();
    for (text, said) in [
        (
            "judul = \"x\"\ndasar = \"bulann\"\n",
            "kesalahan[M005] templat/ringkasan/templat.toml, baris 2, kunci dasar\n  \
             Nilai itu tidak dikenal; mungkin yang dimaksud \"bulanan\".\n",
        ),
        (
            "judul = \"x\"\ndasar = \"bulanan\"\nkerts = \"A4\"\n",
            "kesalahan[M002] templat/ringkasan/templat.toml, baris 3, kunci kerts\n  \
             Kunci `kerts` tidak dikenal dalam templat.toml; mungkin yang dimaksud `kertas`.\n",
        ),
        (
            "dasar = \"bulanan\"\n",
            "kesalahan[M004] templat/ringkasan/templat.toml, kunci judul\n  Kunci `judul` wajib diisi.\n",
        ),
        ("judul = x\n", "kesalahan[M001] templat/ringkasan/templat.toml, baris 1\n"),
    ] {
        room.write("ws/templat/ringkasan/templat.toml", text);
        let run = room.run("buat ringkasan -C ws");
        assert_eq!((run.exit, run.out.as_str()), (Exit::Template, ""), "{}", run.err);
        assert!(run.err.starts_with(said), "{}", run.err);
        assert!(
            run.err.contains("  Tindakan  : Perbaiki berkas itu, lalu jalankan `rakor templat periksa ringkasan`.\n"),
            "{}",
            run.err
        );
    }
}

#[test]
fn a_kind_needs_a_structure_and_a_name_for_file_names() {
    let room = room();
    fs::remove_file(room.path().join("ws/templat/ringkasan/laporan.typ.j2")).unwrap();
    let run = room.run("buat ringkasan -C ws");
    assert_eq!(run.exit, Exit::Template);
    assert!(
        run.err.starts_with(
            "kesalahan[T013] templat/ringkasan/templat.toml\n  Jenis laporan `ringkasan` belum mempunyai laporan.typ.j2.\n"
        ),
        "{}",
        run.err
    );
    fs::remove_dir_all(room.path().join("ws/templat")).unwrap();
    room.write("ws/templat/Ringkasan Baru/templat.toml", DESCRIPTION);
    room.write("ws/templat/Ringkasan Baru/laporan.typ.j2", structure());
    let run = room.run("buat bulanan -C ws");
    assert_eq!(run.exit, Exit::Template);
    assert!(
        run.err.starts_with(
            "kesalahan[T011] templat/Ringkasan Baru/templat.toml\n  \
             \"Ringkasan Baru\" tidak dapat menjadi nama jenis laporan.\n"
        ),
        "{}",
        run.err
    );
}

#[test]
fn a_name_that_nobody_knows_is_a_slip_of_the_pen() {
    let room = room();
    for (arguments, names) in [
        ("buat ringkasn -C ws", "Jenis laporan `ringkasn` tidak dikenal; mungkin yang dimaksud `ringkasan`."),
        ("buat bulann -C ws", "Jenis laporan `bulann` tidak dikenal; mungkin yang dimaksud `bulanan`."),
        // Without a workspace only the program's own kinds can be meant.
        ("buat bulann", "Jenis laporan `bulann` tidak dikenal; mungkin yang dimaksud `bulanan`."),
    ] {
        let run = room.run(arguments);
        assert_eq!(run.exit, Exit::Usage);
        assert!(run.err.starts_with(&format!("kesalahan[R002]\n  {names}\n")), "{}", run.err);
    }
}

#[test]
fn it_knows_the_choices_of_its_base_and_is_not_mailed() {
    let room = room();
    let run = room.run("buat ringkasan -C ws --tahun 2024");
    assert_eq!(run.exit, Exit::Usage);
    assert_eq!(
        run.err,
        "kesalahan[R098] --tahun\n  `ringkasan` disusun dari data bulanan, yang tidak mengenal --tahun.\n  \
         Tindakan  : Hapus pilihan itu.\n\nDitemukan 1 kesalahan.\n"
    );
    let surel = "\n[surel]\npengirim = \"setda@contoh.go.id\"\nserver = \"surel.contoh.go.id\"\n";
    let manifest = room.path().join("ws/rakor.toml");
    let text = fs::read_to_string(&manifest).unwrap() + surel;
    fs::write(&manifest, text).unwrap();
    let run = room.run("kirim ringkasan -C ws --uji");
    assert_eq!(run.exit, Exit::Usage, "{}", run.err);
    assert!(
        run.err.starts_with(
            "kesalahan[C094] templat/ringkasan/templat.toml, baris 1, kunci judul\n  \
             Laporan `ringkasan` dibuat dari templat sendiri dan tidak dapat dikirim oleh `rakor kirim`.\n"
        ),
        "{}",
        run.err
    );
}
