//! Every cell of the forms of `data/simulasi`, computed anew from the text of its tables: another reader of CSV, whole
//! numbers in place of fractions, and none of the program's types.

use std::collections::BTreeMap;
use std::path::Path;

use rakor::files::{list_files, read_file};
use rakor::manifest::ModePredikat;
use rakor::measure::evaluasi::{Attained, Entry, Mean, Plan, YearLine, evaluate};
use rakor::table::{Dataset, SourceFile, read};

use super::{decimal, level, shown};

/// A number as a fraction of whole numbers.
pub(crate) type Fraction = (i128, i128);
pub(crate) type Table = Vec<BTreeMap<String, String>>;

fn text(table: &str) -> String {
    let file = format!("{}/data/simulasi/data/{table}.csv", env!("CARGO_MANIFEST_DIR"));
    String::from_utf8(read_file(Path::new(&file), 1 << 20).unwrap()).unwrap()
}

pub(crate) fn table(name: &str) -> Table {
    let text = text(name);
    let mut lines = text.lines().map(|line| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for mark in line.chars() {
            match mark {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                _ => cells.last_mut().unwrap().push(mark),
            }
        }
        cells
    });
    let head = lines.next().unwrap();
    lines.map(|cells| head.iter().cloned().zip(cells).collect()).collect()
}

/// The rows of an indicator, by year or by year and quarter.
pub(crate) fn cell<'t>(table: &'t Table, code: &str, year: i32, quarter: Option<i32>, column: &str) -> &'t str {
    let row = table.iter().find(|row| {
        row["kode"] == code
            && row["tahun"] == year.to_string()
            && quarter.is_none_or(|quarter| row["triwulan"] == quarter.to_string())
    });
    row.map_or("", |row| row[column].as_str())
}

pub(crate) fn number(text: &str) -> Option<Fraction> {
    if text.is_empty() {
        return None;
    }
    let (head, tail) = text.split_once(',').unwrap_or((text, ""));
    Some((format!("{head}{tail}").parse().unwrap(), 10_i128.pow(u32::try_from(tail.len()).unwrap())))
}

fn add((a, b): Fraction, (c, d): Fraction) -> Fraction {
    (a * d + c * b, b * d)
}

/// With so many decimals, rounded half away from zero, as a form prints it.
pub(crate) fn rounded((a, b): Fraction, places: u32) -> String {
    let scale = 10_i128.pow(places);
    let units = (a.abs() * 2 * scale + b) / (2 * b);
    let sign = if a < 0 && units > 0 { "−" } else { "" };
    let whole = (units / scale).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    let width = places as usize;
    let tail = if places > 0 { format!(",{:0width$}", units % scale) } else { String::new() };
    format!("{sign}{grouped}{tail}")
}

/// In hundredths.
fn printed(fraction: Fraction) -> String {
    rounded(fraction, 2)
}

/// Percentage of a realisation against a target, nothing where the form cannot have one.
pub(crate) fn percent(rules: (&str, &str), realised: Option<Fraction>, target: Option<Fraction>) -> Option<Fraction> {
    let ((r, rd), (t, td)) = (realised?, target?);
    if t == 0 {
        return None;
    }
    match rules {
        ("positif" | "naik", _) => Some((r * td * 100, rd * t)),
        (_, "t_per_r" | "target/realisasi") => (r != 0).then_some((t * rd * 100, td * r)),
        _ => Some(((2 * t * rd - r * td) * 100, t * rd)),
    }
}

pub(crate) fn over_years(how: &str, years: &[Option<Fraction>]) -> Option<Fraction> {
    match how {
        "posisi_akhir" | "posisi terakhir" => years.iter().flatten().last().copied(),
        _ => {
            let all: Vec<Fraction> = years.iter().copied().collect::<Option<_>>()?;
            let (sum, of) = all.iter().copied().fold((0, 1), add);
            let count = i128::try_from(all.len()).unwrap();
            if all.is_empty() { None } else { Some((sum, if how == "rata_rata" { of * count } else { of })) }
        }
    }
}

pub(crate) fn bands(percent: Fraction, mode: ModePredikat) -> &'static str {
    let (a, b) = percent;
    let above = |limit: i128| match mode {
        ModePredikat::Kontinu => a > limit * b,
        // Rounded to limit + 1 or more.
        ModePredikat::Dibulatkan => 2 * a >= (2 * limit + 1) * b,
    };
    match (above(90), above(75), above(65), above(50)) {
        (true, ..) => "Sangat Tinggi",
        (_, true, ..) => "Tinggi",
        (_, _, true, _) => "Sedang",
        (_, _, _, true) => "Rendah",
        _ => "Sangat Rendah",
    }
}

fn same(entry: &Entry, expected: Option<Fraction>, what: &str) {
    let entry = entry.as_ref().ok().map(|figure| decimal(&figure.exact.value, 2));
    assert_eq!(entry, expected.map(printed), "{what}");
}

