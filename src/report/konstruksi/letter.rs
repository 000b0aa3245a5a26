//! The letter around the report: heading, introduction, metadata, the numbers of its annexes.

use super::Desk;
use crate::bahasa;
use crate::measure;
use crate::place::Printed;
use crate::report::bulanan::letter::{self, basis};
use crate::report::sentences::{Basis, PackageSummary, TandaBaca};
use crate::template::{Sentence, Tree};
use crate::typeset::About;

pub(super) fn about(desk: &Desk, identity: String) -> About {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let (region, period) = (plain(&desk.monthly.region.text), plain(&desk.monthly.period.text));
    let issuer = &desk.monthly.input.naskah.lembaga;
    About {
        title: format!("Laporan Kepesertaan Pekerja Jasa Konstruksi {region} Periode {period}"),
        author: format!("{} {}", issuer.perangkat_daerah.value, issuer.pemerintah.value),
        subject: format!("Pendaftaran pekerja jasa konstruksi di {region}, {period}"),
        keywords: ["jaminan sosial ketenagakerjaan", "jasa konstruksi", region.as_str(), period.as_str()]
            .map(str::to_owned)
            .to_vec(),
        date: desk.monthly.input.report_date(),
        identity,
    }
}

/// Annexes: the packages, their contributions, the notes; each only when it is there.
fn numbers(desk: &Desk) -> (Option<u32>, Option<u32>, u32) {
    let packages = desk.works.is_ok().then_some(1);
    let dues = desk.works.is_ok_and(|works| works.contributions.is_ok()).then_some(2);
    let notes = dues.or(packages).unwrap_or(0) + 1;
    (packages, dues, notes)
}

fn roman(n: u32) -> Printed {
    Printed::fixed(bahasa::romawi(n).unwrap_or_default())
}

/// `Lampiran I`, for a sentence that points to the list of packages.
pub(super) fn list_annex(desk: &Desk) -> Printed {
    annex(numbers(desk).0.unwrap_or(1))
}

/// The annex with the contribution of each package.
pub(super) fn dues_annex(desk: &Desk) -> Option<Printed> {
    numbers(desk).1.map(annex)
}

fn annex(n: u32) -> Printed {
    Printed::fixed(bahasa::rekat("Lampiran", &bahasa::romawi(n).unwrap_or_default()))
}

pub(super) fn heading(desk: &Desk) -> Tree {
    let (packages, dues, notes) = numbers(desk);
    let own = [
        ("lampiran_paket", packages.map(roman).into()),
        ("lampiran_iuran", dues.map(roman).into()),
        ("lampiran_catatan", roman(notes).into()),
    ];
    match letter::heading(&desk.monthly) {
        Tree::Map(mut heading) => {
            heading.extend(own);
            Tree::Map(heading)
        }
        heading => heading,
    }
}

pub(super) fn introduction(desk: &Desk) -> Tree {
    let scope = PackageSummary::Lingkup {
        periode: desk.monthly.period.clone(),
        paket: desk.works.is_ok(),
        iuran: desk.works.is_ok_and(|works| works.contributions.is_ok()),
        cakupan: desk.monthly.measures.participants.is_ok(),
    };
    let general = PackageSummary::Umum { wilayah: desk.monthly.region.clone(), per_tanggal: desk.as_of() };
    let bases = measure::legal_bases(&desk.monthly.input.tabel, desk.monthly.input.jenis.name());
    let said: Vec<Sentence> =
        bases.iter().enumerate().map(|(index, row)| basis(row, TandaBaca::at(index, bases.len())).into()).collect();
    Tree::map([
        ("umum", vec![Sentence::from(general)].into()),
        ("maksud", vec![Sentence::from(PackageSummary::Maksud)].into()),
        ("lingkup", vec![Sentence::from(scope)].into()),
        ("dasar", if said.is_empty() { Tree::Absent } else { said.into() }),
        ("tanpa_dasar", Sentence::from(Basis::DasarKosong).into()),
    ])
}
