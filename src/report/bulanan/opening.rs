//! Page one: what the report is made for, the summary, the four key figures, the line chart, what awaits a decision.

use std::collections::BTreeMap;

use super::{Desk, letter, print, reason};
use crate::bahasa;
use crate::chart::{ChartKind, ChartSpec, DenominatorChange, LineChart, LineMonth, TargetPath};
use crate::figure::Period;
use crate::measure::{FollowUp, FollowUpState, Missing, PaceCase, Point, Standing, Switch, Target, TargetCase};
use crate::place::{Cell, Printed, Sourced, Sources};
use crate::report::sentences::{
    Alternative, Caption, CoverNote, Denominator, Recommendation, Source, Summary, published,
};
use crate::table::{SatuanTarget, Segmen, StatusData};
use crate::template::{Sentence, Tree};

/// At most this many lines ask for a decision.
const DECISIONS: usize = 3;
/// Height of the line chart on paper, millimetres.
const CHART_HEIGHT: u32 = 44;
/// The same for a single point, which needs no room to rise in.
const SPARSE_HEIGHT: u32 = 32;

pub(super) fn opening(desk: &Desk) -> Tree {
    let mut parts = development(desk);
    let decisions = decisions(desk);
    parts.extend([
        ("bahan", letter::meeting(desk.input).into()),
        ("ringkasan", summary(desk).into()),
        ("angka", figures(desk)),
        ("keterangan", footing(desk).into()),
        ("arahan", if decisions.is_empty() { Tree::Absent } else { decisions.into() }),
    ]);
    Tree::Map(parts)
}

/// The line chart of the subject's coverage with everything around it.
pub(in crate::report) fn development(desk: &Desk) -> BTreeMap<&'static str, Tree> {
    let chart = line_chart(desk);
    BTreeMap::from([
        ("segmen", segment_title(desk).into()),
        ("jalur", matches!(&chart.kind, ChartKind::Line(line) if line.path.is_some()).into()),
        ("alt", chart_alt(desk).into()),
        ("sumber_grafik", chart_source(desk).into()),
        ("grafik", chart.into()),
    ])
}

/// The same four figures for the terminal.
pub(in crate::report) fn headline(desk: &Desk) -> Vec<(String, String)> {
    let measures = desk.measures;
    let mut lines = Vec::new();
    if let Ok(point) = &measures.now {
        let of = format!(
            "{} ({} dari {} pekerja)",
            bahasa::persen(&point.coverage.percent()),
            bahasa::bilangan(point.coverage.participants.value),
            bahasa::bilangan(point.coverage.workers.value)
        );
        lines.push(("Cakupan".to_owned(), of));
    }
    if let Some(change) = super::target::comparable(desk) {
        let since = bahasa::periode(change.before.period);
        lines.push((
            "Perubahan sebulan".to_owned(),
            format!("{} persen poin dari {since}", bahasa::selisih_tabel(&change.points.value)),
        ));
    }
    if let Ok(standing) = &measures.targets.standing {
        lines.push(("Kekurangan".to_owned(), format!("{} orang", bahasa::bilangan(standing.shortfall.value.clone()))));
        if let Some(pace) = &standing.pace.needed {
            lines.push(("Laju".to_owned(), format!("{} orang per bulan", bahasa::bilangan(pace.value.clone()))));
        }
    }
    lines
}

/// One sentence of at most 35 words.
pub(in crate::report) fn summary(desk: &Desk) -> Sentence {
    let measures = desk.measures;
    let (wilayah, segmen) = (desk.region.clone(), segment(desk));
    let point = match (&measures.now, &measures.participants) {
        (Ok(point), _) => point,
        (Err(_), Err(missing)) => return reason::unavailable("Data kepesertaan", missing, desk),
        (Err(missing), Ok(people)) => {
            let (per_tanggal, peserta) = (print::date(&people.as_of), print::count(&people.count));
            let alasan = reason::alasan(missing);
            return Summary::TanpaPenyebut { per_tanggal, segmen, wilayah, peserta, alasan }.into();
        }
    };
    let coverage = &point.coverage;
    let per_tanggal = print::date(&point.participants.as_of);
    let cakupan = print::percent(&print::coverage(coverage));
    let (peserta, pekerja) = (print::count(&coverage.participants), print::count(&coverage.workers));
    let Ok(standing) = &measures.targets.standing else {
        let tahun = report_year(desk);
        return Summary::TanpaTarget { per_tanggal, segmen, wilayah, cakupan, peserta, pekerja, tahun }.into();
    };
    let tahun = print::year(&standing.target.year);
    let kekurangan = print::count(&standing.shortfall);
    let selisih = print::points(&standing.gap);
    match standing.case {
        TargetCase::DiBawah => {
            Summary::DiBawah { per_tanggal, segmen, wilayah, cakupan, peserta, pekerja, selisih, tahun, kekurangan }
        }
        TargetCase::NyarisTarget => {
            Summary::Nyaris { per_tanggal, segmen, wilayah, cakupan, peserta, pekerja, tahun, kekurangan }
        }
        TargetCase::Tepat => Summary::Tepat { per_tanggal, segmen, wilayah, cakupan, peserta, pekerja, tahun },
        TargetCase::MelampauiTipis => {
            Summary::Melampaui { per_tanggal, segmen, wilayah, cakupan, peserta, pekerja, selisih: None, tahun }
        }
        TargetCase::Melampaui => {
            let selisih = Some(selisih);
            Summary::Melampaui { per_tanggal, segmen, wilayah, cakupan, peserta, pekerja, selisih, tahun }
        }
    }
    .into()
}

