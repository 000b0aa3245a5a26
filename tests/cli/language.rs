//! Staff read Indonesian: no help and no refusal holds an English word.

use std::path::Path;

use rakor::cli::Exit;

use super::{line, rakor};

/// Words that no Indonesian sentence holds.
const ENGLISH: &[&str] = &[
    "the",
    "is",
    "are",
    "of",
    "for",
    "and",
    "or",
    "with",
    "not",
    "found",
    "error",
    "usage",
    "options",
    "option",
    "commands",
    "command",
    "arguments",
    "argument",
    "value",
    "values",
    "required",
    "unexpected",
    "invalid",
    "help",
    "print",
    "version",
    "possible",
    "default",
    "provided",
    "cannot",
    "used",
    "file",
    "directory",
    "try",
    "more",
    "information",
    "missing",
    "unknown",
    "similar",
    "tip",
    "subcommand",
    "subcommands",
    "aliases",
    "example",
    "examples",
    "exit",
    "code",
    "environment",
    "output",
    "input",
    "report",
    "build",
    "check",
    "new",
    "schema",
    "completions",
    "unrecognized",
    "multiple",
    "times",
    "following",
    "were",
    "was",
    "but",
    "one",
    "none",
    "supplied",
    "name",
    "synopsis",
    "description",
    "general",
    "published",
    "figures",
    "people",
    "shell",
];

const COMMANDS: [&str; 14] = [
    "",
    "baru",
    "periksa",
    "buat",
    "jalankan",
    "kirim",
    "riwayat",
    "selesaikan",
    "impor",
    "lacak",
    "verifikasi",
    "skema",
    "templat",
    "pelengkapan",
];

/// The English words of a text; the alias of a command or an option is one on purpose.
fn english(text: &str) -> Vec<String> {
    let mut rest = text;
    let mut own = String::new();
    while let Some((before, after)) = rest.split_once("(alias: ") {
        own.push_str(before);
        rest = after.split_once(')').map_or("", |(_, behind)| behind);
    }
    own.push_str(rest);
    own.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| ENGLISH.contains(&word.to_lowercase().as_str()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_help_of_every_command_is_indonesian_with_an_example() {
    for command in COMMANDS {
        for flag in ["-h", "--bantuan", "--help"] {
            let run = line(Path::new("."), &format!("{command} {flag}"));
            assert_eq!(run.exit, Exit::Done);
            assert_eq!(english(&run.out), [""; 0], "{}", run.out);
            assert!(run.err.is_empty());
            assert!(run.out.contains("Penggunaan: rakor") && run.out.contains("\nOpsi:\n"));
            let example = format!("\nContoh:\n  rakor {command}");
            assert!(run.out.contains(example.trim_end()), "{}", run.out);
            assert!(run.out.lines().all(|line| line.chars().count() <= 120), "{}", run.out);
        }
    }
}

#[test]
fn the_help_shows_every_alias_and_every_exit_code() {
    let help = line(Path::new("."), "--bantuan").out;
    for (command, alias) in [
        ("baru", "new"),
        ("periksa", "check"),
        ("buat", "build"),
        ("jalankan", "run"),
        ("kirim", "send"),
        ("riwayat", "history"),
        ("selesaikan", "resolve"),
        ("lacak", "trace"),
        ("verifikasi", "verify"),
        ("skema", "schema"),
        ("templat", "templates"),
        ("pelengkapan", "completions"),
    ] {
        assert!(help.contains(&format!("(alias: {alias})")), "{alias}");
        let own = line(Path::new("."), &format!("{command} --bantuan")).out;
        assert_eq!(line(Path::new("."), &format!("{alias} --help")).out, own);
    }
    for exit in Exit::ALL {
        assert!(help.contains(&format!("  {:<3}  {}\n", exit.code(), exit.meaning())), "{}", exit.code());
    }
}

#[test]
fn twenty_four_slips_are_refused_in_indonesian_with_the_usage_line() {
    for (slip, said) in [
        ("bual", "perintah \"bual\" tidak dikenal; mungkin yang dimaksud `buat`."),
        ("chek", "mungkin yang dimaksud `check`."),
        ("help", "perintah \"help\" tidak dikenal."),
        ("-x", "opsi \"-x\" tidak dikenal."),
        ("--versio", "mungkin yang dimaksud `--versi`."),
        ("-C", "`--folder <FOLDER>` memerlukan nilai."),
        ("--format xml periksa", "nilai \"xml\" untuk `--format <BENTUK>` tidak dikenal"),
        ("--format", "`--format <BENTUK>` memerlukan nilai."),
        ("-q -v periksa", "`--senyap` tidak dapat digunakan bersama `--rinci`."),
        ("baru", "belum diisi: <FOLDER>."),
        ("baru a b", "argumen \"b\" berlebih."),
        ("baru a --contoh kota-malan", "mungkin yang dimaksud `kota-malang`."),
        ("periksa --ketat --ketat", "`--ketat` hanya boleh ditulis satu kali."),
        ("periksa semua", "argumen \"semua\" berlebih."),
        ("periksa --ketta", "opsi \"--ketta\" tidak dikenal; mungkin yang dimaksud `--ketat`."),
        ("buat", "belum diisi: <JENIS>."),
        (
            "buat Bulanan",
            "mungkin yang dimaksud `bulanan`. Pilihannya: bulanan, pemeriksaan-angka, evaluasi, konstruksi, rekapitulasi.",
        ),
        ("buat bulanan --period 2025-08", "mungkin yang dimaksud `--periode`."),
        ("buat bulanan --periode", "`--periode <TAHUN-BULAN>` memerlukan nilai."),
        ("buat bulanan --konsep=ya", "`--konsep` tidak menerima nilai \"ya\"."),
        ("buat bulanan --tahap gambar -o x", "Pilihannya: masukan, ukuran, markah, grafik, pdf."),
        ("buat bulanan --periode 2025-08 --periode 2025-09", "hanya boleh ditulis satu kali."),
        ("skema --bentuk", "`--bentuk <BENTUK>` memerlukan nilai."),
        ("pelengkapan bas", "mungkin yang dimaksud `bash`."),
    ] {
        let run = line(Path::new("."), slip);
        assert_eq!(run.exit, Exit::Usage, "{slip}");
        assert!(run.out.is_empty());
        assert!(run.err.starts_with("Kesalahan penggunaan: "), "{slip}: {}", run.err);
        assert!(run.err.contains(said), "{slip}: {}", run.err);
        assert!(run.err.contains("\n\nPenggunaan: rakor ") && run.err.contains("\nBantuan: rakor"), "{}", run.err);
        let ours: String = run.err.replace("\"help\"", "").replace("`check`", "");
        assert_eq!(english(&ours), [""; 0], "{}", run.err);
    }
}

#[test]
fn without_arguments_the_help_is_shown_as_a_refusal() {
    let run = rakor(Path::new("."), &[]);
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.out.is_empty());
    assert_eq!(run.err, line(Path::new("."), "-h").out);
}

#[test]
fn values_that_make_no_date_or_month_are_refused_together() {
    let run = line(Path::new("."), "buat bulanan --periode 2025-13 --tanggal 2025-02-30 --tahap pdf");
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.err.contains("kesalahan[C001] --periode\n  Bulan 13 tidak ada.\n"), "{}", run.err);
    assert!(run.err.contains("kesalahan[C001] --tanggal\n"));
    assert!(run.err.contains("kesalahan[C001] --tahap\n"));
    assert!(run.err.ends_with("Ditemukan 3 kesalahan.\n"));
    for bad in ["2025", "2025-8-31", "31-08-2025", "+2025-08-3", "0001-01-01", "9999-12-31"] {
        assert_eq!(rakor(Path::new("."), &["buat", "bulanan", "--tanggal", bad]).exit, Exit::Usage, "{bad}");
    }
}

