//! Which regions a batch is about, and which of them one of several machines makes.

use std::cmp::Reverse;

use crate::cli::args::{Buat, Tingkat};
use crate::cli::code;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, nearest, quote};
use crate::place::Place;
use crate::report::Batch;
use crate::table::JenisWilayah;

/// The word for all regions.
const ALL: &str = "semua";

/// The regions that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Regions {
    All,
    Level(Tingkat),
    Listed(Vec<String>),
}

/// One of several parts, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) number: usize,
    pub(super) of: usize,
}

/// More machines than this nobody has.
const MOST_SHARES: usize = 1_000;

impl Regions {
    /// Nothing when one report is meant.
    pub(super) fn asked(args: &Buat, region: Option<&str>) -> Result<Option<Self>, Failure> {
        match (args.tingkat, region) {
            (Some(level), None | Some(ALL)) => Ok(Some(Self::Level(level))),
            (None, Some(ALL)) => Ok(Some(Self::All)),
            (Some(_), Some(_)) => {
                let message = "Satu tingkat tidak dapat dipilih bersama wilayah tertentu.";
                let action = "Hapus --tingkat atau tulis `--wilayah semua`.";
                Err(usage(vec![Diagnostic::error(code::OPTION, message, action).at(Place::file("--tingkat"))]))
            }
            (None, Some(listed)) if listed.contains(',') => {
                let mut codes: Vec<String> = Vec::new();
                for code in listed.split(',').map(str::trim).filter(|code| !code.is_empty()) {
                    if !codes.iter().any(|known| known == code) {
                        codes.push(code.to_owned());
                    }
                }
                if codes.is_empty() {
                    let action = "Tulis kode wilayah yang dipisahkan koma, misalnya 35.73,35.07.";
                    let empty = Diagnostic::error(code::OPTION, "Daftar wilayah itu kosong.", action);
                    return Err(usage(vec![empty.at(Place::file("--wilayah")).found(quote(listed))]));
                }
                Ok(Some(Self::Listed(codes)))
            }
            (None, _) => Ok(None),
        }
    }

    /// Their codes, in the order of their reports.
    pub(super) fn codes(&self, batch: &Batch<'_>) -> Result<Vec<String>, Failure> {
        let levels: &[JenisWilayah] = match self {
            Self::All => &[],
            Self::Level(Tingkat::Provinsi) => &[JenisWilayah::Provinsi],
            Self::Level(Tingkat::Kabupaten) => &[JenisWilayah::Kabupaten, JenisWilayah::Kota],
            Self::Level(Tingkat::Kecamatan) => &[JenisWilayah::Kecamatan],
            Self::Level(Tingkat::Kelurahan) => &[JenisWilayah::Kelurahan, JenisWilayah::Desa],
            Self::Listed(codes) => return listed(codes, batch),
        };
        let codes: Vec<String> = batch.regions(levels).into_iter().map(str::to_owned).collect();
        if codes.is_empty() {
            let diagnostic = Diagnostic::error(
                code::NO_LEVEL,
                "Tidak ada wilayah dengan tingkat itu dalam tabel `wilayah` di bawah wilayah lembaga.",
                "Lengkapi tabel `wilayah` beserta kolom `induk` atau pilih tingkat lain.",
            );
            return Err(usage(vec![diagnostic.at(Place::file("--tingkat"))]));
        }
        let codes: Vec<String> = codes.into_iter().filter(|code| batch.has_matter(code)).collect();
        if codes.is_empty() {
            let diagnostic = Diagnostic::error(
                code::NO_PARTS,
                "Tidak satu pun wilayah itu memiliki wilayah bawahan untuk direkapitulasi.",
                "Lengkapi kolom `induk` dalam tabel `wilayah` atau pilih tingkat lain.",
            );
            let option = if *self == Self::All { "--wilayah" } else { "--tingkat" };
            return Err(usage(vec![diagnostic.at(Place::file(option))]));
        }
        Ok(codes)
    }
}

/// Every code must be one that the data know.
fn listed(codes: &[String], batch: &Batch<'_>) -> Result<Vec<String>, Failure> {
    let known = batch.known();
    let unknown = codes.iter().filter(|code| !known.contains(code.as_str()));
    let problems: Vec<Diagnostic> = unknown
        .map(|code| {
            let near =
                nearest(code, known.iter().copied()).map_or_else(String::new, |near| format!(", misalnya {near}"));
            Diagnostic::error(
                code::UNKNOWN_REGION,
                format!("Wilayah {} tidak ada dalam data.", quote(code)),
                format!("Tulis kode wilayah yang ada{near}."),
            )
            .at(Place::file("--wilayah"))
        })
        .collect();
    if problems.is_empty() { Ok(codes.to_vec()) } else { Err(usage(problems)) }
}

impl Share {
    /// `2/7`.
    pub(super) fn parse(text: &str) -> Result<Self, Failure> {
        let parsed = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match parsed {
            Some((number, of)) if (1..=of).contains(&number) && of <= MOST_SHARES => Ok(Self { number, of }),
            _ => {
                let diagnostic = Diagnostic::error(
                    code::OPTION,
                    "Bagian itu tidak ada atau salah tulis.",
                    "Tulis nomor bagian dan banyaknya bagian, misalnya 1/4.",
                );
                let expected = format!("I/N dengan I dari 1 sampai dengan N dan N paling besar {MOST_SHARES}");
                let diagnostic = diagnostic.at(Place::file("--bagian")).found(quote(text)).expected(expected);
                Err(usage(vec![diagnostic]))
            }
        }
    }

    /// The regions of this share, in their order: the heaviest region goes to the lightest share, and so on, so that the
    /// shares are disjoint, whole together and about equally heavy. The same on every machine.
    pub(super) fn of(self, codes: Vec<String>, weight: impl Fn(&str) -> usize) -> Vec<String> {
        let mut by_weight: Vec<(usize, &String)> = codes.iter().map(|code| (weight(code) + 1, code)).collect();
        by_weight.sort_by_key(|(weight, code)| (Reverse(*weight), *code));
        let mut loads = vec![0_usize; self.of];
        let mut own = std::collections::BTreeSet::new();
        for (weight, code) in by_weight {
            let lightest = loads.iter().enumerate().min_by_key(|(at, load)| (**load, *at)).map_or(0, |(at, _)| at);
            if let Some(load) = loads.get_mut(lightest) {
                *load += weight;
            }
            if lightest + 1 == self.number {
                own.insert(code.clone());
            }
        }
        codes.into_iter().filter(|code| own.contains(code)).collect()
    }
}

/// Options that mean nothing for one report.
pub(super) fn without_a_batch(args: &Buat) -> Result<(), Failure> {
    let given = [
        ("--proses", args.proses.is_some()),
        ("--paksa", args.paksa),
        ("--bagian", args.bagian.is_some()),
        ("--berhenti-saat-gagal", args.berhenti_saat_gagal),
    ];
    let problems: Vec<Diagnostic> = given
        .into_iter()
        .filter(|(_, given)| *given)
        .map(|(name, _)| {
            Diagnostic::error(
                code::OPTION,
                "Pilihan itu hanya untuk banyak wilayah sekaligus.",
                "Tambahkan `--wilayah semua` atau `--tingkat TINGKAT`, atau hapus pilihan itu.",
            )
            .at(Place::file(name))
        })
        .collect();
    if problems.is_empty() { Ok(()) } else { Err(usage(problems)) }
}

fn usage(diagnostics: Vec<Diagnostic>) -> Failure {
    Failure { kind: FailureKind::Usage, diagnostics }
}
