//! Budgets: what they must pay, what they paid, and for how long.

use rakor::diagnostic::Severity;

use super::book::Book;

/// 25.000 persons for twelve months at Rp16.800 cost Rp5.040.000.000.
fn budget() -> Book {
    Book::of(&[
        (
            "anggaran",
            "tahun_anggaran;per_tanggal;kode_wilayah;sumber_dana;kelompok;pagu_rp;pagu_perubahan_rp;realisasi_rp;\
             target_orang;jumlah_bulan;iuran_per_orang_rp;sumber\n\
             2025;2025-06-30;35.73;DBHCHT;petani;5040000000;;5040000000;25000;12;16800;BPKAD\n",
        ),
        (
            "tarif_iuran",
            "segmen;program_jaminan;berlaku_mulai;berlaku_sampai;iuran_rp;sumber\n\
             BPU;JKK;2023-01-01;2025-06-30;10000;PP\nBPU;JKM;2023-01-01;;6800;PP\nBPU;JHT;2023-01-01;;20000;PP\n",
        ),
    ])
}

#[test]
fn a_ceiling_pays_persons_for_months_by_their_contribution() {
    budget().clean();
    let short = budget().with("anggaran", ";25000;", ";25001;");
    short.says(
        "A034 Pagu \"petani\" (DBHCHT) Tahun 2025 di Kota Malang (Rp5.040.000.000) kurang dari kebutuhan 25.001 orang × \
         Rp16.800 × 12 bulan (Rp5.040.201.600).",
    );
    assert_eq!((short.found()[0].severity, short.found()[0].places.len()), (Severity::Catatan, 4));
    // A revised ceiling counts in place of the first one, a later state in place of an earlier one.
    short.with("anggaran", "5040000000;;", "5040000000;5040201600;").clean();
    short.line("anggaran", "2025;2025-09-30;35.73;DBHCHT;petani;5040000000;;;25000;12;16800;BPKAD").clean();
    // Without a contribution of its own the tariff of the day counts.
    assert_eq!(short.with("anggaran", ";16800;", ";;").found()[0].places.len(), 5);
    short.with("anggaran", ";16800;", ";;").with("anggaran", "2025-06-30", "2025-07-01").clean();
}

#[test]
fn nothing_is_spent_above_the_ceiling() {
    budget().with("anggaran", "5040000000;;5040000000", "5040000000;;5040000001").says(
        "A035 Realisasi \"petani\" (DBHCHT) Tahun 2025 di Kota Malang (Rp5.040.000.001) melebihi pagunya (Rp5.040.000.000).",
    );
    budget().with("anggaran", "5040000000;;5040000000", "5040000000;5040000001;5040000001").clean();
}

#[test]
fn a_budget_lasts_one_to_twelve_months() {
    budget().with("anggaran", ";12;", ";1;").clean();
    let long = budget().with("anggaran", ";25000;12;", ";1;13;");
    long.says(
        "A036 Lama perlindungan \"petani\" (DBHCHT) Tahun 2025 di Kota Malang (13 bulan) tidak mungkin dalam satu tahun.",
    );
    assert!(long.found()[0].refuses());
    assert_eq!(budget().with("anggaran", ";12;", ";0;").found()[0].code, "A036");
}

#[test]
fn contributions_follow_a_tariff_that_was_in_force_in_the_year() {
    budget().with("anggaran", ";16800;", ";36800;").with("anggaran", ";25000;", ";1;").clean();
    budget().with("anggaran", ";16800;", ";16799;").says(
        "A037 Iuran \"petani\" (DBHCHT) Tahun 2025 di Kota Malang (Rp16.799) berbeda dari tarif yang berlaku (Rp16.800 atau \
         Rp36.800).",
    );
    // A tariff of the second half of the year counts as well; one of another year does not.
    let halved = budget().line("tarif_iuran", "BPU;JKK;2025-07-01;;5000;PP");
    halved.clean();
    halved.with("anggaran", ";16800;", ";11800;").clean();
    halved.with("tarif_iuran", "2025-07-01", "2025-12-31").with("anggaran", ";16800;", ";11800;").clean();
    let next =
        budget().with("tarif_iuran", "2025-06-30", "2025-12-31").line("tarif_iuran", "BPU;JKK;2026-01-01;;5000;PP");
    next.clean();
    assert_eq!(next.with("anggaran", ";16800;", ";11800;").found()[0].code, "A037");
    // A tariff of RENTAN alone stands in front of that of BPU.
    let own = budget()
        .line("tarif_iuran", "RENTAN;JKK;2025-01-01;;1000;PP")
        .line("tarif_iuran", "RENTAN;JKM;2025-01-01;;1;PP");
    assert_eq!(own.found()[0].code, "A037");
    budget().with("tarif_iuran", "BPU;JKM", "PMI;JKM").with("anggaran", ";16800;", ";1;").clean();
}
