//! Which delivery: what may happen at most once.

use sha2::{Digest, Sha256};

use super::Address;
use crate::digest::hexadecimal;

/// A delivery. The file's digest is no part of it: a report built anew is not mailed anew.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Report kind, as on the command line.
    pub report: String,
    /// Code of the region the report speaks of.
    pub region: String,
    /// Its month (`2025-08`) or year (`2024`).
    pub period: String,
    /// Whom it goes to.
    pub recipient: Address,
    /// 0 for the first edition.
    pub revision: u32,
}

impl Key {
    /// SHA-256 over the parts, each with its length before it, in hexadecimal.
    #[must_use]
    pub fn id(&self) -> String {
        let mut hash = Sha256::new();
        let revision = self.revision.to_string();
        let recipient = self.recipient.identity();
        for part in [&self.report, &self.region, &self.period, &recipient, &revision] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hexadecimal(&hash.finalize())
    }

    /// The Message-ID of every attempt, without angle brackets; `domain` is the sender's.
    #[must_use]
    pub fn message_id(&self, domain: &str) -> String {
        let id = self.id();
        format!("{}@{domain}", id.get(..32).unwrap_or(&id))
    }
}
