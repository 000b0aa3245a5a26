//! Twice does nothing twice; what changed is made anew; what somebody else made is kept.

use std::fs;

use rakor::cli::Exit;

use super::{Room, day, pdf, rows_of};

const TODAY: (i32, u32, u32) = (2024, 3, 10);

fn today() -> chrono::NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

#[test]
fn people_read_one_line_for_each_report() {
    let room = Room::with_months("mulai = \"2023-12\"\n", &["2023-12", "2024-01"]);
    let plan = "\
akan dibuat  laporan bulanan Desember 2023
akan dibuat  laporan bulanan Januari 2024
belum        laporan bulanan Februari 2024: data kepesertaan belum tersedia
";
    assert_eq!(room.run_on(today(), "--uji"), (Exit::Done, plan.to_owned(), String::new()));
    assert!(room.made().is_empty() && !room.path().join(".rakor").exists());
    let first = format!(
        "dibuat  {}\ndibuat  {}\nbelum   laporan bulanan Februari 2024: data kepesertaan belum tersedia\n",
        pdf("2023-12"),
        pdf("2024-01")
    );
    let talk = "Laporan belum dikirim: pengiriman belum dikonfigurasi.\n";
    assert_eq!(room.run_on(today(), ""), (Exit::Done, first, talk.to_owned()));
    let made = room.made();
    let (exit, out, _) = room.run_on(day(2024, 5, 2), "-q");
    let second = format!(
        "sudah ada  {}\nsudah ada  {}\n\
         belum      laporan bulanan Februari sampai dengan April 2024: data kepesertaan belum tersedia\n",
        pdf("2023-12"),
        pdf("2024-01")
    );
    assert_eq!((exit, out), (Exit::Done, second));
    assert_eq!(room.made(), made);
}

#[test]
fn a_report_is_the_one_that_buat_makes() {
    let room = Room::with_months("mulai = \"2024-01\"\n", &["2024-01"]);
    let arguments = "buat bulanan --periode 2024-01";
    let (exit, ..) = crate::rakor(room.path(), arguments.split_whitespace());
    assert_eq!(exit, Exit::Done);
    let by_hand = fs::read(room.path().join(pdf("2024-01"))).unwrap();
    let run = room.json_on(day(2024, 2, 1));
    assert_eq!(run.ended("dicatat"), ["bulanan 2024-01"]);
    assert_eq!(fs::read(room.path().join(pdf("2024-01"))).unwrap(), by_hand);
    fs::remove_file(room.path().join(pdf("2024-01"))).unwrap();
    assert_eq!(room.json_on(day(2024, 2, 1)).ended("dibuat"), ["bulanan 2024-01"]);
    assert_eq!(fs::read(room.path().join(pdf("2024-01"))).unwrap(), by_hand);
}

#[test]
fn programs_read_one_object_for_each_step_and_one_for_the_run() {
    let room = Room::with_months("mulai = \"2024-01\"\n", &["2024-01"]);
    let run = room.json_on(today());
    let made = room.made();
    let [building, sending, waiting] = &run.steps[..] else { panic!("{:?}", run.steps) };
    assert_eq!(building["sha256"].as_str(), made.get(&pdf("2024-01")).map(String::as_str));
    let digest = &building["sidik"];
    assert_eq!(digest.as_str().unwrap().len(), 64);
    assert_eq!(
        *building,
        serde_json::json!({
            "langkah": "bangun", "jenis": "bulanan", "wilayah": "99.71", "periode": "2024-01", "hasil": "dibuat",
            "kode_keluar": 0, "berkas": pdf("2024-01"), "sha256": building["sha256"], "sidik": digest,
        })
    );
    assert_eq!(
        *sending,
        serde_json::json!({
            "langkah": "kirim", "jenis": "bulanan", "wilayah": "99.71", "periode": "2024-01", "hasil": "menunggu",
            "kode_keluar": 0, "berkas": pdf("2024-01"), "sha256": building["sha256"], "sidik": digest,
            "keterangan": "pengiriman belum dikonfigurasi",
        })
    );
    assert_eq!(
        *waiting,
        serde_json::json!({
            "langkah": "bangun", "jenis": "bulanan", "wilayah": "99.71", "periode": "2024-02", "hasil": "belum",
            "kode_keluar": 0, "keterangan": "data kepesertaan belum tersedia",
        })
    );
    assert_eq!(run.whole["perintah"], "jalankan");
    assert_eq!(run.whole["hasil"], serde_json::json!({ "hari": "2024-03-10", "jumlah": { "dibuat": 1, "belum": 1 } }));
    let plan = fs::read_to_string(room.path().join(".rakor/rencana/bulanan_99.71_2024-01.json")).unwrap();
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    assert_eq!(
        plan["langkah"],
        serde_json::json!([
            {
                "langkah": "bangun", "sidik": digest, "status": "selesai", "berkas": pdf("2024-01"),
                "sha256": building["sha256"],
            },
            { "langkah": "kirim", "sidik": digest, "status": "menunggu", "keterangan": "pengiriman belum dikonfigurasi" },
        ])
    );
}

