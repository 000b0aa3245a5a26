//! A workspace on the disk, and the program run on it: exit codes, and what is left in the folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rakor::cli::{Exit, Outside, run};
use tempfile::TempDir;

use super::case::Case;
use super::paper::{MALANG, sha256};

/// What one run left behind.
pub(super) struct Run {
    pub(super) exit: Exit,
    pub(super) out: String,
    pub(super) err: String,
}

/// A workspace in the folder `ws` of a room of its own.
pub(super) struct Folder {
    room: TempDir,
}

impl Folder {
    pub(super) fn of(case: &Case) -> Self {
        let folder = Self { room: tempfile::tempdir().unwrap() };
        folder.write("ws/rakor.toml", case.raw.manifest.as_bytes());
        for file in &case.raw.tables {
            folder.write(&format!("ws/{}", file.path), &file.bytes);
        }
        for (path, bytes) in &case.raw.assets {
            folder.write(&format!("ws/{path}"), bytes);
        }
        for (path, bytes) in &case.raw.templates {
            folder.write(&format!("ws/templat/{path}"), bytes);
        }
        folder
    }

    pub(super) fn path(&self) -> &Path {
        self.room.path()
    }

    pub(super) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Every file and its bytes.
    pub(super) fn files(&self) -> BTreeMap<PathBuf, String> {
        fn walk(folder: &Path, found: &mut BTreeMap<PathBuf, String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, found);
                } else if fs::metadata(&path).unwrap().len() < 1 << 24 {
                    found.insert(path.clone(), sha256(&fs::read(&path).unwrap()));
                } else {
                    found.insert(path, "large".to_owned());
                }
            }
        }
        let mut found = BTreeMap::new();
        walk(self.path(), &mut found);
        found
    }

    /// Runs `rakor` in the room.
    pub(super) fn run(&self, arguments: &str) -> Run {
        let (exit, out, err) = crate::rakor(self.path(), arguments.split_whitespace());
        Run { exit, out, err }
    }

    /// Runs what must be refused: the program says why, and not one byte of the folder is another.
    pub(super) fn refuses(&self, arguments: &str, exit: Exit, said: &[&str]) -> Run {
        let before = self.files();
        let run = self.run(arguments);
        assert_eq!(run.exit, exit, "{}", run.err);
        assert_eq!(run.out, "", "a refusal has no result");
        for words in said {
            assert!(run.err.contains(words), "{words}\n{}", run.err);
        }
        assert!(run.err.contains("kesalahan[") || run.err.contains("peringatan["), "{}", run.err);
        assert_eq!(self.files(), before, "nothing is written, nothing is lost");
        run
    }
}

const OLD: &str = "ws/keluaran/bulanan_35.73-kota-malang_2025-06.pdf";
/// As much of an older report as tells who made it.
const OLD_REPORT: &[u8] = b"%PDF-1.7\n<xmp:CreatorTool>rakor 0.0.9</xmp:CreatorTool>\n%%EOF\n";
const BUILD: &str = "buat bulanan -C ws";

/// Kota Malang with an older report in its place.
pub(super) fn with_old_report(case: &Case) -> Folder {
    let folder = Folder::of(case);
    folder.write(OLD, OLD_REPORT);
    folder
}

/// An edited Kota Malang whose older report stays as it was.
pub(super) fn refused(case: &Case, exit: Exit, said: &[&str]) {
    with_old_report(case).refuses(BUILD, exit, said);
}

#[test]
fn a_report_takes_the_place_of_the_old_one_and_of_nothing_else() {
    let folder = with_old_report(&Case::malang());
    let mut before = folder.files();
    let run = folder.run(BUILD);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(
        run.err, "4 catatan tercetak dalam laporan ini; tampilkan di sini dengan --rinci.\n",
        "what was said in June"
    );
    let full = folder.run(&format!("{BUILD} --rinci"));
    assert!(full.err.contains("catatan[P003] data/pernyataan.csv") && full.err.contains("Ditemukan 4 catatan.\n"));
    assert!(run.out.starts_with(&format!("{OLD}\nCakupan")), "{}", run.out);
    let mut after = folder.files();
    let path = folder.path().join(OLD);
    assert_eq!(after.remove(&path).unwrap(), MALANG.sha256(), "the same file as any other build gives");
    before.remove(&path);
    assert_eq!(after, before);
}

