//! The letter around the report: heading, introduction, covering note, signature block, metadata.

use chrono::NaiveDate;

use super::opening::segment;
use super::{Desk, print};
use crate::bahasa;
use crate::manifest::{Lembaga, Pelaksana, PenandaTangan, Tanda};
use crate::place::{Cell, Printed, Sources};
use crate::report::input::{BuildInput, Seal};
use crate::report::package;
use crate::report::sentences::{Basis, CoverNote, Passage, Tanda as Mark, TandaBaca};
use crate::table::DasarHukum;
use crate::template::{Sentence, Tree};
use crate::typeset::About;

/// What every page says of a paper that is not to be mistaken for a signed one.
pub(in crate::report) fn mark(input: &BuildInput) -> Option<Mark> {
    match (&input.naskah.laporan.tanda, input.konsep) {
        (Some(cell), _) => Some(match cell.value {
            Tanda::Contoh => Mark::Contoh,
            Tanda::DataSimulasi => Mark::DataSimulasi,
        }),
        (None, true) => Some(Mark::Konsep),
        (None, false) => None,
    }
}

/// `bulanan_35.73-kota-malang_2025-06.pdf`
pub(super) fn file_name(desk: &Desk) -> String {
    file_name_of(desk.input, desk.measures.subject.name.as_ref().map_or("", |cell| cell.value.as_str()))
}

/// The same for any kind, from the region's name.
pub(in crate::report) fn file_name_of(input: &BuildInput, name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    let dash = if slug.is_empty() { "" } else { "-" };
    format!("{}_{}{dash}{slug}_{}.pdf", input.kind_name(), input.wilayah.value, input.periode.value)
}

pub(super) fn about(desk: &Desk, seal: &Seal) -> About {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let (region, period) = (plain(&desk.region.text), plain(&desk.period.text));
    let issuer = &desk.input.naskah.lembaga;
    About {
        title: format!("Laporan Capaian Kepesertaan Jaminan Sosial Ketenagakerjaan {region} Periode {period}"),
        author: format!("{} {}", issuer.perangkat_daerah.value, issuer.pemerintah.value),
        subject: format!("Cakupan kepesertaan jaminan sosial ketenagakerjaan di {region}, {period}"),
        keywords: ["jaminan sosial ketenagakerjaan", "cakupan kepesertaan", "UCJ", region.as_str(), period.as_str()]
            .map(str::to_owned)
            .to_vec(),
        date: desk.input.report_date(),
        identity: format!("rakor {} {}", file_name(desk), seal.digest),
    }
}

pub(in crate::report) fn heading(desk: &Desk) -> Tree {
    let issuer = &desk.input.naskah.lembaga;
    Tree::map([
        ("wilayah", (&desk.region).into()),
        ("periode", (&desk.period).into()),
        ("pemerintah", issuer.pemerintah.printed().into()),
        ("perangkat_daerah", issuer.perangkat_daerah.printed().into()),
        ("alamat", address(issuer).into()),
        ("nomor", desk.input.naskah.laporan.nomor.as_ref().map(Cell::printed).into()),
    ])
}

/// Street and postcode on the first line, telephone, mail and web site on the second.
pub(in crate::report) fn address(issuer: &Lembaga) -> Option<Vec<Tree>> {
    let with = |word: &str, cell: &Option<Cell<String>>| {
        cell.as_ref().map(|cell| Printed::new(format!("{word}{}", cell.value), Sources::from(&cell.place)))
    };
    let street = match (with("", &issuer.alamat), with("", &issuer.kode_pos)) {
        (Some(street), Some(code)) => {
            Some(Printed::new(bahasa::rekat(&street.text, &code.text), street.from.and(&code.from)))
        }
        (street, code) => street.or(code),
    };
    let reach = [
        with("Telepon\u{a0}", &issuer.telepon),
        with("pos-el\u{a0}", &issuer.pos_el),
        with("laman\u{a0}", &issuer.laman),
    ];
    let lines = [street.into_iter().collect::<Vec<_>>(), reach.into_iter().flatten().collect()];
    let lines: Vec<Tree> = lines.iter().filter(|parts| !parts.is_empty()).map(|parts| joined(parts).into()).collect();
    (!lines.is_empty()).then_some(lines)
}

fn joined(parts: &[Printed]) -> Printed {
    let text: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    Printed::new(text.join(", "), parts.iter().map(|part| &part.from).collect())
}

