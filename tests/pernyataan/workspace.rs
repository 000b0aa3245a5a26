//! Statements against the data.

use super::case::Case;

fn case(columns: &[(&str, &str)]) -> Case {
    Case::default().workers().participants().targets().said(columns)
}

/// So many participants of so many workers in force in September 2025.
fn city(participants: &str, workers: &str) -> Case {
    let head = "kode_wilayah,segmen,per_tanggal,definisi,sebutan,jumlah_pekerja,dipakai_mulai,sumber";
    Case::default()
        .table("pekerja", &format!("{head}\n35.73,TOTAL,2024-08-31,bekerja_sakernas,Sakernas,{workers},2025-01,BPS\n"))
        .table(
            "kepesertaan",
            &format!("periode,kode_wilayah,segmen,sumber,peserta_aktif\n2025-09,35.73,TOTAL,BPJS,{participants}\n"),
        )
}

#[test]
fn a_percentage_without_counts_is_held_against_the_data_of_its_month() {
    let of = |wording| case(&[("persen", wording)]);
    assert_eq!(of("30,72 persen").judged("persen"), "Sesuai");
    assert_eq!(of("31 persen").judged("persen"), "Sesuai");
    assert_eq!(
        of("30 persen").judged("persen"),
        "Sesuai dengan pembulatan: angka di belakangnya dipotong, bukan dibulatkan"
    );
    assert_eq!(
        of("32,3 persen").findings("persen"),
        ["kesalahan P004 Pernyataan X-1 (media.id, 9 September 2025): cakupan tercantum 32,3 persen, tetapi 134.167 \
          peserta aktif dari 436.742 pekerja sama dengan 30,72 persen."]
    );
    // 32,65 percent, exactly half of the last digit: rounded up.
    let half = |wording| city("3265", "10000").said(&[("persen", wording)]);
    assert_eq!(half("32,7 persen").findings("persen"), [""; 0]);
    assert_eq!(
        half("32,6 persen").findings("persen"),
        [
            "catatan P004 Pernyataan X-1 (media.id, 9 September 2025): cakupan tercantum 32,6 persen; 3.265 peserta aktif \
          dari 10.000 pekerja sama dengan 32,65 persen, yang dibulatkan menjadi 32,7 persen."
        ]
    );
    assert_eq!(
        city("3264", "10000").said(&[("persen", "32,7 persen")]).judged("persen"),
        "Tidak sesuai: 32,64 persen, bukan 32,7 persen"
    );
    // Early in October, September's figure is what is known.
    let early = case(&[("persen", "30,72 persen"), ("tanggal", "2025-10-02")]);
    assert_eq!(early.judged("persen"), "Sesuai");
    let other_month = case(&[("persen", "32 persen"), ("tanggal", "2025-03-26")]);
    assert_eq!(other_month.judged("persen"), "Tidak dapat diperiksa: jumlah peserta aktif Maret 2025 tidak tersedia");
}

#[test]
fn a_percentage_without_workers_implies_published_ones() {
    let of = |wording| case(&[("persen", wording), ("pembilang", "134.167")]);
    assert_eq!(of("30,72 persen").judged("persen"), "Sesuai");
    assert_eq!(
        of("31,30 persen").findings("persen"),
        ["catatan P003 Pernyataan X-1 (media.id, 9 September 2025): cakupan 31,30 persen memakai penyebut penduduk \
          bekerja, Sakernas Agustus 2023 (428.699), bukan penyebut yang berlaku."]
    );
    let wrong = of("32,44 persen");
    assert_eq!(wrong.clone().judged("persen"), "Tidak sesuai: 30,72 persen, bukan 32,44 persen");
    assert_eq!(
        wrong.findings("persen"),
        [
            "kesalahan P003 Pernyataan X-1 (media.id, 9 September 2025): cakupan 32,44 persen dengan 134.167 peserta aktif \
          menyiratkan 413.585 pekerja, jumlah yang tidak tercantum dalam data; 134.167 peserta aktif dari 436.742 \
          pekerja sama dengan 30,72 persen."
        ]
    );
    let edge = |participants| city("1", "10000").said(&[("persen", "32,7 persen"), ("pembilang", participants)]);
    assert_eq!(edge("3.265").findings("persen"), [""; 0]);
    assert_eq!(
        edge("3.264").findings("persen"),
        ["kesalahan P003 Pernyataan X-1 (media.id, 9 September 2025): cakupan 32,7 persen dengan 3.264 peserta aktif \
          menyiratkan 9.982 pekerja, jumlah yang tidak tercantum dalam data; 3.264 peserta aktif dari 10.000 pekerja \
          sama dengan 32,64 persen."]
    );
    let nobody = Case::default().said(&[("persen", "32,44 persen"), ("pembilang", "134.167")]);
    assert_eq!(
        nobody.judged("persen"),
        "Tidak dapat diperiksa: penyebutnya tidak disebut dan tidak tersedia dalam data"
    );
}

