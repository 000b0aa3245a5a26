//! The evaluation of a plan as its reader sees it: both forms cell by cell, the papers, the sections, the refusals.

use std::sync::LazyLock;

use rakor::manifest::ModePredikat;
use rakor::report;

use super::case::{Case, shown};
use super::paper::{Paper, bare, with_room};
use crate::evaluasi::simulated::{Fraction, Table, bands, cell, number, over_years, percent, rounded, table};

static FULL: LazyLock<Paper> = LazyLock::new(|| evaluation(2024).paper());
static A4: LazyLock<Paper> =
    LazyLock::new(|| evaluation(2024).manifest("kertas_formulir = \"F4-215\"", "kertas_formulir = \"A4\"").paper());

fn evaluation(year: i32) -> Case {
    let mut case = Case::simulasi();
    "evaluasi".clone_into(&mut case.raw.kind);
    case.raw.year = Some(year);
    case
}

/// A figure with the decimals of its document.
type Figure = Option<(Fraction, u32)>;

fn figure(text: &str) -> Figure {
    let places = text.split_once(',').map_or(0, |(_, tail)| u32::try_from(tail.len()).unwrap());
    number(text).map(|value| (value, places))
}

/// Money is in millions, with so many decimals.
fn as_printed(value: Figure, millions: Option<u32>) -> String {
    match (value, millions) {
        (None, _) => "…".to_owned(),
        (Some((value, places)), None) => rounded(value, places),
        (Some(((a, b), _)), Some(places)) => rounded((a, b * 1_000_000), places),
    }
}

fn percent_as_printed(rules: (&str, &str), realised: Figure, target: Figure) -> String {
    let value = |figure: Figure| figure.map(|(value, _)| value);
    match percent(rules, value(realised), value(target)) {
        Some((a, b)) => format!("{}{}", rounded((a, b), 2), if a > 200 * b { "*" } else { "" }),
        None if realised.is_some() && target.is_some() => "td".to_owned(),
        None => "…".to_owned(),
    }
}

/// Years or quarters put together, with as many decimals as the form has then.
fn together(how: &str, parts: &[Figure]) -> Figure {
    let values: Vec<Option<Fraction>> = parts.iter().map(|part| part.map(|(value, _)| value)).collect();
    let most = parts.iter().flatten().map(|(_, places)| *places).max().unwrap_or_default();
    let places = match how {
        "posisi_akhir" | "posisi terakhir" => parts.iter().flatten().last().map_or(0, |(_, places)| *places),
        "rata_rata" => most.max(2),
        _ => most,
    };
    over_years(how, &values).map(|value| (value, places))
}

/// One side of an indicator, read from the tables by other code than the program's.
struct Side<'t> {
    row: &'t std::collections::BTreeMap<String, String>,
    yearly: &'t Table,
    quarterly: &'t Table,
    money: bool,
}

impl Side<'_> {
    fn rules(&self) -> (&str, &str) {
        if self.money { ("positif", "") } else { (&self.row["arah"], &self.row["rumus_negatif"]) }
    }

    fn how(&self) -> &str {
        if self.money { "jumlah" } else { &self.row["agregasi"] }
    }

    fn of_year(&self, what: &str, year: i32) -> Figure {
        let column = format!("{what}_{}", if self.money { "rp" } else { "k" });
        figure(cell(self.yearly, &self.row["kode"], year, None, &column))
    }

    fn of_quarter(&self, year: i32, quarter: i32) -> Figure {
        let column = if self.money { "realisasi_rp" } else { "realisasi_k" };
        figure(cell(self.quarterly, &self.row["kode"], year, Some(quarter), column))
    }

    fn at_end(&self) -> Figure {
        figure(&self.row[if self.money { "target_akhir_rp" } else { "target_akhir_k" }])
    }

    fn base(&self) -> Figure {
        if self.money { None } else { figure(&self.row["nilai_awal"]) }
    }

    /// What the year comes to: as it states it, else as its quarters do.
    fn realised(&self, year: i32) -> Figure {
        let quarters = [1, 2, 3, 4].map(|quarter| self.of_quarter(year, quarter));
        let known = quarters.iter().take_while(|quarter| quarter.is_some()).count();
        let unbroken = quarters[known..].iter().all(Option::is_none);
        self.of_year("realisasi", year).or_else(|| match self.how() {
            how if how.starts_with("posisi") => together(how, &quarters),
            "jumlah" if unbroken && known > 0 => together("jumlah", &quarters[..known]),
            "rata_rata" if known == 4 => together("rata_rata", &quarters),
            _ => None,
        })
    }
}

