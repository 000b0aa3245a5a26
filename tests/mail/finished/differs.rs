//! Files that do not follow from a build, and what is said of each.

use lopdf::content::Operation;
use lopdf::{Object, Stream, dictionary};
use rakor::pdf::Signature;
use rakor::report::{Difference, Likeness};

use super::{
    annotation, appended, contents, document, form, instructions, judged, lay, packed, page, report, reworded, said,
    saved, signed,
};

/// The same figure on page 2, changed.
const CHANGED: &str = "R050 kesalahan Teks halaman 2 berbeda dari laporan yang dibuat. | ditemukan \"37,62% +0,51 9.297 2.325\" | \
     seharusnya \"37,52% +0,51 9.297 2.325\"\n";

#[test]
fn one_figure_changed_on_a_page_is_shown_with_what_stood_there() {
    let mut changed = document(report());
    let (id, stream) = reworded(&changed, 2, "52", "62");
    changed.objects.insert(id, stream);
    for file in [saved(changed.clone()), packed(changed)] {
        let judged = judged(&file, report());
        assert_eq!((judged.follows(), said(&judged).as_str()), (false, CHANGED));
    }
}

#[test]
fn a_figure_changed_in_a_chart_is_shown_with_what_stands_around_it() {
    // Every letter of a drawing is placed by itself.
    let mut changed = document(report());
    let fonts = changed.get_page_fonts(page(&changed, 2)).unwrap();
    let (id, mut content) = contents(&changed, 2);
    let mut font = None;
    let mut drawn = |operation: &mut Operation| match (operation.operator.as_str(), operation.operands.as_mut_slice()) {
        ("Tf", [Object::Name(name), _]) => {
            font = Some(fonts[name.as_slice()].get_font_encoding(&changed).unwrap());
            false
        }
        ("Tj", [Object::String(string, _)]) => {
            let font = font.as_ref().unwrap();
            let seven = *string == font.string_to_bytes("7");
            if seven {
                *string = font.string_to_bytes("9");
            }
            seven
        }
        _ => false,
    };
    assert!(content.operations.iter_mut().any(&mut drawn));
    changed.objects.insert(id, instructions(content.operations));
    assert_eq!(
        said(&judged(&saved(changed), report())),
        "R050 kesalahan Teks halaman 2 berbeda dari laporan yang dibuat. | ditemukan \"…2025:40,50%39,52%…\" | \
         seharusnya \"…2025:40,50%37,52%…\"\n"
    );
}

#[test]
fn an_update_that_changes_a_page_is_no_signature() {
    let change = |file: &[u8]| {
        appended(file, |update| {
            let (id, stream) = reworded(update.get_prev_documents(), 2, "52", "62");
            update.new_document.objects.insert(id, stream);
        })
    };
    let unsigned = judged(&change(report()), report());
    assert_eq!((said(&unsigned).as_str(), unsigned.signature), (CHANGED, Signature::None));
    let before = judged(&signed(&change(report()), None), report());
    assert_eq!((said(&before).as_str(), before.signature), (CHANGED, Signature::Whole));
    let behind = judged(&change(&signed(report(), None)), report());
    assert_eq!((said(&behind).as_str(), behind.signature), (CHANGED, Signature::Partial));
}

#[test]
fn a_letter_that_means_another_is_found() {
    // The codes stay, what they stand for changes.
    let mut changed = document(report());
    let mut ids: Vec<_> = changed.objects.keys().copied().collect();
    ids.retain(|id| {
        changed.get_object(*id).unwrap().as_stream().is_ok_and(|stream| {
            stream.get_plain_content().is_ok_and(|map| map.windows(9).any(|word| word == b"begincmap"))
        })
    });
    for id in ids {
        let Ok(Object::Stream(stream)) = changed.get_object_mut(id) else { unreachable!() };
        let map = String::from_utf8(stream.get_plain_content().unwrap()).unwrap().replace("> <0037>", "> <0038>");
        stream.set_plain_content(map.into_bytes());
    }
    let judged = judged(&saved(changed), report());
    let Likeness::Differs(differences) = &judged.likeness else { panic!("{judged:?}") };
    assert!(differences.len() > 5);
    assert!(said(&judged).ends_with(&format!("R057 catatan Masih ada {} perbedaan lain.\n", differences.len() - 5)));
}

