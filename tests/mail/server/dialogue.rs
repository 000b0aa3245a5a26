//! One connection, from its greeting to its end.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rustls::{ServerConnection, StreamOwned};

use super::script::{Act, Step};
use super::talk::{Kept, Said, message_id};
use super::{Shared, Wire};

enum Line {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ServerConnection, TcpStream>>),
}

struct Dialogue<'a> {
    shared: &'a Arc<Shared>,
    number: usize,
    line: Line,
    /// Bytes of the client that were not looked at yet.
    waiting: Vec<u8>,
    secured: bool,
    logged_in: bool,
    from: Option<String>,
    to: Vec<String>,
    /// The server broke the connection.
    dropped: bool,
}

/// Holds the dialogue to its end, and listens until the client has gone.
pub(super) fn hold(shared: &Arc<Shared>, line: TcpStream, number: usize) {
    let _ = line.set_nodelay(true);
    let mut dialogue = Dialogue {
        shared,
        number,
        line: Line::Plain(line),
        waiting: Vec::new(),
        secured: false,
        logged_in: false,
        from: None,
        to: Vec::new(),
        dropped: false,
    };
    let _ = dialogue.run();
    if dialogue.dropped {
        dialogue.note(Said::Dropped);
        let _ = dialogue.tcp().shutdown(Shutdown::Both);
    } else {
        while dialogue.fill().is_some() {}
        dialogue.talk(|talk| talk.closed = true);
    }
}

