//! Files that follow from a build: the bytes themselves, signed, saved anew.

use lopdf::{Object, dictionary};
use rakor::pdf::Signature;
use rakor::report::{Finished, Likeness, finished};

use super::{annotation, appended, document, form, judged, lay, packed, page, report, said, saved, signed};

#[test]
fn the_bytes_themselves_are_not_even_read() {
    let judged = finished(report(), report(), &|_| unreachable!()).unwrap();
    assert_eq!(judged, Finished { likeness: Likeness::Identical, signature: Signature::None, notes: Vec::new() });
}

#[test]
fn a_signature_appended_leaves_the_report_alone() {
    let judged = judged(&signed(report(), None), report());
    assert_eq!((&judged.likeness, judged.signature, judged.follows()), (&Likeness::Appended, Signature::Whole, true));
    assert_eq!(
        said(&judged),
        "R065 catatan Berkas ini memuat tanda tangan elektronik yang mencakup seluruh isinya; keabsahannya tidak diperiksa.\n"
    );
}

#[test]
fn what_the_field_of_a_signature_shows_is_said() {
    let judged = judged(&signed(report(), Some("Ditandatangani secara elektronik")), report());
    assert_eq!((&judged.likeness, judged.signature), (&Likeness::Appended, Signature::Whole));
    assert_eq!(
        said(&judged),
        "R059 catatan Tanda tangan tampak pada halaman 1 dengan teks \"Ditandatangani secara elektronik\".\n\
         R065 catatan Berkas ini memuat tanda tangan elektronik yang mencakup seluruh isinya; keabsahannya tidak diperiksa.\n"
    );
}

#[test]
fn a_signature_does_not_span_what_was_added_behind_it() {
    let signed = signed(report(), None);
    let more = appended(&signed, |update| {
        update.new_document.add_object(dictionary! { "Type" => "DSS" });
    });
    let judged = judged(&more, report());
    assert_eq!((&judged.likeness, judged.signature), (&Likeness::Appended, Signature::Partial));
    assert_eq!(
        said(&judged),
        "R065 catatan Berkas ini memuat tanda tangan elektronik yang tidak mencakup tambahan sesudahnya; \
         keabsahannya tidak diperiksa.\n"
    );
}

#[test]
fn a_file_saved_anew_shows_the_same() {
    let mut numbered = document(report());
    numbered.renumber_objects_with(5_000);
    let mut unpacked = document(report());
    unpacked.decompress();
    for file in [saved(document(report())), packed(document(report())), saved(numbered), packed(unpacked)] {
        let judged = judged(&file, report());
        assert_eq!((judged.likeness, judged.notes), (Likeness::SameText, Vec::new()));
    }
}

#[test]
fn a_file_signed_and_saved_anew_keeps_its_field_but_not_its_signature() {
    let judged = judged(&packed(document(&signed(report(), Some("Disahkan")))), report());
    assert_eq!((&judged.likeness, judged.signature), (&Likeness::SameText, Signature::Partial));
}

/// One small document as another program saved it: packed into streams, linearised, unpacked, its instructions cut and
/// joined; made by qpdf 11.
#[test]
fn files_of_another_program_show_the_same() {
    let built = include_bytes!("contoh/asli.pdf");
    for file in [
        &include_bytes!("contoh/berobjek.pdf")[..],
        include_bytes!("contoh/linear.pdf"),
        include_bytes!("contoh/terurai.pdf"),
    ] {
        let judged = judged(file, built);
        assert_eq!((judged.likeness, judged.notes), (Likeness::SameText, Vec::new()));
    }
}

#[test]
fn what_is_drawn_otherwise_is_said_though_the_text_agrees() {
    let painted = appended(report(), |update| {
        let before = update.get_prev_documents().clone();
        let (id, mut content) = super::contents(&before, 2);
        // A white sheet over the upper half of the page.
        for (operator, operands) in [("g", vec![1]), ("re", vec![0, 400, 600, 400]), ("f", vec![])] {
            let operands = operands.into_iter().map(Object::Integer).collect();
            content.operations.push(lopdf::content::Operation::new(operator, operands));
        }
        update.new_document.objects.insert(id, super::instructions(content.operations));
    });
    let judged = judged(&painted, report());
    assert_eq!(judged.likeness, Likeness::Appended);
    assert_eq!(
        said(&judged),
        "R058 peringatan Halaman 2 digambar berbeda dari laporan yang dibuat meskipun teksnya sama: gambar, letak, atau \
         warnanya dapat berbeda, dan sesuatu dapat menutupi teksnya.\n"
    );
}

#[test]
fn a_stamp_without_text_and_a_link_are_said() {
    let stamped = appended(report(), |update| {
        let mut stamp = annotation("Stamp");
        let look = update.new_document.add_object(form(""));
        stamp.set("AP", dictionary! { "N" => look });
        lay(update, 3, stamp);
        let mut link = annotation("Link");
        link.set("A", dictionary! { "S" => "URI", "URI" => Object::string_literal("https://contoh.invalid") });
        lay(update, 4, link);
    });
    assert_eq!(
        said(&judged(&stamped, report())),
        "R061 peringatan Di atas halaman 3 ditempelkan gambar yang dapat menutupi isinya.\n\
         R060 peringatan Halaman 4 memuat tautan baru ke \"https://contoh.invalid\".\n"
    );
}

#[test]
fn lost_attachments_and_tags_are_said() {
    let mut bare = document(report());
    let catalog = bare.catalog_mut().unwrap();
    catalog.remove(b"Names");
    catalog.remove(b"StructTreeRoot");
    let judged = judged(&packed(bare), report());
    assert_eq!(judged.likeness, Likeness::SameText);
    assert_eq!(
        said(&judged),
        "R062 peringatan Berkas ini tidak lagi memuat 17 dari 17 lampiran laporan, di antaranya \"masukan.json\".\n\
         R064 catatan Struktur untuk pembaca layar di dalam berkas ini berbeda dari laporan yang dibuat.\n"
    );
}

#[test]
fn white_space_and_the_cut_of_streams_do_not_count() {
    let mut cut = document(report());
    let (id, content) = super::contents(&cut, 3);
    let middle = content.operations.iter().position(|operation| operation.operator == "q").unwrap();
    let (first, second) = content.operations.split_at(middle);
    let second = cut.add_object(super::instructions(second.to_vec()));
    cut.objects.insert(id, super::instructions(first.to_vec()));
    let leaf = page(&cut, 3);
    cut.get_dictionary_mut(leaf).unwrap().set("Contents", vec![id.into(), second.into()]);
    let judged = judged(&saved(cut), report());
    assert_eq!((judged.likeness, judged.notes), (Likeness::SameText, Vec::new()));
}
