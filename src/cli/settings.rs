//! Arguments and environment, resolved once: the flag, then the `RAKOR_*` variable, then what the manifest or the
//! program says. Every conflict is reported here, before any work.

use chrono::NaiveDate;

use super::args::{Buat, Common, Format, Jenis, Kirim, Laporan, Menurut};
use super::code;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, quote};
use crate::figure::Period;
use crate::place::Place;

/// The password of the mail account, when it stands nowhere better.
pub(super) const PASSWORD_VARIABLE: &str = "RAKOR_SANDI_SUREL";

/// Environment variables that are read, and what the help says about them.
pub(super) const VARIABLES: [(&str, &str); 7] = [
    ("RAKOR_FOLDER", "seperti -C"),
    ("RAKOR_FORMAT", "seperti --format"),
    ("RAKOR_PERIODE", "seperti --periode"),
    ("RAKOR_WILAYAH", "seperti --wilayah"),
    ("RAKOR_KELUARAN", "seperti --keluaran"),
    (PASSWORD_VARIABLE, "kata sandi akun surel; lebih aman `berkas_sandi` dalam [surel]"),
    ("NO_COLOR", "bila diisi, pesan ditampilkan tanpa warna"),
];

/// Reads a variable of the environment.
pub(super) type Variable<'a> = &'a dyn Fn(&str) -> Option<String>;

/// How much is said beside the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Talk {
    /// Errors only.
    Quiet,
    /// What somebody at a desk wants to know.
    Usual,
    /// Everything.
    Full,
}

/// What holds for every command.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    /// The workspace that was asked for.
    pub(super) folder: Option<String>,
    /// How results are written.
    pub(super) format: Format,
    /// How much is said.
    pub(super) talk: Talk,
}

/// What one report is built with.
#[derive(Clone, Debug)]
pub(super) struct BuildSettings {
    /// `--periode`
    pub(super) period: Option<Period>,
    /// `--tahun`
    pub(super) year: Option<i32>,
    /// `--menurut`
    pub(super) parts: Option<Menurut>,
    /// `--wilayah`
    pub(super) region: Option<String>,
    /// `--tanggal`
    pub(super) date: Option<NaiveDate>,
    /// `--keluaran`
    pub(super) output: Option<String>,
}

fn set(variable: Variable<'_>, name: &str) -> Option<String> {
    variable(name).filter(|value| !value.is_empty())
}

/// The format that was asked for, even when the rest of the command line cannot be read.
pub(super) fn wanted_format(arguments: &[String], variable: Variable<'_>) -> Format {
    let flag = arguments.iter().enumerate().find_map(|(at, argument)| match argument.strip_prefix("--format") {
        Some("") => arguments.get(at + 1).map(String::as_str),
        Some(value) => value.strip_prefix('='),
        None => None,
    });
    match flag.map(str::to_owned).or_else(|| set(variable, "RAKOR_FORMAT")).as_deref() {
        Some("json") => Format::Json,
        _ => Format::Teks,
    }
}

/// What holds for every command.
pub(super) fn resolve(common: &Common, variable: Variable<'_>) -> Result<Settings, Failure> {
    let format = match (common.format, set(variable, "RAKOR_FORMAT").as_deref()) {
        (Some(format), _) => format,
        (None, None | Some("teks")) => Format::Teks,
        (None, Some("json")) => Format::Json,
        (None, Some(other)) => {
            return Err(refusal(vec![bad(
                "RAKOR_FORMAT",
                other,
                "Nilai itu tidak dikenal.",
                "teks atau json",
                "Ubah atau kosongkan variabel itu.",
            )]));
        }
    };
    let talk = match (common.senyap, common.rinci) {
        (true, _) => Talk::Quiet,
        (false, true) => Talk::Full,
        (false, false) => Talk::Usual,
    };
    Ok(Settings { folder: common.folder.clone().or_else(|| set(variable, "RAKOR_FOLDER")), format, talk })
}

/// What `rakor buat` is asked for; all mistakes together.
pub(super) fn build(args: &Buat, variable: Variable<'_>) -> Result<BuildSettings, Failure> {
    let (mut settings, mut problems) = report(&args.laporan, variable);
    let (_, output) = chosen(args.keluaran.as_deref(), "--keluaran", variable, "RAKOR_KELUARAN");
    if args.tahap.is_some() && output.is_none() {
        let message = "Hasil satu tahap memerlukan folder hasil.";
        problems.push(Diagnostic::error(code::OPTION, message, "Tambahkan -o FOLDER.").at(Place::file("--tahap")));
    }
    settings.output = output;
    if problems.is_empty() { Ok(settings) } else { Err(refusal(problems)) }
}

