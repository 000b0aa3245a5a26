//! The line to a server: bytes both ways, and what was heard but not asked for.

use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use rustls::{ClientConnection, StreamOwned};

use super::reply::{Odd, Reply};

/// So much is read at once, in bytes.
const PIECE: usize = 4 << 10;

/// A line that stands.
pub(super) struct Line {
    stream: Stream,
    /// What the server said and nobody read yet.
    heard: Vec<u8>,
}

enum Stream {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ClientConnection, TcpStream>>),
}

/// Why a step on the line gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Not within this time.
    Late(Duration),
    /// The server closed it.
    Closed,
    /// The system reports trouble.
    Broken(ErrorKind),
    /// The answer is no reply.
    Odd(Odd),
    /// The server spoke first; what was to be said was not.
    Early(Reply),
    /// Nobody is there to take the step.
    Gone,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Late(limit) if limit.subsec_nanos() == 0 => {
                write!(f, "server tidak memberi jawaban lengkap dalam {} detik", limit.as_secs())
            }
            Self::Late(limit) => {
                write!(f, "server tidak memberi jawaban lengkap dalam {} milidetik", limit.as_millis())
            }
            Self::Closed => f.write_str("server memutus sambungan"),
            Self::Broken(kind) => write!(f, "sambungan ke server terganggu: {}", cause(*kind)),
            Self::Odd(Odd::Long) => f.write_str("jawaban server melebihi batas panjang"),
            Self::Odd(Odd::Shape(line)) => write!(f, "jawaban server tidak dapat dipahami: {line}"),
            Self::Early(reply) => write!(f, "server berbicara tanpa ditanya: {} {}", reply.code, reply.words()),
            Self::Gone => f.write_str("sambungan sudah ditutup"),
        }
    }
}

/// What the system says of a connection, as the end of a sentence.
pub(super) fn cause(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::ConnectionRefused => "sambungan ditolak",
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted => "sambungan diputus",
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            "jaringan tidak terjangkau"
        }
        ErrorKind::TimedOut | ErrorKind::WouldBlock => "server tidak menjawab",
        _ => "sistem melaporkan gangguan",
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            // One fact; which of these the system tells depends on what arrives first.
            ErrorKind::UnexpectedEof
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe => Self::Closed,
            kind => Self::Broken(kind),
        }
    }
}

impl Line {
    pub(super) fn plain(tcp: TcpStream) -> Self {
        Self { stream: Stream::Plain(tcp), heard: Vec::new() }
    }

    pub(super) fn secured(tls: StreamOwned<ClientConnection, TcpStream>) -> Self {
        Self { stream: Stream::Tls(Box::new(tls)), heard: Vec::new() }
    }

    /// The connection below, to be secured; nothing when that was done already, or when something was heard that must not
    /// count afterwards.
    pub(super) fn into_unheard(self) -> Option<TcpStream> {
        match self.stream {
            Stream::Plain(tcp) if self.heard.is_empty() => Some(tcp),
            _ => None,
        }
    }

    /// The next reply.
    pub(super) fn hear(&mut self) -> Result<Reply, Fault> {
        loop {
            if let Some(reply) = Reply::take(&mut self.heard).map_err(Fault::Odd)? {
                return Ok(reply);
            }
            if self.read()? == 0 {
                return Err(Fault::Closed);
            }
        }
    }

    /// Says something and hears the reply to it: what was said before is no reply to it.
    pub(super) fn ask(&mut self, bytes: &[u8]) -> Result<Reply, Fault> {
        self.say(bytes)?;
        self.hear()
    }

    /// Says something, unless the server has spoken unasked.
    pub(super) fn say(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.listen()?;
        let stream = self.stream();
        stream.write_all(bytes)?;
        Ok(stream.flush()?)
    }

    /// Makes sure that the server waits for us.
    pub(super) fn listen(&mut self) -> Result<(), Fault> {
        if self.is_quiet()? { Ok(()) } else { self.hear().and_then(|reply| Err(Fault::Early(reply))) }
    }

    /// Whether the server waits for us. Does not wait itself.
    pub(super) fn is_quiet(&mut self) -> Result<bool, Fault> {
        if !self.heard.is_empty() {
            return Ok(false);
        }
        self.tcp().set_nonblocking(true)?;
        let read = self.read();
        self.tcp().set_nonblocking(false)?;
        match read {
            Ok(0) => Err(Fault::Closed),
            Ok(_) => Ok(false),
            Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(true),
            Err(error) => Err(error.into()),
        }
    }

    /// Says goodbye; what is answered does not matter any more.
    pub(super) fn leave(&mut self) -> Result<(), Fault> {
        self.ask(b"QUIT\r\n")?;
        if let Stream::Tls(tls) = &mut self.stream {
            tls.conn.send_close_notify();
            tls.flush()?;
        }
        Ok(())
    }

    fn read(&mut self) -> io::Result<usize> {
        let mut piece = [0; PIECE];
        let count = loop {
            match self.stream().read(&mut piece) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.heard.extend(piece.iter().take(count));
        Ok(count)
    }

    fn stream(&mut self) -> &mut dyn ReadWrite {
        match &mut self.stream {
            Stream::Plain(tcp) => tcp,
            Stream::Tls(tls) => tls.as_mut(),
        }
    }

    fn tcp(&self) -> &TcpStream {
        match &self.stream {
            Stream::Plain(tcp) => tcp,
            Stream::Tls(tls) => &tls.sock,
        }
    }
}

trait ReadWrite: Read + Write {}

impl<T: Read + Write> ReadWrite for T {}
