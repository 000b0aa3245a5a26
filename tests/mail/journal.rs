//! The journal: that an old copy of the ledger is noticed, and how a person gets on.

use std::fs;

use rakor::diagnostic::FailureKind;
use rakor::mail::State::{self, Ditunda, Gagal, MenungguJawaban, Siap, Terkirim, TidakPasti};
use rakor::mail::ledger::{Decision, FILE_NAME, Ledger, Made, RECOVER, Recovered};

use super::bureau::{Bureau, at, entry, said, states};

const JOURNAL: &str = "pengiriman.jurnal";

/// Three deliveries: one held and then decided about, one held, one not handed over. The copy is of before.
fn restored() -> (Bureau, Vec<u8>) {
    let bureau = Bureau::with(&["a", "b", "c"]);
    let copy = fs::read(bureau.at(FILE_NAME)).unwrap();
    bureau.killed_at("a", MenungguJawaban);
    bureau.killed_at("b", MenungguJawaban);
    let mut ledger = bureau.open_at(at(60));
    ledger.decide(&entry("a").key.id(), Decision::Delivered, "sudah diterima", at(120)).unwrap();
    Bureau::enter(&mut ledger, "d");
    drop(ledger);
    bureau.killed_at("d", MenungguJawaban);
    drop(bureau.open_at(at(180)));
    (bureau, copy)
}

fn recovered(bureau: &Bureau) -> (Ledger, Recovered) {
    Ledger::recover(&bureau.folder(), &bureau.lock, at(600)).unwrap()
}

fn ids(names: &[&str]) -> Vec<String> {
    let mut ids: Vec<String> = names.iter().map(|name| entry(name).key.id()).collect();
    ids.sort();
    ids
}

fn listed(ledger: &Ledger) -> Vec<(String, State)> {
    states(ledger).into_iter().collect()
}

fn rows(rows: &[(&str, State)]) -> Vec<(String, State)> {
    rows.iter().map(|(code, state)| ((*code).to_owned(), *state)).collect()
}

