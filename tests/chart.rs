//! Charts as readers see them: exact SVG goldens beside this file, and the promises every chart keeps.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use std::path::PathBuf;

use proptest::prelude::*;
use rakor::chart::{
    Bar, ChartKind, ChartSpec, DenominatorChange, FanChart, FanMonth, GroupedChart, GroupedRow, Illustration,
    LineChart, LineMonth, RankedBar, RankedChart, Share, StackedBar, StackedChart, StackedWords, TargetPath,
    TargetPoint, draw, grouped_height_mm, ranked_height_mm, stacked_height_mm,
};
use rakor::figure::{Period, Ratio, ratio};
use rakor::place::{Place, Printed, Sources};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

fn fixed(text: &str) -> Printed {
    Printed::fixed(text)
}

/// Hundredths of a percent.
fn percent(hundredths: i64) -> Ratio {
    ratio(hundredths, 100).unwrap()
}

fn written(hundredths: i64) -> String {
    format!("{},{:02}%", hundredths / 100, hundredths % 100)
}

fn month(first: Period, n: usize, value: Option<i64>) -> LineMonth {
    let period = first.plus(i32::try_from(n).unwrap());
    let label = fixed(MONTHS[period.month() as usize - 1]);
    LineMonth { period, label, value: value.map(percent) }
}

