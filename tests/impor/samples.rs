//! Workbooks as secretariats have them, each with everything that is said about it.
//!
//! The workbooks are made here and committed under `tests/impor/contoh`, each beside the run that reads it. After a
//! change, `RAKOR_TULIS_BUKU=1 cargo test impor` writes both anew; that run fails, the next one passes.

use std::path::Path;

use rakor::files::{list_files, read_file, write_atomic};

use super::Desk;
use crate::workbook::builder::{Cell, Sheet, Workbook, shown, uncomputed};

struct Sample {
    name: &'static str,
    book: Workbook,
    arguments: &'static [&'static str],
}

fn sample(name: &'static str, sheet: Sheet, arguments: &'static [&'static str]) -> Sample {
    Sample { name, book: Workbook::of(sheet), arguments }
}

const SEPTEMBER: &[&str] = &["--periode", "2025-09", "--sumber", "BPJS Ketenagakerjaan"];

const BUDGET: &[&str] =
    &["--wilayah", "99.71", "--sumber", "BKAD", "--tetap", "tahun_anggaran=2025", "--tetap", "per_tanggal=2025-09-30"];

fn samples() -> Vec<Sample> {
    vec![
        sample("lebar", wide(), SEPTEMBER),
        sample("anggaran", budgets(), BUDGET),
        sample(
            "klaim",
            claims(),
            &["--tahun", "2025", "--wilayah", "99.71", "--sumber", "BPJS Ketenagakerjaan", "--tetap", "manfaat=total"],
        ),
        sample("gabungan", merged(), SEPTEMBER),
        sample("wilayah", regions(), SEPTEMBER),
        sample("asing", foreign(), &[]),
        sample("kurang", lacking(), &[]),
        sample("galat", broken(), SEPTEMBER),
        sample("dua_tabel", two_tables(), SEPTEMBER),
        sample("bulan", months(), &["--sumber", "BPJS Ketenagakerjaan", "--tetap", "segmen=TOTAL"]),
        sample("satuan", units(), BUDGET),
        Sample {
            name: "bulan_kembar",
            book: twins(),
            arguments: &["--tahun", "2025", "--sumber", "BPJS Ketenagakerjaan"],
        },
        Sample {
            name: "bulan_dipilih",
            book: twins(),
            arguments: &["--periode", "2025-08", "--sumber", "BPJS Ketenagakerjaan"],
        },
        sample("satuan_judul", titled(), SEPTEMBER),
        sample("judul_kembar", twice(), SEPTEMBER),
        sample("lawan", opposites(), &["--sumber", "Dinas Tenaga Kerja", "--periode", "2025-09", "--wilayah", "99.71"]),
        sample(
            "kelompok",
            groups(),
            &[
                "--sumber",
                "BKAD",
                "--wilayah",
                "99.71",
                "--tetap",
                "tahun_anggaran=2025",
                "--tetap",
                "per_tanggal=2025-09-30",
            ],
        ),
        sample("total", totals(), &["--periode", "2025-09", "--wilayah", "99.71", "--sumber", "BPJS Ketenagakerjaan"]),
    ]
}

/// Titles above, a header of two rows with merged cells, numbered columns, thousands as text, a sum, notes below.
fn wide() -> Sheet {
    Sheet::of_texts(
        "Agustus 2025",
        &[
            &["REKAPITULASI KEPESERTAAN"],
            &["KOTA SIMULASI"],
            &[],
            &["No.", "Kecamatan", "Jumlah Peserta\nAktif (orang)", "", "", "Ket"],
            &["", "", "Penerima\u{A0}Upah", "BPU", "Jasa Konstruksi\u{200B}", ""],
            &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            &["1", "Contoh Utara", "10.100", "2.300", "120", ""],
            &["2", "Kec. Contoh Tengah", "9.200", "2.100", "", "naik"],
            &["3", "99.71.05", "8.000", "1.999", "77", ""],
            &["", "JUMLAH", "27.300", "6.399", "197", ""],
            &[],
            &["Sumber: BPJS Ketenagakerjaan"],
            &["*) angka sementara"],
        ],
    )
    .merge("A1:F1")
    .merge("A4:A5")
    .merge("B4:B5")
    .merge("C4:E4")
}

/// Millions of rupiah, misspelt and abbreviated headings, percent cells, words for the sources of money, a wrong sum.
fn budgets() -> Sheet {
    let row = |cells: [Cell; 7]| cells;
    Sheet::new("Anggaran")
        .row(["DAFTAR ANGGARAN IURAN"])
        .row(["No", "OPD", "Sumber Pembiayaan", "Kelompok Penerima", "Pagu Anggran (juta)", "Realisasi (juta)", "%"])
        .row(row([
            1.into(),
            "Bagian Perekonomian".into(),
            "APBD Kota".into(),
            "guru mengaji".into(),
            484.into(),
            Cell::from(230.9328),
            shown("0.4771", "0.00%"),
        ]))
        .row(row([
            2.into(),
            "Dinas Sosial".into(),
            "DBH CHT".into(),
            "petani".into(),
            "1.200,5".into(),
            "600".into(),
            shown("0.4998", "0.00%"),
        ]))
        .row(row([
            "Total".into(),
            "".into(),
            "".into(),
            "".into(),
            Cell::from(1684.5),
            Cell::from(831.9328),
            "".into(),
        ]))
}

/// Months in words without their year, programmes in words, money with its sign, dashes.
fn claims() -> Sheet {
    Sheet::of_texts(
        "Klaim",
        &[
            &["Bulan", "Jenis Program", "Kasus", "Penerima Manfaat", "Nominal"],
            &["Agustus", "Jaminan Kematian", "2", "3", "Rp84.000.000,00"],
            &["Agustus", "JKK", "5", "5", "Rp 61.250.000"],
            &["September", "Jaminan Hari Tua", "12", "…", "Rp155 juta"],
            &["Jumlah", "", "19", "", "Rp300.250.000"],
        ],
    )
}

/// A name merged over its rows, groups with subtotals, a hidden row and a hidden column.
fn merged() -> Sheet {
    Sheet::of_texts(
        "Rincian",
        &[
            &["Kecamatan", "Segmen", "Peserta Aktif"],
            &["A. Wilayah utara"],
            &["Contoh Utara", "PU", "100"],
            &["", "BPU", "50"],
            &["Sub Jumlah", "", "150"],
            &["B. Wilayah tengah"],
            &["Contoh Tengah", "PU", "70"],
            &["", "BPU", "30"],
            &["Sub Jumlah", "", "100"],
            &["Jumlah", "", "250"],
        ],
    )
    .merge("A3:A4")
    .merge("A7:A8")
    .hide_row(8)
    .hide_column(2)
}

/// Names that no region has, or several.
fn regions() -> Sheet {
    Sheet::of_texts(
        "Data",
        &[
            &["Wilayah", "Segmen", "Peserta Aktif"],
            &["Contoh Utra", "PU", "100"],
            &["Contoh Utra", "BPU", "50"],
            &["Antah Berantah", "PU", "10"],
            &["Kota Simulasi", "PU", "10"],
        ],
    )
}

/// Nothing of ours.
fn foreign() -> Sheet {
    Sheet::of_texts("Inventaris", &[&["Barang", "Merek", "Kondisi"], &["Printer", "X", "Baik"]])
}

/// Headings that nobody understands, and columns that nobody gave.
fn lacking() -> Sheet {
    Sheet::of_texts(
        "Data",
        &[
            &["No", "Kecamatan", "Segmen", "Peserta Aktip", "Zxqv", "Persentase"],
            &["1", "Contoh Utara", "PU", "100", "a", "10%"],
        ],
    )
}

/// Errors, formulas that nobody computed, a figure over two rows, a fraction of a person, an unknown segment.
fn broken() -> Sheet {
    Sheet::new("Data")
        .row(["Kecamatan", "Segmen", "Peserta Aktif"])
        .row([Cell::from("Contoh Utara"), "PU".into(), Cell::Error("#DIV/0!")])
        .row([Cell::from("Contoh Utara"), "BPU".into(), uncomputed("SUM(A1:A2)")])
        .row([Cell::from("Contoh Tengah"), "PU".into(), 70.into()])
        .row([Cell::from("Contoh Tengah"), "BPU".into(), "".into()])
        .row([Cell::from("Contoh Timur"), "PU".into(), Cell::from(41.3)])
        .row([Cell::from("Contoh Timur"), "Pekrja".into(), 5.into()])
        .row([Cell::from("Contoh Timur"), "PU".into(), 5.into()])
        .row([Cell::from("Contoh Timur"), "PU".into(), 6.into()])
        .row([Cell::from("Jumlah"), "".into(), 200.into()])
        .merge("C4:C5")
}

/// A second table below the first.
fn two_tables() -> Sheet {
    Sheet::of_texts(
        "Data",
        &[
            &["Kecamatan", "Segmen", "Peserta Aktif"],
            &["Contoh Utara", "PU", "100"],
            &["Jumlah", "", "100"],
            &[],
            &["Kecamatan", "Segmen", "Peserta Aktif"],
            &["Contoh Timur", "PU", "70"],
            &["Jumlah", "", "70"],
        ],
    )
}

/// Months as columns, two of them as days that show their month.
fn months() -> Sheet {
    Sheet::new("Bulanan")
        .row(["Peserta Aktif menurut Bulan"])
        .row([Cell::from("Kecamatan"), shown("45901", "mmm-yy"), "Okt 2025".into(), "Rata-rata".into()])
        .row([Cell::from("Contoh Utara"), 100.into(), 110.into(), 105.into()])
        .row([Cell::from("Contoh Tengah"), 90.into(), "".into(), 90.into()])
        .row([Cell::from("Jumlah"), 190.into(), 110.into(), 195.into()])
}

/// Figures that are no whole rupiah in their unit, or carry a unit of their own.
fn units() -> Sheet {
    Sheet::new("Anggaran")
        .row(["Sumber Dana", "Kelompok", "Pagu (ribu rupiah)"])
        .row([Cell::from("APBD"), "petani".into(), Cell::from(1.5)])
        .row([Cell::from("APBD"), "nelayan".into(), Cell::from(0.1234)])
        .row([Cell::from("TJSL"), "guru mengaji".into(), "5,3 miliar".into()])
        .row([Cell::from("CSR"), "kader".into(), "Rp1.250".into()])
        .row([Cell::from("CSR"), "petani".into(), "2.744".into()])
        .row([Cell::from("CSR"), "nelayan".into(), "2,744".into()])
        .row([Cell::from("CSR"), "pengemudi".into(), shown("0.5", "0%")])
}

/// The same columns on two sheets that are named after their months.
fn twins() -> Workbook {
    let sheet = |name: &str, figure: &str| {
        Sheet::of_texts(name, &[&["Kecamatan", "Segmen", "Peserta Aktif"], &["Contoh Utara", "PU", figure]])
    };
    Workbook::of(sheet("Jul", "100")).sheet(sheet("Agt", "110"))
}

/// A unit above the header only, and a heading that nobody spells so.
fn titled() -> Sheet {
    Sheet::new("Data")
        .row(["Rekap peserta menuju 10 juta pekerja"])
        .row(["(dalam ribuan orang)"])
        .row(["Kecamatan", "Segmen", "Peserta Aktip"])
        .row([Cell::from("Contoh Utara"), "PU".into(), Cell::from(1.234)])
        .row([Cell::from("Contoh Tengah"), "PU".into(), Cell::from(0.567)])
        .row([Cell::from("Jumlah"), "".into(), Cell::from(1.801)])
}

/// One heading over two columns.
fn twice() -> Sheet {
    Sheet::of_texts(
        "Data",
        &[&["Kecamatan", "Jumlah Peserta", "Jumlah Peserta", "Segmen"], &["Contoh Utara", "10", "12", "PU"]],
    )
}

/// Headings that mean the opposite of a column.
fn opposites() -> Sheet {
    Sheet::of_texts(
        "Data",
        &[&["Skala Usaha", "Jumlah", "Tidak Terdaftar", "Sudah Terdaftar"], &["besar", "10", "4", "6"]],
    )
}

/// Headings with the units of other columns, and a group that begins like a sum.
fn groups() -> Sheet {
    Sheet::of_texts(
        "Data",
        &[
            &["Kelompok", "Sumber Dana", "Target Orang", "Realisasi Rp", "Realisasi (%)", "Realisasi Orang"],
            &["petani", "APBD", "10", "Rp500.000", "50%", "5"],
            &["Jumlah Penduduk Rentan", "APBD", "20", "Rp900.000", "45%", "9"],
            &["Jumlah", "", "30", "Rp1.400.000", "", "14"],
        ],
    )
}

/// *TOTAL* as a segment is a row; a sum of the segments is none.
fn totals() -> Sheet {
    Sheet::of_texts(
        "Data",
        &[
            &["Segmen", "Peserta Aktif"],
            &["Penerima Upah", "100"],
            &["BPU", "50"],
            &["TOTAL", "150"],
            &["Jumlah", "300"],
        ],
    )
}

pub(super) fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/impor/contoh"))
}