#[test]
fn changed_figures_give_a_new_report_in_the_place_of_the_old_one() {
    let room = Room::with_months("mulai = \"2024-01\"\n", &["2024-01"]);
    assert_eq!(room.json_on(today()).ended("dibuat"), ["bulanan 2024-01"]);
    let old = room.made();
    let corrected: Vec<String> = rows_of("2024-01").iter().map(|row| row.replace(",tetap", ",sementara")).collect();
    room.participants(&corrected);
    assert_eq!(
        room.run_on(today(), "--uji").1.lines().next().unwrap(),
        "akan diperbarui  laporan bulanan Januari 2024"
    );
    assert_eq!(room.made(), old);
    assert_eq!(room.json_on(today()).ended("diperbarui"), ["bulanan 2024-01"]);
    let new = room.made();
    assert_ne!(new[&pdf("2024-01")], old[&pdf("2024-01")]);
    assert_eq!(room.json_on(today()).ended("sudah_ada"), ["bulanan 2024-01"]);
    assert_eq!(room.made(), new);
}

#[test]
fn a_signed_report_is_kept_and_a_change_of_its_data_is_said() {
    let room = Room::with_months("mulai = \"2024-01\"\n", &["2024-01"]);
    let _ = room.json_on(today());
    let path = room.path().join(pdf("2024-01"));
    let mut signed = fs::read(&path).unwrap();
    signed.extend(b"\n% tanda tangan\n");
    fs::write(&path, &signed).unwrap();
    let run = room.json_on(today());
    assert_eq!((run.exit, run.ended("dibiarkan")), (Exit::Done, vec!["bulanan 2024-01".to_owned()]));
    assert_eq!(run.reason("bulanan", "2024-01"), "PDF itu telah diubah setelah dibuat");
    assert_eq!(run.whole["masalah"].as_array().unwrap().len(), 0);

    let corrected: Vec<String> = rows_of("2024-01").iter().map(|row| row.replace(",tetap", ",sementara")).collect();
    room.participants(&corrected);
    let (exit, _, talk) = room.run_on(today(), "");
    assert_eq!(exit, Exit::Done);
    let told = format!(
        "peringatan[F007] {0}\n  {0} bukan hasil data sekarang dan telah diubah atau dibuat tersendiri; berkas itu tidak \
         ditimpa.\n  Tindakan  : Pindahkan berkas itu agar laporannya dibuat oleh `rakor jalankan` berikutnya.\n",
        pdf("2024-01")
    );
    assert!(talk.starts_with(&told), "{talk}");
    assert_eq!(fs::read(&path).unwrap(), signed);
}

#[test]
fn data_that_contradict_themselves_end_with_3_and_are_told_once() {
    let room = Room::with_months("mulai = \"2023-12\"\n", &["2023-12", "2024-01"]);
    let _ = room.json_on(day(2024, 1, 20));
    let wrong: Vec<String> = ["2023-12", "2024-01"].iter().flat_map(|month| rows_of(month)).collect();
    let twice = [wrong.clone(), vec![wrong[0].clone()]].concat();
    room.participants(&twice);
    let run = room.json_on(today());
    assert_eq!(run.exit, Exit::Data, "{}", run.whole);
    let broken: Vec<String> =
        wrong.iter().map(|row| if row.starts_with("2024-01,99.71,TOTAL,") { more(row) } else { row.clone() }).collect();
    room.participants(&broken);
    let before = room.made();
    let run = room.json_on(today());
    assert_eq!(run.exit, Exit::Data, "{}", run.whole);
    assert_eq!(run.ended("gagal"), ["bulanan 2023-12", "bulanan 2024-01"]);
    assert_eq!(run.reason("bulanan", "2024-01"), "data ditolak");
    let problems = run.whole["masalah"].as_array().unwrap();
    let mut once = problems.clone();
    once.dedup();
    assert!(!problems.is_empty() && once.len() == problems.len());
    assert_eq!(room.made(), before);
}

