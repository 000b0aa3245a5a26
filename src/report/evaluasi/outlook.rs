//! F. Where coverage is heading: the projection to the ends of the years with targets and to 2045, with its fan.

use super::{Desk, without_coverage};
use crate::bahasa;
use crate::chart::{ChartKind, ChartSpec, FanChart, FanMonth, Illustration, LineMonth, TargetPoint};
use crate::figure::{Period, round_half_up};
use crate::measure::proyeksi::{
    Forecast, Horizon, LONG_TERM_YEAR, Level, LevelCase, Method, Outlook, Projection, outlook,
};
use crate::measure::{self, Missing, PERCENT_PLACES, PaceCase, Requirement};
use crate::place::{Printed, Sourced, Sources};
use crate::report::bulanan::{opening, print};
use crate::report::sentences::{
    self as s, Alternative, Arah, ProjectionBasis, Rounding, Source, TargetPace, listed, published,
};
use crate::template::{Sentence, Tree};

/// Height of the fan on paper, millimetres.
const HEIGHT: u32 = 75;

pub(super) fn section(desk: &Desk) -> Tree {
    let input = desk.monthly.input;
    let found = outlook(&input.tabel, &input.rules(), &input.wilayah.value, input.periode.value, years(desk));
    let outlook = match found {
        Ok(outlook) => outlook,
        Err(missing) => return parts(vec![without_coverage(desk, &missing)], Vec::new(), None, Vec::new()),
    };
    let rows: Vec<Tree> = outlook.horizons.iter().map(|horizon| row(horizon, &outlook)).collect();
    let projection = match &outlook.projection {
        Ok(projection) => projection,
        Err(missing) => {
            let mut said = vec![too_few(&outlook, missing)];
            said.extend(outlook.horizons.iter().filter_map(|horizon| pace(horizon, &outlook)));
            return parts(said, Vec::new(), None, Vec::new());
        }
    };
    let mut said: Vec<Sentence> = Vec::new();
    let near: Vec<&Horizon> = outlook.horizons.iter().filter(|horizon| horizon.month.year() < LONG_TERM_YEAR).collect();
    // The next year and the last one that has a target; all of them stand in the table.
    let mut told: Vec<&Horizon> = near.first().into_iter().chain(near.last()).copied().collect();
    told.dedup_by_key(|horizon| horizon.month);
    if told.is_empty() {
        told.extend(&outlook.horizons);
    }
    for horizon in &told {
        said.extend(forecast(horizon, projection, &outlook));
        said.extend(pace(horizon, &outlook));
    }
    said.extend(basis(projection, &outlook));
    if outlook.horizons.iter().any(|h| h.forecast.as_ref().is_some_and(|f| f.illustrative)) {
        said.push(
            s::Projection::ProyeksiIlustrasi {
                bulan: month(projection.last_supported(), &outlook),
                rentang: count(&bahasa::rekat(&projection.months.to_string(), "bulan"), &outlook),
            }
            .into(),
        );
    }
    let end = told.last().map(|horizon| horizon.month);
    let chart = end.and_then(|end| fan(desk, projection, &outlook, end));
    let notes: Vec<Sentence> = vec![Rounding::Pembulatan.into(), Rounding::PembulatanOrang.into()];
    parts(said, rows, chart, notes)
}

fn parts(
    said: Vec<Sentence>,
    rows: Vec<Tree>,
    chart: Option<(ChartSpec, Sentence, Sentence)>,
    notes: Vec<Sentence>,
) -> Tree {
    let (grafik, alt, sumber) = match chart {
        Some((spec, alt, source)) => (spec.into(), alt.into(), source.into()),
        None => (Tree::Absent, Tree::Absent, Tree::Absent),
    };
    Tree::map([
        ("kalimat", said.into()),
        ("baris", if rows.is_empty() { Tree::Absent } else { rows.into() }),
        ("grafik", grafik),
        ("alt", alt),
        ("sumber", sumber),
        ("catatan", if notes.is_empty() { Tree::Absent } else { notes.into() }),
    ])
}