/// What a run said, and with which code it ended.
fn said(sample: &Sample) -> String {
    let desk = Desk::new();
    let file = format!("{}.xlsx", sample.name);
    desk.put(&file, sample.book.bytes());
    let run = desk.import(&[&[file.as_str()], sample.arguments].concat());
    let shown: Vec<String> = sample
        .arguments
        .iter()
        .map(|word| if word.contains(' ') { format!("\"{word}\"") } else { (*word).to_owned() })
        .collect();
    format!("$ rakor impor {file} {}\n{}\n--- {:?}\n{}", shown.join(" "), run.out, run.exit, run.err)
}

#[test]
#[allow(clippy::disallowed_methods, reason = "only a person asks for the files to be written")]
fn every_sample_is_as_made_and_is_read_as_pinned() {
    let write = std::env::var_os("RAKOR_TULIS_BUKU").is_some();
    let mut different = Vec::new();
    for sample in samples() {
        let parts = [("xlsx", sample.book.bytes()), ("txt", said(&sample).into_bytes())];
        for (extension, content) in parts {
            let name = format!("{}.{extension}", sample.name);
            let file = folder().join(&name);
            if read_file(&file, 1 << 20).ok().as_deref() != Some(content.as_slice()) {
                if write {
                    write_atomic(&file, &content).unwrap();
                }
                different.push(name);
            }
        }
    }
    assert!(different.is_empty(), "not as pinned: {different:?}; see the first lines of this module");
}

#[test]
fn the_folder_holds_no_sample_that_nobody_made() {
    let mut made: Vec<String> =
        samples().iter().flat_map(|sample| [format!("{}.txt", sample.name), format!("{}.xlsx", sample.name)]).collect();
    made.sort();
    assert_eq!(list_files(folder().parent().unwrap(), "contoh").unwrap(), made);
}
