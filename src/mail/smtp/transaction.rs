//! One message to one recipient.

use std::time::Duration;

use super::line::{Fault, Line};
use super::reply::Reply;
use super::{Fate, Phase, Refusal, Scope, Session, Why, judge, wire};
use crate::bahasa;
use crate::diagnostic::Failure;
use crate::mail::Address;
use crate::mail::fault::point;

pub(super) fn deliver(
    session: &mut Session,
    from: &Address,
    to: &Address,
    message: &[u8],
    before_dot: &mut dyn FnMut() -> Result<(), Failure>,
) -> Fate {
    let fate = match transact(session, from, to, message, before_dot) {
        Ok(words) => Fate::Accepted(words),
        Err(fate) => fate,
    };
    masked(fate, to)
}

fn transact(
    session: &mut Session,
    from: &Address,
    to: &Address,
    message: &[u8],
    before_dot: &mut dyn FnMut() -> Result<(), Failure>,
) -> Result<String, Fate> {
    wire::check(message).map_err(Fate::Stopped)?;
    fits(session.limit, message.len())?;
    if !session.alive {
        return Err(judge::lost(Phase::Mail, &Fault::Gone));
    }
    let patience = session.patience;
    let size = if session.takes_size { format!(" SIZE={}", message.len()) } else { String::new() };
    session.command(Phase::Mail, patience.mail, format!("MAIL FROM:<{}>{size}", from.full()), &[250])?;
    point("setelah_mail");
    session.command(Phase::Recipient, patience.recipient, format!("RCPT TO:<{}>", to.full()), &[250, 251, 252])?;
    session.command(Phase::Data, patience.data, "DATA".to_owned(), &[354])?;
    for block in wire::blocks(message) {
        let said = session.steps.talk(patience.block, move |line| line.say(&block));
        session.or_lost(Phase::Body, said)?;
    }
    // A server that has enough, or is gone, often says so before the dot; then no doubt is left.
    let said = session.steps.talk(patience.block, Line::listen);
    session.or_lost(Phase::Body, said)?;
    if let Err(failure) = before_dot() {
        session.give_up();
        return Err(Fate::Stopped(failure));
    }
    let heard = session.steps.talk(patience.dot, |line| {
        Ok(match line.listen() {
            Ok(()) => (
                Phase::Dot,
                line.say(b".\r\n").and_then(|()| {
                    point("setelah_titik");
                    line.hear()
                }),
            ),
            Err(fault) => (Phase::Body, Err(fault)),
        })
    });
    let (phase, heard) = heard.unwrap_or_else(|fault| (Phase::Dot, Err(fault)));
    let reply = session.or_lost(phase, heard)?;
    if reply.is_exactly(250) { Ok(reply.words()) } else { Err(session.refused(Phase::Dot, &reply)) }
}

/// Both numbers, for a person has to make the file smaller.
fn fits(limit: Option<u64>, length: usize) -> Result<(), Fate> {
    let length = u64::try_from(length).unwrap_or(u64::MAX);
    match limit {
        Some(limit) if length > limit => Err(Fate::Rejected(Why {
            phase: Phase::Size,
            code: None,
            words: format!(
                "surel berukuran {} byte, sedangkan server hanya menerima surel sampai {} byte",
                bahasa::bilangan(length),
                bahasa::bilangan(limit)
            ),
            scope: Scope::Report,
        })),
        _ => Ok(()),
    }
}

impl Session {
    fn command(&mut self, phase: Phase, limit: Duration, command: String, wanted: &[u16]) -> Result<(), Fate> {
        let heard = self.steps.talk(limit, move |line| line.ask(format!("{command}\r\n").as_bytes()));
        let reply = self.or_lost(phase, heard)?;
        if wanted.iter().any(|code| reply.is_exactly(*code)) { Ok(()) } else { Err(self.refused(phase, &reply)) }
    }

    /// A refusal; where the line goes on, the transaction is taken back.
    fn refused(&mut self, phase: Phase, reply: &Reply) -> Fate {
        let (fate, goes_on) = judge::fate(phase, reply);
        let open = matches!(phase, Phase::Recipient | Phase::Data);
        let reset = || self.steps.talk(self.patience.mail, |line| line.ask(b"RSET\r\n"));
        if !goes_on || open && !reset().is_ok_and(|reply| reply.is_exactly(250)) {
            self.give_up();
        }
        fate
    }

    fn or_lost<T>(&mut self, phase: Phase, done: Result<T, Fault>) -> Result<T, Fate> {
        done.map_err(|fault| {
            self.give_up();
            judge::lost(phase, &fault)
        })
    }
}

/// Servers like to repeat the recipient's address; nothing that is kept or shown does.
fn masked(fate: Fate, to: &Address) -> Fate {
    let mask = |words: String| replaced(&words, &to.full(), &to.masked());
    let why = |why: Why| Why { words: mask(why.words), ..why };
    match fate {
        Fate::Accepted(words) => Fate::Accepted(mask(words)),
        Fate::Deferred(reason) => Fate::Deferred(why(reason)),
        Fate::Rejected(reason) => Fate::Rejected(why(reason)),
        Fate::Unknown(reason) => Fate::Unknown(why(reason)),
        Fate::Refused(Refusal::Password(reason)) => Fate::Refused(Refusal::Password(why(reason))),
        Fate::Refused(Refusal::Setup(reason)) => Fate::Refused(Refusal::Setup(why(reason))),
        Fate::Refused(Refusal::Deferred(reason)) => Fate::Refused(Refusal::Deferred(why(reason))),
        Fate::Stopped(failure) => Fate::Stopped(failure),
    }
}

/// Replaces every occurrence, in whatever case its letters are; `what` is ASCII.
fn replaced(words: &str, what: &str, with: &str) -> String {
    let (lower, what) = (words.to_ascii_lowercase(), what.to_ascii_lowercase());
    let mut all = String::new();
    let mut start = 0;
    for (at, found) in lower.match_indices(&what) {
        all.push_str(words.get(start..at).unwrap_or_default());
        all.push_str(with);
        start = at.saturating_add(found.len());
    }
    all + words.get(start..).unwrap_or_default()
}
