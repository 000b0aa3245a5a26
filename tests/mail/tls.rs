//! TLS and passwords: nothing is said to a server that cannot prove who it is, and a password is tried once.

use std::time::Duration;

use rakor::mail::Secret;
use rakor::mail::smtp::{Fate, Login, Phase, Refusal, Scope, Security, Session};

use super::dialogue::{message, ours, recipient, send, why};
use super::server::{Act, Papers, Said, Script, SmtpServer, Step, Wire};

const PASSWORD: &str = "kenari-di-jendela";

fn script() -> Script {
    Script::default().account("rakor@uji.test", PASSWORD)
}

/// Neither the account nor a message was spoken of.
fn said_nothing(server: &SmtpServer) {
    for talk in server.settled() {
        let bytes = String::from_utf8_lossy(&talk.client()).to_uppercase();
        for word in ["AUTH", "MAIL", "RCPT", "DATA", "RAKOR@UJI"] {
            assert!(!bytes.contains(word), "{bytes}");
        }
    }
}

#[test]
fn a_line_is_secured_before_the_account_is_named() {
    for wire in [Wire::Tls(Papers::Good), Wire::StartTls(Papers::Good)] {
        for host in ["127.0.0.1", "localhost"] {
            let server = SmtpServer::start(wire, script().size(1_000_000));
            let mut settings = server.settings();
            settings.host = host.to_owned();
            let mut session = settings.connect().unwrap();
            assert_eq!(session.limit(), Some(1_000_000));
            let (fate, _) = send(&mut session, &recipient(1), &message("a@uji.test"));
            assert_eq!(fate, Fate::Accepted("2.0.0 Ok: queued as 1".to_owned()));
            session.quit();
            let talk = server.settled().pop().unwrap();
            let handshake = talk.said.iter().position(|said| *said == Said::Handshake(Ok(()))).unwrap();
            let clear: Vec<&Said> =
                talk.said[..handshake].iter().filter(|said| matches!(said, Said::Client(_))).collect();
            if wire == Wire::Tls(Papers::Good) {
                assert_eq!(clear.len(), 0);
                assert_eq!(talk.verbs(), "EHLO AUTH MAIL RCPT DATA QUIT");
            } else {
                let request = Said::Client(b"STARTTLS\r\n".to_vec());
                assert_eq!(clear, [&Said::Client(b"EHLO klien.uji.test\r\n".to_vec()), &request]);
                assert_eq!(talk.verbs(), "EHLO STARTTLS EHLO AUTH MAIL RCPT DATA QUIT");
            }
        }
    }
}

#[test]
fn a_certificate_that_proves_nothing_ends_the_dialogue() {
    for (papers, words) in [
        (Papers::Expired, "sertifikat server sudah kedaluwarsa"),
        (Papers::NotYet, "sertifikat server belum berlaku"),
        (Papers::SelfSigned, "penerbit sertifikat server tidak dikenal"),
        (Papers::WrongHost, "sertifikat server bukan untuk nama server ini"),
    ] {
        for wire in [Wire::Tls(papers), Wire::StartTls(papers)] {
            let server = SmtpServer::start(wire, script());
            assert_eq!(server.settings().connect().err(), Some(Refusal::Setup(ours(Phase::Tls, words))), "{wire:?}");
            said_nothing(&server);
        }
    }
}

#[test]
fn only_roots_that_were_handed_in_or_built_in_are_trusted() {
    let server = SmtpServer::start(Wire::Tls(Papers::Good), script());
    let refusal = |root: Option<&[u8]>| {
        let mut settings = server.settings();
        settings.root = root.map(<[u8]>::to_vec);
        settings.connect().err()
    };
    let setup = |words: &str| Some(Refusal::Setup(ours(Phase::Tls, words)));
    assert_eq!(refusal(None), setup("penerbit sertifikat server tidak dikenal"));
    assert_eq!(refusal(Some(b"")), setup("berkas sertifikat tambahan tidak berisi sertifikat PEM"));
    let broken = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    assert_eq!(refusal(Some(broken)), setup("berkas sertifikat tambahan tidak berisi sertifikat PEM yang sah"));
    assert_eq!(refusal(server.root().map(str::as_bytes)), None);
    said_nothing(&SmtpServer::start(Wire::Tls(Papers::Good), script()));
}

