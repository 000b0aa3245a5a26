//! The password of the account and the addresses of recipients stand where they must, and nowhere else.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rakor::cli::Exit;

use super::desk::{Around, RECIPIENTS, Room, each_once};
use super::server::{Act, Papers, Said, Script, SmtpServer, Step, Wire};

const PASSWORD: &str = "K3nari-9x7Qz-sandi";

/// With an account, by TLS.
fn room(script: Script, more: &str) -> Room {
    let server = SmtpServer::start(Wire::Tls(Papers::Good), script.account("setda", PASSWORD));
    let room = Room::with(server, "");
    room.write("aset/akar.pem", room.server.root().unwrap());
    room.configure(&format!("pengguna = \"setda\"\nsertifikat = \"aset/akar.pem\"\n{more}"), "");
    room
}

#[cfg(unix)]
fn mode(room: &Room, name: &str, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(room.path().join(name), std::fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
#[test]
fn the_password_comes_from_a_credential_a_private_file_or_with_a_warning_the_environment() {
    let room = room(Script::default(), "kredensial = \"sandi-smtp\"\nberkas_sandi = \"sandi\"\n");
    let arguments = ["kirim", "bulanan", "--ya", "--buku-baru"];
    room.write("sandi", &format!("{PASSWORD}\n"));
    mode(&room, "sandi", 0o644);
    let refused = room.run_in(Around::default(), &arguments);
    assert_eq!(refused.exit, Exit::Usage);
    assert!(refused.err.contains("(izin 0644)") && refused.err.contains("`chmod 600 sandi`"), "{}", refused.err);
    assert!(!refused.err.contains(PASSWORD));
    assert!(room.server.talks().is_empty());
    mode(&room, "sandi", 0o600);
    assert_eq!(room.run("kirim bulanan --uji-ke uji@contoh.test --ya").exit, Exit::Done);
    std::fs::remove_file(room.path().join("sandi")).unwrap();
    room.write("kredensial/sandi-smtp", PASSWORD);
    let folder = room.path().join("kredensial").display().to_string();
    let run = room.run_in(Around { variables: &[("CREDENTIALS_DIRECTORY", &folder)], ..Around::default() }, &arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(!run.err.contains("peringatan"), "{}", run.err);
    room.configure("pengguna = \"setda\"\nsertifikat = \"aset/akar.pem\"\n", "");
    let none = room.run("kirim bulanan --uji-ke uji@contoh.test --ya");
    assert_eq!(none.exit, Exit::Usage);
    assert!(none.err.contains("Kata sandi akun surel tidak ditemukan."), "{}", none.err);
    let variables = [("RAKOR_SANDI_SUREL", PASSWORD)];
    let arguments = ["kirim", "bulanan", "--uji-ke", "uji@contoh.test", "--ya"];
    let run = room.run_in(Around { variables: &variables, ..Around::default() }, &arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(run.err.contains("Kata sandi diambil dari variabel RAKOR_SANDI_SUREL"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_wrong_password_is_tried_once_and_stops_everything() {
    let script = Script::default().always(Step::Auth, Act::say("535 5.7.8 salah"));
    let room = room(script, "berkas_sandi = \"sandi\"\n");
    room.write("sandi", PASSWORD);
    mode(&room, "sandi", 0o600);
    let run = room.run("kirim bulanan --ya --buku-baru -v");
    assert_eq!(run.exit, Exit::Usage, "{}{}", run.out, run.err);
    assert!(
        run.err.contains(
            "  Server surel menolak nama pengguna atau kata sandi; pengiriman dihentikan agar akun tidak terkunci.
  Tindakan  : Perbaiki `pengguna` atau kata sandinya, lalu jalankan kembali.
"
        ),
        "{}",
        run.err
    );
    let talks = room.server.settled();
    let asked: usize = talks.iter().map(|talk| talk.verbs().matches("AUTH").count()).sum();
    assert_eq!(asked, 1);
    assert!(room.server.kept().is_empty());
    assert!(!run.err.contains(PASSWORD) && !run.out.contains(PASSWORD));
    // It goes on where it stopped.
    room.server.follow(Script::default().account("setda", PASSWORD));
    assert_eq!(room.again().exit, Exit::Done);
    assert_eq!(room.taken(), each_once());
}

/// Canaries, each with where it must not be found.
struct Canary {
    what: &'static str,
    text: &'static str,
    /// Files that may hold it.
    may: fn(&str) -> bool,
}

const CANARIES: [Canary; 5] = [
    Canary { what: "password", text: PASSWORD, may: |name| name == "sandi" },
    Canary { what: "address", text: "kenari.alamat", may: holds_addresses },
    Canary { what: "name of a recipient", text: "Kenari Nama", may: |name| name == "data/penerima.csv" },
    Canary { what: "NIP", text: "197001011995012001", may: |name| name == "rakor.toml" || has_letters(name) },
    Canary { what: "NIK", text: "3573017001010001", may: |name| name == "data/penerima.csv" },
];

/// The list itself, the messages, and the ledger and journal of who was written to.
fn holds_addresses(name: &str) -> bool {
    name == "data/penerima.csv"
        || name.starts_with(".rakor/") && !name.starts_with(".rakor/rencana")
        || ends(name, "eml")
}

fn ends(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == ending)
}

/// A signer's number is printed where the letter is signed.
fn has_letters(name: &str) -> bool {
    ends(name, "pdf") || ends(name, "eml")
}

fn hits(files: &BTreeMap<PathBuf, Vec<u8>>, canary: &Canary) -> Vec<String> {
    let found = files
        .iter()
        .filter(|(_, bytes)| bytes.windows(canary.text.len()).any(|window| window == canary.text.as_bytes()));
    let names = found.map(|(name, _)| name.to_str().unwrap().to_owned());
    names.filter(|name| !(canary.may)(name)).collect()
}

#[cfg(unix)]
#[test]
fn no_secret_and_no_recipient_shows_in_any_flow_at_full_verbosity() {
    let script = Script::default().to("kenari.alamat@contoh.test", Step::Rcpt, Act::say("450 4.2.0 nanti")).to_first(
        "disnaker@contoh.test",
        Step::Dot,
        1,
        Act::Drop,
    );
    let room = room(script, "berkas_sandi = \"sandi\"\n");
    room.write("sandi", PASSWORD);
    mode(&room, "sandi", 0o600);
    let rows = RECIPIENTS
        .replace("sekda@contoh.test", "kenari.alamat@contoh.test")
        .replace("Rekaan Satu", "Kenari Nama 3573017001010001");
    room.write("data/penerima.csv", &rows);
    let manifest = room.read("rakor.toml");
    let scheduled = format!("{manifest}\n[jadwal]\nmulai = \"2025-07\"\nkirim = true\n");
    let mut said = String::new();
    let mut flow = |arguments: &str| {
        for more in ["-v", "-v --format json"] {
            let run = room.run(&format!("{arguments} {more}"));
            said.push_str(&format!("$ {arguments} {more}\n{}{}", run.out, run.err));
        }
    };
    for arguments in [
        "periksa",
        "buat bulanan",
        "kirim bulanan --uji",
        "kirim bulanan",
        "kirim bulanan --ya",
        "kirim bulanan --uji-ke penguji@contoh.test --ya",
        "kirim bulanan --ya --buku-baru",
        "kirim bulanan --ya",
        "riwayat",
        "riwayat --status tidak_pasti",
        "riwayat -o riwayat.csv",
        "selesaikan ffffff terkirim",
    ] {
        flow(arguments);
    }
    room.write("rakor.toml", &scheduled);
    flow("jalankan");
    // Mistakes in the lines that hold them.
    room.write("data/penerima.csv", &rows.replace("kenari.alamat@contoh.test", "kenari.alamat"));
    flow("kirim bulanan --ya");
    room.write("data/penerima.csv", &rows.replace("Bapak/Ibu,Kenari", "Bapak/Ibu,\u{1}Kenari"));
    flow("kirim bulanan --ya");
    room.write("data/penerima.csv", &rows);
    room.write("rakor.toml", &format!("{manifest}sandi = \"{PASSWORD}\"\n"));
    flow("kirim bulanan --ya");
    room.write("rakor.toml", &format!("{manifest}sandi = \"{PASSWORD}\n"));
    flow("kirim bulanan --ya");
    room.write("rakor.toml", &manifest);
    for canary in &CANARIES {
        assert!(!said.contains(canary.text), "{} in what was said:\n{said}", canary.what);
    }
    let files = room.files();
    assert!(files.contains_key(&PathBuf::from(".rakor/pengiriman.db")));
    for canary in &CANARIES {
        assert_eq!(hits(&files, canary), Vec::<String>::new(), "{}", canary.what);
    }
    // Nor does a message name anybody but its recipient.
    for kept in room.server.kept() {
        let others =
            ["kenari.alamat", "disnaker@", "cabang@mitra.test"].into_iter().filter(|other| !kept.to[0].contains(other));
        let text = String::from_utf8_lossy(&kept.bytes).into_owned();
        for other in others {
            assert!(!text.contains(other), "{other} in the message to {}", kept.to[0]);
        }
    }
    // The password went over the line once it was protected, and only there.
    for talk in room.server.talks() {
        assert!(matches!(talk.said.first(), Some(Said::Handshake(Ok(())))), "{:?}", talk.said.first());
    }
}
