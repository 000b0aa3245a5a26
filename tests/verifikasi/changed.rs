//! Changed files: one figure here or there, pages, attachments, what lies on a page, what is said beside the pages.

use lopdf::content::Operation;
use lopdf::{Object, dictionary};
use rakor::cli::Exit;

use super::{ASK, CHANGED, block, report, said, verdict, with_attachment};
use crate::mail::finished::{
    annotation, appended, contents, document, form, instructions, lay, packed, page, reworded, saved,
};

#[test]
fn a_figure_changed_in_the_data_alone_is_named() {
    let file = with_attachment("masukan.json", "\"117258\"", "\"117259\"");
    let page = |page: u32, found: &str, expected: &str| {
        format!(
            "                 Teks halaman {page} berbeda dari laporan yang disusun kembali dari datanya. Ditemukan \"{found}\"; \
             seharusnya \"{expected}\". [R050]\n"
        )
    };
    let rest = [
        "  Perbedaan    : Lampiran kepesertaan.csv, baris 416, kolom peserta_aktif, berbeda dari masukan.json di dalam berkas \
         ini. Ditemukan \"117258\"; seharusnya \"117259\". [R084]\n                 Tanda pengenal berkas ini bukan milik \
         masukan.json yang dibawanya; salah satunya diganti setelah laporan dibuat. [R090]\n"
            .to_owned(),
        page(1, "37,52 persen (117.258 dari", "37,53 persen (117.259 dari"),
        page(2, "37,52 persen (117.258 dari", "37,53 persen (117.259 dari"),
        page(3, "37,52 persen, yaitu 117.258", "37,53 persen, yaitu 117.259"),
        page(5, "37,52 persen, target 40,5", "37,53 persen, target 40,5"),
        page(6, "117.258 37,52% +0,51 37,49%", "117.259 37,53% +0,51 37,49%"),
        page(7, "117.258 37,52% 195.222 100,00%", "117.259 37,53% 195.221 100,00%"),
        page(8, "117.258 37,52% 4 Kabupaten", "117.259 37,53% 4 Kabupaten"),
        page(11, "37,52% dalam laporan ini,", "37,53% dalam laporan ini,"),
        ASK.to_owned(),
    ];
    let expected = block("berubah", CHANGED, &file, "tidak ada", &rest.concat());
    let (exit, text) = said(&file);
    assert_eq!((exit, text.as_str()), (Exit::Unverified, expected.as_str()));
}

#[test]
fn a_figure_changed_on_the_page_alone_is_named() {
    let mut changed = document(report());
    let (id, content) = reworded(&changed, 2, "52", "62");
    changed.objects.insert(id, content);
    let file = saved(changed);
    let rest = "  Perbedaan    : Teks halaman 2 berbeda dari laporan yang disusun kembali dari datanya. Ditemukan \"37,62% +0,51 \
                9.297 2.325\"; seharusnya \"37,52% +0,51 9.297 2.325\". [R050]\n";
    let expected = block("berubah", CHANGED, &file, "tidak ada", &format!("{rest}{ASK}"));
    assert_eq!(said(&file), (Exit::Unverified, expected));
}

#[test]
fn a_figure_changed_in_a_table_alone_is_named() {
    let cell = |place: &str, found: &str, expected: &str| {
        let line = format!(
            "R084 Lampiran kepesertaan.csv, {place}, berbeda dari masukan.json di dalam berkas ini. | ditemukan {found} | \
             seharusnya {expected}\n"
        );
        ("berubah", line)
    };
    let changed = |from: &str, to: &str| verdict(&with_attachment("kepesertaan.csv", from, to));
    let in_row = |line: u32, column: &str| format!("baris {line}, kolom {column}");
    assert_eq!(changed(",117258,", ",117259,"), cell(&in_row(416, "peserta_aktif"), "\"117259\"", "\"117258\""));
    // The comma belongs to the cell.
    assert_eq!(
        changed("Simulasi rakor", "\"Simulasi, rakor\""),
        cell(&in_row(2, "sumber"), "\"Simulasi, rakor\"", "\"Simulasi rakor\"")
    );
    assert_eq!(changed("periode,", ""), cell(&in_row(1, "periode"), "\"kode_wilayah\"", "\"periode\""));
    assert_eq!(changed(",tetap\n", ",tetap,7\n"), cell("baris 2", "\"7\"", "tidak ada"));
    // The same cells in other bytes.
    let bytes = "R054 Lampiran \"kepesertaan.csv\" di dalam berkas ini berbeda dari lampiran laporan yang disusun kembali dari \
                 datanya.\n";
    assert_eq!(changed("Simulasi rakor", "\"Simulasi rakor\""), ("berubah", bytes.to_owned()));
}

