//! Arguments of `rakor verifikasi`.

use clap::Args;

/// `rakor verifikasi`
#[derive(Clone, Debug, Args)]
pub struct Verifikasi {
    /// Reports.
    #[arg(value_name = "BERKAS", required = true, help = "PDF laporan yang dibuat oleh rakor; boleh beberapa")]
    pub berkas: Vec<String>,
}
