//! The letter around the recapitulation: heading, introduction, file name, metadata.

use super::Desk;
use crate::bahasa;
use crate::measure;
use crate::place::{Printed, Sources};
use crate::report::bulanan::letter::{self, basis, file_name_of};
use crate::report::bulanan::opening::segment;
use crate::report::input::BuildInput;
use crate::report::sentences::{Basis, RecapPassage, TandaBaca};
use crate::template::{Sentence, Tree};
use crate::typeset::About;

/// `rekapitulasi_99-simulasi_2025-08.pdf`; of one level that was asked for `rekapitulasi_99-simulasi_kota_2025-08.pdf`.
pub(super) fn file_name(input: &BuildInput, name: &str) -> String {
    let all = file_name_of(input, name);
    let Some(level) = &input.menurut else { return all };
    let end = format!("_{}.pdf", input.periode.value);
    all.replace(&end, &format!("_{}{end}", level.value.as_str()))
}

pub(super) fn about(desk: &Desk, identity: String) -> About {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let (region, period) = (plain(&desk.monthly.region.text), plain(&desk.monthly.period.text));
    let level = desk.level.word();
    let issuer = &desk.monthly.input.naskah.lembaga;
    About {
        title: format!("Rekapitulasi Kepesertaan Jaminan Sosial Ketenagakerjaan {region} Periode {period}"),
        author: format!("{} {}", issuer.perangkat_daerah.value, issuer.pemerintah.value),
        subject: format!("Kepesertaan jaminan sosial ketenagakerjaan menurut {level} di {region}, {period}"),
        keywords: ["jaminan sosial ketenagakerjaan", "rekapitulasi", "UCJ", region.as_str(), period.as_str()]
            .map(str::to_owned)
            .to_vec(),
        date: desk.monthly.input.report_date(),
        identity,
    }
}

pub(super) fn heading(desk: &Desk) -> Tree {
    let from = Sources::from(&desk.monthly.input.wilayah.place);
    let level = Printed::new(desk.level.word(), from.clone());
    let words: Vec<String> = desk.level.word().split('/').map(bahasa::kapital_awal).collect();
    match letter::heading(&desk.monthly) {
        Tree::Map(mut map) => {
            map.insert("tingkat", level.into());
            map.insert("tingkat_judul", Printed::new(words.join("/"), from).into());
            Tree::Map(map)
        }
        other => other,
    }
}

pub(super) fn introduction(desk: &Desk) -> Tree {
    let recap = desk.recap;
    let general = RecapPassage::RekapUmum {
        tingkat: desk.level,
        wilayah: desk.monthly.region.clone(),
        segmen: segment(&desk.monthly),
        per_tanggal: desk.as_of(),
    };
    let scope = RecapPassage::RekapLingkup {
        n: desk.tally(recap.count()),
        tingkat: desk.level,
        periode: desk.monthly.period.clone(),
        cakupan: recap.united.is_ok(),
        sebaran: recap.spread.is_some(),
        sasaran: recap.shortfall.is_some(),
    };
    let others = recap.left_out.len();
    let only = (others > 0).then(|| RecapPassage::RekapHanya {
        n: desk.tally(recap.count()),
        tingkat: desk.level,
        m: desk.tally(others),
    });
    let scope: Vec<Sentence> = [Some(scope), only].into_iter().flatten().map(Sentence::from).collect();
    let bases = measure::legal_bases(&desk.monthly.input.tabel, desk.monthly.input.jenis.name());
    let said: Vec<Sentence> =
        bases.iter().enumerate().map(|(index, row)| basis(row, TandaBaca::at(index, bases.len())).into()).collect();
    Tree::map([
        ("umum", vec![Sentence::from(general)].into()),
        ("maksud", vec![letter::purpose(&desk.monthly)].into()),
        ("lingkup", scope.into()),
        ("dasar", if said.is_empty() { Tree::Absent } else { said.into() }),
        ("tanpa_dasar", Sentence::from(Basis::DasarKosong).into()),
    ])
}
