//! A mail server that does what a script says, and remembers every byte.
//!
//! A thread for each connection, a port chosen by the system; it lives as long as the value does, so several programs may
//! speak to it one after the other or at once. What it says and when is a [`Script`]; what was said is a [`Talk`] for each
//! connection; what it took responsibility for are its [`Kept`] messages. Tests read their invariants from these, never
//! from what the program believes.

mod dialogue;
mod flaky;
mod papers;
mod script;
mod talk;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::Duration;

use rakor::mail::Secret;
use rakor::mail::smtp::{Login, Patience, Security, Server};

pub(crate) use papers::Papers;
pub(crate) use script::{Act, Script, Step};
pub(crate) use talk::{Kept, Said, Talk};

/// Long enough that only a hanging test reaches it.
const PATIENCE: Duration = Duration::from_secs(20);

/// How the server's line is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wire {
    /// Not at all.
    Plain,
    /// TLS from the first byte.
    Tls(Papers),
    /// In the clear until STARTTLS, which it offers.
    StartTls(Papers),
}

/// A server at work. Dropping it ends its threads.
pub(crate) struct SmtpServer {
    shared: Arc<Shared>,
    port: u16,
    wire: Wire,
    root: Option<String>,
    listening: Option<JoinHandle<()>>,
}

/// What its threads share.
struct Shared {
    tls: Option<Arc<rustls::ServerConfig>>,
    wire: Wire,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    script: Script,
    talks: Vec<Talk>,
    kept: Vec<Kept>,
    lines: Vec<TcpStream>,
    threads: Vec<JoinHandle<()>>,
    active: usize,
    stopped: bool,
}

impl SmtpServer {
    /// Listens on a port of the system's choice.
    pub(crate) fn start(wire: Wire, script: Script) -> Self {
        let (tls, root) = match wire {
            Wire::Plain => (None, None),
            Wire::Tls(papers) | Wire::StartTls(papers) => {
                let (config, root) = papers.issue();
                (Some(config), Some(root))
            }
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Mutex::new(State { script, ..State::default() });
        let shared = Arc::new(Shared { tls, wire, state, changed: Condvar::new() });
        let ours = Arc::clone(&shared);
        let listening = Some(std::thread::spawn(move || listen(&listener, &ours)));
        Self { shared, port, wire, root, listening }
    }

    /// In the clear, as a relay on this machine, and doing all that is asked.
    pub(crate) fn relay() -> Self {
        Self::start(Wire::Plain, Script::default())
    }

    /// Its port on 127.0.0.1.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The root of its certificate, PEM; for every kind of [`Papers`] the one that vouches for good ones.
    pub(crate) fn root(&self) -> Option<&str> {
        self.root.as_deref()
    }

    /// How to speak to it: the account of its script, patience of 20 seconds in each step.
    pub(crate) fn settings(&self) -> Server {
        let account = self.shared.lock().script.account.clone();
        Server {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            security: match self.wire {
                Wire::Plain => Security::Loopback,
                Wire::Tls(_) => Security::Tls,
                Wire::StartTls(_) => Security::StartTls,
            },
            login: account.map(|(user, password)| Login { user, password: Secret::new(password) }),
            root: self.root.clone().map(String::into_bytes),
            hello: "klien.uji.test".to_owned(),
            patience: Patience {
                connect: PATIENCE,
                greeting: PATIENCE,
                mail: PATIENCE,
                recipient: PATIENCE,
                data: PATIENCE,
                block: PATIENCE,
                dot: PATIENCE,
            },
        }
    }

    /// From now on does what this script says; connections that stand go on under it.
    pub(crate) fn follow(&self, script: Script) {
        self.shared.lock().script = script;
    }

    /// What was said on each connection, in the order they were opened; also on those that still stand.
    pub(crate) fn talks(&self) -> Vec<Talk> {
        self.shared.lock().talks.clone()
    }

    /// How many connections were opened, and how many messages taken; for those who ask often.
    pub(crate) fn progress(&self) -> (usize, usize) {
        let state = self.shared.lock();
        (state.talks.len(), state.kept.len())
    }

    /// The messages it took responsibility for, in order.
    pub(crate) fn kept(&self) -> Vec<Kept> {
        self.shared.lock().kept.clone()
    }

    /// How often each Message-ID was taken; for the invariant *at most once*.
    pub(crate) fn counts(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for message in &self.shared.lock().kept {
            *counts.entry(message.id.clone()).or_default() += 1;
        }
        counts
    }

    /// Waits until no connection stands, then gives what was said on them.
    pub(crate) fn settled(&self) -> Vec<Talk> {
        let (state, late) =
            self.shared.changed.wait_timeout_while(self.shared.lock(), PATIENCE, |state| state.active > 0).unwrap();
        assert!(!late.timed_out(), "{} connections still stand", state.active);
        state.talks.clone()
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.shared.lock().stopped = true;
        self.shared.changed.notify_all();
        // Wakes the listener, who then sees the flag.
        let _ = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, self.port)));
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
        let (lines, threads) = {
            let mut state = self.shared.lock();
            (std::mem::take(&mut state.lines), std::mem::take(&mut state.threads))
        };
        for line in lines {
            let _ = line.shutdown(Shutdown::Both);
        }
        for thread in threads {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Waits, or notices that the server ends.
    fn pause(&self, time: Duration) -> Option<()> {
        let waited = self.changed.wait_timeout_while(self.lock(), time, |state| !state.stopped);
        waited.is_ok_and(|(state, _)| !state.stopped).then_some(())
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    for line in listener.incoming() {
        if shared.lock().stopped {
            return;
        }
        let Ok(line) = line else { continue };
        let Ok(ours) = line.try_clone() else { continue };
        let number = {
            let mut state = shared.lock();
            state.active += 1;
            state.lines.push(ours);
            state.talks.push(Talk::default());
            state.talks.len() - 1
        };
        let shared_there = Arc::clone(shared);
        let thread = std::thread::spawn(move || {
            dialogue::hold(&shared_there, line, number);
            shared_there.lock().active -= 1;
            shared_there.changed.notify_all();
        });
        shared.lock().threads.push(thread);
    }
}
