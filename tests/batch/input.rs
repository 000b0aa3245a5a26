//! Options of a batch that mean nothing, and regions that are not there.

use rakor::cli::Exit;

use super::Room;

/// What a refused command says.
fn refused(arguments: &str, talk: &str) {
    let room = Room::simulasi();
    room.buat(arguments).is(Exit::Usage, "", talk);
    assert!(!room.path("keluaran").exists(), "{arguments} left something");
}

#[test]
fn a_part_that_is_none_is_refused() {
    for part in ["0/3", "4/3", "a", "1", "1/0", "-1/3", "1/1001", "1/2/3", "1.5/3", "99999999999999999999/3"] {
        let talk = format!(
            "\
kesalahan[C001] --bagian
  Bagian itu tidak ada atau salah tulis.
  Ditemukan : \"{part}\"
  Seharusnya: I/N dengan I dari 1 sampai dengan N dan N paling besar 1000
  Tindakan  : Tulis nomor bagian dan banyaknya bagian, misalnya 1/4.

Ditemukan 1 kesalahan.
"
        );
        refused(&format!("--wilayah semua --bagian={part}"), &talk);
    }
}

#[test]
fn everything_wrong_with_the_options_is_said_at_once() {
    refused(
        "--wilayah semua --proses 0 --bagian 0/3 --tahap pdf -o x.PDF",
        "\
kesalahan[C001] --tahap
  Satu tahap hanya dapat ditulis untuk satu laporan.
  Tindakan  : Hapus --tahap atau pilih satu wilayah.

kesalahan[C001] --keluaran
  Banyak laporan tidak dapat ditulis ke satu berkas.
  Tindakan  : Ganti dengan nama folder.

kesalahan[C001] --proses
  Tanpa proses tidak ada laporan yang disusun.
  Tindakan  : Tulis bilangan mulai dari 1.

kesalahan[C001] --bagian
  Bagian itu tidak ada atau salah tulis.
  Ditemukan : \"0/3\"
  Seharusnya: I/N dengan I dari 1 sampai dengan N dan N paling besar 1000
  Tindakan  : Tulis nomor bagian dan banyaknya bagian, misalnya 1/4.

Ditemukan 4 kesalahan.
",
    );
}

#[test]
fn a_number_of_children_that_is_none_is_refused() {
    for number in ["-1", "70000", "dua", "1,5"] {
        let room = Room::simulasi();
        let run = room.buat(&format!("--wilayah semua --proses={number}"));
        assert_eq!((run.exit, run.out.as_str()), (Exit::Usage, ""));
        assert!(run.err.contains("--proses") && run.err.contains(number), "{}", run.err);
    }
}

#[test]
fn options_of_a_batch_mean_nothing_for_one_report() {
    refused(
        "--wilayah 99.71 --proses 2 --paksa --bagian 1/2 --berhenti-saat-gagal",
        "\
kesalahan[C001] --proses
  Pilihan itu hanya untuk banyak wilayah sekaligus.
  Tindakan  : Tambahkan `--wilayah semua` atau `--tingkat TINGKAT`, atau hapus pilihan itu.

kesalahan[C001] --paksa
  Pilihan itu hanya untuk banyak wilayah sekaligus.
  Tindakan  : Tambahkan `--wilayah semua` atau `--tingkat TINGKAT`, atau hapus pilihan itu.

kesalahan[C001] --bagian
  Pilihan itu hanya untuk banyak wilayah sekaligus.
  Tindakan  : Tambahkan `--wilayah semua` atau `--tingkat TINGKAT`, atau hapus pilihan itu.

kesalahan[C001] --berhenti-saat-gagal
  Pilihan itu hanya untuk banyak wilayah sekaligus.
  Tindakan  : Tambahkan `--wilayah semua` atau `--tingkat TINGKAT`, atau hapus pilihan itu.

Ditemukan 4 kesalahan.
",
    );
}

#[test]
fn a_level_and_a_region_are_not_asked_for_together() {
    for region in ["99.71", "99.71.01,99.71.02"] {
        refused(
            &format!("--tingkat kecamatan --wilayah {region}"),
            "\
kesalahan[C001] --tingkat
  Satu tingkat tidak dapat dipilih bersama wilayah tertentu.
  Tindakan  : Hapus --tingkat atau tulis `--wilayah semua`.

Ditemukan 1 kesalahan.
",
        );
    }
}

#[test]
fn a_list_of_nothing_is_refused() {
    refused(
        "--wilayah ,,",
        "\
kesalahan[C001] --wilayah
  Daftar wilayah itu kosong.
  Ditemukan : \",,\"
  Tindakan  : Tulis kode wilayah yang dipisahkan koma, misalnya 35.73,35.07.

Ditemukan 1 kesalahan.
",
    );
}

#[test]
fn a_region_that_no_table_knows_is_refused_before_anything_is_made() {
    refused(
        "--wilayah 99.71.01,99.71.09,3573",
        "\
kesalahan[C082] --wilayah
  Wilayah \"99.71.09\" tidak ada dalam data.
  Tindakan  : Tulis kode wilayah yang ada, misalnya 99.71.00.

kesalahan[C082] --wilayah
  Wilayah \"3573\" tidak ada dalam data.
  Tindakan  : Tulis kode wilayah yang ada.

Ditemukan 2 kesalahan.
",
    );
}

#[test]
fn a_level_without_regions_is_refused() {
    refused(
        "--tingkat kelurahan",
        "\
kesalahan[C081] --tingkat
  Tidak ada wilayah dengan tingkat itu dalam tabel `wilayah` di bawah wilayah lembaga.
  Tindakan  : Lengkapi tabel `wilayah` beserta kolom `induk` atau pilih tingkat lain.

Ditemukan 1 kesalahan.
",
    );
}

#[test]
fn a_level_without_parts_has_nothing_to_recapitulate() {
    let room = Room::simulasi();
    room.run(crate::worker(), "buat rekapitulasi --tingkat kecamatan").is(
        Exit::Usage,
        "",
        "\
kesalahan[C083] --tingkat
  Tidak satu pun wilayah itu memiliki wilayah bawahan untuk direkapitulasi.
  Tindakan  : Lengkapi kolom `induk` dalam tabel `wilayah` atau pilih tingkat lain.

Ditemukan 1 kesalahan.
",
    );
}

#[test]
fn a_file_where_the_folder_should_be_is_said() {
    let room = Room::simulasi();
    room.write("hasil", "bukan folder");
    let run = room.buat("--wilayah semua -o hasil");
    assert_eq!(run.exit, Exit::Disk, "{}{}", run.out, run.err);
    assert_eq!(room.read("hasil"), "bukan folder");
}