fn months(first: Period, values: &[Option<i64>]) -> Vec<LineMonth> {
    values.iter().enumerate().map(|(n, value)| month(first, n, *value)).collect()
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn path(start: &str, from: i64, end: &str, to: i64) -> TargetPath {
    let label = fixed(&format!("jalur menuju target\u{a0}{}:\u{a0}{}", &end[..4], written(to)));
    TargetPath { start: period(start), start_value: percent(from), end: period(end), end_value: percent(to), label }
}

fn line(first: &str, values: &[Option<i64>]) -> LineChart {
    let end_label = values.iter().rev().flatten().next().map(|value| fixed(&written(*value)));
    LineChart { months: months(period(first), values), end_label, path: None, changes: Vec::new() }
}

fn spec(kind: ChartKind, height_mm: u32) -> ChartSpec {
    ChartSpec { kind, width_mm: 160, height_mm }
}

fn line_spec(chart: LineChart) -> ChartSpec {
    spec(ChartKind::Line(chart), 65)
}

fn ranked(bars: &[(&str, Option<i64>)], emphasised: Option<usize>) -> ChartSpec {
    let bars: Vec<_> = bars
        .iter()
        .map(|(name, value)| RankedBar {
            name: fixed(name),
            bar: value.map(|value| Bar { value: percent(value), label: fixed(&written(value)) }),
        })
        .collect();
    let height = ranked_height_mm(bars.len());
    spec(ChartKind::Ranked(RankedChart { bars, emphasised }), height)
}

fn stacked(segments: &[(&str, Option<i64>)]) -> ChartSpec {
    let segments: Vec<_> = segments
        .iter()
        .map(|(name, covered)| StackedBar {
            name: fixed(name),
            share: covered.map(|covered| Share {
                covered: percent(covered),
                covered_label: fixed(&written(covered)),
                uncovered_label: fixed(&written(10_000 - covered)),
            }),
        })
        .collect();
    let height = stacked_height_mm(segments.len());
    spec(ChartKind::Stacked(StackedChart { segments, ..StackedChart::default() }), height)
}

fn money(millions: i64) -> Bar {
    Bar { value: ratio(millions * 1_000_000, 1).unwrap(), label: fixed(&format!("Rp{millions} juta")) }
}

fn grouped(rows: &[(&str, Option<i64>, Option<i64>)]) -> ChartSpec {
    let rows: Vec<_> = rows
        .iter()
        .map(|(name, pagu, realisasi)| GroupedRow {
            name: fixed(name),
            pagu: pagu.map(money),
            realisasi: realisasi.map(money),
        })
        .collect();
    let height = grouped_height_mm(rows.len());
    spec(ChartKind::Grouped(GroupedChart { rows }), height)
}

fn fan_month(period: Period, low: i64, value: i64, high: i64) -> FanMonth {
    let label = fixed(MONTHS[period.month() as usize - 1]);
    FanMonth { period, label, low: percent(low), value: percent(value), high: percent(high) }
}

fn clipped(hundredths: i64) -> String {
    written(hundredths.clamp(0, 10_000))
}

/// Twenty-four months from September 2023 on, and `months` more on their pace; the band widens by `widening` for each.
fn fan(start: i64, pace: i64, months: i32, widening: i64) -> FanChart {
    let known: Vec<_> = (0..24).map(|n| Some(start + pace * n + (n * n * 13) % 37 - 18)).collect();
    let last = start + pace * 23;
    let fan: Vec<FanMonth> = (0..=months)
        .map(|n| {
            let (value, half) = (last + pace * i64::from(n), 25 + widening * i64::from(n));
            fan_month(period("2025-08").plus(n), value - half, value, value + half)
        })
        .collect();
    let end = last + pace * i64::from(months);
    let half = 25 + widening * i64::from(months);
    let year = fan.last().unwrap().period.year();
    let value_label = match end {
        ..0 => "proyeksi di bawah 0%".to_owned(),
        0..=10_000 => format!("proyeksi\u{a0}{year}:\u{a0}{}", written(end)),
        _ => "proyeksi melampaui 100%".to_owned(),
    };
    FanChart {
        months: self::months(period("2023-09"), &known),
        end_label: known.last().copied().flatten().map(|value| fixed(&written(value))),
        value_label: Some(fixed(&value_label)),
        high_label: Some(fixed(&format!("batas atas\u{a0}80%:\u{a0}{}", clipped(end + half)))),
        low_label: Some(fixed(&format!("batas bawah\u{a0}80%:\u{a0}{}", clipped(end - half)))),
        fan,
        illustration: None,
        targets: Vec::new(),
    }
}

fn target_point(year: i32, value: i64) -> TargetPoint {
    let label = fixed(&format!("target\u{a0}{year}:\u{a0}{}", written(value)));
    TargetPoint { period: Period::new(year, 12).unwrap(), value: percent(value), label }
}

fn fan_spec(chart: FanChart) -> ChartSpec {
    spec(ChartKind::Fan(chart), 75)
}

/// Compares with the golden; a new or different chart is written and fails this run, so that somebody looks at it.
fn assert_golden(name: &str, spec: &ChartSpec) {
    let svg = draw(spec).unwrap();
    assert_sound(&svg);
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/chart").join(format!("{name}.svg"));
    if std::fs::read_to_string(&file).is_ok_and(|golden| golden == svg) {
        return;
    }
    std::fs::write(&file, &svg).unwrap();
    panic!("the golden of {name} is new or changed: look at it, then run again");
}

/// One attribute of an element.
fn attribute<'a>(element: &'a str, name: &str) -> &'a str {
    let start = element.find(&format!(" {name}=\"")).expect(name) + name.len() + 3;
    element[start..].split('"').next().unwrap()
}

