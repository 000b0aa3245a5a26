//! The mail that a report goes along with, as its reader sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rakor::chart::{ChartKind, ChartSpec, LineChart};
use rakor::diagnostic::{Failure, FailureKind};
use rakor::report::{self, BuildInput, Built, Cover, CoverFor, Revision};
use rakor::template::{Bundle, Form, Renderer, Tree};

use super::case::{Case, shown};
use super::paper::{KALBAR, MALANG, Paper, SIMULASI};

static EVALUASI: LazyLock<Paper> = LazyLock::new(|| evaluation().paper());
static LEMBAR: LazyLock<Paper> = LazyLock::new(|| sheet("kota-malang").paper());

fn evaluation() -> Case {
    let mut case = Case::simulasi();
    "evaluasi".clone_into(&mut case.raw.kind);
    case.raw.year = Some(2024);
    case
}

fn sheet(example: &str) -> Case {
    let mut case = Case::of(example);
    "pemeriksaan-angka".clone_into(&mut case.raw.kind);
    case
}

fn to() -> CoverFor<'static> {
    CoverFor {
        title: "Wali Kota",
        sender_title: "Kepala Bagian Perekonomian",
        office: "Sekretariat Daerah",
        contact: "Bagian Perekonomian",
        file_name: "laporan.pdf",
        ..CoverFor::default()
    }
}

fn one(input: &BuildInput, built: &Built, to: &CoverFor) -> Result<Cover, Failure> {
    report::covers(input, built.pages, &[*to]).map(|covers| covers.into_iter().next().unwrap())
}

/// The mail of a case; the pages are those of another report, for what is told of them is only how many they are.
fn mail(case: Case, to: &CoverFor) -> Cover {
    one(&case.input(), &MALANG.built, to).unwrap_or_else(|failure| panic!("{}", shown(&failure.diagnostics)))
}

/// The numbered points of the text, with what they list.
fn points(case: Case) -> Vec<String> {
    let text = mail(case, &to()).text;
    let listed =
        text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()) || line.starts_with("   - "));
    listed.map(str::to_owned).collect()
}

#[test]
fn the_mail_of_the_monthly_report_says_this() {
    let cover = one(&Case::simulasi().input(), &SIMULASI.built, &to()).unwrap();
    assert_eq!(cover.subject, "[DATA SIMULASI] Laporan Jaminan Sosial Ketenagakerjaan Kota Simulasi, Agustus 2025");
    assert_eq!(
        cover.text,
        "DATA SIMULASI. Surel ini dan lampirannya memuat angka rekaan, bukan data resmi.

Yth. Wali Kota

Dengan hormat,

Bersama surel ini kami sampaikan Laporan Capaian Kepesertaan Jaminan Sosial Ketenagakerjaan Kota Simulasi untuk \
         Agustus 2025 sebagai bahan Rapat Koordinasi Perlindungan Jaminan Sosial Ketenagakerjaan pada Kamis, 11 September \
         2025. Pokok isinya sebagai berikut.

1. Cakupan 37,52 persen (117.258 dari 312.480 pekerja), naik 0,51 persen poin dari Juli 2025.
2. Target 2025 sebesar 40,5 persen; masih kurang 9.297 peserta aktif atau rata-rata 2.325 orang per bulan dalam sisa 4 \
         bulan.
3. Hal yang memerlukan arahan:
   - Meminta bukti pendaftaran dari penyedia sebelum pembayaran termin (Dinas Pekerjaan Umum dan Penataan Ruang, melewati \
         tenggat 15 Agustus 2025).
   - Mengirim surat pemberitahuan kewajiban kepada pemberi kerja usaha mikro (Dinas Tenaga Kerja, melewati tenggat 29 \
         Agustus 2025).
   - Menyampaikan usulan pergeseran anggaran (Badan Pengelola Keuangan dan Aset Daerah, tenggat 30 September 2025).

Penyebut yang dipakai ialah penduduk bekerja, Sakernas Agustus 2024. Data kepesertaan per 31 Agustus 2025 berstatus \
         sementara dan dapat diperbaiki oleh Simulasi rakor. Laporan lengkap terlampir (laporan.pdf, 12 halaman).

Atas perhatian Bapak/Ibu, kami sampaikan terima kasih.

Kepala Bagian Perekonomian
Sekretariat Daerah

Surel ini dikirim secara otomatis. Tanggapan dapat disampaikan kepada Bagian Perekonomian.
"
    );
}

