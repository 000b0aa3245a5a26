//! The journal: what was handed over, a second time, in a file that only grows.
//!
//! A ledger restored from an old copy would send again what was sent after the copy was made. The journal notices: every
//! line repeats one event of the ledger, after it was committed there and before the next step is taken, and a ledger that
//! lacks an event of its journal is older. (Ledger and journal restored together from one old copy cannot be told from
//! truth: nothing outside them knows more. The README says what a person has to do then.) A line of a handing-over names
//! the delivery in full, so that a lost ledger can be made again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::folder::{Folder, JOURNAL};
use super::{NewDelivery, problem};
use crate::diagnostic::Failure;
use crate::files::{self, Append, Lock, MAX_BYTES, Standing};
use crate::mail::{Address, Key, State};

/// Which form of lines this is.
const VERSION: i64 = 1;

/// The first line.
#[derive(Serialize, Deserialize)]
struct Header {
    jurnal: String,
    versi: i64,
}

impl Header {
    fn own() -> Self {
        Self { jurnal: "pengiriman rakor".to_owned(), versi: VERSION }
    }
}

/// Every other line: an event of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    /// Number of the event.
    pub(super) nomor: i64,
    pub(super) waktu: DateTime<Utc>,
    /// Id of the key.
    pub(super) id: String,
    pub(super) keadaan: State,
    pub(super) percobaan: u32,
    /// SHA-256 of the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) pesan: Option<String>,
    /// Which delivery, where it is handed over or held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) entri: Option<Entry>,
}

/// A delivery in full. The journal is as private as the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    jenis: String,
    wilayah: String,
    periode: String,
    alamat: String,
    revisi: u32,
    kode_penerima: String,
    jabatan: String,
    message_id: String,
    subjek: String,
    nama_berkas: String,
    sha256: String,
    digest: String,
    bertanda_tangan: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tanggal_laporan: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    alasan_tanpa_cocok: Option<String>,
}

impl From<&NewDelivery> for Entry {
    fn from(entry: &NewDelivery) -> Self {
        let entry = entry.clone();
        Self {
            jenis: entry.key.report,
            wilayah: entry.key.region,
            periode: entry.key.period,
            alamat: entry.key.recipient.full(),
            revisi: entry.key.revision,
            kode_penerima: entry.recipient_code,
            jabatan: entry.title,
            message_id: entry.message_id,
            subjek: entry.subject,
            nama_berkas: entry.file_name,
            sha256: entry.sha256,
            digest: entry.digest,
            bertanda_tangan: entry.signed,
            tanggal_laporan: entry.report_date,
            alasan_tanpa_cocok: entry.unmatched_reason,
        }
    }
}

impl Entry {
    /// The delivery, when its address is one.
    pub(super) fn delivery(self) -> Option<NewDelivery> {
        Some(NewDelivery {
            key: Key {
                report: self.jenis,
                region: self.wilayah,
                period: self.periode,
                recipient: Address::parse(&self.alamat).ok()?,
                revision: self.revisi,
            },
            recipient_code: self.kode_penerima,
            title: self.jabatan,
            message_id: self.message_id,
            subject: self.subjek,
            file_name: self.nama_berkas,
            sha256: self.sha256,
            digest: self.digest,
            signed: self.bertanda_tangan,
            report_date: self.tanggal_laporan,
            unmatched_reason: self.alasan_tanpa_cocok,
        })
    }
}

/// The journal, open for additions.
#[derive(Debug)]
pub(super) struct Journal {
    folder: Folder,
    file: Append,
}

/// What stands in a journal.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) lines: Vec<Line>,
    /// Bytes up to the last whole line.
    whole: u64,
    /// Whether anything stands behind them: a line that a killed process did not finish, so that the step it was to come
    /// before was never taken.
    torn: bool,
}

impl Content {
    /// Number of the last event.
    pub(super) fn last(&self) -> i64 {
        self.lines.last().map_or(0, |line| line.nomor)
    }
}

/// Whether there is a journal.
pub(super) fn exists(folder: &Folder) -> Result<bool, Failure> {
    match files::standing(&folder.at(JOURNAL)) {
        Standing::Nothing => Ok(false),
        Standing::File => Ok(true),
        Standing::Link | Standing::Other => Err(problem::no_file(folder, JOURNAL)),
    }
}

/// Makes a journal without lines.
pub(super) fn create(folder: &Folder, lock: &Lock) -> Result<(), Failure> {
    lock.write_private(&folder.at(JOURNAL), &text(&Header::own()))
        .map_err(|trouble| problem::trouble(folder, JOURNAL, &trouble))
}

/// Reads the journal.
pub(super) fn read(folder: &Folder) -> Result<Content, Failure> {
    let bytes = files::read_file(&folder.at(JOURNAL), MAX_BYTES)
        .map_err(|trouble| problem::trouble(folder, JOURNAL, &trouble))?;
    let mut content = Content::default();
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let number = index + 1;
        if line.last() != Some(&b'\n') {
            content.torn = true;
            break;
        }
        content.whole += line.len() as u64;
        if index == 0 {
            check_header(folder, line)?;
            continue;
        }
        let line: Line = serde_json::from_slice(line).map_err(|_| damaged(folder, number))?;
        if line.nomor <= content.last() {
            return Err(damaged(folder, number));
        }
        content.lines.push(line);
    }
    if content.whole == 0 { Err(damaged(folder, 1)) } else { Ok(content) }
}

fn check_header(folder: &Folder, line: &[u8]) -> Result<(), Failure> {
    let own = Header::own();
    match serde_json::from_slice::<Header>(line) {
        Ok(header) if header.jurnal == own.jurnal && header.versi == own.versi => Ok(()),
        Ok(header) if header.jurnal == own.jurnal && header.versi > own.versi => {
            Err(problem::newer(folder, JOURNAL, header.versi, own.versi))
        }
        _ => Err(damaged(folder, 1)),
    }
}

fn damaged(folder: &Folder, line: usize) -> Failure {
    problem::bad_journal(folder, line, "rusak")
}

impl Journal {
    /// Opens a journal that was read, and cuts a torn line off.
    pub(super) fn open(folder: &Folder, lock: &Lock, content: &Content) -> Result<Self, Failure> {
        let failed = |trouble| problem::trouble(folder, JOURNAL, &trouble);
        let path = folder.at(JOURNAL);
        files::private_file(&path).map_err(failed)?;
        let mut file = Append::open(&path, lock).map_err(failed)?;
        if content.torn {
            file.cut(content.whole).map_err(failed)?;
        }
        Ok(Self { folder: folder.clone(), file })
    }

    /// Adds lines and brings them to the disk.
    pub(super) fn add(&mut self, lines: &[Line]) -> Result<(), Failure> {
        if lines.is_empty() {
            return Ok(());
        }
        let bytes: Vec<u8> = lines.iter().flat_map(text).collect();
        self.file.add(&bytes).map_err(|trouble| problem::trouble(&self.folder, JOURNAL, &trouble))
    }
}

fn text(line: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(line).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
