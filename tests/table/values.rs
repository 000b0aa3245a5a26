//! What cells are read as, and the published figures.

use chrono::NaiveDate;
use rakor::table::{
    Agregasi, Arah, JenisKegiatan, JenisWilayah, Kind, Nature, RumusNegatif, Segmen, StatusData, SumberDana, read,
    schema, skema_csv, skema_md, table_schema,
};

use super::{HEAD, file, good, shown};

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn the_published_figures_read_without_a_problem() {
    let files = [
        file("data/pernyataan.csv", include_bytes!("fakta/pernyataan.csv")),
        file("data/wilayah.csv", include_bytes!("fakta/wilayah.csv")),
        file("data/target.csv", include_bytes!("fakta/target.csv")),
        file("data/dasar_hukum.csv", include_bytes!("fakta/dasar_hukum.csv")),
    ];
    let (dataset, problems) = read(&files);
    assert_eq!(shown(&problems), "");
    let expected = [("wilayah", 32), ("target", 4), ("dasar_hukum", 9), ("pernyataan", 10)];
    assert_eq!(dataset.tables(), expected);
}

#[test]
fn statements_are_kept_as_they_were_said() {
    let dataset = good("pernyataan", include_bytes!("fakta/pernyataan.csv"));
    let first = &dataset.pernyataan[0];
    assert_eq!(first.penyebut.as_ref().unwrap().value, "468 ribu");
    assert_eq!(first.sisa_orang.as_ref().unwrap().value, "sekitar 38 ribu");
    assert_eq!(first.target_tahun.as_ref().unwrap().value, "2025");
    assert_eq!(first.segmen.as_ref().unwrap().value, Segmen::Total);
    assert_eq!(first.tanggal.value, day(2025, 8, 26));
    assert_eq!(dataset.pernyataan[9].segmen, None);
    let place = &first.target_persen.as_ref().unwrap().place;
    assert_eq!(place.to_string(), "data/pernyataan.csv, baris 2, kolom target_persen");
}

#[test]
fn targets_keep_the_decimals_of_their_document() {
    let dataset = good("target", include_bytes!("fakta/target.csv"));
    let values: Vec<String> = dataset.target.iter().map(|row| row.nilai.value.to_string()).collect();
    assert_eq!(values, ["32.15", "34.99", "43.92", "99.5"]);
}

#[test]
fn regions_are_text_with_their_zeros() {
    let dataset = good("wilayah", include_bytes!("fakta/wilayah.csv"));
    assert_eq!(dataset.wilayah[0].kode.value, "00");
    assert_eq!(dataset.wilayah[0].induk, None);
    let unmapped = dataset.wilayah.iter().find(|row| row.jenis.value == JenisWilayah::TidakTerpetakan).unwrap();
    assert_eq!(unmapped.kode.value, "35.73.00");
}

#[test]
fn numbers_money_and_days_are_read_as_staff_write_them() {
    let head =
        "tahun_anggaran;per_tanggal;kode_wilayah;sumber_dana;kelompok;pagu_rp;realisasi_rp;target_orang;sumber\n";
    let dataset =
        good("anggaran", format!("{head}2025;31 Agustus 2025;35.73;dbhcht;rentan;5,3 miliar;Rp1.234.567;25 ribu;a\n"));
    let row = &dataset.anggaran[0];
    assert_eq!(row.tahun_anggaran.value, 2025);
    assert_eq!(row.per_tanggal.value, day(2025, 8, 31));
    assert_eq!(row.sumber_dana.value, SumberDana::Dbhcht);
    assert_eq!(row.pagu_rp.as_ref().unwrap().value, 5_300_000_000);
    assert_eq!(row.realisasi_rp.as_ref().unwrap().value, 1_234_567);
    assert_eq!(row.target_orang.as_ref().unwrap().value, 25_000);
}

