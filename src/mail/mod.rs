//! Delivery: every stakeholder gets the right PDF exactly once, and who got what can be proved.
//!
//! Owns: addresses ([`Address`]), messages as bytes ([`Letter`]), the dialogue with a mail server ([`smtp`]), the ledger of
//! deliveries with its outbox and its journal ([`ledger`]), and the order of steps that keeps both in agreement
//! ([`office`]). What is written to whom belongs to [`crate::report`] (wording) and [`crate::cli`] (recipients, questions,
//! tables); files to [`crate::files`]; the moment to [`crate::clock`], handed in as a value.
//!
//! **Exactly once** has one hole that no client can close: between the final dot of a message and the server's answer
//! (RFC 1047). The room makes the hole small and loud. A key ([`Key`]: report, region, period, recipient, revision) has one
//! row in the ledger and one Message-ID for ever. `menunggu_jawaban` is committed before the dot is written; only an exact
//! 250 after it makes `terkirim`. Whatever else happens there is `tidak_pasti`: held, never sent again by itself.

mod address;
mod code;
pub mod fault;
mod key;
pub mod ledger;
mod message;
pub mod office;
mod secret;
pub mod smtp;
mod state;

pub use address::{Address, AddressFault};
pub use code::CODES;
pub use key::Key;
pub use message::{Attachment, Letter};
pub use secret::{Secret, SecretPlaces, SecretSource};
pub use state::State;
