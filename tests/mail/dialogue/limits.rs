//! Every step has a limit for all of it, and what was given up takes no further step.

use std::time::Duration;

use rakor::mail::smtp::{Fate, Patience, Phase, Refusal, Server};

use super::super::server::{Act, Papers, Script, SmtpServer, Step, Wire};
use super::{long_message, message, ours, recipient, send};

const SHORT: Duration = Duration::from_millis(300);
const LATE: &str = "server tidak memberi jawaban lengkap dalam 300 milidetik";

/// Takes the patience from one step.
type Hurry = fn(&mut Patience);

fn hurried(server: &SmtpServer, change: Hurry) -> Server {
    let mut settings = server.settings();
    change(&mut settings.patience);
    settings
}

#[test]
fn a_server_that_says_nothing_is_waited_for_so_long_and_no_longer() {
    let cases: [(Step, Phase, Hurry); 4] = [
        (Step::Mail, Phase::Mail, |patience| patience.mail = SHORT),
        (Step::Rcpt, Phase::Recipient, |patience| patience.recipient = SHORT),
        (Step::Data, Phase::Data, |patience| patience.data = SHORT),
        (Step::Dot, Phase::Dot, |patience| patience.dot = SHORT),
    ];
    // A byte every now and then is no answer.
    let drip = || Act::Drip(b"250-".repeat(500), Duration::from_millis(40));
    for (step, phase, change) in cases {
        for act in [Act::Hang, drip()] {
            let server = SmtpServer::start(Wire::Plain, Script::default().always(step, act));
            let mut session = hurried(&server, change).connect().unwrap();
            let (fate, taken) = send(&mut session, &recipient(1), &message("a@uji.test"));
            let expected = if step == Step::Dot { Fate::Unknown } else { Fate::Deferred };
            assert_eq!(fate, expected(ours(phase, LATE)), "{step:?}");
            assert_eq!(taken, usize::from(step == Step::Dot));
            assert!(!session.is_alive());
            session.quit();
            let talk = &server.settled()[0];
            assert!(!talk.verbs().ends_with("QUIT"), "{}", talk.verbs());
        }
    }
}

#[test]
fn a_greeting_that_comes_late_or_in_pieces_is_given_up() {
    let hasty: Hurry = |patience| patience.greeting = SHORT;
    for step in [Step::Greeting, Step::Ehlo] {
        for act in [Act::Hang, Act::Drip(b"220 uji.test".repeat(100), Duration::from_millis(40))] {
            let server = SmtpServer::start(Wire::Plain, Script::default().always(step, act));
            let refusal = hurried(&server, hasty).connect().err();
            assert_eq!(refusal, Some(Refusal::Deferred(ours(Phase::Greeting, LATE))), "{step:?}");
            assert!(!server.settled()[0].verbs().contains("MAIL"));
        }
    }
}

#[test]
fn a_handshake_that_never_comes_is_given_up() {
    // A listener that takes connections and says nothing, as a server without TLS does.
    let server = SmtpServer::start(Wire::Plain, Script::default().always(Step::Greeting, Act::Hang));
    let mut settings = hurried(&server, |patience| patience.connect = SHORT);
    settings.security = rakor::mail::smtp::Security::Tls;
    assert_eq!(settings.connect().err(), Some(Refusal::Deferred(ours(Phase::Connect, LATE))));

    let script = Script::default().always(Step::StartTls, Act::Hang);
    let server = SmtpServer::start(Wire::StartTls(Papers::Good), script);
    let settings = hurried(&server, |patience| patience.greeting = SHORT);
    assert_eq!(settings.connect().err(), Some(Refusal::Deferred(ours(Phase::Tls, LATE))));
}

#[test]
fn a_server_that_stops_taking_the_body_is_given_up() {
    let late = Act::Late(Duration::from_secs(20), Box::new(Act::Usual));
    let server = SmtpServer::start(Wire::Plain, Script::default().always(Step::Body, late));
    let mut session = hurried(&server, |patience| patience.block = SHORT).connect().unwrap();
    let (fate, taken) = send(&mut session, &recipient(1), &long_message("a@uji.test"));
    assert_eq!((fate, taken), (Fate::Deferred(ours(Phase::Body, LATE)), 0));
    assert_eq!(server.kept(), []);
}

#[test]
fn a_late_answer_moves_nobody_to_a_further_step() {
    let steps: [(Step, &str, Hurry); 3] = [
        (Step::Rcpt, "EHLO MAIL RCPT", |patience| patience.recipient = SHORT),
        (Step::Data, "EHLO MAIL RCPT DATA", |patience| patience.data = SHORT),
        (Step::Dot, "EHLO MAIL RCPT DATA", |patience| patience.dot = SHORT),
    ];
    for (step, verbs, change) in steps {
        let late = Act::Late(SHORT * 3, Box::new(Act::Usual));
        let server = SmtpServer::start(Wire::Plain, Script::default().always(step, late));
        let mut session = hurried(&server, change).connect().unwrap();
        let (fate, _) = send(&mut session, &recipient(1), &message("a@uji.test"));
        assert!(matches!(fate, Fate::Deferred(_) | Fate::Unknown(_)), "{fate:?}");
        // The session is still there; the server answers, and nothing more comes.
        let talk = &server.settled()[0];
        assert_eq!(talk.verbs(), verbs);
        assert!(talk.closed);
        let (again, taken) = send(&mut session, &recipient(2), &message("b@uji.test"));
        assert_eq!((again, taken), (Fate::Deferred(ours(Phase::Mail, "sambungan sudah ditutup")), 0));
        assert_eq!(server.settled().len(), 1);
    }
}

#[test]
fn patience_is_what_the_standard_asks_for() {
    let Patience { connect, greeting, mail, recipient, data, block, dot } = Patience::STANDARD;
    let seconds = [connect, greeting, mail, recipient, data, block, dot].map(|time| time.as_secs());
    assert_eq!(seconds, [30, 300, 300, 300, 120, 180, 600]);
    assert_eq!(Patience::STANDARD.shortened(600).dot, Duration::from_secs(1));
    assert_eq!(Patience::STANDARD.shortened(0), Patience::STANDARD);
}
