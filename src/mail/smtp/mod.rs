//! The dialogue with a mail server, one recipient in each transaction, every step with its own limit.
//!
//! Owns: the line and its protection (`dial`, `tls`, `line`), what a server says (`reply`) and what follows from it (`judge`),
//! the thread that takes one step at a time and can be given up on (`steps`), the way to a session (`connect`, `login`) and
//! one transaction on it (`transaction`, `wire`). The bytes of a message belong to [`super::Letter`], what is remembered of
//! a transaction to [`super::ledger`], how often and when to [`super::office`].
//!
//! The line is our own, not the one of the library that composes the messages: that one keeps what a server said before
//! the handshake of STARTTLS and counts it after it, reads a line of any length into memory, does not show what follows a
//! reply, and writes the body and its dot in one call. What matters here is to know exactly what was said before what.

mod connect;
mod dial;
mod judge;
mod line;
mod login;
mod reply;
mod steps;
mod tls;
mod transaction;
mod wire;

use std::time::Duration;

use self::line::Line;
use self::steps::Steps;
use super::{Address, Secret};
use crate::diagnostic::Failure;

/// How the line to the server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (port 465).
    Tls,
    /// STARTTLS, required: nothing is said in the clear but the request for it.
    StartTls,
    /// None: a relay on this machine. Any other address is refused.
    Loopback,
}

/// A mail account.
#[derive(Clone, Debug)]
pub struct Login {
    /// Its name.
    pub user: String,
    /// Its password.
    pub password: Secret,
}

/// How long each step may take in all, at most. RFC 5321, 4.5.3.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Until the connection stands, TLS included.
    pub connect: Duration,
    /// Greeting, EHLO, AUTH: each.
    pub greeting: Duration,
    /// MAIL.
    pub mail: Duration,
    /// RCPT.
    pub recipient: Duration,
    /// DATA.
    pub data: Duration,
    /// One block of the body.
    pub block: Duration,
    /// From the final dot to the answer.
    pub dot: Duration,
}

impl Patience {
    /// What RFC 5321 asks of a client.
    pub const STANDARD: Self = Self {
        connect: Duration::from_secs(30),
        greeting: Duration::from_mins(5),
        mail: Duration::from_mins(5),
        recipient: Duration::from_mins(5),
        data: Duration::from_mins(2),
        block: Duration::from_mins(3),
        dot: Duration::from_mins(10),
    };

    /// The same, `times` times shorter; for tests.
    #[must_use]
    pub fn shortened(self, times: u32) -> Self {
        let Self { connect, greeting, mail, recipient, data, block, dot } = self;
        let short = |time: Duration| time.checked_div(times).unwrap_or(time);
        Self {
            connect: short(connect),
            greeting: short(greeting),
            mail: short(mail),
            recipient: short(recipient),
            data: short(data),
            block: short(block),
            dot: short(dot),
        }
    }
}

/// A mail server and how to speak to it.
#[derive(Clone, Debug)]
pub struct Server {
    /// Name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the line is protected.
    pub security: Security,
    /// The account, when it asks for one.
    pub login: Option<Login>,
    /// A further root of trust, PEM; beside those built in.
    pub root: Option<Vec<u8>>,
    /// The name given in EHLO.
    pub hello: String,
    /// Limits of time.
    pub patience: Patience,
}

/// The step of the dialogue at which something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Opening the connection.
    Connect,
    /// The handshake of TLS.
    Tls,
    /// Greeting and EHLO.
    Greeting,
    /// AUTH.
    Login,
    /// SIZE, before MAIL.
    Size,
    /// MAIL FROM.
    Mail,
    /// RCPT TO.
    Recipient,
    /// DATA.
    Data,
    /// The body, before the final dot.
    Body,
    /// After the final dot.
    Dot,
}

/// How far a refusal reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// This recipient only.
    Recipient,
    /// Everybody who would get this file: it is too large.
    Report,
    /// The rest of this run: a quota is used up, the server goes away, the line is broken.
    Run,
}

/// Why something did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// When.
    pub phase: Phase,
    /// The server's code, when it gave one.
    pub code: Option<u16>,
    /// The server's words, or ours, Indonesian: bounded, one line, control characters escaped.
    pub words: String,
    /// How far it reaches.
    pub scope: Scope,
}

/// What became of one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// An exact 250 after the dot; the server's words, escaped, with its queue id.
    Accepted(String),
    /// Not taken, safe to try again.
    Deferred(Why),
    /// Refused for good.
    Rejected(Why),
    /// After the dot, and not an answer that says which.
    Unknown(Why),
    /// The server refuses the account or the sender, whoever the recipient is: nothing was handed over, and nobody else is
    /// tried.
    Refused(Refusal),
    /// The step before the dot failed: nothing was handed over.
    Stopped(Failure),
}

/// Why there is no session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The name or the password is wrong (530, 534, 535, 538): no second try, or the account is locked.
    Password(Why),
    /// What is set up cannot work: certificate, STARTTLS not offered, something said before the handshake, no common way
    /// to log in, a server without TLS that is not on this machine.
    Setup(Why),
    /// Worth another run.
    Deferred(Why),
}

/// A session with a server, ready for messages.
pub struct Session {
    steps: Steps,
    patience: Patience,
    /// Whether the server takes a size with MAIL.
    takes_size: bool,
    limit: Option<u64>,
    /// Falls when the line is given up.
    alive: bool,
}

impl Server {
    /// Connects, says hello, logs in.
    pub fn connect(&self) -> Result<Session, Refusal> {
        connect::open(self)
    }
}

impl Session {
    /// The largest message the server takes, in bytes, when it said so.
    #[must_use]
    pub fn limit(&self) -> Option<u64> {
        self.limit
    }

    /// One transaction: MAIL, RCPT, DATA, the message. `before_dot` is called when everything but the final dot has been
    /// handed to the line; when it fails, the dot is never written. Never panics, never waits longer than the limits.
    pub fn deliver(
        &mut self,
        from: &Address,
        to: &Address,
        message: &[u8],
        before_dot: &mut dyn FnMut() -> Result<(), Failure>,
    ) -> Fate {
        transaction::deliver(self, from, to, message, before_dot)
    }

    /// Whether the line can still be used: neither given up nor closed by the server, and nothing was said on it unasked.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        self.alive && self.steps.talk(self.patience.greeting, Line::is_quiet).unwrap_or(false)
    }

    /// Says goodbye, and waits for the answer a moment.
    pub fn quit(self) {
        if self.alive {
            let _ = self.steps.talk(self.patience.greeting.min(GOODBYE), Line::leave);
        }
    }

    /// Closes the line at once; a step that is still under way ends with it.
    fn give_up(&mut self) {
        self.alive = false;
        self.steps.give_up();
    }
}

/// Nobody waits longer for the answer to QUIT.
const GOODBYE: Duration = Duration::from_secs(5);
