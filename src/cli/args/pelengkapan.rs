//! Arguments of `rakor pelengkapan`.

use clap::{Args, ValueEnum};

/// `rakor pelengkapan`
#[derive(Clone, Debug, Args)]
pub struct Pelengkapan {
    /// For what.
    #[arg(value_name = "CANGKANG", help = "Cangkang, atau man untuk halaman manual")]
    pub untuk: Untuk,
    /// Where to.
    #[arg(short = 'o', long, value_name = "TUJUAN", help = "Berkas hasil; untuk man, folder hasil (bawaan: layar)")]
    pub keluaran: Option<String>,
}

/// What completions are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Untuk {
    /// GNU Bash.
    #[value(help = "Bash")]
    Bash,
    /// Elvish.
    #[value(help = "Elvish")]
    Elvish,
    /// Fish.
    #[value(help = "Fish")]
    Fish,
    /// `PowerShell`.
    #[value(help = "PowerShell")]
    Powershell,
    /// Z shell.
    #[value(help = "Zsh")]
    Zsh,
    /// Manual pages.
    #[value(help = "Halaman manual")]
    Man,
}