#[test]
fn the_mail_of_the_evaluation_says_this() {
    let cover = one(&evaluation().input(), &EVALUASI.built, &to()).unwrap();
    assert_eq!(cover.subject, "[DATA SIMULASI] Evaluasi Hasil RPJMD Kota Simulasi Tahun 2024");
    let (_, text) = cover.text.split_once("Dengan hormat,\n\n").unwrap();
    let (text, _) = text.split_once("\n\nAtas perhatian").unwrap();
    assert_eq!(
        text,
        "Bersama surel ini kami sampaikan Laporan Evaluasi Hasil RPJMD Kota Simulasi Tahun 2024. Pokok isinya sebagai berikut.

1. Tingkat capaian Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan tahun 2024 sebesar 97,33 persen, dengan predikat \
         Sangat Tinggi.
2. Rata-rata tingkat capaian kinerja 12 indikator tahun 2024 sebesar 106,92 persen (Sangat Tinggi). Dari rata-rata itu, 2 \
         indikator tidak diikutkan karena realisasi belum tersedia. Dari rata-rata itu, 1 indikator tidak diikutkan karena \
         target bernilai nol.
3. Rata-rata tingkat capaian anggaran 14 indikator tahun 2024 sebesar 93,79 persen (Sangat Tinggi); 1 indikator tidak \
         diikutkan karena target belum tersedia.
4. Rata-rata tingkat capaian kinerja 13 indikator terhadap target akhir masa RPJMD sebesar 88,11 persen (Tinggi). Dari \
         rata-rata itu, 1 indikator tidak diikutkan karena realisasi belum lengkap. Dari rata-rata itu, 1 indikator tidak \
         diikutkan karena target bernilai nol.
5. Rata-rata tingkat capaian anggaran 14 indikator terhadap target akhir masa RPJMD sebesar 93,31 persen (Sangat Tinggi); 1 \
         indikator tidak diikutkan karena target belum tersedia.

Laporan lengkap terlampir (laporan.pdf, 14 halaman)."
    );
}

#[test]
fn the_mail_of_the_sheet_says_this() {
    let cover = one(&sheet("kota-malang").input(), &LEMBAR.built, &to()).unwrap();
    assert_eq!(cover.subject, "[CONTOH] Lembar Pemeriksaan Angka Kota Malang, September 2025");
    let (_, text) = cover.text.split_once("Dengan hormat,\n\n").unwrap();
    let (text, _) = text.split_once("\n\nAtas perhatian").unwrap();
    assert_eq!(
        text,
        "Bersama surel ini kami sampaikan Lembar Pemeriksaan Angka Kota Malang sampai dengan September 2025. Pokok isinya \
         sebagai berikut.

1. Sebanyak 28 angka yang diucapkan tentang Kota Malang pada tahun 2025 telah diperiksa; 7 di antaranya tidak sesuai.
2. Angka yang tidak sesuai, lima yang pertama:
   - Jumlah pekerja (P0-1): tercantum 468 ribu, hasil pemeriksaan 436.742.
   - Cakupan (P1-1): tercantum 32,3 persen, hasil pemeriksaan di atas 33 persen.
   - Tambahan peserta (P1-2): tercantum 25 ribu, hasil pemeriksaan paling sedikit 37.997.
   - Cakupan (P2-1): tercantum 32,44 persen, hasil pemeriksaan 30,72 persen.
   - Target (P2-1): tercantum 31,23 persen, hasil pemeriksaan 41,3 persen.

Lembar lengkap terlampir (laporan.pdf, 2 halaman)."
    );
    let case = sheet("kota-malang")
        .manifest("[naskah]\n", "[rapat]\nnama = \"Rapat Koordinasi\"\ntanggal = 2025-09-25\n\n[naskah]\n");
    let cover = mail(case, &to());
    assert_eq!(cover.subject, "[CONTOH] Lembar Pemeriksaan Angka untuk Rapat Koordinasi, 25 September 2025");
    assert!(cover.text.contains(
        "Lembar Pemeriksaan Angka Kota Malang sampai dengan September 2025 sebagai bahan Rapat Koordinasi pada Kamis, 25 \
         September 2025. Pokok"
    ));
}

/// Figures as they are written: digits with points and commas between them.
fn figures(text: &str) -> BTreeSet<&str> {
    let parts = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
    parts.map(|part| part.trim_matches(['.', ','])).filter(|part| !part.is_empty()).collect()
}

