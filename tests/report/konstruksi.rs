//! The report on construction as its reader sees it: every figure of the simulated packages computed anew from the text of
//! their table, what is said when something is not there, the refusals.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use rakor::report::{BuildInput, Kind};

use super::case::{Case, rows, shown};
use super::paper::{Paper, bare};

static FULL: LazyLock<Paper> = LazyLock::new(|| works().paper());
static KALBAR: LazyLock<Paper> = LazyLock::new(|| of(Case::of("kalimantan-barat")).paper());

fn of(mut case: Case) -> Case {
    "konstruksi".clone_into(&mut case.raw.kind);
    case
}

fn works() -> Case {
    of(Case::simulasi())
}

/// A table as its text has it.
fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = rows(&Case::simulasi().text(name)).into_iter();
    let head = lines.next().unwrap();
    lines.map(|line| head.iter().cloned().zip(line).collect()).collect()
}

fn number(text: &str) -> u128 {
    text.parse().unwrap()
}

fn grouped(n: u128) -> String {
    if n < 1000 { n.to_string() } else { format!("{}.{:03}", grouped(n / 1000), n % 1000) }
}

/// Ten thousandths of a rupiah, printed as whole ones.
fn rupiah(exact: u128) -> String {
    grouped((exact + 5_000) / 10_000)
}

/// What a contract value pays for a programme, in ten thousandths of a rupiah: hundredths of a percent times rupiah.
fn due(programme: &str, value: u128) -> u128 {
    let brackets = table("tarif_konstruksi").into_iter().filter(|row| row["program_jaminan"] == programme);
    brackets
        .map(|row| {
            let until = if row["batas_atas_rp"].is_empty() { value } else { number(&row["batas_atas_rp"]) };
            let (whole, hundredths) = row["persen"].split_once('.').unwrap();
            let percent = number(&format!("{whole}{hundredths}"));
            assert_eq!(hundredths.len(), 2);
            value.min(until).saturating_sub(number(&row["batas_bawah_rp"])) * percent
        })
        .sum()
}

#[test]
fn the_contribution_of_every_package_is_printed_with_their_sums() {
    let text = FULL.bare();
    let mut sums = [0; 3];
    for row in table("proyek") {
        let value = number(&row["nilai_kontrak_rp"]);
        let (jkk, jkm) = (due("JKK", value), due("JKM", value));
        sums = [sums[0] + value, sums[1] + jkk, sums[2] + jkm];
        let line = [&row["paket"], &row["perangkat_daerah"], &grouped(value), &rupiah(jkk), &rupiah(jkm)];
        let line = bare(&format!("{}{}", line.map(String::as_str).concat(), rupiah(jkk + jkm)));
        assert!(text.contains(&line), "{line}");
    }
    let [value, jkk, jkm] = sums;
    let last = format!("Jumlah{}{}{}{}", grouped(value), rupiah(jkk), rupiah(jkm), rupiah(jkk + jkm));
    assert_eq!(text.matches(&last).count(), 2, "below the brackets and below the packages: {last}");
    assert!(FULL.says(&format!(
        "Menurut tarif yang berlaku pada 31 Agustus 2025, iuran sebelas paket berdasarkan nilai kontrak berjumlah Rp{}, \
         yaitu Rp{} untuk Jaminan Kecelakaan Kerja (JKK) dan Rp{} untuk Jaminan Kematian (JKM).",
        rupiah(jkk + jkm),
        rupiah(jkk),
        rupiah(jkm)
    )));
    let nobody = table("proyek").into_iter().filter(|row| row["pekerja_terdaftar"] == "0");
    let unpaid: u128 = nobody.map(|row| number(&row["nilai_kontrak_rp"])).map(|v| due("JKK", v) + due("JKM", v)).sum();
    assert!(FULL.says(&format!("Dari jumlah itu, Rp{} berasal dari dua paket", rupiah(unpaid))));
}

#[test]
fn every_bracket_is_printed_with_the_parts_of_all_contract_values_within_it() {
    let text = FULL.bare();
    let (accidents, deaths): (Vec<_>, Vec<_>) =
        table("tarif_konstruksi").into_iter().partition(|row| row["program_jaminan"] == "JKK");
    for (accident, death) in accidents.iter().zip(&deaths) {
        let from = number(&accident["batas_bawah_rp"]);
        let until = if accident["batas_atas_rp"].is_empty() { u128::MAX } else { number(&accident["batas_atas_rp"]) };
        let within: u128 =
            table("proyek").iter().map(|row| number(&row["nilai_kontrak_rp"]).min(until).saturating_sub(from)).sum();
        let percent = |row: &BTreeMap<String, String>| number(&row["persen"].replace('.', ""));
        let printed = |row: &BTreeMap<String, String>| format!("{}%", row["persen"].replace('.', ","));
        let line = format!(
            "{}{}{}{}{}{}",
            printed(accident),
            printed(death),
            grouped(within),
            rupiah(within * percent(accident)),
            rupiah(within * percent(death)),
            rupiah(within * (percent(accident) + percent(death)))
        );
        assert!(text.contains(&line), "{line}");
    }
    assert!(text.contains("sampaidengan100.000.0000,21%0,03%") && text.contains("diatas5.000.000.0000,09%0,01%"));
}