#[test]
fn a_page_missing_added_or_swapped_is_named() {
    let mut missing = document(report());
    missing.delete_pages(&[3]);
    assert_eq!(
        said(&judged(&saved(missing), report())),
        "R051 kesalahan Berkas ini terdiri atas 11 halaman, sedangkan laporan yang dibuat 12 halaman.\n\
         R052 kesalahan Halaman 3 berkas ini memuat isi halaman 4 laporan yang dibuat.\n"
    );

    let arranged = |order: &[u32]| {
        let mut arranged = document(report());
        let pages = arranged.get_pages();
        let root = arranged.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
        let mut kids = Vec::new();
        for number in order {
            // Twice the same page needs two objects.
            let mut leaf = arranged.get_dictionary(pages[number]).unwrap().clone();
            leaf.set("Parent", root);
            kids.push(Object::Reference(arranged.add_object(leaf)));
        }
        arranged.get_dictionary_mut(root).unwrap().set("Kids", kids);
        saved(arranged)
    };
    assert_eq!(
        said(&judged(&arranged(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12]), report())),
        "R051 kesalahan Berkas ini terdiri atas 13 halaman, sedangkan laporan yang dibuat 12 halaman.\n"
    );
    assert_eq!(
        said(&judged(&arranged(&[1, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12]), report())),
        "R052 kesalahan Halaman 2 berkas ini memuat isi halaman 3 laporan yang dibuat.\n\
         R052 kesalahan Halaman 3 berkas ini memuat isi halaman 2 laporan yang dibuat.\n"
    );
}

#[test]
fn another_document_differs() {
    let judged = judged(include_bytes!("contoh/asli.pdf"), report());
    assert_eq!(
        said(&judged),
        "R051 kesalahan Berkas ini terdiri atas 3 halaman, sedangkan laporan yang dibuat 12 halaman.\n\
         R050 kesalahan Teks halaman 1 berbeda dari laporan yang dibuat. | ditemukan \"Laporan contoh, halaman 1:\" | \
         seharusnya \"PEMERINTAH KOTA SIMULASI SEKRETARIAT\"\n"
    );
}

#[test]
fn text_laid_over_a_page_is_shown_whatever_it_is_laid_with() {
    let stamped = appended(report(), |update| {
        let mut stamp = annotation("Stamp");
        let look = update.new_document.add_object(form("99,99 persen"));
        stamp.set("AP", dictionary! { "N" => look });
        lay(update, 2, stamp);
        let mut comment = annotation("FreeText");
        comment.set("Contents", Object::string_literal("98,00 persen"));
        lay(update, 3, comment);
        let mut field = annotation("Widget");
        field.set("FT", "Tx");
        field.set("V", Object::string_literal("97,00 persen"));
        lay(update, 4, field);
        let mut unread = annotation("Stamp");
        let look = update.new_document.add_object(Stream::new(form("").dict, b"BT /tidak-ada 9 Tf (7) Tj ET".to_vec()));
        unread.set("AP", dictionary! { "N" => dictionary! { "On" => look } });
        lay(update, 5, unread);
    });
    let line = |page, found| {
        format!(
            "R053 kesalahan Di atas halaman {page} ditempelkan teks yang bukan bagian laporan. | ditemukan {found}\n"
        )
    };
    assert_eq!(
        said(&judged(&stamped, report())),
        [
            line(2, "\"99,99 persen\""),
            line(3, "\"98,00 persen\""),
            line(4, "\"97,00 persen\""),
            line(5, "teks yang tidak dapat dibaca")
        ]
        .concat()
    );
}