/// What `rakor kirim` is asked for; all mistakes together.
pub(super) fn send(args: &Kirim, variable: Variable<'_>) -> Result<BuildSettings, Failure> {
    let (mut settings, mut problems) = report(&args.laporan, variable);
    settings.output.clone_from(&args.keluaran);
    let texts = [("--tanpa-cocok", &args.tanpa_cocok), ("--perubahan", &args.perubahan)];
    problems.extend(texts.into_iter().filter_map(|(name, text)| one_line(name, text.as_deref()?)));
    if args.revisi == Some(0) {
        let action = "Tulis --revisi 1 untuk perbaikan yang pertama.";
        problems.push(bad("--revisi", "0", "Kiriman pertama bukan revisi.", "bilangan mulai dari 1", action));
    }
    if problems.is_empty() { Ok(settings) } else { Err(refusal(problems)) }
}

/// Why a text that goes into a message or into the ledger is refused.
pub(super) fn one_line(name: &str, text: &str) -> Option<Diagnostic> {
    let (message, action) = if text.trim().is_empty() {
        ("Teks itu kosong.", "Isi teks itu.")
    } else if text.contains(char::is_control) {
        ("Teks itu memuat baris baru atau karakter kendali lain.", "Tulis teks itu pada satu baris.")
    } else {
        return None;
    };
    Some(Diagnostic::error(code::OPTION, message, action).at(Place::file(name)))
}

/// Which report is meant, and what is wrong with how it was said.
fn report(args: &Laporan, variable: Variable<'_>) -> (BuildSettings, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let (period_name, period) = chosen(args.periode.as_deref(), "--periode", variable, "RAKOR_PERIODE");
    let period = period.and_then(|text| {
        text.parse::<Period>()
            .map_err(|error| {
                problems.push(bad(
                    period_name,
                    &text,
                    &error.to_string(),
                    "tahun-bulan",
                    "Tulis periode sebagai tahun-bulan, misalnya 2025-08.",
                ));
            })
            .ok()
    });
    let year = args.tahun.as_deref().and_then(|text| {
        let year = calendar_year(text);
        if year.is_none() {
            let action = "Tulis tahun dengan empat angka, misalnya 2024.";
            problems.push(bad("--tahun", text, "Tahun itu tidak ada atau salah tulis.", "empat angka", action));
        }
        year
    });
    problems.extend(mistaken(args));
    if args.menurut.is_some() && args.jenis != Jenis::Rekapitulasi {
        let message = "Hanya rekapitulasi yang disusun menurut tingkat wilayah di bawahnya.";
        problems.push(Diagnostic::error(code::OPTION, message, "Hapus pilihan itu.").at(Place::file("--menurut")));
    }
    let date = args.tanggal.as_deref().and_then(|text| {
        let date = calendar_date(text);
        if date.is_none() {
            problems.push(bad(
                "--tanggal",
                text,
                "Tanggal itu tidak ada atau salah tulis.",
                "tahun-bulan-tanggal",
                "Tulis tanggal seperti 2025-08-31.",
            ));
        }
        date
    });
    let (_, region) = chosen(args.wilayah.as_deref(), "--wilayah", variable, "RAKOR_WILAYAH");
    (BuildSettings { period, year, parts: args.menurut, region, date, output: None }, problems)
}

fn chosen<'n>(
    flag: Option<&str>,
    flag_name: &'n str,
    variable: Variable<'_>,
    variable_name: &'n str,
) -> (&'n str, Option<String>) {
    match flag {
        Some(text) => (flag_name, Some(text.to_owned())),
        None => (variable_name, set(variable, variable_name)),
    }
}

/// An evaluation is about a year, every other report about a month.
fn mistaken(args: &Laporan) -> Option<Diagnostic> {
    let (name, message, action) = match (args.jenis, &args.periode, &args.tahun) {
        (Jenis::Evaluasi, Some(_), _) => {
            ("--periode", "Laporan evaluasi disusun untuk satu tahun, bukan satu bulan.", "Ganti dengan --tahun TAHUN.")
        }
        (Jenis::Bulanan | Jenis::PemeriksaanAngka | Jenis::Konstruksi | Jenis::Rekapitulasi, _, Some(_)) => (
            "--tahun",
            "Laporan ini disusun untuk satu bulan, bukan satu tahun.",
            "Ganti dengan --periode TAHUN-BULAN.",
        ),
        _ => return None,
    };
    Some(Diagnostic::error(code::OPTION, message, action).at(Place::file(name)))
}

/// `2024`, in digits of this shape only.
fn calendar_year(text: &str) -> Option<i32> {
    let shape = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = text.parse::<i32>().ok().filter(|_| shape)?;
    Period::new(year, 12).map(|_| year)
}

/// `2025-08-31`, in digits of this shape only.
fn calendar_date(text: &str) -> Option<NaiveDate> {
    let shape = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| shape)?;
    Period::of(date).map(|_| date)
}

fn bad(name: &str, found: &str, message: &str, expected: &str, action: &str) -> Diagnostic {
    Diagnostic::error(code::OPTION, message, action).at(Place::file(name)).found(quote(found)).expected(expected)
}

fn refusal(diagnostics: Vec<Diagnostic>) -> Failure {
    Failure { kind: FailureKind::Usage, diagnostics }
}
