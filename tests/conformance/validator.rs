//! What a validator says of every kind, every example and every paper. `VERAPDF` names the program; without it nothing is
//! judged, and that is said.

use std::path::Path;
use std::process::Command;

use super::{PAPERS, paper};

/// Profiles by the names that the validator gives them.
const PROFILES: [&str; 2] = ["3a", "ua1"];
/// Every paper that a manifest may name.
const SIZES: [&str; 3] = ["A4", "F4-210", "F4-215"];

#[test]
fn a_validator_finds_nothing() {
    let Some(validator) = std::env::var_os("VERAPDF") else {
        #[expect(clippy::print_stderr, reason = "what was not looked at has to be said")]
        {
            eprintln!(
                "SKIPPED: VERAPDF names no validator; conformance to PDF/A-3a and PDF/UA-1 is judged by the writer alone"
            );
        }
        return;
    };
    let room = tempfile::tempdir().unwrap();
    let mut complaints = Vec::new();
    for (kind, example, options) in PAPERS {
        for size in SIZES {
            let path = room.path().join(format!("{kind}_{example}_{size}.pdf"));
            std::fs::write(&path, paper(kind, example, options, Some(size))).unwrap();
            complaints.extend(PROFILES.iter().filter_map(|profile| judged(Path::new(&validator), profile, &path)));
        }
    }
    assert_eq!(complaints, [""; 0]);
}

/// What the validator complains of.
fn judged(validator: &Path, profile: &str, path: &Path) -> Option<String> {
    let done = Command::new(validator).args(["--format", "text", "--flavour", profile]).arg(path).output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    (!said.starts_with("PASS ")).then(|| format!("{} {profile}: {said}", path.display()))
}