impl Dialogue<'_> {
    /// `None` when the connection ends.
    fn run(&mut self) -> Option<()> {
        if matches!(self.shared.wire, Wire::Tls(_)) {
            self.handshake()?;
        }
        self.answer(Step::Greeting, "220 uji.test ESMTP")?;
        loop {
            let line = self.command()?;
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            match verb.as_str() {
                "EHLO" => {
                    self.forget();
                    let offers = self.offers();
                    self.answer(Step::Ehlo, &offers)?;
                }
                "STARTTLS" => {
                    let positive = self.answer(Step::StartTls, "220 2.0.0 Ready to start TLS")?;
                    if positive {
                        self.waiting.clear();
                        self.handshake()?;
                        self.forget();
                    }
                }
                "AUTH" => self.log_in(&line)?,
                "MAIL" => self.sender(&line)?,
                "RCPT" => self.recipient(&line)?,
                "DATA" => self.message()?,
                "RSET" => {
                    self.forget();
                    self.answer(Step::Rset, "250 2.0.0 Ok")?;
                }
                "NOOP" => drop(self.answer(Step::Noop, "250 2.0.0 Ok")?),
                "QUIT" => {
                    self.answer(Step::Quit, "221 2.0.0 Bye")?;
                    return None;
                }
                _ => self.say("502 5.5.2 Error: command not recognized")?,
            }
        }
    }

    fn offers(&self) -> String {
        let state = self.shared.lock();
        let script = &state.script;
        let mut lines = vec!["uji.test".to_owned(), "PIPELINING".to_owned()];
        lines.extend(script.size.map(|size| format!("SIZE {size}")));
        let clear = matches!(self.shared.wire, Wire::StartTls(_)) && !self.secured;
        if clear && !script.silent_tls {
            lines.push("STARTTLS".to_owned());
        }
        if script.account.is_some() && !clear {
            lines.push(format!("AUTH {}", script.mechanisms.as_deref().unwrap_or("PLAIN LOGIN")));
        }
        lines.push("ENHANCEDSTATUSCODES".to_owned());
        let last = lines.pop().unwrap_or_default();
        lines.iter().map(|line| format!("250-{line}\n")).collect::<String>() + "250 " + &last
    }

    fn log_in(&mut self, line: &str) -> Option<()> {
        let (_, act) = self.shared.lock().script.next(Step::Auth, None);
        if !matches!(act, Act::Usual) {
            let said = self.perform(act, "")?;
            self.logged_in = said.starts_with(b"235");
            if said.starts_with(b"334") {
                let next = self.command()?;
                return self.log_in(&next);
            }
            return Some(());
        }
        let Some((user, password)) = self.shared.lock().script.account.clone() else {
            return self.say("503 5.5.1 Error: authentication not enabled");
        };
        let mut words = line.split(' ').skip(1);
        let given = match (words.next().map(str::to_uppercase).as_deref(), words.next()) {
            (Some("PLAIN"), Some(response)) => response.to_owned(),
            (Some("PLAIN"), None) => self.challenge("")?,
            (Some("LOGIN"), None) => {
                let user = self.challenge("VXNlcm5hbWU6")?;
                let password = self.challenge("UGFzc3dvcmQ6")?;
                let plain = [b"\0".to_vec(), decode(&user), b"\0".to_vec(), decode(&password)].concat();
                STANDARD.encode(plain)
            }
            _ => return self.say("504 5.5.4 Unrecognized authentication type"),
        };
        self.logged_in = decode(&given) == format!("\0{user}\0{password}").into_bytes();
        self.say(if self.logged_in { "235 2.7.0 Ok" } else { "535 5.7.8 Error: authentication failed" })
    }

    fn challenge(&mut self, text: &str) -> Option<String> {
        self.say(&format!("334 {text}"))?;
        self.command()
    }

    fn sender(&mut self, line: &str) -> Option<()> {
        let (account, size) = {
            let state = self.shared.lock();
            (state.script.account.is_some(), state.script.size)
        };
        let announced = line.split("SIZE=").nth(1).and_then(|text| text.trim().parse::<u64>().ok());
        let usual = if account && !self.logged_in {
            "530 5.7.0 Authentication required"
        } else if self.from.is_some() {
            "503 5.5.1 Error: nested MAIL command"
        } else if size.is_some_and(|size| announced.is_some_and(|announced| announced > size)) {
            "552 5.3.4 Message size exceeds fixed limit"
        } else if bracketed(line).is_none() {
            "501 5.5.4 Syntax: MAIL FROM:<address>"
        } else {
            "250 2.1.0 Ok"
        };
        if self.answer(Step::Mail, usual)? {
            self.from = bracketed(line);
        }
        Some(())
    }

    fn recipient(&mut self, line: &str) -> Option<()> {
        let given = bracketed(line);
        let usual = match (&self.from, &given) {
            (None, _) => "503 5.5.1 Error: need MAIL command",
            (_, None) => "501 5.5.4 Syntax: RCPT TO:<address>",
            _ => "250 2.1.5 Ok",
        };
        let (_, act) = self.shared.lock().script.next(Step::Rcpt, given.as_deref());
        if self.perform(act, usual)?.starts_with(b"2") {
            self.to.extend(given);
        }
        Some(())
    }

    fn message(&mut self) -> Option<()> {
        let usual = if self.to.is_empty() {
            "503 5.5.1 Error: need RCPT command"
        } else {
            "354 End data with <CR><LF>.<CR><LF>"
        };
        if !self.answer(Step::Data, usual)? {
            return Some(());
        }
        let (after, act) = self.shared.lock().script.next(Step::Body, self.to.last().map(String::as_str));
        let mut act = Some(act);
        let mut searched = 0;
        let end = loop {
            if self.waiting.len() >= after
                && let Some(act) = act.take()
            {
                self.perform(act, "")?;
            }
            if let Some(end) = dot(&self.waiting, searched) {
                break end;
            }
            // A dot may have come in two pieces.
            searched = self.waiting.len().saturating_sub(4);
            self.fill()?;
        };
        let rest = self.waiting.split_off(end);
        let stuffed = std::mem::replace(&mut self.waiting, rest);
        let bytes = unstuffed(&stuffed);
        let (_, act) = self.shared.lock().script.next(Step::Dot, self.to.last().map(String::as_str));
        let number = if act.keeps() { self.keep(bytes) } else { 0 };
        self.forget();
        self.perform(act, &format!("250 2.0.0 Ok: queued as {number}")).map(drop)
    }

    /// Takes responsibility, before a word is said of it.
    fn keep(&mut self, bytes: Vec<u8>) -> usize {
        let mut state = self.shared.lock();
        let id = message_id(&bytes);
        let bytes = if state.script.forgetful { Vec::new() } else { bytes };
        let from = self.from.clone().unwrap_or_default();
        state.kept.push(Kept { from, to: self.to.clone(), bytes, id, talk: self.number });
        state.kept.len()
    }

    fn forget(&mut self) {
        self.from = None;
        self.to.clear();
    }

    /// Does what the script says at this step; whether it was a word that lets the client go on.
    fn answer(&mut self, step: Step, usual: &str) -> Option<bool> {
        let (_, act) = self.shared.lock().script.next(step, self.to.last().map(String::as_str));
        let said = self.perform(act, usual)?;
        Some(said.starts_with(b"2") || said.starts_with(b"3"))
    }

    /// What was said; `None` when the connection ends.
    fn perform(&mut self, act: Act, usual: &str) -> Option<Vec<u8>> {
        match act {
            Act::Usual if usual.is_empty() => Some(Vec::new()),
            Act::Usual => self.perform(Act::say(usual), usual),
            Act::Say(lines) => {
                let bytes: String = lines.split('\n').map(|line| format!("{line}\r\n")).collect();
                self.perform(Act::Bytes(bytes.into_bytes()), usual)
            }
            Act::Bytes(bytes) => self.send(&bytes).map(|()| bytes),
            Act::Drip(bytes, pause) => {
                for byte in &bytes {
                    self.send(&[*byte])?;
                    self.shared.pause(pause)?;
                }
                Some(bytes)
            }
            Act::Flood(byte) => {
                self.send(&[byte; 4096])?;
                while self.put(&[byte; 4096]).is_some() {}
                None
            }
            Act::Late(time, then) => {
                self.shared.pause(time)?;
                self.perform(*then, usual)
            }
            Act::Keep(then) => self.perform(*then, usual),
            Act::Drop => {
                self.dropped = true;
                None
            }
            Act::Hang => None,
        }
    }

    fn say(&mut self, line: &str) -> Option<()> {
        self.send(format!("{line}\r\n").as_bytes())
    }

    fn send(&mut self, bytes: &[u8]) -> Option<()> {
        self.note(Said::Server(bytes.to_vec()));
        self.put(bytes)
    }

    fn put(&mut self, bytes: &[u8]) -> Option<()> {
        let line: &mut dyn Write = match &mut self.line {
            Line::Plain(line) => line,
            Line::Tls(line) => line,
        };
        line.write_all(bytes).and_then(|()| line.flush()).ok()
    }

    /// The next line of the client's.
    fn command(&mut self) -> Option<String> {
        let end = loop {
            if let Some(end) = self.waiting.windows(2).position(|two| two == b"\r\n") {
                break end;
            }
            self.fill()?;
        };
        let line: Vec<u8> = self.waiting.drain(..end + 2).collect();
        let line = String::from_utf8_lossy(&line).trim_end_matches("\r\n").to_owned();
        self.talk(|talk| talk.commands.push(line.clone()));
        Some(line)
    }

    /// More bytes of the client's.
    fn fill(&mut self) -> Option<()> {
        let mut bytes = vec![0; 1 << 16];
        let line: &mut dyn Read = match &mut self.line {
            Line::Plain(line) => line,
            Line::Tls(line) => line,
        };
        let count = line.read(&mut bytes).ok().filter(|count| *count > 0)?;
        bytes.truncate(count);
        self.waiting.extend_from_slice(&bytes);
        let forgetful = self.shared.lock().script.forgetful;
        if !forgetful || count < 1024 {
            self.note(Said::Client(bytes));
        }
        Some(())
    }

    fn handshake(&mut self) -> Option<()> {
        let tcp = self.tcp().try_clone().ok()?;
        let connection = ServerConnection::new(Arc::clone(self.shared.tls.as_ref()?)).ok()?;
        let mut line = Box::new(StreamOwned::new(connection, tcp));
        let done = line.conn.complete_io(&mut line.sock);
        self.note(Said::Handshake(done.as_ref().map(|_| ()).map_err(ToString::to_string)));
        self.line = Line::Tls(line);
        self.secured = true;
        done.ok().map(drop)
    }

    fn tcp(&self) -> &TcpStream {
        match &self.line {
            Line::Plain(line) => line,
            Line::Tls(line) => &line.sock,
        }
    }

    fn note(&self, said: Said) {
        self.talk(|talk| talk.said.push(said));
    }

    fn talk(&self, change: impl FnOnce(&mut super::Talk)) {
        change(&mut self.shared.lock().talks[self.number]);
    }
}

/// Where a message ends, behind its dot; what lies before `searched` was looked at already.
fn dot(bytes: &[u8], searched: usize) -> Option<usize> {
    if bytes.starts_with(b".\r\n") {
        return Some(3);
    }
    bytes[searched..].windows(5).position(|five| five == b"\r\n.\r\n").map(|at| searched + at + 5)
}

/// A message without the dot at its end and those that the wire added.
fn unstuffed(stuffed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(stuffed.len());
    let mut start = true;
    for &byte in &stuffed[..stuffed.len() - 3] {
        if !(start && byte == b'.') {
            bytes.push(byte);
        }
        start = byte == b'\n';
    }
    bytes
}

/// What stands in angle brackets.
fn bracketed(line: &str) -> Option<String> {
    let (_, rest) = line.split_once('<')?;
    rest.split_once('>').map(|(inner, _)| inner.to_owned())
}

fn decode(text: &str) -> Vec<u8> {
    STANDARD.decode(text).unwrap_or_default()
}