fn same_level(attained: &Attained, expected: Option<Fraction>, mode: ModePredikat, what: &str) {
    let expected = expected.map(|percent| {
        let mark = if percent.0 > 200 * percent.1 { "!" } else { "" };
        format!("{}{mark} {}", printed(percent), bands(percent, mode))
    });
    assert_eq!(attained.is_ok().then(|| level(attained)), expected, "{what}");
}

fn same_mean(mean: &Mean, column: &[Option<Fraction>], mode: ModePredikat, what: &str) {
    let known: Vec<Fraction> = column.iter().flatten().copied().collect();
    assert_eq!((mean.included, mean.excluded.len()), (known.len(), column.len() - known.len()), "{what}");
    // Brought to hundred-millionths first: the exact sum of fifteen fractions is beyond these whole numbers.
    let fine: i128 = known.iter().map(|(a, b)| a * 100_000_000 / b).sum();
    let expected = (fine, 100_000_000 * i128::try_from(known.len()).unwrap());
    let level = mean.level.as_ref().map(|one| (decimal(&one.percent.value, 2), one.predikat.as_str()));
    let expected = (!known.is_empty()).then(|| (printed(expected), bands(expected, mode)));
    assert_eq!(level, expected, "{what}");
}

fn data() -> Dataset {
    let workspace = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data/simulasi"));
    let names = list_files(workspace, "data").unwrap();
    let files = names.iter().map(|name| {
        let bytes = read_file(&workspace.join("data").join(name), 1 << 20).unwrap();
        SourceFile { path: format!("data/{name}"), bytes }
    });
    read(&files.collect::<Vec<_>>()).0
}

/// Compares both forms of a plan with what the text of the tables makes.
fn compare((first, last): (i32, i32), year: i32, mode: ModePredikat, indicators: usize) {
    let (rows, yearly, quarterly) = (table("indikator"), table("indikator_tahunan"), table("indikator_triwulan"));
    let data = data();
    let evaluation = evaluate(&data, "99.71", Plan::new(first, last).unwrap(), year, mode);
    let own: Vec<_> = rows.iter().filter(|row| row["tahun_awal"] == (first - 1).to_string()).collect();
    assert_eq!((own.len(), evaluation.lines.len()), (indicators, indicators));
    let (mut by_year, mut final_ratios, mut of_year) =
        (BTreeMap::<(i32, bool), Vec<_>>::new(), [vec![], vec![]], [vec![], vec![]]);
    for (n, row) in own.into_iter().enumerate() {
        let (line, year_line) = (&evaluation.lines[n], &evaluation.year_lines[n]);
        let code = row["kode"].as_str();
        assert_eq!((line.indicator.kode.value.as_str(), year_line.indicator.kode.value.as_str()), (code, code));
        for money in [false, true] {
            let what = format!("{code}, {}", if money { "Rp" } else { "K" });
            let (rules, how) = if money {
                (("positif", ""), "jumlah")
            } else {
                ((row["arah"].as_str(), row["rumus_negatif"].as_str()), row["agregasi"].as_str())
            };
            let side =
                |pair: &rakor::measure::evaluasi::Pair<Entry>| if money { pair.rp.clone() } else { pair.k.clone() };
            let level =
                |pair: &rakor::measure::evaluasi::Pair<Attained>| if money { pair.rp.clone() } else { pair.k.clone() };
            let columns = if money {
                ["target_akhir_rp", "target_rp", "realisasi_rp"]
            } else {
                ["target_akhir_k", "target_k", "realisasi_k"]
            };
            let at_end = number(&row[columns[0]]);
            let stated = |year: i32| number(cell(&yearly, code, year, None, columns[2]));
            let quarter = |n: i32| number(cell(&quarterly, code, year, Some(n), columns[2]));

            // Formulir E.58.
            let base = if money { None } else { number(&row["nilai_awal"]) };
            same(&side(&line.baseline), base, &format!("{what}, 5"));
            same(&side(&line.target_at_end), at_end, &format!("{what}, 6"));
            let mut known = Vec::new();
            for (at, of) in (first..=last).enumerate() {
                let target = number(cell(&yearly, code, of, None, columns[1]));
                let realised = stated(of).filter(|_| of <= year);
                known.extend((of <= year).then_some(realised));
                let reached = percent(rules, realised, target);
                same(&side(&line.years[at].target), target, &format!("{what}, {}", 7 + at));
                same(&side(&line.years[at].realised), realised, &format!("{what}, {}", 12 + at));
                same_level(&level(&line.years[at].attainment), reached, mode, &format!("{what}, {}", 17 + at));
                by_year.entry((of, money)).or_default().push(reached);
            }
            let reached = over_years(how, &known);
            same(&side(&line.reached), reached, &format!("{what}, 22"));
            let ratio = percent(rules, reached, at_end);
            same_level(&level(&line.ratio), ratio, mode, &format!("{what}, 23"));
            final_ratios[usize::from(money)].push(ratio);

            // Formulir E.60.
            let quarters = [1, 2, 3, 4].map(quarter);
            let unbroken = quarters.iter().take_while(|quarter| quarter.is_some()).count();
            let beyond = quarters[unbroken..].iter().any(Option::is_some);
            let position = how.starts_with("posisi");
            let now = stated(year).or_else(|| match how {
                _ if position => quarters.iter().flatten().last().copied(),
                "jumlah" if unbroken > 0 && !beyond => over_years(how, &quarters[..unbroken]),
                "rata_rata" if unbroken == 4 => over_years(how, &quarters),
                _ => None,
            });
            let past: Vec<_> = (first..year).map(stated).collect();
            let before = over_years(how, &past).or_else(|| base.filter(|_| position));
            let so_far =
                if position { now } else { now.and_then(|now| over_years(how, &[past, vec![Some(now)]].concat())) };
            let ratio = percent(rules, so_far, at_end);
            same(&side(&year_line.target_at_end), at_end, &format!("{what}, E.60 6"));
            same(&side(&year_line.before), before, &format!("{what}, E.60 7"));
            same(
                &side(&year_line.target),
                number(cell(&yearly, code, year, None, columns[1])),
                &format!("{what}, E.60 8"),
            );
            for (at, quarter) in quarters.into_iter().enumerate() {
                same(&side(&year_line.quarters[at].realised), quarter, &format!("{what}, E.60 {}", 9 + at));
            }
            same(&side(&year_line.realised), now, &format!("{what}, E.60 13"));
            same(&side(&year_line.so_far), so_far, &format!("{what}, E.60 14"));
            same_level(&level(&year_line.attainment), ratio, mode, &format!("{what}, E.60 15"));
            of_year[usize::from(money)].push(ratio);
        }
    }
    for ((of, money), column) in by_year {
        let means = &evaluation.means[usize::try_from(of - first).unwrap()];
        same_mean(if money { &means.rp } else { &means.k }, &column, mode, &format!("mean of {of}"));
    }
    same_mean(&evaluation.final_mean.k, &final_ratios[0], mode, "mean of 23, K");
    same_mean(&evaluation.final_mean.rp, &final_ratios[1], mode, "mean of 23, Rp");
    same_mean(&evaluation.year_mean.k, &of_year[0], mode, "mean of E.60 15, K");
    same_mean(&evaluation.year_mean.rp, &of_year[1], mode, "mean of E.60 15, Rp");
}