/// A box of text in units of the SVG (hundredths of a millimetre), measured here from the face's own tables.
#[derive(Debug)]
struct Label {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn labels(svg: &str) -> Vec<Label> {
    let faces = [rakor::fonts::REGULAR, rakor::fonts::BOLD].map(|bytes| ttf_parser::Face::parse(bytes, 0).unwrap());
    svg.split("<text")
        .skip(1)
        .map(|element| {
            let (head, rest) = element.split_once('>').unwrap();
            let text = rest.split("</text>").next().unwrap().trim();
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&apos;", "'").replace("&quot;", "\"");
            let text = text.replace("&amp;", "&");
            let face = &faces[usize::from(head.contains("font-weight=\"bold\""))];
            let size: f64 = attribute(head, "font-size").parse().unwrap();
            let advance = |c| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(0);
            let width = text.chars().map(|c| f64::from(advance(c))).sum::<f64>() / 2048.0 * size;
            let x: f64 = attribute(head, "x").parse().unwrap();
            assert_eq!(attribute(head, "dy"), "0.76em");
            let baseline = attribute(head, "y").parse::<f64>().unwrap() + 0.76 * size;
            let left = match attribute(head, "text-anchor") {
                "start" => x,
                "middle" => x - width / 2.0,
                _ => x - width,
            };
            assert_eq!(attribute(head, "font-family"), "Liberation Sans");
            Label { text, left, right: left + width, top: baseline - 0.72 * size, bottom: baseline + 0.21 * size }
        })
        .collect()
}

/// What every chart promises: well-formed, inside its sheet, no label on another.
fn assert_sound(svg: &str) {
    let head = svg.split('>').next().unwrap();
    let (width, height): (f64, f64) =
        (attribute(head, "width").parse().unwrap(), attribute(head, "height").parse().unwrap());
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    assert!(svg.chars().all(|c| c == '\n' || !c.is_control()));
    for text in svg.split('<').skip(1).filter_map(|element| element.split_once('>')).map(|(_, text)| text) {
        let entities = ["&lt;", "&gt;", "&amp;", "&quot;", "&apos;"];
        assert!(text.match_indices('&').all(|(at, _)| entities.iter().any(|entity| text[at..].starts_with(entity))));
        assert!(!text.contains('>'), "a bare angle bracket in {text}");
    }
    let labels = labels(svg);
    for (n, label) in labels.iter().enumerate() {
        assert!(label.left >= -5.0 && label.right <= width + 5.0, "leaves the sheet: {label:?} of {width}");
        assert!(label.top >= -5.0 && label.bottom <= height + 5.0, "leaves the sheet: {label:?} of {height}");
        for other in &labels[n + 1..] {
            let across = label.left < other.right - 5.0 && other.left < label.right - 5.0;
            let down = label.top < other.bottom - 5.0 && other.top < label.bottom - 5.0;
            assert!(!(across && down), "{label:?} lies on {other:?}");
        }
    }
}

fn texts(svg: &str) -> Vec<String> {
    labels(svg).into_iter().map(|label| label.text).collect()
}

#[test]
fn a_year_so_far_stands_against_the_path_to_its_target() {
    let values: Vec<_> =
        [2_710, 2_764, 2_801, 2_869, 2_950, 3_072, 3_120, 3_198].into_iter().map(Some).chain([None; 4]).collect();
    let chart = LineChart { path: Some(path("2025-01", 2_710, "2025-12", 4_130)), ..line("2025-01", &values) };
    assert_golden("tahun_berjalan", &line_spec(chart));
}

#[test]
fn two_years_keep_their_gap_month_and_their_new_denominator() {
    let mut values: Vec<_> = (0..20).map(|n| Some(2_300 + 37 * n + (n * n * 7) % 31)).collect();
    values[7] = None;
    for value in values.iter_mut().skip(12).flatten() {
        *value -= 160;
    }
    values.extend([None; 4]);
    let chart = LineChart {
        path: Some(path("2024-12", 2_700, "2025-12", 4_130)),
        changes: vec![DenominatorChange {
            period: period("2025-01"),
            label: fixed("penyebut baru: Sakernas Agustus 2024"),
        }],
        ..line("2024-01", &values)
    };
    assert_golden("dua_tahun", &line_spec(chart));
}

#[test]
fn one_point_is_a_marker_with_its_label() {
    let values: Vec<_> = [None; 5].into_iter().chain([Some(3_072)]).chain([None; 6]).collect();
    let chart = LineChart { path: Some(path("2025-06", 3_072, "2025-12", 4_130)), ..line("2025-01", &values) };
    assert_golden("satu_titik", &line_spec(chart));
    let alone = line_spec(line("2025-06", &[Some(3_072)]));
    assert_golden("satu_titik_sendiri", &alone);
    assert!(!draw(&alone).unwrap().contains("stroke-width=\"60\""), "no line through one point");
}

#[test]
fn no_point_says_so() {
    assert_golden("tanpa_titik", &line_spec(line("2025-01", &[None; 12])));
    for empty in [
        line_spec(LineChart::default()),
        line_spec(LineChart { path: Some(path("2025-01", 2_000, "2025-12", 4_130)), ..line("2025-01", &[None; 3]) }),
        ranked(&[], None),
        stacked(&[]),
        grouped(&[]),
    ] {
        assert_eq!(texts(&draw(&empty).unwrap()), ["Data belum tersedia"]);
    }
}

#[test]
fn equal_values_are_level_in_the_middle() {
    let spec = line_spec(line("2025-01", &[Some(3_072); 8]));
    assert_golden("nilai_sama", &spec);
    let ticks: Vec<_> = texts(&draw(&spec).unwrap()).into_iter().filter(|text| !text.contains(',')).collect();
    assert_eq!(ticks[..7], ["28%", "29%", "30%", "31%", "32%", "33%", "Jan"].map(String::from)[..]);
}

#[test]
fn last_value_and_target_in_one_month_keep_apart() {
    let values: Vec<_> = (0..12).map(|n| Some(2_800 + 118 * n)).collect();
    let chart = LineChart { path: Some(path("2025-01", 2_710, "2025-12", 4_130)), ..line("2025-01", &values) };
    assert_golden("akhir_tahun", &line_spec(chart));
}

#[test]
fn a_projection_opens_a_fan_towards_the_end_of_the_year() {
    let chart = FanChart { targets: vec![target_point(2025, 4_130)], ..fan(2_300, 37, 4, 12) };
    assert_golden("kipas_setahun", &fan_spec(chart));
    assert_golden("kipas_tanpa_target", &fan_spec(fan(2_300, 37, 16, 12)));
}

#[test]
fn a_projection_to_2045_says_from_where_on_it_is_an_illustration() {
    let chart = FanChart {
        illustration: Some(Illustration {
            period: period("2027-09"),
            label: fixed("sesudah Agustus\u{a0}2027: ilustrasi"),
        }),
        targets: vec![target_point(2045, 9_950), target_point(2029, 6_000), target_point(2025, 4_130)],
        ..fan(2_300, 17, 244, 9)
    };
    assert_golden("kipas_2045", &fan_spec(chart));
}

#[test]
fn a_band_that_leaves_the_range_of_a_percentage_runs_along_its_edge() {
    let up = FanChart { targets: vec![target_point(2029, 9_000)], ..fan(6_500, 60, 52, 30) };
    assert_golden("kipas_seratus", &fan_spec(up));
    let down = FanChart { targets: vec![target_point(2029, 2_000)], ..fan(2_300, -40, 52, 25) };
    assert_golden("kipas_nol", &fan_spec(down));
}

#[test]
fn a_fan_without_values_says_so_and_one_without_a_projection_is_a_line() {
    let empty = FanChart { months: Vec::new(), ..fan(2_300, 37, 12, 10) };
    assert_eq!(texts(&draw(&fan_spec(empty)).unwrap()), ["Data belum tersedia"]);
    let alone = FanChart { fan: Vec::new(), targets: vec![target_point(2025, 4_130)], ..fan(2_300, 37, 0, 0) };
    let said = texts(&draw(&fan_spec(alone)).unwrap());
    assert!(
        said.contains(&"target\u{a0}2025:\u{a0}41,30%".to_owned()) && !said.iter().any(|text| text.contains("80%"))
    );
    let mut twice = fan(2_300, 37, 2, 10);
    twice.fan[1].period = twice.fan[0].period;
    assert_eq!(
        refusal(&fan_spec(twice)),
        ("G004".into(), Some("2025-08, lalu 2025-08".into()), Some("bulan yang makin baru".into()), 0)
    );
    let negative = FanChart { targets: vec![target_point(2025, -1)], ..fan(2_300, 37, 2, 10) };
    assert_eq!(refusal(&fan_spec(negative)).0, "G003");
}

#[test]
fn segments_are_told_apart_by_pattern_and_by_words() {
    assert_golden(
        "segmen",
        &stacked(&[
            ("Penerima Upah", Some(6_240)),
            ("Bukan Penerima Upah", Some(1_481)),
            ("Jasa Konstruksi", Some(2_766)),
            ("Pekerja Migran Indonesia", None),
        ]),
    );
    assert_golden(
        "segmen_ujung",
        &stacked(&[("Nol", Some(0)), ("Hampir nol", Some(3)), ("Hampir penuh", Some(9_997)), ("Penuh", Some(10_000))]),
    );
}

#[test]
fn packages_say_registered_in_place_of_covered() {
    let mut spec = stacked(&[("Dinas Pekerjaan Umum", Some(9_048)), ("Dinas Perhubungan", Some(0))]);
    let ChartKind::Stacked(chart) = &mut spec.kind else { unreachable!() };
    chart.words = StackedWords::Terdaftar;
    assert_golden("perangkat_daerah", &spec);
    assert!(!draw(&spec).unwrap().contains("terlindungi"));
}

#[test]
fn five_kecamatan_are_ranked_with_one_emphasised() {
    assert_golden(
        "kecamatan",
        &ranked(
            &[
                ("Klojen", Some(4_812)),
                ("Blimbing", Some(3_540)),
                ("Lowokwaru", Some(3_198)),
                ("Sukun", Some(2_761)),
                ("Kedungkandang", Some(1_904)),
            ],
            Some(2),
        ),
    );
}

#[test]
fn fifty_seven_kelurahan_stay_legible() {
    let names: Vec<String> = (1..=57).map(|n| format!("Kelurahan Contoh Nomor {n}")).collect();
    let bars: Vec<_> = names.iter().zip(0..).map(|(name, n)| (name.as_str(), Some(7_450 - 113 * n))).collect();
    assert_golden("kelurahan_57", &ranked(&bars, Some(30)));
}

#[test]
fn very_long_names_are_wrapped_and_then_cut() {
    let endless = "A".repeat(10_000);
    let bars = [
        (
            "Kecamatan Kepulauan Ma’ruf & Putra <Selatan> dengan Nama Resmi yang Sangat Panjang Sekali dan Panjang Lagi",
            Some(4_812),
        ),
        (endless.as_str(), Some(3_540)),
        ("Unit Pelaksana Teknis Dinas Tenaga Kerja Wilayah Perbatasan Utara dan Timur", Some(2_000)),
        ("Sukun", Some(2_761)),
    ];
    assert_golden("nama_panjang", &ranked(&bars, None));
    let svg = draw(&ranked(&bars, None)).unwrap();
    assert!(svg.contains("Ma’ruf &amp; Putra") && svg.contains("&lt;Selatan&gt;"));
}

#[test]
fn zero_is_a_figure_and_absent_is_not_zero() {
    let spec = ranked(&[("Klojen", Some(1_250)), ("Blimbing", Some(0)), ("Sukun", None)], None);
    assert_golden("nol_dan_belum", &spec);
    assert_eq!(texts(&draw(&spec).unwrap()), ["Klojen", "12,50%", "Blimbing", "0,00%", "Sukun", "belum tersedia"]);
    assert_golden("semua_nol", &ranked(&[("Klojen", Some(0)), ("Blimbing", Some(0))], Some(0)));
    assert_golden("semua_sama", &ranked(&[("Klojen", Some(3_000)), ("Blimbing", Some(3_000))], None));
}

#[test]
fn ceilings_are_hatched_and_spending_is_solid() {
    assert_golden(
        "pendanaan",
        &grouped(&[
            ("APBD di luar DBHCHT", Some(5_300), Some(3_975)),
            ("DBHCHT", Some(2_150), Some(2_150)),
            ("TJSL badan usaha", Some(480), Some(0)),
            ("Sumber lainnya", None, Some(75)),
        ]),
    );
}

#[test]
fn same_spec_same_bytes_and_every_label_can_be_traced() {
    let from = Sources::from(&Place::file("data/kepesertaan.csv").at_row(14).at_column("peserta_aktif"));
    let bar = Bar { value: percent(4_812), label: Printed::new("48,12%", from.clone()) };
    let bars = vec![RankedBar { name: fixed("Klojen"), bar: Some(bar) }];
    let spec = spec(ChartKind::Ranked(RankedChart { bars, emphasised: None }), 40);
    assert_eq!(draw(&spec).unwrap(), draw(&spec.clone()).unwrap());
    let traced: Vec<_> = spec.printed().map(|label| (label.text.as_str(), label.from.len())).collect();
    assert_eq!(traced, [("Klojen", 0), ("48,12%", 1)]);
}

#[test]
fn heights_never_shrink_with_more_bars_and_suffice_for_them() {
    for n in 1..=98 {
        assert!(ranked_height_mm(n) <= ranked_height_mm(n + 1));
        let bars: Vec<_> = (0..n).map(|_| ("Nama", Some(100))).collect();
        draw(&ranked(&bars, None)).unwrap();
    }
    assert!(ranked_height_mm(57) <= 235, "57 bars must stand on one A4 page");
    for n in 1..=20 {
        draw(&stacked(&vec![("Nama", Some(5_000)); n])).unwrap();
        draw(&grouped(&vec![("Nama", Some(50), Some(20)); n])).unwrap();
    }
}

/// Code, what was found, what was expected, number of places.
fn refusal(spec: &ChartSpec) -> (String, Option<String>, Option<String>, usize) {
    let refused = draw(spec).unwrap_err();
    (refused.code.into_owned(), refused.found, refused.expected, refused.places.len())
}

#[test]
fn what_cannot_be_drawn_is_refused_with_a_reason() {
    let some = |text: &str| Some(text.to_owned());
    let small = ChartSpec { width_mm: 0, ..ranked(&[("A", Some(1))], None) };
    assert_eq!(
        refusal(&small),
        (
            "G001".into(),
            some("lebar 0 mm, tinggi 12 mm"),
            some("lebar 80 sampai dengan 400 mm, tinggi 12 sampai dengan 400 mm"),
            0
        )
    );
    let vast = ChartSpec { height_mm: u32::MAX, ..small };
    assert_eq!(refusal(&vast).0, "G001");
    let flat = ChartSpec { height_mm: 29, ..line_spec(line("2025-01", &[Some(1)])) };
    assert_eq!(refusal(&flat).0, "G001");
    draw(&ChartSpec { height_mm: 30, ..flat }).unwrap();

    let low = ChartSpec { height_mm: 100, ..ranked(&[("A", Some(1)); 57], None) };
    assert_eq!(refusal(&low), ("G002".into(), some("100 mm"), some("sekurang-kurangnya 229 mm"), 0));

    let from = Sources::from(&Place::file("data/kepesertaan.csv").at_row(3));
    let negative = Bar { value: percent(-1), label: Printed::new("−0,01%", from.clone()) };
    let bars = vec![RankedBar { name: fixed("A"), bar: Some(negative) }];
    let negative = spec(ChartKind::Ranked(RankedChart { bars, emphasised: None }), 40);
    assert_eq!(refusal(&negative), ("G003".into(), None, some("bilangan yang tidak negatif"), 1));
    assert_eq!(refusal(&stacked(&[("A", Some(10_001))])).0, "G003");
    draw(&stacked(&[("A", Some(10_000))])).unwrap();

    let mut twice = line("2025-01", &[Some(1), Some(2)]);
    twice.months[1].period = period("2025-01");
    assert_eq!(
        refusal(&line_spec(twice)),
        ("G004".into(), some("2025-01, lalu 2025-01"), some("bulan yang makin baru"), 0)
    );
    let back = LineChart { path: Some(path("2025-12", 1, "2025-01", 2)), ..line("2025-01", &[Some(1)]) };
    assert_eq!(refusal(&line_spec(back)).0, "G004");

    let changes = (0..12)
        .map(|n| DenominatorChange { period: period("2025-01").plus(n), label: fixed(&"penyebut ".repeat(12)) })
        .collect();
    let crowded = LineChart { changes, ..line("2025-01", &[Some(1); 12]) };
    assert_eq!(refusal(&line_spec(crowded)).0, "G005");

    let hidden = ranked(&[("Ka\u{202E}bupaten", Some(1))], None);
    assert_eq!(refusal(&hidden).0, "G006");
    let tab = ranked(&[("Kota\n\tMalang", Some(1))], None);
    assert!(texts(&draw(&tab).unwrap()).contains(&"Kota Malang".to_owned()));
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z’&<> ,.%]{0,40}",
        "[a-z ]{0,400}",
        Just(String::new()),
        Just("\u{0}".to_owned()),
        Just("30,72%".to_owned())
    ]
}

