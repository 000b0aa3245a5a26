//! Numbers, errors and what is stored in the wrong kind.

use rakor::table::Dataset;
use rakor::workbook::{Form, Value};

use super::{bare, counted, date, good, number, participants, percent, said, sheet, text, texts};

/// The message about one count.
fn count(value: Value) -> String {
    said([participants([counted(value)])])
}

fn counts(values: impl IntoIterator<Item = Value>) -> Vec<u64> {
    let months = (1..).map(|month| text(&format!("2025-{month:02}")));
    let rows = months.zip(values).map(|(month, value)| {
        let mut row = counted(value);
        row[0] = month;
        row
    });
    good([participants(rows)]).kepesertaan.iter().map(|row| row.peserta_aktif.value).collect()
}

#[test]
fn counts_are_read_from_numbers_and_from_texts() {
    let values =
        [number(134_167.0), bare(7.0), text("134.167"), text(" 7 "), text("25 ribu"), number(0.0), number(-0.0)];
    assert_eq!(counts(values), [134_167, 7, 134_167, 7, 25_000, 0, 0]);
    // What a formula leaves behind the fifteenth digit is nothing that its program shows.
    assert_eq!(
        counts([number(3.000_000_000_000_000_4), number(999_999_999_999_999.0), number(1e18)]),
        [3, 999_999_999_999_999, 1_000_000_000_000_000_000]
    );
}

#[test]
fn a_fraction_among_counts_may_be_a_thousands_point_that_was_read_as_a_comma() {
    assert_eq!(
        count(number(41.3)),
        "\
kesalahan[D030] data/data.xlsx › kepesertaan!E2
Bilangan ini harus bulat.
Ditemukan : \"41,3\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Tulis 41300 apabila tanda desimal itu pemisah ribuan; apabila bukan, bulatkan angkanya."
    );
    let thousands = |value: f64| count(number(value)).lines().last().unwrap().to_owned();
    assert!(thousands(134.167).starts_with("Tindakan  : Tulis 134167 apabila"));
    assert_eq!(thousands(0.12345), "Tindakan  : Periksa angka itu pada sumbernya.");
}

#[test]
fn text_among_counts_means_what_it_means_in_a_file() {
    assert_eq!(
        count(text("12.34")),
        "\
kesalahan[D014] data/data.xlsx › kepesertaan!E2
Titik adalah pemisah ribuan dan harus diikuti tepat tiga angka.
Ditemukan : \"12.34\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Tulis bilangan bulat, misalnya 134.167 atau 134167."
    );
    assert!(count(text("1,234.5")).contains("Koma adalah tanda desimal, bukan pemisah ribuan."));
    assert!(count(text("5%")).starts_with("kesalahan[D014] data/data.xlsx › kepesertaan!E2\n"));
    assert!(count(text("-")).contains("Tanda ini dapat berarti nol atau belum tersedia."));
}

#[test]
fn numbers_below_zero_and_beyond_every_figure_are_refused() {
    assert_eq!(
        count(number(-5.0)),
        "\
kesalahan[D014] data/data.xlsx › kepesertaan!E2
Bilangan ini tidak boleh negatif.
Ditemukan : \"-5\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Periksa angka itu pada sumbernya."
    );
    assert_eq!(
        count(number(1e300)),
        "\
kesalahan[D014] data/data.xlsx › kepesertaan!E2
Bilangan ini terlalu besar.
Ditemukan : \"1E300\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Periksa angka itu pada sumbernya."
    );
    assert!(count(number(1e25)).contains("Bilangan ini terlalu besar.\nDitemukan : \"10000000000000000000000000\""));
    for broken in [f64::NAN, f64::INFINITY] {
        assert!(count(number(broken)).starts_with("kesalahan[D028] data/data.xlsx › kepesertaan!E2\n"));
    }
}

#[test]
fn a_number_whose_sixteenth_digit_is_gone_is_refused() {
    assert_eq!(
        count(number(1_234_567_890_123_456.0)),
        "\
kesalahan[D032] data/data.xlsx › kepesertaan!E2
Bilangan sepanjang ini dapat kehilangan angka: Excel hanya menyimpan 15 angka dan menghapus nol di depan.
Ditemukan : \"1234567890123460\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Beri kolom itu format teks, lalu tulis kembali isi selnya."
    );
}