#[test]
fn every_office_is_printed_most_unregistered_workers_first() {
    let mut offices: BTreeMap<String, [u128; 4]> = BTreeMap::new();
    for row in table("proyek") {
        let sums = offices.entry(row["perangkat_daerah"].clone()).or_default();
        let values = [1, number(&row["pekerja"]), number(&row["pekerja_terdaftar"]), number(&row["nilai_kontrak_rp"])];
        *sums = std::array::from_fn(|at| sums[at] + values[at]);
    }
    let mut rows: Vec<_> = offices.into_iter().collect();
    rows.sort_by_key(|(_, [_, workers, registered, _])| std::cmp::Reverse(workers - registered));
    let text = FULL.bare();
    let mut before = 0;
    for (name, [packages, workers, registered, value]) in &rows {
        let open = workers - registered;
        let line = format!("{name}{packages}{workers}{registered}{open}{}", grouped(*value));
        let at = text.find(&bare(&line)).unwrap_or_else(|| panic!("{line}"));
        assert!(before < at, "{name} comes too early");
        before = at;
    }
    assert!(FULL.says("pada paket Dinas Pekerjaan Umum dan Penataan Ruang, yaitu 34 orang."));
}

#[test]
fn open_packages_are_printed_with_the_days_since_their_work_began() {
    let text = FULL.bare();
    let today = NaiveDate::from_ymd_opt(2025, 9, 9).unwrap();
    let open = table("proyek").into_iter().filter(|row| row["pekerja"] != row["pekerja_terdaftar"]);
    let open: Vec<_> = open.collect();
    assert_eq!(open.len(), 6);
    for row in open {
        let begin: NaiveDate = row["mulai"].parse().unwrap();
        let line = format!(
            "{}({}){}{}{}{}{}{}{}",
            row["paket"],
            row["perangkat_daerah"],
            row["penyedia"],
            grouped(number(&row["nilai_kontrak_rp"])),
            number(&row["pekerja"]) - number(&row["pekerja_terdaftar"]),
            row["pekerja"],
            rakor::bahasa::tanggal(begin),
            (today - begin).num_days(),
            rakor::bahasa::tanggal(row["selesai"].parse().unwrap())
        );
        assert!(text.contains(&bare(&line)), "{line}");
    }
    assert!(FULL.says("Hari sejak mulai dihitung sampai dengan 9 September 2025."));
    assert!(FULL.says(
        "Pekerjaan pada dua paket telah dimulai, sedangkan pekerjanya belum didaftarkan. Pekerjaan pada satu paket dimulai \
         sebelum pekerjanya didaftarkan. Paket Pembangunan Saluran Air Contoh Tengah (Dinas Pekerjaan Umum dan Penataan \
         Ruang): pekerjaan dimulai pada 23 Juni 2025, pekerja didaftarkan pada 1 Juli 2025, 8 hari kemudian."
    ));
}

#[test]
fn the_report_is_a_letter_of_its_own_on_whole_pages() {
    assert_eq!(FULL.built.file_name, "konstruksi_99.71-kota-simulasi_2025-08.pdf");
    assert_eq!(FULL.built.pages, 7);
    assert_eq!(FULL.slips(), [""; 0]);
    assert!(FULL.says(
        "LAPORAN NOMOR ………………………… TENTANG KEPESERTAAN PEKERJA JASA KONSTRUKSI KOTA SIMULASI PERIODE AGUSTUS 2025"
    ));
    // Neither number, meeting nor copies of the monthly report.
    for other in ["500.15/001", "Rapat Koordinasi", "Tembusan", "NOTA DINAS"] {
        assert!(!FULL.says(other), "{other}");
    }
    for word in ["temuan", "audit", "kecurangan", "fraud"] {
        assert!(!FULL.flow().to_lowercase().contains(word), "{word}");
    }
    assert!(
        FULL.says(
            "Per 31 Agustus 2025, cakupan kepesertaan jaminan sosial ketenagakerjaan pada segmen jasa konstruksi"
        )
    );
    let headline: Vec<_> = FULL.built.headline.iter().map(|(label, value)| format!("{label}: {value}")).collect();
    assert_eq!(
        headline,
        [
            "Paket pekerjaan: 11",
            "Pekerja terdaftar: 575 dari 709 (81,10\u{a0}persen)",
            "Belum terdaftar: 134 orang",
            "Nilai kontrak tercakup: Rp28,26\u{a0}miliar",
            "Iuran menurut nilai kontrak: Rp53.993.500",
        ]
    );
}