/// The line under the title: the meeting that the paper is made for.
pub(in crate::report) fn meeting(input: &BuildInput) -> Option<Sentence> {
    let meeting = &input.naskah.rapat;
    let nama_rapat = meeting.nama.as_ref()?.printed();
    // The line is centred: its day moves to the second line whole.
    let day = |date: &NaiveDate| bahasa::hari_tanggal(*date).replace(' ', "\u{a0}");
    let hari_tanggal = meeting.tanggal.as_ref().map(|cell| cell.sourced().print(day));
    Some(Passage::BahanRapat { nama_rapat, hari_tanggal, tempat: meeting.tempat.as_ref().map(Cell::printed) }.into())
}

/// Name and day of the meeting that a paper is made for, as they stand inside a sentence.
pub(in crate::report) fn meeting_in_a_sentence(input: &BuildInput) -> (Option<Printed>, Option<Printed>) {
    let meeting = &input.naskah.rapat;
    let day = meeting.tanggal.as_ref().map(|cell| cell.sourced().print(|date| bahasa::hari_tanggal(*date)));
    (meeting.nama.as_ref().map(Cell::printed), day)
}

pub(super) fn introduction(desk: &Desk) -> Tree {
    let bases: Vec<&DasarHukum> = desk.measures.legal_bases.clone();
    let dasar: Vec<Sentence> =
        bases.iter().enumerate().map(|(index, row)| basis(row, TandaBaca::at(index, bases.len())).into()).collect();
    let per_tanggal = match &desk.measures.participants {
        Ok(people) => print::date(&people.as_of),
        Err(_) => Printed::new(bahasa::tanggal(desk.input.periode.value.last_day()), desk.subject.clone()),
    };
    let general = Passage::Umum { segmen: segment(desk), wilayah: desk.region.clone(), per_tanggal };
    Tree::map([
        ("umum", vec![Sentence::from(general)].into()),
        ("maksud", vec![purpose(desk)].into()),
        ("lingkup", vec![scope(desk)].into()),
        ("dasar", if dasar.is_empty() { Tree::Absent } else { dasar.into() }),
        ("tanpa_dasar", Sentence::from(Basis::DasarKosong).into()),
    ])
}

pub(in crate::report) fn purpose(desk: &Desk) -> Sentence {
    let meeting = &desk.input.naskah.rapat;
    let target = desk.measures.targets.reference.as_ref().ok().map(|target| print::year(&target.year));
    match &meeting.nama {
        Some(name) => Passage::Maksud { nama_rapat: name.printed(), tahun: target },
        None => Passage::MaksudTanpaRapat { tahun: target },
    }
    .into()
}

/// Only what the report really has: a section that says why it is empty is no part of its scope.
fn scope(desk: &Desk) -> Sentence {
    let measures = desk.measures;
    Passage::RuangLingkup {
        periode: desk.period.clone(),
        kegiatan: !measures.activities.rows.is_empty(),
        target: measures.targets.standing.is_ok(),
        segmen: measures.segments.is_ok() || segment(desk).is_some(),
        wilayah: measures.regions.is_ok().then(|| super::places::child_level(desk)),
        rentan: measures.groups.is_ok(),
        pemberi_kerja: measures.employers.is_ok(),
        pendanaan: measures.funding.is_ok(),
        klaim: measures.claims.is_ok(),
        konstruksi: measures.projects.is_ok(),
        antardaerah: measures.siblings.is_ok(),
        tindak_lanjut: measures.follow_ups.is_ok(),
    }
    .into()
}

/// Amendments stand in one cell, separated by semicolons; the last one is named.
pub(in crate::report) fn basis(row: &DasarHukum, tanda: TandaBaca) -> Basis {
    let amendments: Vec<&str> = row
        .perubahan
        .iter()
        .flat_map(|cell| cell.value.split(';'))
        .map(str::trim)
        .filter(|amendment| !amendment.is_empty())
        .collect();
    let from = row.perubahan.as_ref().map_or_else(Sources::none, |cell| Sources::from(&cell.place));
    Basis::Dasar {
        jenis: row.jenis.printed(),
        nomor: row.nomor.as_ref().map_or_else(|| Printed::fixed(""), Cell::printed),
        tahun: row.tahun.as_ref().map(print::year),
        tentang: row.tentang.printed(),
        perubahan: amendments.last().map(|last| Printed::new(*last, from)),
        berkali: amendments.len() > 1,
        tanda,
    }
}

pub(in crate::report) fn foot(desk: &Desk) -> Tree {
    signature(desk, desk.input.naskah.penanda_tangan.first(), false)
}