#[test]
fn what_no_page_shows_is_told_too() {
    // The line a cell stood in is printed nowhere.
    let file = with_attachment("masukan.json", "[2,\"2023-09\"", "[3,\"2023-09\"");
    let other_data = "R090 Tanda pengenal berkas ini bukan milik masukan.json yang dibawanya; salah satunya diganti setelah \
                      laporan dibuat.\n";
    assert_eq!(verdict(&file), ("berubah", other_data.to_owned()));

    let mut said = document(report());
    let info = said.trailer.get(b"Info").unwrap().as_reference().unwrap();
    said.get_dictionary_mut(info).unwrap().set("Title", Object::string_literal("Laporan lain"));
    let catalog = said.catalog_mut().unwrap();
    catalog.set("Lang", Object::string_literal("en"));
    let outline = catalog.get(b"Outlines").unwrap().as_reference().unwrap();
    let first = said.get_dictionary(outline).unwrap().get(b"First").unwrap().as_reference().unwrap();
    said.get_dictionary_mut(first).unwrap().set("Title", Object::string_literal("Penutup"));
    let lines = "R088 Daftar penanda halaman di samping dokumen berbeda.\n\
                 R089 Pengaturan tampilan atau keterangan lampiran di dalam berkas ini berbeda.\n\
                 R086 Keterangan dokumen \"Title\" berbeda. | ditemukan \"Laporan lain\" | seharusnya \"Laporan Capaian \
                 Kepesertaan Jaminan Sosial Ketenagakerjaan K…\"\n";
    assert_eq!(verdict(&saved(said)), ("berubah", lines.to_owned()));

    let mut described = document(report());
    let id = described.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = described.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    let text = String::from_utf8(stream.get_plain_content().unwrap()).unwrap();
    stream.set_plain_content(text.replacen("Sekretariat Daerah", "Sekretaris Daerah", 1).into_bytes());
    let metadata = "R087 Metadata XMP di dalam berkas ini berbeda.\n";
    assert_eq!(verdict(&saved(described)), ("berubah", metadata.to_owned()));
}

#[test]
fn a_file_saved_anew_is_no_longer_the_one_that_was_made() {
    let resaved = "R082 Teks, gambar, struktur, dan lampirannya sama, tetapi byte-nya berbeda: berkas ini disimpan ulang oleh \
                   program lain atau diubah pada bagian yang tidak tampak.\n";
    for file in [saved(document(report())), packed(document(report()))] {
        assert_eq!(verdict(&file), ("berubah", resaved.to_owned()));
    }
    let behind = "R080 Di belakang isi laporan ada tambahan yang bukan tanda tangan elektronik.\n";
    for tail in [&b"\n"[..], b"\0", b"%%EOF", b"sampah"] {
        assert_eq!(verdict(&[report(), tail].concat()), ("berubah", behind.to_owned()), "{tail:?}");
    }
    // An update that adds nothing anybody could see.
    let updated = appended(report(), |update| {
        update.new_document.add_object(dictionary! { "Type" => "DSS" });
    });
    assert_eq!(verdict(&updated), ("berubah", behind.to_owned()));
}

#[test]
fn what_covers_a_page_or_leads_away_from_it_is_told() {
    let covered = appended(report(), |update| {
        let before = update.get_prev_documents().clone();
        let (id, mut content) = contents(&before, 2);
        for (operator, operands) in [("g", vec![1]), ("re", vec![0, 400, 600, 400]), ("f", vec![])] {
            content.operations.push(Operation::new(operator, operands.into_iter().map(Object::Integer).collect()));
        }
        update.new_document.objects.insert(id, instructions(content.operations));
    });
    let drawn = "R058 Halaman 2 digambar berbeda dari laporan yang disusun kembali dari datanya meskipun teksnya sama: gambar, \
                 letak, atau warnanya dapat berbeda, dan sesuatu dapat menutupi teksnya.\n";
    assert_eq!(verdict(&covered), ("berubah", drawn.to_owned()));

    let stamped = appended(report(), |update| {
        let mut stamp = annotation("Stamp");
        let look = update.new_document.add_object(form("DISETUJUI"));
        stamp.set("AP", dictionary! { "N" => look });
        lay(update, 3, stamp);
        let mut link = annotation("Link");
        link.set("A", dictionary! { "S" => "URI", "URI" => Object::string_literal("https://contoh.invalid") });
        lay(update, 4, link);
    });
    let laid = "R053 Di atas halaman 3 ditempelkan teks yang bukan bagian laporan. | ditemukan \"DISETUJUI\"\n\
                R061 Di atas halaman 3 ditempelkan gambar yang dapat menutupi isinya.\n\
                R060 Halaman 4 memuat tautan baru ke \"https://contoh.invalid\".\n";
    assert_eq!(verdict(&stamped), ("berubah", laid.to_owned()));

    // A link that leads to a page of the file.
    let linked = appended(report(), |update| {
        let target = page(update.get_prev_documents(), 1);
        let mut link = annotation("Link");
        link.set("Dest", vec![target.into(), "Fit".into()]);
        lay(update, 2, link);
    });
    let moved = "R085 Tautan atau tempelan pada halaman 2 berbeda.\n";
    assert_eq!(verdict(&linked), ("berubah", moved.to_owned()));
}

#[test]
fn attachments_lost_added_and_pages_moved_are_told() {
    let mut bare = document(report());
    let catalog = bare.catalog_mut().unwrap();
    catalog.remove(b"StructTreeRoot");
    let structure = "R064 Struktur untuk pembaca layar di dalam berkas ini berbeda dari laporan yang disusun kembali dari \
                     datanya.\n";
    assert_eq!(verdict(&saved(bare)), ("berubah", structure.to_owned()));

    let mut fewer = document(report());
    fewer.delete_pages(&[4]);
    let lines = "R051 Berkas ini terdiri atas 11 halaman, sedangkan laporan yang disusun kembali dari datanya 12 halaman.\n\
                 R052 Halaman 4 berkas ini memuat isi halaman 5 laporan yang disusun kembali dari datanya.\n\
                 R064 Struktur untuk pembaca layar di dalam berkas ini berbeda dari laporan yang disusun kembali dari \
                 datanya.\nR088 Daftar penanda halaman di samping dokumen berbeda.\n";
    assert_eq!(verdict(&saved(fewer)), ("berubah", lines.to_owned()));
}
