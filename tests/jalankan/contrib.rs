//! `contrib/`: what the examples start exists, and the system that reads them accepts them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser as _;
use rakor::cli::args::{self, Rakor};

const UNITS: [&str; 2] = ["rakor-jalankan.service", "rakor-jalankan.timer"];

fn contrib() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("contrib")
}

fn read(name: &str) -> String {
    fs::read_to_string(contrib().join(name)).unwrap()
}

fn starts(arguments: &str) {
    // A log and its errors belong to the shell.
    let arguments = arguments.split(" >>").next().unwrap();
    let parsed = Rakor::try_parse_from(std::iter::once("rakor").chain(arguments.split_whitespace())).unwrap();
    assert!(matches!(parsed.command, args::Command::Jalankan(_)), "{arguments}");
    assert!(parsed.common.folder.is_some(), "{arguments}");
}

#[test]
fn every_example_starts_a_command_that_exists() {
    let service = read("systemd/rakor-jalankan.service");
    starts(service.lines().find_map(|line| line.strip_prefix("ExecStart=/usr/local/bin/rakor ")).unwrap());
    let cron = read("cron/rakor");
    let line = cron.lines().find(|line| line.starts_with("30 6 * * * rakor ")).unwrap();
    starts(line.split_once("/usr/local/bin/rakor ").unwrap().1);
    let task = read("windows/rakor-jalankan.xml");
    let (_, arguments) = task.split_once("<Arguments>").unwrap();
    starts(arguments.split("</Arguments>").next().unwrap());
    for line in read("README.md").lines().filter_map(|line| line.strip_prefix("rakor ")) {
        starts(line);
    }
}

#[test]
fn systemd_accepts_the_units() {
    let room = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_rakor");
    for unit in UNITS {
        // Whether the program is there is asked too, so it is the one at hand.
        let text = read(&format!("systemd/{unit}")).replace("/usr/local/bin/rakor", program);
        fs::write(room.path().join(unit), text).unwrap();
    }
    let mut command = Command::new("systemd-analyze");
    let asked = command.args(["verify", "--man=no"]).args(UNITS.map(|unit| room.path().join(unit))).output();
    let Ok(asked) = asked else {
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "NOT TESTED: `systemd-analyze` is not installed");
        return;
    };
    // Of units of the machine itself it may have something to say too.
    let said = String::from_utf8_lossy(&asked.stderr).into_owned();
    assert!(asked.status.success() && !said.contains("rakor-jalankan"), "{said}");
}
