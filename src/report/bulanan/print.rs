//! From measures to finished strings: the few ways in which this report prints a value.

use num_bigint::BigInt;

use crate::bahasa;
use crate::chart::{self, ChartKind, ChartSpec};
use crate::figure::{Coverage, Ratio, whole};
use crate::measure::{RegionName, Subject};
use crate::place::{Cell, Place, Printed, Sourced, Sources};
use crate::table::{JenisWilayah, ProgramJaminan, Segmen, SumberDana};

/// Persons, cases, packages: whole numbers with separators.
pub(in crate::report) fn count<N: Clone + Into<BigInt>>(value: &Sourced<N>) -> Printed {
    value.print(|n| bahasa::bilangan(n.clone()))
}

/// How many things there are: one-word numbers in words, others in digits.
pub(in crate::report) fn few(value: &Sourced<u64>) -> Printed {
    value.print(|n| bahasa::angka_kata(*n))
}

/// The size of a difference of persons; the verb carries its direction.
pub(in crate::report) fn count_size(value: &Sourced<BigInt>) -> Printed {
    value.print(|n| bahasa::bilangan(BigInt::from(n.magnitude().clone())))
}

/// A bar chart in the body: tighter than its comfortable height, never below what its bars need.
pub(in crate::report) fn bar_chart(kind: ChartKind, comfortable_mm: u32) -> ChartSpec {
    let height_mm = (comfortable_mm * 5 / 6).max(chart::least_height_mm(&kind));
    ChartSpec { kind, width_mm: 160, height_mm }
}

/// A name as the first thing in a row.
pub(in crate::report) fn row_name(name: Printed) -> Printed {
    Printed::new(bahasa::kapital_awal(&name.text), name.from)
}

/// A text that a person wrote, inside a sentence.
pub(in crate::report) fn inside_a_sentence(cell: &Cell<String>) -> Printed {
    with_small_initial(cell.printed())
}

/// The first letter small, unless the first word is a name in capitals.
pub(in crate::report) fn with_small_initial(text: Printed) -> Printed {
    let mut letters = text.text.chars();
    let first = letters.next().map(char::to_lowercase).into_iter().flatten();
    let spelled = letters.as_str().chars().next().is_some_and(char::is_uppercase);
    if spelled {
        return text;
    }
    Printed::new(first.chain(letters.as_str().chars()).collect::<String>(), text.from)
}

/// A day in a narrow column, where it may break.
pub(in crate::report) fn date_in_table(cell: &Cell<chrono::NaiveDate>) -> Printed {
    let date = date_cell(cell);
    Printed::new(date.text.replace('\u{a0}', " "), date.from)
}

/// `30,72 persen`.
pub(in crate::report) fn percent(value: &Sourced<Ratio>) -> Printed {
    value.print(bahasa::persen)
}

/// `30,72%`.
pub(in crate::report) fn percent_cell(value: &Sourced<Ratio>) -> Printed {
    value.print(bahasa::persen_tabel)
}

/// `10,58 persen poin`, always positive.
pub(in crate::report) fn points(value: &Sourced<Ratio>) -> Printed {
    value.print(bahasa::persen_poin)
}

/// The coverage with its cells.
pub(in crate::report) fn coverage(coverage: &Coverage) -> Sourced<Ratio> {
    Sourced::new(coverage.percent(), coverage.sources())
}

/// Workers not covered, with the cells of both counts.
pub(in crate::report) fn uncovered(coverage: &Coverage) -> Sourced<u64> {
    Sourced::new(coverage.uncovered(), coverage.sources())
}

/// The part of workers not covered, percent.
pub(in crate::report) fn uncovered_percent(coverage: &Coverage) -> Sourced<Ratio> {
    Sourced::new(whole(100) - coverage.percent(), coverage.sources())
}

/// `Rp5,3 miliar`.
pub(in crate::report) fn money<N: Clone + Into<BigInt>>(value: &Sourced<N>) -> Printed {
    value.print(|n| bahasa::rupiah_prosa(n.clone()))
}

/// `5.300.000.000`, for a column whose head says Rp.
pub(in crate::report) fn money_cell<N: Clone + Into<BigInt>>(value: &Sourced<N>) -> Printed {
    count(value)
}

/// A day.
pub(in crate::report) fn date(value: &Sourced<chrono::NaiveDate>) -> Printed {
    value.print(|date| bahasa::tanggal(*date))
}

