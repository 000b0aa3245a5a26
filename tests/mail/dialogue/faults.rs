//! Connections that break and replies that are none: safe before the dot, held after it.

use std::time::Duration;

use rakor::mail::smtp::{Fate, Phase, Refusal, Scope, Session};

use super::super::server::{Act, Said, Script, SmtpServer, Step, Wire};
use super::{long_message, message, once, ours, recipient, send, why};

#[test]
fn a_connection_that_breaks_before_the_dot_leaves_the_message_for_later() {
    for (step, phase) in [(Step::Mail, Phase::Mail), (Step::Rcpt, Phase::Recipient), (Step::Data, Phase::Data)] {
        let (fate, taken, server) = once(Script::default().always(step, Act::Drop), &message("a@uji.test"));
        assert_eq!((fate, taken), (Fate::Deferred(ours(phase, "server memutus sambungan")), 0));
        assert_eq!(server.kept(), []);
    }
}

#[test]
fn a_connection_that_breaks_within_the_body_leaves_the_message_for_later() {
    let bytes = long_message("a@uji.test");
    let (fate, taken, server) = once(Script::default().body(1, 100_000, Act::Drop), &bytes);
    let Fate::Deferred(why) = fate else { panic!("{fate:?}") };
    assert_eq!((why.phase, why.code, why.scope, taken), (Phase::Body, None, Scope::Run, 0));
    assert_eq!(why.words, "server memutus sambungan");
    let talk = &server.settled()[0];
    assert_eq!(talk.said.last(), Some(&Said::Dropped));
    assert!(!talk.client().windows(5).any(|five| five == b"\r\n.\r\n"));
    assert_eq!(server.kept(), []);
}

#[test]
fn a_connection_that_breaks_after_the_dot_leaves_a_doubt() {
    let unknown = || Fate::Unknown(ours(Phase::Dot, "server memutus sambungan"));
    let (fate, taken, server) = once(Script::default().always(Step::Dot, Act::Drop), &message("a@uji.test"));
    assert_eq!((fate, taken, server.kept().len()), (unknown(), 1, 0));

    let keep = Act::Keep(Box::new(Act::Drop));
    let (fate, taken, server) = once(Script::default().always(Step::Dot, keep), &message("a@uji.test"));
    assert_eq!((fate, taken, server.kept().len()), (unknown(), 1, 1));
}

/// Everything but an exact 250.
#[test]
fn an_odd_answer_to_the_dot_leaves_a_doubt() {
    let coded = |code, words: &str| Fate::Unknown(why(Phase::Dot, code, words, Scope::Run));
    let odd = |line: &str| Fate::Unknown(ours(Phase::Dot, &format!("jawaban server tidak dapat dipahami: {line}")));
    let cases = [
        ("251 User not local\r\n", coded(251, "User not local")),
        ("252 Entah\r\n", coded(252, "Entah")),
        ("220 Siap\r\n", coded(220, "Siap")),
        ("354 Lanjut\r\n", coded(354, "Lanjut")),
        ("199 Aneh\r\n", coded(199, "Aneh")),
        ("600 Aneh\r\n", coded(600, "Aneh")),
        // The two codes contradict each other.
        ("250 5.7.1 Ditolak\r\n", coded(250, "5.7.1 Ditolak")),
        ("250-Ok\r\n550 Tidak\r\n", odd("550 Tidak")),
        ("250-Ok\r\n251 Tidak\r\n", odd("251 Tidak")),
        ("Ok\r\n", odd("Ok")),
        ("2500 Ok\r\n", odd("2500 Ok")),
        ("250_Ok\r\n", odd("250_Ok")),
        ("25O Ok\r\n", odd("25O Ok")),
        (" 250 Ok\r\n", odd("250 Ok")),
        ("\r\n", odd("")),
        ("250 Ok\n", odd("250 Ok")),
        ("250 Ok\r\r\n", odd("250 Ok")),
    ];
    for (said, expected) in cases {
        let act = Act::Bytes(said.as_bytes().to_vec());
        let (fate, taken, _server) = once(Script::default().always(Step::Dot, act), &message("a@uji.test"));
        assert_eq!((fate, taken), (expected, 1), "{said:?}");
    }
}

#[test]
fn an_exact_250_is_taken_in_every_form_it_may_have() {
    for (said, words) in [
        ("250\r\n", ""),
        ("250 \r\n", ""),
        ("250 2.0.0 Ok: queued as 4XyZ\r\n", "2.0.0 Ok: queued as 4XyZ"),
        ("250-2.0.0 Ok\r\n250 2.0.0 queued\r\n", "2.0.0 Ok 2.0.0 queued"),
        ("250 accepted <penerima1@uji.test>\r\n", "accepted <p***@uji.test>"),
    ] {
        let pieces = Act::Drip(said.as_bytes().to_vec(), Duration::from_millis(1));
        let (fate, ..) = once(Script::default().always(Step::Dot, pieces), &message("a@uji.test"));
        assert_eq!(fate, Fate::Accepted(words.to_owned()), "{said:?}");
    }
}

