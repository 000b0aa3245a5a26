//! The door to other processes: starting and ending a child, a child's two streams, and the limits it sets on itself.
#![expect(clippy::disallowed_methods, reason = "this is the door to other processes")]

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::{End, Limits, task};

/// A child whose output has ended has this long to end itself.
const GRACE: Duration = Duration::from_secs(2);
/// How long to wait between two looks.
const LOOK: Duration = Duration::from_millis(1);

/// The binary's allocator would take 1 GiB of addresses before the first limit stands, and hand out memory from there
/// whatever the limit says. It is told, in KiB, to take little at a time.
const ALLOCATOR: (&str, &str) = ("MIMALLOC_ARENA_RESERVE", "65536");

/// A child that does not outlive this value.
pub(super) struct Running(Child);

/// Starts a child in an environment that says nothing but how to allocate, and gives its input and output. Nobody hears what it says beside.
pub(super) fn start(program: &Path) -> io::Result<(Running, ChildStdin, ChildStdout)> {
    let mut command = Command::new(program);
    command.arg(task::ARGUMENT).env_clear().env(ALLOCATOR.0, ALLOCATOR.1);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    // Ctrl-C is meant for the parent, which lets a child finish what it has begun.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    let streams = child.stdin.take().zip(child.stdout.take());
    let running = Running(child);
    let (input, output) = streams.ok_or(io::ErrorKind::BrokenPipe)?;
    Ok((running, input, output))
}

impl Running {
    /// How it ended, once its output has.
    pub(super) fn end(&mut self, limits: &Limits) -> End {
        let mut waited = Duration::ZERO;
        loop {
            match self.0.try_wait() {
                Ok(Some(status)) => return End::of(status, limits),
                Ok(None) if waited < GRACE => thread::sleep(LOOK),
                _ => return End::Garbled,
            }
            waited += LOOK;
        }
    }
}

impl Drop for Running {
    /// Killing one that has ended already does nothing, and waiting for it leaves no entry in the system's list.
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The child's own input and output.
pub(super) fn streams() -> (impl Read, impl Write) {
    (io::stdin().lock(), io::stdout().lock())
}

/// Limits this process for the rest of its life; the time of its processor counts from now. `last` when no other request
/// follows.
#[cfg(unix)]
pub(super) fn limit(memory: u64, processor: u64, last: bool) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};

    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    // The three streams are open; nothing else can be: no file, no connection.
    let streams = 3;
    let spent = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or_default();
    let until = spent.saturating_add(processor);
    // At the soft limit of time comes a signal that tells why; at the hard one, another that does not. Nobody could raise
    // the hard one for the next request.
    let killed = if last { Some(until.saturating_add(5)) } else { getrlimit(Resource::Cpu).maximum };
    let limits = [
        (Resource::As, memory, Some(memory)),
        (Resource::Cpu, until, killed),
        (Resource::Nofile, streams, Some(streams)),
        (Resource::Fsize, 0, Some(0)),
        (Resource::Core, 0, Some(0)),
    ];
    for (resource, soft, hard) in limits {
        setrlimit(resource, Rlimit { current: Some(soft), maximum: hard })?;
    }
    Ok(())
}

/// Nothing here limits a process.
#[cfg(not(unix))]
pub(super) fn limit(_: u64, _: u64, _: bool) -> io::Result<()> {
    Ok(())
}
