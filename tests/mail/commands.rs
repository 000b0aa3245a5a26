//! `rakor kirim`, `rakor selesaikan` and the sending step of `rakor jalankan`: what a secretariat sees and gets.

use std::time::Duration;

use rakor::cli::{Exit, Stop};

use super::desk::{Around, Room, each_once};
use super::server::{Act, Script, SmtpServer, Step, Wire};

const SUBJECT: &str = "Laporan Jaminan Sosial Ketenagakerjaan Kota Simulasi, Agustus 2025";
const RELAY: &str = "pengaman = \"relai_lokal\"\n";

fn relay(script: Script) -> Room {
    Room::with(SmtpServer::start(Wire::Plain, script), RELAY)
}

#[test]
fn everybody_gets_one_message_and_the_second_run_sends_nothing() {
    let room = Room::new();
    let run = room.run("kirim bulanan --ya --buku-baru");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(
        run.out,
        "\
SEKDA     Sekretaris Daerah              s***@contoh.test  terkirim 9 September 2025 pukul 08.00 WIB
DISNAKER  Kepala Dinas Tenaga Kerja      d***@contoh.test  terkirim 9 September 2025 pukul 08.00 WIB
BPJSTK    Kepala Kantor Cabang Simulasi  c***@mitra.test   terkirim 9 September 2025 pukul 08.00 WIB
Terkirim 3, ditunda 0, gagal 0, tidak pasti 0.
Terkirim berarti diterima oleh server surel; kapan penerima membacanya tidak diketahui.
"
    );
    let file = "laporan-bulanan_99.71-kota-simulasi_2025-08.pdf";
    let marked = format!("[DATA SIMULASI] {SUBJECT}");
    let received = room.received();
    for (to, got) in ["cabang@mitra.test", "disnaker@contoh.test", "sekda@contoh.test"].iter().zip(&received) {
        assert_eq!((got.0.as_str(), got.1.as_str(), got.2.as_str()), (*to, marked.as_str(), file));
    }
    assert_eq!(room.taken(), each_once());
    for _ in 0..2 {
        let again = room.again();
        assert_eq!((again.exit, again.codes()), (Exit::Done, Vec::<String>::new()), "{}", again.out);
        assert_eq!(again.outcomes(), ["SEKDA terkirim", "DISNAKER terkirim", "BPJSTK terkirim"]);
    }
    assert_eq!(room.taken(), each_once());
    // The file that is named by path and digest is the one that went out.
    let pdf = std::fs::read(room.path().join("keluaran/bulanan_99.71-kota-simulasi_2025-08.pdf")).unwrap();
    let last = room.again().json().pop().unwrap();
    assert_eq!(last["hasil"]["sha256"], rakor::report::sha256(&pdf));
    assert_eq!(last["hasil"]["jumlah"]["terkirim"], 3);
    let message = &room.server.kept()[0].bytes;
    let parsed = mail_parser::MessageParser::default().parse(message).unwrap();
    assert!(parsed.attachment(0).unwrap().contents() == pdf.as_slice());
}

#[test]
fn without_a_ledger_nothing_is_sent_and_both_ways_out_are_named() {
    let room = Room::new();
    let run = room.run("kirim bulanan --ya");
    assert_eq!(run.exit, Exit::Disk);
    assert!(run.err.starts_with("kesalahan[S020] .rakor/pengiriman.db\n"), "{}", run.err);
    assert!(run.err.contains("`rakor kirim JENIS --buku-baru`") && run.err.contains("dari cadangan"), "{}", run.err);
    assert!(room.server.talks().is_empty());
    assert_eq!(room.first().exit, Exit::Done);
    let second = room.run("kirim bulanan --ya --buku-baru");
    assert_eq!(second.exit, Exit::Disk, "{}", second.err);
    assert!(second.err.starts_with("kesalahan[S021] .rakor/pengiriman.db\n"), "no plan before it: {}", second.err);
    assert_eq!(room.taken(), each_once());
}