#[test]
fn the_words_of_a_server_are_one_bounded_line_without_commands_for_a_terminal() {
    let hostile = format!("550 a\u{1b}[2Jb\u{202e}c\u{7f}\t\u{feff}{}", "x".repeat(400));
    let act = Act::Bytes([hostile.as_bytes(), b"\xff\r\n"].concat());
    let (fate, ..) = once(Script::default().always(Step::Rcpt, act), &message("a@uji.test"));
    let words = format!("a⟨U+001B⟩[2Jb⟨U+202E⟩c⟨U+007F⟩⟨U+0009⟩⟨U+FEFF⟩{}…", "x".repeat(289));
    assert_eq!(fate, Fate::Rejected(why(Phase::Recipient, 550, &words, Scope::Recipient)));
}

#[test]
fn a_reply_without_end_is_cut_off() {
    let long = "jawaban server melebihi batas panjang";
    let line = [b"250 ".to_vec(), vec![b'x'; 4096], b"\r\n".to_vec()].concat();
    let lines = b"250-x\r\n".repeat(12_000);
    for act in [Act::Flood(b'2'), Act::Bytes(line), Act::Bytes(lines)] {
        let server = SmtpServer::start(Wire::Plain, Script::default().always(Step::Greeting, act.clone()));
        assert_eq!(server.settings().connect().err(), Some(Refusal::Deferred(ours(Phase::Greeting, long))));
        let (fate, ..) = once(Script::default().always(Step::Dot, act), &message("a@uji.test"));
        assert_eq!(fate, Fate::Unknown(ours(Phase::Dot, long)));
    }
}

#[test]
fn what_a_server_says_before_the_dot_is_no_answer_to_it() {
    let bytes = long_message("a@uji.test");
    let early = |said: &str| once(Script::default().body(1, 100_000, Act::say(said)), &bytes);
    let (fate, taken, server) = early("250 2.0.0 Ok: queued as 1");
    let doubtful = why(Phase::Body, 250, "2.0.0 Ok: queued as 1", Scope::Run);
    assert_eq!((fate, taken, server.kept().len()), (Fate::Deferred(doubtful), 0, 0));
    let (fate, taken, server) = early("552 5.3.4 Too large");
    let large = why(Phase::Body, 552, "5.3.4 Too large", Scope::Report);
    assert_eq!((fate, taken, server.kept().len()), (Fate::Rejected(large), 0, 0));
}

#[test]
fn a_reply_that_nobody_asked_for_answers_no_later_command() {
    let twice = Act::Bytes(b"250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n".to_vec());
    let (fate, taken, server) = once(Script::default().always(Step::Mail, twice), &message("a@uji.test"));
    let words = "server berbicara tanpa ditanya: 250 2.1.5 Ok";
    assert_eq!((fate, taken), (Fate::Deferred(ours(Phase::Recipient, words)), 0));
    assert_eq!(server.settled()[0].verbs(), "EHLO MAIL");
}

#[test]
fn a_wrong_word_where_data_should_begin_sends_no_body() {
    let (fate, taken, server) = once(Script::default().always(Step::Data, Act::say("250 Ok")), &message("a@uji.test"));
    assert_eq!((fate, taken), (Fate::Deferred(why(Phase::Data, 250, "Ok", Scope::Run)), 0));
    assert!(server.talks()[0].client().ends_with(b"DATA\r\n"));
}

/// What the program believes and what the server has, after a server that misbehaves at random.
#[test]
fn at_random_nothing_is_lost_and_nothing_comes_twice() {
    let seeds = if std::env::var("RAKOR_KAMPANYE").is_ok_and(|value| value == "1") { 60 } else { 3 };
    for seed in 0..seeds {
        let server = SmtpServer::start(Wire::Plain, Script::flaky(seed));
        let mut session = None;
        for number in 0..25 {
            let id = format!("{number}@uji.test");
            let last = loop {
                let open = session.take().filter(Session::is_alive);
                let Some(mut open) = open.or_else(|| server.settings().connect().ok()) else { continue };
                let (fate, _) = send(&mut open, &recipient(number), &message(&id));
                session = Some(open);
                if !matches!(fate, Fate::Deferred(_)) {
                    break fate;
                }
                assert_eq!(server.counts().get(&id), None, "{seed} {fate:?}");
            };
            let had = server.counts().get(&id).copied().unwrap_or(0);
            match last {
                Fate::Accepted(_) => assert_eq!(had, 1, "{seed} {id}"),
                Fate::Rejected(_) => assert_eq!(had, 0, "{seed} {id}"),
                Fate::Unknown(_) => assert!(had <= 1, "{seed} {id}"),
                other => panic!("{seed} {id}: {other:?}"),
            }
        }
    }
}