#[test]
fn every_figure_of_a_mail_stands_in_its_report() {
    let cases = [
        (Case::simulasi(), &*SIMULASI),
        (Case::malang(), &*MALANG),
        (Case::of("kalimantan-barat"), &*KALBAR),
        (evaluation(), &*EVALUASI),
        (sheet("kota-malang"), &*LEMBAR),
    ];
    for (case, paper) in cases {
        let cover = one(&case.input(), &paper.built, &to()).unwrap();
        let flow = paper.flow();
        let printed = figures(&flow);
        let body: String = cover.text.replace(&format!("(laporan.pdf, {} halaman)", paper.built.pages), "");
        // The number of a point is the mail's own.
        let body: String = body.lines().map(|line| line.trim_start_matches(|c: char| c.is_ascii_digit())).collect();
        let strange: Vec<&str> = figures(&body).into_iter().filter(|figure| !printed.contains(figure)).collect();
        assert_eq!(strange, Vec::<&str>::new(), "{}", cover.subject);
    }
}

#[test]
fn coverage_is_said_as_it_is_known() {
    let month = |people: u32| {
        Case::malang().line("kepesertaan", &format!("2025-05,35.73,TOTAL,BPJS,{people},2025-05-31")).period("2025-06")
    };
    let first = |case| points(case)[0].clone();
    assert_eq!(
        first(month(132_000)),
        "1. Cakupan 30,72 persen (134.167 dari 436.742 pekerja), naik 0,50 persen poin dari Mei 2025."
    );
    assert_eq!(
        first(month(135_000)),
        "1. Cakupan 30,72 persen (134.167 dari 436.742 pekerja), turun 0,19 persen poin dari Mei 2025."
    );
    assert_eq!(first(month(134_167)), "1. Cakupan 30,72 persen (134.167 dari 436.742 pekerja), sama dengan Mei 2025.");
    assert_eq!(
        first(month(134_160)),
        "1. Cakupan 30,72 persen (134.167 dari 436.742 pekerja), nyaris sama dengan Mei 2025."
    );
    assert_eq!(
        first(Case::malang()),
        "1. Cakupan 30,72 persen (134.167 dari 436.742 pekerja). Perubahan belum dapat dihitung karena Juni 2025 merupakan \
         periode pertama yang datanya tersedia."
    );
    assert_eq!(
        points(Case::of("kalimantan-barat")),
        [
            "1. Cakupan segmen jasa konstruksi 27,66 persen (42.591 dari 154.008 pekerja). Perubahan belum dapat dihitung \
             karena Juni 2025 merupakan periode pertama yang datanya tersedia.",
            "2. Target tahun 2025 belum tercantum dalam data sehingga tingkat capaian tidak dihitung.",
            "3. Hal yang memerlukan arahan:",
            "   - Disarankan agar perangkat daerah yang membidangi perencanaan menyampaikan target tahun 2025 beserta dokumen \
             yang menetapkannya.",
        ]
    );
    let without = Case::malang().without("pekerja").without("pernyataan");
    let said = mail(without.clone(), &to()).text;
    assert_eq!(
        points(without),
        [
            "1. Per 30 Juni 2025, peserta aktif di Kota Malang berjumlah 134.167 orang; cakupan belum dapat dihitung karena \
             jumlah pekerja (penyebut) belum tersedia. Perubahan belum dapat dihitung karena Juni 2025 merupakan periode \
             pertama yang datanya tersedia.",
            "2. Tingkat capaian untuk Juni 2025 belum tersedia karena jumlah pekerja (penyebut) belum tersedia.",
        ]
    );
    assert!(!said.contains("Penyebut yang dipakai"), "{said}");
}

