//! `[impor.NAMA]`: what it may say, and what is said about it when it may not.

use rakor::diagnostic::Diagnostic;
use rakor::manifest::Manifest;

const BEFORE: &str = r#"[lembaga]
wilayah = "35.73"
pemerintah = "Pemerintah Kota Malang"
perangkat_daerah = "Sekretariat Daerah"
tempat = "Malang"
"#;

fn parse(section: &str) -> Result<Manifest, Vec<Diagnostic>> {
    Manifest::parse(&format!("{BEFORE}{section}"), "rakor.toml").map_err(|failure| failure.diagnostics)
}

/// Place, message, found, expected: one line for each problem.
fn refused(section: &str) -> String {
    let problems = parse(section).unwrap_err();
    let line = |problem: &Diagnostic| {
        let parts = [Some(problem.message.clone()), problem.found.clone(), problem.expected.clone()];
        let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        format!("{}: {}", problem.places[0], parts.join(" | "))
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_mapping_may_say_all_of_this() {
    let manifest = parse(
        r#"
[impor.bulanan]
tabel = "kepesertaan"
lembar = "Rekap"
judul = 4
baris_judul = 2
tahun = 2025
lewati = ["Luar kota"]
lebar = { kolom = ["PU", "BPU"], ke = "segmen", nilai = "peserta_aktif" }
tetap = { periode = "2025-08", per_tanggal = 2025-08-31, sumber = "BPJS" }

[impor.bulanan.kolom]
kode_wilayah = "Kecamatan"

[impor.bulanan.nilai.kode_wilayah]
"Kec. A" = "35.73.01"

[impor.bulanan.satuan]
peserta_aktif = "ribu"

[impor.klaim-2]
tabel = "klaim"
judul = "cari"
"#,
    )
    .unwrap();
    let [first, second] = manifest.imports() else { panic!("two mappings") };
    assert_eq!(first.nama.value, "bulanan");
    assert_eq!(first.nama.place.to_string(), "rakor.toml, baris 7, kunci impor.bulanan");
    assert_eq!(first.judul.as_ref().map(|cell| cell.value), Some(4));
    assert_eq!(first.baris_judul.as_ref().map(|cell| cell.value), Some(2));
    let constants: Vec<String> =
        first.tetap.iter().map(|pair| format!("{}={} ({})", pair.kunci, pair.isi.value, pair.isi.place)).collect();
    assert_eq!(
        constants,
        [
            "periode=2025-08 (rakor.toml, baris 15, kunci impor.bulanan.tetap.periode)",
            "per_tanggal=2025-08-31 (rakor.toml, baris 15, kunci impor.bulanan.tetap.per_tanggal)",
            "sumber=BPJS (rakor.toml, baris 15, kunci impor.bulanan.tetap.sumber)",
        ]
    );
    let wide = first.lebar.as_ref().unwrap();
    assert_eq!(wide.kolom.iter().map(|cell| cell.value.as_str()).collect::<Vec<_>>(), ["PU", "BPU"]);
    assert_eq!((wide.ke.value.as_str(), wide.nilai.value.as_str()), ("segmen", "peserta_aktif"));
    assert_eq!(first.nilai[0].0, "kode_wilayah");
    assert_eq!((first.nilai[0].1[0].kunci.as_str(), first.nilai[0].1[0].isi.value.as_str()), ("Kec. A", "35.73.01"));
    assert_eq!(second.nama.value, "klaim-2");
    assert_eq!(second.judul, None);
}

#[test]
fn what_a_mapping_may_not_say_is_refused_with_its_line() {
    let section = r#"
[impor.bulanan]
table = "kepesertaan"
judul = "empat"
baris_judul = 9
lewati = "Jumlah"
kolom = ["a"]
satuan = { pagu_rp = 1.5 }
lebar = { kolom = ["PU"], ke = "segmen", nilay = "peserta_aktif" }
"#;
    assert_eq!(
        refused(section),
        "rakor.toml, baris 8, kunci impor.bulanan.table: Kunci `table` tidak dikenal dalam bagian [impor.bulanan]; mungkin \
         yang dimaksud `tabel`. | salah satu dari tabel, lembar, judul, baris_judul, tahun, kolom, tetap, lewati, nilai, \
         satuan, lebar\n\
         rakor.toml, baris 9, kunci impor.bulanan.judul: Jenis nilai itu tidak sesuai. | teks \"empat\" | bilangan bulat dari \
         1 sampai dengan 1000, atau \"cari\"\n\
         rakor.toml, baris 10, kunci impor.bulanan.baris_judul: Jenis nilai itu tidak sesuai. | bilangan bulat 9 | bilangan \
         bulat dari 1 sampai dengan 3\n\
         rakor.toml, baris 11, kunci impor.bulanan.lewati: Jenis nilai itu tidak sesuai. | teks \"Jumlah\" | daftar teks, \
         misalnya [\"a\", \"b\"]\n\
         rakor.toml, baris 12, kunci impor.bulanan.kolom: Jenis nilai itu tidak sesuai. | daftar | bagian \
         [impor.bulanan.kolom] atau pasangan dalam kurung kurawal\n\
         rakor.toml, baris 13, kunci impor.bulanan.satuan.pagu_rp: Jenis nilai itu tidak sesuai. | bilangan desimal 1.5 | \
         teks dalam tanda petik, bilangan bulat, atau tanggal\n\
         rakor.toml, baris 14, kunci impor.bulanan.lebar.nilay: Kunci `nilay` tidak dikenal dalam bagian \
         [impor.bulanan.lebar]; mungkin yang dimaksud `nilai`. | salah satu dari kolom, ke, nilai"
    );
}

#[test]
fn a_mapping_has_a_plain_name_and_a_table() {
    assert_eq!(
        refused("\n[impor.\"Rekap Bulanan\"]\n"),
        "rakor.toml, baris 7, kunci impor.Rekap Bulanan: \"Rekap Bulanan\" | huruf kecil, angka, garis bawah, atau tanda \
         hubung, misalnya bulanan\n\
         rakor.toml, baris 7, kunci impor.Rekap Bulanan.tabel: Kunci `tabel` wajib diisi. | nama tabel, misalnya \
         \"kepesertaan\""
    );
    assert_eq!(
        refused("\n[impor]\ntabel = \"kepesertaan\"\n"),
        "rakor.toml, baris 8, kunci impor.tabel: Jenis nilai itu tidak sesuai. | teks | satu bagian atau lebih, \
         masing-masing diawali [impor.NAMA]"
    );
}

#[test]
fn no_mapping_travels_with_a_report() {
    let manifest = parse("\n[impor.x]\ntabel = \"kepesertaan\"\n").unwrap();
    assert_eq!(manifest.imports().len(), 1);
    assert!(!serde_json::to_string(manifest.printed()).unwrap().contains("impor"));
}