/// Columns 5 to 16 and 17 to 23 of a row of Formulir E.58, K and Rp in turn.
fn plan_row(k: &Side, rp: &Side, years: std::ops::RangeInclusive<i32>) -> (Vec<String>, Vec<String>) {
    let both = |of: &dyn Fn(&Side) -> Figure| [as_printed(of(k), None), as_printed(of(rp), Some(0))];
    let mut left = vec![as_printed(k.base(), None)];
    left.extend(both(&|side| side.at_end()));
    for year in years.clone() {
        left.extend(both(&|side| side.of_year("target", year)));
    }
    for year in years.clone() {
        left.extend(both(&|side| side.of_year("realisasi", year)));
    }
    let mut right = Vec::new();
    for year in years.clone() {
        for side in [k, rp] {
            let (realised, target) = (side.of_year("realisasi", year), side.of_year("target", year));
            right.push(percent_as_printed(side.rules(), realised, target));
        }
    }
    let reached = |side: &Side| {
        let parts: Vec<Figure> = years.clone().map(|year| side.of_year("realisasi", year)).collect();
        together(side.how(), &parts)
    };
    right.extend(both(&reached));
    right.extend([k, rp].map(|side| percent_as_printed(side.rules(), reached(side), side.at_end())));
    (left, right)
}

/// Columns 6 to 15 of a row of Formulir E.60.
fn year_row(k: &Side, rp: &Side, first: i32, year: i32) -> Vec<String> {
    let before = |side: &Side| {
        let past: Vec<Figure> = (first..year).map(|year| side.of_year("realisasi", year)).collect();
        together(side.how(), &past).or_else(|| side.base().filter(|_| side.how().starts_with("posisi")))
    };
    let so_far = |side: &Side| {
        let now = side.realised(year)?;
        let past = (first..year).map(|year| side.of_year("realisasi", year));
        if side.how().starts_with("posisi") {
            Some(now)
        } else {
            together(side.how(), &past.chain([Some(now)]).collect::<Vec<_>>())
        }
    };
    let both = |of: &dyn Fn(&Side) -> Figure| [as_printed(of(k), None), as_printed(of(rp), Some(1))];
    let mut cells = Vec::new();
    cells.extend(both(&|side| side.at_end()));
    cells.extend(both(&before));
    cells.extend(both(&|side| side.of_year("target", year)));
    for quarter in 1..=4 {
        cells.extend(both(&|side| side.of_quarter(year, quarter)));
    }
    cells.extend(both(&|side| side.realised(year)));
    cells.extend(both(&so_far));
    cells.extend([k, rp].map(|side| percent_as_printed(side.rules(), so_far(side), side.at_end())));
    cells
}

/// Whether the cells stand beside each other, in this order, on one page.
fn stands(paper: &Paper, cells: &[String]) -> bool {
    paper.built.text.iter().any(|page| {
        let lines: Vec<&str> = page.lines().collect();
        lines.windows(cells.len()).any(|window| window == cells)
    })
}

/// Calls for every indicator of the plan from 2020.
fn each_indicator(check: impl Fn(&Side, &Side)) {
    let (rows, yearly, quarterly) = (table("indikator"), table("indikator_tahunan"), table("indikator_triwulan"));
    let own: Vec<_> = rows.iter().filter(|row| row["tahun_awal"] == "2019").collect();
    assert_eq!(own.len(), 15);
    for row in own {
        let side = |money| Side { row, yearly: &yearly, quarterly: &quarterly, money };
        check(&side(false), &side(true));
    }
}

#[test]
fn every_cell_of_formulir_e58_is_printed_in_one_width_on_f4_and_in_two_tables_on_a4() {
    each_indicator(|k, rp| {
        let (left, right) = plan_row(k, rp, 2020..=2024);
        assert_eq!((left.len(), right.len()), (23, 14));
        let whole = [left.clone(), right.clone()].concat();
        assert!(stands(&FULL, &whole), "{}: {whole:?}", k.row["kode"]);
        assert!(stands(&A4, &left) && stands(&A4, &right) && !stands(&A4, &whole), "{}", k.row["kode"]);
    });
}

