//! Who may be written to, and what is odd about a list: mis-sent mail is the likeliest breach, and it cannot be taken back.

use std::collections::BTreeMap;

use super::codes;
use crate::bahasa;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::mail::{Address, AddressFault};
use crate::manifest::{FILE_NAME, Surel};
use crate::place::{Cell, Place};
use crate::report::{Kind, OwnKind, Recipient};

/// Someone whom this report goes to.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Addressee {
    pub(super) code: String,
    /// The office, after *Yth.*
    pub(super) title: String,
    pub(super) salutation: Option<String>,
    pub(super) address: Address,
    pub(super) place: Place,
    /// Who is written to at the same address already.
    pub(super) same_as: Option<String>,
}

impl Addressee {
    pub(in crate::cli) fn code(&self) -> &str {
        &self.code
    }

    /// Whether mail to this address is mail to the addressee.
    pub(in crate::cli) fn is(&self, address: &Address) -> bool {
        self.address.identity() == address.identity()
    }

    /// Whether somebody else is written to at the same address.
    pub(in crate::cli) fn is_double(&self) -> bool {
        self.same_as.is_some()
    }
}

/// Those whom a report goes to, each with an address that may be written to; fails with everything wrong with any of them.
pub(in crate::cli) fn addressees(
    recipients: &[Recipient],
    kind: Kind,
    region: &str,
    surel: &Surel,
) -> Result<Vec<Addressee>, Failure> {
    let mut problems = Vec::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut found = Vec::new();
    for recipient in recipients.iter().filter(|recipient| recipient.gets(kind, region)) {
        let place = recipient.address.place.clone();
        let address = match Address::parse(&recipient.address.value) {
            Ok(address) => address,
            Err(fault) => {
                problems.push(no_address(fault, &place));
                continue;
            }
        };
        problems.extend(misdirected(&recipient.code.value, &address, &place, region, surel));
        let same_as = seen.get(&address.identity()).cloned();
        if same_as.is_none() {
            seen.insert(address.identity(), recipient.code.value.clone());
        }
        found.push(Addressee {
            code: recipient.code.value.clone(),
            title: recipient.title.value.clone(),
            salutation: recipient.salutation.as_ref().map(|cell| cell.value.clone()),
            address,
            place,
            same_as,
        });
    }
    if !problems.is_empty() {
        return Err(Failure { kind: FailureKind::Data, diagnostics: problems });
    }
    if found.is_empty() { Err(nobody(recipients, kind, region)) } else { Ok(found) }
}

/// Nothing to send is a failure of who asked: a report that silently goes to nobody is what must not happen.
fn nobody(recipients: &[Recipient], kind: Kind, region: &str) -> Failure {
    let (message, action) = if recipients.is_empty() {
        (
            "Belum ada penerima laporan.".to_owned(),
            "Isi tabel penerima (berkas penerima.csv atau lembar penerima) atau [[penerima]] dalam rakor.toml.",
        )
    } else {
        (
            format!("Tidak ada penerima laporan {} tentang wilayah {region}.", kind.name()),
            "Periksa kolom jenis_laporan dan kode_wilayah penerima; isi yang kosong berarti semua.",
        )
    };
    Failure::one(FailureKind::Usage, Diagnostic::error(codes::NOBODY, message, action))
}

/// What is wrong with an address; never quotes it.
pub(super) fn no_address(fault: AddressFault, place: &Place) -> Diagnostic {
    Diagnostic::error(codes::ADDRESS, fault.to_string(), "Perbaiki alamat itu, lalu ulangi.")
        .at(place.clone())
        .expected("satu alamat seperti nama@contoh.go.id")
}

