//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    /// The system gives no thread.
    NO_THREAD = "X002" "Sistem tidak menyediakan utas untuk menyusun halaman.";
}
