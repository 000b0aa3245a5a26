//! Personal data: names, addresses and numbers of recipients, NIK and wages, user, host and folders never reach what is said,
//! written, sent or carried, unless the kind of report prints them. Unique words are planted and everything is searched,
//! every stream of every PDF unpacked.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use lopdf::Document;
use mail_parser::{MessageParser, MimeHeaders as _};
use rakor::cli::Exit;

use crate::mail::desk::{Around, RECIPIENTS, Room};

/// A planted word, and which files may hold it. Nothing that is said may.
struct Canary {
    what: &'static str,
    text: &'static str,
    may: fn(&str) -> bool,
}

const SIGNER: &str = "197001011995012001";
const SECOND_SIGNER: &str = "197202021998032002";

const CANARIES: [Canary; 11] = [
    Canary { what: "name of a recipient", text: "Kenari Penerima", may: is_list },
    Canary { what: "NIK of a recipient", text: "3573019901010007", may: is_list },
    Canary { what: "address", text: "kenari.alamat", may: holds_addresses },
    Canary { what: "NIK", text: "3573018202020008", may: is_given },
    Canary { what: "name of a worker", text: "Kenari Pekerja", may: is_given },
    Canary { what: "wage", text: "4317255", may: is_given },
    Canary { what: "NIP of the signer", text: SIGNER, may: prints_signer },
    Canary { what: "NIP of a signer who signs nothing", text: SECOND_SIGNER, may: |name| name == "rakor.toml" },
    Canary { what: "user", text: "kenari-pengguna", may: |_| false },
    Canary { what: "host", text: "kenari-komputer", may: |_| false },
    Canary { what: "home", text: "kenari-rumah", may: |_| false },
];

const SURROUNDINGS: [(&str, &str); 5] = [
    ("USER", "kenari-pengguna"),
    ("LOGNAME", "kenari-pengguna"),
    ("HOSTNAME", "kenari-komputer"),
    ("HOME", "/kenari-rumah/kenari-pengguna"),
    ("PWD", "/kenari-rumah/kerja"),
];

/// What somebody put there.
fn is_given(name: &str) -> bool {
    name == "rekap.csv"
}

fn is_list(name: &str) -> bool {
    name == "data/penerima.csv"
}

/// The list itself, each one's own message, the ledger and journal of who was written to.
fn holds_addresses(name: &str) -> bool {
    is_list(name) || name.starts_with(".rakor/pengiriman") || name.starts_with(".rakor/kotak-keluar/") || is_mail(name)
}

/// The kinds that are signed, as files, stages and attachments of mails.
fn prints_signer(name: &str) -> bool {
    name == "rakor.toml" || name.contains("bulanan") || name.contains("konstruksi") || is_mail(name)
}

fn is_mail(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == "eml")
}

/// Everything that bytes hold, packed or not, by the names of the parts.
fn unpacked(name: &str, bytes: &[u8], all: &mut Vec<(String, Vec<u8>)>) {
    all.push((name.to_owned(), bytes.to_vec()));
    if bytes.starts_with(b"%PDF-") {
        let document = Document::load_mem(bytes).unwrap();
        for (id, object) in &document.objects {
            let content = match object.as_stream() {
                Ok(stream) => stream.get_plain_content().unwrap_or_else(|_| stream.content.clone()),
                Err(_) => format!("{object:?}").into_bytes(),
            };
            all.push((format!("{name}#{}", id.0), content));
        }
        let content = crate::worker().read_content(name, bytes).unwrap();
        // As it is printed, with and without its spaces.
        for (page, shown) in content.pages.iter().enumerate() {
            let solid: String = shown.text.split_whitespace().collect();
            all.push((format!("{name}#halaman {}", page + 1), format!("{}\n{solid}", shown.text).into_bytes()));
        }
        assert!(content.attachments.contains_key("masukan.json"), "{name}");
    } else if bytes.starts_with(b"PK\x03\x04") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for index in 0..archive.len() {
            let mut content = Vec::new();
            archive.by_index(index).unwrap().read_to_end(&mut content).unwrap();
            all.push((format!("{name}#{index}"), content));
        }
    } else if is_mail(name) {
        let message = MessageParser::default().parse(bytes).unwrap();
        for attachment in message.attachments() {
            let inner = format!("{name}/{}", attachment.attachment_name().unwrap());
            unpacked(&inner, attachment.contents(), all);
        }
    }
}

