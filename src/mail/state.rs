//! What can be said of a delivery, and what can follow on what.

use serde::{Deserialize, Serialize};

/// The state of a delivery. The names stand in the ledger, in `rakor riwayat` and in the documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Entered, its message not yet in the outbox.
    Direncanakan,
    /// Its message lies in the outbox.
    Siap,
    /// A run has taken it up; nothing after which the server could have the message has happened.
    Diproses,
    /// The final dot may have been written; the answer is not known.
    MenungguJawaban,
    /// The mail server accepted the message with an exact 250 after the dot.
    Terkirim,
    /// Refused for now, or cut off before the dot; a later run tries again.
    Ditunda,
    /// Refused for good.
    Gagal,
    /// Nobody knows whether the server has it: held until a person decides.
    TidakPasti,
}

impl State {
    /// Every state in the order of a delivery's life.
    pub const ALL: [Self; 8] = [
        Self::Direncanakan,
        Self::Siap,
        Self::Diproses,
        Self::MenungguJawaban,
        Self::Terkirim,
        Self::Ditunda,
        Self::Gagal,
        Self::TidakPasti,
    ];

    /// As the ledger writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Direncanakan => "direncanakan",
            Self::Siap => "siap",
            Self::Diproses => "diproses",
            Self::MenungguJawaban => "menunggu_jawaban",
            Self::Terkirim => "terkirim",
            Self::Ditunda => "ditunda",
            Self::Gagal => "gagal",
            Self::TidakPasti => "tidak_pasti",
        }
    }

    /// The state of a name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// As people read it.
    #[must_use]
    pub fn words(self) -> String {
        self.name().replace('_', " ")
    }

    /// Whether this state can follow on that one (`None`: on nothing).
    #[must_use]
    pub fn follows(self, from: Option<Self>) -> bool {
        use State::{Diproses, Direncanakan, Ditunda, Gagal, MenungguJawaban, Siap, Terkirim, TidakPasti};
        let Some(from) = from else { return self == Direncanakan };
        let next: &[Self] = match from {
            Direncanakan => &[Siap, Gagal, TidakPasti],
            // Not even tried when there is no line to the server.
            Siap | Ditunda => &[Diproses, Ditunda, Gagal, TidakPasti],
            Diproses => &[MenungguJawaban, Siap, Ditunda, Gagal],
            // Back to `siap` when the run itself knows that the dot was never written.
            MenungguJawaban => &[Terkirim, Ditunda, Gagal, TidakPasti, Siap],
            // A person's decision; to the beginning when its message is gone.
            TidakPasti => &[Terkirim, Siap, Direncanakan],
            // A person's decision: nothing was accepted, and the message is gone.
            Gagal => &[Direncanakan],
            Terkirim => &[],
        };
        next.contains(&self)
    }

    /// Whether nothing follows any more by itself; on `gagal` only a person's decision can.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(self, Self::Terkirim | Self::Gagal)
    }

    /// Whether a step from one state to another concerns what a server may have: such steps stand in the journal too.
    #[must_use]
    pub fn is_handing_over(from: Option<Self>, to: Self) -> bool {
        let beyond = |state| matches!(state, Self::MenungguJawaban | Self::TidakPasti);
        from.is_some_and(beyond) || beyond(to)
    }
}
