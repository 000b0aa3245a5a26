//! The same bytes, whoever makes them.

use rakor::cli::Exit;

use super::{ALL, Room};

#[test]
fn a_batch_makes_what_each_report_alone_is() {
    let room = Room::simulasi();
    for region in ALL {
        assert_eq!(room.buat(&format!("-o sendiri --wilayah {region}")).exit, Exit::Done);
    }
    let alone = room.pdfs("sendiri");
    assert_eq!(alone.len(), ALL.len());
    for children in [1, 2, 7] {
        let run = room.buat(&format!("-o keluaran{children} --wilayah semua --proses {children}"));
        let said = format!("6 laporan: 6 dibuat\nkeluaran{children}/indeks_bulanan_2025-08.csv\n");
        run.is(Exit::Done, &said, "");
        assert_eq!(room.pdfs(&format!("keluaran{children}")), alone, "{children} children");
    }
    // In any order, a region named twice, and blanks as people leave them.
    let backwards = "99.71.05,99.71.04,,99.71.05,99.71.03,99.71.02,99.71.01,99.71";
    let run = room.buat(&format!("-o terbalik --proses 2 --wilayah {backwards}"));
    run.is(Exit::Done, "6 laporan: 6 dibuat\nterbalik/indeks_bulanan_2025-08.csv\n", "");
    assert_eq!(room.pdfs("terbalik"), alone);
    let first = room.read("terbalik/indeks_bulanan_2025-08.csv").lines().nth(1).unwrap().to_owned();
    assert!(first.starts_with("99.71.05,"), "in the order that was asked for: {first}");
}

#[test]
fn twenty_four_regions_are_the_same_by_one_two_and_three_children() {
    let room = Room::of("simulasi-provinsi");
    // One of the first twenty-five has no figures of August.
    let regions: Vec<String> = (1..=25).filter(|n| *n != 17).map(|n| format!("98.{n:02}")).collect();
    let regions = regions.join(",");
    for children in [1, 2, 3] {
        let run = room.buat(&format!("-o k{children} --proses {children} --wilayah {regions}"));
        run.is(Exit::Done, &format!("24 laporan: 24 dibuat\nk{children}/indeks_bulanan_2025-08.csv\n"), "");
    }
    let one = room.pdfs("k1");
    assert_eq!(one.len(), 24);
    assert_eq!(room.pdfs("k2"), one);
    assert_eq!(room.pdfs("k3"), one);
}

#[test]
fn a_level_is_those_of_it_and_no_others() {
    let room = Room::simulasi();
    room.buat("--tingkat kecamatan").is(Exit::Done, "5 laporan: 5 dibuat\nkeluaran/indeks_bulanan_2025-08.csv\n", "");
    let regions: Vec<String> = room.outcomes().into_iter().map(|(region, _)| region).collect();
    assert_eq!(regions, ALL[1..]);
    room.buat("--tingkat kota --wilayah semua").is(
        Exit::Done,
        "1 laporan: 1 dibuat\nkeluaran/indeks_bulanan_2025-08.csv\n",
        "",
    );
}

#[test]
fn a_region_without_parts_has_no_recapitulation() {
    let room = Room::simulasi();
    room.run(crate::worker(), "buat rekapitulasi --wilayah semua --periode 2025-08").is(
        Exit::Done,
        "1 laporan: 1 dibuat\nkeluaran/indeks_rekapitulasi_2025-08.csv\n",
        "",
    );
    // Who is named has to have some.
    let named = room.run(crate::worker(), "buat rekapitulasi --wilayah 99.71,99.71.01 --periode 2025-08");
    named.is(
        Exit::Partial,
        "\
gagal  99.71.01 Contoh Utara: Wilayah 99.71.01 tidak memiliki wilayah bawahan untuk direkapitulasi.
2 laporan: 1 sudah ada, 1 gagal
keluaran/indeks_rekapitulasi_2025-08.csv
",
        "\
kesalahan[R070] --wilayah
  Wilayah 99.71.01 tidak memiliki wilayah bawahan untuk direkapitulasi.
  Tindakan  : Pilih wilayah lain dengan `--wilayah` atau lengkapi kolom `induk` dalam tabel `wilayah`.

Ditemukan 1 kesalahan.
",
    );
}
