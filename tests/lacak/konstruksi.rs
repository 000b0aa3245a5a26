//! Contributions by contract value, traced to the brackets and values that they follow from.

use std::sync::LazyLock;

use rakor::cli::Exit;

use super::{lacak, rakor, simulasi};

static REPORT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let room = tempfile::tempdir().unwrap();
    let folder = simulasi();
    let (exit, out) =
        rakor(room.path(), &["buat", "konstruksi", "-q", "-C", folder.to_str().unwrap(), "-o", "laporan.pdf"]);
    assert_eq!(exit, Exit::Done, "{out}");
    std::fs::read(room.path().join("laporan.pdf")).unwrap()
});

fn traced(figure: &str) -> String {
    let (exit, text) = lacak(&REPORT, &format!("{figure} --rinci"));
    assert_eq!(exit, Exit::Done, "{text}");
    text
}

#[test]
fn a_contribution_leads_to_its_value_and_to_every_bracket_that_it_reaches() {
    // Pengecatan Marka Jalan, Rp415.000.000: 100 million at 0,21 percent, the rest at 0,17.
    let text = traced("745.500");
    let expected = "745.500\n  \
        Rumus    : 0,21% × 100.000.000 + 0,17% × 315.000.000\n  \
        Asal     : data/proyek.csv, baris 12, kolom nilai_kontrak_rp: \"415000000\"\n             \
                   data/tarif_konstruksi.csv, baris 2, kolom batas_atas_rp: \"100000000\"\n             \
                   data/tarif_konstruksi.csv, baris 2, kolom batas_bawah_rp: \"0\"\n             \
                   data/tarif_konstruksi.csv, baris 2, kolom persen: \"0.21\"\n             \
                   data/tarif_konstruksi.csv, baris 3, kolom batas_bawah_rp: \"100000000\"\n             \
                   data/tarif_konstruksi.csv, baris 3, kolom persen: \"0.17\"\n  \
        Tercetak : halaman 6, Tabel 5 \"Iuran menurut Nilai Kontrak Setiap Paket\", bagian \"LAMPIRAN II Iuran menurut \
        Paket\"\n";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn the_sum_of_all_contributions_leads_to_every_contract_value_and_every_bracket() {
    let text = traced("Rp53.993.500");
    assert!(text.starts_with("Rp53.993.500\n  Rumus    : jumlah iuran 11 paket\n"), "{text}");
    assert_eq!(text.matches("kolom nilai_kontrak_rp").count(), 11);
    assert_eq!(text.matches("kolom persen").count(), 10);
    for place in ["halaman 3, paragraf", "halaman 3, Tabel 3", "halaman 6, Tabel 5"] {
        assert!(text.contains(place), "{place}: {text}");
    }
    assert!(traced("2.558.500").contains("Rumus    : jumlah iuran 2 paket\n"));
    assert!(traced("22.830.000").contains("Rumus    : 0,11% × 19.025.000.000 + 0,01% × 19.025.000.000\n"));
}

#[test]
fn days_lead_to_the_day_that_work_began() {
    assert!(traced("99").contains("Rumus    : 9 September 2025 − 2 Juni 2025, dalam hari\n"));
    assert!(traced("8").contains("Rumus    : 1 Juli 2025 − 23 Juni 2025, dalam hari\n"));
}
