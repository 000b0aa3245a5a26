//! A message as the bytes that go over the wire.
//!
//! Owns: which headers a message has, how they are encoded, and that nothing else is in it. Subject and body are written by
//! [`crate::report`]; how bytes are laid away and handed over belongs to [`super::ledger`] and [`super::smtp`].
//!
//! Bad characters are refused, not repaired: a name that carries a line feed is no slip of the pen. Headers with words of
//! ours are encoded here and not by the engine, which hands `=?…?=` in a name or a subject on as it stands, where every
//! reader would decode it to something that nobody wrote.

use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use lettre::address::Envelope;
use lettre::message::header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, Message, MultiPart, SinglePart};

use super::{Address, code};
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::digest::sha256;
use crate::fonts::{self, Why};

/// Longest line without its CRLF (RFC 5322, 2.1.1).
const LONGEST_LINE: usize = 998;
/// The same as every line of ours should be.
const LINE: usize = 76;
/// A longer plain word is encoded, for then it can be broken.
const WORD: usize = 60;
/// An encoded word (RFC 2047) is at most 75 characters: this many bytes leave room for `=?utf-8?b?` and `?=`.
const WORD_BYTES: usize = 45;
/// Longest file name: that of the common file systems.
const LONGEST_NAME: usize = 255;
/// Longest Message-ID; with the angle brackets it stays within a line.
const LONGEST_ID: usize = 250;
/// The first second of the year 10000, after which no date of a mail is defined.
const END_OF_DATES: u64 = 253_402_300_800;

/// A file that goes along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// ASCII, of the pattern `laporan-JENIS_KODE-NAMA_PERIODE[_revN].pdf`.
    pub file_name: String,
    /// The PDF.
    pub bytes: Vec<u8>,
}

/// Everything a message says. One recipient, never a list.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// Whom it is from.
    pub from: &'a Address,
    /// The name before that address.
    pub from_name: Option<&'a str>,
    /// Where answers go, when not to the sender.
    pub reply_to: Option<&'a Address>,
    /// Whom it is to. The header bears the address alone: the office stands in the body, and a name before the address
    /// would be one more place for a word that somebody else's program could take for an address.
    pub to: &'a Address,
    /// The subject, in full.
    pub subject: &'a str,
    /// The body as text, lines ended by a line feed.
    pub text: &'a str,
    /// The body as HTML.
    pub html: &'a str,
    /// The report.
    pub attachment: &'a Attachment,
    /// Without angle brackets; see [`super::Key::message_id`].
    pub message_id: &'a str,
    /// The id of the key, for the header that a relay's log can be searched by; none in a rehearsal.
    pub key_id: Option<&'a str>,
    /// The moment it was made ready; the same in every attempt.
    pub date: DateTime<Utc>,
}

