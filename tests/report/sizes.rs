//! Reports at the ends of what is possible: many parts, every month, every region, other papers.

use super::case::Case;
use super::paper::{bare, campaign};

/// A province of so many regencies, each with participants and workers.
fn province(parts: usize) -> Case {
    let mut regions = "kode,nama,jenis,induk\n00,Indonesia,nasional,\n35,Jawa Timur,provinsi,00\n".to_owned();
    let mut people = "periode,kode_wilayah,segmen,sumber,peserta_aktif,per_tanggal\n".to_owned();
    let mut workers =
        "kode_wilayah,segmen,per_tanggal,definisi,sebutan,jumlah_pekerja,dipakai_mulai,sumber\n".to_owned();
    let mut sum = 0;
    for part in 1..=parts {
        let count = 10_000 + 137 * part;
        sum += count;
        let name = format!("Kabupaten Bagian Nomor {part} yang Namanya Panjang");
        // From 71 on, codes are those of cities.
        let level = if part < 71 { "kabupaten" } else { "kota" };
        regions.push_str(&format!("35.{part:02},{name},{level},35\n"));
        people.push_str(&format!("2025-06,35.{part:02},TOTAL,BPJS,{count},2025-06-30\n"));
        workers
            .push_str(&format!("35.{part:02},TOTAL,2024-08-31,bekerja_sakernas,penduduk bekerja,50000,2025-01,BPS\n"));
    }
    people.push_str(&format!("2025-06,35,TOTAL,BPJS,{sum},2025-06-30\n"));
    workers
        .push_str(&format!("35,TOTAL,2024-08-31,bekerja_sakernas,penduduk bekerja,{},2025-01,BPS\n", parts * 50_000));
    Case::malang()
        .manifest("wilayah = \"35.73\"", "wilayah = \"35\"")
        .bytes("wilayah", regions)
        .bytes("kepesertaan", people)
        .bytes("pekerja", workers)
        .without("anggaran")
        .without("kegiatan")
        .without("kelompok")
        .without("penghargaan")
        .without("pernyataan")
        .without("target")
}

#[test]
fn a_province_of_any_number_of_regencies() {
    for parts in [1, 2, 3, 9, 27, 38, 57, 99] {
        let paper = province(parts).paper();
        let text = paper.bare();
        for part in 1..=parts {
            let name = format!("Kabupaten Bagian Nomor {part} yang Namanya Panjang");
            assert!(text.contains(&bare(&name)), "{parts}: {name}");
        }
        assert!(paper.built.pages < 14, "{parts} parts on {} pages", paper.built.pages);
    }
}

#[test]
fn one_segment_one_group_one_source_one_programme() {
    let keep = |case: Case, table: &str, keep: &dyn Fn(&str) -> bool| {
        let text = case.text(table);
        let (head, rows) = text.split_once('\n').unwrap();
        let kept: Vec<&str> = rows.lines().filter(|row| keep(row)).collect();
        assert!(!kept.is_empty() && kept.len() < rows.lines().count(), "{table}");
        case.bytes(table, format!("{head}\n{}\n", kept.join("\n")))
    };
    let case = Case::simulasi();
    let case = keep(case, "kepesertaan", &|row| row.contains(",TOTAL,") || row.contains(",JAKON,"));
    let case = keep(case, "kelompok", &|row| row.contains("juru parkir"));
    let case = keep(case, "anggaran", &|row| row.contains("juru parkir"));
    let case = keep(case, "klaim", &|row| row.contains(",JKM,total,"));
    let case = keep(case, "pemberi_kerja", &|row| row.contains("usaha besar"));
    let case = keep(case, "proyek", &|row| row.contains("Taman Kota"));
    let case = keep(case, "tindak_lanjut", &|row| row.starts_with("5,"));
    let case = keep(case, "wilayah", &|row| !row.starts_with("99.71.") || row.starts_with("99.71.01"));
    let case = keep(case, "kepesertaan", &|row| !row.contains(",99.71.") || row.contains(",99.71.01,"));
    let case = keep(case, "pekerja", &|row| !row.starts_with("99.71.") || row.starts_with("99.71.01"));
    let paper = case.paper();
    assert_eq!(paper.slips(), Vec::<String>::new());
    assert!(paper.says("F. PENUTUP"));
}

/// The tables of a report, personal ones left out.
fn tables() -> Vec<&'static str> {
    let known = Case::simulasi().raw.tables.iter().map(|file| file.path.clone()).collect::<Vec<_>>();
    let own = rakor::table::schema().iter().filter(|table| !table.is_personal());
    own.map(|table| table.name).filter(|name| known.contains(&format!("data/{name}.csv"))).collect()
}

