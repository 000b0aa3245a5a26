//! `[jadwal]`: what it may say, and what is said when it is absent.

use rakor::cli::Exit;
use rakor::manifest::Manifest;

use super::{MANIFEST, Room, day};

fn refused(schedule: &str) -> String {
    let room = Room::new(schedule);
    let (exit, _, err) = room.run_on(day(2024, 2, 1), "");
    assert_eq!(exit, Exit::Usage, "{err}");
    err
}

#[test]
fn without_a_schedule_it_is_said_what_to_add() {
    let room = Room::new("");
    room.write("rakor.toml", MANIFEST);
    let (exit, out, err) = room.run_on(day(2024, 2, 1), "");
    assert_eq!((exit, out.as_str()), (Exit::Usage, ""));
    let told = "\
kesalahan[C010] rakor.toml
  Bagian [jadwal] belum ada sehingga yang harus dibuat tidak diketahui.
  Tindakan  : Tambahkan [jadwal] dengan baris mulai = \"2025-06\" (bulan pertama yang dibuat).
";
    assert!(err.starts_with(told), "{err}");
}

#[test]
fn keys_are_strict_and_the_first_month_is_required() {
    assert!(
        refused("mulai = \"2024-01\"\nbulan = true\n").contains("Kunci `bulan` tidak dikenal dalam bagian [jadwal]")
    );
    assert!(refused("bulanan = true\n").contains("Kunci `mulai` wajib diisi."));
    assert!(refused("mulai = \"2024-13\"\n").contains("bulan pertama yang dibuat, misalnya \"2025-06\""));
    let said = refused("mulai = \"2024-01\"\nbulanan = \"ya\"\n");
    assert!(said.contains("Ditemukan : teks \"ya\""), "{said}");
    assert!(said.contains("Seharusnya: true (ya) atau false (tidak), tanpa tanda petik"), "{said}");
    assert!(refused("mulai = \"2024-01\"\ntunda_hari = 91\n").contains("bilangan bulat dari 0 sampai dengan 90"));
}

#[test]
fn a_schedule_has_defaults_and_no_report_carries_it() {
    let text = format!("{MANIFEST}\n[jadwal]\nmulai = \"2024-01\"\n");
    let manifest = Manifest::parse(&text, "rakor.toml").unwrap();
    let schedule = manifest.schedule().unwrap();
    assert!(schedule.bulanan.value && !schedule.evaluasi.value);
    assert_eq!((schedule.tunda_hari.value, &schedule.batas_evaluasi_hari), (0, &None));
    let without = Manifest::parse(MANIFEST, "rakor.toml").unwrap();
    assert_eq!(without.schedule(), None);
    assert_eq!(manifest.printed(), without.printed());
}

#[test]
fn one_date_for_all_months_is_doubted() {
    let room = Room::with_months("mulai = \"2024-01\"\n", &["2024-01"]);
    room.write(
        "rakor.toml",
        &format!(
            "{}\n[jadwal]\nmulai = \"2024-01\"\n",
            MANIFEST.replace("[laporan]", "[laporan]\ntanggal = 2024-02-05")
        ),
    );
    let (exit, _, err) = room.run_on(day(2024, 2, 10), "");
    assert_eq!(exit, Exit::Done);
    let told = "\
peringatan[C012] rakor.toml, baris 8, kunci laporan.tanggal
  Tanggal itu tercetak pada setiap laporan bulanan yang dibuat oleh `rakor jalankan`.
  Tindakan  : Hapus baris itu agar tempat tanggal dikosongkan untuk ditulis tangan.
";
    assert!(err.starts_with(told), "{err}");
}