/// A row whose participants are more than all workers.
fn more(row: &str) -> String {
    let mut cells: Vec<&str> = row.split(',').collect();
    cells[4] = "900000";
    cells.join(",")
}

#[test]
fn a_year_without_a_plan_and_an_unknown_realisation_wait_and_the_rest_is_built() {
    let months: Vec<String> = (1..=12).map(|month| format!("2024-{month:02}")).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    let room = Room::with_months("mulai = \"2024-12\"\nevaluasi = true\n", &months);
    let in_january = day(2025, 1, 5);
    let run = room.json_on(in_january);
    assert_eq!(run.ended("dibuat"), ["bulanan 2024-12"]);
    assert_eq!(run.reason("evaluasi", "2024-12"), "indikator RPJMD Kota Simulasi Tahun 2020–2024 belum tersedia");
    room.indicators(false);
    assert_eq!(
        room.json_on(in_january).reason("evaluasi", "2024-12"),
        "realisasi 2 dari 15 indikator tahun 2024 belum lengkap (TUNGGAKAN-2020 dan PENGANGGURAN-2020)"
    );
    let next = room.json_on(day(2026, 2, 1));
    assert_eq!(next.exit, Exit::Done);
    assert_eq!(next.reason("evaluasi", "2025-12"), "data kepesertaan Desember 2025 belum tersedia");
    room.participants(
        &[rows_of("2024-12"), rows_of("2024-12").iter().map(|row| row.replace("2024-12", "2025-12")).collect()]
            .concat(),
    );
    assert_eq!(
        room.json_on(day(2026, 2, 1)).reason("evaluasi", "2025-12"),
        "tahun 2025 tidak termasuk RPJMD dalam rakor.toml"
    );
}

#[test]
fn nobody_waits_longer_for_a_year_than_the_manifest_says() {
    let room = Room::with_months(
        "mulai = \"2024-12\"\nbulanan = false\nevaluasi = true\nbatas_evaluasi_hari = 31\n",
        &["2024-12"],
    );
    room.indicators(false);
    assert_eq!(room.json_on(day(2025, 1, 31)).ended("belum"), ["evaluasi 2024-12"]);
    assert_eq!(room.json_on(day(2025, 2, 1)).ended("dibuat"), ["evaluasi 2024-12"]);
}

#[test]
fn a_month_is_over_at_midnight_of_its_zone_and_after_the_days_to_wait() {
    for (zone, schedule, before, after) in [
        ("WIB", "", "2024-01-31T16:59:59Z", "2024-01-31T17:00:00Z"),
        ("WIT", "", "2024-01-31T14:59:59Z", "2024-01-31T15:00:00Z"),
        ("WIB", "tunda_hari = 5\n", "2024-02-05T16:59:59Z", "2024-02-05T17:00:00Z"),
    ] {
        let room = Room::with_months(&format!("mulai = \"2024-01\"\n{schedule}"), &["2024-01"]);
        let manifest = fs::read_to_string(room.path().join("rakor.toml")).unwrap();
        room.write("rakor.toml", &manifest.replace("[laporan]", &format!("[laporan]\nzona = \"{zone}\"")));
        let (exit, out, _) = room.run_at(before.parse().unwrap(), "--uji");
        let waits = "belum  laporan bulanan Januari 2024: ditunggu sampai dengan 5 Februari 2024\n";
        let none = "Belum ada laporan yang waktunya tiba.\n";
        assert_eq!((exit, out.as_str()), (Exit::Done, if schedule.is_empty() { none } else { waits }));
        let (exit, out, _) = room.run_at(after.parse().unwrap(), "--uji");
        assert_eq!((exit, out.as_str()), (Exit::Done, "akan dibuat  laporan bulanan Januari 2024\n"));
    }
}

#[test]
fn a_clock_gone_wrong_makes_nothing() {
    let room = Room::with_months("mulai = \"2024-01\"\nevaluasi = true\n", &["2024-01"]);
    for moment in ["1970-01-01T00:00:00Z", "2201-01-05T00:00:00Z", "+262142-01-01T00:00:00Z"] {
        let (exit, out, _) = room.run_at(moment.parse().unwrap(), "");
        assert_eq!((exit, out.as_str()), (Exit::Done, "Belum ada laporan yang waktunya tiba.\n"), "{moment}");
    }
    assert!(room.made().is_empty());
}