#[test]
fn an_evaluation_is_about_a_year_and_every_other_report_about_a_month() {
    for (arguments, said) in [
        ("buat evaluasi --tahun 24", "[C001] --tahun\n  Tahun itu tidak ada atau salah tulis.\n  Ditemukan : \"24\"\n"),
        ("buat evaluasi --tahun 1024", "[C001] --tahun\n"),
        (
            "buat evaluasi --periode 2024-12",
            "[C001] --periode\n  Laporan evaluasi disusun untuk satu tahun, bukan satu bulan.\n  Tindakan  : Ganti dengan \
             --tahun TAHUN.\n",
        ),
        (
            "buat bulanan --tahun 2024",
            "[C001] --tahun\n  Laporan ini disusun untuk satu bulan, bukan satu tahun.\n  Tindakan  : Ganti dengan --periode \
             TAHUN-BULAN.\n",
        ),
        ("buat evaluasi --tahun 2024 --periode 2024-12", "`--tahun <TAHUN>` tidak dapat digunakan bersama"),
    ] {
        let run = line(Path::new("."), arguments);
        assert_eq!(run.exit, Exit::Usage, "{arguments}");
        assert!(run.err.contains(said), "{arguments}: {}", run.err);
    }
}

#[test]
fn a_hostile_argument_cannot_steer_the_terminal() {
    for argument in ["\u{1B}[2J", "a\u{202E}b", "a\nb"] {
        for arguments in [
            vec![argument],
            vec!["baru", "x", argument],
            vec!["buat", argument],
            vec!["buat", "bulanan", "--periode", argument],
            vec!["periksa", "-C", argument],
        ] {
            let run = rakor(Path::new("."), &arguments);
            assert_eq!(run.exit, Exit::Usage);
            assert!(!run.err.contains(['\u{1B}', '\u{202E}']), "{:?}", run.err);
        }
    }
}