fn any_label() -> impl Strategy<Value = Printed> {
    any_text().prop_map(Printed::fixed)
}

fn any_value() -> impl Strategy<Value = Ratio> {
    prop_oneof![
        8 => (0_i64..1_000_000, 1_i64..1_000_000).prop_map(|(n, d)| ratio(n * 100, d.max(n)).unwrap()),
        1 => (any::<i64>(), 1_i64..9).prop_map(|(n, d)| ratio(n, d).unwrap()),
    ]
}

fn any_month() -> impl Strategy<Value = Period> {
    (2020_i32..2030, 1_u32..=12).prop_map(|(year, month)| Period::new(year, month).unwrap())
}

fn any_line() -> impl Strategy<Value = ChartKind> {
    let months = prop::collection::vec((prop::option::of(any_value()), any_text()), 0..40);
    let path = prop::option::of((any_month(), any_value(), 0_i32..40, any_value(), any_label()));
    let changes = prop::collection::vec((any_month(), any_label()), 0..3);
    (any_month(), months, prop::option::of(any_label()), path, changes, any::<bool>()).prop_map(
        |(first, months, end_label, path, changes, named)| {
            let months = months
                .into_iter()
                .zip(0..)
                .map(|((value, text), n)| {
                    let period = first.plus(n);
                    let name = MONTHS[period.month() as usize - 1];
                    LineMonth { period, label: fixed(if named { name } else { &text }), value }
                })
                .collect();
            let path = path.map(|(start, start_value, n, end_value, label)| TargetPath {
                start,
                start_value,
                end: start.plus(n),
                end_value,
                label,
            });
            let changes = changes.into_iter().map(|(period, label)| DenominatorChange { period, label }).collect();
            ChartKind::Line(LineChart { months, end_label, path, changes })
        },
    )
}

