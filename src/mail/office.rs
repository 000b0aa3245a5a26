//! A run of deliveries: the order of steps that keeps ledger, outbox and server in agreement.
//!
//! For one delivery: `diproses` is committed; the message goes over the line but for its final dot; `menunggu_jawaban` is
//! committed and stands in the journal; the dot is written; what the server answers is committed. A run that dies anywhere
//! leaves a row from which the next one knows on which side of the dot it died.
//!
//! Owns too when a run ends early, what becomes of the rows that it did not come to, and when a row is tried again.

use std::collections::VecDeque;
use std::sync::mpsc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::fault::point;
use super::ledger::{Delivery, Ledger, Turn};
use super::smtp::{Fate, Refusal, Scope, Server, Session, Why};
use super::{Address, State};
use crate::clock::Clock;
use crate::diagnostic::Failure;
use crate::files::Lock;

/// So many lines in a row may break without having carried a message; then the server is left alone.
const MAX_BARREN: u32 = 3;

/// No single wait is longer; between two of them a run hears whether it has to stop.
const SLICE: Duration = Duration::from_millis(500);

/// Between the first refusal and the next try.
const FIRST_PAUSE: TimeDelta = TimeDelta::minutes(15);

/// No pause between tries is longer.
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(4);

/// So long a delivery is tried.
const PATIENCE: TimeDelta = TimeDelta::days(5);

/// So many tries fill [`PATIENCE`] when each comes as early as it may, four pauses that double and thirty of the longest
/// between them. They end it even where the clock is wrong.
const MOST_TRIES: u32 = 35;

/// What a run is made with.
pub struct Office<'a> {
    /// The ledger.
    pub ledger: &'a mut Ledger,
    /// The right to run.
    pub lock: &'a Lock,
    /// The server.
    pub server: &'a Server,
    /// The sender on the envelope.
    pub from: &'a Address,
    /// At most this many messages a minute.
    pub per_minute: Option<u32>,
    /// The moment.
    pub clock: Clock,
    /// Lets time pass; [`wait`], but for tests.
    pub wait: &'a dyn Fn(Duration),
    /// Asked between messages and while waiting: whether to stop (a signal arrived).
    pub stopped: &'a dyn Fn() -> bool,
}

/// What became of a run.
#[derive(Debug)]
pub struct Outcome {
    /// Every row that was asked for, as it is now.
    pub deliveries: Vec<Delivery>,
    /// Why the run ended before its end, when it did.
    pub ended: Option<Ended>,
}

/// Why a run ended early.
#[derive(Debug)]
pub enum Ended {
    /// No session.
    Refused(Refusal),
    /// The disk or the ledger.
    Failure(Failure),
    /// Asked to stop; what was under way was finished.
    Stopped,
    /// The server wants no more for now; this many are left.
    Paused(usize),
}

/// Lets time pass.
pub fn wait(time: Duration) {
    // A channel that nobody sends into.
    let (_sender, receiver) = mpsc::channel::<()>();
    let _ = receiver.recv_timeout(time);
}

/// When a deferred delivery may be tried again: 15 minutes after the first refusal, doubling to 4 hours; `None` when it was
/// tried for five days. `since` is the moment of the first try, `attempts` how many there were. A clock that went back
/// makes nothing longer.
#[must_use]
pub fn next_try(attempts: u32, since: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if now.signed_duration_since(since) >= PATIENCE || attempts >= MOST_TRIES {
        return None;
    }
    let doubled = 1_i32.checked_shl(attempts.saturating_sub(1).min(8)).and_then(|times| FIRST_PAUSE.checked_mul(times));
    now.checked_add_signed(doubled.unwrap_or(LONGEST_PAUSE).min(LONGEST_PAUSE))
}

impl Delivery {
    /// Whether a run at this moment tries it: its message is ready, and the pause since the last refusal is over. A pause
    /// longer than the longest one was written by a clock that stood wrong then, or stands wrong now: it counts as over.
    #[must_use]
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        let over = |moment: DateTime<Utc>| moment <= now || moment.signed_duration_since(now) > LONGEST_PAUSE;
        matches!(self.state, State::Siap | State::Ditunda) && self.not_before.is_none_or(over)
    }
}

impl Office<'_> {
    /// Hands over every row of `ids` that is due at the moment, one after the other; `told` hears of each as it ends.
    ///
    /// The messages of all these rows are checked first: when one is not what it was, nothing is sent.
    pub fn run(&mut self, ids: &[String], told: &mut dyn FnMut(&Delivery)) -> Outcome {
        let mut ended =
            self.queue(ids).and_then(|queue| Round { office: self, told, queue, barren: 0, broken: None }.run()).err();
        let mut deliveries = Vec::new();
        for id in ids {
            match self.ledger.delivery(id) {
                Ok(row) => deliveries.push(row),
                Err(failure) => {
                    ended.get_or_insert(Ended::Failure(failure));
                }
            }
        }
        Outcome { deliveries, ended }
    }

    /// The rows that are due, each with a message that is what it was.
    fn queue(&self, ids: &[String]) -> Result<VecDeque<Delivery>, Ended> {
        let now = self.clock.now();
        let mut queue = VecDeque::new();
        for id in ids {
            let row = self.ledger.delivery(id).map_err(Ended::Failure)?;
            if row.is_due(now) {
                self.ledger.message(&row).map_err(Ended::Failure)?;
                queue.push_back(row);
            }
        }
        Ok(queue)
    }
}