/// The years of the plan from the one evaluated on, and those that the region has targets for; what is over at the last
/// month with data falls away.
fn years(desk: &Desk) -> Vec<i32> {
    let input = desk.monthly.input;
    let year = desk.evaluation.year;
    let own = input.tabel.target.iter().filter(|row| row.kode_wilayah.value == input.wilayah.value);
    own.map(|row| row.tahun.value).chain(desk.evaluation.plan.years()).filter(|known| *known >= year).collect()
}

fn cells(outlook: &Outlook) -> Sources {
    outlook.window.sources()
}

fn month(period: Period, outlook: &Outlook) -> Printed {
    Printed::new(bahasa::periode(period), cells(outlook))
}

fn count(text: &str, outlook: &Outlook) -> Printed {
    Printed::new(text, cells(outlook))
}

fn level(level: &Level) -> Printed {
    print::percent(&level.percent())
}

fn too_few(outlook: &Outlook, missing: &Missing) -> Sentence {
    let least = match missing {
        Missing::TooFewMonths { least, .. } => *least,
        _ => measure::proyeksi::LEAST_MONTHS,
    };
    let n = count(&outlook.window.count().to_string(), outlook);
    ProjectionBasis::ProyeksiKurangData { n, minimum: Printed::fixed(least.to_string()) }.into()
}

/// What is projected for the end of a year, and where its target lies.
fn forecast(horizon: &Horizon, projection: &Projection, outlook: &Outlook) -> Vec<Sentence> {
    let Some(forecast) = &horizon.forecast else { return Vec::new() };
    let n = count(&projection.months.to_string(), outlook);
    let bulan_target = month(horizon.month, outlook);
    let (nilai, bawah, atas) = (level(&forecast.value), level(&forecast.low), level(&forecast.high));
    let inside = |one: &Level, text: &Printed| (one.case() == LevelCase::Wajar).then(|| text.clone());
    let case = match forecast.value.case() {
        LevelCase::MelampauiSeratus => {
            s::Projection::ProyeksiMelampaui { n, bulan_target, bawah: inside(&forecast.low, &bawah) }
        }
        LevelCase::DiBawahNol => s::Projection::ProyeksiHabis { n, bulan_target, atas: inside(&forecast.high, &atas) },
        LevelCase::Wajar if forecast.is_narrow() => s::Projection::ProyeksiSempit { n, bulan_target, nilai },
        LevelCase::Wajar => s::Projection::Proyeksi { n, bulan_target, nilai, bawah, atas },
    };
    let mut said = vec![Sentence::from(case)];
    if forecast.value.case() == LevelCase::Wajar {
        let arah = match forecast.leaves_range() {
            (false, false) => None,
            (true, false) => Some(Some(Arah::Bawah)),
            (false, true) => Some(Some(Arah::Atas)),
            (true, true) => Some(None),
        };
        said.extend(arah.map(|arah| Sentence::from(s::Projection::ProyeksiBatas { arah })));
        let place = horizon.target.as_ref().ok().and_then(|need| Some((need, forecast.place_of(&need.target)?)));
        said.extend(place.map(|(need, place)| {
            Sentence::from(s::Projection::ProyeksiTarget {
                target: opening::print_target(&need.target),
                kedudukan: place.into(),
            })
        }));
    }
    said
}

/// The pace that the target of a year needs.
fn pace(horizon: &Horizon, outlook: &Outlook) -> Option<Sentence> {
    let need = horizon.target.as_ref().ok()?;
    let (target, bulan_target) = (opening::print_target(&need.target), month(horizon.month, outlook));
    Some(match (need.pace.case, &need.pace.needed) {
        (PaceCase::LajuSebulan, _) => {
            TargetPace::ProyeksiLajuSebulan { target, bulan_target, kekurangan: print::count(&need.shortfall) }.into()
        }
        (PaceCase::LajuSelesai, _) => {
            let bulan_kini = month(outlook.window.last(), outlook);
            TargetPace::ProyeksiLajuSelesai { target, bulan_target, bulan_kini }.into()
        }
        (_, Some(laju)) => TargetPace::ProyeksiLaju {
            target,
            bulan_target,
            laju_perlu: print::count(laju),
            sisa_bulan: count(&bahasa::rekat(&need.pace.months_left.to_string(), "bulan"), outlook),
        }
        .into(),
        (_, None) => return None,
    })
}

