//! The disk: limits, links, and whole files or none.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use std::fs;
use std::path::Path;

use rakor::files::{
    Append, Cause, Lock, Wish, create_folder, is_vacant, list_files, network_mount, private_file, read_file,
    remove_file, write_atomic,
};

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_at_its_limit_is_read_and_one_byte_more_is_refused() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("a.csv");
    fs::write(&path, "12345").unwrap();
    assert_eq!(read_file(&path, 5).unwrap(), b"12345");
    let trouble = read_file(&path, 4).unwrap_err();
    assert!(matches!(trouble.cause, Cause::TooLarge { size: 5, limit: 4 }));
}

#[test]
fn a_file_of_200_megabytes_is_refused_without_being_read() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("besar.csv");
    fs::File::create(&path).unwrap().set_len(200 << 20).unwrap();
    let trouble = read_file(&path, rakor::files::MAX_BYTES).unwrap_err();
    assert_eq!(trouble.cause.to_string(), "ukurannya 200 MB, melebihi batas 128 MB");
    assert!(trouble.path.ends_with("besar.csv"));
}

#[test]
fn a_missing_file_and_a_folder_are_named_as_such() {
    let room = tempfile::tempdir().unwrap();
    let missing = read_file(&room.path().join("tidak-ada"), 10).unwrap_err();
    assert!(missing.cause.is_missing());
    assert_eq!(missing.cause.to_string(), "folder atau berkas tidak ditemukan");
    assert!(matches!(read_file(room.path(), 10).unwrap_err().cause, Cause::NotAFile));
}

#[test]
fn files_are_listed_sorted_with_forward_slashes_and_without_hidden_ones() {
    let room = tempfile::tempdir().unwrap();
    for name in ["data/b.csv", "data/a.csv", "data/sub/c.csv", "data/.DS_Store", "data/~$a.xlsx"] {
        let path = room.path().join(name);
        create_folder(path.parent().unwrap()).unwrap();
        fs::write(path, "").unwrap();
    }
    assert_eq!(list_files(room.path(), "data").unwrap(), ["a.csv", "b.csv", "sub/c.csv"]);
    assert_eq!(list_files(room.path(), "aset").unwrap(), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_inside_the_workspace_and_refused_outside_it() {
    let room = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("rahasia.csv"), "x").unwrap();
    fs::create_dir(room.path().join("data")).unwrap();
    fs::write(room.path().join("asli.csv"), "x").unwrap();
    std::os::unix::fs::symlink(room.path().join("asli.csv"), room.path().join("data/a.csv")).unwrap();
    assert_eq!(list_files(room.path(), "data").unwrap(), ["a.csv"]);

    let link = room.path().join("data/b.csv");
    std::os::unix::fs::symlink(elsewhere.path().join("rahasia.csv"), &link).unwrap();
    let trouble = list_files(room.path(), "data").unwrap_err();
    assert!(matches!(trouble.cause, Cause::Outside), "{trouble}");
    assert!(trouble.path.ends_with("data/b.csv"));

    fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), room.path().join("data/sub")).unwrap();
    assert!(matches!(list_files(room.path(), "data").unwrap_err().cause, Cause::Outside));
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_ends() {
    let room = tempfile::tempdir().unwrap();
    fs::create_dir(room.path().join("data")).unwrap();
    std::os::unix::fs::symlink(room.path().join("data"), room.path().join("data/lagi")).unwrap();
    assert!(matches!(list_files(room.path(), "data").unwrap_err().cause, Cause::Loop));
}

#[test]
fn writing_replaces_the_whole_file_and_leaves_nothing_beside_it() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("laporan.pdf");
    write_atomic(&path, b"lama, lebih panjang").unwrap();
    write_atomic(&path, b"baru").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"baru");
    assert_eq!(names(room.path()), ["laporan.pdf"]);
}

#[test]
fn a_reader_sees_the_old_file_or_the_new_one_and_nothing_between() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("laporan.pdf");
    let versions = [vec![b'a'; 300_000], vec![b'b'; 500_000]];
    write_atomic(&path, &versions[0]).unwrap();
    let rounds = if std::env::var_os("RAKOR_KAMPANYE").is_some() { 1_000 } else { 20 };
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for n in 1..rounds {
                write_atomic(&path, &versions[n % 2]).unwrap();
            }
        });
        while !writer.is_finished() {
            let seen = fs::read(&path).unwrap();
            assert!(versions.contains(&seen), "{} bytes", seen.len());
        }
    });
}

#[cfg(unix)]
#[test]
fn a_written_file_has_the_permissions_of_any_other_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let room = tempfile::tempdir().unwrap();
    let (ours, ordinary) = (room.path().join("a"), room.path().join("b"));
    write_atomic(&ours, b"").unwrap();
    fs::write(&ordinary, "").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&ours), mode(&ordinary));
}

