//! What the three example reports say, word for word, and what their files say of themselves.

use rakor::bahasa;

use super::case::{Case, project, rows};
use super::paper::{KALBAR, MALANG, Paper, SIMULASI, bare};

fn says_all(paper: &Paper, sentences: &[&str]) {
    for sentence in sentences {
        assert!(paper.says(sentence), "{sentence}");
    }
}

fn says_none(paper: &Paper, texts: &[&str]) {
    for text in texts {
        assert!(!paper.says(text), "{text}");
    }
}

#[test]
fn kota_malang_is_told_where_it_stands() {
    says_all(
        &MALANG,
        &[
            "Per 30 Juni 2025, cakupan di Kota Malang tercatat 30,72 persen (134.167 dari 436.742 pekerja), 10,58 \
             persen poin di bawah target 2025 sehingga masih kurang 46.208 peserta aktif.",
            "Sebanyak 302.575 pekerja (69,28 persen) belum menjadi peserta aktif.",
            "Cakupan tersebut 10,58 persen poin di bawah target Rencana Pembangunan Jangka Menengah Daerah (RPJMD) Kota \
             Malang Tahun 2025–2029 untuk tahun 2025 (41,3 persen)",
            "Untuk memenuhi target itu diperlukan 180.375 peserta aktif sehingga masih kurang 46.208 orang.",
            "tingkat capaiannya 74,38 persen",
            "Dalam sisa 6 bulan diperlukan tambahan rata-rata 7.702 peserta aktif per bulan.",
            "Target nasional tahun 2025 sebesar 32,15 persen (RPJMN Tahun 2025–2029)",
            "Angka 32,44 persen yang diumumkan Kepala BPJS Ketenagakerjaan melalui malangkota.go.id pada 30 Juni 2025 tidak \
             disertai penyebut; penyebut yang tersirat sekitar 413.585 orang.",
            "penghargaan yang sama juga diterima oleh Kota Surabaya, Kabupaten Bojonegoro, Kabupaten Mojokerto, dan \
             Kabupaten Jember; urutan di dalamnya tidak diumumkan.",
            "cakupan berkisar dari 29,22 persen sampai dengan 32,09 persen",
        ],
    );
    for under in ["418.15832,09%", "428.69931,30%", "436.74230,72%", "459.08429,22%"] {
        let (workers, percent) = under.split_at(7);
        let row = format!("{workers}BPSKotaMalang{percent}");
        assert!(MALANG.bare().contains(&row), "{row}");
    }
    assert_eq!(
        MALANG.built.headline,
        [
            ("Cakupan", "30,72\u{A0}persen (134.167 dari 436.742 pekerja)"),
            ("Kekurangan", "46.208 orang"),
            ("Laju", "7.702 orang per bulan"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
}

#[test]
fn what_kota_malang_has_not_published_is_said_to_be_missing_and_never_zero() {
    says_all(
        &MALANG,
        &[
            "Perubahan belum dapat dihitung karena Juni 2025 merupakan periode pertama yang datanya tersedia.",
            "Rincian menurut segmen untuk Juni 2025 belum tersedia.",
            "Rincian menurut kecamatan untuk Juni 2025 belum tersedia.",
        ],
    );
    says_none(&MALANG, &["0 orang", "Rp0", "0,00", " 0 peserta", "None", "NaN"]);
    assert!(MALANG.built.text.iter().all(|page| page.contains("CONTOH")));
    assert!(!MALANG.flow().contains("NIP"), "a paper that nobody signed names no signer");
}

#[test]
fn kalimantan_barat_speaks_of_construction_workers_alone() {
    says_all(
        &KALBAR,
        &[
            "Per 30 Juni 2025, cakupan segmen jasa konstruksi di Provinsi Kalimantan Barat tercatat 27,66 persen \
             (42.591 dari 154.008 pekerja); target tahun 2025 belum tercantum dalam data.",
            "Sebanyak 111.417 pekerja (72,34 persen) belum menjadi peserta aktif.",
            "Target tahun 2025 belum tercantum dalam data sehingga tingkat capaian tidak dihitung.",
        ],
    );
    says_none(&KALBAR, &["persen poin di bawah target", "masih kurang", "None", "NaN"]);
    assert!(KALBAR.built.text.iter().all(|page| page.contains("CONTOH")));
}

#[test]
fn the_simulation_fills_every_section() {
    let headings = [
        "A. PENDAHULUAN",
        "B. KEGIATAN YANG DILAKSANAKAN",
        "C. HASIL YANG DICAPAI",
        "1. Capaian terhadap Target",
        "2. Cakupan menurut Segmen",
        "3. Cakupan menurut Kecamatan",
        "4. Perlindungan Pekerja Rentan",
        "5. Kepesertaan Pemberi Kerja",
        "6. Pendanaan Iuran",
        "7. Klaim dan Manfaat",
        "8. Jasa Konstruksi",
        "9. Perbandingan Antardaerah",
        "D. HAMBATAN DAN TINDAK LANJUT",
        "E. SIMPULAN DAN SARAN",
        "F. PENUTUP",
        "LAMPIRAN I DATA",
        "LAMPIRAN II CATATAN DATA",
        "LAMPIRAN III DAFTAR PAKET PEKERJAAN",
    ];
    let flow = SIMULASI.flow();
    let mut from = 0;
    for heading in headings {
        let at = flow[from..].find(heading);
        assert!(at.is_some(), "{heading} follows in its order");
        from += at.unwrap() + heading.len();
    }
    assert!((5..=14).contains(&SIMULASI.built.pages), "{} pages", SIMULASI.built.pages);
    assert_eq!(SIMULASI.built.pages, SIMULASI.built.text.len());
    assert!(SIMULASI.built.text.iter().all(|page| page.contains("DATA SIMULASI")));
    for missing in ["belum tersedia", "tidak disajikan", "belum dapat dihitung", "belum tercantum", "None"] {
        assert!(!flow.to_lowercase().contains(&missing.to_lowercase()), "{missing}");
    }
}

/// Words that no Indonesian report holds; those that both languages share are left out.
const ENGLISH: &[&str] = &[
    "the",
    "of",
    "and",
    "or",
    "for",
    "with",
    "is",
    "are",
    "was",
    "were",
    "not",
    "none",
    "true",
    "false",
    "null",
    "nan",
    "page",
    "pages",
    "table",
    "figure",
    "chart",
    "source",
    "sources",
    "report",
    "date",
    "month",
    "year",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "percent",
    "worker",
    "workers",
    "participant",
    "participants",
    "missing",
    "unknown",
    "error",
    "warning",
    "value",
    "values",
    "undefined",
    "draft",
    "sample",
    "annex",
    "appendix",
    "from",
    "to",
    "by",
    "in",
    "on",
    "at",
];

#[test]
fn no_sentence_of_a_report_fell_apart() {
    for paper in [&SIMULASI, &MALANG, &KALBAR] {
        assert_eq!(paper.slips(), Vec::<String>::new());
    }
}

#[test]
fn no_report_holds_an_english_word() {
    for paper in [&SIMULASI, &MALANG, &KALBAR] {
        // The term is the law's own.
        let text = paper.flow().replace("Universal Coverage", "");
        let labels = paper.built.values.iter().filter(|value| value.pages.is_empty());
        let labels: Vec<&str> = labels.map(|value| value.printed.text.as_str()).collect();
        for word in format!("{text} {}", labels.join(" ")).split(|c: char| !c.is_alphabetic()) {
            assert!(!ENGLISH.contains(&word.to_lowercase().as_str()), "{word}");
        }
    }
}

/// A share of a hundred in two decimals, halves up, worked out on whole numbers.
fn percent(part: u64, whole: u64) -> String {
    let hundredths = (part * 10_000 * 2 + whole) / (whole * 2);
    format!("{},{:02}", hundredths / 100, hundredths % 100)
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// The whole number in the one row whose first cells are these.
fn number(table: &str, key: &[&str], column: &str) -> u64 {
    let text = std::fs::read_to_string(project(&format!("data/simulasi/data/{table}.csv"))).unwrap();
    let rows = rows(&text);
    let at = rows[0].iter().position(|name| name == column).unwrap();
    let mut found = rows.iter().filter(|row| key.iter().zip(row.iter()).all(|(a, b)| a == b));
    let row = found.next().unwrap();
    assert!(found.next().is_none(), "{table} {key:?} is one row");
    row[at].parse().unwrap()
}

#[test]
fn the_figures_of_the_simulation_follow_from_its_files_by_pencil() {
    let people = |month: &str, segment: &str| number("kepesertaan", &[month, "99.71", segment], "peserta_aktif");
    let workers = |segment: &str| number("pekerja", &["99.71", segment, "2024-08-31"], "jumlah_pekerja");
    let (now, before, all) = (people("2025-08", "TOTAL"), people("2025-07", "TOTAL"), workers("TOTAL"));
    // The target is 40,5 percent; persons and pace are rounded up.
    let needed = (all * 405).div_ceil(1000);
    let gap = needed - now;
    let said = [
        format!("tercatat {} persen ({} dari {} pekerja)", percent(now, all), grouped(now), grouped(all)),
        format!("peserta aktif bertambah {} orang", grouped(now - before)),
        format!("naik {} persen poin dari {} persen", percent(now - before, all), percent(before, all)),
        format!("Dari {} pekerja yang belum menjadi peserta aktif", grouped(all - now)),
        format!("diperlukan {} peserta aktif sehingga masih kurang {} orang", grouped(needed), grouped(gap)),
        format!("tambahan rata-rata {} peserta aktif per bulan", grouped(gap.div_ceil(4))),
        format!("segmen bukan penerima upah ({} persen)", percent(people("2025-08", "BPU"), workers("BPU"))),
        format!("segmen penerima upah ({} persen)", percent(people("2025-08", "PU"), workers("PU"))),
        format!("{} orang ({} persen) berada", grouped(workers("BPU") - people("2025-08", "BPU")), {
            percent(workers("BPU") - people("2025-08", "BPU"), all - now)
        }),
    ];
    says_all(&SIMULASI, &said.each_ref().map(String::as_str));
}

#[test]
fn the_summary_is_one_sentence_of_at_most_35_words() {
    for paper in [&SIMULASI, &MALANG, &KALBAR] {
        let flow = paper.flow();
        let (_, after) = flow.split_once(" Ringkasan ").unwrap();
        let (summary, _) = after.split_once(" Cakupan ").unwrap();
        assert!(summary.split_whitespace().count() <= 35, "{summary}");
        assert!(
            summary.starts_with("Per ") && summary.ends_with('.') && summary.matches(". ").count() == 0,
            "{summary}"
        );
    }
}

#[test]
fn every_name_of_the_input_is_printed_letter_for_letter() {
    let printed: &[(&str, &[&str])] = &[
        ("kegiatan", &["nama", "tempat", "penyelenggara", "hasil"]),
        ("tindak_lanjut", &["permasalahan", "tindak_lanjut", "penanggung_jawab", "keterangan"]),
        ("proyek", &["paket", "perangkat_daerah", "penyedia"]),
        ("kelompok", &["kelompok"]),
        ("pemberi_kerja", &["jenis"]),
        ("penghargaan", &["nama", "pemberi", "sebutan", "lingkup", "penerima_lain"]),
        ("dasar_hukum", &["jenis", "nomor", "tentang"]),
        ("narasi", &["teks"]),
        ("kepesertaan", &["sumber"]),
    ];
    let (mut seen, text) = (0, SIMULASI.bare());
    let data = Case::simulasi().input().tabel;
    for (table, columns) in printed {
        let rows = rows(&data.to_csv(table).unwrap());
        for column in *columns {
            let at = rows[0].iter().position(|name| name == column).unwrap();
            for row in rows.iter().skip(1).filter(|row| !row[at].is_empty()) {
                // A benefit that was handed over is told by its amount and its persons.
                let told = *table == "kegiatan" && row.iter().any(|cell| cell == "penyerahan_santunan");
                // The first thing in a row begins with a capital.
                let there = text.contains(&bare(&row[at])) || text.contains(&bare(&bahasa::kapital_awal(&row[at])));
                assert!(told || there, "{table}.{column}: {}", row[at]);
                seen += 1;
            }
        }
    }
    assert!(seen > 120, "{seen} cells");
    for region in data.wilayah.iter().filter(|row| row.kode.value.starts_with("99.")) {
        assert!(text.contains(&bare(&region.nama.value)), "{}", region.nama.value);
    }
    let manifest = std::fs::read_to_string(project("data/simulasi/rakor.toml")).unwrap();
    for name in [
        "Dra. Rekaan Pertama, M.Si.",
        "Ir. Rekaan Kedua, M.T.",
        "Pembina Utama Madya",
        "Wakil Wali Kota Simulasi",
        "Inspektur Kota Simulasi",
        "Jalan Contoh Nomor 1, Kecamatan Contoh Tengah, Kota Simulasi",
        "500.15/001/SIMULASI/2025",
        "setda@contoh.invalid",
    ] {
        assert!(manifest.contains(name) && SIMULASI.says(name), "{name}");
    }
    assert!(SIMULASI.says("NIP 19700101 199501 2 001") && manifest.contains("197001011995012001"));
}

#[test]
fn the_file_says_what_it_is() {
    let file = SIMULASI.built.pdf.as_slice();
    assert!(file.starts_with(b"%PDF-1.7\n"));
    let text = String::from_utf8_lossy(file);
    let title = "Laporan Capaian Kepesertaan Jaminan Sosial Ketenagakerjaan Kota Simulasi Periode Agustus 2025";
    for mark in [
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>",
        "<rdf:li>Sekretariat Daerah Pemerintah Kota Simulasi</rdf:li>",
        "<xmp:CreateDate>2025-09-09T00:00:00Z</xmp:CreateDate>",
        "/Lang(id-ID)",
        "/Marked true",
        "/DisplayDocTitle true",
        &format!("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>"),
    ] {
        assert!(text.contains(mark), "{mark}");
    }
    for page in text.match_indices("/MediaBox[").map(|(at, _)| &text[at..at + 40]) {
        assert!(page.starts_with("/MediaBox[0 0 595.2756 841.8898]"), "A4: {page}");
    }
    assert_eq!(SIMULASI.built.file_name, "bulanan_99.71-kota-simulasi_2025-08.pdf");
}

#[test]
fn the_file_carries_what_it_was_made_from_and_nothing_else() {
    let text = String::from_utf8_lossy(&SIMULASI.built.pdf);
    let named = |name: &str| text.contains(&format!("({name})"));
    for table in ["kepesertaan", "pekerja", "target", "klaim", "anggaran", "proyek", "tindak_lanjut", "wilayah"] {
        assert!(named(&format!("{table}.csv")), "{table}");
    }
    for unused in ["penerima", "indikator", "indikator_tahunan", "indikator_triwulan", "faktor"] {
        assert!(!named(&format!("{unused}.csv")), "{unused}");
    }
    assert!(named("masukan.json"));
    assert_eq!(text.matches("/AFRelationship/Source").count(), 1);
}

#[test]
fn what_the_file_carries_can_be_read_again() {
    let input = Case::simulasi().input();
    let job = rakor::report::job(&input).unwrap();
    let carried = |name: &str| job.files.get(&format!("lampiran/{name}")).unwrap();
    assert_eq!(carried("masukan.json"), &input.to_json());
    assert_eq!(rakor::report::BuildInput::from_json(carried("masukan.json")).unwrap(), input);
    let tables = input.tabel.tables().into_iter().filter(|(_, rows)| *rows > 0);
    let files: Vec<rakor::table::SourceFile> = tables
        .map(|(table, _)| rakor::table::SourceFile {
            path: format!("data/{table}.csv"),
            bytes: carried(&format!("{table}.csv")).clone(),
        })
        .collect();
    let (again, problems) = rakor::table::read(&files);
    assert_eq!(problems, []);
    for (table, rows) in input.tabel.tables().into_iter().filter(|(_, rows)| *rows > 0) {
        assert_eq!(again.tables().into_iter().find(|(name, _)| *name == table), Some((table, rows)));
        assert_eq!(again.to_csv(table), input.tabel.to_csv(table), "{table}");
    }
    let listed = job.files.keys().filter(|path| path.starts_with("lampiran/")).count();
    assert_eq!(listed, files.len() + 1);
}

#[test]
fn a_chart_says_the_names_of_its_table() {
    let name = "D’Olivera & <Contoh> \"Barat\"";
    let case = Case::simulasi();
    let at = case.text("wilayah").lines().position(|line| line.starts_with("99.71.01,")).unwrap() + 1;
    let input = case.cell("wilayah", at, "nama", name).input();
    let charts = rakor::report::stage(&input, rakor::report::Stage::Grafik).unwrap();
    assert_eq!(charts.len(), 4);
    let said = |bytes: &[u8]| {
        let text = std::str::from_utf8(bytes).unwrap().replace('\u{A0}', " ");
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&")
    };
    assert_eq!(charts.iter().filter(|(_, svg)| said(svg).contains(name)).count(), 1);
    let labels: Vec<String> =
        SIMULASI.built.values.iter().map(|value| value.printed.text.replace('\u{A0}', " ")).collect();
    let plain = rakor::report::stage(&Case::simulasi().input(), rakor::report::Stage::Grafik).unwrap();
    // What the drawings say is part of what is printed, with its cells.
    for label in ["42,21%", "belum 77,16%", "Rp1,04 miliar", "target 2025: 40,50%"] {
        assert!(plain.iter().any(|(_, svg)| said(svg).contains(label)), "{label}");
        assert!(labels.iter().any(|known| label.ends_with(known.as_str())), "{label}");
    }
}