#[test]
fn every_cell_of_formulir_e60_is_printed() {
    each_indicator(|k, rp| {
        let cells = year_row(k, rp, 2020, 2024);
        assert_eq!(cells.len(), 20);
        assert!(stands(&FULL, &cells) && stands(&A4, &cells), "{}: {cells:?}", k.row["kode"]);
    });
}

#[test]
fn means_and_predikat_of_every_year_are_printed_below_the_form() {
    let mut columns: Vec<Vec<Fraction>> = vec![Vec::new(); 12];
    let columns = std::cell::RefCell::new(&mut columns);
    each_indicator(|k, rp| {
        let mut columns = columns.borrow_mut();
        for (at, side) in [k, rp].into_iter().enumerate() {
            let value = |figure: Figure| figure.map(|(value, _)| value);
            for (n, year) in (2020..=2024).enumerate() {
                let (realised, target) = (side.of_year("realisasi", year), side.of_year("target", year));
                columns[2 * n + at].extend(percent(side.rules(), value(realised), value(target)));
            }
            let parts: Vec<Figure> = (2020..=2024).map(|year| side.of_year("realisasi", year)).collect();
            columns[10 + at].extend(percent(side.rules(), value(together(side.how(), &parts)), value(side.at_end())));
        }
    });
    let columns = columns.into_inner();
    let (mut means, mut levels) = (Vec::new(), Vec::new());
    for column in columns.iter() {
        let fine: i128 = column.iter().map(|(a, b)| a * 100_000_000 / b).sum();
        let mean = (fine, 100_000_000 * i128::try_from(column.len()).unwrap());
        means.push(rounded(mean, 2));
        levels.push(bands(mean, ModePredikat::Dibulatkan));
    }
    assert!(stands(&FULL, &means[..10]) && stands(&FULL, &means[10..]), "{means:?}");
    let levels = bare(&format!("Predikat kinerja{}", levels.concat()));
    assert!(FULL.bare().contains(&levels), "{levels}");
}

#[test]
fn a_form_says_by_which_rules_its_figures_were_found() {
    for said in [
        "FORMULIR E.58",
        "Evaluasi terhadap Hasil RPJMD Kota Simulasi",
        "Periode Pelaksanaan: Tahun 2020–2024",
        "Rp dalam juta rupiah, dibulatkan ke juta terdekat",
        "… = belum tersedia; td = tidak dapat dihitung; * = melebihi 200 persen, target atau realisasinya perlu diperiksa.",
        "Makin kecil realisasi indikator nomor 7, 8, 9, dan 12, makin baik hasilnya; tingkat capaian dihitung dengan rumus \
         target ÷ realisasi × 100.",
        "Makin kecil realisasi indikator nomor 6, 10, 13, dan 15, makin baik hasilnya; tingkat capaian dihitung dengan rumus \
         (2 × target − realisasi) ÷ target × 100.",
        "Realisasi triwulan dan tahun indikator nomor 11, 12, dan 13 dirata-ratakan.",
        "Predikat ditetapkan dari nilai yang dibulatkan ke bilangan bulat.",
        "Predikat Sangat Tinggi; Realisasi s.d. triwulan III; Anggaran: target belum tersedia",
        "Tingkat capaian Sosialisasi Jaminan Sosial Ketenagakerjaan 216,67 persen melebihi 200 persen; target atau realisasinya \
         perlu diperiksa.",
        "Tingkat capaian Perselisihan Hubungan Industrial yang Belum Selesai tidak dapat dihitung karena target bernilai nol.",
    ] {
        assert!(FULL.says(said), "{said}");
    }
    let continuous = evaluation(2024).manifest("predikat = \"dibulatkan\"", "predikat = \"kontinu\"").paper();
    assert!(continuous.says("Predikat ditetapkan dari nilai tanpa pembulatan."));
    let renamed = evaluation(2024).manifest("formulir_rpjmd = \"Formulir E.58\"", "formulir_rpjmd = \"Tabel E.78\"");
    assert!(renamed.paper().says("TABEL E.78"));
}

#[test]
fn causes_are_those_that_the_offices_state() {
    assert!(FULL.says(
        "Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan: Layanan pendaftaran tersedia di setiap kantor kecamatan;"
    ));
    assert!(FULL.says("Pagu iuran tidak mencakup petani, pengemudi ojek daring, dan pedagang pasar (nomor 2)"));
    let silent = evaluation(2024).without("faktor").paper();
    for what in [
        "faktor pendorong",
        "faktor penghambat",
        "tindak lanjut dalam RKPD berikutnya",
        "tindak lanjut dalam RPJMD berikutnya",
    ] {
        assert!(silent.says(&format!("Tidak ada {what} yang dinyatakan perangkat daerah untuk tahun 2024.")), "{what}");
    }
}