#[test]
fn a_percentage_of_nothing_is_a_note() {
    let open = case(&[("target_persen", "60 persen"), ("segmen", "RENTAN"), ("indikator", "perlindungan")]);
    assert_eq!(open.clone().judged("target_persen"), "Tidak dapat diperiksa: dasar persentasenya tidak disebut");
    assert_eq!(
        open.findings("target_persen"),
        ["catatan P005 Pernyataan X-1 (media.id, 9 September 2025): target 60 persen tidak menyebut dasarnya; \
          penyebutnya juga tidak tersedia dalam data."]
    );
    let named = [("target_persen", "60 persen"), ("segmen", "RENTAN"), ("penyebut", "25.000")];
    assert_eq!(case(&named).findings("target_persen"), [""; 0]);
    // Whoever names the workers, the participants or the document has named the base; so have workers in force.
    let share =
        |more: &[(&str, &str)]| Case::default().said(&[&[("persen", "60 persen")], more].concat()).findings("persen");
    assert_eq!(
        share(&[]),
        ["catatan P005 Pernyataan X-1 (media.id, 9 September 2025): cakupan 60 persen tidak menyebut dasarnya; \
          penyebutnya juga tidak tersedia dalam data."]
    );
    assert_eq!(share(&[("penyebut", "1")]), [""; 0]);
    assert_eq!(share(&[("pembilang", "1")]), [""; 0]);
    assert_eq!(Case::default().workers().said(&[("persen", "60 persen")]).findings("persen"), [""; 0]);
    let target = [("target_persen", "41,3 persen"), ("target_tahun", "2025")];
    assert_eq!(Case::default().targets().said(&target).findings("target_persen"), [""; 0]);
}

#[test]
fn participants_are_those_of_the_data() {
    let of = |wording| case(&[("pembilang", wording)]);
    assert_eq!(of("134.167").judged("pembilang"), "Sesuai");
    assert_eq!(of("134 ribu").judged("pembilang"), "Sesuai");
    assert_eq!(
        of("hampir 135 ribu").judged("pembilang"),
        "Sesuai dengan pembulatan: selisihnya tercakup oleh \"hampir\""
    );
    assert_eq!(
        of("134.168").findings("pembilang"),
        ["kesalahan P007 Pernyataan X-1 (media.id, 9 September 2025): peserta aktif tercantum 134.168, tetapi data \
          September 2025 sama dengan 134.167."]
    );
    let half = |wording| city("134500", "436742").said(&[("pembilang", wording)]);
    assert_eq!(half("135 ribu").findings("pembilang"), [""; 0]);
    assert_eq!(
        half("134 ribu").findings("pembilang"),
        [
            "catatan P007 Pernyataan X-1 (media.id, 9 September 2025): peserta aktif tercantum 134 ribu; data September 2025 \
          sama dengan 134.500, yang dibulatkan menjadi 135.000."
        ]
    );
    // Repeated three months later, it still is what the data say; another one cannot be judged any more.
    let later = |wording, day| case(&[("pembilang", wording), ("tanggal", day)]).judged("pembilang");
    assert_eq!(later("134.167", "2025-12-09"), "Sesuai");
    assert_eq!(later("134.167", "2026-01-09"), "Tidak dapat diperiksa: tidak ada angka pembanding");
    let next = "periode,kode_wilayah,segmen,sumber,peserta_aktif\n2025-09,35.73,TOTAL,BPJS,134167\n\
                2025-10,35.73,TOTAL,BPJS,140000\n";
    let early = Case::default().table("kepesertaan", next);
    let early = early.said(&[("pembilang", "134.167"), ("tanggal", "2025-10-02")]);
    assert_eq!(early.judged("pembilang"), "Sesuai");
    assert_eq!(later("135.000", "2025-12-09"), "Tidak dapat diperiksa: tidak ada angka pembanding");
}