#[test]
fn text_drawn_by_a_form_or_a_tile_is_text_of_the_page() {
    for (kind, drawn) in [("XObject", "/Baru Do"), ("Pattern", "/Pattern cs /Baru scn 0 0 9 9 re f")] {
        let changed = appended(report(), |update| {
            let mut inner = form("99,99");
            inner.dict.set("PatternType", 1);
            let inner = update.new_document.add_object(inner);
            // One form inside another.
            let mut outer = Stream::new(form("").dict, b"/Dalam Do".to_vec());
            outer.dict.set("PatternType", 1);
            outer.dict.set("Resources", dictionary! { "XObject" => dictionary! { "Dalam" => inner } });
            let outer = update.new_document.add_object(outer);
            let before = update.get_prev_documents().clone();
            let leaf = page(&before, 12);
            let mut resources = before.get_dictionary(leaf).unwrap().get_deref(b"Resources", &before).unwrap().clone();
            resources.as_dict_mut().unwrap().set(kind, dictionary! { "Baru" => outer });
            let more = update.new_document.add_object(Stream::new(dictionary! {}, drawn.as_bytes().to_vec()));
            update.opt_clone_object_to_new_document(leaf).unwrap();
            let leaf = update.new_document.get_dictionary_mut(leaf).unwrap();
            let first = leaf.get(b"Contents").unwrap().clone();
            leaf.set("Contents", vec![first, more.into()]);
            leaf.set("Resources", resources);
        });
        assert_eq!(
            said(&judged(&changed, report())),
            "R050 kesalahan Teks halaman 12 berbeda dari laporan yang dibuat. | ditemukan \"99,99\" | seharusnya akhir halaman\n"
        );
    }
}

#[test]
fn scripts_and_forms_that_lay_themselves_out_are_refused() {
    let active = "R056 kesalahan Berkas ini memuat skrip atau formulir yang dapat mengubah tampilannya saat dibuka.\n";
    let script = || dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let mut opens = document(report());
    opens.catalog_mut().unwrap().set("OpenAction", script());
    let mut form = document(report());
    form.catalog_mut().unwrap().set("AcroForm", dictionary! { "XFA" => Object::string_literal("x") });
    let mut click = document(report());
    let leaf = page(&click, 1);
    let mut link = annotation("Link");
    link.set("A", script());
    let link = click.add_object(link);
    click.get_dictionary_mut(leaf).unwrap().set("Annots", vec![link.into()]);
    for file in [opens, form, click] {
        assert_eq!(said(&judged(&saved(file), report())), active);
    }
}

#[test]
fn an_attachment_with_other_bytes_is_named() {
    let mut changed = document(report());
    let is_input = |object: &Object| {
        object
            .as_dict()
            .is_ok_and(|dict| dict.get(b"F").and_then(Object::as_str).is_ok_and(|name| name == b"masukan.json"))
    };
    let file = changed.objects.values().find(|object| is_input(object)).unwrap().as_dict().unwrap();
    let stream = file.get(b"EF").unwrap().as_dict().unwrap().get(b"F").unwrap().as_reference().unwrap();
    changed.get_object_mut(stream).unwrap().as_stream_mut().unwrap().set_plain_content(b"{}".to_vec());
    let judged = judged(&packed(changed), report());
    assert_eq!(judged.likeness, Likeness::Differs(vec![Difference::Attachment("masukan.json".to_owned())]));
    assert_eq!(
        said(&judged),
        "R054 kesalahan Lampiran \"masukan.json\" di dalam berkas ini berbeda dari lampiran laporan yang dibuat.\n"
    );
}

#[test]
fn what_is_no_update_of_a_pdf_is_refused() {
    let file = [report(), b"\nPK\x03\x04 arsip di belakang laporan"].concat();
    assert_eq!(
        said(&judged(&file, report())),
        "R055 kesalahan Di belakang isi laporan ada tambahan yang bukan pembaruan PDF.\n"
    );
}
