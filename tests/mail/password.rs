//! Where the password of the mail account may come from.

use std::fs;
use std::path::{Path, PathBuf};

use rakor::diagnostic::{Failure, FailureKind};
use rakor::mail::{Secret, SecretPlaces, SecretSource};
use tempfile::TempDir;

const PASSWORD: &str = "kenari-di-jendela";

fn file(bytes: &[u8], mode: u32) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandi.txt");
    fs::write(&path, bytes).unwrap();
    set_mode(&path, mode);
    (folder, path)
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) {}

fn from_file(bytes: &[u8], mode: u32) -> Result<SecretSource, (String, String, String)> {
    let (_folder, path) = file(bytes, mode);
    let places = SecretPlaces { file: Some((&path, "rahasia/sandi.txt")), ..SecretPlaces::default() };
    Secret::find(places).map(|(_, source)| source).map_err(|failure| told(&failure))
}

fn told(failure: &Failure) -> (String, String, String) {
    assert_eq!(failure.kind, FailureKind::Usage);
    let [diagnostic] = &failure.diagnostics[..] else { panic!("{failure:?}") };
    assert!(!format!("{failure:?}").contains(PASSWORD));
    (diagnostic.code.to_string(), diagnostic.message.clone(), diagnostic.action.clone())
}

#[test]
#[cfg(unix)]
fn a_file_that_others_may_open_is_refused_with_the_command_that_closes_it() {
    for mode in [0o600, 0o400] {
        assert_eq!(from_file(PASSWORD.as_bytes(), mode), Ok(SecretSource::File));
    }
    for mode in [0o644, 0o640, 0o660, 0o604, 0o601] {
        let (code, message, action) = from_file(PASSWORD.as_bytes(), mode).unwrap_err();
        assert_eq!(code, "S004");
        let expected = format!(
            "Berkas kata sandi rahasia/sandi.txt dapat dibuka pengguna lain (izin {mode:04o}) sehingga tidak dipakai."
        );
        assert_eq!(message, expected);
        let expected = "Jalankan `chmod 600 rahasia/sandi.txt`, lalu ganti kata sandi itu jika orang lain mungkin telah \
                        membacanya.";
        assert_eq!(action, expected);
    }
}

#[test]
fn a_password_is_one_line_of_text() {
    for bytes in
        [&b"kenari"[..], b"kenari\n", b"kenari\r\n", &[b'p'; 1024], &[[b'p'; 1024].as_slice(), b"\r\n"].concat()]
    {
        assert_eq!(from_file(bytes, 0o600), Ok(SecretSource::File));
    }
    let refused = |bytes: &[u8]| from_file(bytes, 0o600).unwrap_err();
    for (bytes, why) in [
        (&b""[..], "kosong"),
        (b"\n", "kosong"),
        (b"a\nb", "memuat lebih dari satu baris atau karakter NUL"),
        (b"a\n\n", "memuat lebih dari satu baris atau karakter NUL"),
        (b"a\rb", "memuat lebih dari satu baris atau karakter NUL"),
        (b"a\0b", "memuat lebih dari satu baris atau karakter NUL"),
        (b"\xff", "bukan teks UTF-8"),
    ] {
        let (code, message, action) = refused(bytes);
        assert_eq!((code.as_str(), message), ("S006", format!("Berkas kata sandi rahasia/sandi.txt {why}.")));
        assert_eq!(action, "Simpan kata sandi sebagai satu baris teks UTF-8, paling banyak 1.024 byte.");
    }
    for length in [1025, 2000] {
        let (code, message, _) = refused(&vec![b'p'; length]);
        let expected = "Berkas kata sandi rahasia/sandi.txt melebihi 1.024 byte.";
        assert_eq!((code.as_str(), message.as_str()), ("S006", expected));
    }
}

#[test]
fn a_file_that_is_not_there_is_not_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandi.txt");
    let variable = Some((Secret::new(PASSWORD.to_owned()), "RAKOR_SANDI_SUREL"));
    let places = SecretPlaces { file: Some((&path, "sandi.txt")), variable, ..SecretPlaces::default() };
    let (code, message, _) = told(&Secret::find(places).unwrap_err());
    let expected = "Berkas kata sandi sandi.txt tidak dapat dibaca: folder atau berkas tidak ditemukan.";
    assert_eq!((code.as_str(), message.as_str()), ("S003", expected));
}

#[test]
fn a_credential_comes_first_then_the_file_then_the_variable() {
    let (_folder, path) = file(b"dari-berkas", 0o600);
    let credentials = tempfile::tempdir().unwrap();
    let find = |credential: Option<&str>, with_file: bool| {
        Secret::find(SecretPlaces {
            credentials: Some(credentials.path()),
            credential,
            file: with_file.then_some((&path, "sandi.txt")),
            variable: Some((Secret::new("dari-variabel".to_owned()), "RAKOR_SANDI_SUREL")),
        })
        .map(|(_, source)| source)
        .map_err(|failure| told(&failure))
    };
    assert_eq!(find(Some("surel"), true), Ok(SecretSource::File));
    assert_eq!(find(Some("surel"), false), Ok(SecretSource::Environment));
    fs::write(credentials.path().join("surel"), "dari-systemd\n").unwrap();
    assert_eq!(find(Some("surel"), true), Ok(SecretSource::Credential));
    assert_eq!(find(None, true), Ok(SecretSource::File));
    for name in ["../surel", "", ".surel", "a/b", "a b"] {
        let (code, message, _) = find(Some(name), true).unwrap_err();
        assert_eq!((code.as_str(), message), ("S002", format!("Nama kredensial \"{name}\" tidak sah.")));
    }
}

#[test]
fn only_the_environment_is_worth_a_warning() {
    assert_eq!(SecretSource::Credential.warning("RAKOR_SANDI_SUREL"), None);
    assert_eq!(SecretSource::File.warning("RAKOR_SANDI_SUREL"), None);
    let warning = SecretSource::Environment.warning("RAKOR_SANDI_SUREL").unwrap();
    assert_eq!(warning.code, "S007");
    assert_eq!(warning.message, "Kata sandi diambil dari variabel RAKOR_SANDI_SUREL, yang dapat dilihat program lain.");
}

#[test]
fn no_password_anywhere_says_where_to_put_it() {
    let (code, message, action) = told(&Secret::find(SecretPlaces::default()).unwrap_err());
    assert_eq!((code.as_str(), message.as_str()), ("S001", "Kata sandi akun surel tidak ditemukan."));
    assert_eq!(
        action,
        "Simpan kata sandi dalam berkas yang hanya dapat dibaca Anda, lalu tulis namanya pada `berkas_sandi`."
    );
}

#[test]
fn a_secret_shows_nothing_of_itself() {
    let secret = Secret::new(PASSWORD.to_owned());
    let places = SecretPlaces { variable: Some((secret.clone(), "X")), ..SecretPlaces::default() };
    assert!(!format!("{secret:?} {places:?}").contains("kenari"));
}