/// A day of one cell.
pub(in crate::report) fn date_cell(cell: &Cell<chrono::NaiveDate>) -> Printed {
    date(&cell.sourced())
}

/// A month named in a sentence, with the cells that speak of it.
pub(in crate::report) fn month(period: crate::figure::Period, from: &Sources) -> Printed {
    Printed::new(bahasa::periode(period), from.clone())
}

/// The month that participants were counted in.
pub(in crate::report) fn month_of(participants: &crate::measure::Participants) -> Printed {
    month(participants.period, &participants.count.from)
}

/// A year.
pub(in crate::report) fn year(cell: &Cell<i32>) -> Printed {
    cell.sourced().print(ToString::to_string)
}

/// Several names as one enumeration: `a, b, dan c`.
pub(in crate::report) fn names(list: &[Sourced<String>]) -> Printed {
    let printed: Vec<Printed> = list.iter().map(|name| name.print(Clone::clone)).collect();
    bahasa::dan_tercetak(&printed)
}

/// The region a report speaks of, as it is written before anything else: `Kota Malang`, `Provinsi Kalimantan Barat`.
pub(in crate::report) fn subject_name(subject: &Subject) -> Printed {
    full_name(&RegionName { code: subject.region.clone(), name: subject.name.clone(), level: subject.level.clone() })
}

/// A name with the level word that is not part of it: *Provinsi*, *Kecamatan*, *Kelurahan*, *Desa*.
pub(in crate::report) fn full_name(region: &RegionName) -> Printed {
    let bare = bare_name(region);
    let word = match region.level.as_ref().map(|cell| cell.value) {
        Some(JenisWilayah::Provinsi) => "Provinsi\u{a0}",
        Some(JenisWilayah::Kecamatan) => "Kecamatan\u{a0}",
        Some(JenisWilayah::Kelurahan) => "Kelurahan\u{a0}",
        Some(JenisWilayah::Desa) => "Desa\u{a0}",
        _ => return bare,
    };
    Printed::new(format!("{word}{}", bare.text), bare.from)
}

/// The name as the table has it; the code when it has none.
pub(in crate::report) fn bare_name(region: &RegionName) -> Printed {
    region.name.as_ref().map_or_else(
        || Printed::new(format!("Wilayah {}", region.code), Sources::from(&Place::file("data/wilayah.csv"))),
        Cell::printed,
    )
}

/// A segment as a table names it.
pub(in crate::report) fn segment_name(segment: Segmen) -> &'static str {
    match segment {
        Segmen::Total => "Total",
        Segmen::Pu => "Penerima Upah (PU)",
        Segmen::Bpu => "Bukan Penerima Upah (BPU)",
        Segmen::Jakon => "Jasa Konstruksi",
        Segmen::Pmi => "Pekerja Migran Indonesia (PMI)",
        Segmen::Rentan => "Pekerja Rentan",
    }
}

/// A segment inside a sentence, behind the word *segmen*.
pub(in crate::report) fn segment_in_prose(segment: Segmen) -> &'static str {
    match segment {
        Segmen::Total => "total",
        Segmen::Pu => "penerima upah",
        Segmen::Bpu => "bukan penerima upah",
        Segmen::Jakon => "jasa konstruksi",
        Segmen::Pmi => "pekerja migran Indonesia",
        Segmen::Rentan => "pekerja rentan",
    }
}

/// A programme in full, as at its first mention.
pub(in crate::report) fn programme_name(programme: ProgramJaminan) -> &'static str {
    match programme {
        ProgramJaminan::Jkk => "Jaminan Kecelakaan Kerja (JKK)",
        ProgramJaminan::Jkm => "Jaminan Kematian (JKM)",
        ProgramJaminan::Jht => "Jaminan Hari Tua (JHT)",
        ProgramJaminan::Jp => "Jaminan Pensiun (JP)",
        ProgramJaminan::Jkp => "Jaminan Kehilangan Pekerjaan (JKP)",
    }
}

/// A denominator's definition as its table words it.
pub(in crate::report) fn wording(denominator: &crate::measure::Denominator) -> Printed {
    denominator.wording.print(Clone::clone)
}

/// A source of funds. DBHCHT is part of the APBD, so the rest of the APBD says so.
pub(in crate::report) fn source_name(source: SumberDana) -> &'static str {
    match source {
        SumberDana::Apbd => "APBD di luar DBHCHT",
        SumberDana::Dbhcht => "DBHCHT",
        SumberDana::Tjsl => "TJSL",
        SumberDana::Lainnya => "sumber lain",
    }
}