#[test]
fn the_target_is_said_as_it_stands() {
    let second = |case| points(case)[1].clone();
    let target = |value: &str, unit: &str| {
        Case::malang().cell("target", 2, "nilai", value).cell("target", 2, "satuan", unit).without("pernyataan")
    };
    assert_eq!(
        second(target("41,3", "persen")),
        "2. Target 2025 sebesar 41,3 persen; masih kurang 46.208 peserta aktif atau rata-rata 7.702 orang per bulan dalam \
         sisa 6 bulan."
    );
    assert_eq!(
        second(target("180375", "orang")),
        "2. Target 2025 sebanyak 180.375 orang; masih kurang 46.208 peserta aktif atau rata-rata 7.702 orang per bulan dalam \
         sisa 6 bulan."
    );
    assert_eq!(second(target("134167", "orang")), "2. Target 2025 sebanyak 134.167 orang tepat terpenuhi.");
    assert_eq!(
        second(target("30", "persen")),
        "2. Target 2025 sebesar 30 persen terlampaui dengan selisih 0,72 persen poin."
    );
    assert_eq!(
        second(target("30,719", "persen")),
        "2. Target 2025 sebesar 30,719 persen terlampaui dengan selisih kurang dari 0,01 persen poin."
    );
    let at = |period: &str, day: &str| {
        let case = Case::malang().cell("kepesertaan", 2, "periode", period).cell("kepesertaan", 2, "per_tanggal", day);
        second(case.without("pernyataan"))
    };
    assert_eq!(
        at("2025-11", "2025-11-30"),
        "2. Target 2025 sebesar 41,3 persen; masih kurang 46.208 peserta aktif dalam 1 bulan yang tersisa."
    );
    assert_eq!(
        at("2025-12", "2025-12-31"),
        "2. Target 2025 sebesar 41,3 persen; masih kurang 46.208 peserta aktif dan tidak ada sisa bulan pada tahun target."
    );
    assert_eq!(
        second(Case::malang().without("target").without("pernyataan")),
        "2. Target tahun 2025 belum tercantum dalam data sehingga tingkat capaian tidak dihitung."
    );
}

#[test]
fn what_awaits_a_decision_is_said_only_of_a_list_that_is_there() {
    let head = "nomor,kode_wilayah,asal,permasalahan,tindak_lanjut,penanggung_jawab,tenggat,status,keterangan,sumber\n";
    let list = |rows: &str| Case::malang().without("pernyataan").bytes("tindak_lanjut", format!("{head}{rows}"));
    let third = |case| points(case).get(2).cloned();
    assert_eq!(third(Case::malang().without("pernyataan")), None, "no list, and nothing that the figures ask for");
    assert_eq!(
        third(list("1,35.73,Rapat,x,Mengirim surat,Disnaker,2025-06-20,selesai,,Rapat\n")).as_deref(),
        Some("3. Tidak ada hal yang memerlukan arahan pada Juni 2025.")
    );
    assert_eq!(
        third(list("1,35.73,Rapat,x,Mengirim surat.,Disnaker,2025-06-20,dalam_proses,,Rapat\n")).as_deref(),
        Some("3. Hal yang memerlukan arahan: mengirim surat.")
    );
    let two = "1,35.73,Rapat,x,Mengirim surat,Disnaker,2025-06-20,dalam_proses,,Rapat\n\
               2,35.73,Rapat,x,Menyusun jadwal,,,belum_dimulai,,Rapat\n";
    assert_eq!(
        points(list(two))[2..],
        [
            "3. Hal yang memerlukan arahan:",
            "   - Mengirim surat (Disnaker, melewati tenggat 20 Juni 2025).",
            "   - Menyusun jadwal.",
        ]
    );
}

#[test]
fn a_revision_and_a_rehearsal_announce_themselves_in_subject_and_body() {
    let draft = || {
        let mut case = Case::malang().manifest("tanda = \"CONTOH\"\n", "");
        case.raw.draft = true;
        case
    };
    let plain = mail(Case::malang().manifest("tanda = \"CONTOH\"\n", ""), &to());
    assert_eq!(plain.subject, "Laporan Jaminan Sosial Ketenagakerjaan Kota Malang, Juni 2025");
    assert!(plain.text.starts_with("Yth. Wali Kota\n\nDengan hormat,\n\nBersama surel ini"), "{}", plain.text);
    let revision = Revision { number: 2, replaces: Some("9 September 2025"), changed: " Tabel 3 dan Gambar 2. " };
    let revised = mail(draft(), &CoverFor { revision: Some(revision), rehearsal: Some(12), ..to() });
    assert_eq!(
        revised.subject,
        "[UJI] [Revisi 2] [KONSEP] Laporan Jaminan Sosial Ketenagakerjaan Kota Malang, Juni 2025"
    );
    let opening = "UJI COBA. Surel ini bukan laporan resmi dan tidak diteruskan kepada 12 penerima yang direncanakan.

KONSEP. Laporan terlampir masih berupa konsep dan dapat berubah.

Yth. Wali Kota

Dengan hormat,

Surel ini memuat Revisi 2 yang menggantikan laporan tertanggal 9 September 2025. Bagian yang berubah: Tabel 3 dan Gambar \
                   2. Mohon laporan sebelumnya tidak digunakan lagi.

Bersama surel ini";
    assert!(revised.text.starts_with(opening), "{}", revised.text);
    assert!(revised.html.contains("<p><strong>UJI COBA. Surel ini bukan") && revised.html.contains("<title>[UJI] ["));
    let undated = Revision { number: 1, replaces: None, changed: "" };
    let undated = mail(draft(), &CoverFor { revision: Some(undated), rehearsal: Some(0), ..to() });
    assert!(undated.text.starts_with("UJI COBA. Surel ini bukan laporan resmi.\n\nKONSEP."), "{}", undated.text);
    assert!(undated.text.contains(
        "\n\nSurel ini memuat Revisi 1 yang menggantikan laporan yang telah dikirim sebelumnya. Mohon laporan sebelumnya \
         tidak digunakan lagi.\n\n"
    ));
}