impl Letter<'_> {
    /// The message with CRLF line ends, 7-bit clean, without a bare CR or LF: the same letter, the same bytes. Its length
    /// is what a server is asked to take.
    ///
    /// Refuses control characters in names, subject and file name, naming the field.
    pub fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let diagnostics = self.faults();
        if !diagnostics.is_empty() {
            return Err(Failure { kind: FailureKind::Data, diagnostics });
        }
        let (from, to) = (mailbox(self.from)?, mailbox(self.to)?);
        let envelope = Envelope::new(Some(from.email.clone()), vec![to.email.clone()]).map_err(unfit)?;
        let seconds = u64::try_from(self.date.timestamp()).unwrap_or_default();
        let mut builder = Message::builder()
            .envelope(envelope)
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .raw_header(self.sender())
            .to(to);
        if let Some(reply_to) = self.reply_to {
            builder = builder.reply_to(mailbox(reply_to)?);
        }
        builder = builder
            .raw_header(header("Subject", self.subject, words(self.subject, "Subject: ".len())))
            .message_id(Some(format!("<{}>", self.message_id)))
            .raw_header(plain("Auto-Submitted", "auto-generated"))
            .raw_header(plain("Content-Language", "id"));
        if let Some(id) = self.key_id {
            builder = builder.raw_header(plain("X-Rakor-Kunci", id));
        }
        let bytes = builder.multipart(self.parts()).map_err(unfit)?.formatted();
        check(&bytes)?;
        Ok(bytes)
    }

    fn parts(&self) -> MultiPart {
        let quoted = |kind: ContentType, text: &str| {
            let body = encoded(text.to_owned(), ContentTransferEncoding::QuotedPrintable);
            SinglePart::builder().header(kind).body(body)
        };
        let body = MultiPart::alternative()
            .boundary(self.boundary("badan"))
            .singlepart(quoted(ContentType::TEXT_PLAIN, self.text))
            .singlepart(quoted(ContentType::TEXT_HTML, self.html));
        // A PDF is never sent as text, whatever its bytes look like.
        let pdf = SinglePart::builder()
            .header(ContentType::parse("application/pdf").unwrap_or(ContentType::TEXT_PLAIN))
            .header(Disposition(self.attachment.file_name.clone()))
            .body(encoded(self.attachment.bytes.clone(), ContentTransferEncoding::Base64));
        MultiPart::mixed().boundary(self.boundary("surat")).multipart(body).singlepart(pdf)
    }

    /// Follows from the Message-ID. Neither quoted-printable (where `=` stands before two digits or a line's end) nor base64
    /// (where nothing follows a `=`) ever says `=_`, so that no part can hold it.
    fn boundary(&self, level: &str) -> String {
        let digest = sha256(self.message_id.as_bytes());
        format!("=_{level}_{}", digest.get(..32).unwrap_or(&digest))
    }

    fn sender(&self) -> HeaderValue {
        let address = format!("<{}>", self.from.full());
        let named = self.from_name.map(str::trim).filter(|name| !name.is_empty());
        let value = match named {
            None => self.from.full(),
            Some(name) => {
                let name = phrase(name, "From: ".len());
                // The address on a line of its own, when both would not fit into one.
                let last = name.rsplit("\r\n").next().map_or(0, str::len);
                let space = if last + 1 + address.len() + "From: ".len() > LINE { "\r\n " } else { " " };
                format!("{name}{space}{address}")
            }
        };
        header("From", &self.from.full(), value)
    }

    /// Everything that refuses the letter.
    fn faults(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let lines = [
            ("nama pengirim", self.from_name.unwrap_or_default()),
            ("perihal", self.subject),
            ("nama berkas lampiran", &self.attachment.file_name),
            ("pengenal pesan", self.message_id),
            ("pengenal kunci", self.key_id.unwrap_or_default()),
        ];
        found.extend(lines.iter().filter_map(|(field, text)| {
            let ch = text.chars().find(|ch| fonts::unseen(*ch).is_some())?;
            Some(control(field, ch))
        }));
        // A line feed ends a line of the body, and a tab does no harm there; neither do marks that shape a word.
        let bodies = [("badan surel (teks)", self.text), ("badan surel (HTML)", self.html)];
        found.extend(bodies.iter().filter_map(|(field, text)| {
            let obeyed =
                |ch: &char| !matches!(ch, '\n' | '\t') && fonts::unseen(*ch).is_some_and(|why| why != Why::Invisible);
            Some(control(field, text.chars().find(obeyed)?))
        }));
        if found.is_empty() {
            found.extend(self.misshapen());
        }
        found
    }

    /// What is visible and cannot be sent all the same.
    fn misshapen(&self) -> Vec<Diagnostic> {
        let parts = [
            (self.subject, "Perihal surel kosong."),
            (self.text, "Badan surel (teks) kosong."),
            (self.html, "Badan surel (HTML) kosong."),
        ];
        let empty = parts.into_iter().filter(|(text, _)| text.trim().is_empty());
        let mut found: Vec<Diagnostic> =
            empty.map(|(_, message)| Diagnostic::error(code::WANTING, message, "Periksa templat surel.")).collect();
        if self.attachment.bytes.is_empty() {
            let message = "Berkas lampiran surel kosong.";
            found.push(Diagnostic::error(
                code::WANTING,
                message,
                "Buat kembali laporan itu, lalu ulangi perintah ini.",
            ));
        }
        if !is_file_name(&self.attachment.file_name) {
            let message = "Nama berkas lampiran surel tidak dapat dipakai pada semua komputer.";
            let diagnostic = Diagnostic::error(code::FILE_NAME, message, "Ganti nama berkas itu.")
                .found(crate::diagnostic::quote(&self.attachment.file_name))
                .expected(format!(
                    "huruf a–z, angka, titik, garis bawah, dan tanda hubung, diakhiri .pdf, paling banyak {LONGEST_NAME} karakter"
                ));
            found.push(diagnostic);
        }
        if !is_message_id(self.message_id) {
            let message = "Pengenal pesan tidak berbentuk seperti yang seharusnya.";
            found.push(Diagnostic::error(code::IDENTITY, message, INTERNAL));
        }
        if !self.key_id.is_none_or(is_key_id) {
            let message = "Pengenal kunci tidak berbentuk seperti yang seharusnya.";
            found.push(Diagnostic::error(code::IDENTITY, message, INTERNAL));
        }
        if !u64::try_from(self.date.timestamp()).is_ok_and(|seconds| seconds < END_OF_DATES) {
            let message = "Waktu surel di luar tahun 1970 sampai dengan 9999.";
            found.push(Diagnostic::error(code::MOMENT, message, "Periksa jam komputer ini."));
        }
        found
    }
}

/// What to do about a fault of the program itself.
const INTERNAL: &str = "Laporkan kode ini kepada pengelola.";

fn control(field: &str, ch: char) -> Diagnostic {
    let message = format!("Isian {field} memuat karakter U+{:04X} yang tidak terlihat.", u32::from(ch));
    Diagnostic::error(code::CONTROL, message, "Hapus karakter itu dari sumbernya; surel tidak disusun.")
}

