//! What the system knows of a child: its limits, its surroundings, and whether it is still there.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::{limited, small, usual};

/// The version of the frames.
const VERSION: u32 = 4;

/// The header of a request, as its parent writes it.
fn header(version: u32) -> Vec<u8> {
    let text = format!(
        "{{\"version\":{version},\"memory\":1073741824,\"processor\":60,\"task\":{{\"ReadWorkbook\":{{\"path\":\"a.xlsx\"}}}}}}"
    );
    [&u32::try_from(text.len()).unwrap().to_le_bytes(), text.as_bytes()].concat()
}

fn child() -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rakor"));
    command.arg("__pekerja").env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

/// What a child writes, says and ends with that gets these bytes.
fn answer(bytes: &[u8]) -> (Vec<u8>, Vec<u8>, Option<i32>) {
    let mut child = child();
    // It may stop listening at any byte.
    let _ = child.stdin.take().unwrap().write_all(bytes);
    let output = child.wait_with_output().unwrap();
    (output.stdout, output.stderr, output.status.code())
}

/// The limits of a process, as lines without their spaces.
fn limits(process: u32) -> Vec<String> {
    let text = fs::read_to_string(format!("/proc/{process}/limits")).unwrap_or_default();
    text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// A child that has read its request and waits for the bytes.
fn waiting() -> Child {
    let mut child = child();
    child.stdin.as_mut().unwrap().write_all(&header(VERSION)).unwrap();
    while !limits(child.id()).iter().any(|line| line.starts_with("Max core file size 0 0")) {
        assert!(child.try_wait().unwrap().is_none(), "it ended");
        thread::sleep(Duration::from_millis(1));
    }
    child
}

/// The children of this thread that are not gone yet.
fn children() -> String {
    fs::read_to_string("/proc/thread-self/children").unwrap_or_default()
}

#[test]
fn a_child_limits_itself_before_it_touches_the_bytes() {
    let mut child = waiting();
    let limits = limits(child.id());
    for expected in [
        "Max cpu time 60 65 seconds",
        "Max file size 0 0 bytes",
        "Max core file size 0 0 bytes",
        "Max open files 3 3 files",
        "Max address space 1073741824 1073741824 bytes",
    ] {
        assert!(limits.iter().any(|line| line == expected), "{expected}\n{limits:#?}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_child_ends_with_its_parent() {
    // To the system, the parent is the thread that started the child.
    let mut child = thread::spawn(waiting).join().unwrap();
    let status = child.wait().unwrap();
    assert_eq!(status.signal(), Some(9), "{status:?}");
}

#[test]
fn a_child_whose_parent_hangs_up_ends() {
    let mut child = waiting();
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn no_child_is_left_however_it_ends() {
    let bytes = small();
    assert!(usual().read_workbook("a.xlsx", &bytes).is_ok());
    assert!(usual().read_workbook("a.xlsx", b"x").is_err());
    assert!(limited(|limits| limits.wall = Duration::ZERO).read_workbook("a.xlsx", &bytes).is_err());
    assert!(limited(|limits| limits.answer = 0).read_workbook("a.xlsx", &bytes).is_err());
    assert!(limited(|limits| limits.memory = 0).read_workbook("a.xlsx", &vec![0; 8 << 20]).is_err());
    assert_eq!(children(), "");
}

#[test]
fn what_is_no_request_is_answered_with_nothing() {
    let lie = |length: u64| [header(VERSION), length.to_le_bytes().to_vec()].concat();
    let requests: [&[u8]; 7] = [
        b"",
        b"abc",
        b"rakor periksa\n",
        &[0xFF; 64],
        &[2, 0, 0, 0, b'{', b'}'],
        // Of another version, and whole.
        &[header(0), vec![0; 8]].concat(),
        // A length with nothing behind it.
        &lie(u64::MAX),
    ];
    for request in requests {
        let (out, err, code) = answer(request);
        assert_eq!((out.as_slice(), err.as_slice(), code), (&b""[..], &b""[..], Some(1)), "{request:?}");
    }
}

#[test]
fn an_answer_is_one_frame_and_nothing_beside() {
    let bytes = small();
    let length = u64::try_from(bytes.len()).unwrap().to_le_bytes();
    let (out, err, code) = answer(&[header(VERSION), length.to_vec(), bytes].concat());
    assert_eq!((err.as_slice(), code), (&b""[..], Some(0)));
    let mut rest = out.as_slice();
    let mut word = [0; 4];
    rest.read_exact(&mut word).unwrap();
    let (head, rest) = rest.split_at(usize::try_from(u32::from_le_bytes(word)).unwrap());
    assert_eq!(head, b"\"Done\"");
    let (length, body) = rest.split_at(8);
    assert_eq!(u64::from_le_bytes(length.try_into().unwrap()), u64::try_from(body.len()).unwrap());
    assert!(rakor::workbook::Book::decode(body).is_some());
}