#[test]
fn the_same_input_makes_the_same_bytes_and_no_other_report_knows_the_tariff() {
    let input = works().input();
    assert_eq!(Paper::of(&input).sha256(), FULL.sha256());
    assert_eq!(BuildInput::from_json(&input.to_json()).unwrap(), input);
    assert_eq!(input.jenis, Kind::Konstruksi);
    let monthly = Case::simulasi().input();
    assert_eq!(Case::simulasi().without("tarif_konstruksi").input(), monthly);
    // Of the tariff what is in force at the end of the month, of the packages those of the month.
    let later = works()
        .line("tarif_konstruksi", "JKK,2025-09-01,0,,1,Ketentuan simulasi,Simulasi rakor")
        .line("proyek", "2025-07,99.71,Lama,,,,,,,,,5,5,Simulasi rakor")
        .period("2025-08");
    assert_eq!(later.input().tabel, input.tabel);
}

#[test]
fn without_a_tariff_the_report_says_that_nothing_is_computed() {
    let paper = works().without("tarif_konstruksi").paper();
    assert!(paper.says(
        "Iuran menurut nilai kontrak tidak dihitung karena tarif iuran jasa konstruksi yang berlaku pada 31 Agustus 2025 \
         belum tercantum dalam data."
    ));
    assert!(!paper.says("Iuran menurut Paket") && !paper.says("Lapisan nilai kontrak"));
    assert!(paper.says("LAMPIRAN II CATATAN DATA"));
    assert_eq!(paper.slips(), [""; 0]);
}

#[test]
fn packages_without_a_contract_value_are_left_out_of_the_sums_and_named_as_many() {
    let paper = works().cell("proyek", 3, "nilai_kontrak_rp", "").paper();
    assert!(paper.says("Iuran satu paket tidak dihitung karena nilai kontraknya belum tersedia."));
    assert!(paper.says("iuran sepuluh paket berdasarkan nilai kontrak berjumlah Rp40.043.500"));
    assert!(paper.says("Nilai kontrak tidak dijumlahkan karena belum tersedia pada satu baris data."));
    let none = works().cells("proyek", "nilai_kontrak_rp", |_, _| String::new()).paper();
    assert!(none.says("Iuran tidak dihitung karena nilai kontrak belum tersedia."));
    assert_eq!((paper.slips(), none.slips()), (vec![], vec![]));
}

#[test]
fn unknown_registrations_are_no_zero() {
    let paper = works().cell("proyek", 2, "pekerja_terdaftar", "").paper();
    assert!(paper.says(
        "Per 31 Agustus 2025, pada sebelas paket pekerjaan konstruksi di Kota Simulasi tercatat 709 pekerja; pendaftaran \
         pekerja pada satu paket di antaranya belum diketahui."
    ));
    assert!(paper.says(
        "Keterdaftaran seluruh pekerja belum dapat disimpulkan karena data pendaftaran pada satu paket belum tersedia."
    ));
    assert!(paper.bare().contains("DinasPerdagangan184……4.850.000.000"));
    assert!(paper.bare().contains("Jumlah11709……42.340.000.000"));
    assert!(
        paper.says("bagian yang seluruh pekerjanya terdaftar tidak dihitung karena data pendaftaran belum lengkap.")
    );
    assert_eq!(paper.slips(), [""; 0]);
}

#[test]
fn when_everybody_is_registered_nothing_asks_for_a_decision() {
    let workers: Vec<String> = table("proyek").iter().map(|row| row["pekerja"].clone()).collect();
    let paper = works().cells("proyek", "pekerja_terdaftar", |line, _| workers[line - 2].clone()).paper();
    assert!(paper.says("terdaftar 709 dari 709 pekerja (100,00 persen); tidak ada pekerja yang belum terdaftar."));
    assert!(paper.says("Pada paket setiap perangkat daerah, semua pekerja telah terdaftar."));
    assert!(paper.says("Tidak ada paket dengan pekerja yang belum terdaftar."));
    assert!(paper.says("Semua pekerja pada paket pekerjaan yang tercatat (709 orang) telah terdaftar."));
    assert!(paper.says("Tidak ada saran yang timbul dari data Agustus 2025."));
    assert!(!paper.says("Memerlukan arahan") && !paper.says("Paket dengan Pekerja yang Belum Terdaftar"));
    assert_eq!(paper.slips(), [""; 0]);
}

