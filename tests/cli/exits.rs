//! Exit codes are a promise.

use std::io;
use std::path::Path;

use rakor::cli::{Exit, Outside, run};
use rakor::diagnostic::FailureKind;

#[test]
fn the_numbers_never_change() {
    assert_eq!(Exit::ALL.map(Exit::code), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 130, 143]);
    let kinds = [
        (FailureKind::Internal, 1),
        (FailureKind::Usage, 2),
        (FailureKind::Data, 3),
        (FailureKind::Template, 4),
        (FailureKind::Disk, 8),
    ];
    for (kind, code) in kinds {
        assert_eq!(Exit::from(kind).code(), code);
    }
}

#[test]
fn several_at_once_are_weighed_in_the_agreed_order() {
    let order = [1, 8, 7, 6, 5, 10, 4, 3, 0].map(|code| Exit::ALL.into_iter().find(|exit| exit.code() == code));
    for (at, heavier) in order.iter().enumerate() {
        for lighter in &order[at..] {
            let both = [*lighter, *heavier].map(|exit| exit.unwrap_or(Exit::Done));
            assert_eq!(Some(Exit::worst(both)), *heavier);
        }
    }
    assert_eq!(Exit::worst([]), Exit::Done);
}

/// Takes nothing.
struct Broken(io::ErrorKind);

impl io::Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

fn skema_into(kind: io::ErrorKind) -> Exit {
    run(&mut Outside {
        arguments: ["rakor", "skema"].map(Into::into).to_vec(),
        variable: &|_| None,
        folder: Path::new(".").to_path_buf(),
        out: &mut Broken(kind),
        err: &mut io::sink(),
        terminal: false,
        worker: crate::worker(),
        clock: crate::clock(),
        post: rakor::cli::Post::unattended(),
    })
}

#[test]
fn a_full_disk_behind_stdout_is_reported_and_a_closed_pipe_is_not() {
    assert_eq!(skema_into(io::ErrorKind::StorageFull), Exit::Disk);
    assert_eq!(skema_into(io::ErrorKind::BrokenPipe), Exit::Done);
}

#[test]
fn the_binary_ends_with_the_number_and_keeps_its_streams_apart() {
    let rakor = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rakor"));
        command.env_clear().args(arguments).output().unwrap()
    };
    let version = rakor(&["--versi"]);
    assert_eq!(version.status.code(), Some(0));
    assert_eq!(version.stdout, format!("rakor {}\n", env!("CARGO_PKG_VERSION")).into_bytes());
    assert!(version.stderr.is_empty());
    let slip = rakor(&["bual"]);
    assert_eq!(slip.status.code(), Some(2));
    assert!(slip.stdout.is_empty() && slip.stderr.starts_with(b"Kesalahan penggunaan: "));
}
