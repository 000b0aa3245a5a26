//! Which kind of report is meant: one of the program's, or one of the workspace's own.

use std::ffi::OsStr;

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::{Arg, Command, Error};

use super::Jenis;

/// A kind of report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pilihan {
    /// The program's.
    Bawaan(Jenis),
    /// By a name that only a workspace can know.
    Sendiri(String),
}

/// Takes the names of the program's kinds, which help and completions offer, and whatever could be a folder's name.
#[derive(Clone, Debug)]
pub(super) struct PilihanParser;

impl TypedValueParser for PilihanParser {
    type Value = Pilihan;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Pilihan, Error> {
        let own = value.to_str().filter(|name| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        });
        match (EnumValueParser::<Jenis>::new().parse_ref(command, arg, value), own) {
            (Ok(kind), _) => Ok(Pilihan::Bawaan(kind)),
            (Err(_), Some(name)) => Ok(Pilihan::Sendiri(name.to_owned())),
            (Err(error), None) => Err(error),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let known: Vec<PossibleValue> = EnumValueParser::<Jenis>::new().possible_values()?.collect();
        Some(Box::new(known.into_iter()))
    }
}