fn any_fan() -> impl Strategy<Value = ChartKind> {
    let months = prop::collection::vec(prop::option::of(any_value()), 0..40);
    let ends = prop::collection::vec((-30_000_i64..30_000, 0_i64..9_000, 0_i64..9_000), 0..60);
    let labels = prop::array::uniform4(prop::option::of(any_label()));
    let targets = prop::collection::vec((any_month(), any_value(), any_label()), 0..7);
    let illustration = prop::option::of((any_month(), any_label()));
    (any_month(), months, ends, labels, targets, illustration, 1_i32..7).prop_map(
        |(first, values, ends, [end_label, value_label, high_label, low_label], targets, illustration, stride)| {
            let months = values.into_iter().zip(0..).map(|(value, n)| LineMonth { value, ..month(first, n, None) });
            let months: Vec<_> = months.collect();
            let last = months.last().map_or(first, |month| month.period);
            let fan = ends.into_iter().zip(0..).map(|((value, below, above), n)| {
                fan_month(last.plus(n * stride), value - below, value, value + above)
            });
            let targets = targets.into_iter().map(|(period, value, label)| TargetPoint { period, value, label });
            ChartKind::Fan(FanChart {
                months,
                end_label,
                fan: fan.collect(),
                value_label,
                high_label,
                low_label,
                illustration: illustration.map(|(period, label)| Illustration { period, label }),
                targets: targets.collect(),
            })
        },
    )
}