#[test]
fn a_program_that_asks_reads_the_file_its_figures_and_the_digest_of_its_input() {
    let folder = Folder::of(&Case::malang());
    let run = folder.run(&format!("{BUILD} --format json"));
    let said: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.exit, run.err.as_str()), (Exit::Done, ""));
    assert_eq!(said["kode_keluar"], 0);
    assert_eq!(said["hasil"]["berkas"], OLD);
    assert_eq!(said["hasil"]["sidik"], MALANG.built.digest);
    assert_eq!(said["hasil"]["angka_pokok"][1]["nilai"], "46.208 orang");
    let wrong = Folder::of(&Case::malang().cell("kepesertaan", 2, "periode", "2025-13"));
    let run = wrong.run(&format!("{BUILD} --format json"));
    let said: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.exit, said["kode_keluar"].as_u64()), (Exit::Data, Some(3)));
    assert_eq!(said["masalah"][0]["tempat"][0]["baris"], 2);
    assert_eq!(said["masalah"][0]["pesan"], "Bulan 13 tidak ada.");
}

#[test]
fn the_folder_does_not_matter() {
    let (here, there) = (Folder::of(&Case::malang()), Folder::of(&Case::malang()));
    assert_eq!(here.run("buat bulanan -C ws -o hasil.pdf").exit, Exit::Done);
    fs::rename(there.path().join("ws"), there.path().join("arsip lama")).unwrap();
    let inside = Folder { room: there.room };
    fs::create_dir_all(inside.path().join("arsip lama/data/bawah")).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(&mut Outside {
        arguments: ["rakor", "buat", "bulanan", "-o", "lain/hasil.pdf"].map(Into::into).to_vec(),
        variable: &|name| (name == "TZ").then(|| "Asia/Jayapura".to_owned()),
        folder: inside.path().join("arsip lama/data/bawah"),
        out: &mut out,
        err: &mut err,
        terminal: false,
        worker: crate::worker(),
        clock: crate::clock(),
        post: rakor::cli::Post::unattended(),
    });
    assert_eq!(exit, Exit::Done, "{}", String::from_utf8_lossy(&err));
    let first = fs::read(here.path().join("hasil.pdf")).unwrap();
    let second = fs::read(inside.path().join("arsip lama/data/bawah/lain/hasil.pdf")).unwrap();
    assert_eq!(sha256(&first), sha256(&second));
}

#[test]
fn a_folder_that_cannot_be_written_keeps_what_is_there() {
    let folder = Folder::of(&Case::malang());
    folder.write("ws/keluaran", b"bukan folder");
    folder.refuses(
        BUILD,
        Exit::Disk,
        &["ws/keluaran/bulanan_35.73-kota-malang_2025-06.pdf tidak dapat ditulis: ", "PDF yang lama tetap utuh."],
    );
    let folder = with_old_report(&Case::malang());
    fs::create_dir_all(folder.path().join("hasil.pdf")).unwrap();
    folder.refuses(&format!("{BUILD} -o hasil.pdf"), Exit::Disk, &["hasil.pdf tidak dapat ditulis: "]);
    folder.refuses(
        &format!("{BUILD} -o ws/rakor.toml/laporan.pdf"),
        Exit::Disk,
        &["ws/rakor.toml/laporan.pdf tidak dapat ditulis: "],
    );
    folder.refuses(&format!("{BUILD} --tahap markah -o ws/rakor.toml"), Exit::Disk, &["tidak dapat ditulis: "]);
}

#[test]
fn what_is_no_report_of_this_program_is_not_overwritten() {
    let folder = Folder::of(&Case::malang());
    let own = |bytes: &[u8]| folder.write("hasil.pdf", bytes);
    let build = format!("{BUILD} -o hasil.pdf");
    for foreign in [
        b"catatan penting".as_slice(),
        b"%PDF-1.4\n<xmp:CreatorTool>Pemindai</xmp:CreatorTool>",
        b"<xmp:CreatorTool>rakor ",
    ] {
        own(foreign);
        folder.refuses(
            &build,
            Exit::Usage,
            &[
                "kesalahan[F005] hasil.pdf\n",
                "hasil.pdf sudah ada dan bukan laporan yang dibuat oleh program ini; berkas itu tidak ditimpa.",
                "Pilih nama lain dengan -o atau pindahkan berkas itu.",
            ],
        );
    }
    for replaced in [b"".as_slice(), OLD_REPORT] {
        own(replaced);
        assert_eq!(folder.run(&build).exit, Exit::Done);
    }
    let built = fs::read(folder.path().join("hasil.pdf")).unwrap();
    assert_eq!(folder.run(&build).exit, Exit::Done, "what was built a moment ago may be built again");
    assert_eq!(fs::read(folder.path().join("hasil.pdf")).unwrap(), built);
}

