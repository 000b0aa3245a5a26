//! Coverage of construction workers, conclusions, advice.

use num_bigint::BigInt;

use super::Desk;
use super::opening::unknown;
use crate::measure::{self, Registration};
use crate::place::Printed;
use crate::report::bulanan::{print, target};
use crate::report::sentences::{Alasan, PackageSummary, Packages, Passage, Recommendation};
use crate::template::{Sentence, Tree};

/// The coverage of the segment, in the words of the monthly report.
pub(super) fn coverage(desk: &Desk) -> Tree {
    let note = (desk.works.is_ok() && desk.monthly.measures.participants.is_ok()).then_some(PackageSummary::DuaData);
    match target::section(&desk.monthly) {
        Tree::Map(mut section) => {
            section.insert("catatan", note.map(Sentence::from).into());
            Tree::Map(section)
        }
        other => other,
    }
}

pub(super) fn closing(desk: &Desk) -> Tree {
    let input = desk.monthly.input;
    let written = measure::narrative(&input.tabel, input.jenis.name(), &input.wilayah.value, input.periode.value);
    let texts = |section: &str| -> Vec<Printed> {
        written.iter().filter(|row| row.bagian.value == section).map(|row| row.teks.printed()).collect()
    };
    let (advice, written) = (advice(desk), texts("saran"));
    let none = advice.is_empty() && written.is_empty();
    let nothing = none.then(|| Recommendation::SaranKosong { periode: desk.monthly.period.clone() });
    Tree::map([
        ("simpulan", vec![Sentence::from(conclusion(desk))].into()),
        ("saran", advice.into()),
        ("saran_tertulis", written.into()),
        ("tanpa_saran", nothing.map(Sentence::from).into()),
        ("kalimat", Sentence::from(Passage::Penutup).into()),
    ])
}

fn conclusion(desk: &Desk) -> Packages {
    let Ok(works) = desk.works else { return Packages::SimpulanTanpaPaket { alasan: Alasan::TanpaRincian } };
    let projects = &works.projects;
    match &projects.unregistered {
        Err(_) => Packages::SimpulanBelumDiketahui { n: unknown(works) },
        Ok(_) if projects.percent.is_err() => Packages::SimpulanTanpaPaket { alasan: Alasan::TidakLengkap },
        Ok(open) if open.value == BigInt::default() => Packages::SimpulanLengkap { y: print::count(&projects.workers) },
        Ok(open) => {
            let lacking = works.packages.iter().filter(|package| package.is_open());
            let n = Desk::few(lacking.map(|package| &package.line.row.paket));
            Packages::SimpulanBelum { z: print::count(open), y: print::count(&projects.workers), n }
        }
    }
}

/// What follows from the packages alone.
fn advice(desk: &Desk) -> Vec<Sentence> {
    let offices = || Printed::fixed("perangkat daerah");
    let data = |hal: &str| Recommendation::SaranData { sumber: offices(), hal: Printed::fixed(hal), tenggat: None };
    let Ok(works) = desk.works else { return vec![data("paket pekerjaan beserta pendaftaran pekerjanya").into()] };
    let mut said: Vec<Sentence> = Vec::new();
    if works.packages.iter().any(measure::konstruksi::Package::is_open) {
        let rujukan = super::letter::list_annex(desk);
        said.push(Recommendation::SaranProyek { rujukan, tenggat: None }.into());
    }
    if works.projects.count(Registration::BelumDiketahui) > 0 {
        said.push(data("pendaftaran pekerja pada paket yang belum diketahui").into());
    }
    said
}