/// Method and assumption, why this method, the other line beside it, what was restated and what is missing.
fn basis(projection: &Projection, outlook: &Outlook) -> Vec<Sentence> {
    let two =
        |value: &Sourced<crate::figure::Ratio>| value.print(|v| bahasa::desimal(&round_half_up(v, PERCENT_PLACES)));
    let n = count(&projection.points.to_string(), outlook);
    let mut said: Vec<Sentence> = vec![ProjectionBasis::ProyeksiAsumsi { metode: projection.method.into(), n }.into()];
    let batas = two(&projection.bound);
    said.push(match (&projection.durbin_watson, projection.method) {
        (None, _) => ProjectionBasis::ProyeksiSegaris.into(),
        (Some(statistic), Method::KuadratTerkecil) => {
            ProjectionBasis::ProyeksiTren { statistik: two(statistic), batas }.into()
        }
        (Some(statistic), Method::JalanAcak) => {
            ProjectionBasis::ProyeksiJalanAcak { statistik: two(statistic), batas }.into()
        }
    });
    if let Some(first) = outlook.window.restated_before {
        said.push(
            ProjectionBasis::ProyeksiPenyebut {
                periode: month(first, outlook),
                penyebut: print::wording(&outlook.window.now.denominator),
            }
            .into(),
        );
    }
    if !outlook.window.gaps.is_empty() {
        let months: Vec<Printed> = outlook.window.gaps.iter().map(|gap| month(*gap, outlook)).collect();
        said.push(ProjectionBasis::ProyeksiBulanKosong { daftar: bahasa::dan_tercetak(&months) }.into());
    }
    said
}

fn row(horizon: &Horizon, outlook: &Outlook) -> Tree {
    let forecast = horizon.forecast.as_ref();
    let shown = |pick: fn(&Forecast) -> &Level| forecast.map(|one| limited(pick(one)));
    let need = horizon.target.as_ref().ok();
    let pace = need.and_then(|need| need.pace.needed.as_ref()).map(print::count);
    Tree::map([
        ("bulan", month(horizon.month, outlook).into()),
        ("nilai", shown(|one| &one.value).into()),
        ("bawah", shown(|one| &one.low).into()),
        ("atas", shown(|one| &one.high).into()),
        ("pembanding", shown(|one| &one.robust).into()),
        ("target", need.map(target_cell).into()),
        ("laju", pace.into()),
        ("ilustrasi", forecast.is_some_and(|one| one.illustrative).into()),
    ])
}

/// What lies outside the range of a percentage is said to, never printed as its end.
fn limited(level: &Level) -> Printed {
    let percent = level.percent();
    match level.case() {
        LevelCase::Wajar => print::percent_cell(&percent),
        LevelCase::MelampauiSeratus => Printed::new("> 100%", percent.from),
        LevelCase::DiBawahNol => Printed::new("< 0%", percent.from),
    }
}

fn target_cell(need: &Requirement) -> Printed {
    let target = opening::print_target(&need.target);
    let word = if need.national { " (nasional)" } else { "" };
    Printed::new(format!("{}{word}", target.text.replace("\u{a0}persen", "%")), target.from)
}

