//! The same command again: what is not made anew.

use std::time::SystemTime;

use rakor::cli::Exit;

use super::{ALL, Room};

/// When a file was written.
fn written(room: &Room, name: &str) -> SystemTime {
    std::fs::metadata(room.path(name)).unwrap().modified().unwrap()
}

const DISTRICT: &str = "keluaran/bulanan_99.71.02-contoh-tengah_2025-08.pdf";

fn said(what: &str) -> String {
    format!("6 laporan: {what}\nkeluaran/indeks_bulanan_2025-08.csv\n")
}

#[test]
fn what_is_unchanged_is_not_made_again_unless_forced() {
    let room = Room::simulasi();
    assert_eq!(room.buat("--wilayah semua").exit, Exit::Done);
    let (made, index, at) = (room.pdfs("keluaran"), room.index(), written(&room, DISTRICT));
    room.buat("--wilayah semua").is(Exit::Done, &said("6 sudah ada"), "");
    assert_eq!((room.pdfs("keluaran"), written(&room, DISTRICT)), (made.clone(), at));
    assert_eq!(room.index(), index, "a run that did nothing leaves the index of the one that did");
    room.buat("--wilayah semua --paksa").is(Exit::Done, &said("6 dibuat"), "");
    assert_eq!(room.pdfs("keluaran"), made);
    assert!(written(&room, DISTRICT) > at);
}

#[test]
fn changed_data_of_one_region_make_its_report_and_those_that_speak_of_it() {
    let room = Room::simulasi();
    let note = "bulanan,2025-08,99.71.03,saran,1,Perlu pendataan ulang.,Simulasi rakor\n";
    assert_eq!(room.buat("--wilayah semua").exit, Exit::Done);
    let before = room.pdfs("keluaran");
    let table = room.read("data/narasi.csv");
    room.write("data/narasi.csv", table + note);
    room.buat("--wilayah semua").is(Exit::Done, &said("1 dibuat, 5 sudah ada"), "");
    let after = room.pdfs("keluaran");
    let changed: Vec<&String> =
        before.iter().filter(|(name, _)| before[*name] != after[*name]).map(|(name, _)| name).collect();
    assert_eq!(changed, ["bulanan_99.71.03-contoh-timur_2025-08.pdf"]);
}

#[test]
fn regions_that_are_asked_for_alone_do_not_make_the_others_be_forgotten() {
    let room = Room::simulasi();
    assert_eq!(room.buat("--wilayah semua").exit, Exit::Done);
    let two = "2 laporan: 2 sudah ada\nkeluaran/indeks_bulanan_2025-08.csv\n";
    room.buat("--wilayah 99.71.01,99.71.02").is(Exit::Done, two, "");
    assert_eq!(room.read("keluaran/indeks_bulanan_2025-08.csv").lines().count(), 3);
    room.buat("--wilayah semua").is(Exit::Done, &said("6 sudah ada"), "");
}

#[test]
fn a_file_that_somebody_changed_is_left_alone_and_said() {
    let room = Room::simulasi();
    assert_eq!(room.buat("--wilayah semua").exit, Exit::Done);
    let mut signed = std::fs::read(room.path(DISTRICT)).unwrap();
    signed.extend_from_slice(b"\n% ditandatangani\n%%EOF\n");
    room.write(DISTRICT, &signed);
    let left =
        "dibiarkan  99.71.02 Contoh Tengah: bulanan_99.71.02-contoh-tengah_2025-08.pdf telah diubah setelah dibuat\n";
    let all = format!("{left}{}", said("5 sudah ada, 1 dibiarkan"));
    room.buat("--wilayah semua").is(Exit::Done, &all, "");
    assert_eq!(std::fs::read(room.path(DISTRICT)).unwrap(), signed);
    // What was removed is made again.
    std::fs::remove_file(room.path("keluaran/bulanan_99.71.01-contoh-utara_2025-08.pdf")).unwrap();
    let all = format!("{left}{}", said("1 dibuat, 4 sudah ada, 1 dibiarkan"));
    room.buat("--wilayah semua").is(Exit::Done, &all, "");
}