#[test]
fn a_failed_formula_is_named_by_its_error() {
    assert_eq!(
        count(Value::Error("#DIV/0!".into())),
        "\
kesalahan[D028] data/data.xlsx › kepesertaan!E2
Rumus dalam sel ini menghasilkan #DIV/0!.
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Perbaiki rumus itu; sel yang datanya belum tersedia dikosongkan."
    );
    let optional = [counted(number(7.0)), vec![]].concat();
    let mut rows = vec![texts(&["periode", "kode_wilayah", "segmen", "sumber", "peserta_aktif", "per_tanggal"])];
    rows.push([optional, vec![Value::Error("#N/A".into())]].concat());
    let said = said([sheet("kepesertaan", &rows)]);
    assert!(
        said.starts_with("kesalahan[D028] data/data.xlsx › kepesertaan!F2\nRumus dalam sel ini menghasilkan #N/A.\n")
    );
}

#[test]
fn a_formula_that_was_never_computed_is_refused() {
    assert_eq!(
        count(Value::Uncomputed),
        "\
kesalahan[D029] data/data.xlsx › kepesertaan!E2
Rumus dalam sel ini belum pernah dihitung.
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Buka buku kerja itu di Excel atau LibreOffice, lalu simpan kembali."
    );
}

#[test]
fn truth_and_days_are_no_counts() {
    assert_eq!(
        count(Value::Truth(true)),
        "\
kesalahan[D030] data/data.xlsx › kepesertaan!E2
Sel ini berisi nilai logika TRUE.
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Ganti isi sel itu."
    );
    assert_eq!(
        count(date(2025, 8, 31)),
        "\
kesalahan[D030] data/data.xlsx › kepesertaan!E2
Sel ini tersimpan sebagai tanggal.
Ditemukan : \"31 Agustus 2025\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Ubah format kolom itu, lalu tulis kembali isi selnya."
    );
}

fn region(code: Value) -> String {
    let rows = [texts(&["kode", "nama", "jenis"]), [vec![code], texts(&["Kota Malang", "kota"])].concat()];
    said([sheet("wilayah", &rows)])
}

#[test]
fn codes_of_regions_are_text_but_for_those_of_provinces() {
    assert_eq!(region(number(35.0)), "");
    assert_eq!(region(text("35.70")), "");
    assert_eq!(
        region(number(35.7)),
        "\
kesalahan[D032] data/data.xlsx › wilayah!A2
Kode wilayah ini tersimpan sebagai bilangan sehingga angka nolnya dapat hilang.
Ditemukan : \"35,7\"
Seharusnya: kode wilayah, misalnya 35, 35.73, 35.73.01, atau 35.73.01.1001
Tindakan  : Beri kolom itu format teks, lalu tulis kembali isi selnya."
    );
    let headings = texts(&["kode", "nama", "jenis"]);
    let rows = [35.73, 35.7, 35.78].map(|code| [vec![number(code)], texts(&["Kota", "kota"])].concat());
    let all = said([sheet("wilayah", &[vec![headings], rows.to_vec()].concat())]);
    assert_eq!(all.lines().next(), Some("kesalahan[D032] data/data.xlsx › wilayah!A2"));
    assert_eq!(
        all.lines().nth(1),
        Some(
            "Kode wilayah ini tersimpan sebagai bilangan sehingga angka nolnya dapat hilang. Begitu pula 2 sel lain pada \
             kolom ini."
        )
    );
    assert_eq!(all.matches("kesalahan[").count(), 1, "{all}");
    for code in [35.73, 3573.0, 5.0, 0.35, -35.0] {
        assert!(region(number(code)).starts_with("kesalahan["), "{code}");
    }
}

fn recipient(code: Value) -> (Dataset, String) {
    let headings = texts(&["kode", "peran", "jabatan", "pos_el"]);
    let row = [vec![code], texts(&["pimpinan", "Sekretaris Daerah", "a@contoh.go.id"])].concat();
    let (dataset, problems) = super::read_sheets([sheet("penerima", &[headings, row])]);
    (dataset, super::shown(&problems))
}

