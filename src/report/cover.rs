//! What goes with a report by mail: subject and body, in the sentences of its kind.
//!
//! Owns: what surrounds the key figures of a mail (addressee, revision, rehearsal, marks, sender), and how subject and body
//! are put together. Which key figures stand in it is decided where the kind is composed; the wording stands in
//! `templates/_kalimat/surel.j2`, the form in `templates/_surel/`, which `surel.txt.j2` and `surel.html.j2` of each kind
//! call. Who is written to, and how the letter travels, belongs to `mail`.
//!
//! Data of a recipient come in as values and are escaped like any other; none of them is part of a [`BuildInput`].

use serde::{Deserialize, Serialize};

use super::build::with_renderer;
use super::bulanan::{self, letter};
use super::input::{BuildInput, Kind};
use super::sentences::{KeyPoint, Mail, Naskah, Subject};
use super::{evaluasi, konstruksi, pemeriksaan, rekapitulasi};
use crate::bahasa;
use crate::diagnostic::Failure;
use crate::place::Printed;
use crate::template::{Form, Renderer, Sentence, Tree, plain_line};

/// To whom, from whom, about which file. Nothing of it is ever part of a [`BuildInput`]. An empty text is left out together
/// with its line.
#[derive(Clone, Copy, Debug, Default)]
pub struct CoverFor<'a> {
    /// The recipient's office, after *Yth.*, without *Kepada* and *Bapak/Ibu*.
    pub title: &'a str,
    /// The recipient's salutation (*Bapak*, *Ibu*), when known.
    pub salutation: Option<&'a str>,
    /// The office that sends, as the letter's end names it.
    pub sender_title: &'a str,
    /// The sending institution's office (*perangkat daerah*).
    pub office: &'a str,
    /// Whom answers go to, as the last line names it.
    pub contact: &'a str,
    /// Name of the attached file.
    pub file_name: &'a str,
    /// This is no first edition.
    pub revision: Option<Revision<'a>>,
    /// This is a rehearsal; so many recipients are planned.
    pub rehearsal: Option<usize>,
}

/// What is announced of a revision.
#[derive(Clone, Copy, Debug)]
pub struct Revision<'a> {
    /// From 1.
    pub number: u32,
    /// The date printed on the edition it replaces; none when it had none.
    pub replaces: Option<&'a str>,
    /// Which parts changed, in a person's words.
    pub changed: &'a str,
}

/// A subject and a body in two forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// Subject, one line.
    pub subject: String,
    /// Body as text; lines end with a line feed, none is wrapped.
    pub text: String,
    /// The same body as HTML, every value escaped.
    pub html: String,
}

/// What a kind tells of its report.
pub(super) struct Gist {
    /// What is attached.
    pub(super) paper: Naskah,
    /// The subject without anything in brackets before it.
    pub(super) subject: Sentence,
    /// The opening.
    pub(super) opening: Sentence,
    /// Numbered.
    pub(super) points: Vec<Point>,
    /// What the figures rest on, before the attachment is named.
    pub(super) basis: Vec<Sentence>,
}

/// One numbered point.
pub(super) struct Point {
    /// What it says.
    pub(super) said: Vec<Sentence>,
    /// What it lists.
    pub(super) items: Vec<Sentence>,
}

impl Point {
    /// A point that lists nothing.
    pub(super) fn of(said: impl IntoIterator<Item = Sentence>) -> Self {
        Self { said: said.into_iter().collect(), items: Vec::new() }
    }

    /// What awaits a decision, when anything does.
    pub(super) fn to_decide(items: Vec<Sentence>) -> Option<Self> {
        (!items.is_empty()).then(|| Self { said: vec![KeyPoint::Arahan.into()], items })
    }
}

