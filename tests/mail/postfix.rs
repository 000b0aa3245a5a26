//! The same dialogue with a real mail server, where `tests/postfix.sh` has started one and `RAKOR_TEST_SMTP` names its folder.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use rakor::mail::Secret;
use rakor::mail::smtp::{Fate, Login, Patience, Phase, Refusal, Scope, Security, Server};

use super::dialogue::{address, message, ours, send};

/// The folder, or a loud word that nothing was tested.
fn folder(test: &str) -> Option<PathBuf> {
    let named = std::env::var_os("RAKOR_TEST_SMTP").map(PathBuf::from);
    if named.is_none() {
        // Past the test harness, which keeps what a passing test prints to itself.
        let word = format!("SKIPPED: {test}: RAKOR_TEST_SMTP is not set, so no real mail server was spoken to");
        let _ = writeln!(std::io::stderr(), "{word}");
    }
    named
}

fn server(folder: &Path, security: Security) -> Server {
    let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap().trim().to_owned();
    let port = if security == Security::Tls { text("port-tls") } else { text("port") };
    Server {
        host: "127.0.0.1".to_owned(),
        port: port.parse().unwrap(),
        security,
        login: Some(Login { user: "rakor@uji.test".to_owned(), password: Secret::new(text("sandi")) }),
        root: Some(fs::read(folder.join("akar.pem")).unwrap()),
        hello: "klien.uji.test".to_owned(),
        patience: Patience::STANDARD.shortened(10),
    }
}

/// The message of this id in the mailbox, once it is there.
fn received(folder: &Path, id: &str) -> Vec<u8> {
    let inbox = folder.join("surat/penerima/new");
    for _ in 0..200 {
        for entry in fs::read_dir(&inbox).into_iter().flatten().flatten() {
            let bytes = fs::read(entry.path()).unwrap();
            if String::from_utf8_lossy(&bytes).contains(id) {
                return bytes;
            }
        }
        sleep(Duration::from_millis(100));
    }
    panic!("{id} never arrived");
}

#[test]
fn postfix_delivers_what_it_accepted() {
    let Some(folder) = folder("postfix_delivers_what_it_accepted") else { return };
    for (security, id) in [(Security::Tls, "tls@uji.test"), (Security::StartTls, "starttls@uji.test")] {
        let id = format!("{}-{id}", std::process::id());
        // Postfix adds what is missing of these two.
        let head = b"Date: Thu, 01 Jan 1970 00:00:00 +0000\r\nFrom: pengirim@uji.test\r\n".to_vec();
        let bytes = [head, message(&id), b".\r\n..\r\n.x\r\nMAIL FROM:<x@y.test>\r\n".repeat(5000)].concat();
        let mut session = server(&folder, security).connect().unwrap();
        assert_eq!(session.limit(), Some(10_240_000));
        let (fate, taken) = send(&mut session, &address("penerima@uji.test"), &bytes);
        let Fate::Accepted(words) = fate else { panic!("{fate:?}") };
        assert!(words.starts_with("2.0.0 Ok: queued as ") && taken == 1, "{words}");
        // The line goes on after a refusal.
        let (fate, _) = send(&mut session, &address("bukan@uji.test"), &bytes);
        let Fate::Rejected(why) = fate else { panic!("{fate:?}") };
        assert_eq!((why.phase, why.code, why.scope), (Phase::Recipient, Some(550), Scope::Recipient));
        assert!(why.words.starts_with("5.1.1 <b***@uji.test>: Recipient address rejected"), "{}", why.words);
        assert!(session.is_alive());
        session.quit();
        // A mailbox has line feeds, and lines of the server's own above.
        let unix: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != b'\r').collect();
        let found = received(&folder, &id);
        assert!(found.ends_with(&unix), "{} bytes became {}", unix.len(), found.len());
    }
}

#[test]
fn postfix_refuses_a_wrong_password_once() {
    let Some(folder) = folder("postfix_refuses_a_wrong_password_once") else { return };
    let mut settings = server(&folder, Security::Tls);
    settings.login = Some(Login { user: "rakor@uji.test".to_owned(), password: Secret::new("salah".to_owned()) });
    let refusal = settings.connect().err();
    let Some(Refusal::Password(why)) = refusal else { panic!("{refusal:?}") };
    assert_eq!((why.phase, why.code), (Phase::Login, Some(535)));
}

#[test]
fn postfix_is_not_trusted_without_its_root() {
    let Some(folder) = folder("postfix_is_not_trusted_without_its_root") else { return };
    for security in [Security::Tls, Security::StartTls] {
        let settings = Server { root: None, ..server(&folder, security) };
        let words = "penerbit sertifikat server tidak dikenal";
        assert_eq!(settings.connect().err(), Some(Refusal::Setup(ours(Phase::Tls, words))));
    }
}

#[test]
fn postfix_hears_nothing_of_a_message_that_is_too_large() {
    let Some(folder) = folder("postfix_hears_nothing_of_a_message_that_is_too_large") else { return };
    let mut session = server(&folder, Security::Tls).connect().unwrap();
    let bytes = [message("besar@uji.test"), [vec![b'x'; 98], b"\r\n".to_vec()].concat().repeat(110_000)].concat();
    let (fate, taken) = send(&mut session, &address("penerima@uji.test"), &bytes);
    let Fate::Rejected(why) = fate else { panic!("{fate:?}") };
    assert_eq!((why.phase, why.scope, taken), (Phase::Size, Scope::Report, 0));
    session.quit();
}