#[test]
fn a_server_without_starttls_hears_nothing_more() {
    let server = SmtpServer::start(Wire::StartTls(Papers::Good), script().without_starttls());
    let words = "server tidak menawarkan STARTTLS";
    assert_eq!(server.settings().connect().err(), Some(Refusal::Setup(ours(Phase::Tls, words))));
    assert_eq!(server.settled()[0].verbs(), "EHLO QUIT");
    said_nothing(&server);
}

#[test]
fn a_server_that_refuses_starttls_hears_nothing_more() {
    let cases = [("454 4.7.0 Nanti", false), ("502 Tidak", true)];
    for (said, setup) in cases {
        let script = script().always(Step::StartTls, Act::say(said));
        let server = SmtpServer::start(Wire::StartTls(Papers::Good), script);
        let refusal = server.settings().connect().err().unwrap();
        assert_eq!(matches!(refusal, Refusal::Setup(_)), setup, "{refusal:?}");
        said_nothing(&server);
    }
}

#[test]
fn what_a_server_says_before_the_handshake_counts_for_nothing() {
    let before = "server mengirim data sebelum TLS terbentuk";
    for said in [
        "220 2.0.0 Ready\r\n250-uji.test\r\n250 AUTH PLAIN LOGIN\r\n",
        "220 2.0.0 Ready\r\n235 2.7.0 Ok\r\n250 Ok\r\n250 Ok\r\n354 Go\r\n250 Ok\r\n",
        "220 2.0.0 Ready\r\n2",
    ] {
        let script = script().always(Step::StartTls, Act::Bytes(said.as_bytes().to_vec()));
        let server = SmtpServer::start(Wire::StartTls(Papers::Good), script);
        assert_eq!(server.settings().connect().err(), Some(Refusal::Setup(ours(Phase::Tls, before))), "{said:?}");
        said_nothing(&server);
    }
}

#[test]
fn what_arrives_after_the_reply_is_taken_for_the_handshake_and_refused() {
    let said = b"220 2.0.0 Ready\r\n250-uji.test\r\n250 AUTH PLAIN LOGIN\r\n".repeat(20);
    let script = script().always(Step::StartTls, Act::Drip(said, Duration::from_millis(1)));
    let server = SmtpServer::start(Wire::StartTls(Papers::Good), script);
    let Some(Refusal::Setup(why)) = server.settings().connect().err() else { panic!("a session") };
    // Which of the two depends on what had arrived when the reply was read.
    let words = ["server mengirim data sebelum TLS terbentuk", "server menjawab tanpa TLS"];
    assert!(words.contains(&why.words.as_str()) && why.phase == Phase::Tls, "{why:?}");
    said_nothing(&server);
}

#[test]
fn a_server_without_tls_where_tls_was_expected_hears_nothing() {
    let server = SmtpServer::relay();
    let mut settings = server.settings();
    settings.security = Security::Tls;
    settings.login = Some(Login { user: "rakor@uji.test".to_owned(), password: Secret::new(PASSWORD.to_owned()) });
    let words = "server menjawab tanpa TLS";
    assert_eq!(settings.connect().err(), Some(Refusal::Setup(ours(Phase::Tls, words))));
    said_nothing(&server);
}

#[test]
fn a_wrong_password_is_tried_once() {
    for code in [530, 534, 535, 538] {
        let said = format!("{code} 5.7.8 Salah: {PASSWORD}");
        let script = script().always(Step::Auth, Act::say(&said));
        let server = SmtpServer::start(Wire::Tls(Papers::Good), script);
        let refusal = server.settings().connect().err();
        let expected = why(Phase::Login, code, "5.7.8 Salah: •••", Scope::Run);
        assert_eq!(refusal, Some(Refusal::Password(expected)));
        assert_eq!(server.settled()[0].verbs(), "EHLO AUTH QUIT");
    }
    let server = SmtpServer::start(Wire::Tls(Papers::Good), script());
    let mut settings = server.settings();
    settings.login = Some(Login { user: "rakor@uji.test".to_owned(), password: Secret::new("lain".to_owned()) });
    assert!(matches!(settings.connect().err(), Some(Refusal::Password(_))));
    assert_eq!(server.settled()[0].verbs(), "EHLO AUTH QUIT");
    assert!(!format!("{settings:?}").contains("lain\""), "{settings:?}");
}

