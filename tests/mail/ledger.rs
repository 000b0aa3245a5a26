//! The ledger: what it keeps, what it refuses, what it settles.

use std::fs;

use rakor::diagnostic::FailureKind;
use rakor::mail::State::{Diproses, Direncanakan, Ditunda, Gagal, MenungguJawaban, Siap, Terkirim, TidakPasti};
use rakor::mail::ledger::{Decision, FILE_NAME, Filter, Ledger};
use rakor::mail::{Key, State};

use super::bureau::{Bureau, at, entry, message, said, states};

const JOURNAL: &str = "pengiriman.jurnal";

fn pairs(pairs: &[(&str, State)]) -> std::collections::BTreeMap<String, State> {
    pairs.iter().map(|(code, state)| ((*code).to_owned(), *state)).collect()
}

#[test]
fn a_new_ledger_is_private_durable_and_empty() {
    let bureau = Bureau::with(&[]);
    assert!(bureau.states().is_empty());
    let names: Vec<String> = bureau.bytes().into_keys().collect();
    assert_eq!(names, ["kunci", FILE_NAME, JOURNAL]);
    let ledger = fs::read(bureau.at(FILE_NAME)).unwrap();
    // Written through a write-ahead log, and of this program.
    assert_eq!((&ledger[18..20], &ledger[68..72]), (&[2, 2][..], &b"rakr"[..]));
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_ledger_journal_and_outbox() {
    use std::os::unix::fs::PermissionsExt;
    let bureau = Bureau::with(&[]);
    let mode = |name: &str| fs::metadata(bureau.at(name)).unwrap().permissions().mode() & 0o777;
    // Somebody opened them to others.
    for name in [FILE_NAME, JOURNAL] {
        fs::set_permissions(bureau.at(name), fs::Permissions::from_mode(0o644)).unwrap();
    }
    let mut ledger = bureau.open();
    let id = Bureau::enter(&mut ledger, "a");
    for name in [FILE_NAME, "pengiriman.db-wal", "pengiriman.db-shm", JOURNAL, &format!("kotak-keluar/{id}.eml")] {
        assert_eq!(mode(name), 0o600, "{name}");
    }
    assert_eq!(mode("kotak-keluar"), 0o700);
}

#[test]
fn without_a_ledger_it_is_said_what_to_do_the_first_time_and_after_a_loss() {
    let bureau = Bureau::empty();
    assert_eq!(
        said(&bureau.refusal()),
        "S020 .rakor/pengiriman.db\n\
         Buku pengiriman .rakor/pengiriman.db tidak ada, sehingga tidak diketahui siapa yang sudah dikirimi.\n\
         Bila ruang kerja ini belum pernah mengirim surel, jalankan `rakor kirim JENIS --buku-baru`. Bila pernah, pulihkan folder .rakor dari \
         cadangan."
    );
    assert_eq!(bureau.refusal().kind, FailureKind::Disk);
    assert!(Ledger::read(&bureau.folder()).unwrap().is_none());
    assert_eq!(bureau.bytes().into_keys().collect::<Vec<_>>(), ["kunci"]);
    assert_eq!(said(&Ledger::recover(&bureau.folder(), &bureau.lock, at(0)).unwrap_err()), said(&bureau.refusal()));
}

#[test]
fn a_ledger_is_never_made_over_what_is_left_of_one() {
    let refusal = |bureau: &Bureau| {
        let before = bureau.bytes();
        let failure = Ledger::create(&bureau.folder(), &bureau.lock, at(0)).unwrap_err();
        assert_eq!((bureau.bytes(), failure.kind), (before, FailureKind::Disk));
        said(&failure)
    };
    let bureau = Bureau::with(&["a"]);
    assert_eq!(
        refusal(&bureau),
        "S021 .rakor/pengiriman.db\n\
         .rakor/pengiriman.db sudah ada; buku pengiriman yang baru tidak dibuat.\n\
         Hapus --buku-baru dari perintah itu."
    );
    fs::remove_file(bureau.at(FILE_NAME)).unwrap();
    assert_eq!(
        refusal(&bureau),
        "S021 .rakor/pengiriman.jurnal\n\
         .rakor/pengiriman.jurnal sudah ada; buku pengiriman yang baru tidak dibuat.\n\
         Hapus --buku-baru dari perintah itu."
    );
    fs::remove_file(bureau.at(JOURNAL)).unwrap();
    fs::write(bureau.at("pengiriman.db-wal"), "sisa").unwrap();
    assert_eq!(
        refusal(&bureau),
        "S021 .rakor/pengiriman.db-wal\n\
         .rakor/pengiriman.db-wal milik buku pengiriman yang hilang.\n\
         Pulihkan .rakor/pengiriman.db dari cadangan. Bila tidak ada cadangan, pindahkan berkas itu, lalu ulangi."
    );
}

#[test]
fn a_delivery_is_entered_once_with_the_bytes_of_its_message() {
    let bureau = Bureau::with(&["a"]);
    let row = bureau.row("a");
    assert_eq!((row.state, row.attempts, row.not_before), (Siap, 0, None));
    assert_eq!(fs::read(bureau.outbox("a")).unwrap(), message(&entry("a")));
    let mut ledger = bureau.open();
    let mut newer = entry("a");
    newer.subject = "Lain".to_owned();
    newer.sha256 = "6b".repeat(32);
    ledger.enter(&newer, b"lain", at(60)).unwrap();
    // The same address, however it is written.
    newer.key.recipient = rakor::mail::Address::parse("A@Malangkota.TEST").unwrap();
    ledger.enter(&newer, b"lain", at(60)).unwrap();
    assert_eq!(states(&ledger).len(), 1);
    assert_eq!(ledger.find(&entry("a").key).unwrap().unwrap().entry.sha256, "5a".repeat(32));
    assert_eq!(fs::read(bureau.outbox("a")).unwrap(), message(&entry("a")));
    let events = ledger.events(&row.id).unwrap();
    let steps: Vec<_> = events.iter().map(|event| (event.from, event.to)).collect();
    assert_eq!(steps, [(None, Direncanakan), (Some(Direncanakan), Siap)]);
}

#[test]
fn a_delivery_whose_message_was_never_laid_down_gets_the_newest_one() {
    let bureau = Bureau::with(&["a"]);
    bureau.sql(
        "DROP TRIGGER kejadian_tidak_hilang; DELETE FROM kejadian WHERE ke = 'siap';
         UPDATE pengiriman SET keadaan = 'direncanakan', sha256_pesan = NULL;",
    );
    let mut ledger = bureau.open();
    assert!(!bureau.outbox("a").exists(), "a message that no row speaks of is swept away");
    assert_eq!(states(&ledger), pairs(&[("A", Direncanakan)]));
    let mut newer = entry("a");
    newer.sha256 = "6b".repeat(32);
    newer.subject = "Pembetulan".to_owned();
    ledger.enter(&newer, b"baru", at(60)).unwrap();
    let row = ledger.find(&newer.key).unwrap().unwrap();
    assert_eq!((row.state, row.entry.subject, row.entry.sha256), (Siap, newer.subject, newer.sha256));
    assert_eq!(fs::read(bureau.outbox("a")).unwrap(), b"baru");
}

#[test]
fn what_a_killed_run_left_is_settled() {
    let bureau = Bureau::with(&["a", "b", "c"]);
    bureau.killed_at("a", Diproses);
    bureau.killed_at("b", Diproses);
    bureau.killed_at("b", MenungguJawaban);
    let ledger = bureau.open_at(at(60));
    assert_eq!(states(&ledger), pairs(&[("A", Siap), ("B", TidakPasti), ("C", Siap)]));
    let b = ledger.find(&entry("b").key).unwrap().unwrap();
    assert_eq!((b.remark.as_str(), b.changed), ("proses terhenti sebelum jawaban server dicatat", at(60)));
    // What was committed before the kill is in the journal now.
    let told: Vec<String> = bureau.journal().iter().map(|line| line["keadaan"].to_string()).collect();
    assert_eq!(told, ["\"menunggu_jawaban\"", "\"tidak_pasti\""]);
    drop(ledger);
    assert_eq!(states(&bureau.open()), pairs(&[("A", Siap), ("B", TidakPasti), ("C", Siap)]));
}

#[test]
fn a_person_decides_about_what_is_held_or_failed_and_about_nothing_else() {
    let bureau = Bureau::with(&["a", "b", "c", "d"]);
    for name in ["a", "b", "c"] {
        bureau.killed_at(name, MenungguJawaban);
    }
    let mut ledger = bureau.open();
    let id = |name: &str| entry(name).key.id();
    ledger.decide(&id("a"), Decision::Delivered, "dikonfirmasi lewat telepon\nhari ini", at(60)).unwrap();
    ledger.decide(&id("b"), Decision::Resend, "tidak masuk", at(60)).unwrap();
    fs::remove_file(bureau.outbox("c")).unwrap();
    ledger.decide(&id("c"), Decision::Resend, "tidak masuk", at(60)).unwrap();
    assert_eq!(states(&ledger), pairs(&[("A", Terkirim), ("B", Siap), ("C", Direncanakan), ("D", Siap)]));
    assert_eq!(ledger.events(&id("a")).unwrap().last().unwrap().remark, r"dikonfirmasi lewat telepon\nhari ini");
    assert!(!bureau.outbox("a").exists());
    let refused = ledger.decide(&id("d"), Decision::Delivered, "ya", at(60)).unwrap_err();
    assert_eq!(
        said(&refused),
        format!(
            "S034 \nPengiriman {} tidak menunggu keputusan; keadaannya siap.\n\
             Keputusan hanya diberikan untuk pengiriman yang tidak pasti atau gagal; lihat `rakor riwayat`.",
            &id("d")[..8]
        )
    );
    assert_eq!(refused.kind, FailureKind::Usage);
    let unknown = ledger.decide(&"0".repeat(64), Decision::Delivered, "ya", at(60)).unwrap_err();
    assert_eq!(
        said(&unknown),
        "S035 \nPengiriman 00000000 tidak ada dalam buku pengiriman.\nLihat kode pengiriman dengan `rakor riwayat`."
    );
    // A refusal of a person's wish is no trouble of the disk.
    ledger.decide(&id("a"), Decision::Resend, "", at(60)).unwrap_err();
    Bureau::enter(&mut ledger, "e");
}

#[test]
fn what_failed_is_sent_again_only_when_a_person_says_so() {
    let bureau = Bureau::with(&["a"]);
    let id = entry("a").key.id();
    let mut ledger = bureau.open();
    ledger.supersede(&id, "550 5.1.1 tidak ada", at(0)).unwrap();
    let refused = ledger.decide(&id, Decision::Delivered, "sudah diterima", at(60)).unwrap_err();
    let short = &id[..8];
    assert_eq!(
        said(&refused),
        format!(
            "S034 \nPengiriman {short} gagal; server surel tidak menerimanya.\n\
             Bila sebabnya sudah diatasi, jalankan `rakor selesaikan {short} kirim-ulang`."
        )
    );
    bureau.sql("UPDATE pengiriman SET percobaan = 35, dicoba_sejak = '2025-08-01T00:00:00Z'");
    ledger.decide(&id, Decision::Resend, "kotaknya sudah dibuka", at(60)).unwrap();
    let row = ledger.delivery(&id).unwrap();
    // Tries and days begin anew, as if it had just been entered.
    assert_eq!((row.state, row.attempts, row.tried_since), (Direncanakan, 0, None));
    assert_eq!((row.id, row.entry.message_id), (id.clone(), entry("a").message_id));
    let last = ledger.events(&id).unwrap().pop().unwrap();
    assert_eq!((last.from, last.to, last.remark.as_str()), (Some(Gagal), Direncanakan, "kotaknya sudah dibuka"));
    drop(ledger);
    let mut ledger = bureau.open_at(at(120));
    Bureau::enter(&mut ledger, "a");
    assert_eq!(states(&ledger), pairs(&[("A", Siap)]));
    assert_eq!(fs::read(bureau.outbox("a")).unwrap(), message(&entry("a")));
}

#[test]
fn what_failed_of_a_replaced_edition_is_not_sent_again() {
    let bureau = Bureau::with(&["a", "b"]);
    let mut ledger = bureau.open();
    let id = entry("a").key.id();
    let mut revised = entry("b");
    revised.key.revision = 2;
    revised.message_id = revised.key.message_id("pengirim.test");
    ledger.enter(&revised, b"revisi", at(0)).unwrap();
    ledger.supersede(&id, "digantikan Revisi 2", at(0)).unwrap();
    let refused = ledger.decide(&id, Decision::Resend, "", at(60)).unwrap_err();
    assert_eq!(
        said(&refused),
        format!(
            "S037 \nPengiriman {} sudah digantikan Revisi 2 sehingga tidak dikirim ulang.\n\
             Kirim Revisi 2 kepada penerima itu.",
            &id[..8]
        )
    );
    assert_eq!((refused.kind, ledger.delivery(&id).unwrap().state), (FailureKind::Usage, Gagal));
}

#[test]
fn an_older_revision_is_given_up_while_it_may_be() {
    let bureau = Bureau::with(&["a", "b"]);
    bureau.killed_at("b", MenungguJawaban);
    let mut ledger = bureau.open();
    for name in ["a", "b"] {
        ledger.supersede(&entry(name).key.id(), "digantikan Revisi 1", at(60)).unwrap();
    }
    assert_eq!(states(&ledger), pairs(&[("A", Gagal), ("B", TidakPasti)]));
    assert!(!bureau.outbox("a").exists() && bureau.outbox("b").exists());
}

#[test]
fn rows_are_found_by_what_is_known_of_them() {
    let bureau = Bureau::with(&["b", "a"]);
    let mut ledger = bureau.open();
    let mut july = entry("a");
    july.key = Key { period: "2025-07".to_owned(), ..july.key };
    july.message_id = july.key.message_id("pengirim.test");
    july.sha256 = "ab".repeat(32);
    ledger.enter(&july, b"juli", at(0)).unwrap();
    let codes = |filter: Filter| -> Vec<String> {
        let rows = ledger.deliveries(&filter).unwrap();
        rows.iter().map(|row| format!("{} {}", row.entry.recipient_code, row.entry.key.period)).collect()
    };
    let own = |text: &str| Some(text.to_owned());
    assert_eq!(codes(Filter::default()), ["B 2025-08", "A 2025-08", "A 2025-07"]);
    assert_eq!(codes(Filter { period: own("2025-07"), ..Filter::default() }), ["A 2025-07"]);
    assert_eq!(codes(Filter { recipient: own("A"), ..Filter::default() }), ["A 2025-08", "A 2025-07"]);
    assert_eq!(codes(Filter { sha256: own("ABABABAB"), ..Filter::default() }), ["A 2025-07"]);
    assert_eq!(codes(Filter { state: Some(Terkirim), ..Filter::default() }), [""; 0]);
    assert_eq!(codes(Filter { region: own("35.7"), ..Filter::default() }), [""; 0]);
    assert_eq!(codes(Filter { report: own("bulanan"), state: Some(Siap), ..Filter::default() }).len(), 3);
    let listed = ledger.recipients_of("bulanan", "35.73", "2025-08").unwrap();
    assert_eq!(listed.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["A", "B"]);
}

#[test]
fn the_tables_themselves_refuse_what_must_never_happen() {
    let bureau = Bureau::with(&["a", "b"]);
    let mut ledger = bureau.open();
    ledger.supersede(&entry("a").key.id(), "", at(0)).unwrap();
    drop(ledger);
    let connection = rusqlite::Connection::open(bureau.at(FILE_NAME)).unwrap();
    for (change, words) in [
        ("UPDATE kejadian SET ke = 'terkirim'", "kejadian tidak berubah"),
        ("DELETE FROM kejadian", "kejadian tidak hilang"),
        ("DELETE FROM pengiriman", "pengiriman tidak hilang"),
        ("UPDATE pengiriman SET alamat = 'x@y.test'", "pengiriman tetap yang sama"),
        ("UPDATE pengiriman SET message_id = 'x'", "pengiriman tetap yang sama"),
        ("UPDATE pengiriman SET keadaan = 'siap' WHERE keadaan = 'gagal'", "pengiriman sudah selesai"),
        (
            "UPDATE pengiriman SET keadaan = 'dikirim' WHERE keadaan = 'siap'",
            "CHECK constraint failed: keadaan IN ('direncanakan', 'siap', 'diproses', 'menunggu_jawaban', 'terkirim', \
             'ditunda', 'gagal', 'tidak_pasti')",
        ),
        ("UPDATE pengiriman SET percobaan = 'satu'", "cannot store TEXT value in INTEGER column pengiriman.percobaan"),
    ] {
        assert_eq!(connection.execute_batch(change).unwrap_err().to_string(), words, "{change}");
    }
}

#[test]
fn looking_changes_nothing() {
    let bureau = Bureau::with(&["a"]);
    let before = bureau.bytes();
    assert_eq!(bureau.states(), pairs(&[("A", Siap)]));
    assert_eq!(bureau.bytes(), before);
    // A folder that may only be read, as a copy on a disc is.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(bureau.folder(), fs::Permissions::from_mode(0o500)).unwrap();
        assert_eq!(bureau.states(), pairs(&[("A", Siap)]));
        fs::set_permissions(bureau.folder(), fs::Permissions::from_mode(0o700)).unwrap();
    }
}

