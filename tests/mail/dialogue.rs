//! The dialogue with a server, as the server saw it: one recipient in each transaction, every refusal and every fault at its
//! step, and nothing after a step that was given up.

mod faults;
mod limits;
mod refusals;

use std::collections::BTreeMap;

use rakor::diagnostic::{Diagnostic, Failure, FailureKind};
use rakor::mail::Address;
use rakor::mail::smtp::{Fate, Phase, Refusal, Scope, Security, Session, Why};

use super::server::{Act, Script, SmtpServer, Step, Wire};

pub(super) fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

pub(super) fn recipient(number: usize) -> Address {
    address(&format!("penerima{number}@uji.test"))
}

pub(super) fn message(id: &str) -> Vec<u8> {
    format!("Message-ID: <{id}>\r\nSubject: Laporan\r\n\r\nIsi.\r\n").into_bytes()
}

/// More than the buffers between two processes hold, so that the server acts before the last block is handed over.
pub(super) fn long_message(id: &str) -> Vec<u8> {
    let line = [&[b'A'; 76][..], b"\r\n"].concat();
    [message(id), line.repeat(170_000)].concat()
}

/// One message to one recipient, and how often the step before the dot was taken.
pub(super) fn send(session: &mut Session, to: &Address, bytes: &[u8]) -> (Fate, usize) {
    let mut taken = 0;
    let fate = session.deliver(&address("pengirim@uji.test"), to, bytes, &mut || {
        taken += 1;
        Ok(())
    });
    (fate, taken)
}

/// A server of this script, spoken to once.
pub(super) fn once(script: Script, bytes: &[u8]) -> (Fate, usize, SmtpServer) {
    let server = SmtpServer::start(Wire::Plain, script);
    let mut session = server.settings().connect().unwrap();
    let (fate, taken) = send(&mut session, &recipient(1), bytes);
    session.quit();
    (fate, taken, server)
}

pub(super) fn why(phase: Phase, code: u16, words: &str, scope: Scope) -> Why {
    Why { phase, code: Some(code), words: words.to_owned(), scope }
}

/// Words of ours.
pub(super) fn ours(phase: Phase, words: &str) -> Why {
    Why { phase, code: None, words: words.to_owned(), scope: Scope::Run }
}

#[test]
fn each_recipient_gets_a_transaction_of_its_own() {
    let server = SmtpServer::relay();
    let mut session = server.settings().connect().unwrap();
    for number in 1..=30 {
        let (fate, taken) = send(&mut session, &recipient(number), &message(&format!("{number}@uji.test")));
        assert_eq!(fate, Fate::Accepted(format!("2.0.0 Ok: queued as {number}")));
        assert_eq!(taken, 1);
    }
    session.quit();
    let talks = server.settled();
    let [talk] = &talks[..] else { panic!("{} connections", talks.len()) };
    assert_eq!(talk.verbs(), format!("EHLO{} QUIT", " MAIL RCPT DATA".repeat(30)));
    assert_eq!(talk.commands[0], "EHLO klien.uji.test");
    assert_eq!(talk.commands[1], "MAIL FROM:<pengirim@uji.test>");
    assert_eq!(talk.commands[2], "RCPT TO:<penerima1@uji.test>");
    let once: BTreeMap<String, usize> = (1..=30).map(|number| (format!("{number}@uji.test"), 1)).collect();
    assert_eq!(server.counts(), once);
    for (number, kept) in (1..).zip(server.kept()) {
        assert_eq!((kept.from.as_str(), kept.to), ("pengirim@uji.test", vec![format!("penerima{number}@uji.test")]));
    }
}

#[test]
fn a_message_arrives_byte_for_byte() {
    let filler = |length: usize| [vec![b'x'; length - 2], b"\r\n".to_vec()].concat();
    // The second line ends where the first block does, so that the dot after it begins a block.
    let border = [filler(900).repeat(36), filler((32 << 10) - 900 * 36), b".\r\n..\r\n".to_vec()].concat();
    for bytes in [
        b"A: b\r\n\r\n.\r\n".to_vec(),
        b".\r\n".to_vec(),
        b"A: b\r\n\r\n..\r\n.x\r\nx.\r\n\r\n".to_vec(),
        b"A: b\r\n\r\n.\r\n.\r\nMAIL FROM:<x@y.test>\r\n".to_vec(),
        b"\r\n".to_vec(),
        border,
        message("panjang@uji.test").repeat(30_000),
    ] {
        let (fate, _, server) = once(Script::default(), &bytes);
        assert!(matches!(fate, Fate::Accepted(_)), "{fate:?}");
        let kept = server.kept();
        assert_eq!(kept.len(), 1);
        assert!(kept[0].bytes == bytes, "{} bytes became {}", bytes.len(), kept[0].bytes.len());
    }
}

#[test]
fn a_message_that_servers_read_in_different_ways_is_not_sent() {
    let long = [vec![b'x'; 999], b"\r\n".to_vec()].concat();
    let unfit: [&[u8]; 8] =
        [b"", b"A: b", b"A\nB\r\n", b"A\rB\r\n", b"A\r\n.\nB\r\n", b"A\0\r\n", "é\r\n".as_bytes(), &long];
    for bytes in unfit {
        let (fate, taken, server) = once(Script::default(), bytes);
        let Fate::Stopped(failure) = fate else { panic!("{fate:?}") };
        assert_eq!((failure.kind, taken), (FailureKind::Internal, 0));
        assert_eq!(
            failure.diagnostics[0].message,
            "Surel memuat baris yang dibaca berbeda-beda oleh server; surel itu tidak dikirim."
        );
        assert_eq!(server.settled()[0].verbs(), "EHLO QUIT");
    }
}