#[test]
fn both_signers_stand_side_by_side_under_the_report_and_under_each_form() {
    for signed in
        ["Disusun oleh", "Disetujui oleh", "Dr. Rekaan Ketiga, M.P.P.", "NIP 19750303 200012 2 003", "Rekaan Keempat"]
    {
        assert_eq!(FULL.flow().matches(signed).count(), 3, "{signed}");
    }
    // Never alone: the page has the end of the report, or of the form, with it.
    for page in FULL.built.text.iter().filter(|page| page.contains("Disusun oleh")) {
        assert!(page.contains("Demikian evaluasi ini") || page.contains("Predikat ditetapkan dari nilai"), "{page}");
    }
    assert!(FULL.says("NOMOR 000.7/001/SIMULASI/2025") && FULL.says("pada tanggal 20 Januari 2025"));
}

#[test]
fn a_year_that_is_not_over_says_what_is_missing() {
    let paper = evaluation(2025).paper();
    for said in [
        "Evaluasi ini meliputi 3 indikator.",
        "Rata-rata tingkat capaian kinerja tahun 2025 tidak dapat dihitung karena tidak satu pun indikator memiliki tingkat \
         capaian.",
        "Bagian ini tidak disajikan karena data cakupan untuk Desember 2025 belum tersedia; data terakhir yang tersedia ialah \
         data Agustus 2025.",
        "Realisasi s.d. triwulan II",
        // The day in the manifest is that of an earlier evaluation.
        "pada tanggal …",
    ] {
        assert!(paper.says(said), "{said}");
    }
    assert!(!paper.says("20 Januari 2025") && !paper.says("000.7/001"));
}

#[test]
fn too_few_months_give_a_pace_and_no_projection() {
    let short = evaluation(2024);
    let text = short.text("kepesertaan");
    let late = text.lines().filter(|line| !line.starts_with("2023-") && !line.starts_with("2024-0"));
    let text: String = late.flat_map(|line| [line, "\n"]).collect();
    let paper = short.bytes("kepesertaan", text).paper();
    assert!(
        paper.says(
            "Data yang tersedia meliputi 3 bulan, kurang dari 12 bulan yang disyaratkan; proyeksi tidak disajikan"
        )
    );
    assert!(paper.says("Untuk mencapai target 40,5 persen pada Desember 2025, diperlukan tambahan rata-rata"));
    assert!(!paper.says("diproyeksikan"));
}

#[test]
fn the_papers_are_those_that_the_manifest_asks_for() {
    for (paper, size) in [("F4-215", "[0 0 935.433"), ("F4-210", "[0 0 935.433"), ("A4", "[0 0 841.88")] {
        let case = evaluation(2024).manifest("kertas_formulir = \"F4-215\"", &format!("kertas_formulir = \"{paper}\""));
        let pdf = case.paper().built.pdf;
        let needle = size.as_bytes();
        assert!(pdf.windows(needle.len()).any(|window| window == needle), "{paper}");
    }
}

#[test]
fn two_builds_are_one_file_and_the_file_carries_its_input() {
    let input = evaluation(2024).input();
    let again = Paper::of(&report::BuildInput::from_json(&input.to_json()).unwrap());
    assert_eq!(FULL.sha256(), again.sha256());
    assert_eq!(FULL.built.file_name, "evaluasi_99.71-kota-simulasi_2024.pdf");
    // The latest year with a realisation, when none is asked for.
    let mut latest = evaluation(2024);
    latest.raw.year = None;
    assert_eq!(latest.input().periode.value.to_string(), "2025-12");
}

