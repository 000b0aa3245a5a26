//! What was said, and what the server took.

/// One thing that happened on a connection. Under TLS, bytes are those inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Bytes of the client.
    Client(Vec<u8>),
    /// Bytes of the server.
    Server(Vec<u8>),
    /// The handshake of TLS, and how it failed.
    Handshake(Result<(), String>),
    /// The server broke the connection.
    Dropped,
}

/// All that happened on a connection, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Talk {
    pub(crate) said: Vec<Said>,
    /// The client's commands without the bodies of messages, each without its line end.
    pub(crate) commands: Vec<String>,
    /// Whether the client closed it in the end.
    pub(crate) closed: bool,
}

impl Talk {
    /// Every byte of the client.
    pub(crate) fn client(&self) -> Vec<u8> {
        self.said
            .iter()
            .filter_map(|said| if let Said::Client(bytes) = said { Some(bytes.as_slice()) } else { None })
            .fold(Vec::new(), |mut all, bytes| {
                all.extend_from_slice(bytes);
                all
            })
    }

    /// The verbs of its commands: `EHLO MAIL RCPT DATA QUIT`.
    pub(crate) fn verbs(&self) -> String {
        let verb = |line: &String| line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        self.commands.iter().map(verb).collect::<Vec<_>>().join(" ")
    }
}

/// A message that the server took responsibility for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Sender on the envelope.
    pub(crate) from: String,
    /// Recipients on the envelope.
    pub(crate) to: Vec<String>,
    /// The message without the dots that the wire adds; empty when the script is forgetful.
    pub(crate) bytes: Vec<u8>,
    /// Its Message-ID without brackets; empty when it has none.
    pub(crate) id: String,
    /// On which connection, counted from 0.
    pub(crate) talk: usize,
}

/// The Message-ID in the head of a message, without brackets.
pub(super) fn message_id(message: &[u8]) -> String {
    let end = message.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(message.len());
    let head = String::from_utf8_lossy(&message[..end]).replace("\r\n ", " ").replace("\r\n\t", " ");
    let found = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("Message-ID").then(|| value.trim().trim_matches(['<', '>']).to_owned())
    });
    found.unwrap_or_default()
}
