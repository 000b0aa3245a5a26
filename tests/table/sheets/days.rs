//! Days, months and years as cells store them.

use rakor::workbook::{Day, Epoch, Sheet, Value};

use super::super::values::day;
use super::{date, good, number, percent, read_sheets, said, sheet, shown, text, texts};

/// A row with a month and a day.
fn row(month: Value, per_tanggal: Value) -> Sheet {
    let headings = texts(&["periode", "kode_wilayah", "segmen", "sumber", "peserta_aktif", "per_tanggal"]);
    let cells = [vec![month], texts(&["35.73", "TOTAL", "BPJS", "7"]), vec![per_tanggal]].concat();
    sheet("kepesertaan", &[headings, cells])
}

fn month(value: Value) -> Sheet {
    row(value, text(""))
}

fn of_day(value: Value) -> Sheet {
    row(text("2025-08"), value)
}

fn shown_month(value: Value) -> String {
    good([month(value)]).kepesertaan[0].periode.value.to_string()
}

fn shown_day(value: Value) -> String {
    good([of_day(value)]).kepesertaan[0].per_tanggal.as_ref().unwrap().value.to_string()
}

fn cell(timed: bool, month_only: bool) -> Value {
    Value::Day(Day { date: day(2025, 8, 15), timed, month_only })
}

#[test]
fn days_are_read_from_days_and_from_texts() {
    assert_eq!(shown_day(date(2025, 8, 31)), "2025-08-31");
    for written in ["26 Agustus 2025", "26/08/2025", "2025-08-26", "Selasa, 26 Agustus 2025", "26-Agt-2025"] {
        assert_eq!(shown_day(text(written)), "2025-08-26", "{written}");
    }
}

#[test]
fn months_are_read_from_cells_that_mean_one_and_from_texts() {
    for value in
        [cell(false, true), date(2025, 8, 1), date(2025, 8, 31), text("Agt-25"), text("Agt 2025"), text("Agustus 2025")]
    {
        assert_eq!(shown_month(value.clone()), "2025-08", "{value:?}");
    }
    assert_eq!(shown_month(date(2024, 2, 29)), "2024-02");
}

#[test]
fn a_day_within_a_month_is_no_period() {
    assert_eq!(
        said([month(date(2025, 8, 15))]),
        "\
kesalahan[D030] data/data.xlsx › kepesertaan!A2
Tanggal ini bukan hari pertama atau terakhir satu bulan sehingga periodenya tidak pasti.
Ditemukan : \"15 Agustus 2025\"
Seharusnya: periode, misalnya 2025-08 atau Agustus 2025
Tindakan  : Tulis periode sebagai tahun-bulan, misalnya 2025-08."
    );
    assert!(said([month(date(2025, 8, 2))]).starts_with("kesalahan[D030]"));
    assert!(said([month(date(2025, 8, 30))]).starts_with("kesalahan[D030]"));
}

#[test]
fn a_day_with_its_time_is_refused() {
    let expected = |place: &str, wanted: &str| {
        format!(
            "\
kesalahan[D030] data/data.xlsx › kepesertaan!{place}
Sel ini berisi tanggal beserta jamnya.
Ditemukan : \"15 Agustus 2025\"
Seharusnya: {wanted}
Tindakan  : Hapus jamnya, misalnya dengan menulis tanggal itu kembali."
        )
    };
    let (day, period) =
        ("tanggal, misalnya 2025-08-26 atau 26 Agustus 2025", "periode, misalnya 2025-08 atau Agustus 2025");
    assert_eq!(said([of_day(cell(true, false))]), expected("F2", day));
    assert_eq!(said([month(cell(true, true))]), expected("A2", period));
}

#[test]
fn a_cell_that_shows_a_month_is_no_day() {
    assert_eq!(
        said([of_day(cell(false, true))]),
        "\
kesalahan[D030] data/data.xlsx › kepesertaan!F2
Sel ini hanya menampilkan bulan, sedangkan harinya tidak terlihat.
Ditemukan : \"Agustus 2025\"
Seharusnya: tanggal, misalnya 2025-08-26 atau 26 Agustus 2025
Tindakan  : Tulis tanggalnya lengkap dan beri sel itu format tanggal."
    );
}