#[test]
fn words_of_closed_vocabularies_may_be_written_with_capitals_and_spaces() {
    let head = "tanggal,kode_wilayah,nama,jenis,sumber\n";
    let dataset = good("kegiatan", format!("{head}2025-08-26,35.73,Rapat,Rapat Koordinasi,Setda\n"));
    assert_eq!(dataset.kegiatan[0].jenis.value, JenisKegiatan::RapatKoordinasi);
    assert_eq!(Segmen::of("TOTAL"), Some(Segmen::Total));
    assert_eq!(Segmen::of("total"), None);
    assert!(Segmen::ALL.iter().all(|segment| Segmen::of(segment.as_str()) == Some(*segment)));
}

#[test]
fn rules_of_indicators_have_other_words_too() {
    let head = "kode,kode_wilayah,nama,satuan,arah,rumus_negatif,agregasi\n";
    let rules = |cells: &str| {
        let row = good("indikator", format!("{head}X,35.73,x,kasus,{cells}\n")).indikator.remove(0);
        (row.arah.map(|cell| cell.value), row.rumus_negatif.map(|cell| cell.value), row.agregasi.map(|cell| cell.value))
    };
    let said =
        |arah: &str, rumus: &str, agregasi: &str| (Arah::of(arah), RumusNegatif::of(rumus), Agregasi::of(agregasi));
    for (written, read) in [
        ("positif,t_per_r,jumlah", said("positif", "t_per_r", "jumlah")),
        ("Naik,T/R,posisi akhir", said("positif", "t_per_r", "posisi_akhir")),
        ("negatif,target/realisasi,posisi terakhir", said("negatif", "t_per_r", "posisi_akhir")),
        ("TURUN,(2T-R)/T,rata-rata", said("negatif", "dua_t_kurang_r", "rata_rata")),
        ("turun,(2T−R)/T,Jumlah", said("negatif", "dua_t_kurang_r", "jumlah")),
        (",,", (None, None, None)),
    ] {
        assert_eq!(rules(written), read, "{written}");
    }
}

#[test]
fn the_code_of_an_indicator_of_coverage_may_name_its_plan() {
    let of = |code: &str, unit: &str| {
        let text = format!("kode,kode_wilayah,nama,satuan\n{code},35.73,x,{unit}\n");
        good("indikator", text).indikator[0].coverage()
    };
    assert_eq!(of("UCJ", "persen"), Some(Segmen::Total));
    assert_eq!(of("ucj-2020", "%"), Some(Segmen::Total));
    assert_eq!(of("RENTAN-2020", "Persen"), Some(Segmen::Rentan));
    assert_eq!(of("rentan", "persen"), Some(Segmen::Rentan));
    for (code, unit) in [("UCJ", "orang"), ("UCJ-20", "persen"), ("PU-A2020", "persen"), ("UMKM-2020", "persen")] {
        assert_eq!(of(code, unit), None, "{code}");
    }
}

#[test]
fn absent_is_not_zero() {
    let head = "periode,kode_wilayah,program_jaminan,manfaat,kasus,penerima_orang,nominal_rp,sumber,status_data\n";
    let dataset = good(
        "klaim",
        format!("{head}2025-06,35.73,JKM,total,0,,…,BPJS,-\n2025-07,35.73,JKM,total,...,1,0,BPJS,tetap\n"),
    );
    let [june, july] = dataset.klaim.as_slice() else { panic!("two rows expected") };
    assert_eq!(june.kasus.as_ref().map(|cell| cell.value), Some(0));
    assert_eq!((&june.penerima_orang, &june.nominal_rp, &june.status_data), (&None, &None, &None));
    assert_eq!(july.kasus, None);
    assert_eq!(july.nominal_rp.as_ref().map(|cell| cell.value), Some(0));
    assert_eq!(july.status_data.as_ref().map(|cell| cell.value), Some(StatusData::Tetap));
}