#[test]
fn when_nobody_is_registered_all_packages_are_open() {
    let case = works().cells("proyek", "pekerja_terdaftar", |_, _| "0".to_owned());
    let paper = case.cells("proyek", "tanggal_daftar", |_, _| String::new()).paper();
    assert!(paper.says("terdaftar 0 dari 709 pekerja (0,00 persen); 709 orang belum terdaftar."));
    assert!(paper.says("Dari 11 paket pekerjaan, semuanya belum mendaftarkan pekerja."));
    assert!(paper.says("bernilai Rp0 (0,00 persen)."));
    assert!(paper.says("Pekerja pada sebelas paket belum seluruhnya terdaftar."));
    assert!(!paper.says("Dari jumlah itu"), "all of it is theirs");
    assert_eq!(paper.slips(), [""; 0]);
}

#[test]
fn packages_that_tell_nothing_but_their_workers_make_a_report_of_marks() {
    let mut case = works();
    for column in
        ["perangkat_daerah", "penyedia", "nilai_kontrak_rp", "mulai", "selesai", "tanggal_daftar", "pekerja_terdaftar"]
    {
        case = case.cells("proyek", column, |_, _| String::new());
    }
    let paper = case.clone().paper();
    assert!(paper.says("Perangkat daerah belum tercantum"));
    assert!(
        paper.says(
            "Di antara paket yang pendaftarannya diketahui, tidak ada paket dengan pekerja yang belum terdaftar."
        )
    );
    assert_eq!(paper.slips(), [""; 0]);
    let idle = case.cells("proyek", "pekerja", |_, _| "0".to_owned()).paper();
    assert!(idle.says("pada sebelas paket pekerjaan konstruksi di Kota Simulasi belum ada pekerja yang tercatat."));
    assert_eq!(idle.slips(), [""; 0]);
}

#[test]
fn without_packages_the_report_is_about_the_segment() {
    assert_eq!(KALBAR.built.file_name, "konstruksi_61-kalimantan-barat_2025-06.pdf");
    assert_eq!(KALBAR.built.pages, 3);
    assert!(KALBAR.says(
        "Data paket pekerjaan konstruksi di Provinsi Kalimantan Barat untuk Juni 2025 belum tersedia; yang disajikan ialah \
         cakupan segmen jasa konstruksi."
    ));
    assert!(KALBAR.says("Bagian ini tidak disajikan karena data paket pekerjaan untuk Juni 2025 belum tersedia."));
    assert!(KALBAR.says("tercatat 27,66 persen, yaitu 42.591 peserta aktif dari 154.008 pekerja"));
    assert!(
        KALBAR
            .says("Disarankan agar perangkat daerah menyampaikan data paket pekerjaan beserta pendaftaran pekerjanya.")
    );
    assert!(!KALBAR.says("Daftar Paket Pekerjaan") && KALBAR.says("LAMPIRAN I CATATAN DATA"));
    assert_eq!(KALBAR.slips(), [""; 0]);
    // A month in which only the segment was counted, of a workspace with packages in another.
    let earlier = works().period("2025-07").paper();
    assert!(earlier.says("Data paket pekerjaan konstruksi di Kota Simulasi untuk Juli 2025 belum tersedia;"));
}

#[test]
fn a_month_or_a_region_of_which_nothing_is_known_is_refused() {
    assert_eq!(
        shown(&works().period("2026-01").refused().diagnostics),
        "R073 --periode: Data paket pekerjaan dan peserta jasa konstruksi untuk Januari\u{a0}2026 tidak ada; periode terakhir \
         yang tersedia ialah Agustus\u{a0}2025."
    );
    let nothing = of(Case::malang()).refused();
    assert_eq!(
        shown(&nothing.diagnostics),
        "R074 data: Data paket pekerjaan dan peserta segmen JAKON untuk wilayah 35.73 tidak ada."
    );
    assert_eq!(
        nothing.diagnostics[0].action,
        "Isi tabel proyek, atau baris segmen JAKON pada tabel kepesertaan; kolomnya dijelaskan oleh `rakor skema`."
    );
}

#[test]
fn texts_that_a_person_wrote_for_this_report_stand_among_the_advice() {
    let text = "2025-08,99.71,saran,1,Disarankan agar penyedia melampirkan bukti iuran.,Simulasi rakor";
    let paper = works().line("narasi", &format!("konstruksi,{text}")).paper();
    assert!(paper.says("Disarankan agar penyedia melampirkan bukti iuran."));
    assert!(
        !works().line("narasi", &format!("bulanan,{}", text.replace("saran,1", "saran,9"))).paper().says("bukti iuran")
    );
}
