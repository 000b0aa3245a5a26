//! What the server is told to do.

use std::time::Duration;

use super::flaky::Flaky;

/// The points of a dialogue at which it can be told to do something else than usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Step {
    Greeting,
    Ehlo,
    StartTls,
    /// Each line of the client's from AUTH on.
    Auth,
    Mail,
    Rcpt,
    Data,
    /// While the message arrives.
    Body,
    /// After the final dot.
    Dot,
    Rset,
    Noop,
    Quit,
}

/// What to do at a step. A message is kept when the words after the dot begin with 250.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// What it would do anyway.
    Usual,
    /// Says these lines; line feeds stand between them.
    Say(String),
    /// Says these bytes.
    Bytes(Vec<u8>),
    /// Says these bytes with a pause after each.
    Drip(Vec<u8>, Duration),
    /// Says one byte without end.
    Flood(u8),
    /// Waits, then does something.
    Late(Duration, Box<Act>),
    /// Keeps the message whatever it does then.
    Keep(Box<Act>),
    /// Breaks the connection.
    Drop,
    /// Never says anything again, and listens.
    Hang,
}

impl Act {
    pub(crate) fn say(lines: &str) -> Self {
        Self::Say(lines.to_owned())
    }

    /// Whether the message is the server's after this.
    pub(super) fn keeps(&self) -> bool {
        match self {
            Self::Usual | Self::Keep(_) => true,
            Self::Say(text) => text.starts_with("250"),
            Self::Bytes(bytes) | Self::Drip(bytes, _) => bytes.starts_with(b"250"),
            Self::Late(_, then) => then.keeps(),
            Self::Flood(_) | Self::Drop | Self::Hang => false,
        }
    }
}

#[derive(Clone, Debug)]
struct Rule {
    step: Step,
    /// Only while the transaction is for this recipient.
    recipient: Option<String>,
    /// Only the first times that the above holds: from this one, counted from 1,
    from: usize,
    /// to this one.
    to: usize,
    /// Bytes of the message that have arrived; for the body only.
    bytes: usize,
    seen: usize,
    act: Act,
}

/// What the server does; without rules all that is asked. The first rule that fits is followed. Counts run over the whole
/// life of the script, not of a connection.
#[derive(Clone, Debug, Default)]
pub(crate) struct Script {
    rules: Vec<Rule>,
    flaky: Option<Flaky>,
    /// SIZE in its EHLO.
    pub(super) size: Option<u64>,
    /// Name and password, both needed before MAIL.
    pub(super) account: Option<(String, String)>,
    /// The ways to log in that its EHLO names.
    pub(super) mechanisms: Option<String>,
    /// Whether STARTTLS stays unsaid.
    pub(super) silent_tls: bool,
    /// Whether to forget the bytes of messages, for tests of many.
    pub(super) forgetful: bool,
}

impl Script {
    /// At this step always this.
    pub(crate) fn always(self, step: Step, act: Act) -> Self {
        self.rule(step, None, 1, usize::MAX, act)
    }

    /// The n-th time, counted from 1.
    pub(crate) fn nth(self, step: Step, n: usize, act: Act) -> Self {
        self.rule(step, None, n, n, act)
    }

    /// The first n times.
    pub(crate) fn first(self, step: Step, n: usize, act: Act) -> Self {
        self.rule(step, None, 1, n, act)
    }

    /// For one recipient, from RCPT on.
    pub(crate) fn to(self, recipient: &str, step: Step, act: Act) -> Self {
        self.rule(step, Some(recipient), 1, usize::MAX, act)
    }

    /// For one recipient, the first n times.
    #[expect(clippy::wrong_self_convention, reason = "it reads as a sentence")]
    pub(crate) fn to_first(self, recipient: &str, step: Step, n: usize, act: Act) -> Self {
        self.rule(step, Some(recipient), 1, n, act)
    }

    /// In the n-th message, when this many of its bytes have arrived.
    pub(crate) fn body(mut self, n: usize, bytes: usize, act: Act) -> Self {
        self = self.rule(Step::Body, None, n, n, act);
        if let Some(rule) = self.rules.last_mut() {
            rule.bytes = bytes;
        }
        self
    }

    /// Misbehaves at random, and the same for the same number: refuses for now and for good, breaks the connection at every
    /// step, with and without the message, answers late, in pieces, or nonsense. Never hangs.
    pub(crate) fn flaky(seed: u64) -> Self {
        Self { flaky: Some(Flaky::new(seed)), ..Self::default() }
    }

    /// Announces a limit, and refuses larger messages.
    pub(crate) fn size(self, bytes: u64) -> Self {
        Self { size: Some(bytes), ..self }
    }

    /// Asks for an account.
    pub(crate) fn account(self, user: &str, password: &str) -> Self {
        Self { account: Some((user.to_owned(), password.to_owned())), ..self }
    }

    /// Names other ways to log in than `PLAIN LOGIN`.
    pub(crate) fn mechanisms(self, names: &str) -> Self {
        Self { mechanisms: Some(names.to_owned()), ..self }
    }

    /// Says nothing of STARTTLS.
    pub(crate) fn without_starttls(self) -> Self {
        Self { silent_tls: true, ..self }
    }

    /// Keeps no bytes of messages and bodies.
    pub(crate) fn forgetful(self) -> Self {
        Self { forgetful: true, ..self }
    }

    fn rule(mut self, step: Step, recipient: Option<&str>, from: usize, to: usize, act: Act) -> Self {
        let recipient = recipient.map(str::to_lowercase);
        self.rules.push(Rule { step, recipient, from, to, bytes: 0, seen: 0, act });
        self
    }

    /// What to do now, and at the body after how many bytes.
    pub(super) fn next(&mut self, step: Step, recipient: Option<&str>) -> (usize, Act) {
        let recipient = recipient.map(str::to_lowercase);
        let mut found = None;
        for rule in self.rules.iter_mut().filter(|rule| rule.step == step) {
            if rule.recipient.is_some() && rule.recipient != recipient {
                continue;
            }
            rule.seen += 1;
            if found.is_none() && (rule.from..=rule.to).contains(&rule.seen) {
                found = Some((rule.bytes, rule.act.clone()));
            }
        }
        found.or_else(|| self.flaky.as_mut().map(|flaky| (0, flaky.act(step)))).unwrap_or((0, Act::Usual))
    }
}
