//! Finding, reading and building workspaces.

use std::fs;
use std::path::Path;

use rakor::cli::Exit;

use super::{line, rakor, rakor_with};

/// A fresh copy of the example with published figures.
fn workspace() -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    assert_eq!(rakor(room.path(), &["baru", "ws"]).exit, Exit::Done);
    room
}

#[test]
fn a_folder_without_a_manifest_is_no_workspace() {
    let room = tempfile::tempdir().unwrap();
    let run = line(room.path(), "periksa -C tidak-ada");
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.err.contains("Folder tidak-ada bukan ruang kerja: rakor.toml tidak ditemukan."), "{}", run.err);
    let run = line(room.path(), "buat bulanan");
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.err.contains("Ruang kerja tidak ditemukan"), "{}", run.err);
}

#[test]
fn a_check_says_that_there_is_nothing_to_report() {
    let room = workspace();
    let path = room.path().join("ws/data/kepesertaan.csv");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{}\n", text.lines().next().unwrap())).unwrap();
    let _ = fs::remove_file(room.path().join("ws/data/pernyataan.csv"));
    let run = line(room.path(), "periksa -C ws");
    assert_eq!(run.exit, Exit::Data, "{}", run.out);
    assert!(run.out.contains("kesalahan[R011] data\n"), "{}", run.out);
    assert!(run.out.contains("Tabel `kepesertaan` tidak memuat data untuk wilayah 35.73."), "{}", run.out);
    assert!(run.out.ends_with("Laporan belum dapat dibuat.\n"), "{}", run.out);
    assert_eq!(line(room.path(), "buat bulanan -C ws").exit, Exit::Data);
}

#[test]
fn the_report_is_built_from_the_nearest_workspace_above() {
    let room = workspace();
    let run = line(&room.path().join("ws/data"), "buat bulanan");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let path = run.out.lines().next().unwrap();
    assert!(path.starts_with("../keluaran/bulanan_") && path.to_lowercase().ends_with(".pdf"), "{path}");
    assert!(fs::read(room.path().join("ws/data").join(path)).unwrap().starts_with(b"%PDF-1.7"));
    assert!(run.out.lines().count() > 1, "key figures follow the path: {}", run.out);
}

#[test]
fn the_folder_comes_from_the_flag_and_then_from_the_environment() {
    let room = workspace();
    let environment = [("RAKOR_FOLDER", "ws"), ("RAKOR_KELUARAN", "hasil/laporan.pdf"), ("RAKOR_FORMAT", "json")];
    let run = rakor_with(room.path(), &environment, false, &["build", "bulanan"]);
    assert_eq!(run.exit, Exit::Done, "{}", run.out);
    assert_eq!(run.json()["hasil"]["berkas"], "hasil/laporan.pdf");
    assert!(room.path().join("hasil/laporan.pdf").is_file());
    let run = rakor_with(room.path(), &environment, false, &["periksa", "-C", "bukan", "--format", "teks"]);
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.err.contains("Folder bukan bukan ruang kerja"));
    let run = rakor_with(room.path(), &[("RAKOR_FORMAT", "xml")], false, &["periksa"]);
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.err.starts_with("kesalahan[C001] RAKOR_FORMAT\n"), "{}", run.err);
    let run = rakor_with(room.path(), &[("RAKOR_PERIODE", "2025")], false, &["buat", "bulanan", "-C", "ws"]);
    assert!(run.err.starts_with("kesalahan[C001] RAKOR_PERIODE\n"), "{}", run.err);
}

#[test]
fn a_stage_writes_its_files_below_the_folder() {
    let room = workspace();
    let run = line(room.path(), "buat bulanan -C ws --tahap markah -o markah --format json");
    assert_eq!(run.exit, Exit::Done, "{}", run.out);
    let object = run.json();
    let files = object["hasil"]["berkas"].as_array().unwrap();
    assert!(!files.is_empty());
    for file in files {
        let path = file.as_str().unwrap();
        assert!(path.starts_with("markah/") && room.path().join(path).is_file(), "{path}");
    }
    assert!(!room.path().join("ws/keluaran").exists());
}

#[test]
fn json_is_one_object_for_every_outcome() {
    let room = workspace();
    let good = line(room.path(), "periksa -C ws --format json");
    assert_eq!(good.out.lines().count(), 1);
    assert!(good.err.is_empty());
    assert_eq!(good.json()["perintah"], "periksa");
    assert_eq!(good.json()["kode_keluar"], good.exit.code());
    assert_eq!(good.out, line(room.path(), "periksa -C ws --format json").out);

    let refused = line(room.path(), "--format=json buat Bulanan");
    assert_eq!(refused.exit, Exit::Usage);
    assert_eq!(refused.json()["kode_keluar"], 2);
    assert!(refused.json()["masalah"][0]["pesan"].as_str().unwrap().starts_with("Kesalahan penggunaan: "));

    fs::write(room.path().join("ws/rakor.toml"), "[lembaga]\nwilayah = 3573\n").unwrap();
    let wrong = line(room.path(), "buat bulanan -C ws --format json");
    assert_eq!(wrong.exit, Exit::Usage);
    let problem = &wrong.json()["masalah"][0];
    assert_eq!(problem["tempat"][0]["berkas"], "rakor.toml");
    assert!(wrong.json()["hasil"].is_null());
}

