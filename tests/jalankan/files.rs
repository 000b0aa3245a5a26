//! What is written where, and what is said when it cannot be.

use std::fs;

use rakor::cli::Exit;

use super::{Room, day, pdf};

#[cfg(unix)]
#[test]
fn what_is_nobodys_business_is_closed_to_others() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::with_months("mulai = \"2024-01\"\n", &["2024-01"]);
    fs::create_dir(room.path().join(".rakor")).unwrap();
    fs::set_permissions(room.path().join(".rakor"), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(room.json_on(day(2024, 2, 1)).exit, Exit::Done);
    let mode = |name: &str| fs::metadata(room.path().join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(".rakor"), 0o700);
    assert_eq!(mode(".rakor/rencana"), 0o700);
    assert_eq!(mode(".rakor/kunci"), 0o600);
    assert_eq!(mode(".rakor/rencana/bulanan_99.71_2024-01.json"), 0o600);
    // A report follows the user's own rules.
    room.write("biasa", "");
    assert_eq!(mode(&pdf("2024-01")), mode("biasa"));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_the_private_folder_is_not_followed() {
    let room = Room::with_months("mulai = \"2024-01\"\n", &["2024-01"]);
    let elsewhere = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), room.path().join(".rakor")).unwrap();
    let (exit, _, err) = room.run_on(day(2024, 2, 1), "");
    assert_eq!(exit, Exit::Disk);
    assert!(err.contains("tidak dapat ditulis: tautan itu menunjuk ke luar ruang kerja."), "{err}");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn a_note_that_cannot_be_read_stops_its_report_and_no_other() {
    let room = Room::with_months("mulai = \"2024-01\"\n", &["2024-01", "2024-02"]);
    room.write(".rakor/rencana/bulanan_99.71_2024-01.json", "{\"bentuk\":1,");
    let (exit, out, err) = room.run_on(day(2024, 3, 1), "");
    assert_eq!(exit, Exit::Disk);
    let told = format!("gagal   laporan bulanan Januari 2024: gangguan penyimpanan\ndibuat  {}\n", pdf("2024-02"));
    assert_eq!(out, told);
    assert!(
        err.starts_with(
            "kesalahan[F006] .rakor/rencana/bulanan_99.71_2024-01.json\n  Catatan pekerjaan \
             .rakor/rencana/bulanan_99.71_2024-01.json tidak dapat dibaca kembali.\n  Tindakan  : Pulihkan berkas itu dari \
             cadangan atau hapus; laporannya lalu dicocokkan lagi dengan PDF yang ada.\n"
        ),
        "{err}"
    );
}

#[test]
fn a_part_that_fails_leaves_the_rest_and_ends_with_5() {
    let room = Room::with_months("mulai = \"2024-12\"\nevaluasi = true\n", &["2024-12"]);
    room.indicators(true);
    room.write("templat/evaluasi/laporan.typ.j2", "{{ tidak.ada }}\n");
    let run = room.json_on(day(2025, 1, 5));
    assert_eq!(run.ended("dibuat"), ["bulanan 2024-12"]);
    assert_eq!(run.ended("gagal"), ["evaluasi 2024-12"]);
    assert_eq!(run.reason("evaluasi", "2024-12"), "kesalahan templat atau tata letak");
    let step = run.steps.iter().find(|step| step["jenis"] == "evaluasi").unwrap();
    assert_eq!(step["kode_keluar"], Exit::Template.code());
    assert_eq!(run.exit, Exit::Partial);
    // A folder in the place of the report's plan is trouble with the disk, which outweighs a part that failed.
    fs::remove_dir_all(room.path().join("templat")).unwrap();
    fs::create_dir_all(room.path().join(".rakor/rencana/evaluasi_99.71_2024-12.json")).unwrap();
    assert_eq!(room.json_on(day(2025, 1, 5)).exit, Exit::Disk);
    fs::remove_dir(room.path().join(".rakor/rencana/evaluasi_99.71_2024-12.json")).unwrap();
    assert_eq!(room.json_on(day(2025, 1, 5)).ended("dibuat"), ["evaluasi 2024-12"]);
}