#[test]
fn text_is_trimmed_composed_and_keeps_its_line_breaks() {
    let sumber = |cell: &str| {
        let dataset = good("kepesertaan", format!("{HEAD}2025-06,35.73,TOTAL,\"{cell}\",1\n"));
        dataset.kepesertaan[0].sumber.value.clone()
    };
    assert_eq!(sumber(" \u{A0}BPJS \n"), "BPJS");
    assert_eq!(sumber("Cafe\u{301}"), "Café");
    assert_eq!(sumber("a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}g"), "a\nb\nc\nd\ne\nf\ng");
    assert_eq!(sumber("a\r\n\r\nb"), "a\n\nb");
    assert_eq!(sumber("a\tb"), "a b");
    for exact in [
        "PT A /* B",
        "usia <18 tahun",
        "info@bpjs.go.id",
        "#1 terbaik",
        "CV *Maju*",
        "C:\\baru",
        "= d",
        "- b",
        "'=x",
        "O’Brien & Co",
    ] {
        assert_eq!(sumber(exact), exact);
    }
}

#[test]
fn the_schema_is_whole() {
    let tables = schema();
    assert_eq!(tables.len(), 23);
    for table in tables {
        let mut names: Vec<_> = table.columns.iter().map(|column| column.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), table.columns.len(), "{}", table.name);
        assert!(table.columns[0].key && table.description.ends_with('.'), "{}", table.name);
        for column in table.columns {
            assert!(column.description.ends_with('.'), "{}.{}", table.name, column.name);
            assert_eq!(column.kind == Kind::Money, column.name.ends_with("_rp") && column.kind != Kind::Text);
            assert!(!column.name.ends_with("_orang") || column.unit == Some("orang") || column.kind == Kind::Text);
            assert!(!column.name.starts_with("kode_") || matches!(column.kind, Kind::Region | Kind::Text));
        }
        let has_source = table.columns.iter().any(|column| column.name == "sumber" && column.kind == Kind::Text);
        assert_eq!(has_source, table.name != "penerima", "{}", table.name);
    }
    let nature = |name: &str| table_schema(name).unwrap().nature;
    assert!(["kepesertaan", "kelompok", "proyek", "anggaran"].iter().all(|name| nature(name) == Nature::Stock));
    assert!(["klaim", "kegiatan"].iter().all(|name| nature(name) == Nature::Flow));
    let personal: Vec<_> = tables.iter().filter(|table| table.is_personal()).map(|table| table.name).collect();
    assert_eq!(personal, ["penerima"]);
}

#[test]
fn the_columns_of_statements_are_those_of_the_published_file() {
    let header = include_str!("fakta/pernyataan.csv").lines().next().unwrap();
    let names: Vec<_> = table_schema("pernyataan").unwrap().columns.iter().map(|column| column.name).collect();
    assert_eq!(names.join(","), header);
}

#[test]
fn the_dictionary_names_every_column_of_every_table() {
    let (markdown, csv) = (skema_md(), skema_csv());
    for table in schema() {
        let section = markdown.split(&format!("\n## `{}`\n", table.name)).nth(1).unwrap();
        let section = section.split("\n## ").next().unwrap();
        for column in table.columns {
            let line = section.lines().find(|line| line.starts_with(&format!("| `{}` |", column.name))).unwrap();
            assert!(line.ends_with(&format!("{} |", column.description)), "{line}");
        }
    }
    assert_eq!(csv.lines().count(), 1 + schema().iter().map(|table| table.columns.len()).sum::<usize>());
    assert!(
        markdown
            .contains("| `peserta_aktif` | bilangan bulat | orang | wajib | Jumlah peserta yang iurannya berjalan. |")
    );
    assert!(markdown.contains("| `pos_el` | teks |  | wajib, pribadi | Alamat surel. |"));
    assert!(markdown.contains("| `sumber_dana` | `APBD`, `DBHCHT`, `TJSL`, `lainnya` |  | kunci, boleh kosong |"));
    assert!(csv.starts_with("tabel,sifat,kolom,isi,pilihan,satuan,kunci,wajib,pribadi,contoh,uraian,uraian_tabel\n"));
    assert!(csv.contains("\npenerima,acuan,pos_el,teks,,,tidak,ya,ya,,Alamat surel.,"));
}