#[test]
fn a_line_says_which_message_was_handed_over_and_when() {
    let bureau = Bureau::with(&["a"]);
    bureau.killed_at("a", MenungguJawaban);
    drop(bureau.open_at(at(60)));
    let row = bureau.row("a");
    let lines = bureau.journal();
    let first = serde_json::json!({
        "nomor": 3, "waktu": "2025-09-01T00:00:00Z", "id": row.id, "keadaan": "menunggu_jawaban", "percobaan": 0,
        "pesan": row.message_sha256,
        "entri": {
            "jenis": "bulanan", "wilayah": "35.73", "periode": "2025-08", "alamat": "a@malangkota.test", "revisi": 0,
            "kode_penerima": "A", "jabatan": "Kepala a", "message_id": row.entry.message_id, "subjek": row.entry.subject,
            "nama_berkas": row.entry.file_name, "sha256": row.entry.sha256, "digest": row.entry.digest,
            "bertanda_tangan": false, "tanggal_laporan": "5 September 2025",
        },
    });
    assert_eq!(lines[0], first);
    assert_eq!((&lines[1]["keadaan"], &lines[1]["waktu"]), (&"tidak_pasti".into(), &"2025-09-01T00:01:00Z".into()));
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_ledger_restored_from_an_old_copy_is_refused() {
    let (bureau, copy) = restored();
    fs::write(bureau.at(FILE_NAME), copy).unwrap();
    let refusal = bureau.refusal();
    assert_eq!(
        said(&refusal),
        "S029 .rakor/pengiriman.db; .rakor/pengiriman.jurnal\n\
         Buku pengiriman .rakor/pengiriman.db lebih tua daripada jurnalnya: menurut jurnal, 3 pengiriman sudah lebih maju \
         daripada yang tercatat dalam buku. Mungkin buku itu dipulihkan dari salinan lama.\n\
         Kembalikan buku yang terbaru. Bila tidak ada lagi, jalankan `rakor selesaikan --pulihkan-buku`: buku dilengkapi \
         dari jurnal, dan pengiriman yang hasilnya tidak diketahui ditahan."
    );
    assert_eq!((refusal.kind, RECOVER), (FailureKind::Disk, "rakor selesaikan --pulihkan-buku"));
    // The outbox is untouched as long as nothing is decided.
    assert!(bureau.outbox("c").exists() && bureau.outbox("d").exists());
}

#[test]
fn an_old_copy_is_completed_from_the_journal_when_a_person_says_so() {
    let (bureau, copy) = restored();
    let fresh = bureau.states();
    fs::write(bureau.at(FILE_NAME), copy).unwrap();
    let (ledger, told) = recovered(&bureau);
    assert_eq!(states(&ledger), fresh);
    assert_eq!(listed(&ledger), rows(&[("A", Terkirim), ("B", TidakPasti), ("C", Siap), ("D", TidakPasti)]));
    assert_eq!(told, Recovered { made: None, adopted: ids(&["a", "b", "d"]), held: ids(&["b", "d"]) });
    // What only the journal knew is known in full again.
    let d = ledger.find(&entry("d").key).unwrap().unwrap();
    assert_eq!((d.entry.title.as_str(), d.message_sha256.is_some()), ("Kepala d", true));
    drop(ledger);
    // From now on both agree, and decisions go on as ever.
    let mut ledger = bureau.open_at(at(660));
    ledger.decide(&entry("d").key.id(), Decision::Resend, "belum diterima", at(700)).unwrap();
    assert_eq!(ledger.find(&entry("d").key).unwrap().unwrap().state, Siap);
    drop(ledger);
    assert_eq!(recovered(&bureau).1, Recovered::default());
}

#[test]
fn a_lost_ledger_is_made_again_from_the_journal_when_a_person_says_so() {
    let (bureau, _) = restored();
    fs::remove_file(bureau.at(FILE_NAME)).unwrap();
    let told = "\
S020 .rakor/pengiriman.db
Buku pengiriman .rakor/pengiriman.db hilang, padahal jurnalnya masih ada.
Pulihkan buku itu dari cadangan. Bila tidak ada cadangan, jalankan `rakor selesaikan --pulihkan-buku`: buku disusun \
kembali dari jurnal, dan pengiriman yang hasilnya tidak diketahui ditahan.";
    assert_eq!(said(&bureau.refusal()), told);
    assert_eq!(said(&Ledger::read(&bureau.folder()).unwrap_err()), told);
    let (ledger, told) = recovered(&bureau);
    assert_eq!(listed(&ledger), rows(&[("A", Terkirim), ("B", TidakPasti), ("D", TidakPasti)]));
    assert_eq!(told, Recovered { made: Some(Made::Ledger), adopted: ids(&["a", "b", "d"]), held: ids(&["b", "d"]) });
    drop(ledger);
    // What nobody handed over is entered anew by the next run.
    let mut ledger = bureau.open();
    Bureau::enter(&mut ledger, "c");
    assert_eq!(ledger.find(&entry("c").key).unwrap().unwrap().state, Siap);
}

#[test]
fn without_its_journal_a_ledger_may_be_an_old_copy() {
    let (bureau, _) = restored();
    fs::remove_file(bureau.at(JOURNAL)).unwrap();
    assert_eq!(
        said(&bureau.refusal()),
        "S030 .rakor/pengiriman.jurnal\n\
         Jurnal pengiriman .rakor/pengiriman.jurnal tidak ada, sehingga tidak dapat diperiksa apakah buku pengiriman \
         berasal dari salinan lama.\n\
         Pulihkan jurnal itu dari cadangan terbaru. Bila tidak ada, jalankan `rakor selesaikan --pulihkan-buku`: jurnal \
         disusun kembali dari buku, dan semua yang belum terkirim ditahan sampai diputuskan."
    );
    let (ledger, told) = recovered(&bureau);
    assert_eq!(listed(&ledger), rows(&[("A", Terkirim), ("B", TidakPasti), ("C", TidakPasti), ("D", TidakPasti)]));
    assert_eq!(told, Recovered { made: Some(Made::Journal), adopted: Vec::new(), held: ids(&["c"]) });
    drop(ledger);
    assert_eq!(bureau.journal().len(), 8);
    drop(bureau.open());
}

#[test]
fn before_the_first_handing_over_a_journal_can_be_made_again() {
    let bureau = Bureau::with(&["a"]);
    fs::remove_file(bureau.at(JOURNAL)).unwrap();
    drop(bureau.open());
    assert_eq!(bureau.journal().len(), 0);
}

#[test]
fn a_line_that_was_not_finished_counts_as_never_begun() {
    let bureau = Bureau::with(&["a"]);
    let whole = fs::read(bureau.at(JOURNAL)).unwrap();
    bureau.killed_at("a", MenungguJawaban);
    for torn in ["{", "{\"nomor\":3,\"waktu\":\"2025-09-01T00:00:00Z\"", "{\"nomor\":3}"] {
        fs::write(bureau.at(JOURNAL), [whole.as_slice(), torn.as_bytes()].concat()).unwrap();
        drop(bureau.open());
        let told: Vec<String> = bureau.journal().iter().map(|line| line["keadaan"].to_string()).collect();
        assert_eq!(told, ["\"menunggu_jawaban\"", "\"tidak_pasti\""], "{torn}");
    }
}

#[test]
fn a_damaged_journal_is_refused_at_its_line() {
    let (bureau, _) = restored();
    let text = fs::read_to_string(bureau.at(JOURNAL)).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let written = |lines: &[&str]| fs::write(bureau.at(JOURNAL), lines.join("\n") + "\n").unwrap();
    let told = |line: usize, words: &str| {
        format!(
            "S031 .rakor/pengiriman.jurnal, baris {line}\nJurnal pengiriman .rakor/pengiriman.jurnal {words}.\n\
             Pulihkan buku dan jurnal dari cadangan yang sama. Bila tidak ada, pindahkan jurnal itu, lalu jalankan `rakor \
             selesaikan --pulihkan-buku`."
        )
    };
    let mut broken = lines.clone();
    broken[3] = "{}";
    written(&broken);
    assert_eq!(said(&bureau.refusal()), told(4, "rusak"));
    // Twice the same line: the numbers no longer grow.
    let mut twice = lines.clone();
    twice.insert(2, lines[1]);
    written(&twice);
    assert_eq!(said(&bureau.refusal()), told(3, "rusak"));
    fs::write(bureau.at(JOURNAL), "").unwrap();
    assert_eq!(said(&bureau.refusal()), told(1, "rusak"));
    written(&["Catatan", lines[1]]);
    assert_eq!(said(&bureau.refusal()), told(1, "rusak"));
    // Of another workspace.
    let other = lines[2].replace(&entry("b").key.id(), &"0".repeat(64));
    written(&[lines[0], lines[1], &other]);
    assert_eq!(said(&bureau.refusal()), told(3, "bukan milik buku pengiriman ini"));
    let failure = Ledger::recover(&bureau.folder(), &bureau.lock, at(600)).unwrap_err();
    assert_eq!(said(&failure), told(3, "bukan milik buku pengiriman ini"));
}

#[test]
fn what_was_sent_after_it_had_failed_is_known_to_the_journal() {
    // The old copy is of the failure; what came of the second try stands in the journal alone.
    let bureau = Bureau::with(&["a"]);
    bureau.killed_at("a", MenungguJawaban);
    bureau.killed_at("a", Gagal);
    drop(bureau.open());
    let copy = fs::read(bureau.at(FILE_NAME)).unwrap();
    let mut ledger = bureau.open_at(at(60));
    ledger.decide(&entry("a").key.id(), Decision::Resend, "", at(60)).unwrap();
    Bureau::enter(&mut ledger, "a");
    drop(ledger);
    bureau.killed_at("a", MenungguJawaban);
    bureau.killed_at("a", Terkirim);
    drop(bureau.open());
    let told: Vec<String> = bureau.journal().iter().map(|line| line["keadaan"].to_string()).collect();
    assert_eq!(told, ["menunggu_jawaban", "gagal", "menunggu_jawaban", "terkirim"].map(|state| format!("\"{state}\"")));
    for old in [Some(copy), None] {
        match old {
            Some(old) => fs::write(bureau.at(FILE_NAME), old).unwrap(),
            None => fs::remove_file(bureau.at(FILE_NAME)).unwrap(),
        }
        bureau.refusal();
        assert_eq!(listed(&recovered(&bureau).0), rows(&[("A", Terkirim)]));
    }
}

#[test]
fn a_ledger_copied_between_the_handing_over_and_the_answer_is_old_too() {
    let bureau = Bureau::with(&["a"]);
    bureau.killed_at("a", MenungguJawaban);
    let copy = fs::read(bureau.at(FILE_NAME)).unwrap();
    let mut ledger = bureau.open_at(at(60));
    ledger.decide(&entry("a").key.id(), Decision::Delivered, "", at(60)).unwrap();
    drop(ledger);
    fs::write(bureau.at(FILE_NAME), copy).unwrap();
    assert_eq!(bureau.refusal().diagnostics[0].code, "S029");
    assert_eq!(listed(&recovered(&bureau).0), rows(&[("A", Terkirim)]));
}

#[test]
fn a_refusal_after_the_handing_over_is_held_once_the_ledger_is_old() {
    // The journal says that the server refused it for now; an old ledger does not know how often it was tried since.
    let bureau = Bureau::with(&["a"]);
    let copy = fs::read(bureau.at(FILE_NAME)).unwrap();
    bureau.killed_at("a", MenungguJawaban);
    bureau.killed_at("a", Ditunda);
    drop(bureau.open());
    assert_eq!(bureau.journal().len(), 2);
    fs::write(bureau.at(FILE_NAME), copy).unwrap();
    let (ledger, told) = recovered(&bureau);
    assert_eq!(listed(&ledger), rows(&[("A", TidakPasti)]));
    assert_eq!((told.adopted, told.held), (ids(&["a"]), ids(&["a"])));
}
