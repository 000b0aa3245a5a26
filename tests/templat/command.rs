//! What the command lists, copies and finds.

use std::fs;

use rakor::cli::Exit;

use super::{Room, built_in};

const LETTER: &str = "bulanan/laporan.typ.j2";

#[test]
fn every_kind_is_listed_with_the_origin_of_its_files() {
    let room = Room::of("kota-malang");
    let run = room.run("templat -C ws");
    assert_eq!((run.exit, run.err.as_str()), (Exit::Done, ""));
    assert!(run.out.starts_with(
        "bulanan  Laporan bulanan untuk rapat koordinasi\n  \
         bulanan/laporan.typ.j2  bawaan\n  \
         bulanan/surel.html.j2   bawaan\n  \
         bulanan/surel.txt.j2    bawaan\n\
         pemeriksaan-angka  Lembar pemeriksaan angka yang pernah diucapkan\n"
    ));
    // What the program brings along is the same without a workspace.
    assert_eq!(room.run("templates").out, run.out);
    room.write("ws/templat/bulanan/laporan.typ.j2", built_in(LETTER));
    room.write("ws/templat/_kalimat/data.j2", built_in("_kalimat/data.j2"));
    let own = room.run("templat -C ws");
    let line = "  bulanan/laporan.typ.j2  ruang kerja  templat/bulanan/laporan.typ.j2\n";
    assert!(own.out.contains(line), "{}", own.out);
    assert!(own.out.contains("  _kalimat/data.j2          ruang kerja  templat/_kalimat/data.j2\n"), "{}", own.out);
    let said = room.run("templat -C ws --format json").json();
    let kinds = said["hasil"]["jenis"].as_array().unwrap();
    assert_eq!(kinds[0]["nama"], "bulanan");
    assert_eq!(kinds[0]["asal"], "bawaan");
    assert_eq!(kinds[0]["berkas"][0]["berkas"], LETTER);
    assert_eq!(kinds[0]["berkas"][0]["asal"], "ruang kerja");
    assert_eq!(kinds[0]["berkas"][1]["asal"], "bawaan");
}

#[test]
fn a_slip_in_a_name_shows_in_the_list() {
    let room = Room::of("kota-malang");
    room.write("ws/templat/bulann/laporan.typ.j2", "x");
    let run = room.run("templat -C ws");
    assert_eq!(run.exit, Exit::Template);
    assert!(run.err.contains("kesalahan[T009] templat/bulann/laporan.typ.j2\n"), "{}", run.err);
    assert!(run.out.starts_with("bulanan  "), "the list is there all the same");
}