/// A covering note has its date in its heading, so that its signature stands without place and date.
fn signature(desk: &Desk, signer: Option<&PenandaTangan>, dated_above: bool) -> Tree {
    let manifest = &desk.input.naskah;
    let text =
        |pick: fn(&PenandaTangan) -> &Option<Cell<String>>| signer.and_then(|s| pick(s).as_ref()).map(Cell::printed);
    let nip = signer.and_then(|s| s.nip.as_ref()).map(|cell| {
        Printed::new(bahasa::nip(&cell.value).unwrap_or_else(|| cell.value.clone()), Sources::from(&cell.place))
    });
    let copies: Vec<Printed> = manifest.tembusan.iter().map(Cell::printed).collect();
    Tree::map([
        ("tanpa_tempat", dated_above.into()),
        ("tempat", manifest.lembaga.tempat.printed().into()),
        ("tanggal", desk.input.tanggal.as_ref().map(print::date_cell).into()),
        ("jabatan", Tree::List(signer.map(office_lines).unwrap_or_default())),
        ("nama", text(|s| &s.nama).into()),
        ("pangkat", text(|s| &s.pangkat).into()),
        ("nip", nip.into()),
        ("tembusan", if copies.is_empty() { Tree::Absent } else { copies.into() }),
    ])
}

/// `a.n. Wali Kota Malang` / `Sekretaris Daerah` / `u.b.` / `Asisten …`; `Plt.` stands before the office it acts for.
pub(in crate::report) fn office_lines(signer: &PenandaTangan) -> Vec<Tree> {
    let line = |word: Option<&'static str>, cell: &Cell<String>| {
        Tree::map([("awalan", word.map(Printed::fixed).into()), ("teks", cell.printed().into())])
    };
    let mut lines = Vec::new();
    if let Some(principal) = &signer.atas_nama {
        lines.push(line(Some("a.n."), principal));
    }
    if let Some(between) = &signer.melalui {
        lines.push(line(None, between));
        lines.push(Tree::map([("awalan", Tree::Absent), ("teks", Printed::fixed("u.b.").into())]));
    }
    let acting = signer.pelaksana.as_ref().map(|cell| match cell.value {
        Pelaksana::Plt => "Plt.",
        Pelaksana::Plh => "Plh.",
        Pelaksana::Pj => "Pj.",
    });
    lines.push(line(acting, &signer.jabatan));
    lines
}

/// The one-page note in front, when the manifest asks for it.
pub(super) fn covering_note(desk: &Desk) -> Tree {
    let manifest = &desk.input.naskah;
    if !package::has_covering_note(manifest) {
        return Tree::Absent;
    }
    let note = &manifest.nota_dinas;
    // The note goes up to the report's signer, so a second signer signs the note.
    let signer = manifest.penanda_tangan.get(1).or(manifest.penanda_tangan.first());
    let (nama_rapat, hari_tanggal) = meeting_in_a_sentence(desk.input);
    let hal = Sentence::from(CoverNote::NotaHal { wilayah: desk.region.clone(), periode: desk.period.clone() });
    let opening =
        CoverNote::NotaPembuka { wilayah: desk.region.clone(), periode: desk.period.clone(), nama_rapat, hari_tanggal };
    let copies: Vec<Printed> = note.tembusan.iter().map(Cell::printed).collect();
    Tree::map([
        ("kaki", signature(desk, signer, true)),
        ("kepada", note.kepada.as_ref().map(Cell::printed).into()),
        ("dari", note.dari.as_ref().or(signer.map(|signer| &signer.jabatan)).map(Cell::printed).into()),
        ("tembusan", if copies.is_empty() { Tree::Absent } else { copies.into() }),
        ("nomor", note.nomor.as_ref().map(Cell::printed).into()),
        ("sifat", note.sifat.as_ref().map_or_else(|| Printed::fixed("Biasa"), Cell::printed).into()),
        ("lampiran", note.lampiran.as_ref().map_or_else(|| Printed::fixed("1 (satu) berkas"), Cell::printed).into()),
        ("hal", note.hal.as_ref().map_or_else(|| hal.into(), |cell| cell.printed().into())),
        ("hal_sendiri", note.hal.is_some().into()),
        ("isi", vec![Sentence::from(opening)].into()),
        ("butir", super::opening::key_points(desk).into()),
        ("akhir", vec![Sentence::from(CoverNote::NotaPenutup)].into()),
    ])
}