/// The parts in which a canary sits though it may not.
fn hits(files: &BTreeMap<PathBuf, Vec<u8>>, canary: &str, may: fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in files {
        let name = name.to_str().unwrap();
        if may(name) {
            continue;
        }
        let mut parts = Vec::new();
        unpacked(name, bytes, &mut parts);
        let holds = |part: &[u8]| part.windows(canary.len()).any(|window| window == canary.as_bytes());
        found.extend(parts.into_iter().filter(|(_, part)| holds(part)).map(|(name, _)| name));
    }
    found
}

/// A workspace with everything planted.
fn planted() -> Room {
    let room = Room::new();
    let manifest = room.read("rakor.toml");
    assert!(manifest.contains(SIGNER));
    let second =
        format!("[[penanda_tangan]]\njabatan = \"Asisten Perekonomian\"\nnip = \"{SECOND_SIGNER}\"\n\n[surel]");
    room.write("rakor.toml", &manifest.replacen("[surel]", &second, 1));
    let rows = RECIPIENTS
        .replace("Rekaan Satu", "Kenari Penerima 3573019901010007")
        .replace("sekda@contoh.test", "kenari.alamat@contoh.test");
    room.write("data/penerima.csv", &rows);
    for table in ["proyek", "pernyataan"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/simulasi/data/{table}.csv"));
        room.write(&format!("data/{table}.csv"), &std::fs::read_to_string(path).unwrap());
    }
    let header = "Rekap Agustus 2025\nSegmen;Peserta Aktif;NIK;Nama Pekerja;Upah\n";
    let lines =
        "PU;71000;3573018202020008;Kenari Pekerja;4317255\nJumlah;71000;3573018202020008;Kenari Pekerja;4317255\n";
    room.write("rekap.csv", &format!("{header}{lines}"));
    room
}

/// The same table with columns that no table has.
fn widened(table: &str) -> String {
    let line = |(index, line): (usize, &str)| match index {
        0 => format!("{line},nik,nama_pekerja,upah\n"),
        _ => format!("{line},3573018202020008,Kenari Pekerja,4317255\n"),
    };
    table.lines().enumerate().map(line).collect()
}