#[test]
fn a_built_in_file_is_copied_as_it_is_and_never_over_another() {
    let room = Room::of("kota-malang");
    let run = room.run("templat ekspor bulanan -C ws");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(
        run.out,
        "ws/templat/bulanan/laporan.typ.j2\nws/templat/bulanan/surel.html.j2\nws/templat/bulanan/surel.txt.j2\n"
    );
    assert_eq!(
        run.err,
        "Ubah yang perlu saja dan hapus yang tidak diubah: berkas yang tidak ada di sini tetap memakai bawaan.\n\
         Periksa dengan `rakor templat periksa bulanan`.\n"
    );
    let written = room.path().join("ws/templat/bulanan/laporan.typ.j2");
    assert_eq!(fs::read_to_string(&written).unwrap(), built_in(LETTER));
    fs::write(&written, "milik saya").unwrap();
    fs::remove_file(room.path().join("ws/templat/bulanan/surel.txt.j2")).unwrap();
    let run = room.run("templat ekspor bulanan -C ws");
    assert_eq!((run.exit, run.out.as_str()), (Exit::Usage, ""));
    assert_eq!(
        run.err,
        "kesalahan[C091] ws/templat/bulanan/laporan.typ.j2\n  \
         ws/templat/bulanan/laporan.typ.j2 sudah ada dan tidak ditimpa.\n  \
         Tindakan  : Pindahkan atau hapus yang ada di sana, atau pilih folder lain dengan -o.\n\n\
         kesalahan[C091] ws/templat/bulanan/surel.html.j2\n  \
         ws/templat/bulanan/surel.html.j2 sudah ada dan tidak ditimpa.\n  \
         Tindakan  : Pindahkan atau hapus yang ada di sana, atau pilih folder lain dengan -o.\n\n\
         Ditemukan 2 kesalahan.\n"
    );
    assert_eq!(fs::read_to_string(&written).unwrap(), "milik saya");
    assert!(!room.path().join("ws/templat/bulanan/surel.txt.j2").exists(), "all or nothing");
    // One file, elsewhere, without a workspace.
    let run = room.run("templat ekspor _kalimat/target.j2 -o salinan");
    assert_eq!((run.exit, run.out.as_str()), (Exit::Done, "salinan/_kalimat/target.j2\n"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn no_copy_is_written_through_a_link() {
    let room = Room::of("kota-malang");
    fs::create_dir(room.path().join("lain")).unwrap();
    fs::create_dir(room.path().join("ws/templat")).unwrap();
    std::os::unix::fs::symlink(room.path().join("lain"), room.path().join("ws/templat/bulanan")).unwrap();
    let run = room.run("templat ekspor bulanan -C ws");
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.err.contains("kesalahan[C091] ws/templat/bulanan\n"), "{}", run.err);
    assert_eq!(fs::read_dir(room.path().join("lain")).unwrap().count(), 0);
}

#[test]
fn what_cannot_be_copied_is_named() {
    let room = Room::of("kota-malang");
    for (arguments, said) in [
        (
            "templat ekspor bulann -C ws",
            "kesalahan[C090]\n  Tidak ada templat bawaan bernama \"bulann\"; mungkin yang dimaksud `bulanan`.\n",
        ),
        ("templat ekspor -C ws", "kesalahan[C092]\n  Yang disalin belum disebutkan.\n"),
        (
            "templat ekspor ../rakor.toml -C ws",
            "kesalahan[C090]\n  Tidak ada templat bawaan bernama \"../rakor.toml\".\n",
        ),
        ("templat periksa -o x -C ws", "kesalahan[C093] -o\n  Folder tujuan hanya untuk ekspor.\n"),
    ] {
        let run = room.run(arguments);
        assert_eq!(run.exit, Exit::Usage, "{arguments}");
        assert!(run.err.starts_with(said), "{arguments}\n{}", run.err);
    }
    assert!(!room.path().join("ws/templat").exists());
}

#[test]
fn a_kind_is_tried_with_every_example_that_has_data_for_it() {
    let room = Room::of("kota-malang");
    let run = room.run("templat periksa pemeriksaan-angka -C ws");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(run.out.starts_with("pemeriksaan-angka: benar dengan data contoh kota-malang ("), "{}", run.out);
    // Only the example without a letter number shows that the template asks for one without a test.
    let text = built_in(LETTER).replacen("= Pendahuluan\n", "= Pendahuluan\nNomor {{ naskah.nomor }}\n", 1);
    let line = text.lines().position(|line| line.starts_with("Nomor {{")).unwrap() + 1;
    room.write("ws/templat/bulanan/laporan.typ.j2", text);
    let run = room.run("templat periksa bulanan -C ws");
    assert_eq!((run.exit, run.out.as_str()), (Exit::Template, ""));
    assert!(run.err.starts_with(&format!("kesalahan[T010] templat/{LETTER}, baris {line}\n")), "{}", run.err);
    // The mail is tried as well.
    fs::remove_file(room.path().join("ws/templat/bulanan/laporan.typ.j2")).unwrap();
    room.write("ws/templat/bulanan/surel.txt.j2", "{{ surel.tidak_ada }}\n");
    let run = room.run("templat periksa bulanan -C ws");
    assert_eq!(run.exit, Exit::Template);
    assert!(
        run.err.starts_with(
            "kesalahan[T010] templat/bulanan/surel.txt.j2, baris 1\n  \
             Templat memakai nama \"surel.tidak_ada\" yang tidak ada dalam data laporan.\n"
        ),
        "{}",
        run.err
    );
}
