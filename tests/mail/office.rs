//! Runs against a server that does what it likes: what is kept by the server, and what the ledger says of it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rakor::clock::Clock;
use rakor::diagnostic::FailureKind;
use rakor::mail::State::{Ditunda, Gagal, Siap, Terkirim, TidakPasti};
use rakor::mail::ledger::{Decision, FILE_NAME, Ledger};
use rakor::mail::office::{Ended, Office, next_try, wait};
use rakor::mail::smtp::{Refusal, Server};
use rakor::mail::{Address, Key, State};

use super::bureau::{Bureau, at, days, entry, message, minutes, said};
use super::server::{Act, Script, SmtpServer, Step, Wire};

/// What one run did.
struct Run {
    /// Codes and states in the order in which they were told.
    told: Vec<(String, State)>,
    rows: BTreeMap<String, State>,
    ended: Option<Ended>,
}

fn ids(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| entry(name).key.id()).collect()
}

/// Messages a minute, how time passes, whether to stop.
type Pace<'a> = (Option<u32>, &'a dyn Fn(Duration), &'a dyn Fn() -> bool);

fn run_with(
    ledger: &mut Ledger,
    bureau: &Bureau,
    server: &Server,
    names: &[&str],
    now: DateTime<Utc>,
    (rate, pass, stopped): Pace<'_>,
) -> Run {
    let from = Address::parse("kantor@pengirim.test").unwrap();
    let mut told = Vec::new();
    let mut office = Office {
        ledger,
        lock: &bureau.lock,
        server,
        from: &from,
        per_minute: rate,
        clock: Clock::standing_at(now),
        wait: pass,
        stopped,
    };
    let outcome = office.run(&ids(names), &mut |row| told.push((row.entry.recipient_code.clone(), row.state)));
    let rows = outcome.deliveries.into_iter().map(|row| (row.entry.recipient_code, row.state)).collect();
    Run { told, rows, ended: outcome.ended }
}

/// A run at a moment, on a ledger opened for it.
fn run(bureau: &Bureau, server: &SmtpServer, names: &[&str], now: DateTime<Utc>) -> Run {
    let mut ledger = bureau.open_at(now);
    run_with(&mut ledger, bureau, &server.settings(), names, now, (None, &|_| {}, &|| false))
}

fn relay(script: Script) -> SmtpServer {
    SmtpServer::start(Wire::Plain, script)
}

fn rows(rows: &[(&str, State)]) -> BTreeMap<String, State> {
    rows.iter().map(|(code, state)| ((*code).to_owned(), *state)).collect()
}

/// How often the server took the message of each.
fn kept(server: &SmtpServer, names: &[&str]) -> Vec<usize> {
    let counts = server.counts();
    assert!(counts.keys().all(|id| names.iter().any(|name| entry(name).message_id == *id)), "{counts:?}");
    names.iter().map(|name| counts.get(&entry(name).message_id).copied().unwrap_or_default()).collect()
}

fn address(name: &str) -> String {
    entry(name).key.recipient.full()
}

const ABC: [&str; 3] = ["a", "b", "c"];