#[test]
fn workers_are_those_in_force_or_some_published_ones() {
    let of = |wording| case(&[("penyebut", wording)]);
    assert_eq!(of("436.742").judged("penyebut"), "Sesuai");
    assert_eq!(of("429 ribu").judged("penyebut"), "Sesuai");
    assert_eq!(
        of("sekitar 400.000").judged("penyebut"),
        "Sesuai dengan pembulatan: selisihnya tercakup oleh \"sekitar\""
    );
    assert_eq!(
        of("468 ribu").findings("penyebut"),
        [
            "kesalahan P008 Pernyataan X-1 (media.id, 9 September 2025): jumlah pekerja tercantum 468 ribu, tetapi penyebut \
          yang berlaku sama dengan 436.742."
        ]
    );
    let half = |wording| city("1", "436500").said(&[("penyebut", wording)]);
    assert_eq!(half("437 ribu").findings("penyebut"), [""; 0]);
    assert_eq!(
        half("436 ribu").findings("penyebut"),
        ["catatan P008 Pernyataan X-1 (media.id, 9 September 2025): jumlah pekerja tercantum 436 ribu; penyebut yang \
          berlaku sama dengan 436.500, yang dibulatkan menjadi 437.000."]
    );
    let about = |workers| city("1", workers).said(&[("penyebut", "sekitar 400.000")]).judged("penyebut");
    assert_eq!(about("450000"), "Sesuai dengan pembulatan: selisihnya tercakup oleh \"sekitar\"");
    assert_eq!(about("450001"), "Tidak sesuai: 450.001, bukan sekitar 400.000");
}

#[test]
fn a_target_is_that_of_its_document() {
    let of = |wording, year| case(&[("target_persen", wording), ("target_tahun", year)]);
    assert_eq!(of("41,3 persen", "2025").judged("target_persen"), "Sesuai");
    assert_eq!(of("41,3 persen", "2025").findings("target_persen"), [""; 0]);
    assert_eq!(of("41 persen", "").judged("target_persen"), "Sesuai");
    assert_eq!(
        of("41 persen", "").findings("target_persen"),
        [
            "catatan P009 Pernyataan X-1 (media.id, 9 September 2025): target 41 persen adalah pembulatan; RPJMD menetapkan \
          41,3 persen untuk tahun 2025."
        ]
    );
    assert_eq!(
        of("42 persen", "2025").findings("target_persen"),
        ["kesalahan P009 Pernyataan X-1 (media.id, 9 September 2025): target tercantum 42 persen, tetapi RPJMD \
          menetapkan 41,3 persen untuk tahun 2025."]
    );
    assert_eq!(
        of("100 persen", "2045").findings("target_persen"),
        ["catatan P009 Pernyataan X-1 (media.id, 9 September 2025): target 100 persen adalah pembulatan; RPJPN Tahun \
          2025–2045 menetapkan 99,5 persen untuk tahun 2045."]
    );
    assert_eq!(
        of("99 persen", "2045").judged("target_persen"),
        "Sesuai dengan pembulatan: angka di belakangnya dipotong, bukan dibulatkan"
    );
    assert_eq!(of("100 persen", "2035").judged("target_persen"), "Tidak dapat diperiksa: tidak ada angka pembanding");
}