/// The folder as a run leaves it that is killed now: with what is still in the write-ahead log.
fn killed_copy(bureau: &Bureau) -> Bureau {
    let copy = Bureau::empty();
    fs::create_dir_all(copy.at("kotak-keluar")).unwrap();
    for (name, bytes) in bureau.bytes() {
        if name != "kunci" {
            fs::write(copy.at(&name), bytes).unwrap();
        }
    }
    copy
}

#[test]
fn looking_after_a_kill_sees_what_was_committed() {
    let bureau = Bureau::with(&["a"]);
    let mut ledger = bureau.open();
    Bureau::enter(&mut ledger, "b");
    let copy = killed_copy(&bureau);
    assert!(copy.bytes().contains_key("pengiriman.db-wal"));
    for without_index in [false, true] {
        if without_index {
            fs::remove_file(copy.at("pengiriman.db-shm")).unwrap();
        }
        let before = copy.bytes();
        assert_eq!(copy.states(), pairs(&[("A", Siap), ("B", Siap)]));
        let mut after = copy.bytes();
        // The index of the log is SQLite's own.
        after.remove("pengiriman.db-shm");
        let kept = before.into_iter().filter(|(name, _)| name != "pengiriman.db-shm").collect();
        assert_eq!(after, kept, "{without_index}");
    }
    // While the run is alive, too.
    Bureau::enter(&mut ledger, "c");
    assert_eq!(bureau.states().len(), 3);
    Bureau::enter(&mut ledger, "d");
    assert_eq!(bureau.states().len(), 4);
    assert_eq!(states(&copy.open()), pairs(&[("A", Siap), ("B", Siap)]));
}