#[test]
fn an_identity_number_stored_as_a_number_is_refused_and_not_quoted() {
    // Sixteen digits, and fifteen after a lost zero.
    for number in [3_573_010_203_040_005.0, 357_301_020_304_005.0, 100_000_000_000.0] {
        assert_eq!(
            recipient(super::number(number)).1,
            "\
kesalahan[D032] data/data.xlsx › penerima!A2
Bilangan sepanjang ini dapat kehilangan angka: Excel hanya menyimpan 15 angka dan menghapus nol di depan.
Seharusnya: teks
Tindakan  : Beri kolom itu format teks, lalu tulis kembali isi selnya."
        );
    }
    assert_eq!(recipient(text("0357301020304005")).1, "");
    assert_eq!(recipient(number(99_999_999_999.0)).0.penerima[0].kode.value, "99999999999");
}

#[test]
fn numbers_among_texts_are_spelled_as_they_show() {
    for (value, spelled) in [
        (number(3.0), "3"),
        (number(41.3), "41,3"),
        (number(0.1 + 0.2), "0,3"),
        (number(-0.046), "-0,046"),
        (bare(1_234_567.0), "1234567"),
        (percent(0.413), "41,3%"),
        (percent(1.0), "100%"),
    ] {
        assert_eq!(recipient(value).0.penerima[0].kode.value, spelled);
    }
}

#[test]
fn personal_cells_are_never_quoted() {
    for value in [date(2025, 8, 31), Value::Truth(true), Value::Error("#REF!".into()), Value::Uncomputed] {
        let said = recipient(value).1;
        assert!(said.starts_with("kesalahan[") && !said.contains("Ditemukan"), "{said}");
    }
}

#[test]
fn years_quarters_and_words_are_read_from_numbers_too() {
    let headings = texts(&["kode", "kode_wilayah", "tahun", "triwulan", "sumber"]);
    let row = |year: Value, quarter: Value| {
        let row = [texts(&["UCJ", "35.73"]), vec![year, quarter], texts(&["Dinas"])].concat();
        sheet("indikator_triwulan", &[headings.clone(), row])
    };
    let dataset = good([row(number(2025.0), number(3.0))]);
    assert_eq!((dataset.indikator_triwulan[0].tahun.value, dataset.indikator_triwulan[0].triwulan.value), (2025, 3));
    assert_eq!(
        said([row(date(1905, 7, 17), number(5.0))]),
        "\
kesalahan[D030] data/data.xlsx › indikator_triwulan!C2
Sel ini tersimpan sebagai tanggal.
Ditemukan : \"17 Juli 1905\"
Seharusnya: tahun empat angka, misalnya 2025
Tindakan  : Ubah format kolom itu, lalu tulis kembali isi selnya.
kesalahan[D014] data/data.xlsx › indikator_triwulan!D2
Isinya bukan triwulan.
Ditemukan : \"5\"
Seharusnya: triwulan, yaitu 1, 2, 3, atau 4
Tindakan  : Tulis 1, 2, 3, atau 4."
    );
    let said =
        said([participants([[texts(&["2025-06", "35.73"]), vec![number(1.0)], texts(&["BPJS", "7"])].concat()])]);
    assert!(said.contains("[D016] data/data.xlsx › kepesertaan!C2\n") && said.contains("Ditemukan : \"1\""), "{said}");
}

#[test]
fn amounts_are_whole_rupiah_in_every_way_of_writing() {
    let headings = texts(&["segmen", "program_jaminan", "berlaku_mulai", "iuran_rp", "sumber"]);
    let row = |amount: Value| [texts(&["BPU", "JKK", "2025-01-01"]), vec![amount], texts(&["PP"])].concat();
    let read =
        |amount: Value| good([sheet("tarif_iuran", &[headings.clone(), row(amount)])]).tarif_iuran[0].iuran_rp.value;
    assert_eq!(read(number(10_000.0)), 10_000);
    assert_eq!(read(Value::Number(5.3e9, Form::Unknown)), 5_300_000_000);
    assert_eq!(read(text("Rp\u{A0}5.300.000.000,00")), 5_300_000_000);
    assert_eq!(read(text("5,3 miliar")), 5_300_000_000);
    let said = said([sheet("tarif_iuran", &[headings.clone(), row(number(2500.5))])]);
    assert!(said.contains("Bilangan ini harus bulat.\nDitemukan : \"2500,5\""), "{said}");
}
