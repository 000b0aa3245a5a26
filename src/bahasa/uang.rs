//! Rupiah: in full for tables, shortened for prose. `Rp` touches the digit; never `Rp.`, never `,-`.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::angka::bertanda;
use super::{bilangan, desimal, rekat};
use crate::figure::{Rounded, ratio, round_half_up};

/// Units of prose from a million on: power of ten and name.
const SATUAN: [(u32, &str); 3] = [(6, "juta"), (9, "miliar"), (12, "triliun")];

/// An amount in full, as tables print it: `Rp5.300.000.000`; a negative difference as `−Rp5.000`.
#[must_use]
pub fn rupiah(n: impl Into<BigInt>) -> String {
    let n = n.into();
    bertanda(&n, format!("Rp{}", bilangan(n.abs())))
}

/// An amount in prose: in full below a million (`Rp16.800`), from there in *juta*, *miliar* or *triliun* with at most two
/// decimals, half-up, without trailing zeros: `Rp5,3 miliar`.
///
/// What does not fit into two decimals is rounded, so a sentence that needs the exact amount uses [`rupiah`]. An amount
/// that rounds up to a thousand of its unit takes the next one: 999.995.000 is `Rp1 miliar`.
#[must_use]
pub fn rupiah_prosa(n: impl Into<BigInt>) -> String {
    let n = n.into();
    let ukuran = n.abs();
    if ukuran < BigInt::from(1_000_000) {
        return rupiah(n);
    }
    let mut tulisan = String::new();
    for (pangkat, nama) in SATUAN {
        let Some(nilai) = ratio(ukuran.clone(), BigInt::from(10).pow(pangkat)) else { continue };
        let bulat = round_half_up(&nilai, 2);
        // Below 1.000,00 of this unit.
        let muat = bulat.units < BigInt::from(100_000);
        tulisan = rekat(&format!("Rp{}", desimal(&tanpa_nol_akhir(bulat))), nama);
        if muat {
            break;
        }
    }
    bertanda(&n, tulisan)
}

/// `5,30` as `5,3`, `1,00` as `1`.
fn tanpa_nol_akhir(mut nilai: Rounded) -> Rounded {
    let sepuluh = BigInt::from(10);
    while nilai.places > 0 && (&nilai.units % &sepuluh).is_zero() {
        nilai.units /= &sepuluh;
        nilai.places -= 1;
    }
    nilai
}
