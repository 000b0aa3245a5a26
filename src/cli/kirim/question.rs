//! The last word before something is sent belongs to a person, or to `--ya`.

use super::codes;
use crate::cli::Outside;
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::place::Place;

/// Nobody types a longer answer, in bytes.
const LONGEST_ANSWER: u64 = 1 << 10;

/// Asks whether `count` messages are to be sent to `whom`. Without anybody to ask, `--ya` has to say so.
pub(super) fn agreed(count: usize, whom: &str, yes: bool, outside: &mut Outside<'_>) -> Result<(), Failure> {
    use std::io::{BufRead as _, Read as _};
    if yes {
        return Ok(());
    }
    let Some(answers) = outside.post.answers.as_mut() else {
        let diagnostic = Diagnostic::error(
            codes::NOT_CONFIRMED,
            format!("{count} surel siap dikirim, tetapi tidak ada terminal untuk menanyakan persetujuan."),
            "Periksa rencananya dengan --uji, lalu ulangi dengan --ya.",
        );
        return Err(Failure::one(FailureKind::Usage, diagnostic.at(Place::file("--ya"))));
    };
    let _ = write!(outside.err, "\nKirim {count} surel {whom}? Ketik \"ya\" untuk melanjutkan: ");
    let _ = outside.err.flush();
    let mut answer = Vec::new();
    let heard = answers.by_ref().take(LONGEST_ANSWER).read_until(b'\n', &mut answer);
    // Who ends the input within the line has not said it to its end, and the terminal's line is still open.
    let whole = heard.is_ok() && answer.ends_with(b"\n");
    if whole && answer.trim_ascii().eq_ignore_ascii_case(b"ya") {
        return Ok(());
    }
    if !whole {
        let _ = writeln!(outside.err);
    }
    let diagnostic = Diagnostic::error(
        codes::NOT_CONFIRMED,
        "Pengiriman dibatalkan; tidak satu pun surel dikirim.",
        "Ulangi perintah itu dan jawab ya bila rencananya sudah benar.",
    );
    Err(Failure::one(FailureKind::Usage, diagnostic))
}