#[test]
fn every_figure_of_the_forms_leads_back_to_its_cells() {
    let trace = with_room(|| report::trace(&FULL.built.pdf)).unwrap();
    assert_eq!(trace.agreement, report::Agreement::Same);
    let cells_of = |text: &str| {
        let found = trace.figures.iter().find(|figure| figure.prints.iter().any(|print| print.text == text)).unwrap();
        found.cells.iter().map(|cell| cell.place.to_string()).collect::<Vec<_>>()
    };
    // 32,12 over 33,00 percent.
    let cells = cells_of("97,33");
    assert!(cells.iter().any(|cell| cell.contains("indikator_tahunan") && cell.contains("realisasi_k")), "{cells:?}");
    assert!(cells.iter().any(|cell| cell.contains("indikator_tahunan") && cell.contains("target_k")), "{cells:?}");
    let formula = |text: &str| {
        let figures = trace.figures.iter().filter(|figure| figure.prints.iter().any(|print| print.text == text));
        figures.filter_map(|figure| figure.formula.clone()).collect::<Vec<_>>()
    };
    assert!(formula("97,33").contains(&"32,12 ÷ 33,00 × 100".to_owned()), "{:?}", formula("97,33"));
    assert!(formula("−15,00").contains(&"(2 × 10,0 − 21,5) ÷ 10,0 × 100".to_owned()), "{:?}", formula("−15,00"));
    let mean = cells_of("88,11");
    assert!(mean.len() > 60, "{}", mean.len());
}

#[test]
fn words_and_figures_of_any_length_keep_to_their_column() {
    let long = "pertanggungjawabkanlahsemuanya";
    let case = ["nama", "sasaran", "program_prioritas", "perangkat_daerah"]
        .iter()
        .fold(evaluation(2024), |case, column| case.cells("indikator", column, |line, _| format!("{long}{line}")));
    // Amounts of a ministry in the first row, which then needs two tables on F4 as well.
    let rich = case.cells("indikator_tahunan", "target_rp", |_, cell| {
        if cell.is_empty() { String::new() } else { format!("{cell}000") }
    });
    let built = with_room(|| report::build(&rich.input()));
    let built = built.unwrap_or_else(|failure| panic!("{}", shown(&failure.diagnostics)));
    assert!(bare(&built.text.concat()).contains(&format!("{long}5")));
}

#[test]
fn an_indicator_says_nothing_that_its_table_does_not() {
    let case = ["sasaran", "program_prioritas", "perangkat_daerah", "agregasi", "arah"]
        .iter()
        .fold(evaluation(2024), |case, column| case.cells("indikator", column, |_, _| String::new()));
    let paper = case.paper();
    assert!(paper.says("Kinerja: cara penghitungannya belum ditetapkan"));
    assert!(paper.says("tidak dapat dihitung karena cara penghitungannya belum ditetapkan."));
}

/// Why there is no report.
fn refused(case: Case) -> String {
    shown(&case.refused().diagnostics)
}

#[test]
fn a_year_under_no_plan_is_refused() {
    assert_eq!(
        refused(evaluation(2031)),
        "R040 rakor.toml: Tahun 2031 tidak termasuk RPJMD mana pun dalam rakor.toml (2020–2024 dan 2025–2029)."
    );
    assert_eq!(
        refused(Case { raw: report::Raw { kind: "evaluasi".to_owned(), year: Some(2025), ..Case::malang().raw } }),
        "R040 rakor.toml: Tahun 2025 tidak dapat dievaluasi karena rakor.toml belum menyebut RPJMD."
    );
}

#[test]
fn a_plan_without_indicators_or_without_its_year_is_refused() {
    assert_eq!(
        refused(
            evaluation(2024)
                .without("indikator")
                .without("indikator_tahunan")
                .without("indikator_triwulan")
                .without("faktor")
        ),
        "R041 data: Tabel `indikator` diperlukan untuk laporan evaluasi, tetapi tidak ditemukan di data/."
    );
    let other = evaluation(2024).cells("indikator", "tahun_awal", |_, _| "2024".to_owned());
    assert_eq!(
        refused(other),
        "R042 data/indikator.csv: Tabel `indikator` tidak memuat indikator RPJMD Kota Simulasi Tahun 2020–2024 untuk wilayah \
         99.71."
    );
    let without = |case: Case, table: &str| {
        let text = case.text(table);
        let kept: String = text.lines().filter(|line| !line.contains(",2024,")).flat_map(|line| [line, "\n"]).collect();
        case.bytes(table, kept)
    };
    let no_rows = without(without(evaluation(2024), "indikator_tahunan"), "indikator_triwulan");
    assert_eq!(
        refused(no_rows),
        "R043 data/indikator_tahunan.csv: Data indikator RPJMD Kota Simulasi Tahun 2020–2024 tahun 2024 untuk wilayah 99.71 \
         tidak ada; tahun terakhir yang tersedia ialah 2023."
    );
    let mut unknown = Case::malang();
    "evaluasi".clone_into(&mut unknown.raw.kind);
    assert!(refused(unknown).starts_with("R044 data"));
}