#[test]
fn thirty_recipients_are_thirty_transactions_with_one_recipient_each() {
    let names: Vec<String> = (10..40).map(|n| format!("p{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let bureau = Bureau::with(&names);
    let server = SmtpServer::relay();
    let run = run(&bureau, &server, &names, at(0));
    assert!(run.ended.is_none());
    assert_eq!(run.told.iter().map(|(code, state)| (code.to_lowercase(), *state)).collect::<Vec<_>>(), {
        names.iter().map(|name| ((*name).to_owned(), Terkirim)).collect::<Vec<_>>()
    });
    let messages = server.kept();
    assert_eq!(messages.len(), 30);
    for (kept, name) in messages.iter().zip(&names) {
        assert_eq!((&kept.to, kept.from.as_str()), (&vec![address(name)], "kantor@pengirim.test"));
        assert_eq!(kept.bytes, message(&entry(name)), "{name}");
    }
    assert_eq!(server.settled().len(), 1, "one session carries them all");
    assert_eq!(fs::read_dir(bureau.at("kotak-keluar")).unwrap().count(), 0);
    assert!(bureau.row("p10").remark.starts_with('2'), "{}", bureau.row("p10").remark);
}

#[test]
fn who_is_refused_for_good_fails_alone_and_nothing_is_sent_again() {
    let bureau = Bureau::with(&ABC);
    let server = relay(Script::default().to(&address("b"), Step::Rcpt, Act::say("550 5.1.1 User unknown")));
    let expected = rows(&[("A", Terkirim), ("B", Gagal), ("C", Terkirim)]);
    assert_eq!(run(&bureau, &server, &ABC, at(0)).rows, expected);
    assert_eq!(bureau.row("b").remark, "550 5.1.1 User unknown");
    let talks = server.talks().len();
    let second = run(&bureau, &server, &ABC, days(1));
    assert_eq!((second.rows, second.told.len()), (expected, 0));
    assert_eq!(server.talks().len(), talks, "nothing is due, so nobody is asked");
    assert_eq!(kept(&server, &ABC), [1, 0, 1]);
}

#[test]
fn who_is_refused_for_now_is_tried_later_with_the_same_message() {
    let bureau = Bureau::with(&["a"]);
    let server = relay(Script::default().first(Step::Rcpt, 2, Act::say("450 4.2.0 Greylisted")));
    let tries = |moment| run(&bureau, &server, &["a"], moment).told.len();
    let due = |name: &str| bureau.row(name).not_before;
    assert_eq!((tries(minutes(0)), due("a")), (1, Some(minutes(15))));
    assert_eq!(tries(minutes(15) - TimeDelta::seconds(1)), 0, "too early");
    assert_eq!((tries(minutes(15)), due("a")), (1, Some(minutes(45))));
    assert_eq!((bureau.row("a").state, bureau.row("a").attempts), (Ditunda, 2));
    assert_eq!(tries(minutes(44)), 0);
    assert_eq!(tries(minutes(45)), 1);
    assert_eq!((bureau.row("a").state, kept(&server, &["a"])), (Terkirim, vec![1]));
    assert_eq!(server.kept()[0].bytes, message(&entry("a")));
}

#[test]
fn a_refusal_after_the_dot_counts_as_one() {
    let bureau = Bureau::with(&["a"]);
    let server = relay(Script::default().nth(Step::Dot, 1, Act::say("452 4.3.1 Insufficient storage")));
    run(&bureau, &server, &["a"], at(0));
    assert_eq!((bureau.row("a").state, kept(&server, &["a"])), (Ditunda, vec![0]));
    assert_eq!(bureau.journal().last().unwrap()["keadaan"], "ditunda");
    run(&bureau, &server, &["a"], minutes(15));
    assert_eq!((bureau.row("a").state, kept(&server, &["a"])), (Terkirim, vec![1]));
}

#[test]
fn a_server_that_goes_away_is_asked_again_later() {
    for step in [Step::Greeting, Step::Mail, Step::Rcpt, Step::Data] {
        let bureau = Bureau::with(&ABC);
        let server = relay(Script::default().nth(step, 1, Act::say("421 4.3.2 Service not available")));
        let first = run(&bureau, &server, &ABC, at(0));
        assert_eq!(first.rows, rows(&[("A", Ditunda), ("B", Ditunda), ("C", Ditunda)]), "{step:?}");
        assert_eq!(first.told.len(), 3, "{step:?}");
        match (step, first.ended) {
            (Step::Greeting, Some(Ended::Refused(Refusal::Deferred(_)))) | (_, Some(Ended::Paused(2))) => {}
            (_, other) => panic!("{step:?}: {other:?}"),
        }
        assert_eq!(run(&bureau, &server, &ABC, minutes(14)).told.len(), 0, "{step:?}");
        run(&bureau, &server, &ABC, minutes(15));
        assert_eq!(kept(&server, &ABC), [1, 1, 1], "{step:?}");
    }
    // Between two messages.
    let bureau = Bureau::with(&ABC);
    let server = relay(Script::default().nth(Step::Mail, 2, Act::say("421 4.7.0 Too many messages")));
    let first = run(&bureau, &server, &ABC, at(0));
    assert_eq!(first.rows, rows(&[("A", Terkirim), ("B", Ditunda), ("C", Ditunda)]));
    assert!(matches!(first.ended, Some(Ended::Paused(1))), "{:?}", first.ended);
    assert_eq!((bureau.row("b").attempts, bureau.row("c").attempts), (1, 0));
    run(&bureau, &server, &ABC, minutes(15));
    assert_eq!(kept(&server, &ABC), [1, 1, 1]);
}

#[test]
fn a_file_that_is_too_large_fails_for_everybody_who_would_get_it() {
    for step in [Step::Mail, Step::Dot] {
        let bureau = Bureau::with(&["a", "b"]);
        let mut ledger = bureau.open();
        let mut other = entry("c");
        other.sha256 = "6b".repeat(32);
        ledger.enter(&other, &message(&other), at(0)).unwrap();
        drop(ledger);
        let server = relay(Script::default().nth(step, 1, Act::say("552 5.3.4 Message too big")));
        let run = run(&bureau, &server, &ABC, at(0));
        assert_eq!(run.rows, rows(&[("A", Gagal), ("B", Gagal), ("C", Terkirim)]), "{step:?}");
        assert_eq!(run.told.len(), 3, "{step:?}");
        assert_eq!((kept(&server, &ABC), bureau.row("b").attempts), (vec![0, 0, 1], 0), "{step:?}");
        assert_eq!(bureau.row("b").remark, "552 5.3.4 Message too big", "{step:?}");
    }
}

#[test]
fn a_line_that_breaks_before_the_dot_loses_and_doubles_nothing() {
    let steps = [
        Script::default().nth(Step::Mail, 1, Act::Drop),
        Script::default().nth(Step::Rcpt, 1, Act::Drop),
        Script::default().nth(Step::Data, 1, Act::Drop),
        Script::default().body(1, 40, Act::Drop),
    ];
    for (n, script) in steps.into_iter().enumerate() {
        let bureau = Bureau::with(&ABC);
        let server = relay(script);
        let first = run(&bureau, &server, &ABC, at(0));
        assert!(first.ended.is_none(), "{n}: {:?}", first.ended);
        // The first is put off, and the rest go on a new line.
        let a = bureau.row("a").state;
        // With a message this short the dot may have been on its way already.
        assert!(a == Ditunda || n == 3 && a == TidakPasti, "{n}: {a:?}");
        assert_eq!(kept(&server, &ABC), [0, 1, 1], "{n}");
        if a == TidakPasti {
            bureau.open().decide(&entry("a").key.id(), Decision::Resend, "", at(0)).unwrap();
        }
        run(&bureau, &server, &ABC, minutes(15));
        assert_eq!(kept(&server, &ABC), [1, 1, 1], "{n}");
    }
}

#[test]
fn a_line_that_was_closed_between_two_messages_is_no_fault_of_the_second() {
    let bureau = Bureau::with(&ABC);
    let server = relay(Script::default().nth(Step::Mail, 2, Act::Drop));
    let run = run(&bureau, &server, &ABC, at(0));
    assert_eq!(run.rows, rows(&[("A", Terkirim), ("B", Terkirim), ("C", Terkirim)]));
    assert_eq!((kept(&server, &ABC), bureau.row("b").attempts), (vec![1, 1, 1], 1));
}

#[test]
fn a_server_whose_lines_keep_breaking_is_left_alone() {
    let bureau = Bureau::with(&["a", "b", "c", "d", "e"]);
    let server = relay(Script::default().always(Step::Rcpt, Act::Drop));
    let run = run(&bureau, &server, &["a", "b", "c", "d", "e"], at(0));
    assert!(matches!(run.ended, Some(Ended::Refused(Refusal::Deferred(_)))), "{:?}", run.ended);
    assert!(run.rows.values().all(|state| *state == Ditunda), "{:?}", run.rows);
    assert_eq!(server.settled().iter().filter(|talk| talk.verbs().contains("RCPT")).count(), 3);
    assert_eq!((bureau.row("c").attempts, bureau.row("d").attempts), (1, 0));
}

#[test]
fn a_line_that_breaks_after_the_dot_is_held_whether_or_not_the_message_arrived() {
    for (act, arrived) in [(Act::Drop, 0), (Act::Keep(Box::new(Act::Drop)), 1)] {
        let bureau = Bureau::with(&ABC);
        let server = relay(Script::default().nth(Step::Dot, 2, act));
        let first = run(&bureau, &server, &ABC, at(0));
        assert!(first.ended.is_none(), "{:?}", first.ended);
        assert_eq!(first.rows, rows(&[("A", Terkirim), ("B", TidakPasti), ("C", Terkirim)]));
        for later in [minutes(15), days(2), days(60)] {
            assert_eq!(run(&bureau, &server, &ABC, later).told.len(), 0);
        }
        assert_eq!(kept(&server, &ABC), [1, arrived, 1]);
        let id = entry("b").key.id();
        if arrived == 1 {
            bureau.open().decide(&id, Decision::Delivered, "sudah diterima", days(60)).unwrap();
        } else {
            bureau.open().decide(&id, Decision::Resend, "belum diterima", days(60)).unwrap();
        }
        run(&bureau, &server, &ABC, days(60));
        assert_eq!(bureau.row("b").state, Terkirim);
        assert_eq!(kept(&server, &ABC), [1, 1, 1]);
        let ids: Vec<String> = server.kept().into_iter().map(|kept| kept.id).collect();
        assert!(ids.contains(&entry("b").message_id), "the same Message-ID, whoever decided");
    }
}

#[test]
fn an_answer_that_says_neither_is_held() {
    for words in ["251 Somehow", "354 Go on", "garbage", "25", "250"] {
        let bureau = Bureau::with(&["a"]);
        let server = relay(Script::default().nth(Step::Dot, 1, Act::Keep(Box::new(Act::say(words)))));
        run(&bureau, &server, &["a"], at(0));
        let state = bureau.row("a").state;
        assert_eq!(state, if words == "250" { Terkirim } else { TidakPasti }, "{words}");
        run(&bureau, &server, &["a"], days(1));
        assert_eq!(kept(&server, &["a"]), [1], "{words}");
    }
}

#[test]
fn a_wrong_password_is_said_once_and_leaves_everybody_untouched() {
    let bureau = Bureau::with(&ABC);
    let server = SmtpServer::start(
        Wire::Tls(super::server::Papers::Good),
        Script::default().account("kantor", "benar").always(Step::Auth, Act::say("535 5.7.8 Authentication failed")),
    );
    let first = run(&bureau, &server, &ABC, at(0));
    assert!(matches!(first.ended, Some(Ended::Refused(Refusal::Password(_)))), "{:?}", first.ended);
    assert_eq!((first.rows, first.told.len()), (rows(&[("A", Siap), ("B", Siap), ("C", Siap)]), 0));
    assert_eq!(server.talks().len(), 1);
    assert_eq!(bureau.row("a").attempts, 0);
    server.follow(Script::default().account("kantor", "benar"));
    run(&bureau, &server, &ABC, at(1));
    assert_eq!(kept(&server, &ABC), [1, 1, 1]);
}

#[test]
fn a_message_that_changed_in_the_outbox_is_not_sent_and_neither_is_any_other() {
    let bureau = Bureau::with(&ABC);
    fs::write(bureau.outbox("c"), b"lain").unwrap();
    let server = SmtpServer::relay();
    let run = run(&bureau, &server, &ABC, at(0));
    let Some(Ended::Failure(failure)) = run.ended else { panic!("{:?}", run.ended) };
    assert_eq!(failure.kind, FailureKind::Disk);
    assert_eq!(
        said(&failure),
        format!(
            "S032 .rakor/kotak-keluar/{}.eml\nPesan untuk penerima C dalam kotak keluar berubah; tidak ada yang dikirim.\n\
             Pulihkan berkas itu dari cadangan atau kirim revisi (`--revisi`).",
            entry("c").key.id()
        )
    );
    assert_eq!(server.talks().len(), 0);
    assert_eq!(run.rows, rows(&[("A", Siap), ("B", Siap), ("C", Siap)]));
}

#[test]
fn a_run_that_is_asked_to_stop_finishes_what_is_under_way() {
    let bureau = Bureau::with(&ABC);
    let server = SmtpServer::relay();
    let mut ledger = bureau.open();
    let asked = Cell::new(0);
    let stopped = || {
        asked.set(asked.get() + 1);
        asked.get() > 1
    };
    let run = run_with(&mut ledger, &bureau, &server.settings(), &ABC, at(0), (None, &|_| {}, &stopped));
    assert!(matches!(run.ended, Some(Ended::Stopped)));
    assert_eq!(run.rows, rows(&[("A", Terkirim), ("B", Siap), ("C", Siap)]));
    drop(ledger);
    self::run(&bureau, &server, &ABC, at(1));
    assert_eq!(kept(&server, &ABC), [1, 1, 1]);
}

#[test]
fn a_rate_is_kept_in_short_waits_that_hear_of_a_stop() {
    let bureau = Bureau::with(&ABC);
    let server = SmtpServer::relay();
    let waits = RefCell::new(Vec::new());
    let pass = |time: Duration| waits.borrow_mut().push(time);
    let mut ledger = bureau.open();
    let run = run_with(&mut ledger, &bureau, &server.settings(), &ABC, at(0), (Some(7), &pass, &|| false));
    assert!(run.ended.is_none());
    let total: Duration = waits.borrow().iter().sum();
    assert_eq!(total, (Duration::from_mins(1) / 7) * 2, "between three messages there are two waits");
    assert!(waits.borrow().iter().all(|time| *time <= Duration::from_millis(500)));

    let bureau = Bureau::with(&ABC);
    let count = Cell::new(0);
    let pass = |_: Duration| count.set(count.get() + 1);
    let mut ledger = bureau.open();
    let stopped = || count.get() >= 3;
    let run = run_with(&mut ledger, &bureau, &server.settings(), &ABC, at(0), (Some(1), &pass, &stopped));
    assert!(matches!(run.ended, Some(Ended::Stopped)));
    assert_eq!(count.get(), 3);
    assert_eq!(run.rows, rows(&[("A", Terkirim), ("B", Siap), ("C", Siap)]));
    wait(Duration::ZERO);
}

#[test]
fn pauses_double_to_four_hours_and_end_after_five_days() {
    let since = at(0);
    let pause = |attempts| next_try(attempts, since, at(0)).map(|moment| (moment - at(0)).num_minutes());
    assert_eq!([1, 2, 3, 4, 5, 6, 34].map(pause), [15, 30, 60, 120, 240, 240, 240].map(Some));
    assert_eq!(pause(0), Some(15));
    let last = days(5) - TimeDelta::seconds(1);
    assert_eq!(next_try(3, since, last), Some(last + TimeDelta::minutes(60)));
    assert_eq!(next_try(3, since, days(5)), None);
    // A clock that went back makes nothing longer, and nothing endless.
    assert_eq!(next_try(1, since, days(-400)), Some(days(-400) + TimeDelta::minutes(15)));
    assert_eq!(next_try(35, since, days(-400)), None);
    assert_eq!(next_try(u32::MAX, since, at(0)), None);
    assert_eq!(next_try(1, since, DateTime::<Utc>::MAX_UTC), None);
}

#[test]
fn a_delivery_is_given_up_after_five_days() {
    let bureau = Bureau::with(&["a"]);
    let server = relay(Script::default().always(Step::Rcpt, Act::say("450 4.2.0 Greylisted")));
    let mut now = at(0);
    let mut tries = 0;
    while bureau.row("a").state != Gagal {
        run(&bureau, &server, &["a"], now);
        tries += 1;
        now = bureau.row("a").not_before.unwrap_or(now);
    }
    assert_eq!(tries, 35);
    let row = bureau.row("a");
    assert_eq!(row.remark, "dihentikan setelah dicoba selama lima hari: 450 4.2.0 Greylisted");
    assert!(row.changed >= days(5) && row.changed < days(5) + TimeDelta::hours(4), "{}", row.changed);
    // A server that is not there at all is waited for as long, and no longer.
    let bureau = Bureau::with(&["a"]);
    let server = relay(Script::default().always(Step::Greeting, Act::Drop));
    for day in 0..=5 {
        run(&bureau, &server, &["a"], days(day));
    }
    assert_eq!(bureau.row("a").state, Gagal);
}

#[test]
fn a_clock_that_goes_back_delays_nothing() {
    let bureau = Bureau::with(&["a"]);
    let server = relay(Script::default().nth(Step::Rcpt, 1, Act::say("450 4.2.0 Greylisted")));
    run(&bureau, &server, &["a"], days(900));
    assert_eq!(bureau.row("a").not_before, Some(days(900) + TimeDelta::minutes(15)));
    // Within the longest pause nobody can tell; a pause of years is a wrong clock.
    assert_eq!(run(&bureau, &server, &["a"], days(900) - TimeDelta::hours(3)).told.len(), 0);
    assert_eq!(run(&bureau, &server, &["a"], days(1)).rows, rows(&[("A", Terkirim)]));
    assert_eq!(kept(&server, &["a"]), [1]);
}

#[test]
fn a_report_built_anew_is_not_mailed_anew_and_a_revision_is_mailed_once() {
    let bureau = Bureau::with(&["a"]);
    let server = SmtpServer::relay();
    run(&bureau, &server, &["a"], at(0));
    let mut ledger = bureau.open();
    let mut anew = entry("a");
    anew.sha256 = "6b".repeat(32);
    anew.digest = "d2".repeat(32);
    ledger.enter(&anew, b"lain", at(60)).unwrap();
    drop(ledger);
    run(&bureau, &server, &["a"], at(60));
    assert_eq!(server.kept().len(), 1);
    let mut revised = anew;
    revised.key = Key { revision: 1, ..revised.key };
    revised.message_id = revised.key.message_id("pengirim.test");
    let mut ledger = bureau.open();
    let mail = message(&revised);
    ledger.enter(&revised, &mail, at(120)).unwrap();
    ledger.enter(&revised, &mail, at(120)).unwrap();
    let from = Address::parse("kantor@pengirim.test").unwrap();
    for _ in 0..2 {
        let mut office = Office {
            ledger: &mut ledger,
            lock: &bureau.lock,
            server: &server.settings(),
            from: &from,
            per_minute: None,
            clock: Clock::standing_at(at(120)),
            wait: &wait,
            stopped: &|| false,
        };
        assert!(office.run(&[revised.key.id()], &mut |_| {}).ended.is_none());
    }
    assert_eq!(server.counts(), BTreeMap::from([(entry("a").message_id, 1), (revised.message_id, 1)]));
}

#[test]
fn a_ledger_that_cannot_take_the_handing_over_keeps_the_dot_unwritten() {
    let bureau = Bureau::with(&ABC);
    let server = SmtpServer::relay();
    bureau.sql(
        "CREATE TRIGGER penuh BEFORE UPDATE ON pengiriman WHEN NEW.keadaan = 'menunggu_jawaban'
         BEGIN SELECT RAISE(ABORT, 'penuh'); END;",
    );
    let first = run(&bureau, &server, &ABC, at(0));
    let Some(Ended::Failure(failure)) = first.ended else { panic!("{:?}", first.ended) };
    assert_eq!(failure.kind, FailureKind::Disk);
    assert_eq!(
        said(&failure),
        "S026 .rakor/pengiriman.db\n\
         Buku pengiriman .rakor/pengiriman.db tidak dapat dibaca atau ditulis: isinya menolak perubahan itu.\n\
         Periksa izin folder dan ruang penyimpanan, lalu jalankan kembali; yang sudah terkirim tidak dikirim lagi."
    );
    assert_eq!(kept(&server, &ABC), [0, 0, 0]);
    bureau.sql("DROP TRIGGER penuh");
    run(&bureau, &server, &ABC, at(0));
    assert_eq!(kept(&server, &ABC), [1, 1, 1]);
}

#[test]
fn a_ledger_that_cannot_take_the_answer_holds_the_delivery() {
    let bureau = Bureau::with(&ABC);
    let server = SmtpServer::relay();
    bureau.sql(
        "CREATE TRIGGER penuh BEFORE UPDATE ON pengiriman WHEN NEW.keadaan = 'terkirim'
         BEGIN SELECT RAISE(ABORT, 'penuh'); END;",
    );
    let first = run(&bureau, &server, &ABC, at(0));
    assert!(matches!(first.ended, Some(Ended::Failure(_))));
    bureau.sql("DROP TRIGGER penuh");
    let second = run(&bureau, &server, &ABC, at(0));
    assert_eq!(second.rows, rows(&[("A", TidakPasti), ("B", Terkirim), ("C", Terkirim)]));
    assert_eq!(kept(&server, &ABC), [1, 1, 1]);
}

/// Runs in a process of its own: the limit on the size of files that it sets concerns the whole process.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "started by the test below"]
fn in_a_process_whose_files_cannot_grow() {
    use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};
    let flag = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    // Who only notes the signal gets the error instead.
    signal_hook::flag::register(Signal::XFSZ.as_raw(), flag).unwrap();
    let free = getrlimit(Resource::Fsize);
    let mut failed = 0;
    for limit in (4..=140_u64).step_by(4) {
        let bureau = Bureau::with(&ABC);
        let server = SmtpServer::relay();
        let mut ledger = bureau.open();
        setrlimit(Resource::Fsize, Rlimit { current: Some(limit << 10), maximum: free.maximum }).unwrap();
        let first = run_with(&mut ledger, &bureau, &server.settings(), &ABC, at(0), (None, &|_| {}, &|| false));
        drop(ledger);
        setrlimit(Resource::Fsize, free).unwrap();
        if let Some(ended) = first.ended {
            let Ended::Failure(failure) = ended else { panic!("{limit} KB: {ended:?}") };
            assert_eq!(failure.kind, FailureKind::Disk, "{limit} KB");
            failed += 1;
        }
        let taken = kept(&server, &ABC);
        if limit <= 8 {
            assert_eq!(taken, [0, 0, 0], "{limit} KB");
        }
        drop(bureau.open());
        for (name, taken) in ABC.iter().zip(&taken) {
            let state = bureau.row(name).state;
            let right = if *taken == 1 { [Terkirim, TidakPasti] } else { [Siap, TidakPasti] };
            assert!(*taken <= 1 && right.contains(&state), "{limit} KB, {name}: {taken} {state:?}");
        }
        run(&bureau, &server, &ABC, at(1));
        for (name, taken) in ABC.iter().zip(kept(&server, &ABC)) {
            let state = bureau.row(name).state;
            assert!(taken == 1 && state == Terkirim || state == TidakPasti && taken <= 1, "{limit} KB, {name}");
        }
    }
    assert!(failed > 5, "{failed}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_ledger_that_cannot_grow_loses_and_doubles_nothing() {
    let name = std::thread::current().name().unwrap().to_owned();
    let child =
        name.replace("a_ledger_that_cannot_grow_loses_and_doubles_nothing", "in_a_process_whose_files_cannot_grow");
    let done = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &child, "--ignored", "--nocapture"])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && told.contains("1 passed"), "{told}{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn a_row_that_no_ledger_knows_is_said_to_be_unknown() {
    let bureau = Bureau::with(&["a"]);
    let server = SmtpServer::relay();
    let run = run(&bureau, &server, &["a", "z"], at(0));
    let Some(Ended::Failure(failure)) = run.ended else { panic!("{:?}", run.ended) };
    assert_eq!((failure.kind, failure.diagnostics[0].code.as_ref()), (FailureKind::Usage, "S035"));
    assert_eq!((server.talks().len(), run.rows), (0, rows(&[("A", Siap)])));
    assert!(bureau.at(FILE_NAME).exists());
}