#[test]
fn a_failed_write_names_the_path_and_leaves_no_temporary_file() {
    let room = tempfile::tempdir().unwrap();
    let taken = room.path().join("laporan.pdf");
    fs::create_dir(&taken).unwrap();
    fs::write(taken.join("isi"), "tetap").unwrap();
    let trouble = write_atomic(&taken, b"baru").unwrap_err();
    assert!(trouble.path.ends_with("laporan.pdf"));
    assert!(trouble.cause.system().is_some());
    assert_eq!(names(room.path()), ["laporan.pdf"]);
    assert_eq!(fs::read(taken.join("isi")).unwrap(), b"tetap");

    let nowhere = write_atomic(&room.path().join("tidak/ada.pdf"), b"x").unwrap_err();
    assert_eq!(nowhere.cause.to_string(), "folder atau berkas tidak ditemukan");
    let through_a_file = write_atomic(&room.path().join("laporan.pdf/isi/x.pdf"), b"x").unwrap_err();
    assert_eq!(through_a_file.cause.to_string(), "salah satu bagian jalurnya bukan folder");
}

#[test]
fn a_vacant_folder_is_absent_or_empty() {
    let room = tempfile::tempdir().unwrap();
    assert!(is_vacant(&room.path().join("baru")).unwrap());
    assert!(is_vacant(room.path()).unwrap());
    fs::write(room.path().join(".tersembunyi"), "").unwrap();
    assert!(!is_vacant(room.path()).unwrap());
}

#[test]
fn a_file_that_only_grows_ends_with_what_was_added() {
    let room = tempfile::tempdir().unwrap();
    let Wish::Granted(lock) = Lock::take(&room.path().join("kunci"), b"").unwrap() else { panic!("nobody holds it") };
    let path = room.path().join("jurnal");
    assert!(matches!(Append::open(&path, &lock).unwrap_err().cause, Cause::NotAFile), "it is never made");
    fs::write(&path, "satu\n").unwrap();
    let mut file = Append::open(&path, &lock).unwrap();
    file.add(b"dua\nti").unwrap();
    file.cut(9).unwrap();
    file.add(b"tiga\n").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"satu\ndua\ntiga\n");
}

#[cfg(target_os = "linux")]
#[test]
fn after_an_addition_that_failed_nothing_more_is_added() {
    let room = tempfile::tempdir().unwrap();
    let Wish::Granted(lock) = Lock::take(&room.path().join("kunci"), b"").unwrap() else { panic!("nobody holds it") };
    assert!(matches!(Append::open(Path::new("/dev/full"), &lock).unwrap_err().cause, Cause::NotAFile));
    let path = room.path().join("jurnal");
    fs::write(&path, "satu\n").unwrap();
    let mut file = Append::open(&path, &lock).unwrap();
    // Longer than any file can be.
    assert!(file.cut(u64::MAX).is_err());
    assert_eq!(file.add(b"dua\n").unwrap_err().cause.to_string(), "sistem berkas melaporkan gangguan");
    assert_eq!(fs::read(&path).unwrap(), b"satu\n");
}

#[test]
fn removing_what_is_gone_is_no_trouble() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("a");
    fs::write(&path, "").unwrap();
    remove_file(&path).unwrap();
    remove_file(&path).unwrap();
    assert!(remove_file(room.path()).is_err());
}

#[cfg(unix)]
#[test]
fn a_private_file_is_closed_to_others_and_a_link_is_no_private_file() {
    use std::os::unix::fs::PermissionsExt;
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("a");
    private_file(&path).unwrap();
    assert!(!path.exists(), "it is never made");
    fs::write(&path, "").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    private_file(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    std::os::unix::fs::symlink(&path, room.path().join("b")).unwrap();
    assert!(matches!(private_file(&room.path().join("b")).unwrap_err().cause, Cause::NotAFile));
}

#[test]
fn a_lock_holds_until_its_last_copy_is_gone() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("kunci");
    let Wish::Granted(lock) = Lock::take(&path, b"").unwrap() else { panic!("nobody holds it") };
    let copy = lock.clone();
    drop(lock);
    assert!(matches!(Lock::take(&path, b"").unwrap(), Wish::Taken { .. }));
    drop(copy);
    assert!(matches!(Lock::take(&path, b"").unwrap(), Wish::Granted(_)));
}

#[test]
fn disks_of_other_machines_are_known_by_their_file_system() {
    let list = "\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 0:50 / /mnt/bagi\\040pakai rw,relatime shared:1 - nfs4 server:/bagi rw
41 40 0:51 / /mnt/bagi\\040pakai/lokal rw,relatime - ext4 /dev/vdb rw
42 27 0:52 / /mnt/lapis rw,relatime - ext4 /dev/vdc rw
43 42 0:53 / /mnt/lapis rw,relatime - cifs //server/lapis rw
";
    let system = |path: &str| network_mount(list, Path::new(path));
    assert_eq!(system("/kantor/bersama"), None);
    assert_eq!(system("/mnt/bagi pakai/kantor").as_deref(), Some("nfs4"));
    assert_eq!(system("/mnt/bagi pakai").as_deref(), Some("nfs4"));
    assert_eq!(system("/mnt/bagi pakai/lokal/kantor"), None);
    assert_eq!(system("/mnt/bagi pakaian"), None);
    assert_eq!(system("/mnt/lapis/a").as_deref(), Some("cifs"));
    assert_eq!(network_mount("", Path::new("/")), None);
}