#[test]
fn a_day_outside_every_period_is_refused() {
    let said = said([of_day(date(1899, 12, 31)), sheet("Petunjuk", &[])]);
    assert!(said.contains("Ditemukan : \"31 Desember 1899\""), "{said}");
}

#[test]
fn bare_numbers_are_days_by_the_epoch_of_their_sheet() {
    let (dataset, problems) = read_sheets([of_day(number(45_900.0))]);
    assert_eq!(dataset.kepesertaan[0].per_tanggal.as_ref().unwrap().value, day(2025, 8, 31));
    assert_eq!(
        shown(&problems),
        "\
catatan[D038] data/data.xlsx › kepesertaan!F2
Sel ini berisi bilangan dan dibaca sebagai nomor seri tanggal, yaitu 31 Agustus 2025.
Tindakan  : Beri kolom itu format tanggal agar tanggalnya terlihat."
    );
    let (dataset, problems) = read_sheets([Sheet { epoch: Epoch::Y1904, ..of_day(number(44_438.0)) }]);
    assert_eq!(dataset.kepesertaan[0].per_tanggal.as_ref().unwrap().value, day(2025, 8, 31));
    assert!(shown(&problems).contains("yaitu 31 Agustus 2025."));
    let (dataset, _) = read_sheets([month(number(45_900.0))]);
    assert_eq!(dataset.kepesertaan[0].periode.value.to_string(), "2025-08");
}

#[test]
fn bare_days_are_told_once_for_each_column() {
    let headings = texts(&["segmen", "program_jaminan", "berlaku_mulai", "iuran_rp", "sumber"]);
    let fee = |programme: &str| [texts(&["BPU", programme]), vec![number(45_658.0)], texts(&["10000", "PP"])].concat();
    let all = sheet("tarif_iuran", &[headings, fee("JKK"), fee("JKM"), fee("JHT")]);
    assert_eq!(
        said([all]),
        "\
catatan[D038] data/data.xlsx › tarif_iuran!C2
3 sel kolom ini berisi bilangan dan dibaca sebagai nomor seri tanggal; yang pertama 1 Januari 2025.
Tindakan  : Beri kolom itu format tanggal agar tanggalnya terlihat."
    );
}

#[test]
fn bare_numbers_that_are_no_plausible_day_are_refused() {
    // 31 December 1989 and 1 January 2101; between them every whole number is a day.
    for (number, read) in [(32_873.0, false), (32_874.0, true), (73_415.0, true), (73_416.0, false)] {
        assert_eq!(read_sheets([of_day(super::number(number))]).0.kepesertaan.len() == 1, read, "{number}");
    }
    assert_eq!(
        said([of_day(number(32_873.0))]),
        "\
kesalahan[D014] data/data.xlsx › kepesertaan!F2
Isinya bilangan, mungkin nomor seri tanggal dari lembar kerja.
Ditemukan : \"32873\"
Seharusnya: tanggal, misalnya 2025-08-26 atau 26 Agustus 2025
Tindakan  : Ubah format sel itu menjadi tanggal, lalu simpan kembali."
    );
    for value in [number(2025.0), number(202_508.0), number(45_900.5), percent(459.0)] {
        assert!(said([month(value.clone())]).starts_with("kesalahan[D0"), "{value:?}");
    }
}

#[test]
fn days_among_texts_are_what_a_program_made_of_them() {
    let headings = texts(&["urutan", "jenis", "nomor", "tentang"]);
    let row = [texts(&["1", "Peraturan"]), vec![date(2025, 2, 1)], texts(&["Jaminan"])].concat();
    assert_eq!(
        said([sheet("dasar_hukum", &[headings, row])]),
        "\
kesalahan[D030] data/data.xlsx › dasar_hukum!C2
Sel ini tersimpan sebagai tanggal.
Ditemukan : \"1 Februari 2025\"
Seharusnya: teks
Tindakan  : Ubah format kolom itu, lalu tulis kembali isi selnya."
    );
}
