//! Delivery: addresses, messages, the dialogue with a server, the ledger, the commands.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at a surprise")]

mod address;
mod bureau;
mod campaign;
mod commands;
pub(crate) mod desk;
mod dialogue;
mod driver;
pub(crate) mod finished;
mod history;
mod journal;
mod kill;
mod ledger;
mod message;
mod office;
mod password;
mod plan;
mod postfix;
#[cfg(target_os = "linux")]
mod processes;
mod secrets;
mod server;
mod tls;
