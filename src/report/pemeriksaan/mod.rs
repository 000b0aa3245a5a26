//! *Lembar Pemeriksaan Angka*: what was said about a region, for the person about to speak.
//!
//! Owns: which verdicts are printed, and in which order. How a figure is judged belongs to
//! [`crate::audit::pernyataan`]; the wording stands in `templates/_kalimat/`, the structure in
//! `templates/pemeriksaan-angka/`.

mod gist;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::build::Composed;
use super::bulanan::{letter, print};
use super::cover::Gist;
use super::input::{BuildInput, Seal};
use super::sentences::{self, Sheet};
use crate::audit::pernyataan::{Outcome, Verdict, judge};
use crate::bahasa;
use crate::measure::RegionName;
use crate::place::{Cell, Place, Printed, Sources};
use crate::template::{Sentence, Tree};
use crate::typeset::About;

/// The figures of a sheet, judged.
struct Judged<'a> {
    input: &'a BuildInput,
    verdicts: Vec<Verdict>,
    /// The region's full name.
    region: Printed,
    /// The month up to which statements are meant.
    period: Printed,
}

impl<'a> Judged<'a> {
    fn of(input: &'a BuildInput) -> Self {
        let row = input.tabel.wilayah.iter().find(|row| row.kode.value == input.wilayah.value);
        let region = print::full_name(&RegionName {
            code: input.wilayah.value.clone(),
            name: row.map(|row| row.nama.clone()),
            level: row.map(|row| row.jenis.clone()),
        });
        let period = Printed::new(bahasa::periode(input.periode.value), Sources::from(&input.periode.place));
        Self { input, verdicts: judge(&input.tabel, &input.audit_settings()), region, period }
    }

    /// A number of figures, with all the cells that were counted.
    fn number(&self, count: usize) -> Printed {
        let all: Sources = self.verdicts.iter().map(|verdict| verdict.said.place.clone()).collect();
        Printed::new(bahasa::bilangan(count), all)
    }

    /// How many figures there are.
    fn total(&self) -> Printed {
        self.number(self.verdicts.len())
    }

    /// How many of them are wrong, when some are.
    fn wrong(&self) -> Option<Printed> {
        let wrong = self.verdicts.iter().filter(|verdict| verdict.outcome.is_wrong()).count();
        (wrong > 0).then(|| self.number(wrong))
    }

    /// The year that the statements are about.
    fn year(&self) -> Printed {
        let period = &self.input.periode;
        Printed::new(period.value.year().to_string(), Sources::from(&period.place))
    }
}

/// Composes the sheet: its context, its metadata, its key figures.
pub(super) fn compose(input: &BuildInput, seal: &Seal) -> Composed {
    let judged = Judged::of(input);
    let name = input.tabel.wilayah.iter().find(|row| row.kode.value == input.wilayah.value);
    let file_name = letter::file_name_of(input, name.map_or("", |row| row.nama.value.as_str()));
    Composed {
        about: about(input, &judged.region, &judged.period, format!("rakor {file_name} {}", seal.digest)),
        mark: letter::mark(input).map(sentences::Tanda::word),
        headline: headline(&judged.verdicts),
        context: context(&judged),
        file_name,
    }
}

/// What a mail tells of the sheet.
pub(super) fn gist(input: &BuildInput) -> Gist {
    gist::gist(&Judged::of(input))
}

fn about(input: &BuildInput, region: &Printed, period: &Printed, identity: String) -> About {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let (region, period) = (plain(&region.text), plain(&period.text));
    let issuer = &input.naskah.lembaga;
    About {
        title: format!("Lembar Pemeriksaan Angka {region} sampai dengan {period}"),
        author: format!("{} {}", issuer.perangkat_daerah.value, issuer.pemerintah.value),
        subject: format!("Pemeriksaan angka yang diucapkan tentang {region}"),
        keywords: ["jaminan sosial ketenagakerjaan", "pemeriksaan angka", region.as_str()].map(str::to_owned).to_vec(),
        date: input.report_date(),
        identity,
    }
}

fn context(judged: &Judged) -> Tree {
    let Judged { input, verdicts, region, period } = judged;
    let issuer = &input.naskah.lembaga;
    let mut shown: Vec<&Verdict> = verdicts.iter().filter(|verdict| is_worth_a_row(verdict)).collect();
    shown.sort_by_key(|verdict| Reverse(urgency(&verdict.outcome)));
    let silent = verdicts.len() - shown.len();
    let heading = Tree::map([
        ("wilayah", region.into()),
        ("periode", period.into()),
        ("pemerintah", issuer.pemerintah.printed().into()),
        ("perangkat_daerah", issuer.perangkat_daerah.printed().into()),
        ("alamat", letter::address(issuer).into()),
    ]);
    let opening = Sheet::PemeriksaanPembuka {
        jumlah: judged.total(),
        wilayah: region.clone(),
        tahun: judged.year(),
        salah: judged.wrong(),
    };
    let rest = (silent > 0).then(|| Sentence::from(Sheet::PemeriksaanSesuai { jumlah: judged.number(silent) }));
    Tree::Map(BTreeMap::from([
        ("naskah", heading),
        ("bahan", letter::meeting(input).into()),
        ("pembuka", Sentence::from(opening).into()),
        ("baris", Tree::list(shown.iter().map(|verdict| row(verdict)))),
        ("sesuai", rest.into()),
        ("cara", Sentence::from(Sheet::PemeriksaanCara).into()),
        ("catatan", Tree::list(explanations(input, &shown))),
        ("pernyataan", Tree::list(statements(verdicts))),
    ]))
}

