//! Where typesetting has room.

use super::code;
use crate::diagnostic::{Diagnostic, Failure, FailureKind};

/// Typesetting recurses as deep as the layout nests; the stack of an ordinary thread is not enough for hostile text.
const STACK_BYTES: usize = 64 << 20;

/// One thread with a deep stack. The engine's own threads are this one, so that nothing depends on scheduling, and none of
/// them picks up another document while it waits.
#[derive(Debug)]
pub struct Press(rayon::ThreadPool);

impl Press {
    /// Sets it up.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn new() -> Result<Self, Failure> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(STACK_BYTES).build();
        pool.map(Self).map_err(|error| {
            let diagnostic = Diagnostic::error(
                code::NO_THREAD,
                "Sistem tidak menyediakan utas untuk menyusun halaman.",
                "Tutup program lain, lalu ulangi perintah itu.",
            );
            Failure::one(FailureKind::Internal, diagnostic.engine(error.to_string()))
        })
    }

    /// Does a piece of work there and waits for it.
    pub fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        self.0.install(work)
    }
}
