//! The codes of what is said about templates as a command. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(in crate::cli) each, pub(in crate::cli) all;

    /// Nothing of this name can be exported.
    UNKNOWN = "C090" "Jenis laporan atau berkas templat itu tidak dikenal.";
    /// Something lies where it would be written.
    OCCUPIED = "C091" "Berkas templat itu sudah ada dan tidak ditimpa.";
    /// An action without its kind.
    NO_TARGET = "C092" "Jenis laporan atau berkasnya belum disebutkan.";
    /// Not with this action.
    NO_OUTPUT = "C093" "Folder tujuan hanya untuk ekspor.";
    /// A kind of the workspace's own is asked to be sent.
    NOT_SENT = "C094" "Jenis laporan sendiri tidak dapat dikirim oleh rakor kirim.";
    /// No example has the data.
    NO_EXAMPLE = "C095" "Tidak ada data contoh untuk jenis laporan itu.";
}
