//! Files that are no report, or no longer the one that was built.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use rakor::cli::Exit;
use rakor::pdf::{MAX_ATTACHMENT, Pdf};

use super::{REPORT, lacak, object};

/// A PDF with these objects, numbered from 1, the first of them its catalogue and the second what it says of itself.
pub(super) fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = String::new();
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{} 0 obj\n", index + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let at = file.len();
    let size = objects.len() + 1;
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n").bytes());
    file.extend(format!("<</Size {size}/Root 1 0 R/Info 2 0 R{trailer}>>\nstartxref\n{at}\n%%EOF").bytes());
    file
}

fn stream(content: &[u8], keys: &str) -> Vec<u8> {
    let head = format!("<</Length {}{keys}>>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// A PDF that carries one attachment, as a program of this name says it made it.
pub(super) fn carrier(creator: &str, name: &str, content: &[u8]) -> Vec<u8> {
    carrier_of(creator, name, stream(content, ""))
}

fn carrier_of(creator: &str, name: &str, stream: Vec<u8>) -> Vec<u8> {
    let objects = [
        b"<</Type/Catalog/Names<</EmbeddedFiles 3 0 R>>>>".to_vec(),
        format!("<</Creator({creator})>>").into_bytes(),
        b"<</Kids[4 0 R]>>".to_vec(),
        format!("<</Names[({name}) 5 0 R]>>").into_bytes(),
        format!("<</Type/Filespec/F({name})/EF<</F 6 0 R>>>>").into_bytes(),
        stream,
    ];
    pdf(&objects, "")
}

fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn input() -> Vec<u8> {
    Pdf::open(&REPORT).unwrap().attachment("masukan.json").unwrap()
}

/// A refusal in full.
fn refusal(code: &str, message: &str, rest: &str) -> String {
    format!("kesalahan[{code}] laporan.pdf\n  {message}\n{rest}\nDitemukan 1 kesalahan.\n")
}

#[test]
fn each_kind_of_file_is_refused_in_its_own_words() {
    let damaged = refusal(
        "B003",
        "PDF ini rusak atau terpotong.",
        "  Tindakan  : Salin kembali berkas itu dari sumbernya atau buat ulang laporannya.\n",
    );
    let bare = refusal(
        "B004",
        "PDF ini tidak memuat lampiran masukan.json sehingga asal angkanya tidak diketahui.",
        "  Tindakan  : Gunakan berkas PDF yang dibuat oleh `rakor buat`, bukan hasil cetak atau pindaiannya.\n",
    );
    let rewritten = refusal(
        "B006",
        "PDF ini telah disimpan ulang oleh program lain dalam bentuk yang tidak dapat dibaca kembali.",
        "  Tindakan  : Gunakan berkas asli yang dibuat oleh `rakor buat`.\n",
    );
    let too_large = refusal(
        "B005",
        "PDF ini atau lampirannya terlalu besar untuk dibaca.",
        "  Seharusnya: lampiran paling besar 32 MB setelah dimekarkan\n  \
           Tindakan  : Pastikan berkas itu laporan yang dibuat oleh rakor.\n",
    );
    let no_pdf =
        refusal("B001", "Berkas ini bukan PDF.", "  Tindakan  : Pilih berkas PDF laporan yang dibuat oleh rakor.\n");
    let locked = refusal(
        "B002",
        "PDF ini dikunci dengan sandi sehingga isinya tidak dapat dibaca.",
        "  Tindakan  : Gunakan berkas asli yang tidak dikunci.\n",
    );
    let other = refusal(
        "R030",
        "PDF ini tidak dibuat oleh rakor.",
        "  Tindakan  : Gunakan berkas PDF yang dibuat oleh `rakor buat`.\n",
    );
    let catalogue = || vec![b"<</Type/Catalog>>".to_vec(), b"<<>>".to_vec()];
    let bomb = deflated(&vec![0; usize::try_from(MAX_ATTACHMENT).unwrap() + 1]);
    let streamed =
        b"%PDF-1.5\n1 0 obj\n<</Type/XRef/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF".to_vec();
    let twice = stream(&deflated(&deflated(b"{}")), "/Filter[/FlateDecode/FlateDecode]");
    for (file, said) in [
        (Vec::new(), &no_pdf),
        (b"periode,kode_wilayah\n2025-08,99.71\n".to_vec(), &no_pdf),
        (b"%PDF-1.7\n".to_vec(), &damaged),
        (REPORT[..REPORT.len() / 2].to_vec(), &damaged),
        (REPORT[..REPORT.len() - 40].to_vec(), &damaged),
        (pdf(&catalogue(), ""), &bare),
        (carrier("rakor 0.1.0", "lain.json", b"{}"), &bare),
        (pdf(&catalogue(), "/Encrypt 2 0 R"), &locked),
        (streamed, &damaged),
        (carrier_of("rakor 0.1.0", "masukan.json", twice), &rewritten),
        (carrier_of("rakor 0.1.0", "masukan.json", stream(&bomb, "/Filter/FlateDecode")), &too_large),
        (carrier_of("rakor 0.1.0", "masukan.json", stream(b"bukan zlib", "/Filter/FlateDecode")), &damaged),
        (carrier("Pengolah Kata", "masukan.json", &input()), &other),
    ] {
        let (exit, text) = lacak(&file, "37,52");
        assert_eq!((exit, &text), (Exit::Data, said));
    }
}

#[test]
fn an_input_that_was_tampered_with_is_refused() {
    let (exit, text) = lacak(&carrier("rakor 0.1.0", "masukan.json", b"{\"versi\":\"0.1.0\"}"), "");
    assert_eq!(exit, Exit::Data);
    assert!(text.starts_with("kesalahan[R001] laporan.pdf\n  Masukan laporan tidak dapat dibaca kembali.\n"), "{text}");
}

#[test]
fn a_file_that_is_not_there_is_trouble_of_the_disk() {
    let room = tempfile::tempdir().unwrap();
    let (exit, text) = super::rakor(room.path(), &["lacak", "tidak-ada.pdf"]);
    assert_eq!(exit, Exit::Disk);
    assert!(text.starts_with("kesalahan[F001] tidak-ada.pdf\n"), "{text}");
}

#[test]
fn the_input_is_read_whether_packed_or_not() {
    for stream in [stream(&input(), ""), stream(&deflated(&input()), "/Filter[/FlateDecode]")] {
        let file = carrier_of(concat!("rakor ", env!("CARGO_PKG_VERSION")), "masukan.json", stream);
        assert_eq!(Pdf::open(&file).unwrap().attachment("masukan.json").unwrap(), input());
    }
    assert_eq!(Pdf::open(&REPORT).unwrap().creator().unwrap(), concat!("rakor ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_file_that_its_data_do_not_print_is_said_to_be_one() {
    let other = carrier(concat!("rakor ", env!("CARGO_PKG_VERSION")), "masukan.json", &input());
    let (exit, text) = lacak(&other, "9.297");
    assert_eq!(exit, Exit::Done);
    let warning = "\nperingatan[R031] laporan.pdf\n  \
        Berkas ini berbeda dari laporan yang tercetak dari data yang dibawanya; halaman yang disebutkan ialah halaman \
        laporan dari data itu.\n  \
        Tindakan  : Bandingkan dengan berkas asli atau buat ulang laporannya.\n\nDitemukan 1 peringatan.\n";
    assert!(text.contains("  Tercetak : halaman 1, butir\n"), "{text}");
    assert!(text.contains(warning.trim_start()), "{text}");
    assert_eq!(object(&other, "").1["hasil"]["kesesuaian"], "berbeda");
}

#[test]
fn what_a_signature_adds_is_no_difference() {
    let mut signed = REPORT.clone();
    let at = signed.len();
    let before = String::from_utf8_lossy(&REPORT[at - 40..]).into_owned();
    let before = before.split("startxref\n").nth(1).unwrap().split('\n').next().unwrap().to_owned();
    signed.extend(b"\n");
    let table = signed.len();
    signed.extend(b"xref\n0 0\ntrailer\n");
    let trailer = String::from_utf8_lossy(&REPORT[at - 400..]).into_owned();
    let root = trailer.split("/Root ").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let info = trailer.split("/Info ").nth(1).unwrap().split('/').next().unwrap().to_owned();
    signed.extend(format!("<</Root {root}/Info {info}/Prev {before}>>\nstartxref\n{table}\n%%EOF\n").bytes());
    let (exit, text) = lacak(&signed, "9.297");
    assert_eq!(exit, Exit::Done, "{text}");
    let note = "catatan[R032] laporan.pdf\n  \
        Berkas ini ditambahi sesudah dibuat, misalnya dengan tanda tangan elektronik; isi laporannya tidak berubah.\n\n\
        Ditemukan 1 catatan.\n";
    assert!(text.ends_with(note), "{text}");
    assert_eq!(object(&signed, "").1["hasil"]["kesesuaian"], "ditambahi");
}

#[test]
fn of_another_version_only_the_cells_are_told() {
    let own = format!("\"versi\":\"{}\"", env!("CARGO_PKG_VERSION"));
    let json = String::from_utf8(input()).unwrap();
    // Another version may know other keys.
    let json = json.replacen(&own, "\"versi\":\"0.0.9\",\"baru\":[1]", 1);
    let file = carrier("rakor 0.0.9", "masukan.json", json.as_bytes());
    let (exit, text) = lacak(&file, "117.258");
    assert_eq!(exit, Exit::Done, "{text}");
    assert!(text.starts_with(
        "117258\n  Asal     : data/kepesertaan.csv, baris 416, kolom peserta_aktif: \"117258\"\n  \
         Tercetak : halaman tidak diketahui\n"
    ));
    let warning = format!(
        "peringatan[R033] laporan.pdf\n  Berkas ini dibuat oleh rakor 0.0.9, sedangkan program ini rakor {}; hanya sel \
         asalnya yang dapat disebutkan.\n  Tindakan  : Gunakan rakor 0.0.9 untuk mengetahui halamannya.\n\n\
         Ditemukan 1 peringatan.\n",
        env!("CARGO_PKG_VERSION")
    );
    assert!(text.ends_with(&warning), "{text}");
    let (exit, text) = lacak(&file, "37,52");
    assert_eq!(exit, Exit::Data);
    assert!(text.contains("Angka \"37,52\" tidak ditemukan dalam data berkas ini; yang terdekat ialah "), "{text}");
}

#[test]
fn a_file_saved_anew_is_traced_by_the_data_it_carries() {
    let mut packed = Vec::new();
    lopdf::Document::load_mem(&REPORT).unwrap().save_modern(&mut packed).unwrap();
    assert_eq!(Pdf::open(&packed).err().unwrap().code, "B006");
    let (exit, object) = object(&packed, "37,52");
    let own = super::object(&REPORT, "37,52").1;
    assert_eq!(exit, Exit::Done);
    assert_eq!(object["hasil"]["kesesuaian"], "disimpan ulang");
    assert_eq!(object["hasil"]["angka"], own["hasil"]["angka"]);
    let (_, text) = lacak(&packed, "37,52");
    let remark = "peringatan[R035] laporan.pdf\n  \
                  Berkas ini telah disimpan ulang oleh program lain; halaman yang disebutkan ialah halaman laporan dari data \
                  yang dibawanya.\n  Tindakan  : Bandingkan dengan berkas asli.\n";
    assert!(text.contains(remark), "{text}");
}