fn any_bar() -> impl Strategy<Value = Option<Bar>> {
    prop::option::of((any_value(), any_label()).prop_map(|(value, label)| Bar { value, label }))
}

fn any_kind() -> impl Strategy<Value = ChartKind> {
    let ranked = (prop::collection::vec((any_label(), any_bar()), 0..60), prop::option::of(0_usize..80)).prop_map(
        |(bars, emphasised)| {
            let bars = bars.into_iter().map(|(name, bar)| RankedBar { name, bar }).collect();
            ChartKind::Ranked(RankedChart { bars, emphasised })
        },
    );
    let share = (any_value(), any_label(), any_label()).prop_map(|(covered, covered_label, uncovered_label)| Share {
        covered,
        covered_label,
        uncovered_label,
    });
    let stacked = prop::collection::vec((any_label(), prop::option::of(share)), 0..8).prop_map(|segments| {
        let segments = segments.into_iter().map(|(name, share)| StackedBar { name, share }).collect();
        ChartKind::Stacked(StackedChart { segments, ..StackedChart::default() })
    });
    let grouped = prop::collection::vec((any_label(), any_bar(), any_bar()), 0..8).prop_map(|rows| {
        let rows = rows.into_iter().map(|(name, pagu, realisasi)| GroupedRow { name, pagu, realisasi }).collect();
        ChartKind::Grouped(GroupedChart { rows })
    });
    prop_oneof![3 => any_line(), 2 => any_fan(), 1 => ranked, 1 => stacked, 1 => grouped]
}

