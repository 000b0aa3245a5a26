//! Files that cannot be read, bombs, and bytes changed at random: a clear refusal within limits, never the end of the
//! program.

use std::time::Duration;

use lopdf::{Document, Object, Stream, dictionary};
use rakor::diagnostic::FailureKind;
use rakor::report::{Likeness, finished};
use rakor::worker::{Limits, Worker};

use super::{judged, read, said, saved};

const BUILT: &[u8] = include_bytes!("contoh/asli.pdf");

/// What is said of a file that cannot be read.
fn refused(file: &[u8]) -> String {
    let judged = judged(file, BUILT);
    assert!(matches!(judged.likeness, Likeness::Unreadable(_)), "{judged:?}");
    assert!(judged.diagnostics().iter().all(|diagnostic| diagnostic.places.len() == 1));
    said(&judged)
}

/// A document of one page with these instructions and resources.
fn of_page(instructions: &[u8], resources: lopdf::Dictionary) -> Document {
    let mut document = Document::with_version("1.7");
    let root = document.new_object_id();
    let contents = document.add_object(Stream::new(dictionary! {}, instructions.to_vec()));
    let leaf = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => root, "Contents" => contents, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    document.objects.insert(root, dictionary! { "Type" => "Pages", "Kids" => vec![leaf.into()], "Count" => 1 }.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    document
}

const DAMAGED: &str = "B003 kesalahan PDF ini rusak atau terpotong.\n";
/// A file beyond a limit.
fn too_large(limit: &str) -> String {
    format!("B005 kesalahan PDF ini atau lampirannya terlalu besar untuk dibaca. | seharusnya {limit}\n")
}

#[test]
fn what_is_no_pdf_locked_or_cut_off_is_refused_in_its_own_words() {
    let no_pdf = "B001 kesalahan Berkas ini bukan PDF.\n";
    assert_eq!(refused(b""), no_pdf);
    assert_eq!(refused(&[0x5A; 4_000]), no_pdf);
    assert_eq!(refused(b"%PDF-1.7\nsampah"), DAMAGED);
    assert_eq!(
        refused(include_bytes!("contoh/sandi.pdf")),
        "B002 kesalahan PDF ini dikunci dengan sandi sehingga isinya tidak dapat dibaca.\n"
    );
    for part in [4, 2] {
        assert_eq!(refused(&BUILT[..BUILT.len() - BUILT.len() / part]), DAMAGED);
    }
}

#[test]
fn a_glyph_without_text_refuses_the_whole_file() {
    let mute = "B007 kesalahan Halaman 1 memuat huruf yang tidak dapat dibaca kembali sebagai teks.\n";
    let fonts = |font| dictionary! { "Font" => dictionary! { "F" => font } };
    let wide = || dictionary! { "Type" => "Font", "Subtype" => "Type0", "Encoding" => "Identity-H" };
    let show = b"BT /F 9 Tf <0007> Tj ET";
    assert_eq!(refused(&saved(of_page(show, fonts(wide())))), mute);
    assert_eq!(refused(&saved(of_page(b"BT <0007> Tj ET", dictionary! {}))), mute);

    // A map that gives a code no letters is none.
    for target in ["<>", "<FFFD>", "<0000>"] {
        let mut document = of_page(show, dictionary! {});
        let map =
            format!("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0007> {target} endbfchar");
        let map = document.add_object(Stream::new(dictionary! {}, map.into_bytes()));
        let mut font = wide();
        font.set("ToUnicode", map);
        let leaf = super::page(&document, 1);
        document.get_dictionary_mut(leaf).unwrap().set("Resources", fonts(font));
        assert_eq!(refused(&saved(document)), mute, "{target}");
    }

    // Text that stands for the passage will do.
    let standing = b"/Span <</ActualText (tujuh)>> BDC BT /F 9 Tf <0007> Tj ET EMC";
    let file = saved(of_page(standing, fonts(wide())));
    assert_eq!(judged(&[&file[..], b"\n"].concat(), &file).likeness, Likeness::Appended);
}

#[test]
fn instructions_that_cannot_be_read_refuse_the_whole_file() {
    let garbled = "B008 kesalahan Isi halaman 1 tidak dapat dibaca.\n";
    for instructions in [&b"BT (tidak ditutup"[..], b"<<<<", b"(7) 8 Tj", b"q ] Q"] {
        assert_eq!(refused(&saved(of_page(instructions, dictionary! {}))), garbled, "{instructions:?}");
    }
}

#[test]
fn what_grows_without_end_is_refused() {
    let mut bomb = of_page(&vec![b' '; 65 << 20], dictionary! {});
    bomb.compress();
    let bomb = saved(bomb);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refused(&bomb), too_large("satu bagian paling besar 64 MB setelah dimekarkan"));

    // Ten forms that each draw the next ten times.
    let mut many = of_page(b"/F9 Do", dictionary! {});
    let empty = || dictionary! { "Type" => "XObject", "Subtype" => "Form" };
    let mut below = many.add_object(Stream::new(empty(), b"q Q".to_vec()));
    for _ in 0..10 {
        let mut dict = empty();
        dict.set("Resources", dictionary! { "XObject" => dictionary! { "F9" => below } });
        below = many.add_object(Stream::new(dict, b"/F9 Do ".repeat(10)));
    }
    let leaf = super::page(&many, 1);
    let resources = dictionary! { "XObject" => dictionary! { "F9" => below } };
    many.get_dictionary_mut(leaf).unwrap().set("Resources", resources);
    assert_eq!(refused(&saved(many)), too_large("paling banyak 10.000.000 perintah gambar"));
}