fn figures(desk: &Desk) -> Tree {
    Tree::map([
        ("cakupan", coverage_figure(desk)),
        ("perubahan", change_figure(desk)),
        ("kekurangan", shortfall_figure(desk)),
        ("laju", pace_figure(desk)),
    ])
}

pub(in crate::report) fn figure(value: Option<Printed>, caption: impl Into<Sentence>) -> Tree {
    Tree::map([("nilai", value.into()), ("uraian", caption.into().into())])
}

fn missing_figure(missing: &Missing) -> Tree {
    figure(None, Caption::Belum { alasan: reason::alasan(missing) })
}

fn coverage_figure(desk: &Desk) -> Tree {
    match &desk.measures.now {
        Ok(point) => figure(
            Some(print::percent_cell(&print::coverage(&point.coverage))),
            Caption::Cakupan {
                peserta: print::count(&point.coverage.participants),
                pekerja: print::count(&point.coverage.workers),
            },
        ),
        Err(missing) => missing_figure(missing),
    }
}

fn change_figure(desk: &Desk) -> Tree {
    match desk.measures.month_change.as_ref().map(|change| &change.coverage) {
        // Coverages under two denominators are not compared.
        Ok(Ok(change)) if change.denominator_changed => figure(
            Some(Printed::new("x", change.points.from.clone())),
            Caption::TidakDibandingkan { bulan_lalu: print::month_of(&change.before.participants) },
        ),
        Ok(Ok(change)) => figure(
            Some(change.points.print(bahasa::selisih_tabel)),
            Caption::Perubahan { bulan_lalu: print::month_of(&change.before.participants) },
        ),
        Ok(Err(missing)) | Err(missing) => missing_figure(missing),
    }
}

fn shortfall_figure(desk: &Desk) -> Tree {
    match &desk.measures.targets.standing {
        Ok(standing) => figure(
            Some(print::count(&standing.shortfall)),
            Caption::Kekurangan { target: print_target(&standing.target), tahun: print::year(&standing.target.year) },
        ),
        Err(missing) => missing_figure(missing),
    }
}

fn pace_figure(desk: &Desk) -> Tree {
    let standing = match &desk.measures.targets.standing {
        Ok(standing) => standing,
        Err(missing) => return missing_figure(missing),
    };
    match standing.pace.case {
        PaceCase::LajuSelesai => figure(None, Caption::LajuSelesai),
        PaceCase::LajuHabis => figure(None, Caption::LajuHabis),
        PaceCase::Laju | PaceCase::LajuTanpaRerata | PaceCase::LajuSebulan | PaceCase::LajuNol => figure(
            standing.pace.needed.as_ref().map(print::count),
            Caption::Laju { sisa_bulan: months_left(standing, desk) },
        ),
    }
}

/// `6 bulan`: from the report's month to December of the target's year.
pub(super) fn months_left(standing: &Standing, desk: &Desk) -> Printed {
    let from = desk.subject.clone().and(&Sources::from(&standing.target.year.place));
    Printed::new(bahasa::rekat(&standing.pace.months_left.to_string(), "bulan"), from)
}

/// A target in prose: `41,3 persen`, `180.375 orang`.
pub(in crate::report) fn print_target(target: &Target) -> Printed {
    let from = Sources::from(&target.stated.place).and(&Sources::from(&target.unit.place));
    let text = match target.unit.value {
        SatuanTarget::Persen => bahasa::persen_desimal(&target.stated.value),
        SatuanTarget::Orang => bahasa::rekat(&bahasa::desimal(&target.stated.value.as_printed()), "orang"),
    };
    Printed::new(text, from)
}