/// An address outside the domains that this institution, or this region, writes to.
pub(super) fn misdirected(
    code: &str,
    address: &Address,
    place: &Place,
    region: &str,
    surel: &Surel,
) -> Option<Diagnostic> {
    let refuse = |what: String, allowed: &[Cell<String>], rule: &Place| {
        let allowed: Vec<&str> = allowed.iter().map(|cell| cell.value.as_str()).collect();
        Diagnostic::error(
            codes::DOMAIN,
            format!("Alamat {code} berdomain {}, {what}.", address.domain()),
            "Perbaiki alamat itu atau lengkapi daftar domain; tidak satu pun surel dikirim.",
        )
        .at(place.clone())
        .at(rule.clone())
        .expected(format!("salah satu dari {} atau domain di bawahnya", allowed.join(", ")))
    };
    if let Some(first) = surel.domain_diizinkan.first()
        && !lies_in(address, &surel.domain_diizinkan)
    {
        return Some(refuse(
            "yang tidak termasuk domain yang diizinkan".to_owned(),
            &surel.domain_diizinkan,
            &first.place,
        ));
    }
    let rules = surel.wilayah.iter().filter(|rule| {
        let below = region.strip_prefix(rule.kode.value.as_str());
        below.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    });
    let rule = rules.max_by_key(|rule| rule.kode.value.len())?;
    (!lies_in(address, &rule.domain)).then(|| {
        refuse(
            format!("yang bukan domain penerima laporan wilayah {}", rule.kode.value),
            &rule.domain,
            &rule.kode.place,
        )
    })
}

/// Whether an address lies in one of the domains or below it.
fn lies_in(address: &Address, domains: &[Cell<String>]) -> bool {
    domains.iter().any(|domain| {
        let domain = domain.value.to_lowercase();
        address.domain().strip_suffix(domain.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// One mail is enough.
pub(super) fn same_addresses(addressees: &[Addressee]) -> Vec<Diagnostic> {
    let doubles = addressees.iter().filter_map(|one| Some((one, one.same_as.as_ref()?)));
    doubles
        .map(|(one, first)| {
            Diagnostic::new(
                codes::SAME_ADDRESS,
                Severity::Peringatan,
                format!("{} beralamat sama dengan {first}; hanya satu surel yang dikirim.", one.code),
                "Hapus salah satunya atau perbaiki alamatnya.",
            )
            .at(one.place.clone())
        })
        .collect()
}

/// Who is new, who is gone and whose address is another than in the period before; nothing when nobody was written to then.
pub(super) fn changed_list(before: &[(String, Address)], now: &[Addressee], period: &str) -> Option<Diagnostic> {
    if before.is_empty() {
        return None;
    }
    let known: BTreeMap<&str, &Address> = before.iter().map(|(code, address)| (code.as_str(), address)).collect();
    let listed: BTreeMap<&str, &Address> = now.iter().map(|one| (one.code.as_str(), &one.address)).collect();
    let added = listed.keys().filter(|code| !known.contains_key(*code)).copied().collect::<Vec<_>>();
    let gone = known.keys().filter(|code| !listed.contains_key(*code)).copied().collect::<Vec<_>>();
    let moved: Vec<&str> = listed
        .iter()
        .filter(|(code, address)| known.get(*code).is_some_and(|old| old.identity() != address.identity()))
        .map(|(code, _)| *code)
        .collect();
    let parts: Vec<String> = [("baru", added), ("tidak ada lagi", gone), ("alamatnya berubah", moved)]
        .into_iter()
        .filter(|(_, codes)| !codes.is_empty())
        .map(|(what, codes)| format!("{what}: {}", bahasa::dan(&codes)))
        .collect();
    (!parts.is_empty()).then(|| {
        Diagnostic::new(
            codes::LIST_CHANGED,
            Severity::Peringatan,
            format!("Daftar penerima berbeda dari {period} ({}).", parts.join("; ")),
            "Pastikan perubahan itu memang dimaksudkan sebelum melanjutkan.",
        )
        .at(now.first().map_or_else(|| Place::file(FILE_NAME), |one| one.place.whole()))
    })
}

/// Who gets a report, and how often, is kept by the names of the program's own kinds.
pub(super) fn own_kind(kind: &OwnKind) -> Failure {
    let diagnostic = Diagnostic::error(
        crate::cli::templat::codes::NOT_SENT,
        format!("Laporan `{}` dibuat dari templat sendiri dan tidak dapat dikirim oleh `rakor kirim`.", kind.nama),
        "Kirim PDF-nya dengan program surel Anda, atau ubah templat jenis bawaan dan kirim jenis itu.",
    );
    Failure::one(FailureKind::Usage, diagnostic.at(kind.judul.place.clone()))
}