#[test]
fn no_personal_data_reach_anything_that_is_said_written_or_sent() {
    let room = planted();
    let mut said = String::new();
    let mut flow = |arguments: &str| {
        for more in ["-v", "-v --format json"] {
            let line = format!("{arguments} {more}");
            let words: Vec<&str> = line.split_whitespace().collect();
            let run = room.run_in(Around { variables: &SURROUNDINGS, ..Around::default() }, &words);
            said.push_str(&format!("$ {line}\n{}{}", run.out, run.err));
        }
    };
    for arguments in [
        "periksa",
        "periksa --tandai keluaran/tandai.xlsx",
        "periksa --pernyataan",
        "periksa --jelaskan D014",
        "buat bulanan --periode 2025-08 -o keluaran/bulanan.pdf",
        "buat bulanan --periode 2025-08 --tahap masukan -o keluaran/bulanan-masukan",
        "buat bulanan --periode 2025-08 --tahap ukuran -o keluaran/bulanan-ukuran",
        "buat bulanan --periode 2025-08 --tahap markah -o keluaran/bulanan-markah",
        "buat konstruksi -o keluaran/konstruksi.pdf",
        "buat rekapitulasi -o keluaran/rekapitulasi.pdf",
        "buat pemeriksaan-angka -o keluaran/pemeriksaan.pdf",
        "buat pemeriksaan-angka --tahap masukan -o keluaran/pemeriksaan",
        "buat bulanan --periode 2025-08 --wilayah semua",
        "impor rekap.csv --tabel kepesertaan --periode 2025-08 --wilayah 99.71 --sumber BPJS",
        "impor rekap.csv --tabel kepesertaan --periode 2025-08 --wilayah 99.71 --sumber BPJS -o keluaran/impor",
        "kirim bulanan --periode 2025-08 --uji",
        "kirim bulanan --periode 2025-08 --ya --buku-baru",
        "riwayat",
        "riwayat -o keluaran/riwayat.csv",
        "lacak keluaran/bulanan.pdf",
        "verifikasi keluaran/bulanan.pdf keluaran/pemeriksaan.pdf",
        "skema",
        "skema --bentuk xlsx -o keluaran/skema.xlsx",
    ] {
        flow(arguments);
    }
    // Columns that no table has, and a cell of one that has none like it.
    let table = room.read("data/kepesertaan.csv");
    room.write("data/kepesertaan.csv", &widened(&table));
    flow("periksa");
    flow("buat bulanan --periode 2025-08 -o keluaran/ditolak.pdf");
    room.write("data/kepesertaan.csv", &table);
    let manifest = room.read("rakor.toml");
    room.write("rakor.toml", &format!("{manifest}\n[jadwal]\nmulai = \"2025-07\"\nkirim = true\n"));
    flow("jalankan");
    let files = room.files();
    for wanted in [
        "bulanan.pdf",
        "konstruksi.pdf",
        "pemeriksaan.pdf",
        "tandai.xlsx",
        "riwayat.csv",
        "skema.xlsx",
        "impor/kepesertaan.csv",
    ] {
        assert!(files.contains_key(&PathBuf::from(format!("keluaran/{wanted}"))), "{wanted}");
    }
    assert!(files.contains_key(&PathBuf::from("keluaran/bulanan_99.71-kota-simulasi_2025-07.pdf")));
    assert!(files.contains_key(&PathBuf::from(".rakor/pengiriman.db")));
    for wanted in ["keluaran/bulanan.pdf: identik", "keluaran/pemeriksaan.pdf: identik", "Kolom `upah` tidak dikenal"] {
        assert!(said.contains(wanted), "{wanted}");
    }
    for canary in &CANARIES {
        let line = said.lines().find(|line| line.contains(canary.text));
        assert_eq!(line, None, "{} in what was said", canary.what);
        assert_eq!(hits(&files, canary.text, canary.may), Vec::<String>::new(), "{}", canary.what);
    }
    // The folder on this machine.
    let folder = room.path().to_str().unwrap();
    assert_eq!(said.lines().find(|line| line.contains(folder)), None);
    assert_eq!(hits(&files, folder, |_| false), Vec::<String>::new());
}

#[test]
fn a_process_of_its_own_says_nothing_of_the_machine() {
    let room = planted();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_rakor"))
        .args(["buat", "bulanan", "--periode", "2025-08", "-v", "-o", "keluaran/bulanan.pdf"])
        .current_dir(room.path())
        .env_clear()
        .envs(SURROUNDINGS)
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(i32::from(Exit::Done.code())), "{}", String::from_utf8_lossy(&run.stderr));
    let mut found = room.files();
    found.insert(PathBuf::from("hasil"), run.stdout);
    found.insert(PathBuf::from("keterangan"), run.stderr);
    let host = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let folder = room.path().to_str().unwrap().to_owned();
    let mut words = vec![folder.as_str(), "kenari-pengguna", "kenari-komputer", "kenari-rumah"];
    // A host with an everyday name would be found in everyday words.
    words.extend(Some(host.trim()).filter(|host| host.len() > 7 && host.contains(|c: char| !c.is_ascii_lowercase())));
    for word in words {
        assert_eq!(hits(&found, word, |_| false), Vec::<String>::new(), "{word}");
    }
    let text = |name: &str| String::from_utf8_lossy(&found[&PathBuf::from(name)]).into_owned();
    for canary in CANARIES.iter().filter(|canary| !(canary.may)("keluaran/bulanan.pdf")) {
        assert!(!text("hasil").contains(canary.text) && !text("keterangan").contains(canary.text), "{}", canary.what);
    }
}