#[test]
fn a_problem_of_the_manifest_is_shown_in_the_agreed_shape() {
    let room = tempfile::tempdir().unwrap();
    let manifest =
        "[lembaga]\nwilayah = \"35.73\"\npemerintah = \"P\"\nperangkat_daerah = \"S\"\ntempat = \"M\"\nwilyah = 1\n";
    fs::write(room.path().join("rakor.toml"), manifest).unwrap();
    let run = line(room.path(), "buat bulanan");
    assert_eq!(run.exit, Exit::Usage);
    let block = "\
kesalahan[M002] rakor.toml, baris 6, kunci lembaga.wilyah
  Kunci `wilyah` tidak dikenal dalam bagian [lembaga]; mungkin yang dimaksud `wilayah`.
  Seharusnya: salah satu dari wilayah, pemerintah, perangkat_daerah, alamat, kode_pos, telepon, pos_el, laman, lambang, tempat
  Tindakan  : Ganti nama kunci itu atau hapus.

";
    assert!(run.err.contains(block), "{}", run.err);
    let listed = line(room.path(), "periksa");
    assert_eq!(listed.exit, Exit::Usage);
    assert!(listed.out.contains(block) && listed.err.is_empty(), "{}", listed.out);
    assert!(listed.out.ends_with("Laporan belum dapat dibuat.\n"));
}

#[test]
fn colours_are_for_terminals_that_want_them() {
    let room = tempfile::tempdir().unwrap();
    let colourful = rakor_with(room.path(), &[], true, &["periksa"]);
    assert!(colourful.err.starts_with("\u{1B}[1;31mkesalahan[C002]\u{1B}[0m"), "{:?}", colourful.err);
    let plain = rakor_with(room.path(), &[("NO_COLOR", "1")], true, &["periksa"]);
    assert!(plain.err.starts_with("kesalahan[C002]"));
    assert!(!rakor_with(room.path(), &[], false, &["periksa"]).err.contains('\u{1B}'));
}

#[test]
fn a_file_of_200_megabytes_is_data_refused_and_a_folder_in_its_place_is_disk_trouble() {
    let room = workspace();
    let table = room.path().join("ws/data/kepesertaan.csv");
    fs::File::create(&table).unwrap().set_len(200 << 20).unwrap();
    let run = line(room.path(), "buat bulanan -C ws");
    assert_eq!(run.exit, Exit::Data, "{}", run.err);
    assert!(
        run.err.contains("data/kepesertaan.csv tidak dibaca: ukurannya 200 MB, melebihi batas 128 MB."),
        "{}",
        run.err
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_workspace_is_named_and_not_followed() {
    let room = workspace();
    let secret = room.path().join("rahasia.csv");
    fs::write(&secret, "x").unwrap();
    std::os::unix::fs::symlink(&secret, room.path().join("ws/data/wilayah-lain.csv")).unwrap();
    let run = line(room.path(), "periksa -C ws");
    assert_eq!(run.exit, Exit::Disk);
    let said = format!("{}{}", run.out, run.err);
    assert!(
        said.contains("data/wilayah-lain.csv tidak dapat dibaca: tautan itu menunjuk ke luar ruang kerja."),
        "{said}"
    );
}

#[test]
fn bytes_of_the_manifest_that_are_not_text_are_counted() {
    let room = tempfile::tempdir().unwrap();
    fs::write(room.path().join("rakor.toml"), b"[lembaga]\n\xFF\n").unwrap();
    let run = line(room.path(), "buat bulanan");
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.err.contains("Byte ke-1 pada baris 2 bukan UTF-8."), "{}", run.err);
}

#[test]
fn a_target_that_cannot_be_written_keeps_what_was_there() {
    let room = workspace();
    fs::write(room.path().join("hasil"), "tetap").unwrap();
    let run = line(room.path(), "buat bulanan -C ws -o hasil/laporan.pdf");
    assert_eq!(run.exit, Exit::Disk, "{}", run.err);
    assert!(run.err.contains("hasil/laporan.pdf tidak dapat ditulis: "), "{}", run.err);
    assert!(run.err.contains("PDF yang lama tetap utuh.") && run.err.contains("Periksa izin folder"), "{}", run.err);
    assert_eq!(fs::read(room.path().join("hasil")).unwrap(), b"tetap");
}

#[test]
fn the_dictionary_goes_to_the_screen_or_to_a_file() {
    let room = tempfile::tempdir().unwrap();
    for format in ["md", "csv"] {
        let screen = line(room.path(), &format!("skema --bentuk {format}")).out;
        assert!(screen.lines().count() >= 1);
        let run = line(room.path(), &format!("schema --bentuk {format} -o kamus/{format}"));
        assert_eq!(run.out, format!("kamus/{format}\n"));
        assert_eq!(fs::read_to_string(Path::new(room.path()).join("kamus").join(format)).unwrap(), screen);
    }
}
