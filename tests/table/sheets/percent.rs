//! Percentages against the hundredth parts that spreadsheets store of them.

use rakor::table::Dataset;
use rakor::workbook::Value;

use super::{bare, good, number, participants, percent, read_sheets, said, sheet, text, texts};

fn target(unit: &str, value: Value) -> rakor::workbook::Sheet {
    let headings = texts(&["indikator", "kode_wilayah", "segmen", "tahun", "dokumen", "satuan", "nilai", "sumber"]);
    let row = [texts(&["ucj", "35.73", "TOTAL", "2025", "RPJMD", unit]), vec![value], texts(&["Setda"])].concat();
    sheet("target", &[headings, row])
}

fn read(unit: &str, value: Value) -> String {
    good([target(unit, value)]).target[0].nilai.value.to_string()
}

#[test]
fn a_percentage_is_what_its_cell_shows() {
    for (value, shown) in [
        (percent(0.413), "41.3"),
        (percent(0.324_4), "32.44"),
        (percent(0.1 + 0.2), "30"),
        (percent(0.07), "7"),
        (percent(0.0), "0"),
        (percent(1.0), "100"),
        (percent(0.000_05), "0.005"),
        (percent(-0.0046), "-0.46"),
        (number(41.3), "41.3"),
        (number(1.5), "1.5"),
        (number(0.0), "0"),
        (bare(41.3), "41.3"),
        (bare(2.5), "2.5"),
        (text("41,30"), "41.30"),
        (text("41,3%"), "41.3"),
    ] {
        assert_eq!(read("persen", value.clone()), shown, "{value:?}");
    }
}

#[test]
fn a_bare_hundredth_part_is_refused() {
    assert_eq!(
        said([target("persen", number(0.413))]),
        "\
kesalahan[D031] data/data.xlsx › target!G2
Bilangan ini dapat berarti 0,413 persen atau 41,3 persen.
Ditemukan : \"0,413\"
Tindakan  : Tulis 0,413% atau 41,3%, sesuai dengan sumbernya."
    );
    // One may be a hundred percent.
    assert!(said([target("persen", number(1.0))]).contains("dapat berarti 1 persen atau 100 persen."));
    assert!(said([target("persen", number(-0.5))]).contains("dapat berarti -0,5 persen atau -50 persen."));
}

#[test]
fn where_the_file_does_not_tell_more_is_refused() {
    assert_eq!(
        said([target("persen", bare(1.2))]),
        "\
kesalahan[D031] data/data.xlsx › target!G2
Bilangan ini dapat berarti 1,2 persen atau 120 persen.
Ditemukan : \"1,2\"
Tindakan  : Tulis 1,2% atau 120% sebagai teks, sesuai dengan sumbernya."
    );
    assert!(said([target("persen", bare(2.0))]).contains("[D031]"));
    assert_eq!(said([target("persen", bare(2.01))]), "");
    assert_eq!(said([target("persen", bare(0.0))]), "");
}

#[test]
fn text_that_may_mean_two_numbers_is_refused_with_its_cell() {
    assert_eq!(
        said([target("persen", text("12.345"))]),
        "\
kesalahan[D014] data/data.xlsx › target!G2
Titik yang diikuti tiga angka dapat berarti pemisah ribuan atau tanda desimal.
Ditemukan : \"12.345\"
Seharusnya: bilangan dengan koma desimal, misalnya 41,3
Tindakan  : Tulis 12345 apabila titik itu pemisah ribuan, atau 12,345 apabila tanda desimal."
    );
    // A number of a sheet has no point that could mean two things.
    assert_eq!(read("orang", number(12.345)), "12.345");
    assert_eq!(read("orang", number(12_345.0)), "12345");
}

