//! Signed files: the build's bytes with a signature behind them, and what hides behind one.

use lopdf::{Object, dictionary};
use rakor::cli::Exit;

use super::{SAME, block, report, said, verdict};
use crate::mail::finished::{appended, contents, document, instructions, saved, signed};

const BEHIND: &str =
    "R092 Byte laporan yang disusun kembali utuh di awal berkas ini; sesudahnya ada tanda tangan elektronik.\n";

#[test]
fn a_signed_report_is_the_same_and_its_signature_is_told() {
    let file = signed(report(), Some("Ditandatangani secara elektronik"));
    let rest = "  Catatan      : Byte laporan yang disusun kembali utuh di awal berkas ini; sesudahnya ada tanda tangan elektronik. \
                [R092]\n                 Tanda tangan tampak pada halaman 1 dengan teks \"Ditandatangani secara elektronik\". \
                [R059]\n";
    let signature = "ada, mencakup seluruh berkas; keabsahannya tidak diperiksa";
    assert_eq!(said(&file), (Exit::Done, block("isi sama", SAME, &file, signature, rest)));
    assert_eq!(verdict(&signed(report(), None)), ("isi sama", BEHIND.to_owned()));
    // Signed by a second person.
    assert_eq!(verdict(&signed(&signed(report(), None), None)), ("isi sama", BEHIND.to_owned()));
}

#[test]
fn what_was_added_behind_a_signature_is_not_covered_by_it() {
    let partial =
        "R081 Sesudah ditandatangani, berkas ini ditambahi lagi dengan sesuatu yang tidak dicakup tanda tangannya.\n";
    let more = appended(&signed(report(), None), |update| {
        update.new_document.add_object(dictionary! { "Type" => "DSS" });
    });
    assert_eq!(verdict(&more), ("berubah", partial.to_owned()));
    assert_eq!(verdict(&[signed(report(), None), b"\n".to_vec()].concat()), ("berubah", partial.to_owned()));
}

#[test]
fn a_signature_hides_no_change() {
    let painted = appended(report(), |update| {
        let before = update.get_prev_documents().clone();
        let (id, mut content) = contents(&before, 2);
        content.operations.pop();
        update.new_document.objects.insert(id, instructions(content.operations));
    });
    let drawn = "R058 Halaman 2 digambar berbeda dari laporan yang disusun kembali dari datanya meskipun teksnya sama: gambar, \
                 letak, atau warnanya dapat berbeda, dan sesuatu dapat menutupi teksnya.\n";
    assert_eq!(verdict(&signed(&painted, None)), ("berubah", drawn.to_owned()));

    // A signer may name itself and the day; a new title is told.
    let titled = appended(report(), |update| {
        let info = update.get_prev_documents().trailer.get(b"Info").unwrap().as_reference().unwrap();
        update.opt_clone_object_to_new_document(info).unwrap();
        let info = update.new_document.get_dictionary_mut(info).unwrap();
        info.set("Producer", Object::string_literal("Penanda Tangan"));
        info.set("Title", Object::string_literal("Disetujui"));
    });
    let title = "R086 Keterangan dokumen \"Title\" berbeda. | ditemukan \"Disetujui\" | seharusnya \"Laporan Capaian Kepesertaan \
                 Jaminan Sosial Ketenagakerjaan K…\"\n";
    assert_eq!(verdict(&signed(&titled, None)), ("isi sama", format!("{BEHIND}{title}")));

    // The field without the bytes that it signed.
    let resaved = "R082 Teks, gambar, struktur, dan lampirannya sama, tetapi byte-nya berbeda: berkas ini disimpan ulang oleh \
                   program lain atau diubah pada bagian yang tidak tampak.\n";
    assert_eq!(verdict(&saved(document(&signed(report(), None)))), ("berubah", resaved.to_owned()));
}