#[test]
fn a_report_can_do_without_every_table_but_one() {
    for (at, table) in tables().into_iter().filter(|table| *table != "kepesertaan").enumerate() {
        let head = Case::simulasi().text(table).lines().next().unwrap().to_owned();
        let cases = [Case::simulasi().without(table), Case::simulasi().bytes(table, format!("{head}\n"))];
        // Each table in one of the two ways; in the long form, in both.
        for (way, case) in cases.into_iter().enumerate().filter(|(way, _)| campaign() || at % 2 == *way) {
            let paper = case.paper();
            assert!(paper.says("PENUTUP") && paper.says("117.258"), "{table} {way}");
            assert_eq!(paper.slips(), Vec::<String>::new(), "{table} {way}");
        }
    }
}

#[test]
fn every_cell_that_may_be_empty_may_be_empty() {
    let mut all = Case::simulasi();
    for name in tables() {
        let mut case = Case::simulasi();
        for column in rakor::table::table_schema(name).unwrap().columns {
            // Without their parents, regions are no longer parts of each other; without their upper bounds, brackets overlap.
            let needed = [("wilayah", "induk"), ("tarif_konstruksi", "batas_atas_rp")].contains(&(name, column.name));
            if !column.required && !column.key && !needed {
                case = case.cells(name, column.name, |_, _| String::new());
                all = all.cells(name, column.name, |_, _| String::new());
            }
        }
        let paper = case.paper();
        assert_eq!(paper.slips(), Vec::<String>::new(), "{name}");
        assert!(paper.says("PENUTUP"), "{name}");
    }
    let paper = all.paper();
    assert_eq!(paper.slips(), Vec::<String>::new());
    assert!(paper.says("PENUTUP") && paper.says("117.258"));
}

#[test]
fn every_month_and_every_region_of_the_simulation() {
    let months = (0..24).map(|n| format!("{}-{:02}", 2023 + (n + 8) / 12, (n + 8) % 12 + 1));
    // The first month, the last of the old denominator, the first of the new one, and one in a year with a target.
    for month in
        months.filter(|month| campaign() || ["2023-09", "2024-12", "2025-01", "2025-05"].contains(&month.as_str()))
    {
        let paper = Case::simulasi().period(&month).paper();
        assert!(paper.says("F. PENUTUP"), "{month}");
        assert_eq!(paper.slips(), Vec::<String>::new(), "{month}");
        assert!(paper.built.file_name.ends_with(&format!("_{month}.pdf")));
    }
    for code in ["99.72", "99.71.01"] {
        let mut case = Case::simulasi();
        case.raw.region = Some(code.to_owned());
        let paper = case.paper();
        assert!(paper.says("F. PENUTUP"), "{code}");
        assert_eq!(paper.slips(), Vec::<String>::new(), "{code}");
    }
}

#[test]
fn other_papers_and_the_largest_letters() {
    for (from, to) in [
        ("kertas = \"A4\"", "kertas = \"F4-215\""),
        ("kertas = \"A4\"", "kertas = \"F4-210\""),
        ("ukuran_huruf = 12", "ukuran_huruf = 11"),
        ("spasi = \"1\"", "spasi = \"1,5\""),
        ("garis_kop = \"ganda\"", "garis_kop = \"tunggal\""),
        ("pengantar = \"nota-dinas\"", ""),
        ("tanda = \"DATA SIMULASI\"", ""),
        ("tanggal = 2025-09-09", ""),
    ] {
        let paper = Case::simulasi().manifest(from, to).paper();
        assert!(paper.says("LAMPIRAN III DAFTAR PAKET PEKERJAAN"), "{to}");
    }
    let mut draft = Case::malang().manifest("tanda = \"CONTOH\"", "");
    draft.raw.draft = true;
    assert!(draft.paper().built.text.iter().all(|page| page.contains("KONSEP")));
}

#[test]
fn packages_with_the_long_names_of_tenders() {
    let name = "Rehabilitasi dan Pemeliharaan Saluran Drainase Perkotaan beserta Bangunan Pelengkapnya pada Ruas Jalan \
                Contoh Selatan, Kelurahan Contoh, Kecamatan Contoh Selatan, Kota Simulasi Tahap Kedua";
    let case = Case::simulasi().cells("proyek", "paket", |line, _| format!("{name} Paket {line}"));
    let paper = case.paper();
    for line in 2..=12 {
        assert!(paper.bare().contains(&bare(&format!("{name} Paket {line}"))), "{line}");
    }
}