#[test]
fn a_person_is_asked_and_only_ya_sends() {
    let room = Room::new();
    let arguments = ["kirim", "bulanan", "--buku-baru"];
    let nobody = room.run_in(Around::default(), &arguments);
    assert_eq!(nobody.exit, Exit::Usage);
    assert!(
        nobody.err.contains(
            "kesalahan[S056] --ya
  3 surel siap dikirim, tetapi tidak ada terminal untuk menanyakan persetujuan.
  Tindakan  : Periksa rencananya dengan --uji, lalu ulangi dengan --ya.
"
        ),
        "{}",
        nobody.err
    );
    for answer in ["", "\n", "tidak\n", "y\n", "yaa\n", "ya"] {
        let run = room.run_in(Around { answer: Some(answer), ..Around::default() }, &arguments);
        assert_eq!(run.exit, Exit::Usage, "{answer:?}");
        let asked = "\nKirim 3 surel kepada 3 penerima? Ketik \"ya\" untuk melanjutkan: ";
        assert!(run.err.contains(asked), "{}", run.err);
        // The end of the input leaves the line open that a terminal would have ended.
        let end = if answer.ends_with('\n') { "" } else { "\n" };
        let refusal = "kesalahan[S056]\n  Pengiriman dibatalkan; tidak satu pun surel dikirim.\n  Tindakan  : Ulangi perintah itu \
                       dan jawab ya bila rencananya sudah benar.\n\nDitemukan 1 kesalahan.\n";
        assert!(run.err.ends_with(&format!("{asked}{end}{refusal}")), "{}", run.err);
    }
    assert!(room.server.talks().is_empty());
    assert!(!room.path().join(".rakor/pengiriman.db").exists());
    let run = room.run_in(Around { answer: Some("Ya\n"), terminal: true, ..Around::default() }, &arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(
        run.err.ends_with("[1/3] SEKDA: terkirim\n[2/3] DISNAKER: terkirim\n[3/3] BPJSTK: terkirim\n"),
        "{}",
        run.err
    );
    assert_eq!(room.taken(), each_once());
    // There is nothing to agree to any more.
    let run = room.run_in(Around { answer: Some(""), ..Around::default() }, &["kirim", "bulanan"]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(!run.err.contains("Ketik"), "{}", run.err);
}

#[test]
fn one_refused_for_good_stops_nobody_else_and_is_not_tried_again() {
    let room = relay(Script::default().to("disnaker@contoh.test", Step::Rcpt, Act::say("550 5.1.1 tidak ada")));
    let run = room.first();
    assert_eq!(run.exit, Exit::Delivery, "{}", run.out);
    assert_eq!(run.outcomes(), ["SEKDA terkirim", "DISNAKER gagal", "BPJSTK terkirim"]);
    assert_eq!(run.codes(), ["S070"]);
    let before = room.server.settled().len();
    let again = room.again();
    assert_eq!((again.exit, room.server.settled().len()), (Exit::Delivery, before));
    // A mended address is another recipient; the list tells of it.
    room.change("data/penerima.csv", "disnaker@contoh.test", "naker@contoh.test");
    let mended = room.again();
    assert_eq!(mended.exit, Exit::Done, "{}", mended.out);
    assert_eq!(mended.outcomes(), ["SEKDA terkirim", "DISNAKER terkirim", "BPJSTK terkirim"]);
    assert_eq!(room.taken().get("naker@contoh.test"), Some(&1));
}

#[test]
fn who_was_refused_for_good_gets_it_once_a_person_says_so() {
    let refusal = Act::say("554 5.7.1 kotak ditutup");
    let room = relay(Script::default().to_first("disnaker@contoh.test", Step::Dot, 1, refusal));
    let run = room.first();
    assert_eq!(run.outcomes(), ["SEKDA terkirim", "DISNAKER gagal", "BPJSTK terkirim"]);
    let row = run.json().into_iter().find(|line| line["hasil"] == "gagal").unwrap();
    let short = &row["id"].as_str().unwrap()[..12];
    let told = &run.json().pop().unwrap()["masalah"][0];
    assert_eq!(
        told["tindakan"],
        format!(
            "Bila alamatnya salah, perbaiki atau keluarkan penerima itu dari daftar, lalu kirim lagi; alamat baru mendapat \
             surel baru. Bila alamatnya benar, atasi sebabnya, lalu jalankan `rakor selesaikan {short} kirim-ulang`."
        )
    );
    // Without that word nothing happens, however often it is asked.
    room.later(60 * 24);
    assert_eq!((room.again().exit, room.server.kept().len()), (Exit::Delivery, 2));
    let decided = room.run_in(Around::default(), &["selesaikan", short, "kirim-ulang", "--alasan", "kotaknya dibuka"]);
    assert_eq!(decided.exit, Exit::Done, "{}", decided.err);
    assert_eq!(
        decided.out,
        format!(
            "Pengiriman {short} kepada DISNAKER (laporan bulanan 99.71 2025-08) akan dikirim ulang. Jalankan `rakor kirim \
             bulanan --periode 2025-08`; surelnya disusun kembali dengan Message-ID yang sama.\n"
        )
    );
    let sent = room.run("kirim bulanan --periode 2025-08 --ya --format json");
    assert_eq!(sent.outcomes(), ["SEKDA terkirim", "DISNAKER terkirim", "BPJSTK terkirim"], "{}", sent.out);
    assert_eq!((room.again().exit, room.taken()), (Exit::Done, each_once()));
    assert_eq!(room.server.counts().get(row["message_id"].as_str().unwrap()), Some(&1));
    let events = room.run(&format!("riwayat --peristiwa {short}"));
    assert!(events.out.contains("  direncanakan      kotaknya dibuka\n"), "{}", events.out);
}

#[test]
fn a_revision_that_failed_is_announced_again_when_it_is_sent_again() {
    let room = relay(Script::default().to("disnaker@contoh.test", Step::Rcpt, Act::say("550 5.1.1 tidak ada")));
    room.first();
    let run = room.run("kirim bulanan --ya --revisi 1 --perubahan Tabel --format json");
    let failed = |run: &super::desk::Run| {
        let row = run.json().into_iter().find(|line| line["hasil"] == "gagal").unwrap();
        row["id"].as_str().unwrap()[..12].to_owned()
    };
    let short = failed(&run);
    room.server.follow(Script::default());
    let decided = room.run(&format!("selesaikan {short} kirim-ulang"));
    let command = "rakor kirim bulanan --periode 2025-08 --revisi 1 --perubahan \"...\"";
    assert!(decided.out.contains(&format!("Jalankan `{command}`; ")), "{}", decided.out);
    // What changed has to be said once more: the message is made anew.
    assert_eq!((room.again().exit, room.again().codes()), (Exit::Usage, vec!["S060".to_owned()]));
    let sent = room.run("kirim bulanan --ya --revisi 1 --perubahan Tabel --format json");
    assert_eq!(sent.exit, Exit::Done, "{}", sent.out);
    assert_eq!(room.server.kept().len(), 5);
    // What failed of the first edition stays as it is.
    let first = room.run("riwayat --status gagal --format json");
    let refused = room.run(&format!("selesaikan {} kirim-ulang", failed(&first)));
    assert_eq!(refused.exit, Exit::Usage);
    assert!(refused.err.starts_with("kesalahan[S037]\n"), "{}", refused.err);
}

#[test]
fn who_is_put_off_is_tried_again_when_the_time_has_come() {
    let room = relay(Script::default().to_first("sekda@contoh.test", Step::Rcpt, 2, Act::say("450 4.2.0 nanti")));
    let run = room.first();
    assert_eq!(run.exit, Exit::Delivery, "{}", run.out);
    assert_eq!(run.outcomes(), ["SEKDA ditunda", "DISNAKER terkirim", "BPJSTK terkirim"]);
    let talks = room.server.settled().len();
    room.later(10);
    let early = room.run("kirim bulanan");
    assert_eq!((early.exit, room.server.settled().len()), (Exit::Delivery, talks), "{}", early.err);
    assert!(early.out.contains("ditunda sampai 9 September 2025 pukul 08.15 WIB: "), "{}", early.out);
    room.later(5);
    assert_eq!(room.again().outcomes()[0], "SEKDA ditunda");
    room.later(30);
    let last = room.again();
    assert_eq!((last.exit, last.outcomes()[0].as_str()), (Exit::Done, "SEKDA terkirim"), "{}", last.out);
    assert_eq!(room.taken(), each_once());
    let ids: std::collections::BTreeSet<String> = room.server.counts().into_keys().collect();
    assert_eq!(ids.len(), 3);
}

/// The id of the only row that is held.
fn held(room: &Room) -> String {
    let run = room.run("riwayat --status tidak_pasti --format json");
    let lines = run.json();
    assert_eq!(lines.len(), 2, "{}", run.out);
    lines[0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn what_nobody_knows_is_held_until_a_person_decides() {
    for kept in [true, false] {
        let broken = if kept { Act::Keep(Box::new(Act::Drop)) } else { Act::Drop };
        let room = relay(Script::default().to_first("sekda@contoh.test", Step::Dot, 1, broken));
        let run = room.first();
        assert_eq!(run.exit, Exit::Held, "{}", run.out);
        assert!(run.outcomes().contains(&"SEKDA tidak_pasti".to_owned()), "{:?}", run.outcomes());
        for _ in 0..2 {
            room.later(60 * 24);
            assert_eq!(room.again().exit, Exit::Held);
        }
        assert_eq!(room.taken().get("sekda@contoh.test").copied().unwrap_or(0), usize::from(kept));
        let id = held(&room);
        let short = &id[..12];
        let told = room.again().json().pop().unwrap()["masalah"][0].clone();
        assert_eq!(told["kode"], "S067");
        assert_eq!(
            told["tindakan"],
            format!(
                "Tanyakan kepada penerima, lalu jalankan `rakor selesaikan {short} terkirim` atau `rakor selesaikan {short} \
                 kirim-ulang`."
            )
        );
        if kept {
            let decided = room.run_in(
                Around::default(),
                &["selesaikan", &id[..6], "terkirim", "--alasan", "dikonfirmasi lewat telepon"],
            );
            assert_eq!(decided.exit, Exit::Done, "{}", decided.err);
            assert_eq!(
                decided.out,
                format!(
                    "Pengiriman {short} kepada SEKDA (laporan bulanan 99.71 2025-08) dicatat sebagai terkirim dan tidak akan \
                     dikirim lagi.\n"
                )
            );
        } else {
            let decided = room.run(&format!("resolve {short} kirim-ulang"));
            assert_eq!(
                decided.out,
                format!(
                    "Pengiriman {short} kepada SEKDA (laporan bulanan 99.71 2025-08) siap dikirim ulang. Jalankan `rakor kirim \
                     bulanan --periode 2025-08`; pesannya sama seperti yang pertama.\n"
                )
            );
        }
        assert_eq!(room.again().exit, Exit::Done);
        assert_eq!(room.taken(), each_once());
        let events = room.run(&format!("riwayat --peristiwa {short}"));
        assert_eq!(events.out.contains("dikonfirmasi lewat telepon"), kept, "{}", events.out);
        // What is settled cannot be decided once more.
        let twice = room.run(&format!("selesaikan {short} kirim-ulang"));
        assert_ne!(twice.exit, Exit::Done);
        assert!(twice.err.contains("kesalahan[S034]"), "{}", twice.err);
    }
}

#[test]
fn an_id_must_name_one_delivery() {
    let room = Room::new();
    assert_eq!(room.first().exit, Exit::Done);
    for (id, code) in [("4be1", "C001"), ("rahasia", "C001"), ("ffffff", "S068")] {
        let run = room.run(&format!("selesaikan {id} terkirim"));
        assert_eq!(run.exit, Exit::Usage, "{id}");
        assert!(run.err.contains(&format!("kesalahan[{code}] ID\n")), "{}", run.err);
    }
    let run = room.run("selesaikan --pulihkan-buku");
    assert_eq!(run.out, "Buku pengiriman dan jurnalnya sudah cocok; tidak ada yang diubah.\n", "{}", run.err);
}

#[test]
fn what_was_lost_and_is_made_again_is_named() {
    let room = Room::new();
    assert_eq!(room.first().exit, Exit::Done);
    let private = room.path().join(".rakor");
    std::fs::remove_file(private.join("pengiriman.jurnal")).unwrap();
    let run = room.run("selesaikan --pulihkan-buku");
    assert_eq!(
        (run.exit, run.out.as_str()),
        (Exit::Done, "Jurnal pengiriman disusun kembali dari bukunya: 0 pengiriman ditahan.\n")
    );
    assert!(private.join("pengiriman.jurnal").exists());
    std::fs::remove_file(private.join("pengiriman.db")).unwrap();
    let run = room.run("selesaikan --pulihkan-buku --format json");
    assert_eq!(run.json()[0]["hasil"]["disusun_kembali"], "buku");
    let run = room.run("selesaikan --pulihkan-buku");
    assert_eq!(run.out, "Buku pengiriman dan jurnalnya sudah cocok; tidak ada yang diubah.\n");
    std::fs::remove_file(private.join("pengiriman.db")).unwrap();
    let run = room.run("selesaikan --pulihkan-buku");
    assert_eq!(
        run.out,
        "Buku pengiriman disusun kembali dari jurnalnya: 3 pengiriman ditambahkan atau diperbarui, 0 ditahan.\n"
    );
    assert_eq!((room.again().exit, room.taken()), (Exit::Done, each_once()));
}

#[test]
fn a_restored_ledger_has_a_way_out() {
    let room = Room::new();
    assert_eq!(room.run("kirim bulanan --periode 2025-07 --ya --buku-baru").exit, Exit::Done);
    let old = std::fs::read(room.path().join(".rakor/pengiriman.db")).unwrap();
    assert_eq!(room.again().exit, Exit::Done);
    for beside in ["pengiriman.db-wal", "pengiriman.db-shm"] {
        let _ = std::fs::remove_file(room.path().join(".rakor").join(beside));
    }
    std::fs::write(room.path().join(".rakor/pengiriman.db"), old).unwrap();
    let refused = room.again();
    assert_eq!(refused.exit, Exit::Disk, "{}", refused.out);
    let restored = room.run("selesaikan --pulihkan-buku");
    assert_eq!(restored.exit, Exit::Done, "{}", restored.err);
    assert!(
        restored
            .out
            .starts_with("Buku pengiriman dicocokkan dengan jurnalnya: 3 pengiriman ditambahkan atau diperbarui, "),
        "{}",
        restored.out
    );
    let _ = room.again();
    assert_eq!(room.server.kept().len(), 6);
}

#[test]
fn a_changed_report_is_mailed_only_as_a_revision() {
    let room = Room::new();
    assert_eq!(room.first().exit, Exit::Done);
    let early = Room::new();
    let none = early.run("kirim bulanan --ya --buku-baru --revisi 1 --perubahan Tabel");
    assert_eq!(none.exit, Exit::Usage);
    assert!(none.err.contains("Belum ada laporan bulanan 99.71 Agustus 2025 yang dikirim"), "{}", none.err);
    // The figure of August.
    let table = room.read("data/kepesertaan.csv");
    let row = table.lines().find(|line| line.starts_with("2025-08,99.71,RENTAN,")).unwrap().to_owned();
    let count = row.split(',').nth(4).unwrap();
    room.change("data/kepesertaan.csv", &row, &row.replace(count, "100"));
    let run = room.again();
    assert_eq!((run.exit, run.codes()), (Exit::Done, vec!["S057".to_owned()]), "{}", run.out);
    let told = &run.json().pop().unwrap()["masalah"][0];
    assert_eq!(
        told["tindakan"],
        "Bila penerima perlu mendapat perbaikannya, jalankan `rakor kirim bulanan --periode 2025-08 --revisi 1 --perubahan \
         \"...\"`."
    );
    assert_eq!(room.taken(), each_once());
    // Somebody new must not get another file than the others under the same name.
    room.write(
        "data/penerima.csv",
        &format!("{}BARU,mitra,Kepala Baru,,,baru@contoh.test,,\n", super::desk::RECIPIENTS),
    );
    let new = room.again();
    assert_eq!((new.exit, new.codes()), (Exit::Usage, vec!["S058".to_owned()]), "{}", new.out);
    assert_eq!(room.taken(), each_once());
    let skipped = room.run("kirim bulanan --ya --revisi 2 --perubahan Tabel");
    assert!(skipped.err.contains("Yang terakhir dikirim ialah kiriman pertama, bukan Revisi 1."), "{}", skipped.err);
    let revised = room.run_in(
        Around::default(),
        &["kirim", "bulanan", "--ya", "--format", "json", "--revisi", "1", "--perubahan", "Tabel 2"],
    );
    assert_eq!(revised.exit, Exit::Done, "{}", revised.out);
    let received = room.received();
    let revisions: Vec<_> = received.iter().filter(|(_, subject, _)| subject.contains("[Revisi 1]")).collect();
    assert_eq!(revisions.len(), 4, "{received:?}");
    assert!(revisions.iter().all(|(.., file)| file == "laporan-bulanan_99.71-kota-simulasi_2025-08_rev1.pdf"));
    // Said twice it is sent once; without a word it goes on.
    for arguments in ["kirim bulanan --ya --revisi 1 --perubahan x --format json", "kirim bulanan --ya --format json"] {
        let run = room.run(arguments);
        assert_eq!((run.exit, run.codes()), (Exit::Done, Vec::new()), "{}", run.out);
    }
    assert_eq!(room.server.kept().len(), 7);
}

#[test]
fn a_revision_gives_up_what_the_edition_before_has_not_handed_over() {
    let room = relay(Script::default().to_first("sekda@contoh.test", Step::Rcpt, 1, Act::say("450 4.2.0 nanti")));
    assert_eq!(room.first().exit, Exit::Delivery);
    room.later(60);
    let run = room.run("kirim bulanan --ya --revisi 1 --perubahan Tabel --format json");
    assert_eq!(run.exit, Exit::Done, "{}", run.out);
    assert_eq!(room.taken().get("sekda@contoh.test"), Some(&1));
    let history = room.run("riwayat --penerima SEKDA");
    assert!(history.out.contains("gagal: digantikan Revisi 1"), "{}", history.out);
}

#[test]
fn a_signal_between_two_messages_stops_the_run_and_the_next_one_goes_on() {
    let late = Act::Late(Duration::from_millis(150), Box::new(Act::Usual));
    let room = relay(Script::default().always(Step::Dot, late));
    let stop = Stop::never();
    let ours = stop.clone();
    let run = std::thread::scope(|scope| {
        let server = &room.server;
        scope.spawn(move || {
            while server.kept().is_empty() {
                std::thread::yield_now();
            }
            ours.raise();
        });
        let arguments = ["kirim", "bulanan", "--ya", "--buku-baru", "--format", "json"];
        room.run_in(Around { stop, ..Around::default() }, &arguments)
    });
    assert_eq!(run.exit, Exit::Terminated, "{}", run.out);
    assert!(run.codes().contains(&"S066".to_owned()), "{}", run.out);
    let sent = room.server.kept().len();
    assert!((1..3).contains(&sent), "{sent}");
    assert_eq!(run.outcomes().iter().filter(|outcome| outcome.ends_with(" terkirim")).count(), sent);
    assert_eq!(room.again().exit, Exit::Done);
    assert_eq!(room.taken(), each_once());
}

/// The program itself, with a signal of the system in the middle of its run.
#[cfg(unix)]
#[test]
fn sigterm_and_sigint_let_the_message_under_way_be_finished() {
    use rustix::process::{Pid, Signal, kill_process};
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130)] {
        let late = Act::Late(Duration::from_millis(300), Box::new(Act::Usual));
        let room = relay(Script::default().always(Step::Dot, late));
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_rakor"))
            .env_clear()
            .args(["kirim", "bulanan", "--ya", "--buku-baru", "-q", "-C"])
            .arg(room.path())
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        while room.server.kept().is_empty() {
            assert!(child.try_wait().unwrap().is_none(), "it ended before it was told to");
            std::thread::yield_now();
        }
        kill_process(Pid::from_child(&child), signal).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(code));
        let sent = room.server.kept().len();
        assert!((1..3).contains(&sent), "{sent}");
        let history = room.run("riwayat --status terkirim --format json");
        assert_eq!(history.json().len() - 1, sent, "{}", history.out);
        assert_eq!(room.again().exit, Exit::Done);
        assert_eq!(room.taken(), each_once());
    }
}

#[test]
fn a_second_run_of_the_same_workspace_ends_with_9() {
    let room = Room::new();
    let folder = room.path().join(".rakor");
    rakor::files::private_folder(&folder).unwrap();
    let note = br#"{"proses":4711,"dimulai":"2025-09-09T01:00:00Z","perintah":"jalankan"}"#;
    let rakor::files::Wish::Granted(lock) = rakor::files::Lock::take(&folder.join("kunci"), note).unwrap() else {
        panic!("nobody holds it")
    };
    for command in ["kirim bulanan --ya", "selesaikan 4be1a2 terkirim"] {
        let run = room.run(command);
        assert_eq!(run.exit, Exit::Active);
        let who = "oleh `rakor jalankan` yang lain (proses 4711, dimulai 9 September 2025 pukul 01.00 UTC).";
        assert!(run.err.contains(who), "{}", run.err);
    }
    // Looking disturbs nobody.
    assert_eq!(room.run("kirim bulanan --uji").exit, Exit::Done);
    assert_eq!(room.run("riwayat").exit, Exit::Done);
    drop(lock);
}

/// Whatever is due from July on, and sent.
const SCHEDULE: &str = "[jadwal]\nmulai = \"2025-07\"\nkirim = true\n";

/// What the steps of a run say: step, month, outcome.
fn steps(run: &super::desk::Run, step: &str) -> Vec<String> {
    let lines = run.json();
    let own = lines.iter().filter(|line| line["langkah"] == step);
    own.map(|line| format!("{} {}", line["periode"].as_str().unwrap(), line["hasil"].as_str().unwrap())).collect()
}

#[test]
fn what_is_due_is_built_and_sent_once() {
    let room = Room::new();
    room.configure(RELAY, SCHEDULE);
    // The first sending is a person's.
    let run = room.run("jalankan --format json");
    assert_eq!(run.exit, Exit::Disk, "{}", run.out);
    assert_eq!(steps(&run, "bangun"), ["2025-07 dibuat", "2025-08 dibuat"]);
    assert_eq!(steps(&run, "kirim"), ["2025-07 gagal", "2025-08 gagal"]);
    assert!(room.server.talks().is_empty());
    assert_eq!(room.run("kirim bulanan --periode 2025-07 --ya --buku-baru").exit, Exit::Done);
    let run = room.run("jalankan --format json");
    assert_eq!(run.exit, Exit::Done, "{}", run.out);
    assert_eq!(steps(&run, "kirim"), ["2025-07 sudah_terkirim", "2025-08 terkirim"]);
    assert_eq!(room.server.kept().len(), 6);
    let masked: Vec<_> = run.json().iter().filter_map(|line| line["alamat"].as_str().map(str::to_owned)).collect();
    assert_eq!(masked.len(), 6);
    assert!(masked.iter().all(|address| address.contains("***@")), "{masked:?}");
    let before = room.files();
    let run = room.run("jalankan --format json");
    assert_eq!(steps(&run, "bangun"), ["2025-07 sudah_ada", "2025-08 sudah_ada"]);
    assert_eq!(steps(&run, "kirim"), ["2025-07 sudah_terkirim", "2025-08 sudah_terkirim"]);
    assert_eq!(room.server.kept().len(), 6);
    assert!(room.files() == before, "a run without work writes nothing");
    assert_eq!(
        room.run("jalankan").out,
        "\
sudah ada       keluaran/bulanan_99.71-kota-simulasi_2025-07.pdf
sudah ada       keluaran/bulanan_99.71-kota-simulasi_2025-08.pdf
sudah terkirim  surel laporan bulanan Juli 2025: terkirim 3, ditunda 0, gagal 0, tidak pasti 0
sudah terkirim  surel laporan bulanan Agustus 2025: terkirim 3, ditunda 0, gagal 0, tidak pasti 0
"
    );
}

#[test]
fn a_report_that_was_sent_is_never_built_or_sent_anew_by_itself() {
    let room = Room::new();
    room.configure(RELAY, SCHEDULE);
    assert_eq!(room.run("kirim bulanan --periode 2025-07 --ya --buku-baru").exit, Exit::Done);
    assert_eq!(room.run("jalankan").exit, Exit::Done);
    let pdf = "keluaran/bulanan_99.71-kota-simulasi_2025-08.pdf";
    let before = std::fs::read(room.path().join(pdf)).unwrap();
    let table = room.read("data/kepesertaan.csv");
    let row = table.lines().find(|line| line.starts_with("2025-08,99.71,RENTAN,")).unwrap().to_owned();
    let count = row.split(',').nth(4).unwrap();
    room.change("data/kepesertaan.csv", &row, &row.replace(count, "100"));
    let run = room.run("jalankan --format json");
    assert_eq!(run.exit, Exit::Done, "{}", run.out);
    assert_eq!(steps(&run, "bangun"), ["2025-07 sudah_terkirim", "2025-08 sudah_terkirim"]);
    let warned = run.json().pop().unwrap()["masalah"].as_array().unwrap().clone();
    let codes: Vec<_> = warned.iter().filter_map(|one| one["kode"].as_str()).collect();
    // The first is about the date of this manifest.
    assert_eq!(codes, ["C012", "S057"], "{warned:?}");
    assert_eq!(
        warned[1]["tindakan"],
        "Bila penerima perlu mendapat perbaikannya, jalankan `rakor kirim bulanan --periode 2025-08 --revisi 1 --perubahan \
         \"...\"`."
    );
    assert!(std::fs::read(room.path().join(pdf)).unwrap() == before);
    // Nor is it built when the file is gone.
    std::fs::remove_file(room.path().join(pdf)).unwrap();
    assert_eq!(room.run("jalankan").exit, Exit::Done);
    assert!(!room.path().join(pdf).exists());
    assert_eq!(room.server.kept().len(), 6);
}

#[test]
fn old_reports_unsigned_ones_and_newcomers_wait_for_a_person() {
    let room = Room::new();
    room.configure(RELAY, SCHEDULE);
    assert_eq!(room.run("kirim bulanan --periode 2025-08 --ya --buku-baru").exit, Exit::Done);
    let run = room.run("jalankan --format json");
    assert_eq!(steps(&run, "kirim"), ["2025-07 menunggu", "2025-08 sudah_terkirim"]);
    let line = run.json().into_iter().find(|line| line["langkah"] == "kirim").unwrap();
    assert_eq!(
        line["keterangan"],
        "lebih awal daripada pengiriman yang pertama; bila perlu, jalankan `rakor kirim bulanan --periode 2025-07`"
    );
    // An old report that a person sends later opens the way for no other old one.
    room.months(&["2025-06", "2025-07", "2025-08"]);
    room.configure(RELAY, &SCHEDULE.replace("2025-07", "2025-06"));
    assert_eq!(room.run("kirim bulanan --periode 2025-06 --ya").exit, Exit::Done);
    let run = room.run("jalankan --format json");
    assert_eq!(steps(&run, "kirim"), ["2025-06 sudah_terkirim", "2025-07 menunggu", "2025-08 sudah_terkirim"]);
    room.write(
        "data/penerima.csv",
        &format!("{}BARU,mitra,Kepala Baru,,,baru@contoh.test,,\n", super::desk::RECIPIENTS),
    );
    let run = room.run("jalankan");
    assert!(
        run.err.contains("Penerima BARU belum mendapat laporan yang sudah dikirim kepada penerima lain."),
        "{}",
        run.err
    );
    room.configure(&format!("{RELAY}wajib_ttd = true\n"), SCHEDULE);
    let waits = Room::new();
    waits.configure(&format!("{RELAY}wajib_ttd = true\n"), SCHEDULE);
    let refused = waits.run("kirim bulanan --periode 2025-07 --ya --buku-baru");
    assert_eq!(refused.exit, Exit::Usage);
    assert!(refused.err.contains("belum bertanda tangan elektronik, sedangkan wajib_ttd = true."), "{}", refused.err);
    waits.configure(RELAY, SCHEDULE);
    assert_eq!(waits.run("kirim bulanan --periode 2025-07 --ya --buku-baru").exit, Exit::Done);
    waits.configure(&format!("{RELAY}wajib_ttd = true\n"), SCHEDULE);
    let run = waits.run("jalankan --format json");
    assert_eq!(steps(&run, "kirim"), ["2025-07 sudah_terkirim", "2025-08 menunggu"], "{}", run.out);
    assert_eq!(waits.server.kept().len(), 3);
}

#[test]
fn what_is_still_to_be_made_ready_is_no_success() {
    let room = relay(Script::default().to_first("sekda@contoh.test", Step::Dot, 1, Act::Drop));
    room.configure(RELAY, SCHEDULE);
    assert_eq!(room.run("kirim bulanan --periode 2025-07 --ya --buku-baru").exit, Exit::Held);
    let id = held(&room);
    std::fs::remove_file(room.path().join(format!(".rakor/kotak-keluar/{id}.eml"))).unwrap();
    assert_eq!(room.run(&format!("selesaikan {} kirim-ulang", &id[..12])).exit, Exit::Done);
    let run = room.run("jalankan --format json");
    assert_eq!(run.exit, Exit::Delivery, "{}", run.out);
    assert_eq!(steps(&run, "kirim"), ["2025-07 belum_dikirim", "2025-08 terkirim"]);
    let told = run.json().pop().unwrap()["masalah"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        [&told["kode"], &told["pesan"], &told["tindakan"]],
        [
            "S073",
            "1 surel belum dikirim karena pesannya belum siap dalam kotak keluar.",
            "Jalankan `rakor kirim bulanan --periode 2025-07` untuk menyiapkan dan mengirimnya.",
        ]
    );
    assert_eq!(room.run("kirim bulanan --periode 2025-07 --ya").exit, Exit::Done);
    assert_eq!(room.run("jalankan").exit, Exit::Done);
    assert_eq!(room.taken().get("sekda@contoh.test"), Some(&2));
}

#[test]
fn sending_has_to_be_set_up_in_the_schedule() {
    let room = Room::new();
    room.configure(RELAY, "[jadwal]\nmulai = \"2025-08\"\n");
    let run = room.run("jalankan");
    assert_eq!(run.exit, Exit::Done);
    assert!(run.err.ends_with("Laporan belum dikirim: kirim = true belum ditulis dalam [jadwal].\n"), "{}", run.err);
    room.configure(RELAY, SCHEDULE);
    let run = room.run("jalankan --uji");
    assert!(run.err.contains("Laporan belum dikirim: tidak dikirim dalam uji.\n"), "{}", run.err);
    assert!(room.server.talks().is_empty());
}

#[test]
fn an_exit_says_the_worst_of_a_run() {
    let drop = Act::Keep(Box::new(Act::Drop));
    let script = Script::default().to_first("sekda@contoh.test", Step::Dot, 1, drop);
    let room = relay(script.to("disnaker@contoh.test", Step::Rcpt, Act::say("550 5.1.1 tidak ada")));
    room.configure(RELAY, SCHEDULE);
    assert_eq!(room.run("kirim bulanan --periode 2025-07 --ya --buku-baru").exit, Exit::Held);
    let run = room.run("jalankan --format json");
    assert_eq!(run.exit, Exit::Held, "{}", run.out);
    assert_eq!(steps(&run, "kirim")[0], "2025-07 tidak_pasti");
    assert_eq!(steps(&run, "kirim")[1], "2025-08 gagal");
    let plan = room.read(".rakor/rencana/bulanan_99.71_2025-08.json");
    let said = "\"status\":\"menunggu\",\"keterangan\":\"terkirim 2, ditunda 0, gagal 1, tidak pasti 0\"";
    assert!(plan.contains(said), "{plan}");
}
