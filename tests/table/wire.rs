//! The serialised form, the CSV views, and keeping some tables.

use proptest::prelude::*;
use rakor::table::{Dataset, read};

use super::{HEAD, file, good};

fn facts() -> Dataset {
    let files = [
        file("data/pernyataan.csv", include_bytes!("fakta/pernyataan.csv")),
        file("data/wilayah.csv", include_bytes!("fakta/wilayah.csv")),
        file("data/target.csv", include_bytes!("fakta/target.csv")),
        file("data/kepesertaan.csv", format!("{HEAD}\n2025-06,35.73,TOTAL,\"BPJS\nMalang\",134.167\n")),
        file("data/proyek.csv", "periode,kode_wilayah,paket,pekerja,sumber\n"),
    ];
    read(&files).0
}

fn again(dataset: &Dataset) -> Dataset {
    serde_json::from_str(&serde_json::to_string(dataset).unwrap()).unwrap()
}

#[test]
fn the_serialised_form_is_compact_and_canonical() {
    let mut dataset = facts();
    dataset.retain_tables(&["kepesertaan", "proyek"]);
    assert_eq!(
        serde_json::to_string(&dataset).unwrap(),
        "{\"kepesertaan\":{\"berkas\":\"data/kepesertaan.csv\",\
         \"kolom\":[\"periode\",\"kode_wilayah\",\"segmen\",\"sumber\",\"peserta_aktif\"],\
         \"baris\":[[3,\"2025-06\",\"35.73\",\"TOTAL\",\"BPJS\\nMalang\",\"134167\"]]},\
         \"proyek\":{\"berkas\":\"\",\"kolom\":[],\"baris\":[]}}"
    );
}

#[test]
fn serialise_then_deserialise_is_the_identity_on_published_figures() {
    let dataset = facts();
    assert_eq!(dataset.tables().len(), 5);
    assert_eq!(again(&dataset), dataset);
    assert_eq!(again(&Dataset::default()), Dataset::default());
}

