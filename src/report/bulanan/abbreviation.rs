//! Abbreviations of plans and funds: in full where they are first mentioned, short afterwards.
//!
//! Owns: which abbreviations there are, and what they stand for. In what order sections mention them is known to the
//! sections.

use std::collections::BTreeSet;

use crate::place::{Printed, Sources};

/// Abbreviation and full form, as both stand inside a sentence.
const KNOWN: [(&str, &str); 9] = [
    ("APBD", "Anggaran Pendapatan dan Belanja Daerah"),
    ("DBHCHT", "Dana Bagi Hasil Cukai Hasil Tembakau"),
    ("RKP", "Rencana Kerja Pemerintah"),
    ("RKPD", "Rencana Kerja Pemerintah Daerah"),
    ("RPJMD", "Rencana Pembangunan Jangka Menengah Daerah"),
    ("RPJMN", "Rencana Pembangunan Jangka Menengah Nasional"),
    ("RPJPD", "Rencana Pembangunan Jangka Panjang Daerah"),
    ("RPJPN", "Rencana Pembangunan Jangka Panjang Nasional"),
    ("TJSL", "tanggung jawab sosial dan lingkungan"),
];

/// The abbreviations that a reader has met with their full form.
#[derive(Default)]
pub(super) struct Introduced(BTreeSet<&'static str>);

impl Introduced {
    /// A name with every abbreviation spelled out that the reader has not met: *Rencana Pembangunan Jangka Menengah
    /// Daerah (RPJMD) Kota Malang*.
    pub(super) fn name(&mut self, name: &Printed) -> Printed {
        let words = name.text.split(' ').map(|word| match known(word) {
            Some((short, full)) if self.0.insert(short) => word.replacen(short, &format!("{full} ({short})"), 1),
            _ => word.to_owned(),
        });
        Printed::new(words.collect::<Vec<_>>().join(" "), name.from.clone())
    }
}

/// The abbreviations of a table's names, each once with its full form: `RPJMN, Rencana …; RPJPN, Rencana …`.
pub(super) fn key<'a>(names: impl Iterator<Item = &'a Printed>) -> Option<Printed> {
    let mut found: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut from = Sources::none();
    for name in names {
        let here: Vec<_> = name.text.split(' ').filter_map(known).collect();
        if !here.is_empty() {
            found.extend(here);
            from = from.and(&name.from);
        }
    }
    let listed: Vec<String> = found.into_iter().map(|(short, full)| format!("{short}, {full}")).collect();
    (!listed.is_empty()).then(|| Printed::new(listed.join("; "), from))
}

fn known(word: &str) -> Option<(&'static str, &'static str)> {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    KNOWN.into_iter().find(|(short, _)| *short == bare)
}
