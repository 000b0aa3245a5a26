//! What is sent: one report, as the very bytes that are named by path and digest, in one of its editions.

use std::path::{Path, PathBuf};

use super::codes;
use crate::bahasa;
use crate::cli::buat::{OUTPUT_FOLDER, with_room};
use crate::cli::workspace::Workspace;
use crate::cli::{Outside, disk};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::files::{self, Cause, MAX_BYTES, Standing, Trouble};
use crate::mail::Attachment;
use crate::manifest::Surel;
use crate::pdf::Signature;
use crate::place::Place;
use crate::report::{self, BuildInput, Built, Kind, finished, sha256};
use crate::typeset::is_updated;

/// How the name of a file in a message begins, before that of the report.
pub(in crate::cli) const ATTACHED_AS: &str = "laporan-";

/// A report, ready to be sent.
pub(in crate::cli) struct Edition {
    pub(super) kind: Kind,
    pub(super) region: String,
    /// Its month, or the year of an evaluation, as keys name it.
    pub(super) period: String,
    pub(super) input: BuildInput,
    pub(super) built: Built,
    /// The path of the file that goes along, as the user would name it.
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
    pub(in crate::cli) sha256: String,
    pub(super) signed: bool,
    /// Why a file that does not follow from the data was accepted.
    pub(super) unmatched: Option<String>,
    /// Whether somebody named the file that goes along.
    pub(super) named: bool,
    /// Whether the bytes have yet to be written where `path` says.
    unwritten: Option<PathBuf>,
    /// Other bytes that lie where `path` says.
    former: Option<Vec<u8>>,
}

/// A file that somebody has finished: path and, when it need not match, the reason.
#[derive(Clone, Copy)]
pub(in crate::cli) struct FinishedFile<'a> {
    pub(super) path: &'a str,
    pub(super) unmatched: Option<&'a str>,
}

/// The period of a report as keys and file names have it.
pub(in crate::cli) fn period_name(kind: Kind, period: crate::figure::Period) -> String {
    match kind {
        Kind::Evaluasi => period.year().to_string(),
        Kind::Bulanan | Kind::Konstruksi | Kind::PemeriksaanAngka | Kind::Rekapitulasi => period.to_string(),
    }
}

/// The period before.
pub(super) fn period_before(kind: Kind, period: crate::figure::Period) -> String {
    period_name(kind, period.plus(if kind == Kind::Evaluasi { -12 } else { -1 }))
}

impl Edition {
    /// Builds a report and takes the finished file, when there is one, in its place.
    pub(in crate::cli) fn of(
        input: BuildInput,
        file: Option<FinishedFile<'_>>,
        workspace: &Workspace,
        outside: &Outside<'_>,
        notes: &mut Vec<Diagnostic>,
    ) -> Result<Self, Failure> {
        let built = with_room(|| report::build(&input))?;
        let kind = input.jenis;
        let mut edition = Self {
            kind,
            region: input.wilayah.value.clone(),
            period: period_name(kind, input.periode.value),
            path: String::new(),
            bytes: Vec::new(),
            sha256: String::new(),
            signed: false,
            unmatched: None,
            named: file.is_some(),
            unwritten: None,
            former: None,
            input,
            built,
        };
        match file {
            None => edition.take_built(workspace),
            Some(file) => edition.take(file, outside, notes)?,
        }
        edition.sha256 = sha256(&edition.bytes);
        Ok(edition)
    }

    /// The build itself, which goes where `rakor buat` writes it.
    fn take_built(&mut self, workspace: &Workspace) {
        let actual = workspace.actual.join(OUTPUT_FOLDER).join(&self.built.file_name);
        self.path = files::shown(&workspace.shown.join(OUTPUT_FOLDER).join(&self.built.file_name));
        self.bytes.clone_from(&self.built.pdf);
        let old = match files::standing(&actual) {
            Standing::File => files::read_file(&actual, MAX_BYTES).ok(),
            _ => None,
        };
        if old.as_ref() != Some(&self.bytes) {
            self.unwritten = Some(actual);
            self.former = old;
        }
    }

    fn take(
        &mut self,
        file: FinishedFile<'_>,
        outside: &Outside<'_>,
        notes: &mut Vec<Diagnostic>,
    ) -> Result<(), Failure> {
        file.path.clone_into(&mut self.path);
        self.bytes = files::read_file(&outside.folder.join(file.path), MAX_BYTES)
            .map_err(|trouble| unread(&trouble, file.path))?;
        let read = |bytes: &[u8]| outside.worker.read_content(file.path, bytes);
        let verdict = finished(&self.bytes, &self.built.pdf, &read)?;
        self.signed = verdict.signature == Signature::Whole;
        let place = Place::file(file.path);
        let said = verdict.diagnostics().into_iter().map(|mut diagnostic| {
            if !diagnostic.places.contains(&place) {
                diagnostic.places.insert(0, place.clone());
            }
            diagnostic
        });
        let mut said: Vec<Diagnostic> = said.collect();
        if verdict.follows() {
            notes.extend(said);
            return Ok(());
        }
        // What is no PDF at all is a slip of the hand, perhaps the file of a password: no reason sends it.
        let is_pdf = self.bytes.starts_with(b"%PDF-");
        let Some(reason) = file.unmatched.filter(|_| is_pdf) else {
            if is_pdf {
                said.push(not_matching(file.path));
            }
            return Err(Failure { kind: FailureKind::Unverified, diagnostics: said });
        };
        self.unmatched = Some(reason.trim().to_owned());
        // A person answers for it now: what was an error is what that person was told.
        for diagnostic in &mut said {
            diagnostic.severity = diagnostic.severity.min(Severity::Peringatan);
        }
        notes.extend(said);
        Ok(())
    }