/// The chart, what it shows in words, and whose figures it rests on.
fn fan(
    desk: &Desk,
    projection: &Projection,
    outlook: &Outlook,
    end: Period,
) -> Option<(ChartSpec, Sentence, Sentence)> {
    let points = &outlook.window.points;
    let (first, last) = (points.first()?, points.last()?);
    let ending = projection.at(end);
    let year = end.year();
    let label = |text: String| Some(Printed::new(text, cells(outlook)));
    let months = points.iter().map(|point| LineMonth {
        period: point.participants.period,
        label: Printed::new(
            bahasa::bulan_singkat(point.participants.period.month()).unwrap_or_default(),
            point.coverage.sources(),
        ),
        value: Some(point.coverage.percent()),
    });
    let start = outlook.window.last();
    let known = last.coverage.percent();
    // The band opens at the last value.
    let opening_month = FanMonth {
        period: start,
        label: Printed::new(bahasa::bulan_singkat(start.month()).unwrap_or_default(), cells(outlook)),
        value: known.clone(),
        low: known.clone(),
        high: known,
    };
    let ahead = (1..=start.months_until(end)).map(|n| {
        let one = projection.at(start.plus(n));
        FanMonth {
            period: one.month,
            label: Printed::new(bahasa::bulan_singkat(one.month.month()).unwrap_or_default(), cells(outlook)),
            value: one.value.reckoned().clone(),
            low: one.low.reckoned().clone(),
            high: one.high.reckoned().clone(),
        }
    });
    let value_label = match ending.value.case() {
        LevelCase::Wajar => format!("proyeksi\u{a0}{year}:\u{a0}{}", limited(&ending.value).text),
        LevelCase::MelampauiSeratus => "proyeksi melampaui 100%".to_owned(),
        LevelCase::DiBawahNol => "proyeksi di bawah 0%".to_owned(),
    };
    let edge = |name: &str, level: &Level| {
        label(format!("batas {name}\u{a0}80%:\u{a0}{}", print::percent_cell(&level.percent()).text))
    };
    let targets: Vec<(&Horizon, &Requirement)> =
        outlook.horizons.iter().filter(|h| h.month <= end).filter_map(|h| Some((h, h.target.as_ref().ok()?))).collect();
    let mut marks: Vec<TargetPoint> = targets
        .iter()
        .filter_map(|(horizon, need)| {
            let percent = need.target.percent.as_ref()?;
            let text = format!("target\u{a0}{}:\u{a0}{}", horizon.month.year(), bahasa::persen_tabel(&percent.value));
            Some(TargetPoint {
                period: horizon.month,
                value: percent.value.clone(),
                label: Printed::new(text, percent.from.clone()),
            })
        })
        .collect();
    marks.reverse();
    let supported = projection.last_supported();
    let chart = FanChart {
        months: months.collect(),
        end_label: Some(print::percent_cell(&print::coverage(&last.coverage))),
        fan: std::iter::once(opening_month).chain(ahead).collect(),
        value_label: label(value_label),
        high_label: edge("atas", &ending.high),
        low_label: edge("bawah", &ending.low),
        illustration: (supported < end).then(|| Illustration {
            period: supported.plus(1),
            label: Printed::new(format!("sesudah {}: ilustrasi", bahasa::periode(supported)), cells(outlook)),
        }),
        targets: marks,
    };
    let pairs: Vec<(Printed, Printed)> =
        targets.iter().map(|(_, need)| (print::year(&need.target.year), opening::print_target(&need.target))).collect();
    let luar = match ending.value.case() {
        LevelCase::Wajar => None,
        LevelCase::MelampauiSeratus => Some(Arah::Atas),
        LevelCase::DiBawahNol => Some(Arah::Bawah),
    };
    let alt = Alternative::Kipas {
        wilayah: desk.monthly.region.clone(),
        nilai_awal: print::percent(&print::coverage(&first.coverage)),
        bulan_awal: print::month_of(&first.participants),
        nilai_akhir: print::percent(&print::coverage(&last.coverage)),
        bulan_akhir: print::month_of(&last.participants),
        nilai: level(&ending.value),
        luar,
        bulan_target: month(end, outlook),
        bawah: level(&ending.low),
        atas: level(&ending.high),
        daftar_target: (!pairs.is_empty()).then(|| listed(&pairs)),
    };
    let source = Source::Sumber { daftar: published(&opening::all_publishers(&outlook.window.now)), diolah: true };
    let spec = ChartSpec { kind: ChartKind::Fan(chart), width_mm: 160, height_mm: HEIGHT };
    Some((spec, alt.into(), source.into()))
}