#[test]
fn a_truncated_ledger_is_refused_and_left_as_it_is() {
    let bureau = Bureau::with(&["a", "b"]);
    let whole = fs::read(bureau.at(FILE_NAME)).unwrap();
    // Cut off the end of the last page only zeros would be missing, for all that SQLite looks at.
    let ends = [4096, 4095, 512, 50, 1].map(|missing| whole.len() - missing);
    for length in [1, 17, 50, 99, 100, 512, 4096, 8192, whole.len() / 2].into_iter().chain(ends) {
        fs::write(bureau.at(FILE_NAME), &whole[..length]).unwrap();
        let failure = bureau.refusal();
        assert_eq!(failure.kind, FailureKind::Disk, "{length}");
        // What is left of the head does not always say that it was a ledger.
        let code = failure.diagnostics[0].code.as_ref();
        assert!(code == "S025" || length < 100 && code == "S023", "{length}: {failure:?}");
        assert_eq!(Ledger::read(&bureau.folder()).unwrap_err().kind, FailureKind::Disk, "{length}");
    }
    fs::write(bureau.at(FILE_NAME), "").unwrap();
    assert_eq!(said(&bureau.refusal()), FOREIGN);
}

#[test]
fn a_ledger_cut_off_beside_its_log_is_refused_unless_the_log_has_the_rest() {
    let bureau = Bureau::with(&["a", "b"]);
    let before = fs::read(bureau.at(FILE_NAME)).unwrap();
    let mut ledger = bureau.open();
    for name in ["c", "d", "e"] {
        Bureau::enter(&mut ledger, name);
    }
    let copy = killed_copy(&bureau);
    drop(ledger);
    let (all, whole) = (bureau.states(), fs::read(copy.at(FILE_NAME)).unwrap());
    assert_eq!((before, all.len()), (whole.clone(), 5));
    let beside = copy.bytes();
    let renew = || {
        for (name, bytes) in beside.iter().filter(|(name, _)| *name != "kunci") {
            fs::write(copy.at(name), bytes).unwrap();
        }
    };
    let (mut refused, mut read) = (0, 0);
    for length in (0..whole.len()).rev().step_by(509).chain([whole.len() - 1, whole.len() - 4096]) {
        renew();
        fs::write(copy.at(FILE_NAME), &whole[..length]).unwrap();
        match Ledger::open(&copy.folder(), &copy.lock, at(0)) {
            // What is missing stood in the log: nothing is lost.
            Ok(ledger) => {
                assert_eq!(states(&ledger), all, "{length}");
                read += 1;
            }
            Err(failure) => {
                assert_eq!(failure.kind, FailureKind::Disk, "{length}");
                assert!(fs::read(copy.at(FILE_NAME)).unwrap() == whole[..length], "{length}: left as it was");
                assert!(Ledger::read(&copy.folder()).is_err(), "{length}");
                refused += 1;
            }
        }
    }
    assert!(refused > 0 && read > 0, "refused {refused}, read {read}");
    // A log of another generation, or one whose frames are damaged, has nothing of the rest.
    for place in [0, 17, 40, 60] {
        renew();
        fs::write(copy.at(FILE_NAME), &whole[..whole.len() - 1]).unwrap();
        let mut log = beside["pengiriman.db-wal"].clone();
        log[place] ^= 1;
        fs::write(copy.at("pengiriman.db-wal"), log).unwrap();
        let _ = fs::remove_file(copy.at("pengiriman.db-shm"));
        assert_eq!(copy.refusal().diagnostics[0].code, "S025", "{place}");
    }
}