#[test]
fn other_refusals_to_log_in_are_told_apart() {
    for (said, expected) in [
        ("454 4.7.0 Nanti", "Deferred"),
        ("421 Tutup", "Deferred"),
        ("554 5.7.14 Masuk lewat peramban", "Password"),
        ("504 5.5.4 Cara lain", "Setup"),
        ("250 Ok", "Deferred"),
    ] {
        let server = SmtpServer::start(Wire::Tls(Papers::Good), script().always(Step::Auth, Act::say(said)));
        let refusal = format!("{:?}", server.settings().connect().err().unwrap());
        assert!(refusal.starts_with(expected), "{said}: {refusal}");
        assert!(!server.settled()[0].verbs().contains("MAIL"));
    }
}

#[test]
fn the_way_to_log_in_is_one_that_the_server_offers_under_tls() {
    let verbs = |script: Script, password: &str| {
        let server = SmtpServer::start(Wire::StartTls(Papers::Good), script);
        let mut settings = server.settings();
        settings.login = Some(Login { user: "rakor@uji.test".to_owned(), password: Secret::new(password.to_owned()) });
        let refusal = settings.connect().map(Session::quit).err();
        let commands = server.settled()[0].commands.clone();
        let auth = commands.iter().position(|line| line.starts_with("AUTH")).unwrap_or(commands.len());
        (refusal, commands[auth..].iter().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect())
    };
    let (refusal, said): (_, Vec<String>) = verbs(script(), PASSWORD);
    assert_eq!((refusal, said[0].as_str(), said.len()), (None, "AUTH PLAIN", 2));
    let (refusal, said) = verbs(script().mechanisms("CRAM-MD5 LOGIN"), PASSWORD);
    assert_eq!((refusal, said[0].as_str(), said.len()), (None, "AUTH LOGIN", 4));
    // Too long for a command: the response follows on a line of its own.
    let long = "p".repeat(1024);
    let (refusal, said) = verbs(Script::default().account("rakor@uji.test", &long), &long);
    assert_eq!((refusal, said[0].as_str(), said.len()), (None, "AUTH PLAIN", 3));
    let (refusal, said) = verbs(script().mechanisms("CRAM-MD5 XOAUTH2"), PASSWORD);
    let words = "server tidak menawarkan AUTH PLAIN atau AUTH LOGIN";
    assert_eq!((refusal, said), (Some(Refusal::Setup(ours(Phase::Login, words))), Vec::new()));
}

#[test]
fn every_fault_is_the_same_under_tls() {
    use super::dialogue::long_message;
    let run = |script: Script, bytes: &[u8]| {
        let server = SmtpServer::start(Wire::Tls(Papers::Good), script);
        let mut session = server.settings().connect().unwrap();
        let (fate, taken) = send(&mut session, &recipient(1), bytes);
        (fate, taken, server.kept())
    };
    let bytes = long_message("a@uji.test");
    let (fate, taken, kept) = run(Script::default(), &bytes);
    assert!(matches!(fate, Fate::Accepted(_)) && taken == 1, "{fate:?}");
    assert!(kept[0].bytes == bytes);
    let (fate, taken, kept) = run(Script::default().body(1, 100_000, Act::Drop), &bytes);
    assert!(matches!(&fate, Fate::Deferred(why) if why.phase == Phase::Body), "{fate:?}");
    assert_eq!((taken, kept.len()), (0, 0));
    let (fate, taken, kept) = run(Script::default().body(1, 100_000, Act::say("250 Ok")), &bytes);
    assert_eq!((fate, taken, kept.len()), (Fate::Deferred(why(Phase::Body, 250, "Ok", Scope::Run)), 0, 0));
    let (fate, taken, kept) =
        run(Script::default().always(Step::Dot, Act::Keep(Box::new(Act::Drop))), &message("a@uji.test"));
    assert_eq!((fate, taken, kept.len()), (Fate::Unknown(ours(Phase::Dot, "server memutus sambungan")), 1, 1));
}
