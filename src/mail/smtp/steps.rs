//! A thread that takes one step at a time, so that a step can be given up on.
//!
//! A limit of the system counts from one byte to the next, and a server that says a byte now and then would never reach it;
//! finding a name has no limit at all. So the line lives in a thread of its own, the run's thread waits for each step as long
//! as that step may take in all, and then breaks the connection. What was given up takes no further step.

use std::io;
use std::net::{Shutdown, TcpStream};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::line::{Fault, Line};

type Step = Box<dyn FnOnce(&mut Option<Line>) + Send>;

/// The thread, as the run sees it. It ends when this is dropped.
pub(super) struct Steps {
    next: Sender<Step>,
    plug: Arc<Plug>,
}

/// What a connection is broken with from outside.
#[derive(Default)]
pub(super) struct Plug(Mutex<Held>);

#[derive(Default)]
struct Held {
    pulled: bool,
    tcp: Option<TcpStream>,
}

impl Steps {
    pub(super) fn start() -> io::Result<Self> {
        let (next, steps) = mpsc::channel();
        let plug = Arc::new(Plug::default());
        let ours = Arc::clone(&plug);
        thread::Builder::new().name("surel".to_owned()).spawn(move || take(&steps, &ours))?;
        Ok(Self { next, plug })
    }

    /// The plug, for the step that makes the connection.
    pub(super) fn plug(&self) -> Arc<Plug> {
        Arc::clone(&self.plug)
    }

    /// Takes a step, and waits for it so long at most.
    pub(super) fn run<T: Send + 'static>(
        &self,
        limit: Duration,
        step: impl FnOnce(&mut Option<Line>) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        if self.plug.is_pulled() {
            return Err(Fault::Gone);
        }
        let (done, answer) = mpsc::sync_channel(1);
        let step = Box::new(move |line: &mut Option<Line>| drop(done.send(step(line))));
        self.next.send(step).map_err(|_| Fault::Gone)?;
        answer.recv_timeout(limit).map_err(|error| match error {
            RecvTimeoutError::Timeout => {
                self.give_up();
                Fault::Late(limit)
            }
            RecvTimeoutError::Disconnected => Fault::Gone,
        })
    }

    /// A step on the line that stands.
    pub(super) fn talk<T: Send + 'static>(
        &self,
        limit: Duration,
        step: impl FnOnce(&mut Line) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        self.run(limit, move |line| line.as_mut().map_or(Err(Fault::Gone), step))?
    }

    /// Breaks the connection; no further step is taken.
    pub(super) fn give_up(&self) {
        self.plug.pull();
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        self.give_up();
    }
}

fn take(steps: &Receiver<Step>, plug: &Plug) {
    let mut line = None;
    for step in steps {
        if plug.is_pulled() {
            return;
        }
        step(&mut line);
    }
}

impl Plug {
    /// Puts it into a new connection; whether anybody still waits for that.
    pub(super) fn hold(&self, tcp: &TcpStream) -> io::Result<bool> {
        let tcp = tcp.try_clone()?;
        let mut held = self.lock();
        held.tcp = Some(tcp);
        Ok(!held.pulled)
    }

    pub(super) fn is_pulled(&self) -> bool {
        self.lock().pulled
    }

    fn pull(&self) {
        let mut held = self.lock();
        held.pulled = true;
        if let Some(tcp) = held.tcp.take() {
            let _ = tcp.shutdown(Shutdown::Both);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