const FOREIGN: &str = "\
S023 .rakor/pengiriman.db
.rakor/pengiriman.db bukan buku pengiriman.
Pindahkan berkas itu dan pulihkan buku dari cadangan. Bila tidak ada cadangan, jalankan `rakor selesaikan \
--pulihkan-buku`: buku disusun kembali dari jurnal.";

#[test]
fn a_flipped_byte_is_refused_or_harmless() {
    let bureau = Bureau::with(&["a", "b", "c"]);
    bureau.killed_at("b", MenungguJawaban);
    drop(bureau.open());
    let whole = fs::read(bureau.at(FILE_NAME)).unwrap();
    let journal = fs::read(bureau.at(JOURNAL)).unwrap();
    let mails: Vec<_> = ["a", "b", "c"].iter().map(|name| fs::read(bureau.outbox(name)).unwrap()).collect();
    let facts = |ledger: &Ledger| -> Vec<_> {
        let rows = ledger.deliveries(&Filter::default()).unwrap();
        rows.into_iter().map(|row| (row.entry.key, row.state, row.message_sha256)).collect()
    };
    let expected = facts(&bureau.open());
    let step = if std::env::var("RAKOR_KAMPANYE").is_ok_and(|value| value == "1") { 7 } else { 251 };
    let mut refused = 0;
    for place in (0..whole.len()).step_by(step) {
        let mut flipped = whole.clone();
        flipped[place] ^= 1 << (place % 8);
        fs::write(bureau.at(FILE_NAME), &flipped).unwrap();
        match Ledger::open(&bureau.folder(), &bureau.lock, at(0)) {
            Err(failure) => {
                assert_eq!(failure.kind, FailureKind::Disk, "byte {place}");
                assert_eq!(fs::read(bureau.at(FILE_NAME)).unwrap(), flipped, "byte {place}");
                refused += 1;
            }
            Ok(ledger) => {
                let mut found = facts(&ledger);
                // A digest of a message is checked against the message, before anything is sent.
                for (row, known) in found.iter_mut().zip(&expected) {
                    if row.2 != known.2 {
                        row.2.clone_from(&known.2);
                    }
                }
                assert_eq!(found, expected, "byte {place}");
            }
        }
        let _ = fs::remove_file(bureau.at("pengiriman.db-wal"));
        let _ = fs::remove_file(bureau.at("pengiriman.db-shm"));
        fs::write(bureau.at(JOURNAL), &journal).unwrap();
        for (name, mail) in ["a", "b", "c"].iter().zip(&mails) {
            fs::write(bureau.outbox(name), mail).unwrap();
        }
    }
    assert!(refused > 0);
}

