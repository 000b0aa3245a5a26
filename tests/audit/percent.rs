//! Percentages and what they are taken of.

use rakor::table::Segmen;

use super::book::Book;
use super::{MALANG, city, found, said};
use crate::measure::fixture::day;

#[test]
fn one_key_has_one_denominator() {
    let mut rows = city();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 436_742, Some("2025-01"));
    rows.workers(MALANG, Segmen::Total, "2023-08-31", 436_742, Some("2025-01"));
    rows.workers(MALANG, Segmen::Total, "2022-08-31", 418_158, Some("2023-01"));
    assert_eq!(said(&rows), [""; 0]);
    rows.data.pekerja[1].jumlah_pekerja.value = 428_699;
    assert_eq!(
        said(&rows),
        ["A006 Dua penyebut yang berbeda (436.742 dan 428.699) tercatat untuk Kota Malang, segmen TOTAL, definisi \
          \"bekerja_sakernas\", mulai Januari 2025."]
    );
    assert_eq!(found(&rows.data)[0].action, "Pilih satu penyebut, lalu hapus yang lain atau ubah `dipakai_mulai`.");
    rows.data.pekerja[1].dipakai_mulai.as_mut().unwrap().value = "2024-12".parse().unwrap();
    assert_eq!(said(&rows), [""; 0]);
    rows.data.pekerja[1].per_tanggal.value = day("2024-08-31");
    assert_eq!(
        said(&rows),
        ["A006 Dua penyebut yang berbeda (436.742 dan 428.699) tercatat untuk Kota Malang, segmen TOTAL, definisi \
          \"bekerja_sakernas\", per 31 Agustus 2024."]
    );
    rows.data.pekerja[1].definisi.value = "angkatan_kerja".into();
    assert_eq!(said(&rows), [""; 0]);
}

fn target(lines: &str) -> Book {
    let head = "indikator;kode_wilayah;segmen;tahun;dokumen;satuan;nilai;sumber";
    let people = "periode;kode_wilayah;segmen;sumber;peserta_aktif\n2025-06;35.73;TOTAL;BPJS;134167\n";
    let workers = "kode_wilayah;segmen;per_tanggal;definisi;sebutan;jumlah_pekerja;dipakai_mulai;sumber\n\
                   35.73;TOTAL;2024-08-31;bekerja_sakernas;x;436742;2025-01;BPS\n";
    Book::of(&[("target", &format!("{head}\n{lines}")), ("kepesertaan", people), ("pekerja", workers)])
}

#[test]
fn a_target_lies_on_the_scale_of_its_unit() {
    let book = target("ucj;35.73;TOTAL;2045;RPJPD;persen;100;Bappeda\nucj;35.73;BPU;2045;RPJPD;persen;0;Bappeda\n");
    book.clean();
    book.with("target", ";100;", ";100,1;")
        .says("A020 Target Tahun 2045 untuk Kota Malang (100,1 persen) tidak mungkin.");
    book.with("target", ";0;", ";-0,1;")
        .says("A020 Target Tahun 2045 untuk Kota Malang, segmen BPU (−0,1 persen) tidak mungkin.");
    let persons = target("ucj;35.73;TOTAL;2045;RPJPD;orang;0;Bappeda\n");
    persons.clean();
    persons.with("target", ";0;", ";-1;").says("A020 Target Tahun 2045 untuk Kota Malang (−1 orang) tidak mungkin.");
    let finding = &book.with("target", ";100;", ";100,1;").found()[0];
    assert!(finding.refuses());
    assert_eq!(finding.computed.as_deref(), Some("0 sampai dengan 100 persen"));
}

#[test]
fn a_target_in_persons_is_the_one_in_percent() {
    let book = target("ucj;35.73;TOTAL;2025;RPJMD;persen;41,3;x\nucj;35.73;TOTAL;2025;RPJMD;orang;180375;x\n");
    book.clean();
    // 41,25 percent of 436.742 are 180.156,075 persons; from the next one on the percentage rounds to 41,3.
    book.with("target", "180375", "180157").clean();
    book.with("target", "180375", "180156").says(
        "A021 Target 180.156 orang dari 436.742 pekerja ialah 41,2 persen, bukan 41,3 persen (Tahun 2025 untuk Kota \
         Malang).",
    );
    assert_eq!(book.with("target", "180375", "180156").found()[0].places.len(), 3);
    // Of 10.000 workers both halves of the last digit are whole persons: 41,25 percent rounds up, 41,35 percent too.
    let round = book.with("pekerja", "436742", "10000").with("kepesertaan", "134167", "1");
    for (persons, percent) in [("4125", None), ("4134", None), ("4124", Some("41,2")), ("4135", Some("41,4"))] {
        let said = round.with("target", "180375", persons).said();
        let message = percent.map(|percent| {
            let (thousands, rest) = persons.split_at(1);
            format!(
                "A021 Target {thousands}.{rest} orang dari 10.000 pekerja ialah {percent} persen, bukan 41,3 persen (Tahun \
                 2025 untuk Kota Malang)."
            )
        });
        assert_eq!(said, message.into_iter().collect::<Vec<_>>());
    }
    // What is needed rounds up, though the percentage of the result may not round to what was said.
    let few = target("ucj;35.73;TOTAL;2025;RPJMD;persen;50,0;x\nucj;35.73;TOTAL;2025;RPJMD;orang;2;x\n");
    let few = few.with("kepesertaan", "134167", "1");
    few.with("pekerja", "436742", "3").clean();
    assert_eq!(few.with("pekerja", "436742", "5").found()[0].code, "A021");
    // The workers of years to come are not known.
    book.with("target", "TOTAL;2025;RPJMD;persen", "TOTAL;2029;RPJMD;persen")
        .with("target", "TOTAL;2025;RPJMD;orang;180375", "TOTAL;2029;RPJMD;orang;1")
        .clean();
}