#[test]
fn what_no_reader_would_have_given_is_refused() {
    let table = |name: &str, columns: &str, rows: &str| {
        let json = format!("{{\"{name}\":{{\"berkas\":\"data/x.csv\",\"kolom\":[{columns}],\"baris\":[{rows}]}}}}");
        serde_json::from_str::<Dataset>(&json).map_err(|error| error.to_string())
    };
    let columns = r#""kode","nama","jenis","induk""#;
    assert_eq!(table("wilayah", columns, r#"[2,"35","Jawa Timur","provinsi",null]"#).unwrap().wilayah.len(), 1);
    for row in [
        r#"[2,"3573","a","kota",null]"#,
        r#"[2,"35.73",null,"kota",null]"#,
        r#"[2,"35.73","a\u0007","kota",null]"#,
        r#"[2,"35.73"," a","kota",null]"#,
        r#"[2,"35.73","","kota",null]"#,
        r#"[2,"35.73","a","Kota",null]"#,
    ] {
        let refusal = table("wilayah", columns, row).unwrap_err();
        assert!(refusal.starts_with("tabel wilayah: baris ke-1 memuat sel yang tidak sah"), "{refusal}");
    }
    let refusal = |name, columns, rows| table(name, columns, rows).unwrap_err();
    assert!(refusal("wilayah", columns, r#"[2,"35"]"#).starts_with("tabel wilayah: baris ke-1 memuat 1 sel"));
    assert!(refusal("rahasia", columns, "").starts_with("tabel rahasia: tidak dikenal"));
    assert!(refusal("wilayah", r#""kode","x""#, "").starts_with("tabel wilayah: kolom x tidak dikenal"));
    assert!(refusal("wilayah", r#""kode","kode""#, "").starts_with("tabel wilayah: satu kolom tertulis dua kali"));
    assert!(table("wilayah", columns, "[]").is_err());
    assert!(table("target", r#""nilai""#, r#"[2,"041.3"]"#).is_err());
    let twice = r#"{"target":{"berkas":"","kolom":[],"baris":[]},"target":{"berkas":"","kolom":[],"baris":[]}}"#;
    let refusal = serde_json::from_str::<Dataset>(twice).unwrap_err().to_string();
    assert!(refusal.starts_with("tabel target: tertulis dua kali"), "{refusal}");
}

#[test]
fn a_csv_view_is_canonical_and_leaves_out_what_no_row_fills() {
    let head = "indikator;kode_wilayah;segmen;tahun;dokumen;satuan;nilai;sumber;keterangan\n";
    let dataset = good("target", format!("{head}ucj;35.73;total;2025;\"RPJMD; \"\"K\"\"\";persen;41,30%;a, b;\n"));
    let expected = "indikator,kode_wilayah,segmen,tahun,dokumen,satuan,nilai,sumber\n\
                    ucj,35.73,TOTAL,2025,\"RPJMD; \"\"K\"\"\",persen,41.30,\"a, b\"\n";
    assert_eq!(dataset.to_csv("target").as_deref(), Some(expected));
    assert_eq!(dataset.to_csv("klaim"), None);
    assert_eq!(dataset.to_csv("rahasia"), None);
}

#[test]
fn a_csv_view_computes_nothing_when_a_spreadsheet_opens_it() {
    let names = ["=1+1", "+62", "-x", "@SUM(A1)", "'=1", "Kota = B"];
    let rows: String =
        (10..).zip(names).map(|(code, name)| [&code.to_string(), name, "provinsi\n"].join(",")).collect();
    let csv = good("wilayah", format!("kode,nama,jenis\n{rows}")).to_csv("wilayah").unwrap();
    let expected = "kode,nama,jenis\n10,'=1+1,provinsi\n11,'+62,provinsi\n12,'-x,provinsi\n13,'@SUM(A1),provinsi\n\
                    14,'=1,provinsi\n15,Kota = B,provinsi\n";
    assert_eq!(csv, expected);
    let head = "indikator,kode_wilayah,segmen,tahun,dokumen,satuan,nilai,sumber\n";
    let negative = good("target", format!("{head}i,35.73,TOTAL,2025,d,persen,\"-0,46\",s\n")).to_csv("target").unwrap();
    assert!(negative.contains(",-0.46,"), "{negative}");
}

#[test]
fn a_csv_view_holds_nothing_personal() {
    let text = "kode,peran,jabatan,nama,pos_el\n1,pimpinan,Sekretaris Daerah,Siti,siti@contoh.go.id\n";
    let csv = good("penerima", text).to_csv("penerima").unwrap();
    assert_eq!(csv, "kode,peran,jabatan\n1,pimpinan,Sekretaris Daerah\n");
}

#[test]
fn a_csv_view_of_an_empty_table_is_its_header() {
    let expected = "periode,kode_wilayah,segmen,sumber,peserta_aktif\n";
    assert_eq!(good("kepesertaan", HEAD).to_csv("kepesertaan").as_deref(), Some(expected));
}

#[test]
fn tables_not_kept_are_gone() {
    let mut dataset = facts();
    dataset.retain_tables(&["wilayah", "klaim", "rahasia"]);
    assert_eq!(dataset.tables(), [("wilayah", 32)]);
    assert!(dataset.target.is_empty() && dataset.kepesertaan.is_empty());
    assert_eq!(dataset.present.iter().collect::<Vec<_>>(), ["wilayah"]);
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// Whatever is read is read back, with its places; what is not read is complained about.
    #[test]
    fn serialise_then_deserialise_is_the_identity(
        rows in prop::collection::vec(
            (1..=12_u32, 0..100_u32, 0..6_usize, "\\PC{0,20}|[ -~\n\r\t]{0,20}", any::<u64>(), prop::option::of(1..=28_u32)),
            0..12,
        ),
        semicolons in any::<bool>(),
        blank_lines in 0..3_usize,
    ) {
        let segments = ["TOTAL", "PU", "BPU", "JAKON", "PMI", "RENTAN"];
        let separator = if semicolons { ";" } else { "," };
        let head = "periode,kode_wilayah,segmen,sumber,peserta_aktif,per_tanggal\n".replace(',', separator);
        let text: String = rows.iter().map(|(month, region, segment, source, count, day)| {
            let day = day.map_or_else(String::new, |day| format!("2025-{month:02}-{day:02}"));
            let cells = [format!("2025-{month:02}"), format!("35.{region:02}"), segments[*segment].to_owned(),
                quoted(source), count.to_string(), day];
            cells.join(separator) + "\r\n" + &"\n".repeat(blank_lines)
        }).collect();
        let (dataset, problems) = read(&[file("data/kepesertaan.csv", format!("{head}{text}"))]);
        prop_assert_eq!(&again(&dataset), &dataset);
        let refused = problems.iter().filter(|problem| problem.code != "D025").count();
        prop_assert_eq!(dataset.kepesertaan.len() + refused, rows.len());
        for row in &dataset.kepesertaan {
            let plain = format!("{head}{text}").replace("\r\n", "\n").replace('\r', "\n");
            let line = plain.split('\n').nth(row.row.baris.unwrap() as usize - 1).unwrap();
            prop_assert!(line.starts_with(&row.periode.value.to_string()), "{:?}", line);
        }
    }
}
