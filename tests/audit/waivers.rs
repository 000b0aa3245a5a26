//! Figures that somebody answers for, and who signs.

use std::fmt::Write as _;

use rakor::audit::Finding;
use rakor::diagnostic::{Diagnostic, Severity};
use rakor::manifest::Manifest;

use super::book::Book;
use super::{places, words};

const PLACE: &str = "data/anggaran.csv, baris 2, kolom jumlah_bulan";

fn long_budget() -> Book {
    Book::of(&[(
        "anggaran",
        "tahun_anggaran;per_tanggal;kode_wilayah;sumber_dana;kelompok;jumlah_bulan;sumber\n\
         2025;2025-06-30;35.73;APBD;petani;13;BPKAD\n2025;2025-06-30;35.73;APBD;kader;13;BPKAD\n",
    )])
}

/// A book under a manifest with these lines.
fn under(book: &Book, lines: &str) -> Book {
    let head = "[lembaga]\nwilayah = \"35.73\"\npemerintah = \"P\"\nperangkat_daerah = \"S\"\ntempat = \"M\"\n";
    let manifest = Manifest::parse(&format!("{head}{lines}"), "rakor.toml").unwrap();
    let mut book = book.clone();
    book.settings.waivers.clone_from(&manifest.printed().pengecualian);
    book.settings.signers.clone_from(&manifest.printed().penanda_tangan);
    book
}

fn waived(code: &str, place: &str) -> Book {
    let lines = format!(
        "[[pengecualian]]\nkode = \"{code}\"\ntempat = \"{place}\"\nalasan = \"kontrak tahun jamak.\"\n\
         jabatan = \"Kepala Bagian\"\ntanggal = 2025-08-31\n"
    );
    under(&long_budget(), &lines)
}

#[test]
fn a_waiver_lifts_the_finding_whose_first_cell_it_names() {
    for place in [PLACE, "data/anggaran.csv, baris 2"] {
        let found = waived("A036", place).found();
        let [lifted, other] = found.as_slice() else { panic!("{found:?}") };
        assert!(!lifted.refuses() && !lifted.counts(Severity::Catatan) && other.refuses());
        assert_eq!(lifted.severity, Severity::Kesalahan, "the rule keeps its weight");
        let shown = Diagnostic::from(lifted);
        assert_eq!(shown.severity, Severity::Catatan);
        assert_eq!(
            shown.message.replace('\u{a0}', " "),
            "Lama perlindungan \"petani\" (APBD) Tahun 2025 di Kota Malang (13 bulan) tidak mungkin dalam satu tahun. \
             Dikecualikan atas tanggung jawab Kepala Bagian pada 31 Agustus 2025 dengan alasan: kontrak tahun jamak."
        );
        let json = serde_json::to_string(lifted).unwrap();
        assert!(json.contains("\"pengecualian\":{\"kode\":{\"nilai\":\"A036\""), "{json}");
        assert_eq!(&serde_json::from_str::<Finding>(&json).unwrap(), lifted);
    }
}

#[test]
fn a_waiver_that_meets_nothing_is_found_itself() {
    for (code, place) in [
        ("A035", PLACE),
        ("A036", "data/anggaran.csv, baris 4"),
        ("A036", "data/anggaran.csv"),
        ("A036", "data/anggaran.csv, baris 2, kolom pagu_rp"),
        ("Z999", PLACE),
    ] {
        let found = waived(code, place).found();
        assert_eq!(found.len(), 3, "{code} {place}");
        assert!(found.iter().take(2).all(Finding::refuses));
        let stale = &found[2];
        assert_eq!(stale.severity, Severity::Peringatan);
        assert_eq!(
            words(&found)[2],
            format!("A013 Pengecualian {code} pada \"{place}\" tidak lagi berlaku pada data mana pun.")
        );
        assert_eq!(
            places(stale),
            ["rakor.toml, baris 7, kunci pengecualian[1].kode", "rakor.toml, baris 8, kunci pengecualian[1].tempat"]
        );
    }
}

#[test]
fn a_waiver_that_names_another_cell_of_a_finding_is_told_the_first_one() {
    let spent = Book::of(&[(
        "anggaran",
        "tahun_anggaran;per_tanggal;kode_wilayah;sumber_dana;kelompok;pagu_rp;realisasi_rp;sumber\n\
         2025;2025-06-30;35.73;APBD;petani;1;2;BPKAD\n",
    )]);
    let mut book = waived("A035", "data/anggaran.csv, baris 2, kolom pagu_rp");
    let waivers = book.settings.waivers.clone();
    book = spent;
    book.settings.waivers = waivers;
    let found = book.found();
    assert_eq!(
        found[1].computed.as_deref(),
        Some("tempat \"data/anggaran.csv, baris 2, kolom realisasi_rp\""),
        "{found:?}"
    );
}

fn signed(numbers: &[(&str, &str)]) -> Book {
    let mut lines = String::new();
    for (name, nip) in numbers {
        let _ = write!(lines, "[[penanda_tangan]]\njabatan = \"J\"\nnama = \"{name}\"\nnip = \"{nip}\"\n");
    }
    under(&Book::of(&[]), &lines)
}

#[test]
fn nobody_is_appointed_as_a_child_or_after_the_report() {
    signed(&[("A", "198001011997011001")]).clean();
    let young = signed(&[("A", "198002011997011001")]);
    young.says("A043 Menurut NIP itu, pengangkatan terjadi sebelum usia 17 tahun.");
    let finding = &young.found()[0];
    assert_eq!(places(finding), ["rakor.toml, baris 9, kunci penanda_tangan[1].nip"]);
    assert!(finding.stated.is_none(), "no digit of the number is repeated");
    let mut dated = signed(&[("A", "198001012025091001")]);
    dated.settings.date = Some("2025-09-01".parse().unwrap());
    dated.clean();
    dated.settings.date = Some("2025-08-31".parse().unwrap());
    dated.says("A043 Menurut NIP itu, pengangkatan terjadi sesudah tanggal laporan.");
    // Contract staff are appointed by the year.
    signed(&[("A", "198012011997211001")]).clean();
}

#[test]
fn one_number_belongs_to_one_person() {
    let nip = "198001011997011001";
    signed(&[("A", nip), ("A", nip)]).clean();
    signed(&[("A", nip), ("B", nip)]).says("A043 Satu NIP dipakai oleh beberapa penanda tangan.");
}