#[test]
fn every_cell_of_the_finished_plan_is_what_the_text_of_the_tables_makes() {
    for mode in [ModePredikat::Dibulatkan, ModePredikat::Kontinu] {
        for year in 2020..=2024 {
            compare((2020, 2024), year, mode, 15);
        }
    }
}

#[test]
fn every_cell_of_the_plan_just_begun_is_what_the_text_of_the_tables_makes() {
    compare((2025, 2029), 2025, ModePredikat::Dibulatkan, 3);
}

#[test]
fn the_finished_plan_shows_what_can_go_wrong_with_one() {
    let data = data();
    let evaluation = evaluate(&data, "99.71", Plan::new(2020, 2024).unwrap(), 2024, ModePredikat::Dibulatkan);
    let line = |code: &str| evaluation.lines.iter().find(|line| line.indicator.kode.value == code).unwrap();
    let k = |code: &str| -> Vec<String> { line(code).years.iter().map(|year| level(&year.attainment.k)).collect() };
    assert_eq!(shown(&line("UCJ-2020").reached.k), "32,12");
    assert_eq!(level(&line("UCJ-2020").ratio.k), "97,33 Sangat Tinggi");
    assert_eq!(k("SOSIALISASI-2020")[2], "216,67! Sangat Tinggi");
    assert_eq!(k("KEPATUHAN-2020")[1], "NoRealisation");
    assert_eq!(level(&line("KEPATUHAN-2020").ratio.k), "Incomplete");
    assert_eq!(k("KEMATIAN-2020")[2], "ZeroRealisation");
    assert_eq!(k("SENGKETA-2020")[4], "ZeroTarget");
    assert_eq!(k("PELATIHAN-2020")[0], "NoTarget");
    assert_eq!(k("PENYELESAIAN-2020")[0], "−15,00 Sangat Rendah");
    assert_eq!(k("PENGANGGURAN-2020")[4], "NoRealisation");
    assert_eq!(level(&line("TUNGGAKAN-2020").ratio.rp), "NoTarget");
    let position =
        evaluation.year_lines.iter().find(|line: &&YearLine| line.indicator.kode.value == "TUNGGAKAN-2020").unwrap();
    assert!(position.realised.k.as_ref().unwrap().basis.is_part_of_a_year());
    assert!(evaluation.without_plan.is_empty());
    // Every direction with every aggregation.
    let rules: std::collections::BTreeSet<_> = evaluation
        .lines
        .iter()
        .map(|line| (line.formula.as_ref().unwrap().value, line.indicator.agregasi.as_ref().unwrap().value))
        .collect();
    assert_eq!(rules.len(), 9);
    let factors = &evaluation.factors;
    assert!(
        [&factors.pendorong, &factors.penghambat, &factors.lanjut_rkpd, &factors.lanjut_rpjmd]
            .iter()
            .all(|rows| rows.len() > 1)
    );
}
