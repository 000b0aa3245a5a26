//! What a server refuses, at every step, and how far a refusal reaches.

use rakor::mail::smtp::{Fate, Phase, Refusal, Scope};

use super::super::server::{Act, Script, SmtpServer, Step, Wire};
use super::{message, once, ours, recipient, send, why};

#[test]
fn a_refused_recipient_does_not_stop_the_others() {
    let refused = "550 5.1.1 <Penerima7@UJI.test>: Recipient address rejected";
    let script = Script::default().to("penerima7@uji.test", Step::Rcpt, Act::say(refused));
    let server = SmtpServer::start(Wire::Plain, script);
    let mut session = server.settings().connect().unwrap();
    for number in 1..=30 {
        let (fate, _) = send(&mut session, &recipient(number), &message(&format!("{number}@uji.test")));
        if number == 7 {
            // No address is kept or shown in full.
            let words = "5.1.1 <p***@uji.test>: Recipient address rejected";
            assert_eq!(fate, Fate::Rejected(why(Phase::Recipient, 550, words, Scope::Recipient)));
        } else {
            assert!(matches!(fate, Fate::Accepted(_)), "{fate:?}");
        }
        assert!(session.is_alive());
    }
    session.quit();
    assert_eq!(server.kept().len(), 29);
    assert_eq!(server.counts().get("7@uji.test"), None);
    let verbs = server.settled()[0].verbs();
    assert!(verbs.contains("MAIL RCPT RSET MAIL RCPT DATA"), "{verbs}");
}

#[test]
fn a_recipient_refused_for_now_is_tried_again_with_the_same_message() {
    let later = Act::say("450 4.2.0 Greylisted");
    let script = Script::default().to_first("penerima1@uji.test", Step::Rcpt, 2, later);
    let server = SmtpServer::start(Wire::Plain, script);
    let mut session = server.settings().connect().unwrap();
    for _ in 0..2 {
        let (fate, taken) = send(&mut session, &recipient(1), &message("a@uji.test"));
        let expected = Fate::Deferred(why(Phase::Recipient, 450, "4.2.0 Greylisted", Scope::Recipient));
        assert_eq!((fate, taken), (expected, 0));
    }
    let (fate, _) = send(&mut session, &recipient(1), &message("a@uji.test"));
    assert_eq!(fate, Fate::Accepted("2.0.0 Ok: queued as 1".to_owned()));
    assert_eq!(server.counts()["a@uji.test"], 1);
}

/// What a reply means at each step at which it can be given.
#[test]
fn every_refusal_has_its_reach() {
    use Scope::{Recipient, Report, Run};
    let deferred = |phase, code, words: &str, scope| Fate::Deferred(why(phase, code, words, scope));
    let rejected = |phase, code, words: &str, scope| Fate::Rejected(why(phase, code, words, scope));
    let setup = |phase, code, words: &str| Fate::Refused(Refusal::Setup(why(phase, code, words, Run)));
    let password = |phase, code, words: &str| Fate::Refused(Refusal::Password(why(phase, code, words, Run)));
    let cases = [
        (Step::Mail, "451 4.3.0 Nanti", deferred(Phase::Mail, 451, "4.3.0 Nanti", Recipient)),
        (Step::Mail, "421 4.3.2 Tutup", deferred(Phase::Mail, 421, "4.3.2 Tutup", Run)),
        (Step::Mail, "452 4.7.1 Kuota", deferred(Phase::Mail, 452, "4.7.1 Kuota", Run)),
        (Step::Mail, "550 5.4.5 Kuota sehari", deferred(Phase::Mail, 550, "5.4.5 Kuota sehari", Run)),
        (Step::Mail, "552 Besar", rejected(Phase::Mail, 552, "Besar", Report)),
        (Step::Mail, "554 5.3.4 Besar", rejected(Phase::Mail, 554, "5.3.4 Besar", Report)),
        (Step::Mail, "553 5.7.1 Pengirim", setup(Phase::Mail, 553, "5.7.1 Pengirim")),
        (Step::Mail, "530 5.7.0 Akun", password(Phase::Mail, 530, "5.7.0 Akun")),
        (Step::Rcpt, "421 Tutup", deferred(Phase::Recipient, 421, "Tutup", Run)),
        (Step::Rcpt, "452 4.5.3 Banyak", deferred(Phase::Recipient, 452, "4.5.3 Banyak", Recipient)),
        (Step::Rcpt, "454 4.7.5 Kuota", deferred(Phase::Recipient, 454, "4.7.5 Kuota", Run)),
        (Step::Rcpt, "552 5.2.2 Penuh", deferred(Phase::Recipient, 552, "5.2.2 Penuh", Recipient)),
        (Step::Rcpt, "551 Pindah", rejected(Phase::Recipient, 551, "Pindah", Recipient)),
        (Step::Rcpt, "553 5.1.3 Salah", rejected(Phase::Recipient, 553, "5.1.3 Salah", Recipient)),
        (Step::Rcpt, "534 5.7.9 Akun", password(Phase::Recipient, 534, "5.7.9 Akun")),
        (Step::Data, "421 Tutup", deferred(Phase::Data, 421, "Tutup", Run)),
        (Step::Data, "451 Nanti", deferred(Phase::Data, 451, "Nanti", Recipient)),
        (Step::Data, "554 Tidak", rejected(Phase::Data, 554, "Tidak", Recipient)),
        (Step::Dot, "421 Tutup", deferred(Phase::Dot, 421, "Tutup", Run)),
        (Step::Dot, "452 4.3.1 Penuh", deferred(Phase::Dot, 452, "4.3.1 Penuh", Recipient)),
        (Step::Dot, "552 Besar", rejected(Phase::Dot, 552, "Besar", Report)),
        (Step::Dot, "552 5.3.4 Besar", rejected(Phase::Dot, 552, "5.3.4 Besar", Report)),
        (Step::Dot, "552 5.2.2 Penuh", rejected(Phase::Dot, 552, "5.2.2 Penuh", Recipient)),
        (Step::Dot, "554-5.7.1 Ditolak\n554 5.7.1 oleh penyaring", {
            rejected(Phase::Dot, 554, "5.7.1 Ditolak 5.7.1 oleh penyaring", Recipient)
        }),
        (Step::Dot, "550 5.4.5 Kuota sehari", deferred(Phase::Dot, 550, "5.4.5 Kuota sehari", Run)),
        (Step::Dot, "535 5.7.8 Akun", password(Phase::Dot, 535, "5.7.8 Akun")),
    ];
    for (step, said, expected) in cases {
        let (fate, taken, server) = once(Script::default().always(step, Act::say(said)), &message("a@uji.test"));
        assert_eq!(fate, expected, "{step:?} {said}");
        assert_eq!(taken, usize::from(step == Step::Dot), "{step:?} {said}");
        assert_eq!(server.kept(), [], "{step:?} {said}");
    }
}