#[test]
fn a_step_before_the_dot_that_fails_keeps_the_dot_back() {
    let server = SmtpServer::relay();
    let mut session = server.settings().connect().unwrap();
    let failure = Failure::one(FailureKind::Disk, Diagnostic::error("S026", "Penuh.", "Kosongkan."));
    let fate = session
        .deliver(&address("pengirim@uji.test"), &recipient(1), &message("a@uji.test"), &mut || Err(failure.clone()));
    assert_eq!(fate, Fate::Stopped(failure));
    assert!(!session.is_alive());
    let (fate, taken) = send(&mut session, &recipient(2), &message("b@uji.test"));
    assert_eq!((fate, taken), (Fate::Deferred(ours(Phase::Mail, "sambungan sudah ditutup")), 0));
    session.quit();
    let talk = &server.settled()[0];
    assert!(talk.client().ends_with(b"Isi.\r\n"));
    assert_eq!(server.kept(), []);
}

#[test]
fn the_dot_is_written_after_the_step_before_it() {
    let server = SmtpServer::relay();
    let mut session = server.settings().connect().unwrap();
    let mut seen = None;
    let fate = session.deliver(&address("pengirim@uji.test"), &recipient(1), &message("a@uji.test"), &mut || {
        // Whatever the server has by now, it is no whole message.
        seen = Some((server.kept().len(), server.talks()[0].client().ends_with(b"\r\n.\r\n")));
        Ok(())
    });
    assert_eq!(fate, Fate::Accepted("2.0.0 Ok: queued as 1".to_owned()));
    assert_eq!(seen, Some((0, false)));
}

#[test]
fn a_message_larger_than_the_server_takes_is_refused_with_both_numbers_before_a_word() {
    let script = || Script::default().size(5_000_000);
    let bytes = [message("a@uji.test"), [vec![b'x'; 98], b"\r\n".to_vec()].concat().repeat(61_650)].concat();
    assert_eq!(bytes.len(), 6_165_052);
    let (fate, taken, server) = once(script(), &bytes);
    let words = "surel berukuran 6.165.052 byte, sedangkan server hanya menerima surel sampai 5.000.000 byte";
    let too_large = Why { phase: Phase::Size, code: None, words: words.to_owned(), scope: Scope::Report };
    assert_eq!((fate, taken), (Fate::Rejected(too_large), 0));
    assert_eq!(server.settled()[0].verbs(), "EHLO QUIT");

    let exactly = message("b@uji.test");
    let (fate, _, server) = once(Script::default().size(exactly.len() as u64), &exactly);
    assert_eq!(fate, Fate::Accepted("2.0.0 Ok: queued as 1".to_owned()));
    assert_eq!(server.settled()[0].commands[1], format!("MAIL FROM:<pengirim@uji.test> SIZE={}", exactly.len()));
}

#[test]
fn the_limit_of_a_server_is_read_from_its_greeting() {
    for (offers, limit) in [
        ("250-uji.test\n250 SIZE 10240000", Some(10_240_000)),
        ("250-uji.test\n250-size 7\n250 HELP", Some(7)),
        ("250-uji.test\n250 SIZE", None),
        ("250-uji.test\n250 SIZE 0", None),
        ("250-uji.test\n250 SIZE 99999999999999999999999", None),
        ("250-SIZE 5\n250 HELP", None),
        ("250 uji.test", None),
    ] {
        let server = SmtpServer::start(Wire::Plain, Script::default().always(Step::Ehlo, Act::say(offers)));
        assert_eq!(server.settings().connect().unwrap().limit(), limit, "{offers}");
    }
}

#[test]
fn without_tls_no_other_machine_is_spoken_to() {
    let server = SmtpServer::relay();
    let mut settings = server.settings();
    // Set aside for documentation; nothing is sent there.
    settings.host = "192.0.2.1".to_owned();
    let words = "server 192.0.2.1 tidak berada di mesin ini, padahal relai_lokal mengirim tanpa TLS";
    assert_eq!(settings.connect().err(), Some(Refusal::Setup(ours(Phase::Connect, words))));
    for host in ["127.0.0.1", "127.255.255.254", "localhost"] {
        settings.host = host.to_owned();
        let refused = settings.connect().err();
        assert!(!matches!(refused, Some(Refusal::Setup(_))), "{host}: {refused:?}");
    }
}

#[test]
fn a_password_never_travels_without_tls() {
    let server = SmtpServer::start(Wire::Plain, Script::default().account("rakor", "rahasia"));
    let words = "kata sandi tidak pernah dikirim tanpa TLS; relai lokal dipakai tanpa akun";
    assert_eq!(server.settings().connect().err(), Some(Refusal::Setup(ours(Phase::Login, words))));
    assert_eq!(server.settings().security, Security::Loopback);
    assert_eq!(server.settled().len(), 0);
}

#[test]
fn a_server_that_is_not_there_is_tried_again_later() {
    let gone = SmtpServer::relay().settings();
    let words = format!("127.0.0.1 port {} tidak dapat dihubungi: sambungan ditolak", gone.port);
    assert_eq!(gone.connect().err(), Some(Refusal::Deferred(ours(Phase::Connect, &words))));
}

#[test]
fn a_name_that_could_carry_a_command_is_refused() {
    let server = SmtpServer::relay();
    for hello in ["", "a b", "a\r\nMAIL FROM:<x@y.test>", "é"] {
        let settings = rakor::mail::smtp::Server { hello: hello.to_owned(), ..server.settings() };
        let words = "nama yang disebut kepada server tidak sah";
        assert_eq!(settings.connect().err(), Some(Refusal::Setup(ours(Phase::Greeting, words))));
    }
    assert_eq!(server.settled().len(), 0);
}
