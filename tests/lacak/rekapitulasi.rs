//! The figures of a recapitulation: those of one part, and the sums over all of them.

use std::path::Path;
use std::sync::LazyLock;

use rakor::cli::Exit;
use serde_json::Value;

use super::{object, rakor};

/// The recapitulation of the simulated province.
static REPORT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let room = tempfile::tempdir().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/simulasi-provinsi");
    let (exit, out) =
        rakor(room.path(), &["buat", "rekapitulasi", "-q", "-C", folder.to_str().unwrap(), "-o", "laporan.pdf"]);
    assert_eq!(exit, Exit::Done, "{out}");
    std::fs::read(room.path().join("laporan.pdf")).unwrap()
});

/// The figures of this number that stand in a table of this name.
fn in_table(wanted: &str, name: &str) -> Vec<Value> {
    let (exit, found) = object(&REPORT, wanted);
    assert_eq!(exit, Exit::Done, "{found}");
    let stands = |figure: &&Value| {
        let printed = figure["tercetak"].as_array().unwrap();
        printed.iter().any(|print| print.to_string().contains(name))
    };
    found["hasil"]["angka"].as_array().unwrap().iter().filter(stands).cloned().collect()
}

#[test]
fn a_figure_of_the_ranked_table_leads_to_its_two_cells() {
    let found = in_table("48,17", "Peringkat menurut Cakupan");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["rumus"], "50.996 ÷ 105.868 × 100");
    assert_eq!(found[0]["asal"].as_array().unwrap().len(), 2);
}

#[test]
fn the_sums_lead_to_the_cells_of_every_part() {
    let coverage = in_table("33,36", "Peringkat menurut Cakupan");
    assert_eq!(coverage[0]["rumus"], "5.636.372 ÷ 16.894.924 × 100");
    assert_eq!(coverage[0]["asal"].as_array().unwrap().len(), 36 * 2);
    let shortfall = in_table("321.598", "Peringkat menurut Cakupan");
    assert_eq!(shortfall[0]["rumus"], "jumlah 30 kekurangan");
    // Participants, workers and target of each of the 35 that could be judged.
    assert_eq!(shortfall[0]["asal"].as_array().unwrap().len(), 35 * 3);
}

#[test]
fn a_share_of_the_shortfall_has_its_formula() {
    let share = in_table("10,03", "Wilayah di Bawah Target");
    assert_eq!(share[0]["rumus"], "32.259 ÷ 321.598 × 100");
}