#[cfg(unix)]
#[test]
fn a_link_is_neither_replaced_nor_written_through() {
    for target in ["asli.pdf", "tidak-ada.pdf"] {
        let folder = Folder::of(&Case::malang());
        folder.write("asli.pdf", OLD_REPORT);
        let link = folder.path().join("hasil.pdf");
        std::os::unix::fs::symlink(folder.path().join(target), &link).unwrap();
        let run = folder.run(&format!("{BUILD} -o hasil.pdf"));
        assert_eq!(run.exit, Exit::Usage, "{}", run.err);
        assert!(run.err.contains("hasil.pdf sudah ada dan ialah tautan; berkas itu tidak ditimpa."), "{}", run.err);
        assert!(run.err.contains("Pilih nama lain dengan -o atau hapus tautan itu."), "{}", run.err);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(folder.path().join("asli.pdf")).unwrap(), OLD_REPORT);
        assert!(!folder.path().join("tidak-ada.pdf").exists());
    }
}

/// Runs the program under a limit on the size of the files it writes; the shell decides whether it is told or killed.
#[cfg(unix)]
fn with_little_room(folder: &Folder, shell: &str) -> std::process::Output {
    std::process::Command::new("/bin/sh")
        .args(["-c", &format!("{shell} ulimit -f 40; exec \"$0\" \"$@\"")])
        .arg(env!("CARGO_BIN_EXE_rakor"))
        .args(BUILD.split(' '))
        .current_dir(folder.path())
        .output()
        .unwrap()
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_reported_and_the_old_report_stays_whole() {
    let folder = with_old_report(&Case::malang());
    let before = folder.files();
    let run = with_little_room(&folder, "trap '' XFSZ;");
    let err = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(8), "{err}");
    assert!(run.stdout.is_empty());
    assert!(err.contains(&format!("{OLD} tidak dapat ditulis: ")), "{err}");
    assert!(err.contains("PDF yang lama tetap utuh.") && err.contains("ruang penyimpanan"), "{err}");
    assert_eq!(folder.files(), before, "nothing half-written stays behind");
}

#[cfg(unix)]
#[test]
fn a_process_that_is_killed_while_it_writes_leaves_the_old_report_whole() {
    use std::os::unix::process::ExitStatusExt;
    let folder = with_old_report(&Case::malang());
    let run = with_little_room(&folder, "");
    assert!(run.status.signal().is_some(), "{run:?}");
    assert_eq!(fs::read(folder.path().join(OLD)).unwrap(), OLD_REPORT);
    // What the killed process left behind disturbs nobody.
    assert_eq!(folder.run(BUILD).exit, Exit::Done);
    assert_eq!(sha256(&fs::read(folder.path().join(OLD)).unwrap()), MALANG.sha256());
}

/// The program in a process of its own, which a shell has put under limits first.
#[cfg(target_os = "linux")]
fn limited(folder: &Folder, limits: &str, arguments: &str) -> std::process::Output {
    let program = env!("CARGO_BIN_EXE_rakor");
    let line = format!("{limits}; exec {program} {arguments}");
    std::process::Command::new("sh").args(["-c", &line]).current_dir(folder.path()).output().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_nobody_can_keep_is_a_trouble_of_the_disk() {
    let folder = Folder::of(&Case::malang());
    let run = limited(&folder, "exec >/dev/full", "periksa -C ws");
    assert_eq!(run.status.code(), Some(8), "{run:?}");
    let before = folder.files();
    for target in ["/dev/full", "/dev/full/laporan.pdf"] {
        let run = limited(&folder, "true", &format!("buat bulanan -C ws -o {target}"));
        assert_eq!(run.status.code(), Some(8), "{target}: {run:?}");
        assert!(String::from_utf8(run.stderr).unwrap().contains("/dev/full"), "{target}");
    }
    assert_eq!(folder.files(), before);
}