/// Denominator, source and status beneath the figures.
fn footing(desk: &Desk) -> Vec<Sentence> {
    let status = |status: &Option<Sourced<StatusData>>| status.as_ref().map(|s| s.print(|s| s.as_str().to_owned()));
    match (&desk.measures.now, &desk.measures.participants) {
        (Ok(point), _) => {
            let publishers = all_publishers(point);
            let basis = Denominator::DasarAngka {
                penyebut: Some(print::wording(&point.denominator)),
                pekerja: Some(print::count(&point.coverage.workers)),
                sumber: published(&publishers),
                status: status(&point.participants.status),
            };
            let old = super::target::switch(desk).map(|switch| {
                let cakupan = print::percent(&Sourced::new(switch.old.percent(), switch.old.sources()));
                let pekerja = print::count(&switch.old.workers);
                Denominator::PenyebutLama { penyebut: print::wording(&switch.old_denominator), pekerja, cakupan }
            });
            std::iter::once(basis).chain(old).map(Sentence::from).collect()
        }
        (Err(_), Ok(people)) => {
            let sumber = published(&dated(&people.publishers, &print::date(&people.as_of)));
            vec![
                Denominator::DasarAngka { penyebut: None, pekerja: None, sumber, status: status(&people.status) }
                    .into(),
            ]
        }
        (Err(_), Err(_)) => Vec::new(),
    }
}

/// Who published numerator and denominator, each once, with the day of the data.
pub(in crate::report) fn all_publishers(point: &Point) -> Vec<(Printed, Option<Printed>)> {
    let mut all = dated(&point.participants.publishers, &print::date(&point.participants.as_of));
    for (publisher, date) in dated(&point.denominator.publishers, &print::date(&point.denominator.as_of)) {
        if all.iter().all(|(known, _)| known.text != publisher.text) {
            all.push((publisher, date));
        }
    }
    all
}

fn dated(publishers: &[Sourced<String>], date: &Printed) -> Vec<(Printed, Option<Printed>)> {
    publishers.iter().map(|publisher| (publisher.print(Clone::clone), Some(date.clone()))).collect()
}

/// Whether figures that a report rests on may still change.
pub(super) fn is_provisional(point: &Point) -> bool {
    point.participants.status.as_ref().is_some_and(|status| status.value == StatusData::Sementara)
}

/// The segment, when the report speaks of one segment only.
pub(in crate::report) fn segment(desk: &Desk) -> Option<Printed> {
    match desk.measures.subject.segment {
        Ok(Segmen::Total) | Err(_) => None,
        Ok(segment) => {
            let from =
                desk.measures.participants.as_ref().map_or_else(|_| desk.subject.clone(), |p| p.count.from.clone());
            Some(Printed::new(print::segment_in_prose(segment), from))
        }
    }
}

/// The same in a caption.
fn segment_title(desk: &Desk) -> Option<Printed> {
    let name = desk.measures.subject.segment.as_ref().ok().map(|segment| print::segment_name(*segment));
    segment(desk).zip(name).map(|(segment, name)| Printed::new(name, segment.from))
}

fn chart_source(desk: &Desk) -> Option<Sentence> {
    let point = desk.measures.now.as_ref().ok()?;
    Some(Source::Sumber { daftar: published(&all_publishers(point)), diolah: true }.into())
}

/// Months of the series and, up to December of the target's year, months still to come.
fn line_chart(desk: &Desk) -> ChartSpec {
    let period = desk.input.periode.value;
    let series = desk.measures.series.as_ref().ok();
    let points = series.map(|series| series.points.as_slice()).unwrap_or_default();
    let standing = desk.measures.targets.standing.as_ref().ok();
    let last = standing.and_then(|s| Period::new(s.target.year.value, 12)).unwrap_or(period).max(period);
    let path = standing.and_then(|s| s.path.as_ref().ok());
    let first_shown = path.map_or(period, |path| path.start.period);
    let first = points.first().map_or(first_shown, |point| point.period).min(first_shown);
    let months = (0..=first.months_until(last)).map(|n| {
        let month = first.plus(n);
        let point = points.iter().find(|point| point.period == month).and_then(|point| point.point.as_ref().ok());
        let from = point.map_or_else(Sources::none, |point| point.coverage.sources());
        LineMonth {
            period: month,
            label: Printed::new(bahasa::bulan_singkat(month.month()).unwrap_or_default(), from),
            value: point.map(|point| point.coverage.percent()),
        }
    });
    let chart = LineChart {
        months: months.collect(),
        end_label: desk.measures.now.as_ref().ok().map(|point| print::percent_cell(&print::coverage(&point.coverage))),
        path: standing.and_then(|standing| target_path(standing, last)),
        changes: series.map(|series| series.switches.iter().map(switch_label).collect()).unwrap_or_default(),
    };
    let sparse = chart.path.is_none() && chart.months.len() < 2;
    let height_mm = if sparse { SPARSE_HEIGHT } else { CHART_HEIGHT };
    ChartSpec { kind: ChartKind::Line(chart), width_mm: 160, height_mm }
}

