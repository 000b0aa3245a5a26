//! Bombs and files that are no reports: not to be verified, with the limit or the reason named.

use lopdf::{Object, Stream, dictionary};
use rakor::cli::Exit;
use rakor::report::verify;
use rakor::worker::{Limits, Worker};

use super::{Children, UNVERIFIABLE, report, said, verdict, with_attachment};
use crate::mail::finished::{contents, document, page, saved};

/// What is said of a bomb.
fn too_large(limit: &str) -> (&'static str, String) {
    let line = format!("B005 PDF ini atau lampirannya terlalu besar untuk dibaca. | seharusnya {limit}\n");
    ("tidak dapat diverifikasi", line)
}

#[test]
fn what_is_no_report_is_not_to_be_verified() {
    for (file, cause, action) in [
        (&b""[..], "Berkas ini bukan PDF. [B001]", "Pilih berkas PDF laporan yang dibuat oleh rakor."),
        (
            include_bytes!("../mail/finished/contoh/asli.pdf"),
            "PDF ini tidak memuat lampiran masukan.json sehingga asal angkanya tidak diketahui. [B004]",
            "Gunakan berkas PDF yang dibuat oleh `rakor buat`, bukan hasil cetak atau pindaiannya.",
        ),
        (
            include_bytes!("../mail/finished/contoh/sandi.pdf"),
            "PDF ini dikunci dengan sandi sehingga isinya tidak dapat dibaca. [B002]",
            "Gunakan berkas asli yang tidak dikunci.",
        ),
        (
            &report()[..report().len() / 2],
            "PDF ini rusak atau terpotong. [B003]",
            "Salin kembali berkas itu dari sumbernya atau buat ulang laporannya.",
        ),
    ] {
        let text = format!(
            "laporan.pdf: tidak dapat diverifikasi\n  {UNVERIFIABLE}\n  SHA-256      : {}\n  Sebab        : {cause}\n  \
             Tindakan     : {action}\n",
            rakor::report::sha256(file)
        );
        assert_eq!(said(file), (Exit::Unverified, text));
    }
}

#[test]
fn a_bomb_is_named_by_the_limit_it_ran_into() {
    let mut spaces = document(report());
    let (id, _) = contents(&spaces, 1);
    let mut stream = Stream::new(dictionary! {}, vec![b' '; 65 << 20]);
    stream.compress().unwrap();
    spaces.objects.insert(id, Object::Stream(stream));
    assert_eq!(verdict(&saved(spaces)), too_large("satu bagian paling besar 64 MB setelah dimekarkan"));

    let mut attached = document(report());
    let id = super::holder(&attached, "masukan.json");
    let mut stream = Stream::new(dictionary! {}, vec![b'['; 33 << 20]);
    stream.compress().unwrap();
    attached.objects.insert(id, Object::Stream(stream));
    assert_eq!(verdict(&saved(attached)), too_large("lampiran paling besar 32 MB setelah dimekarkan"));

    let mut circle = document(report());
    let (id, _) = contents(&circle, 1);
    let form = circle.new_object_id();
    let resources = dictionary! { "XObject" => dictionary! { "F" => form } };
    let dict = dictionary! { "Type" => "XObject", "Subtype" => "Form", "Resources" => resources.clone() };
    circle.objects.insert(form, Stream::new(dict, b"/F Do".to_vec()).into());
    circle.objects.insert(id, Stream::new(dictionary! {}, b"/F Do".to_vec()).into());
    let leaf = page(&circle, 1);
    circle.get_dictionary_mut(leaf).unwrap().set("Resources", resources);
    assert_eq!(verdict(&saved(circle)), too_large("gambar bersarang paling dalam 12 tingkat"));

    let mut deep = document(report());
    let mut next = deep.add_object(dictionary! {});
    for _ in 0..2_000 {
        next = deep.add_object(dictionary! { "N" => next });
    }
    let leaf = page(&deep, 1);
    deep.get_dictionary_mut(leaf).unwrap().set("Group", next);
    assert_eq!(verdict(&saved(deep)), too_large("objek bersarang paling dalam 400 tingkat"));
}

#[test]
fn an_input_that_cannot_be_read_is_told() {
    let unread = |from: &str, to: &str| verdict(&with_attachment("masukan.json", from, to));
    let no_input =
        ("tidak dapat diverifikasi", "R091 masukan.json di dalam berkas ini tidak dapat dibaca.\n".to_owned());
    assert_eq!(unread("{\"versi\"", "[\"versi\""), no_input);
    assert_eq!(unread("{\"versi\"", "\0{\"versi\""), no_input);
    // Nested without end: the reader of the input has a limit of its own.
    assert_eq!(unread("{\"versi\"", &format!("{}\"versi\"", "{\"a\":".repeat(50_000))), no_input);
    let other_form = ("tidak dapat diverifikasi", "R001 Masukan laporan tidak dapat dibaca kembali.\n".to_owned());
    assert_eq!(unread("\"jenis\":\"bulanan\"", "\"jenis\":\"lain\""), other_form);
    assert_eq!(unread("\"konsep\":false", "\"konsep\":[false]"), other_form);
}

/// The report with a template of its own in its input.
fn with_template(template: &str) -> Vec<u8> {
    let blob: String = rakor::report::Blob(template.as_bytes().to_vec()).into();
    let own = format!("\"templat\":{{\"bulanan/laporan.typ.j2\":\"{blob}\"}}");
    with_attachment("masukan.json", "\"templat\":{}", &own)
}

#[test]
fn a_template_in_the_input_is_a_strangers() {
    for template in [
        "{% macro a(n) %}{{ a(n) }}{% endmacro %}{{ a(1) }}",
        "{% set x %}{% for i in [1,2,3,4,5,6,7,8,9] %}xxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}{% endset %}{% for i in x %}{% for j in x \
         %}{% for k in x %}{% for l in x %}.{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
        "#while true {}",
        "#let f(n) = f(n + 1)\n#f(1)",
        "#image(\"/etc/passwd\", alt: \"x\")",
    ] {
        let (name, lines) = verdict(&with_template(template));
        assert_eq!(name, "tidak dapat diverifikasi", "{template}: {lines}");
        assert!(!lines.starts_with('W'), "{template}: {lines}");
    }
}

#[test]
fn children_that_need_too_much_are_ended_and_a_program_that_has_none_says_so() {
    let limits = Limits { wall: std::time::Duration::from_nanos(1), ..Limits::WORKBOOK };
    let judged = verify(report(), &Children(crate::worker().limited(limits))).unwrap();
    let said: Vec<&str> = judged.verdict.diagnostics().iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(
        (judged.verdict.name(), said),
        ("tidak dapat diverifikasi", vec!["Pembacaan berkas ini dihentikan karena memakan waktu lebih dari 1 detik."])
    );
    let failure = verify(report(), &Children(Worker::new(None))).unwrap_err();
    assert_eq!(failure.kind, rakor::diagnostic::FailureKind::Internal);
}