#[test]
fn the_addressee_is_an_office_and_what_is_not_known_is_left_out() {
    let cover = mail(Case::malang(), &CoverFor { salutation: Some("Ibu"), ..to() });
    assert!(
        cover.text.contains("\nAtas perhatian Ibu, kami sampaikan terima kasih.\n") && !cover.text.contains("Bapak")
    );
    assert!(!cover.text.contains("Kepada") && cover.text.contains("\nYth. Wali Kota\n"));
    let bare = CoverFor { title: "Wali Kota", file_name: "a.pdf", ..CoverFor::default() };
    let cover = mail(Case::malang(), &bare);
    let end = "(a.pdf, 5 halaman).\n\nAtas perhatian Bapak/Ibu, kami sampaikan terima kasih.\n\n\
               Surel ini dikirim secara otomatis.\n";
    assert!(cover.text.ends_with(end), "{}", cover.text);
    assert!(!cover.html.contains("<p></p>"));
}

#[test]
fn html_is_simple_and_every_value_in_it_is_escaped() {
    let hostile = "<script>alert('x')</script> & \"Tim\"\n\nYth. Orang Lain\tx";
    let case = || Case::malang().cell("wilayah", 4, "nama", "Kota <b>Malang</b> & 'x'");
    let cover = mail(case(), &CoverFor { title: hostile, ..to() });
    let name = "Kota <b>Malang</b> & 'x'";
    let escaped = "Kota &lt;b&gt;Malang&lt;/b&gt; &amp; &#39;x&#39;";
    assert!(cover.subject.contains(name) && cover.text.contains(name), "{}", cover.subject);
    assert!(cover.html.contains(escaped) && !cover.html.contains("<b>") && !cover.html.contains("<script"));
    let line = "Yth. <script>alert('x')</script> & \"Tim\" Yth. Orang Lain x\n";
    assert!(cover.text.contains(line), "a value never begins a paragraph\n{}", cover.text);
    let tags: BTreeSet<&str> = cover.html.split('<').skip(1).map(|tag| tag.split(['>', ' ']).next().unwrap()).collect();
    let known = ["!DOCTYPE", "html", "head", "meta", "title", "body", "p", "strong", "ol", "li", "ul", "br", "small"];
    let unknown = tags.into_iter().filter(|tag| !known.contains(&tag.trim_start_matches('/')));
    assert_eq!(unknown.collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(cover.html.starts_with("<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<title>"));
    for attribute in ["src=", "href=", "style=", "class=", "url("] {
        assert!(!cover.html.contains(attribute), "{attribute}");
    }
}

#[test]
fn both_forms_say_the_same_with_spaces_of_their_own() {
    for case in [Case::simulasi(), evaluation(), sheet("kota-malang")] {
        let cover = mail(case, &to());
        assert!(!cover.text.contains('\u{a0}') && !cover.subject.contains('\u{a0}'), "a text mail is searched");
        assert!(cover.html.contains('\u{a0}'), "{}", cover.html);
        let (_, body) = cover.html.split_once("<body>").unwrap();
        let said: String = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words).collect();
        let words = |text: &str| {
            let letters = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{a0}'));
            letters.collect::<String>()
        };
        let text = cover.text.lines().map(|line| {
            let point = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
            if line.starts_with(|c: char| c.is_ascii_digit()) {
                point.trim_start_matches('.')
            } else {
                point.trim_start_matches("- ")
            }
        });
        assert_eq!(words(&said), words(&text.collect::<String>()));
        for markup in ["#v", "#", "\\", "~", "*"] {
            assert!(!cover.text.contains(markup), "{markup} in\n{}", cover.text);
        }
    }
}