/// A line to the server.
struct Line {
    session: Session,
    /// How many messages it carried as far as an answer.
    carried: u32,
}

/// Whether a run goes on.
enum Next {
    /// With the next row.
    On,
    /// With the same row on a new line.
    Again,
}

/// A run under way.
struct Round<'r, 'a> {
    office: &'r mut Office<'a>,
    told: &'r mut dyn FnMut(&Delivery),
    /// What is left.
    queue: VecDeque<Delivery>,
    /// Lines in a row that carried nothing.
    barren: u32,
    /// How the last line broke.
    broken: Option<Why>,
}

impl Round<'_, '_> {
    fn run(&mut self) -> Result<(), Ended> {
        let mut line: Option<Line> = None;
        let done = self.work(&mut line);
        point("sebelum_selesai");
        if let Some(line) = line
            && line.session.is_alive()
        {
            line.session.quit();
        }
        done
    }

    fn work(&mut self, line: &mut Option<Line>) -> Result<(), Ended> {
        let mut first = true;
        let mut again = false;
        while let Some(row) = self.queue.front().cloned() {
            if !first && !again {
                self.keep_pace();
            }
            first = false;
            if (self.office.stopped)() {
                return Err(Ended::Stopped);
            }
            let message = self.office.ledger.message(&row).map_err(Ended::Failure)?;
            let open = match line {
                Some(open) if open.session.is_alive() => open,
                _ => {
                    let carried = line.take().map(|line| line.carried);
                    self.count(carried)?;
                    line.insert(self.connect()?)
                }
            };
            if !again {
                self.turn(Turn { tried: true, ..Turn::new(&row.id, State::Diproses, "") })?;
            }
            let fate = self.deliver(open, &row, &message);
            match self.settle(&row, fate, open, again)? {
                Next::On => again = false,
                Next::Again => {
                    again = true;
                    *line = None;
                }
            }
        }
        Ok(())
    }

    /// Waits until the next message keeps to the rate.
    fn keep_pace(&self) {
        let Some(rate) = self.office.per_minute else { return };
        let mut left = Duration::from_mins(1) / rate.max(1);
        while !left.is_zero() && !(self.office.stopped)() {
            let slice = left.min(SLICE);
            (self.office.wait)(slice);
            left -= slice;
        }
    }

    /// Counts a line that is gone; too many that carried nothing end the run.
    fn count(&mut self, carried: Option<u32>) -> Result<(), Ended> {
        match carried {
            Some(0) => self.barren += 1,
            Some(_) => self.barren = 0,
            None => {}
        }
        match self.broken.take() {
            Some(why) if self.barren >= MAX_BARREN => {
                self.put_off(&remark(&why), false)?;
                Err(Ended::Refused(Refusal::Deferred(why)))
            }
            broken => {
                self.broken = broken;
                Ok(())
            }
        }
    }

    fn connect(&mut self) -> Result<Line, Ended> {
        point("sebelum_tersambung");
        match self.office.server.connect() {
            Ok(session) => {
                point("setelah_tersambung");
                Ok(Line { session, carried: 0 })
            }
            Err(refusal) => {
                if let Refusal::Deferred(why) = &refusal {
                    self.put_off(&remark(why), true)?;
                }
                Err(Ended::Refused(refusal))
            }
        }
    }

    fn deliver(&mut self, line: &mut Line, row: &Delivery, message: &[u8]) -> Fate {
        let Office { ledger, from, clock, .. } = self.office;
        line.session.deliver(from, &row.entry.key.recipient, message, &mut || {
            point("sebelum_menunggu_jawaban");
            ledger.turn(&[Turn::new(&row.id, State::MenungguJawaban, "")], clock.now()).map(drop)
        })
    }

