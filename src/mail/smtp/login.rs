//! AUTH: the words that a password travels in.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::ExposeSecret;
use secrecy::zeroize::Zeroizing;

use super::Login;

/// Bytes that are wiped when they were said.
pub(super) type Words = Zeroizing<Vec<u8>>;

/// A longer command must not carry its first response (RFC 4954, 4).
const MAX_COMMAND: usize = 510;

/// The lines that log an account in, one after each other's reply, by the first way of ours that the server offers; `None`
/// when there is none.
pub(super) fn lines(login: &Login, offered: &[String]) -> Option<Vec<Words>> {
    let user = login.user.as_bytes();
    let password = login.password.0.expose_secret().as_bytes();
    let offers = |way: &str| offered.iter().any(|name| name.eq_ignore_ascii_case(way));
    if offers("PLAIN") {
        let response = base64(&[b"\0", user, b"\0", password]);
        return Some(match joined(&[b"AUTH PLAIN ", &response]) {
            short if short.len() <= MAX_COMMAND => vec![ended(&short)],
            _ => vec![ended(b"AUTH PLAIN"), ended(&response)],
        });
    }
    offers("LOGIN").then(|| vec![ended(b"AUTH LOGIN"), ended(&base64(&[user])), ended(&base64(&[password]))])
}

/// A reply's words without the password, should a server repeat it.
pub(super) fn hidden(words: &str, login: &Login) -> String {
    let password = login.password.0.expose_secret();
    let response = base64(&[b"\0", login.user.as_bytes(), b"\0", password.as_bytes()]);
    let alone = base64(&[password.as_bytes()]);
    let secrets = [Some(password), std::str::from_utf8(&response).ok(), std::str::from_utf8(&alone).ok()];
    secrets
        .into_iter()
        .flatten()
        .filter(|secret| !secret.is_empty())
        .fold(words.to_owned(), |words, secret| words.replace(secret, "•••"))
}

/// Room for all of it is taken at once: a vector that grows leaves its old bytes behind.
fn joined(parts: &[&[u8]]) -> Words {
    let mut whole = Zeroizing::new(Vec::with_capacity(parts.iter().map(|part| part.len()).sum()));
    for part in parts {
        whole.extend_from_slice(part);
    }
    whole
}

fn ended(line: &[u8]) -> Words {
    joined(&[line, b"\r\n"])
}

fn base64(parts: &[&[u8]]) -> Words {
    let plain = joined(parts);
    let mut coded = Zeroizing::new(vec![0; plain.len().div_ceil(3).saturating_mul(4)]);
    // The room is exactly what four letters for three bytes take, so it never fails.
    let written = STANDARD.encode_slice(plain.as_slice(), coded.as_mut_slice()).unwrap_or(0);
    coded.truncate(written);
    coded
}
