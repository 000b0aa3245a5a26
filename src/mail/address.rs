//! Addresses: one mailbox each, in the plain form that every server takes.
//!
//! Owns: which texts are an address, and what makes two addresses the same recipient. Who may be written to (domains of a
//! region) belongs to [`crate::cli`], the header that an address stands in to [`super::Letter`].

use std::fmt;

use crate::fonts;

/// Longest part before the sign, and longest address (RFC 5321, 4.5.3.1, without the angle brackets of a path).
const LONGEST_LOCAL: usize = 64;
const LONGEST: usize = 254;
/// More text than any cell with one address holds; looking closer would only cost time.
const LONGEST_TEXT: usize = 4096;

/// An address of the form `local@domain`: ASCII dot-atom before the sign, as its owner writes it; a domain in its ASCII form
/// and lower case after it. [`fmt::Debug`] shows it masked, so that it cannot slip into a log.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    local: String,
    domain: String,
}

/// Why a text is no address. [`fmt::Display`] says it in one Indonesian sentence that never quotes the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// Nothing there.
    Empty,
    /// A character that no screen shows: a control character (a line feed among them), a turned direction, no width.
    Control,
    /// More than one address.
    Several,
    /// Not of the form `nama@domain`.
    Shape,
    /// Quoted or non-ASCII local part.
    Local,
    /// No domain that a server could be asked for.
    Domain,
    /// Longer than servers must accept (64 before the sign, 254 in all).
    Long,
}

impl AddressFault {
    /// Every fault.
    pub const ALL: [Self; 7] =
        [Self::Empty, Self::Control, Self::Several, Self::Shape, Self::Local, Self::Domain, Self::Long];
}

impl fmt::Display for AddressFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Alamat surel kosong.",
            Self::Control => "Alamat surel memuat karakter yang tidak terlihat.",
            Self::Several => "Satu sel memuat lebih dari satu alamat surel.",
            Self::Shape => "Alamat surel tidak berbentuk nama@domain.",
            Self::Local => {
                "Bagian alamat surel sebelum @ memuat karakter selain huruf latin, angka, dan tanda seperti . - _ +."
            }
            Self::Domain => "Bagian alamat surel sesudah @ bukan nama domain yang lengkap.",
            Self::Long => "Alamat surel terlalu panjang: paling banyak 64 karakter sebelum @ dan 254 seluruhnya.",
        })
    }
}

impl Address {
    /// Reads an address; blanks around it do not count. No name before it, no angle brackets, no comment.
    ///
    /// A bare host (`localhost`) is refused: a stakeholder's address has a domain that others can find, and a forgotten
    /// ending must not send a report to the machine itself.
    pub fn parse(text: &str) -> Result<Self, AddressFault> {
        let text = text.trim_matches(|c| matches!(c, ' ' | '\u{a0}'));
        if text.is_empty() {
            return Err(AddressFault::Empty);
        }
        if text.chars().any(|ch| fonts::unseen(ch).is_some()) {
            return Err(AddressFault::Control);
        }
        if text.len() > LONGEST_TEXT {
            return Err(AddressFault::Long);
        }
        let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|' | '&'));
        if parts.filter(|part| part.contains('@')).count() > 1 {
            return Err(AddressFault::Several);
        }
        let (local, domain) = text.split_once('@').ok_or(AddressFault::Shape)?;
        let marks = ['@', '<', '>', '(', ')', ',', ';', ':', ' ', '\u{a0}'];
        if local.is_empty() || domain.is_empty() || domain.contains(marks) || local.contains(marks) {
            return Err(AddressFault::Shape);
        }
        if !is_dot_atom(local) {
            return Err(AddressFault::Local);
        }
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| AddressFault::Domain)?;
        if !is_complete(&domain) {
            return Err(AddressFault::Domain);
        }
        if local.len() > LONGEST_LOCAL || local.len() + 1 + domain.len() > LONGEST {
            return Err(AddressFault::Long);
        }
        Ok(Self { local: local.to_owned(), domain })
    }

    /// The domain, in ASCII and lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// What makes two addresses the same recipient: all of it in lower case.
    #[must_use]
    pub fn identity(&self) -> String {
        self.full().to_ascii_lowercase()
    }

    /// For everybody's eyes: first letter and domain.
    #[must_use]
    pub fn masked(&self) -> String {
        let first = self.local.chars().next().unwrap_or('*');
        format!("{first}***@{}", self.domain)
    }

    /// In full: for the envelope, the message, and `riwayat --lengkap`.
    #[must_use]
    pub fn full(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

/// Words of RFC 5322's `atext` with single dots between them.
fn is_dot_atom(local: &str) -> bool {
    let atext = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    local.split('.').all(|word| !word.is_empty() && word.bytes().all(atext))
}

/// Two labels at least, and the last is a name: numbers would be an address of a machine.
fn is_complete(domain: &str) -> bool {
    let named = |(_, last): (&str, &str)| last.bytes().any(|byte| byte.is_ascii_alphabetic());
    domain.rsplit_once('.').is_some_and(named)
}