fn unfit(error: impl std::fmt::Display) -> Failure {
    let diagnostic = Diagnostic::error(code::UNFIT, "Surel tidak dapat disusun.", INTERNAL);
    Failure::one(FailureKind::Internal, diagnostic.engine(error.to_string()))
}

/// An address as the engine has it. What it objects to may quote the address and is not passed on.
fn mailbox(address: &Address) -> Result<Mailbox, Failure> {
    let full = address.full();
    let (local, domain) = full.rsplit_once('@').unwrap_or_default();
    let email = lettre::Address::new(local, domain).map_err(|_| unfit("address refused"))?;
    Ok(Mailbox::new(None, email))
}

/// Letters that every computer takes in a file name, no separator, no leading dot or hyphen.
fn is_file_name(name: &str) -> bool {
    let stem = name.strip_suffix(".pdf").unwrap_or_default();
    let ok = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    stem.starts_with(|c: char| c.is_ascii_alphanumeric()) && stem.bytes().all(ok) && name.len() <= LONGEST_NAME
}

fn is_message_id(id: &str) -> bool {
    let ok = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let part = |part: &str| !part.is_empty() && part.bytes().all(ok) && part.split('.').all(|word| !word.is_empty());
    id.len() <= LONGEST_ID && id.split_once('@').is_some_and(|(left, right)| part(left) && part(right))
}

fn is_key_id(id: &str) -> bool {
    !id.is_empty() && id.len() < LINE && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn header(name: &'static str, raw: &str, encoded: String) -> HeaderValue {
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), raw.to_owned(), encoded)
}

fn plain(name: &'static str, value: &str) -> HeaderValue {
    header(name, value, value.to_owned())
}

/// A text in a header: as it is, folded between words, when it is plain and nobody could take a part of it for an encoded
/// word; else encoded.
fn words(text: &str, before: usize) -> String {
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let is_even = text.split(' ').all(|word| !word.is_empty() && word.len() <= WORD);
    if is_plain && is_even && !text.contains("=?") { folded(text, before) } else { encoded_words(text, before) }
}

/// A line feed before the space that would lead out of the line.
fn folded(text: &str, before: usize) -> String {
    let (mut out, mut length) = (String::new(), before);
    for word in text.split(' ') {
        if out.is_empty() {
            length += word.len();
        } else if length + 1 + word.len() > LINE {
            out.push_str("\r\n ");
            length = 1 + word.len();
        } else {
            out.push(' ');
            length += 1 + word.len();
        }
        out.push_str(word);
    }
    out
}

/// A name before an address: plain words as they are, anything that would need quotes encoded.
fn phrase(name: &str, before: usize) -> String {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'_' | b'+' | b'/');
    if name.bytes().all(is_word) { words(name, before) } else { encoded_words(name, before) }
}

/// Words of RFC 2047, each of whole characters, one in each line; the first shares its line with the header's name.
fn encoded_words(text: &str, before: usize) -> String {
    let mut room = WORD_BYTES.saturating_sub(before.div_ceil(4) * 3);
    let (mut chunks, mut chunk) = (Vec::new(), String::new());
    for ch in text.chars() {
        if !chunk.is_empty() && chunk.len() + ch.len_utf8() > room {
            chunks.push(std::mem::take(&mut chunk));
            room = WORD_BYTES;
        }
        chunk.push(ch);
    }
    chunks.push(chunk);
    let words: Vec<String> = chunks.iter().map(|chunk| format!("=?utf-8?b?{}?=", STANDARD.encode(chunk))).collect();
    words.join("\r\n ")
}

/// `Content-Disposition` with the name in one piece. The engine's own splits names of forty characters into `filename*0`,
/// which common mail programs do not put together; ours are plain, and a line may be as long as any of them.
#[derive(Clone)]
struct Disposition(String);

impl Header for Disposition {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Disposition")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        header("Content-Disposition", &self.0, format!("attachment;\r\n filename=\"{}\"", self.0))
    }
}

fn encoded(body: impl Into<lettre::message::MaybeString>, encoding: ContentTransferEncoding) -> Body {
    // Both encodings in use take any bytes, so that nothing is ever given back unencoded.
    Body::new_with_encoding(body, encoding).unwrap_or_else(Body::new)
}

/// The last look: 7-bit, CRLF only, no line too long, no NUL. A message that fails here would be a fault of this room.
fn check(bytes: &[u8]) -> Result<(), Failure> {
    let mut rest = bytes;
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let (line, after) = rest.split_at(end + 1);
        let line = line.strip_suffix(b"\r\n").ok_or_else(|| unfit("bare line feed"))?;
        let sound = |byte: &u8| matches!(byte, b'\t' | b' '..=b'~');
        if line.len() > LONGEST_LINE || !line.iter().all(sound) {
            return Err(unfit("line is not plain"));
        }
        rest = after;
    }
    if rest.is_empty() { Ok(()) } else { Err(unfit("last line is open")) }
}