fn target_path(standing: &Standing, end: Period) -> Option<TargetPath> {
    let path = standing.path.as_ref().ok()?;
    let percent = standing.target.percent.as_ref()?;
    let label = format!(
        "jalur menuju target\u{a0}{}:\u{a0}{}",
        standing.target.year.value,
        bahasa::persen_tabel(&percent.value)
    );
    Some(TargetPath {
        start: path.start.period,
        start_value: path.start.coverage.percent(),
        end,
        end_value: percent.value.clone(),
        label: Printed::new(label, percent.from.clone().and(&Sources::from(&standing.target.year.place))),
    })
}

fn switch_label(switch: &Switch) -> DenominatorChange {
    let wording = &switch.new.denominator.wording;
    DenominatorChange { period: switch.period, label: wording.print(|text| format!("penyebut: {text}")) }
}

fn chart_alt(desk: &Desk) -> Sentence {
    let points = desk.measures.series.as_ref().map(|series| series.points.as_slice()).unwrap_or_default();
    let known: Vec<&Point> = points.iter().filter_map(|point| point.point.as_ref().ok()).collect();
    let target = desk.measures.targets.standing.as_ref().ok();
    let tahun = target.map_or_else(|| report_year(desk), |standing| print::year(&standing.target.year));
    let wilayah = desk.region.clone();
    let target = target.map(|standing| print_target(&standing.target));
    match known.as_slice() {
        [] => Alternative::GarisKosong { wilayah },
        [only] => Alternative::GarisSatu {
            wilayah,
            nilai: print::percent(&print::coverage(&only.coverage)),
            bulan: print::month_of(&only.participants),
            tahun,
            target,
        },
        [first, .., last] => Alternative::Garis {
            wilayah,
            nilai_awal: print::percent(&print::coverage(&first.coverage)),
            bulan_awal: print::month_of(&first.participants),
            nilai_akhir: print::percent(&print::coverage(&last.coverage)),
            bulan_akhir: print::month_of(&last.participants),
            tahun,
            target,
        },
    }
    .into()
}

/// Overdue follow-ups first, then those whose due date comes first: what the meeting must decide.
pub(super) fn decisions(desk: &Desk) -> Vec<Sentence> {
    let open = open_follow_ups(desk);
    if open.is_empty() {
        // Without a list of follow-ups, what the figures themselves ask for awaits a decision.
        return super::closing::recommendations(desk).into_iter().take(DECISIONS).collect();
    }
    let asked = open.into_iter().take(DECISIONS).map(|item| {
        let row = item.row;
        Sentence::from(Recommendation::Arahan {
            hal: row.tindak_lanjut.printed(),
            penanggung_jawab: row.penanggung_jawab.as_ref().map(Cell::printed),
            tenggat: row.tenggat.as_ref().map(print::date_cell),
            lewat: item.state == FollowUpState::MelewatiTenggat,
        })
    });
    asked.collect()
}

pub(super) fn open_follow_ups<'a>(desk: &Desk<'a>) -> Vec<&'a FollowUp<'a>> {
    let rows = desk.measures.follow_ups.as_ref().map(|follow_ups| follow_ups.rows.as_slice()).unwrap_or_default();
    let mut open: Vec<&FollowUp> = rows.iter().filter(|item| super::closing::is_open(item)).collect();
    open.sort_by_key(|item| {
        let due = item.row.tenggat.as_ref().map(|cell| cell.value);
        (item.state != FollowUpState::MelewatiTenggat, due.is_none(), due)
    });
    open
}

/// The year of the report's month.
pub(in crate::report) fn report_year(desk: &Desk) -> Printed {
    Printed::new(desk.input.periode.value.year().to_string(), Sources::from(&desk.input.periode.place))
}

/// The key points of the covering note: the summary, and what awaits a decision.
pub(super) fn key_points(desk: &Desk) -> Vec<Sentence> {
    let mut points = vec![summary(desk)];
    let open = open_follow_ups(desk);
    if let Some(first) = open.first() {
        points.push(CoverNote::NotaArahan { butir: print::inside_a_sentence(&first.row.tindak_lanjut) }.into());
    }
    points
}
