//! Whatever the bytes are, they are read or refused.

use proptest::prelude::*;
use rakor::pdf::Pdf;

use super::foreign::{carrier, pdf};

/// Reads what there is to read; a refusal has a code of its own.
fn read(file: &[u8]) {
    let codes = ["B001", "B002", "B003", "B004", "B005", "B006"];
    match Pdf::open(file) {
        Ok(pdf) => {
            let _ = pdf.creator();
            if let Err(refused) = pdf.attachment("masukan.json") {
                assert!(codes.contains(&&*refused.code));
            }
        }
        Err(refused) => assert!(codes.contains(&&*refused.code)),
    }
}

/// Words of the format, of which a broken file is made.
fn word() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::sample::select(vec![
            "<<",
            ">>",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "/Names",
            "/Kids",
            "/EmbeddedFiles",
            "/Root",
            "/Prev",
            "/Length",
            "1 0 R",
            "3 0 R",
            "1 0 obj",
            "endobj",
            "stream\n",
            "endstream",
            "xref",
            "trailer",
            "startxref",
            "%",
            "\\",
            "-1",
            "99999999999999999999",
            "4294967296",
            "0 1",
            "/Filter/FlateDecode",
            "n",
            "f",
        ])
        .prop_map(|word| format!("{word} ").into_bytes()),
        prop::collection::vec(any::<u8>(), 0..6),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_broken_file_is_read_or_refused(
        at in 0..10_000_usize,
        cut in 0..12_usize,
        words in prop::collection::vec(word(), 0..6),
    ) {
        let file = carrier("rakor 0.1.0", "masukan.json", b"{}");
        let at = at % file.len();
        let rest = file.get(at + cut..).unwrap_or_default();
        let broken = [&file[..at], &words.concat(), rest].concat();
        read(&broken);
        read(&broken[..broken.len() - broken.len() / 7]);
    }

    #[test]
    fn any_bytes_are_read_or_refused(words in prop::collection::vec(word(), 0..80)) {
        let text = [b"%PDF-1.7\n".to_vec(), words.concat(), b"\nstartxref 9".to_vec()].concat();
        read(&text);
        read(&pdf(&[words.concat(), b"<<>>".to_vec()], ""));
    }
}

#[test]
fn what_refers_to_itself_comes_to_an_end() {
    let objects = |catalogue: &str, node: &str| [catalogue, "3 0 R", node].map(|object| object.as_bytes().to_vec());
    let names = "<</Names<</EmbeddedFiles 3 0 R>>>>";
    let kids = format!("<</Kids[{}]>>", "3 0 R ".repeat(900));
    for file in [
        pdf(&objects("1 0 R", ""), ""),
        pdf(&objects(names, "3 0 R"), ""),
        pdf(&objects(names, "<</Kids[3 0 R 3 0 R]>>"), ""),
        pdf(&objects(names, &kids), ""),
        pdf(&objects(names, "<</Length 3 0 R>>\nstream\n\nendstream"), ""),
        pdf(&objects(&"[".repeat(100_000), &"<</A".repeat(100_000)), ""),
        pdf(&objects(names, ""), "/Prev 9"),
        pdf(&objects(names, &format!("[{}]", "1 ".repeat(300_000))), ""),
        b"%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF".to_vec(),
        b"%PDF-1.7\nxref\n0 99999999999\ntrailer\n<<>>\nstartxref\n9\n%%EOF".to_vec(),
    ] {
        read(&file);
    }
}
