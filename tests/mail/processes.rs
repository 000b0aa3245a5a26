//! What other processes may see of a run: arguments and environment, its own and those of its children.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rakor::cli::Exit;

use super::desk::{RECIPIENTS, Room};
use super::server::{Act, Papers, Script, SmtpServer, Step, Wire};
use crate::workbook::builder::{Sheet, Workbook};

const PASSWORD: &str = "K3nari-4w2Lp-sandi";

/// All that a child is told.
const CHILD: (&str, &str) = ("__pekerja\0", "MIMALLOC_ARENA_RESERVE=65536\0");

/// A part of a process as the system shows it to others; empty when it has gone.
fn shown(process: u32, part: &str) -> String {
    let bytes = fs::read(Path::new("/proc").join(process.to_string()).join(part)).unwrap_or_default();
    String::from_utf8(bytes).unwrap()
}

fn children(process: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let lists = tasks.map(|task| fs::read_to_string(task.path().join("children")).unwrap_or_default());
    lists.flat_map(|list| list.split_whitespace().map(|child| child.parse().unwrap()).collect::<Vec<u32>>()).collect()
}

/// Arguments and environment of every child that shows itself until the server is asked to take a message. Before a child
/// has become a program of its own, what is shown of it is its parent's.
fn watched(run: &mut Child, server: &SmtpServer) -> BTreeMap<u32, (String, String)> {
    let mut seen = BTreeMap::new();
    while !server.talks().iter().any(|talk| talk.verbs().contains("MAIL")) {
        assert!(run.try_wait().unwrap().is_none(), "it ended before it sent anything");
        for child in children(run.id()) {
            let arguments = shown(child, "cmdline");
            if arguments.contains("__pekerja") {
                let environment = shown(child, "environ");
                // It shows nothing any more once it has ended.
                if !shown(child, "cmdline").is_empty() {
                    seen.insert(child, (arguments, environment));
                }
            }
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    seen
}

/// A workspace with a workbook so long that its child can be looked at, and a finished file that a child has to read.
fn room() -> Room {
    let script = Script::default().account("setda", PASSWORD).always(Step::Mail, Act::Hang);
    let room = Room::with(SmtpServer::start(Wire::Tls(Papers::Good), script), "");
    assert_eq!(room.run("buat bulanan -o siap.pdf").exit, Exit::Done);
    let finished = room.path().join("siap.pdf");
    let mut bytes = fs::read(&finished).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    bytes[7] = b'6';
    fs::write(finished, bytes).unwrap();
    fs::remove_file(room.path().join("data/penerima.csv")).unwrap();
    let mut sheet = Sheet::new("penerima");
    for line in RECIPIENTS.lines() {
        sheet = sheet.row(line.split(','));
    }
    for number in 0..4_000 {
        let (code, address) = (format!("P{number}"), format!("p{number}@contoh.test"));
        sheet = sheet.row([code.as_str(), "mitra", "Kepala Bidang", "", "", &address, "evaluasi", ""]);
    }
    fs::write(room.path().join("data/penerima.xlsx"), Workbook::of(sheet).bytes()).unwrap();
    room.write("aset/akar.pem", room.server.root().unwrap());
    room
}

/// Starts the program, looks at it and its children, and again while it speaks to the server with its password in hand.
fn assert_unseen(more: &str, variables: &[(&str, PathBuf)], in_own_environment: bool) {
    let room = room();
    room.configure(&format!("pengguna = \"setda\"\nsertifikat = \"aset/akar.pem\"\n{more}"), "");
    room.write("sandi", PASSWORD);
    room.write("kredensial/sandi-smtp", PASSWORD);
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(room.path().join("sandi"), fs::Permissions::from_mode(0o600)).unwrap();
    }
    let mut run = Command::new(env!("CARGO_BIN_EXE_rakor"))
        .env_clear()
        .envs(variables.iter().map(|(name, value)| (name, room.path().join(value))))
        .envs(in_own_environment.then_some(("RAKOR_SANDI_SUREL", PASSWORD)))
        .args(["kirim", "bulanan", "--ya", "--buku-baru", "--berkas", "siap.pdf", "-q"])
        .current_dir(room.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let seen = watched(&mut run, &room.server);
    let (arguments, environment) = (shown(run.id(), "cmdline"), shown(run.id(), "environ"));
    let left = children(run.id());
    run.kill().unwrap();
    run.wait().unwrap();
    assert!(arguments.contains("siap.pdf") && !arguments.contains(PASSWORD), "{arguments:?}");
    assert_eq!(environment.contains(PASSWORD), in_own_environment, "{environment:?}");
    assert_eq!(left, Vec::<u32>::new(), "nobody else lives while the password is in hand");
    assert!(seen.len() >= 2, "one child reads the workbook, another the finished file: {seen:?}");
    for (arguments, environment) in seen.values() {
        assert_eq!((arguments.split_once('\0').unwrap().1, environment.as_str()), CHILD);
    }
}

#[test]
fn a_password_from_a_file_shows_in_no_argument_and_no_environment() {
    assert_unseen("berkas_sandi = \"sandi\"\n", &[], false);
}

#[test]
fn a_password_from_a_credential_shows_in_no_argument_and_no_environment() {
    let credentials = [("CREDENTIALS_DIRECTORY", PathBuf::from("kredensial"))];
    assert_unseen("kredensial = \"sandi-smtp\"\n", &credentials, false);
}

#[test]
fn a_password_from_the_environment_shows_in_no_argument_and_in_no_environment_of_a_child() {
    assert_unseen("", &[], true);
}