#[test]
fn a_workspace_may_word_and_form_its_mails_itself() {
    let own = "Salam & hormat <kami>,";
    let case = || Case::malang().retouched("_kalimat/surel.j2", "Dengan hormat,", own);
    let cover = mail(case(), &to());
    assert!(cover.text.contains(&format!("\n{own}\n")), "{}", cover.text);
    assert!(cover.html.contains("<p>Salam &amp; hormat &lt;kami&gt;,</p>"), "a sentence is prose in every form");
    assert_eq!(case().paper().flow(), MALANG.flow(), "the report says nothing of it");
    let form = "<p title=\"{{ surel.perihal }}\">{{ surel.perihal }}</p>\n";
    let case = Case::malang().template("bulanan/surel.html.j2", form);
    let subject = "[CONTOH] Laporan Jaminan Sosial Ketenagakerjaan Kota Malang, Juni 2025";
    assert_eq!(mail(case, &to()).html, format!("<p title=\"{subject}\">{subject}</p>\n"));
}

#[test]
fn what_a_template_of_a_mail_cannot_say_is_refused_at_its_line() {
    let refused = |name: &str, text: &str| {
        let case = Case::malang().template(name, text);
        let failure = one(&case.input(), &MALANG.built, &to()).unwrap_err();
        assert_eq!(failure.kind, FailureKind::Template);
        shown(&failure.diagnostics)
    };
    for name in ["bulanan/surel.txt.j2", "bulanan/surel.html.j2"] {
        assert_eq!(
            refused(name, "Yth.\n{{ surel.tidak_ada }}\n"),
            format!(
                "T010 templat/{name}, baris 2: Templat memakai nama \"surel.tidak_ada\" yang tidak ada dalam data laporan. (undefined value: `surel.tidak_ada` is undefined)"
            )
        );
        assert_eq!(
            refused(name, "{{ surel.pengirim }}\n"),
            format!(
                "T010 templat/{name}, baris 1: Templat mencetak sesuatu yang tidak boleh dicetak. (bad string escape: \
                 daftar, peta, atau syarat tidak untuk dicetak)"
            )
        );
        assert_eq!(
            refused(name, "{{ surel.perihal|safe }}\n"),
            format!(
                "T003 templat/{name}, baris 1: Templat tidak boleh memakai `safe`: filter `safe` meloloskan data sebagai markah."
            )
        );
    }
}

#[test]
fn a_mail_has_no_room_for_a_chart() {
    let name = "bulanan/surel.txt.j2";
    let own = BTreeMap::from([(name.to_owned(), b"x\n{{ grafik(g, alt=\"\") }}\n".to_vec())]);
    let renderer = Renderer::new(Bundle::with_overrides(&own).unwrap(), &[]).unwrap();
    let line = LineChart { months: Vec::new(), end_label: None, path: None, changes: Vec::new() };
    let chart = ChartSpec { kind: ChartKind::Line(line), width_mm: 160, height_mm: 44 };
    let failure = renderer.write(name, Tree::map([("g", chart.into())]), Form::Text).unwrap_err();
    assert_eq!(
        shown(&failure.diagnostics),
        "T006 templat/bulanan/surel.txt.j2: Templat surel meminta grafik, padahal surel tidak memuat gambar."
    );
}

#[test]
fn the_mails_of_one_report_are_those_of_each_recipient_in_their_order() {
    let input = Case::simulasi().input();
    let revision = Revision { number: 2, replaces: None, changed: "Tabel 2" };
    let all = [
        to(),
        CoverFor { title: "Kepala Dinas", salutation: Some("Ibu"), ..to() },
        CoverFor { rehearsal: Some(3), revision: Some(revision), ..to() },
    ];
    let together = report::covers(&input, SIMULASI.built.pages, &all).unwrap();
    let alone: Vec<Cover> = all.iter().map(|to| one(&input, &SIMULASI.built, to).unwrap()).collect();
    assert_eq!(together, alone);
    assert_ne!(together[0], together[1]);
    assert_eq!(report::covers(&input, SIMULASI.built.pages, &[]).unwrap(), []);
}

#[test]
fn the_same_mail_is_written_every_time() {
    let input = Case::simulasi().input();
    let write = || one(&input, &SIMULASI.built, &to()).unwrap();
    assert_eq!(write(), write());
}