/// A right figure needs no row, and neither does one that nobody can judge; a note makes it worth one.
fn is_worth_a_row(verdict: &Verdict) -> bool {
    !verdict.findings.is_empty() || matches!(verdict.outcome, Outcome::TidakSesuai(_) | Outcome::Pembulatan(_))
}

/// The wrong ones first, then what needs care.
fn urgency(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::TidakSesuai(_) => 3,
        Outcome::TidakDapat(_) => 2,
        Outcome::Pembulatan(_) => 1,
        Outcome::Sesuai => 0,
    }
}

fn row(verdict: &Verdict) -> Tree {
    let own = Sources::from(&verdict.said.place);
    let from = |places: &[Place]| own.clone().and(&places.iter().cloned().collect());
    let right = verdict.right.as_ref();
    let figure = right.map(|right| Printed::new(right.figure.clone(), from(&right.places)));
    let publishers = right.map(|right| Printed::new(bahasa::dan(&right.publishers), from(&right.places)));
    Tree::map([
        ("kode", verdict.statement.printed().into()),
        ("hal", Printed::new(verdict.column.label(), own.clone()).into()),
        ("tercantum", said(verdict).into()),
        ("putusan", putusan(verdict).into()),
        ("seharusnya", figure.into()),
        ("sumber", publishers.into()),
    ])
}

fn said(verdict: &Verdict) -> Printed {
    Printed::new(verdict.said.value.trim(), Sources::from(&verdict.said.place))
}

fn putusan(verdict: &Verdict) -> Sentence {
    let places = verdict.right.iter().flat_map(|right| right.places.iter().cloned());
    let from: Sources = places.chain([verdict.said.place.clone()]).collect();
    match &verdict.outcome {
        Outcome::Sesuai => sentences::Verdict::Sesuai,
        Outcome::Pembulatan(cover) => {
            sentences::Verdict::SesuaiPembulatan { cara: Printed::new(cover.to_string(), from) }
        }
        Outcome::TidakDapat(reason) => {
            sentences::Verdict::TidakDapatDiperiksa { alasan: Printed::new(reason.clone(), from) }
        }
        Outcome::TidakSesuai(right) => {
            sentences::Verdict::TidakSesuai { hitungan: Printed::new(right.clone(), from), tercantum: said(verdict) }
        }
    }
    .into()
}

/// Why a figure is wrong or open; a rounding explains itself. Behind them what the data behind the sheet leave open.
fn explanations(input: &BuildInput, shown: &[&Verdict]) -> Vec<Printed> {
    let open = |verdict: &&&Verdict| !matches!(verdict.outcome, Outcome::Pembulatan(_));
    let of_statements = shown.iter().filter(open).flat_map(|verdict| verdict.told());
    of_statements
        .chain(&input.temuan)
        .map(|finding| Printed::new(finding.message.clone(), finding.places.iter().cloned().collect()))
        .collect()
}

/// Where and when each statement stood, each once.
fn statements(verdicts: &[Verdict]) -> Vec<Tree> {
    let mut listed: Vec<&Verdict> = Vec::new();
    for verdict in verdicts {
        if listed.last().is_none_or(|last| last.statement != verdict.statement) {
            listed.push(verdict);
        }
    }
    let origin = |verdict: &Verdict| {
        let mut parts = vec![verdict.publisher.printed()];
        parts.extend(verdict.speaker.as_ref().map(Cell::printed));
        parts.push(print::date_cell(&verdict.date));
        let text: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        Printed::new(text.join(", "), parts.iter().map(|part| &part.from).collect())
    };
    listed
        .into_iter()
        .map(|verdict| Tree::map([("kode", verdict.statement.printed().into()), ("asal", origin(verdict).into())]))
        .collect()
}

/// How many figures came to which verdict.
fn headline(verdicts: &[Verdict]) -> Vec<(String, String)> {
    let count = |name: &str| verdicts.iter().filter(|verdict| verdict.outcome.name() == name).count();
    Outcome::NAMES.map(|name| (bahasa::kapital_awal(name), bahasa::bilangan(count(name)))).to_vec()
}
