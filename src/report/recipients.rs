//! Who gets which report: table `penerima` and `[[penerima]]` of the manifest as one list.
//!
//! Owns: that a recipient's code stands once, and that every kind and region it names exists: a slip of the pen would
//! leave somebody out without a word. Addresses and messages belong to `mail`; nothing of a recipient but the code is ever
//! quoted.

use std::collections::{BTreeMap, BTreeSet};

use super::code;
use super::due::Opened;
use super::input::Kind;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, nearest, quote};
use crate::manifest::{Manifest, PenerimaSurel};
use crate::place::{Cell, Place};
use crate::table::{Dataset, Penerima};

/// At most this many known regions are listed.
const LISTED: usize = 5;

/// Someone whom reports are sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// What messages and logs call the recipient.
    pub code: Cell<String>,
    /// The office, after *Yth.*
    pub title: Cell<String>,
    /// The salutation.
    pub salutation: Option<Cell<String>>,
    /// The address as it was written; not looked at yet.
    pub address: Cell<String>,
    /// Kinds of reports; all when empty.
    kinds: Vec<Kind>,
    /// Codes of regions; all when empty.
    regions: Vec<String>,
}

impl Recipient {
    /// Whether a report of this kind about this region goes to the recipient.
    #[must_use]
    pub fn gets(&self, kind: Kind, region: &str) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&kind))
            && (self.regions.is_empty() || self.regions.iter().any(|code| code == region))
    }
}

/// A recipient as it was written, in whichever place.
struct Written<'a> {
    code: &'a Cell<String>,
    title: &'a Cell<String>,
    salutation: Option<&'a Cell<String>>,
    name: Option<&'a Cell<String>>,
    address: &'a Cell<String>,
    kinds: Option<&'a Cell<String>>,
    regions: Option<&'a Cell<String>>,
}

impl Opened {
    /// Every recipient, those of the table first. Fails with everything wrong with any of them.
    pub fn recipients(&self) -> Result<Vec<Recipient>, Failure> {
        recipients(self.manifest(), self.data())
    }
}

/// Every recipient of a workspace.
pub(super) fn recipients(manifest: &Manifest, data: &Dataset) -> Result<Vec<Recipient>, Failure> {
    let written = data.penerima.iter().map(of_table).chain(manifest.recipients().iter().map(of_manifest));
    let regions = regions(data, &manifest.printed().lembaga.wilayah.value);
    let mut problems = Vec::new();
    let mut codes: BTreeMap<String, Place> = BTreeMap::new();
    let mut recipients = Vec::new();
    for one in written {
        let code = one.code.value.to_lowercase();
        if let Some(first) = codes.get(&code) {
            problems.push(twice(one.code, first));
        } else {
            codes.insert(code, one.code.place.clone());
        }
        problems.extend(one.several_lines());
        recipients.push(Recipient {
            code: one.code.clone(),
            title: one.title.clone(),
            salutation: one.salutation.cloned(),
            address: one.address.clone(),
            kinds: one.kinds(&mut problems),
            regions: one.regions(&regions, &mut problems),
        });
    }
    if problems.is_empty() { Ok(recipients) } else { Err(Failure { kind: FailureKind::Data, diagnostics: problems }) }
}

fn of_table(row: &Penerima) -> Written<'_> {
    Written {
        code: &row.kode,
        title: &row.jabatan,
        salutation: row.sapaan.as_ref(),
        name: row.nama.as_ref(),
        address: &row.pos_el,
        kinds: row.jenis_laporan.as_ref(),
        regions: row.kode_wilayah.as_ref(),
    }
}

fn of_manifest(entry: &PenerimaSurel) -> Written<'_> {
    Written {
        code: &entry.kode,
        title: &entry.jabatan,
        salutation: entry.sapaan.as_ref(),
        name: entry.nama.as_ref(),
        address: &entry.pos_el,
        kinds: entry.jenis_laporan.as_ref(),
        regions: entry.kode_wilayah.as_ref(),
    }
}

/// Every region that a report could be about.
fn regions<'a>(data: &'a Dataset, own: &'a str) -> BTreeSet<&'a str> {
    let named = data.wilayah.iter().map(|row| row.kode.value.as_str());
    named.chain(data.kepesertaan.iter().map(|row| row.kode_wilayah.value.as_str())).chain([own]).collect()
}

impl Written<'_> {
    /// Fields that would break a line of a message.
    fn several_lines(&self) -> impl Iterator<Item = Diagnostic> {
        let fields = [Some(self.code), Some(self.title), self.salutation, self.name, Some(self.address)];
        fields.into_iter().flatten().filter(|cell| cell.value.contains(char::is_control)).map(|cell| {
            Diagnostic::error(
                code::RECIPIENT_TEXT,
                "Isi itu memuat baris baru, tabulasi, atau karakter kendali lain.",
                "Tulis isi itu pada satu baris, lalu jalankan `rakor periksa`.",
            )
            .at(cell.place.clone())
            .expected("teks satu baris")
        })
    }

    fn kinds(&self, problems: &mut Vec<Diagnostic>) -> Vec<Kind> {
        let mut kinds = Vec::new();
        for name in items(self.kinds) {
            match Kind::of(&name.value) {
                Some(kind) => kinds.push(kind),
                None => {
                    problems.push(unknown(code::RECIPIENT_KIND, "Jenis laporan", &name, &Kind::ALL.map(Kind::name)));
                }
            }
        }
        kinds
    }

    fn regions(&self, known: &BTreeSet<&str>, problems: &mut Vec<Diagnostic>) -> Vec<String> {
        let mut regions = Vec::new();
        for code in items(self.regions) {
            if !known.contains(code.value.as_str()) {
                let known: Vec<&str> = known.iter().copied().collect();
                problems.push(unknown(code::RECIPIENT_REGION, "Kode wilayah", &code, &known));
            }
            regions.push(code.value);
        }
        regions
    }
}

/// The items of a cell, divided by semicolons.
fn items(cell: Option<&Cell<String>>) -> Vec<Cell<String>> {
    let Some(cell) = cell else { return Vec::new() };
    let items = cell.value.split(';').map(str::trim).filter(|item| !item.is_empty());
    items.map(|item| Cell::new(item.to_owned(), cell.place.clone())).collect()
}

fn unknown(code: &'static str, what: &str, found: &Cell<String>, known: &[&str]) -> Diagnostic {
    let near = nearest(&found.value, known.iter().copied());
    let hint = near.map_or_else(String::new, |near| format!("; mungkin yang dimaksud `{near}`"));
    let rest = known.len().saturating_sub(LISTED);
    let more = if rest > 0 { format!(", atau salah satu dari {rest} lainnya") } else { String::new() };
    let listed: Vec<&str> = known.iter().take(LISTED).copied().collect();
    Diagnostic::error(
        code,
        format!("{what} {} tidak dikenal{hint}.", quote(&found.value)),
        "Perbaiki isi itu; beberapa isi dipisahkan titik koma, dan isi yang kosong berarti semua.",
    )
    .at(found.place.clone())
    .expected(format!("{}{more}", listed.join(", ")))
}

fn twice(code: &Cell<String>, first: &Place) -> Diagnostic {
    Diagnostic::error(
        code::RECIPIENT_TWICE,
        format!("Penerima {} tercantum dua kali.", quote(&code.value)),
        "Beri setiap penerima kode tersendiri atau hapus salah satunya.",
    )
    .at(code.place.clone())
    .at(first.clone())
}