#[test]
fn a_server_that_forwards_or_cannot_verify_takes_the_recipient() {
    for said in ["250 Ok", "250", "251 User not local; will forward", "252 Cannot verify"] {
        let (fate, ..) = once(Script::default().always(Step::Rcpt, Act::say(said)), &message("a@uji.test"));
        assert!(matches!(fate, Fate::Accepted(_)), "{said}: {fate:?}");
    }
}

#[test]
fn a_server_that_goes_away_between_messages_gets_no_further_word() {
    let bytes = b"250 2.0.0 Ok\r\n421 4.4.2 Too long idle\r\n".to_vec();
    let server = SmtpServer::start(Wire::Plain, Script::default().always(Step::Dot, Act::Bytes(bytes)));
    let mut session = server.settings().connect().unwrap();
    assert_eq!(send(&mut session, &recipient(1), &message("a@uji.test")).0, Fate::Accepted("2.0.0 Ok".to_owned()));
    assert!(!session.is_alive());
    let (fate, _) = send(&mut session, &recipient(2), &message("b@uji.test"));
    assert_eq!(fate, Fate::Deferred(why(Phase::Mail, 421, "4.4.2 Too long idle", Scope::Run)));
    session.quit();
    assert_eq!(server.settled()[0].verbs(), "EHLO MAIL RCPT DATA");
    assert_eq!(server.counts().len(), 1);
}

#[test]
fn refusals_before_the_first_message() {
    let refusal = |step, said: &str| {
        let server = SmtpServer::start(Wire::Plain, Script::default().always(step, Act::say(said)));
        let refusal = server.settings().connect().err().unwrap();
        (refusal, server.settled()[0].verbs())
    };
    let deferred = |code, words: &str| Refusal::Deferred(why(Phase::Greeting, code, words, Scope::Run));
    let setup = |code, words: &str| Refusal::Setup(why(Phase::Greeting, code, words, Scope::Run));
    assert_eq!(refusal(Step::Greeting, "421 Sibuk"), (deferred(421, "Sibuk"), "QUIT".to_owned()));
    assert_eq!(refusal(Step::Greeting, "554 Bukan untuk Anda"), (setup(554, "Bukan untuk Anda"), "QUIT".to_owned()));
    assert_eq!(refusal(Step::Greeting, "250 Ok"), (deferred(250, "Ok"), "QUIT".to_owned()));
    assert_eq!(refusal(Step::Ehlo, "502 Apa?"), (setup(502, "Apa?"), "EHLO QUIT".to_owned()));
    assert_eq!(refusal(Step::Ehlo, "451 Nanti"), (deferred(451, "Nanti"), "EHLO QUIT".to_owned()));
}

#[test]
fn a_server_that_has_gone_is_noticed_before_the_next_message() {
    let script = Script::default().nth(Step::Mail, 2, Act::Drop);
    let server = SmtpServer::start(Wire::Plain, script);
    let mut session = server.settings().connect().unwrap();
    assert!(matches!(send(&mut session, &recipient(1), &message("a@uji.test")).0, Fate::Accepted(_)));
    let (fate, taken) = send(&mut session, &recipient(2), &message("b@uji.test"));
    assert_eq!((fate, taken), (Fate::Deferred(ours(Phase::Mail, "server memutus sambungan")), 0));
    assert!(!session.is_alive());
}