/// The percent ticks from below.
fn ticks(values: &[i64]) -> Vec<i64> {
    let values: Vec<_> = values.iter().map(|value| Some(*value)).collect();
    let chart = LineChart { end_label: None, ..line("2025-01", &values) };
    let percents = texts(&draw(&line_spec(chart)).unwrap()).into_iter().filter(|text| text.ends_with('%'));
    percents.map(|text| text.trim_end_matches('%').replace('.', "").parse().unwrap()).collect()
}

#[test]
fn the_axis_starts_at_zero_only_near_zero_and_writes_indonesian_numbers() {
    assert_eq!(ticks(&[2_710, 3_072]), [26, 27, 28, 29, 30, 31, 32]);
    assert_eq!(ticks(&[400, 1_000]), [0, 2, 4, 6, 8, 10, 12]);
    assert_eq!(ticks(&[0]), [0, 1, 2, 3, 4, 5]);
    assert_eq!(ticks(&[10_000]), [95, 96, 97, 98, 99, 100]);
    let vast = LineChart { end_label: None, ..line("2025-01", &[Some(123_400)]) };
    assert!(texts(&draw(&line_spec(vast)).unwrap()).contains(&"1.235%".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_percent_axis_holds_the_values_without_a_misleading_zoom(a in 0_i64..=10_000, b in 0_i64..=10_000) {
        let (low, high) = (a.min(b), a.max(b));
        let ticks = ticks(&[a, b]);
        let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
        prop_assert!((0..=100).contains(&first) && (0..=100).contains(&last));
        prop_assert!(first * 100 <= low && last * 100 >= high && last - first >= 5);
        prop_assert!(ticks.windows(2).all(|pair| pair[1] - pair[0] == ticks[1] - ticks[0]) && ticks.len() <= 7);
        prop_assert!(first == 0 || low > high - low);
        let room = 2 * (ticks[1] - ticks[0]) + (high - low) / 500 + 5;
        prop_assert!(first == 0 || last - first <= (high - low) / 100 + room, "the values drown in {ticks:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_spec_is_drawn_soundly_or_refused(kind in any_kind(), width_mm in 75_u32..260, height_mm in 10_u32..300) {
        match draw(&ChartSpec { kind, width_mm, height_mm }) {
            Ok(svg) => assert_sound(&svg),
            Err(refused) => prop_assert!(refused.code.starts_with("G00") && refused.code != "G007"),
        }
    }
}
