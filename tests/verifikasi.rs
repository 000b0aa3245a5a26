//! `rakor verifikasi`: what it says of every kind of report, of signed, saved and changed ones, and of files that are none.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at a surprise")]

mod changed;
mod hostile;
mod identical;
mod makers;
mod mutations;
mod signed;

use std::path::Path;
use std::sync::LazyLock;

use lopdf::{Document, Object, ObjectId};
use rakor::cli::Exit;
use rakor::diagnostic::Failure;
use rakor::pdf::Content;
use rakor::report::{Hands, Verified, verify};
use rakor::worker::Worker;

use crate::mail::finished::{document, saved};

/// The report of the complete example.
fn report() -> &'static [u8] {
    &crate::lacak::REPORT
}

/// Runs `rakor` in a folder: how it ended, its result, its talk.
fn rakor(folder: &Path, arguments: &str) -> (Exit, String, String) {
    let (exit, out, err) = crate::rakor(folder, arguments.split_whitespace());
    (exit, out.replace('\u{A0}', " "), err)
}

/// What is said of a file that lies alone in a folder.
fn said(file: &[u8]) -> (Exit, String) {
    let room = tempfile::tempdir().unwrap();
    std::fs::write(room.path().join("laporan.pdf"), file).unwrap();
    let (exit, out, err) = rakor(room.path(), "verifikasi laporan.pdf");
    assert_eq!(err, SEARCH);
    (exit, out)
}

const SEARCH: &str =
    "Pengirim dapat mencari SHA-256 itu dalam buku pengirimannya dengan `rakor riwayat --cari SHA-256`.\n";

const IDENTICAL: &str = "Berkas ini sama byte demi byte dengan laporan yang disusun kembali dari data yang dibawanya; hal itu \
                         membuktikan bahwa cetakannya mengikuti data tersebut, bukan siapa yang membuatnya.";
const SAME: &str = "Semua halaman, struktur, dan lampiran berkas ini sama dengan laporan yang disusun kembali dari data yang \
                    dibawanya; hal itu membuktikan bahwa cetakannya mengikuti data tersebut, bukan siapa yang membuatnya.";
const CHANGED: &str = "Berkas ini tidak sama dengan laporan yang disusun kembali dari data yang dibawanya; tidak terbukti bahwa \
                       cetakannya mengikuti data tersebut.";
const UNVERIFIABLE: &str = "Tidak diketahui apakah cetakan berkas ini mengikuti data yang dibawanya.";
const ASK: &str = "  Tindakan     : Mintalah berkas aslinya kepada pengirim.\n";

/// The block that is printed about a file of this program's version.
fn block(verdict: &str, proof: &str, file: &[u8], signature: &str, rest: &str) -> String {
    format!(
        "laporan.pdf: {verdict}\n  {proof}\n  SHA-256      : {}\n  Dibuat oleh  : rakor {}\n  Tanda tangan : {signature}\n{rest}",
        rakor::report::sha256(file),
        env!("CARGO_PKG_VERSION")
    )
}

/// Children of this program, which build and read the report itself only once for all tests.
struct Children(Worker);

static CHILDREN: LazyLock<Children> = LazyLock::new(|| Children(crate::worker()));

impl Hands for Children {
    fn attachment(&self, file: &[u8], name: &str) -> Result<Vec<u8>, Failure> {
        self.0.read_attachment("laporan.pdf", file, name)
    }

    fn build(&self, input: Vec<u8>) -> Result<Vec<u8>, Failure> {
        static INPUT: LazyLock<Vec<u8>> = LazyLock::new(|| attached(report(), "masukan.json"));
        static BUILT: LazyLock<Vec<u8>> = LazyLock::new(|| crate::worker().make("laporan.pdf", &INPUT).unwrap().pdf);
        if input == *INPUT {
            return Ok(BUILT.clone());
        }
        Ok(self.0.make("laporan.pdf", &input)?.pdf)
    }

    fn content(&self, file: &[u8]) -> Result<Content, Failure> {
        static REPORT: LazyLock<Content> =
            LazyLock::new(|| crate::worker().read_content("laporan.pdf", report()).unwrap());
        if file == report() { Ok(REPORT.clone()) } else { self.0.read_content("laporan.pdf", file) }
    }
}

/// The verdict on a file.
fn judged(file: &[u8]) -> Verified {
    verify(file, &*CHILDREN).unwrap()
}

/// The name of the verdict, and what is said, a line each.
fn verdict(file: &[u8]) -> (&'static str, String) {
    let verdict = judged(file).verdict;
    let line = |diagnostic: &rakor::diagnostic::Diagnostic| {
        let mut line = format!("{} {}", diagnostic.code, diagnostic.message);
        for (label, value) in [("ditemukan", &diagnostic.found), ("seharusnya", &diagnostic.expected)] {
            if let Some(value) = value {
                line.push_str(&format!(" | {label} {value}"));
            }
        }
        line.replace('\u{A0}', " ") + "\n"
    };
    (verdict.name(), verdict.diagnostics().iter().map(line).collect())
}

fn attached(file: &[u8], name: &str) -> Vec<u8> {
    rakor::pdf::attachment(file, name).unwrap()
}

/// The object that holds an attachment.
fn holder(document: &Document, name: &str) -> ObjectId {
    let wanted = attached(report(), name);
    let holds = |object: &Object| {
        object.as_stream().is_ok_and(|stream| stream.get_plain_content().is_ok_and(|content| content == wanted))
    };
    *document.objects.iter().find(|(_, object)| holds(object)).unwrap().0
}

/// The report with one text of an attachment replaced, once, and everything else left alone.
fn with_attachment(name: &str, from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(attached(report(), name)).unwrap();
    assert!(text.contains(from), "{from} does not stand in {name}");
    let mut document = document(report());
    let id = holder(&document, name);
    let stream = document.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    stream.set_plain_content(text.replacen(from, to, 1).into_bytes());
    saved(document)
}
