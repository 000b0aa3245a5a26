//! The password of the mail account: where it may come from, and that it goes nowhere else.
//!
//! Every place is handed in as a value: the environment belongs to [`crate::cli`], the disk to [`crate::files`].

use std::path::Path;

use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};

use super::code::{
    CREDENTIAL_NAME, NO_PASSWORD, PASSWORD_ENVIRONMENT, PASSWORD_FOREIGN, PASSWORD_OPEN, PASSWORD_TEXT,
    PASSWORD_UNREADABLE,
};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity, quote};
use crate::files::{self, Cause, Private};

/// No password is longer, in bytes.
const MAX_BYTES: usize = 1 << 10;

/// The same with the line end that editors leave.
const MAX_FILE: u64 = (1 << 10) + 2;

/// A password. Cannot be printed; wiped when dropped.
#[derive(Clone, Debug)]
pub struct Secret(pub(super) SecretString);

/// Where a password came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretSource {
    /// A credential of systemd.
    Credential,
    /// A file that only its owner may read.
    File,
    /// The environment: worth a warning.
    Environment,
}

/// Where a password may come from, the first that is there.
#[derive(Clone, Debug, Default)]
pub struct SecretPlaces<'a> {
    /// The folder of credentials that systemd made for this run.
    pub credentials: Option<&'a Path>,
    /// The name of the credential.
    pub credential: Option<&'a str>,
    /// The private file, and how messages name it.
    pub file: Option<(&'a Path, &'a str)>,
    /// The variable's text as it stands, and its name.
    pub variable: Option<(Secret, &'a str)>,
}

impl Secret {
    /// Takes a password over, as it stands.
    #[must_use]
    pub fn new(text: String) -> Self {
        let text = Zeroizing::new(text);
        // Of its exact length: shortening a text would leave its old bytes behind.
        Self(SecretString::from(Box::<str>::from(text.as_str())))
    }

    /// The password from the first place that has one. A place that has one but may not be trusted is not passed over.
    pub fn find(places: SecretPlaces<'_>) -> Result<(Self, SecretSource), Failure> {
        if let (Some(folder), Some(name)) = (places.credentials, places.credential)
            && let Some(secret) = credential(folder, name)?
        {
            return Ok((secret, SecretSource::Credential));
        }
        if let Some((path, shown)) = places.file {
            return Ok((private(path, shown)?, SecretSource::File));
        }
        if let Some((text, name)) = places.variable {
            let secret = read(text.0.expose_secret().as_bytes(), &format!("Variabel {name}"))?;
            return Ok((secret, SecretSource::Environment));
        }
        Err(refused(
            NO_PASSWORD,
            "Kata sandi akun surel tidak ditemukan.",
            "Simpan kata sandi dalam berkas yang hanya dapat dibaca Anda, lalu tulis namanya pada `berkas_sandi`.",
        ))
    }
}

impl SecretSource {
    /// What is to be said about a place that others may look into; `name` is the variable's.
    #[must_use]
    pub fn warning(self, name: &str) -> Option<Diagnostic> {
        (self == Self::Environment).then(|| {
            Diagnostic::new(
                PASSWORD_ENVIRONMENT,
                Severity::Peringatan,
                format!("Kata sandi diambil dari variabel {name}, yang dapat dilihat program lain."),
                "Pindahkan kata sandi ke berkas yang hanya dapat dibaca Anda (`berkas_sandi`).",
            )
        })
    }
}

fn refused(code: &'static str, message: impl Into<String>, action: impl Into<String>) -> Failure {
    Failure::one(FailureKind::Usage, Diagnostic::error(code, message, action))
}

/// A credential; the system itself keeps others from it. `None` when this run was given none of that name.
fn credential(folder: &Path, name: &str) -> Result<Option<Secret>, Failure> {
    let plain = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '.' | '-' | '_');
    if name.is_empty() || name.starts_with('.') || !name.chars().all(plain) {
        return Err(refused(
            CREDENTIAL_NAME,
            format!("Nama kredensial {} tidak sah.", quote(name)),
            "Tulis nama tanpa folder, dengan huruf, angka, titik, tanda hubung, atau garis bawah.",
        ));
    }
    match files::read_file(&folder.join(name), MAX_FILE) {
        Ok(bytes) => read(&Zeroizing::new(bytes), &format!("Kredensial {name}")).map(Some),
        Err(trouble) if trouble.cause.is_missing() => Ok(None),
        Err(trouble) => Err(unreadable(&format!("Kredensial {name}"), &trouble.cause)),
    }
}

fn private(path: &Path, shown: &str) -> Result<Secret, Failure> {
    let what = format!("Berkas kata sandi {shown}");
    match files::read_private(path, MAX_FILE).map_err(|trouble| unreadable(&what, &trouble.cause))? {
        Private::Read(bytes) => read(&Zeroizing::new(bytes), &what),
        Private::Open { mode } => Err(refused(
            PASSWORD_OPEN,
            format!("{what} dapat dibuka pengguna lain (izin {mode:04o}) sehingga tidak dipakai."),
            format!(
                "Jalankan `chmod 600 {shown}`, lalu ganti kata sandi itu jika orang lain mungkin telah membacanya."
            ),
        )),
        Private::Foreign => Err(refused(
            PASSWORD_FOREIGN,
            format!("{what} bukan milik pengguna yang menjalankan perintah ini sehingga tidak dipakai."),
            "Buat berkas itu sebagai pengguna yang menjalankan rakor.",
        )),
    }
}

const LONG: &str = "melebihi 1.024 byte";

fn unfit(what: &str, why: &str) -> Failure {
    let action = "Simpan kata sandi sebagai satu baris teks UTF-8, paling banyak 1.024 byte.";
    refused(PASSWORD_TEXT, format!("{what} {why}."), action)
}

fn unreadable(what: &str, cause: &Cause) -> Failure {
    if matches!(cause, Cause::TooLarge { .. }) {
        return unfit(what, LONG);
    }
    refused(PASSWORD_UNREADABLE, format!("{what} tidak dapat dibaca: {cause}."), "Periksa nama dan izin berkas itu.")
}

/// One line, without the line end that editors leave.
fn read(bytes: &[u8], what: &str) -> Result<Secret, Failure> {
    let line = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let refuse = |why: &str| unfit(what, why);
    if line.is_empty() {
        return Err(refuse("kosong"));
    }
    if line.len() > MAX_BYTES {
        return Err(refuse(LONG));
    }
    if line.iter().any(|byte| matches!(byte, 0 | b'\r' | b'\n')) {
        return Err(refuse("memuat lebih dari satu baris atau karakter NUL"));
    }
    let text = std::str::from_utf8(line).map_err(|_| refuse("bukan teks UTF-8"))?;
    Ok(Secret::new(text.to_owned()))
}