    /// Commits what became of a message and says how to go on.
    fn settle(&mut self, row: &Delivery, fate: Fate, line: &mut Line, again: bool) -> Result<Next, Ended> {
        point("setelah_jawaban");
        let (to, why) = match fate {
            Fate::Accepted(words) => {
                line.carried += 1;
                self.turn(Turn::new(&row.id, State::Terkirim, words))?;
                return self.next();
            }
            Fate::Stopped(failure) => {
                // The dot was not written. When even this cannot be committed, the next run holds the row.
                let back = Turn::new(&row.id, State::Siap, "surel belum diserahkan");
                let _ = self.office.ledger.turn(&[back], self.office.clock.now());
                return Err(Ended::Failure(failure));
            }
            Fate::Refused(refusal) => {
                if let Refusal::Deferred(why) = &refusal {
                    self.defer(row, why)?;
                    self.next()?;
                    self.put_off(&remark(why), false)?;
                } else {
                    self.turn(Turn::new(&row.id, State::Siap, "surel belum diserahkan"))?;
                }
                return Err(Ended::Refused(refusal));
            }
            Fate::Deferred(why) => (State::Ditunda, why),
            Fate::Rejected(why) => (State::Gagal, why),
            Fate::Unknown(why) => (State::TidakPasti, why),
        };
        let broken = why.code.is_none() && !line.session.is_alive();
        // A line that carried a message before may have been closed since: no fault of this recipient.
        if broken && to == State::Ditunda && line.carried > 0 && !again && self.is_untouched(row)? {
            return Ok(Next::Again);
        }
        line.carried += u32::from(!broken);
        if broken {
            self.broken = Some(why.clone());
        }
        if to == State::Ditunda {
            self.defer(row, &why)?;
        } else {
            self.turn(Turn::new(&row.id, to, remark(&why)))?;
        }
        self.next()?;
        match why.scope {
            Scope::Report if to == State::Gagal => self.give_up_file(row, &why)?,
            Scope::Run if !broken => {
                let left = self.queue.len();
                self.put_off(&remark(&why), false)?;
                return Err(Ended::Paused(left));
            }
            _ => {}
        }
        Ok(Next::On)
    }

    /// Takes the first row off the queue and tells of it.
    fn next(&mut self) -> Result<Next, Ended> {
        if let Some(row) = self.queue.pop_front() {
            self.tell(&row.id)?;
        }
        Ok(Next::On)
    }

    /// Whether the row has not come as far as its dot.
    fn is_untouched(&self, row: &Delivery) -> Result<bool, Ended> {
        Ok(self.office.ledger.delivery(&row.id).map_err(Ended::Failure)?.state == State::Diproses)
    }

    fn tell(&mut self, id: &str) -> Result<(), Ended> {
        let row = self.office.ledger.delivery(id).map_err(Ended::Failure)?;
        (self.told)(&row);
        Ok(())
    }

    fn turn(&mut self, turn: Turn<'_>) -> Result<(), Ended> {
        self.office.ledger.turn(&[turn], self.office.clock.now()).map(drop).map_err(Ended::Failure)
    }

    /// Puts a row off that was tried, or gives it up.
    fn defer(&mut self, row: &Delivery, why: &Why) -> Result<(), Ended> {
        let now = self.office.clock.now();
        let row = self.office.ledger.delivery(&row.id).map_err(Ended::Failure)?;
        self.turn(later(&row, remark(why), row.attempts, now))
    }

    /// Puts everything off that is left. `tried` when the server was asked in vain, which counts for each of them.
    fn put_off(&mut self, why: &str, tried: bool) -> Result<(), Ended> {
        let now = self.office.clock.now();
        let left: Vec<Delivery> = self.queue.drain(..).collect();
        let turns: Vec<Turn<'_>> = left
            .iter()
            .map(|row| {
                if tried {
                    return Turn { tried, ..later(row, why.to_owned(), row.attempts + 1, now) };
                }
                let not_before = now.checked_add_signed(FIRST_PAUSE);
                Turn { not_before, ..Turn::new(&row.id, State::Ditunda, why) }
            })
            .collect();
        self.office.ledger.turn(&turns, now).map_err(Ended::Failure)?;
        left.iter().try_for_each(|row| self.tell(&row.id))
    }

    /// Gives up whatever else is left with the same file.
    fn give_up_file(&mut self, row: &Delivery, why: &Why) -> Result<(), Ended> {
        let (same, rest) = self.queue.drain(..).partition(|other| other.entry.sha256 == row.entry.sha256);
        self.queue = rest;
        let same: VecDeque<Delivery> = same;
        let turns: Vec<Turn<'_>> = same.iter().map(|row| Turn::new(&row.id, State::Gagal, remark(why))).collect();
        self.office.ledger.turn(&turns, self.office.clock.now()).map_err(Ended::Failure)?;
        same.iter().try_for_each(|row| self.tell(&row.id))
    }
}

/// The step of a row that was tried and has to wait, or has waited too long.
fn later(row: &Delivery, why: String, attempts: u32, now: DateTime<Utc>) -> Turn<'_> {
    match next_try(attempts, row.tried_since.unwrap_or(now), now) {
        Some(moment) => Turn { not_before: Some(moment), ..Turn::new(&row.id, State::Ditunda, why) },
        None => Turn::new(&row.id, State::Gagal, format!("dihentikan setelah dicoba selama lima hari: {why}")),
    }
}

/// The server's words with its code before them.
fn remark(why: &Why) -> String {
    match why.code {
        Some(code) if !why.words.starts_with(&code.to_string()) => format!("{code} {}", why.words),
        _ => why.words.clone(),
    }
}
