//! `rakor baru`: the examples in the binary are the examples in the repository.

use std::fs;
use std::path::Path;

use rakor::cli::{Exit, examples};
use rakor::files::list_files;

use super::{line, rakor};

fn data() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

#[test]
fn no_file_of_an_example_is_missing_from_the_binary() {
    let folders: Vec<String> = {
        let mut names: Vec<String> = fs::read_dir(data())
            .unwrap()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.path().is_dir())
            .map(|entry| entry.file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    let mut embedded: Vec<&str> = examples().iter().map(|example| example.name).collect();
    embedded.sort_unstable();
    assert_eq!(embedded, folders);
    for example in examples() {
        let root = data().join(example.name);
        let on_disk: Vec<String> =
            list_files(&root, "").unwrap().into_iter().filter(|name| !name.starts_with("keluaran/")).collect();
        let in_binary: Vec<&str> = example.files.iter().map(|(name, _)| *name).collect();
        assert_eq!(in_binary, on_disk, "{}", example.name);
        for (name, bytes) in example.files {
            assert_eq!(fs::read(root.join(name)).unwrap(), *bytes, "{name}");
        }
    }
}

#[test]
fn an_example_is_written_whole_and_says_what_to_do_next() {
    for example in examples() {
        let room = tempfile::tempdir().unwrap();
        let run = line(room.path(), &format!("baru laporan --contoh {}", example.name));
        assert_eq!(run.exit, Exit::Done, "{}", run.err);
        assert_eq!(run.out, "laporan\n");
        assert!(run.err.contains("rakor buat bulanan -C laporan\n"));
        for (name, bytes) in example.files {
            assert_eq!(fs::read(room.path().join("laporan").join(name)).unwrap(), *bytes);
        }
    }
}

#[test]
fn an_empty_folder_is_filled_and_a_full_one_is_left_alone() {
    let room = tempfile::tempdir().unwrap();
    assert_eq!(rakor(room.path(), &["new", "."]).exit, Exit::Done);
    let before = list_files(room.path(), "").unwrap();
    let again = rakor(room.path(), &["baru", "."]);
    assert_eq!(again.exit, Exit::Usage);
    assert!(again.err.contains("Folder . sudah berisi."), "{}", again.err);
    assert_eq!(list_files(room.path(), "").unwrap(), before);
    fs::write(room.path().join("berkas"), "x").unwrap();
    let file = rakor(room.path(), &["baru", "berkas"]);
    assert_eq!(file.exit, Exit::Disk);
    assert_eq!(fs::read(room.path().join("berkas")).unwrap(), b"x");
}
