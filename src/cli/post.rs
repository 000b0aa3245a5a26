//! What only a long run needs of the process's surroundings: the signal to stop, and for a sending a person's answers and
//! limits of time.

use std::fmt;
use std::io::BufRead;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::exit::Exit;
use crate::mail::smtp::Patience;

/// What a sending needs, and of it a batch the signal to stop.
pub struct Post<'a> {
    /// A person's answers; none when nobody sits at standard input.
    pub answers: Option<&'a mut dyn BufRead>,
    /// How long each step of a dialogue with a mail server may take.
    pub patience: Patience,
    /// Whether to stop.
    pub stop: Stop,
}

impl Post<'_> {
    /// Nobody to ask, nobody who stops it, and the patience that is usual.
    #[must_use]
    pub fn unattended() -> Self {
        Self { answers: None, patience: Patience::STANDARD, stop: Stop::never() }
    }
}

impl fmt::Debug for Post<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Post").field("answers", &self.answers.is_some()).field("patience", &self.patience).finish()
    }
}

/// Whether somebody wants the program to stop. What is under way is finished first; who asks twice does not wait for it.
#[derive(Clone, Debug)]
pub struct Stop {
    raised: Arc<AtomicUsize>,
    listens: bool,
}

impl Stop {
    /// On Ctrl-C and on the system's word, from [`Stop::listen`] on.
    #[must_use]
    pub fn system() -> Self {
        Self { raised: Arc::default(), listens: true }
    }

    /// Only when told by [`Stop::raise`].
    #[must_use]
    pub fn never() -> Self {
        Self { raised: Arc::default(), listens: false }
    }

    /// Asks to stop, as the system does.
    pub fn raise(&self) {
        self.raised.store(usize::from(Exit::Terminated.code()), Ordering::Relaxed);
    }

    /// From now on a signal asks, and no longer ends the process. One that cannot be heard ends it as before, which ledger
    /// and index survive.
    pub(super) fn listen(&self) {
        if !self.listens {
            return;
        }
        let asked = Arc::new(AtomicBool::new(false));
        for (signal, exit) in [(SIGINT, Exit::Interrupted), (SIGTERM, Exit::Terminated)] {
            // In this order: the first signal finds nothing asked yet.
            let _ = flag::register_conditional_shutdown(signal, exit.code().into(), Arc::clone(&asked));
            let _ = flag::register(signal, Arc::clone(&asked));
            let _ = flag::register_usize(signal, Arc::clone(&self.raised), exit.code().into());
        }
    }

    /// How the program ends when it was asked to stop.
    pub(super) fn asked(&self) -> Option<Exit> {
        let raised = self.raised.load(Ordering::Relaxed);
        [Exit::Interrupted, Exit::Terminated].into_iter().find(|exit| usize::from(exit.code()) == raised)
    }
}