#[test]
fn what_leads_back_to_itself_comes_to_an_end() {
    let mut drawn = of_page(b"/F Do", dictionary! {});
    let id = drawn.new_object_id();
    let resources = dictionary! { "XObject" => dictionary! { "F" => id } };
    let dict = dictionary! { "Type" => "XObject", "Subtype" => "Form", "Resources" => resources.clone() };
    drawn.objects.insert(id, Stream::new(dict, b"/F Do".to_vec()).into());
    let leaf = super::page(&drawn, 1);
    drawn.get_dictionary_mut(leaf).unwrap().set("Resources", resources);
    assert_eq!(refused(&saved(drawn)), too_large("gambar bersarang paling dalam 12 tingkat"));

    let mut pages = of_page(b"", dictionary! {});
    let root = pages.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
    pages.get_dictionary_mut(root).unwrap().set("Kids", vec![Object::Reference(root)]);
    assert_eq!(refused(&saved(pages)), DAMAGED);

    let mut chain = of_page(b"", dictionary! {});
    let mut next = chain.add_object(dictionary! {});
    for _ in 0..20_000 {
        next = chain.add_object(dictionary! { "N" => next });
    }
    let leaf = super::page(&chain, 1);
    chain.get_dictionary_mut(leaf).unwrap().set("Resources", dictionary! { "Font" => next });
    assert_eq!(refused(&saved(chain)), too_large("objek bersarang paling dalam 400 tingkat"));

    let nested = [b"%PDF-1.7\n1 0 obj\n".to_vec(), b"[".repeat(200_000), b"<</A".repeat(200_000)].concat();
    assert!(matches!(judged(&nested, BUILT).likeness, Likeness::Unreadable(_)));
}

#[test]
fn bytes_changed_at_random_are_read_or_refused() {
    let cases = if std::env::var("RAKOR_KAMPANYE").is_ok_and(|value| value == "1") { 1_000 } else { 60 };
    let own = read(BUILT).unwrap();
    let mut seed = 7_u64;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for case in 0..cases {
        let whole = if case % 2 == 0 { BUILT } else { include_bytes!("contoh/berobjek.pdf") };
        let mut file = whole.to_vec();
        for _ in 0..=draw(3) {
            let at = draw(file.len());
            let bit = draw(8);
            file[at] ^= 1 << bit;
        }
        let judged =
            finished(&file, BUILT, &|bytes| if bytes == BUILT { Ok(own.clone()) } else { read(bytes) }).unwrap();
        assert_ne!(judged.likeness, Likeness::Identical);
    }
}

#[test]
fn a_child_that_needs_too_much_is_ended_and_told_in_words_about_a_report() {
    let limited = |limits| crate::worker().limited(limits);
    let usual = Limits::WORKBOOK;
    let file = [BUILT, b"\n"].concat();
    for (worker, line) in [
        (
            limited(Limits { wall: Duration::from_nanos(1), ..usual.clone() }),
            "W003 kesalahan Pembacaan berkas ini dihentikan karena memakan waktu lebih dari 1 detik.\n",
        ),
        (
            limited(Limits { answer: 10, ..usual.clone() }),
            "W004 kesalahan Terjadi kesalahan di dalam program saat membaca berkas ini (jawaban tidak terbaca).\n",
        ),
    ] {
        let judged = finished(&file, BUILT, &|bytes| worker.read_content("ttd.pdf", bytes)).unwrap();
        assert_eq!(said(&judged), line);
        let actions: Vec<_> = judged.diagnostics().into_iter().map(|diagnostic| diagnostic.action).collect();
        assert!(actions.iter().all(|action| !action.contains("buku kerja")), "{actions:?}");
    }
    let none = Worker::new(None);
    let failure = finished(&file, BUILT, &|bytes| none.read_content("ttd.pdf", bytes)).unwrap_err();
    assert_eq!(failure.kind, FailureKind::Internal);
}
