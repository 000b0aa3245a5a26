//! `rakor riwayat`: who got which file, when, with what outcome.

use rakor::cli::Exit;

use super::desk::Room;
use super::server::{Act, Script, SmtpServer, Step, Wire};

/// August and July sent; one recipient refused, one held.
fn room() -> Room {
    let script = Script::default()
        .to("disnaker@contoh.test", Step::Rcpt, Act::say("550 5.1.1 =cmd|' /C calc'!A0"))
        .to_first("cabang@mitra.test", Step::Dot, 1, Act::Drop);
    let room = Room::with(SmtpServer::start(Wire::Plain, script), "pengaman = \"relai_lokal\"\n");
    assert_eq!(room.run("kirim bulanan --periode 2025-07 --ya --buku-baru").exit, Exit::Held);
    room.later(60);
    assert_eq!(room.run("kirim bulanan --ya").exit, Exit::Delivery);
    room
}

fn count(room: &Room, filter: &str) -> usize {
    room.run(&format!("riwayat --format json {filter}")).json().len() - 1
}

#[test]
fn what_waits_for_a_person_comes_first_and_addresses_are_masked() {
    let room = room();
    let run = room.run("riwayat");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let lines: Vec<&str> = run.out.lines().collect();
    assert!(lines[0].starts_with("ID            LAPORAN                PENERIMA  ALAMAT "), "{}", run.out);
    assert!(lines[1].contains("bulanan 99.71 2025-07  BPJSTK    c***@mitra.test   "), "{}", run.out);
    assert!(lines[1].contains("  ditahan, hasilnya tidak pasti: "), "{}", run.out);
    assert!(run.out.contains("Terkirim 3, ditunda 0, gagal 2, tidak pasti 1.\n"), "{}", run.out);
    assert!(!run.out.contains("sekda@"), "{}", run.out);
    assert!(run.err.contains("peringatan[S067]\n") && run.err.contains("`rakor selesaikan "), "{}", run.err);
    let full = room.run("riwayat --lengkap");
    assert!(full.out.contains("sekda@contoh.test") && full.out.contains("cabang@mitra.test"), "{}", full.out);
    for line in room.run("riwayat --format json --lengkap").json().iter().take(6) {
        assert!(!line["alamat"].as_str().unwrap().contains('*'));
    }
}

#[test]
fn filters_say_which_deliveries_are_meant() {
    let room = room();
    let sha = room.run("riwayat --format json --periode 2025-08").json()[0]["sha256"].as_str().unwrap().to_owned();
    for (filter, expected) in [
        ("", 6),
        ("--jenis bulanan", 6),
        ("--jenis evaluasi", 0),
        ("--periode 2025-08", 3),
        ("--periode 2025-8", 3),
        ("--periode 2024", 0),
        ("--wilayah 99.71", 6),
        ("--wilayah 99", 0),
        ("--penerima SEKDA", 2),
        ("--status gagal", 2),
        ("--status tidak_pasti --periode 2025-07", 1),
        (&format!("--cari {sha}"), 3),
        (&format!("--cari {}", sha[..8].to_uppercase()), 3),
        ("--cari 00000000", 0),
    ] {
        assert_eq!(count(&room, filter), expected, "{filter}");
    }
    assert_eq!(room.run("riwayat --cari 00000000").out, "Tidak ada pengiriman yang cocok.\n");
}

#[test]
fn the_events_of_a_delivery_are_told_in_order() {
    let room = room();
    let id = room.run("riwayat --format json --penerima SEKDA --periode 2025-08").json()[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let run = room.run(&format!("riwayat --peristiwa {} --format json", &id[..8]));
    let steps: Vec<String> = run.json().iter().filter_map(|line| line["menjadi"].as_str().map(str::to_owned)).collect();
    assert_eq!(steps, ["direncanakan", "siap", "diproses", "menunggu_jawaban", "terkirim"]);
    let text = room.run(&format!("riwayat --peristiwa {}", &id[..8]));
    assert!(
        text.out.starts_with(&format!(
            "{} bulanan 99.71 2025-08 kepada SEKDA\n9 September 2025 pukul 09.00 WIB  ",
            &id[..12]
        )),
        "{}",
        text.out
    );
}

#[test]
fn no_cell_of_the_export_is_a_formula() {
    let room = room();
    room.write("data/penerima.csv", "kode,peran,jabatan,pos_el\n=1+1,a,\"+SUM(A1), \"\"x\"\"\",formula@contoh.test\n");
    let revised = room.run("kirim bulanan --ya --revisi 1 --perubahan Tabel");
    assert_eq!(revised.exit, Exit::Done, "{}", revised.err);
    let run = room.run("riwayat -o riwayat.csv");
    assert_eq!((run.exit, run.out.as_str()), (Exit::Done, "riwayat.csv\n"));
    let csv = room.read("riwayat.csv");
    let head = csv.lines().next().unwrap();
    assert!(head.starts_with("id,jenis,wilayah,periode,revisi,penerima,jabatan,alamat,status,"), "{head}");
    assert_eq!(csv.lines().count(), 8);
    let row = csv.lines().find(|line| line.contains("formula") || line.contains("f***@contoh.test")).unwrap();
    assert!(
        row.contains(",'=1+1,\"'+SUM(A1), \"\"x\"\"\",f***@contoh.test,terkirim,1,2025-09-09T02:00:00+00:00,"),
        "{row}"
    );
    for line in csv.lines() {
        for cell in line.split(',') {
            assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@']), "{line}");
        }
    }
    // Its own older export is overwritten, nothing else.
    assert_eq!(room.run("riwayat -o riwayat.csv --lengkap").exit, Exit::Done);
    assert!(room.read("riwayat.csv").contains("formula@contoh.test"));
    room.write("lain.csv", "a,b\n");
    let refused = room.run("riwayat -o lain.csv");
    assert_eq!(refused.exit, Exit::Usage);
    assert!(
        refused.err.contains("lain.csv sudah ada dan bukan riwayat yang ditulis oleh program ini"),
        "{}",
        refused.err
    );
}

#[test]
fn a_workspace_that_never_sent_has_no_history() {
    let room = Room::new();
    let run = room.run("history");
    assert_eq!((run.exit, run.out.as_str()), (Exit::Done, "Belum ada pengiriman yang dicatat di ruang kerja ini.\n"));
    let run = room.run("riwayat --format json");
    assert_eq!(run.json()[0]["hasil"]["jumlah"], 0);
    assert!(!room.path().join(".rakor/pengiriman.db").exists());
}