#[test]
fn a_percentage_among_persons_is_refused() {
    assert_eq!(
        said([target("orang", percent(0.413))]),
        "\
kesalahan[D030] data/data.xlsx › target!G2
Sel ini ditampilkan sebagai persen, padahal satuannya bukan persen.
Ditemukan : \"41,3%\"
Seharusnya: bilangan dengan koma desimal, misalnya 41,3
Tindakan  : Perbaiki satuan atau format sel itu."
    );
    let row = super::counted(percent(0.413));
    assert_eq!(
        said([participants([row])]),
        "\
kesalahan[D030] data/data.xlsx › kepesertaan!E2
Sel ini ditampilkan sebagai persen.
Ditemukan : \"41,3%\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Periksa angka itu, lalu beri sel itu format bilangan."
    );
    assert_eq!(read("orang", number(0.5)), "0.5");
}

/// Two indicators, one in percent and one in cases.
fn indicators() -> rakor::workbook::Sheet {
    let headings = texts(&["kode", "kode_wilayah", "nama", "satuan", "nilai_awal"]);
    let row = |code: &str, unit: &str, value: Value| [texts(&[code, "35.73", "Nama", unit]), vec![value]].concat();
    let rows = [headings, row("UCJ", "Persen", percent(0.3212)), row("KECELAKAAN", "kasus", number(0.44))];
    sheet("indikator", &rows)
}

fn year(code: &str, value: Value) -> rakor::workbook::Sheet {
    let headings = texts(&["kode", "kode_wilayah", "tahun", "target_k", "sumber"]);
    sheet("indikator_tahunan", &[headings, [texts(&[code, "35.73", "2025"]), vec![value], texts(&["Setda"])].concat()])
}

#[test]
fn the_unit_of_an_indicator_decides_for_its_years_wherever_its_sheet_stands() {
    let target = |dataset: &Dataset| dataset.indikator_tahunan[0].target_k.as_ref().unwrap().value.to_string();
    assert_eq!(target(&good([year("UCJ", percent(0.405)), indicators()])), "40.5");
    assert_eq!(target(&good([indicators(), year("KECELAKAAN", number(0.42))])), "0.42");
    let refused = said([year("UCJ", number(0.405)), indicators()]);
    assert!(refused.contains("dapat berarti 0,405 persen atau 40,5 persen."), "{refused}");
    assert!(said([indicators(), year("KECELAKAAN", percent(0.42))]).contains("padahal satuannya bukan persen."));
    let start = good([indicators()]);
    let starts: Vec<String> =
        start.indikator.iter().map(|row| row.nilai_awal.as_ref().unwrap().value.to_string()).collect();
    assert_eq!(starts, ["32.12", "0.44"]);
}

#[test]
fn without_the_indicator_a_small_number_is_refused() {
    assert_eq!(
        said([year("UCJ", number(0.405))]),
        "\
kesalahan[D031] data/data.xlsx › indikator_tahunan!D2
Bilangan ini dapat berarti 0,405 atau 40,5 persen karena satuan indikatornya tidak ditemukan.
Ditemukan : \"0,405\"
Tindakan  : Lengkapi satuannya dalam tabel `indikator`."
    );
    assert_eq!(said([year("UCJ", number(40.5)), year_after()]), "");
}

/// A table that has nothing to do with it.
fn year_after() -> rakor::workbook::Sheet {
    sheet("Petunjuk", &[texts(&["x"])])
}

#[test]
fn a_statement_in_percent_is_spelled_with_its_sign() {
    let headings = texts(&["kode", "sumber", "tanggal", "kode_wilayah", "indikator", "persen", "pembilang"]);
    let statement = |value: Value| {
        let row = [texts(&["1", "media.id", "2025-08-26", "35.73", "ucj"]), vec![value, number(134_167.0)]].concat();
        read_sheets([sheet("pernyataan", &[headings.clone(), row])])
    };
    let persen = |value: Value| statement(value).0.pernyataan[0].persen.as_ref().unwrap().value.clone();
    assert_eq!(persen(percent(0.324_4)), "32,44%");
    assert_eq!(persen(number(32.44)), "32,44");
    assert_eq!(persen(text("sekitar 32 persen")), "sekitar 32 persen");
    let pembilang = statement(percent(0.324_4)).0.pernyataan[0].pembilang.as_ref().unwrap().value.clone();
    assert_eq!(pembilang, "134167");
    assert!(super::shown(&statement(number(0.324_4)).1).contains("dapat berarti 0,3244 persen atau 32,44 persen."));
}