    /// Refuses an unsigned file where only signed ones may go out, and to take the place of a file that somebody has worked
    /// on: most likely it is the one that was meant.
    pub(in crate::cli) fn check(&self, surel: &Surel) -> Result<(), Failure> {
        self.spare_former()?;
        if self.signed || !surel.wajib_ttd.value {
            return Ok(());
        }
        let diagnostic = Diagnostic::error(
            codes::NOT_SIGNED,
            format!("{} belum bertanda tangan elektronik, sedangkan wajib_ttd = true.", self.path),
            "Tanda tangani berkas itu, lalu kirim hasilnya dengan --berkas BERKAS.",
        );
        let place = surel.wajib_ttd.place.clone().unwrap_or_else(|| Place::file("--berkas"));
        Err(Failure::one(FailureKind::Usage, diagnostic.at(place)))
    }

    /// Whether a build of this digest said what this one says.
    pub(super) fn says_the_same_as(&self, digest: &str) -> bool {
        digest == self.built.digest
            || self.former.as_ref().is_some_and(|old| report::is_made_from(old, digest, &self.input))
    }

    fn spare_former(&self) -> Result<(), Failure> {
        match &self.former {
            Some(old) if old.starts_with(&self.bytes) || is_updated(old) => Err(worked_on(&self.path)),
            _ => Ok(()),
        }
    }

    /// Writes the file that is about to be sent, so that what is named by its path can be looked at. A file that somebody has
    /// worked on is left alone.
    pub(in crate::cli) fn write(&mut self) -> Result<(), Failure> {
        self.spare_former()?;
        match self.unwritten.take() {
            Some(actual) => disk::write_own(&actual, Path::new(&self.path), &self.bytes, &disk::REPORT),
            None => Ok(()),
        }
    }

    /// The file as it is named in a message.
    pub(super) fn attachment(&self, revision: u32) -> Attachment {
        let stem = self.built.file_name.strip_suffix(".pdf").unwrap_or(&self.built.file_name);
        let revision = if revision == 0 { String::new() } else { format!("_rev{revision}") };
        Attachment { file_name: format!("{ATTACHED_AS}{stem}{revision}.pdf"), bytes: self.bytes.clone() }
    }

    /// The date printed on the letter.
    pub(super) fn date(&self) -> Option<String> {
        self.input.tanggal.as_ref().map(|cell| bahasa::tanggal(cell.value))
    }

    /// What the report is called in a message.
    pub(in crate::cli) fn title(&self) -> String {
        let period = self.input.periode.value;
        match self.kind {
            Kind::Evaluasi => format!("laporan evaluasi {} tahun {}", self.region, period.year()),
            Kind::Bulanan => format!("laporan bulanan {} {}", self.region, bahasa::periode(period)),
            Kind::Konstruksi => format!("laporan konstruksi {} {}", self.region, bahasa::periode(period)),
            Kind::Rekapitulasi => format!("rekapitulasi {} {}", self.region, bahasa::periode(period)),
            Kind::PemeriksaanAngka => {
                format!("lembar pemeriksaan angka {} {}", self.region, bahasa::periode(period))
            }
        }
    }

    /// How the command is written that sends this report, up to its options.
    pub(in crate::cli) fn command(&self) -> String {
        let own = &self.input.naskah.lembaga.wilayah.value;
        let region = if *own == self.region { String::new() } else { format!(" --wilayah {}", self.region) };
        format!("{}{region}", command(self.kind, &self.period))
    }
}

/// How the command is written that sends a report about the institution's own region.
pub(in crate::cli) fn command(kind: Kind, period: &str) -> String {
    let option = if kind == Kind::Evaluasi { "--tahun" } else { "--periode" };
    format!("rakor kirim {} {option} {period}", kind.name())
}

/// A file that begins with the build's bytes and goes on: signed in its place, most likely.
fn worked_on(path: &str) -> Failure {
    let diagnostic = Diagnostic::error(
        codes::FILE_CHANGED,
        format!("{path} telah diubah setelah dibuat, misalnya ditandatangani; berkas itu tidak ditimpa."),
        format!("Kirim berkas itu dengan --berkas {path} atau pindahkan."),
    );
    Failure::one(FailureKind::Usage, diagnostic.at(Place::file(path)))
}

/// A name that nothing has, or not a file, is a slip of the hand; anything else is trouble of the disk.
fn unread(trouble: &Trouble, path: &str) -> Failure {
    if trouble.cause.is_missing() || matches!(trouble.cause, Cause::NotAFile) {
        let what = if trouble.cause.is_missing() { "tidak ditemukan" } else { "bukan berkas biasa" };
        let diagnostic = Diagnostic::error(
            codes::NO_FILE,
            format!("{path} {what}; tidak satu pun surel dikirim."),
            "Periksa nama berkas itu; namanya ditulis dari folder tempat perintah ini dijalankan, bukan dari ruang kerja.",
        );
        return Failure::one(FailureKind::Usage, diagnostic.at(Place::file("--berkas")));
    }
    let (kind, diagnostic) = disk::unread(trouble, path, FailureKind::Usage);
    Failure::one(kind, diagnostic)
}

fn not_matching(path: &str) -> Diagnostic {
    Diagnostic::error(
        codes::NOT_MATCHING,
        format!("Isi {path} tidak cocok dengan laporan yang dibuat dari data sekarang; tidak satu pun surel dikirim."),
        "Kirim berkas yang benar, atau jelaskan sebabnya dengan --tanpa-cocok ALASAN.",
    )
    .at(Place::file(path))
}