/// A suggestion for one district, and so another report.
fn suggest(room: &Room) {
    let table = room.read("data/narasi.csv");
    room.write("data/narasi.csv", table + "bulanan,2025-08,99.71.02,saran,1,Perlu pendataan ulang.,Simulasi rakor\n");
}

#[test]
fn a_changed_file_stays_when_its_data_change_and_the_run_says_so() {
    let room = Room::simulasi();
    assert_eq!(room.buat("--wilayah semua").exit, Exit::Done);
    let mut changed = std::fs::read(room.path(DISTRICT)).unwrap();
    changed.extend_from_slice(b"\n% dibubuhi cap\n");
    room.write(DISTRICT, &changed);
    suggest(&room);
    room.buat("--wilayah semua").is(
        Exit::Done,
        &format!(
            "dibiarkan  99.71.02 Contoh Tengah: bulanan_99.71.02-contoh-tengah_2025-08.pdf telah diubah setelah dibuat\n{}",
            said("5 sudah ada, 1 dibiarkan")
        ),
        &format!(
            "\
peringatan[C085] {DISTRICT}
  {DISTRICT} telah diubah setelah dibuat dan tidak ditimpa, padahal isi laporannya berubah.
  Tindakan  : Pindahkan berkas itu, lalu jalankan perintah yang sama sekali lagi.

Ditemukan 1 peringatan.
"
        ),
    );
    assert_eq!(std::fs::read(room.path(DISTRICT)).unwrap(), changed);
    // Who wants it gone says so.
    room.buat("--wilayah semua --paksa").is(Exit::Done, &said("6 dibuat"), "");
    assert_ne!(std::fs::read(room.path(DISTRICT)).unwrap(), changed);
}

#[test]
fn a_report_that_was_made_alone_meanwhile_is_known_again() {
    let room = Room::simulasi();
    assert_eq!(room.buat("--wilayah semua").exit, Exit::Done);
    suggest(&room);
    assert_eq!(room.buat("--wilayah 99.71.02").exit, Exit::Done);
    let made = room.pdfs("keluaran");
    room.buat("--wilayah semua").is(Exit::Done, &said("6 sudah ada"), "");
    assert_eq!(room.pdfs("keluaran"), made);
}

#[test]
fn a_signed_file_is_not_even_forced() {
    let room = Room::simulasi();
    assert_eq!(room.buat("--wilayah 99.71.02,").exit, Exit::Done);
    let mut signed = std::fs::read(room.path(DISTRICT)).unwrap();
    signed.extend_from_slice(b"\nstartxref\n0\n%%EOF\n");
    room.write(DISTRICT, &signed);
    let reason = format!(
        "{DISTRICT} sudah ada dan telah diubah setelah dibuat, misalnya ditandatangani; berkas itu tidak ditimpa."
    );
    room.buat("--wilayah 99.71.02, --paksa").is(
        Exit::Partial,
        &format!("gagal  99.71.02 Contoh Tengah: {reason}\n1 laporan: 1 gagal\nkeluaran/indeks_bulanan_2025-08.csv\n"),
        &format!(
            "kesalahan[F005] {DISTRICT}\n  {reason}\n  Tindakan  : Pilih nama lain dengan -o atau pindahkan berkas itu.\n\n\
             Ditemukan 1 kesalahan.\n"
        ),
    );
    assert_eq!(std::fs::read(room.path(DISTRICT)).unwrap(), signed);
}

#[test]
fn an_index_that_is_none_is_made_anew() {
    let room = Room::simulasi();
    assert_eq!(room.buat("--wilayah semua").exit, Exit::Done);
    let index = room.read("keluaran/indeks_bulanan_2025-08.json");
    for broken in [String::new(), index[..index.len() / 2].to_owned(), index.replace("\"bentuk\": 1", "\"bentuk\": 9")]
    {
        room.write("keluaran/indeks_bulanan_2025-08.json", broken);
        assert_eq!(room.buat("--tingkat kota --wilayah semua").exit, Exit::Done);
    }
    assert_eq!(room.outcomes(), [(ALL[0].to_owned(), "dibuat".to_owned())]);
}