/// Writes the covers of a finished report of so many pages, one for each of those it goes to, in their order. Pure, like [`super::build`].
/// What is the same for all of them is measured once.
pub fn covers(input: &BuildInput, pages: usize, to: &[CoverFor<'_>]) -> Result<Vec<Cover>, Failure> {
    if to.is_empty() {
        return Ok(Vec::new());
    }
    let gist = match input.jenis {
        Kind::Bulanan => bulanan::gist(input),
        Kind::PemeriksaanAngka => pemeriksaan::gist(input),
        Kind::Evaluasi => evaluasi::gist(input),
        Kind::Konstruksi => konstruksi::gist(input),
        Kind::Rekapitulasi => rekapitulasi::gist(input),
    };
    with_renderer(input, |renderer| to.iter().map(|to| cover(renderer, input, pages, &gist, to)).collect())
}

fn cover(
    renderer: &Renderer,
    input: &BuildInput,
    pages: usize,
    gist: &Gist,
    to: &CoverFor<'_>,
) -> Result<Cover, Failure> {
    let subject = subject(renderer, input, &gist.subject, to)?;
    let context = Tree::map([("surel", body(input, pages, to, gist, &subject))]);
    let kind = input.kind_name();
    let text = renderer.write(&format!("{kind}/surel.txt.j2"), context.clone(), Form::Text)?;
    let html = renderer.write(&format!("{kind}/surel.html.j2"), context, Form::Html)?;
    Ok(Cover { subject, text, html })
}

/// `[UJI] [Revisi 2] [KONSEP] Laporan …`
fn subject(renderer: &Renderer, input: &BuildInput, about: &Sentence, to: &CoverFor) -> Result<String, Failure> {
    let marks = [
        to.rehearsal.map(|_| Subject::AwalanUji),
        to.revision.map(|revision| Subject::AwalanRevisi { nomor: number(revision.number) }),
        letter::mark(input).map(|tanda| Subject::AwalanTanda { tanda }),
    ];
    let mut parts = Vec::new();
    for mark in marks.into_iter().flatten() {
        parts.push(format!("[{}]", renderer.plain(&mark.into())?.text));
    }
    parts.push(renderer.plain(about)?.text);
    Ok(plain_line(&parts.join(" ")))
}

fn body(input: &BuildInput, pages: usize, to: &CoverFor, gist: &Gist, subject: &str) -> Tree {
    let paper = gist.paper;
    let rehearsal = to.rehearsal.map(|planned| Mail::Uji { n: (planned > 0).then(|| number(planned)) });
    let marked = letter::mark(input).map(|tanda| Mail::Tanda { tanda, naskah: paper });
    let warnings = rehearsal.into_iter().chain(marked).map(Sentence::from);
    let revision = to.revision.map(|revision| {
        Sentence::from(Mail::Revisi {
            nomor: number(revision.number),
            naskah: paper,
            tanggal: revision.replaces.and_then(given),
            perubahan: given(revision.changed.trim().trim_end_matches('.')),
        })
    });
    let points = gist.points.iter().map(|Point { said, items }| {
        let items = if items.is_empty() { Tree::Absent } else { items.clone().into() };
        Tree::map([("kalimat", said.clone().into()), ("rincian", items)])
    });
    let mut basis = gist.basis.clone();
    let attached = Mail::Lampiran {
        naskah: paper,
        nama_berkas: Printed::fixed(to.file_name),
        halaman: Printed::fixed(bahasa::rekat(&bahasa::bilangan(pages), "halaman")),
    };
    basis.push(attached.into());
    Tree::map([
        ("perihal", Printed::fixed(subject).into()),
        ("peringatan", Tree::list(warnings)),
        ("yth", Sentence::from(Mail::Yth { jabatan: Printed::fixed(to.title.trim()) }).into()),
        ("salam", Sentence::from(Mail::Salam).into()),
        ("revisi", revision.into()),
        ("pembuka", gist.opening.clone().into()),
        ("butir", Tree::list(points)),
        ("keterangan", basis.into()),
        ("terima_kasih", Sentence::from(Mail::TerimaKasih { sapaan: to.salutation.and_then(given) }).into()),
        ("pengirim", Tree::list([to.sender_title, to.office].into_iter().filter_map(given))),
        ("otomatis", Sentence::from(Mail::Otomatis { narahubung: given(to.contact) }).into()),
    ])
}

/// A text, when there is one.
fn given(text: &str) -> Option<Printed> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(Printed::fixed)
}

fn number(n: impl Into<num_bigint::BigInt>) -> Printed {
    Printed::fixed(bahasa::bilangan(n))
}
