//! Regions by their names: what the table `wilayah` calls them, with and without the word for their level.

use std::collections::BTreeMap;

use super::fold::fold;
use crate::table::{Dataset, JenisWilayah};

/// What came of a name.
pub(super) enum Named {
    /// The code.
    Code(String),
    /// No region has it; the name that is probably meant.
    Unknown(Option<String>),
    /// Several have it.
    Several(Vec<String>),
}

/// The regions of a workspace.
pub(super) struct Regions {
    by_name: BTreeMap<String, Vec<(String, JenisWilayah)>>,
    names: Vec<(String, String)>,
    codes: BTreeMap<String, String>,
}

impl Regions {
    /// The regions that a dataset lists.
    pub(super) fn of(dataset: &Dataset) -> Self {
        let mut regions = Self { by_name: BTreeMap::new(), names: Vec::new(), codes: BTreeMap::new() };
        for row in &dataset.wilayah {
            let (code, level) = (row.kode.value.clone(), row.jenis.value);
            let name = fold(&row.nama.value);
            let mut spellings = vec![name.clone()];
            spellings.extend(words(level).iter().map(|word| format!("{word} {name}")));
            for spelling in spellings {
                regions.by_name.entry(spelling).or_default().push((code.clone(), level));
            }
            regions.names.push((name, row.nama.value.clone()));
            regions.codes.insert(code.replace('.', ""), code);
        }
        regions
    }

    /// The code of what stands in a cell under a heading; a code is left as it is.
    pub(super) fn find(&self, text: &str, heading: &str) -> Named {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            // `357301` is a code without its points; whether any other is one, its column knows.
            return Named::Code(self.codes.get(&digits).cloned().unwrap_or(digits));
        }
        let name = fold(text);
        let Some(found) = self.by_name.get(&name) else {
            let near = crate::diagnostic::nearest(&name, self.names.iter().map(|(folded, _)| folded.as_str()));
            let near = near.and_then(|near| self.names.iter().find(|(folded, _)| folded == near));
            return Named::Unknown(near.map(|(_, name)| name.clone()));
        };
        let heading = format!(" {} ", fold(heading));
        let fits = |level: JenisWilayah| words(level).iter().any(|word| heading.contains(&format!(" {word} ")));
        let fitting: Vec<&String> = found.iter().filter(|(_, level)| fits(*level)).map(|(code, _)| code).collect();
        match (fitting.as_slice(), found.as_slice()) {
            ([one], _) => Named::Code((*one).clone()),
            ([], [(one, _)]) => Named::Code(one.clone()),
            ([], all) => Named::Several(all.iter().map(|(code, _)| code.clone()).collect()),
            (several, _) => Named::Several(several.iter().map(|code| (*code).clone()).collect()),
        }
    }
}

/// The words for a level, as they stand before a name and in a heading.
fn words(level: JenisWilayah) -> &'static [&'static str] {
    match level {
        JenisWilayah::Nasional | JenisWilayah::TidakTerpetakan => &[],
        JenisWilayah::Provinsi => &["provinsi"],
        JenisWilayah::Kabupaten => &["kabupaten"],
        JenisWilayah::Kota => &["kota"],
        JenisWilayah::Kecamatan => &["kecamatan"],
        JenisWilayah::Kelurahan => &["kelurahan"],
        JenisWilayah::Desa => &["desa"],
    }
}
