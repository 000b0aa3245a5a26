//! Links in `templat/`, and files that are too many, too large or nobody's.

use std::os::unix::fs::symlink;

use rakor::template::Bundle;

use super::{MAIN, Room};

const LINK: &str = "tidak dibaca: tautan tidak diikuti di sini.";

#[test]
fn no_link_is_followed_wherever_it_leads() {
    let room = Room::of("kota-malang");
    room.write("rahasia.j2", "rahasia");
    room.write("ws/catatan.j2", "dalam ruang kerja");
    for (from, to) in [
        ("/etc/passwd", "ws/templat/bulanan/laporan.typ.j2"),
        ("../../../rahasia.j2", "ws/templat/bulanan/laporan.typ.j2"),
        ("../../catatan.j2", "ws/templat/bulanan/laporan.typ.j2"),
        ("..", "ws/templat/_kalimat"),
        ("tidak-ada", "ws/templat/_naskah"),
    ] {
        let path = room.path().join(to);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        symlink(from, &path).unwrap();
        let said = room.refused();
        let place = to.trim_start_matches("ws/");
        assert!(said.contains(&format!("{place}\n")) && said.contains(LINK), "{from}\n{said}");
        assert!(!said.contains("rahasia\n") && !said.contains("root:"), "{said}");
        std::fs::remove_file(&path).unwrap();
    }
    std::fs::remove_dir_all(room.path().join("ws/templat")).unwrap();
    symlink(room.path(), room.path().join("ws/templat")).unwrap();
    let said = room.refused();
    assert!(said.contains("templat\n") && said.contains(LINK), "{said}");
}

#[test]
fn too_large_and_too_many() {
    let room = Room::of("kota-malang");
    room.write(&format!("ws/templat/{MAIN}"), vec![b'a'; (1 << 20) + 1]);
    let said = room.refused();
    assert!(said.contains(&format!("templat/{MAIN}\n")) && said.contains("melebihi batas 1 MB"), "{said}");
    let room = Room::of("kota-malang");
    for number in 0..=200 {
        room.write(&format!("ws/templat/bulanan/{number}.j2"), "x");
    }
    assert_eq!(
        room.refused(),
        "kesalahan[T012] templat\n  Folder templat/ memuat 201 berkas templat, melebihi batas 200.\n  \
         Tindakan  : Hapus berkas yang tidak dipakai.\n\nDitemukan 1 kesalahan.\n"
    );
}

#[test]
fn a_file_that_no_report_uses_is_a_slip_of_the_pen() {
    let structure = Bundle::built_in().get(MAIN).unwrap().to_owned();
    for (path, message) in [
        ("laporan.typ.j2", "Berkas ini tidak berada dalam folder sebuah jenis laporan."),
        (
            "bulann/laporan.typ.j2",
            "Folder \"bulann\" bukan jenis laporan bawaan; mungkin yang dimaksud `templat/bulanan`.",
        ),
        ("ringkasan/laporan.typ.j2", "Folder \"ringkasan\" bukan jenis laporan bawaan."),
        (
            "bulanan/lapuran.typ.j2",
            "Berkas ini tidak menggantikan berkas bawaan dan tidak diimpor; mungkin yang dimaksud `templat/bulanan/laporan.typ.j2`.",
        ),
        ("_kalimat/sambutan-wali-kota.j2", "Berkas ini tidak menggantikan berkas bawaan dan tidak diimpor."),
        ("bulanan/templat.toml", "`bulanan` adalah bawaan program; templat.toml hanya untuk jenis laporan sendiri."),
    ] {
        let room = Room::of("kota-malang");
        room.write(&format!("ws/templat/{path}"), &structure);
        let said = room.refused();
        assert!(said.starts_with(&format!("kesalahan[T009] templat/{path}\n  {message}\n")), "{said}");
    }
}
