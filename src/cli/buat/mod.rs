//! `rakor buat`: one report, the output of one stage, or the reports of many regions.

mod batch;
mod index;
mod regions;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cli::args::{Buat, Format, Jenis, Menurut, Pilihan, Tahap};
use crate::cli::settings::{self, BuildSettings, Settings, Talk};
use crate::cli::workspace::Workspace;
use crate::cli::{Outside, Reply, disk, making};
use crate::diagnostic::{Failure, Severity};
use crate::files;
use crate::report::{self, BuildInput, Raw, Stage};
use crate::table::JenisWilayah;
use crate::worker::{About, Made};

/// Built files go here, below the workspace.
pub(in crate::cli) const OUTPUT_FOLDER: &str = "keluaran";

pub(in crate::cli) fn run(args: &Buat, settings: &Settings, outside: &mut Outside<'_>) -> Result<Reply, Failure> {
    let asked = settings::build(args, outside.variable)?;
    let workspace = workspace(&args.laporan.jenis, settings, outside)?;
    let mut raw = workspace.load(&outside.worker)?;
    ask(&mut raw, &args.laporan.jenis, &asked);
    raw.draft = args.konsep;
    raw.strict = args.ketat;
    if let Some(many) = batch::Asked::of(args, &asked, &workspace)? {
        raw.region = None;
        return batch::run(&many, raw, args, (settings, &asked), &workspace, outside);
    }
    let (input, notes) = report::load_noted(raw)?;
    let mut reply = match args.tahap {
        Some(step) => write_stage(&input, stage(step), &asked, outside),
        None => write_report(&input, &asked, &workspace, settings, outside),
    }?;
    if hides_notes(settings) && !notes.is_empty() {
        let _ = writeln!(reply.talk, "{} catatan tentang buku kerja; tampilkan dengan --rinci.", notes.len());
    } else {
        reply.diagnostics.splice(0..0, notes);
    }
    Ok(reply)
}

/// Notes would push the path and the figures off the screen.
fn hides_notes(settings: &Settings) -> bool {
    settings.talk == Talk::Usual && settings.format == Format::Teks
}

/// Says which report is meant.
pub(in crate::cli) fn ask(raw: &mut Raw, jenis: &Pilihan, asked: &BuildSettings) {
    name(jenis).clone_into(&mut raw.kind);
    raw.region.clone_from(&asked.region);
    raw.period = asked.period;
    raw.year = asked.year;
    raw.parts = asked.parts.map(level);
    raw.date = asked.date;
}

/// The workspace of a report. Without one, a kind that only a workspace could know is a slip of the pen.
pub(in crate::cli) fn workspace(
    kind: &Pilihan,
    settings: &Settings,
    outside: &Outside<'_>,
) -> Result<Workspace, Failure> {
    Workspace::find(&outside.folder, settings.folder.as_deref()).map_err(|failure| match kind {
        Pilihan::Sendiri(name) if settings.folder.is_none() => report::unknown_kind(name, &[]),
        _ => failure,
    })
}

/// The name of a kind.
pub(in crate::cli) fn name(kind: &Pilihan) -> &str {
    match kind {
        Pilihan::Bawaan(built_in) => self::kind(*built_in),
        Pilihan::Sendiri(name) => name,
    }
}

pub(in crate::cli) fn kind(kind: Jenis) -> &'static str {
    match kind {
        Jenis::Bulanan => "bulanan",
        Jenis::PemeriksaanAngka => "pemeriksaan-angka",
        Jenis::Evaluasi => "evaluasi",
        Jenis::Konstruksi => "konstruksi",
        Jenis::Rekapitulasi => "rekapitulasi",
    }
}

fn level(parts: Menurut) -> JenisWilayah {
    match parts {
        Menurut::Provinsi => JenisWilayah::Provinsi,
        Menurut::Kabupaten => JenisWilayah::Kabupaten,
        Menurut::Kota => JenisWilayah::Kota,
        Menurut::Kecamatan => JenisWilayah::Kecamatan,
        Menurut::Kelurahan => JenisWilayah::Kelurahan,
        Menurut::Desa => JenisWilayah::Desa,
    }
}

fn stage(step: Tahap) -> Stage {
    match step {
        Tahap::Masukan => Stage::Masukan,
        Tahap::Ukuran => Stage::Ukuran,
        Tahap::Markah => Stage::Markah,
        Tahap::Grafik => Stage::Grafik,
        Tahap::Pdf => Stage::Pdf,
    }
}

fn write_report(
    input: &BuildInput,
    asked: &BuildSettings,
    workspace: &Workspace,
    settings: &Settings,
    outside: &Outside<'_>,
) -> Result<Reply, Failure> {
    let Made { pdf, about } = making::report(input, &outside.worker)?;
    let (actual, shown) = match &asked.output {
        None => (
            workspace.actual.join(OUTPUT_FOLDER).join(&about.file_name),
            workspace.shown.join(OUTPUT_FOLDER).join(&about.file_name),
        ),
        Some(output) => {
            let shown = target(output, &about.file_name);
            (outside.folder.join(&shown), shown)
        }
    };
    disk::write_own(&actual, &shown, &pdf, &disk::REPORT)?;
    Ok(reply(about, &files::shown(&shown), settings))
}

/// A path that ends in `.pdf` is the file, anything else its folder.
fn target(output: &str, file_name: &str) -> PathBuf {
    let path = Path::new(output);
    let file = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    if file { path.to_path_buf() } else { path.join(file_name) }
}

fn reply(about: About, path: &str, settings: &Settings) -> Reply {
    let width = about.headline.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
    let mut text = format!("{path}\n");
    for (label, value) in &about.headline {
        let _ = writeln!(text, "{label:width$}  {value}");
    }
    let figures: Vec<_> =
        about.headline.iter().map(|(label, value)| json!({ "nama": label, "nilai": value })).collect();
    let result = json!({ "berkas": path, "angka_pokok": figures, "sidik": about.digest });
    let mut reply = Reply::new(text, result);
    if settings.talk == Talk::Full {
        reply.talk = format!("Sidik masukan: {}\n", about.digest);
    }
    reply.diagnostics = about.warnings;
    if hides_notes(settings) {
        // They are for the reader of the annex.
        let all = reply.diagnostics.len();
        reply.diagnostics.retain(|diagnostic| diagnostic.severity > Severity::Catatan);
        let notes = all - reply.diagnostics.len();
        if notes > 0 {
            reply.talk = format!("{notes} catatan tercetak dalam laporan ini; tampilkan di sini dengan --rinci.\n");
        }
    }
    reply
}

fn write_stage(
    input: &BuildInput,
    stage: Stage,
    asked: &BuildSettings,
    outside: &Outside<'_>,
) -> Result<Reply, Failure> {
    let parts = making::stage(input, stage, &outside.worker)?;
    let folder = Path::new(asked.output.as_deref().unwrap_or("."));
    let files = parts.iter().map(|(name, bytes)| (folder.join(name), bytes.as_slice()));
    disk::write_all(&outside.folder, files).map(|names| Reply::files(&names))
}