#[test]
fn a_file_that_is_no_ledger_is_refused() {
    let bureau = Bureau::with(&[]);
    bureau.sql("PRAGMA application_id = 7");
    assert_eq!(said(&bureau.refusal()), FOREIGN);
    fs::write(bureau.at(FILE_NAME), "nama;alamat\n".repeat(900)).unwrap();
    assert_eq!(bureau.refusal().diagnostics[0].code, "S025");
    fs::remove_file(bureau.at(FILE_NAME)).unwrap();
    fs::create_dir(bureau.at(FILE_NAME)).unwrap();
    assert_eq!(
        said(&bureau.refusal()),
        "S022 .rakor/pengiriman.db\n.rakor/pengiriman.db bukan berkas biasa.\n\
         Pindahkan tautan atau folder itu, lalu pulihkan berkasnya."
    );
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_ledger_or_journal_is_refused() {
    for name in [FILE_NAME, JOURNAL] {
        let bureau = Bureau::with(&[]);
        let elsewhere = bureau.folder().with_file_name(name);
        fs::rename(bureau.at(name), &elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, bureau.at(name)).unwrap();
        assert_eq!(
            said(&bureau.refusal()),
            format!(
                "S022 .rakor/{name}\n.rakor/{name} bukan berkas biasa.\n\
                 Pindahkan tautan atau folder itu, lalu pulihkan berkasnya."
            )
        );
    }
}

#[test]
fn a_ledger_of_a_later_version_is_refused_with_its_own_message() {
    let bureau = Bureau::with(&[]);
    bureau.sql("PRAGMA user_version = 2");
    let told = "S024 .rakor/pengiriman.db\n\
                .rakor/pengiriman.db dibuat oleh rakor yang lebih baru.\n\
                bentuk 2\nbentuk 1\n\
                Pasang rakor versi terbaru; berkas itu tidak diubah.";
    assert_eq!(said(&bureau.refusal()), told);
    assert_eq!(said(&Ledger::read(&bureau.folder()).unwrap_err()), told);
    bureau.sql("PRAGMA user_version = 1");
    fs::write(bureau.at(JOURNAL), "{\"jurnal\":\"pengiriman rakor\",\"versi\":2}\n").unwrap();
    assert_eq!(said(&bureau.refusal()), told.replace("pengiriman.db", JOURNAL));
}

#[test]
fn a_ledger_without_a_write_ahead_log_gets_it_back() {
    let bureau = Bureau::with(&["a"]);
    bureau.sql("PRAGMA journal_mode = DELETE");
    assert_eq!(fs::read(bureau.at(FILE_NAME)).unwrap()[18], 1);
    drop(bureau.open());
    assert_eq!(fs::read(bureau.at(FILE_NAME)).unwrap()[18], 2);
}

#[test]
fn the_outbox_is_cleared_of_what_nobody_needs_and_of_nothing_else() {
    let bureau = Bureau::with(&["a"]);
    let stranger = format!("kotak-keluar/{}.eml", "0".repeat(64));
    for name in [stranger.as_str(), "kotak-keluar/catatan.txt", "kotak-keluar/.rakor-kunci-x.tmp"] {
        fs::write(bureau.at(name), "").unwrap();
    }
    drop(bureau.open());
    let left: Vec<String> = bureau.bytes().into_keys().filter(|name| name.starts_with("kotak-keluar/")).collect();
    assert_eq!(left, [format!("kotak-keluar/{}.eml", entry("a").key.id()), "kotak-keluar/catatan.txt".to_owned()]);
}

#[test]
fn what_can_follow_on_what() {
    let follows: Vec<(Option<State>, Vec<State>)> = [None]
        .into_iter()
        .chain(State::ALL.map(Some))
        .map(|from| (from, State::ALL.into_iter().filter(|to| to.follows(from)).collect()))
        .collect();
    assert_eq!(
        follows,
        [
            (None, vec![Direncanakan]),
            (Some(Direncanakan), vec![Siap, Gagal, TidakPasti]),
            (Some(Siap), vec![Diproses, Ditunda, Gagal, TidakPasti]),
            (Some(Diproses), vec![Siap, MenungguJawaban, Ditunda, Gagal]),
            (Some(MenungguJawaban), vec![Siap, Terkirim, Ditunda, Gagal, TidakPasti]),
            (Some(Terkirim), vec![]),
            (Some(Ditunda), vec![Diproses, Ditunda, Gagal, TidakPasti]),
            (Some(Gagal), vec![Direncanakan]),
            (Some(TidakPasti), vec![Direncanakan, Siap, Terkirim]),
        ]
    );
    for state in State::ALL {
        assert_eq!(State::of(state.name()), Some(state));
        assert_eq!(serde_json::to_value(state).unwrap(), state.name());
    }
}
