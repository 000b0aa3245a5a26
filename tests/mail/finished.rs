//! Does a finished file follow from a build? Files as signing and saving programs write them, changed files, hostile ones.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

mod differs;
mod follows;
mod hostile;

use std::sync::LazyLock;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, StringFormat, dictionary};
use rakor::diagnostic::Failure;
use rakor::report::{Finished, finished};

/// The report of the complete example.
fn report() -> &'static [u8] {
    &crate::lacak::REPORT
}

/// What a child of this program reads in a file; the report is read once for all tests.
fn read(file: &[u8]) -> Result<rakor::pdf::Content, Failure> {
    static REPORT: LazyLock<rakor::pdf::Content> =
        LazyLock::new(|| crate::worker().read_content("laporan.pdf", report()).unwrap());
    if file == report() { Ok(REPORT.clone()) } else { crate::worker().read_content("ttd.pdf", file) }
}

/// Holds a file against a build.
fn judged(file: &[u8], built: &[u8]) -> Finished {
    finished(file, built, &read).unwrap()
}

/// Everything that is said of a file, one line for each diagnostic.
fn said(finished: &Finished) -> String {
    let line = |diagnostic: &rakor::diagnostic::Diagnostic| {
        let mut line = format!("{} {} {}", diagnostic.code, diagnostic.severity, diagnostic.message);
        for (label, value) in [("ditemukan", &diagnostic.found), ("seharusnya", &diagnostic.expected)] {
            if let Some(value) = value {
                line.push_str(&format!(" | {label} {value}"));
            }
        }
        line + "\n"
    };
    finished.diagnostics().iter().map(line).collect()
}

pub(crate) fn document(file: &[u8]) -> Document {
    Document::load_mem(file).unwrap()
}

/// Saved anew as old programs do.
pub(crate) fn saved(mut document: Document) -> Vec<u8> {
    let mut file = Vec::new();
    document.save_to(&mut file).unwrap();
    file
}

/// Saved anew as new programs do, objects packed into streams.
pub(crate) fn packed(mut document: Document) -> Vec<u8> {
    let mut file = Vec::new();
    document.save_modern(&mut file).unwrap();
    file
}

/// The file with an update behind it.
pub(crate) fn appended(file: &[u8], change: impl FnOnce(&mut IncrementalDocument)) -> Vec<u8> {
    let mut update = IncrementalDocument::create_from(file.to_vec(), document(file));
    change(&mut update);
    let mut file = Vec::new();
    update.save_to(&mut file).unwrap();
    file
}

pub(crate) fn page(document: &Document, number: u32) -> ObjectId {
    document.get_pages()[&number]
}

/// The stream of a page's instructions.
pub(crate) fn contents(document: &Document, number: u32) -> (ObjectId, Content) {
    let id = document.get_page_contents(page(document, number))[0];
    let bytes = document.get_object(id).unwrap().as_stream().unwrap().get_plain_content().unwrap();
    (id, Content::decode(&bytes).unwrap())
}

/// A stream of instructions.
pub(crate) fn instructions(operations: Vec<Operation>) -> Object {
    Object::Stream(Stream::new(Dictionary::new(), Content { operations }.encode().unwrap()))
}

/// A page's instructions with the first print of one text replaced by another of the same length.
pub(crate) fn reworded(document: &Document, number: u32, from: &str, to: &str) -> (ObjectId, Object) {
    let fonts = document.get_page_fonts(page(document, number)).unwrap();
    let (id, mut content) = contents(document, number);
    let mut codes = None;
    for operation in &mut content.operations {
        if operation.operator == "Tf" {
            let font = fonts[operation.operands[0].as_name().unwrap()].get_font_encoding(document).unwrap();
            codes = Some((font.string_to_bytes(from), font.string_to_bytes(to)));
        }
        let mut strings: Vec<&mut Vec<u8>> = Vec::new();
        for operand in &mut operation.operands {
            match operand {
                Object::String(string, _) => strings.push(string),
                Object::Array(pieces) => {
                    strings.extend(pieces.iter_mut().filter_map(|piece| match piece {
                        Object::String(string, _) => Some(string),
                        _ => None,
                    }));
                }
                _ => {}
            }
        }
        for string in strings {
            let Some((from, to)) = &codes else { continue };
            if from.len() == to.len()
                && !from.is_empty()
                && let Some(at) = string.windows(from.len()).position(|window| window == from)
            {
                string.splice(at..at + from.len(), to.iter().copied());
                return (id, instructions(content.operations));
            }
        }
    }
    panic!("{from} is not printed on page {number}");
}

/// A form that shows a text in a standard face.
pub(crate) fn form(text: &str) -> Stream {
    let font = dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    };
    let dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), 200.into(), 50.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
    };
    Stream::new(dict, format!("BT /F 10 Tf 10 10 Td ({text}) Tj ET").into_bytes())
}

/// Lays an annotation on a page.
pub(crate) fn lay(update: &mut IncrementalDocument, number: u32, annotation: Dictionary) -> ObjectId {
    let id = update.new_document.add_object(annotation);
    let page = page(update.get_prev_documents(), number);
    update.opt_clone_object_to_new_document(page).unwrap();
    let page = update.new_document.get_dictionary_mut(page).unwrap();
    let mut all = page.get(b"Annots").and_then(Object::as_array).cloned().unwrap_or_default();
    all.push(id.into());
    page.set("Annots", all);
    id
}

pub(crate) fn annotation(kind: &str) -> Dictionary {
    dictionary! {
        "Type" => "Annot", "Subtype" => kind, "F" => 4, "Rect" => vec![10.into(), 10.into(), 210.into(), 60.into()],
    }
}

/// The file as a signing program leaves it: a field with a value that spans everything but itself.
pub(crate) fn signed(file: &[u8], look: Option<&str>) -> Vec<u8> {
    const RANGE: &str = "[0 1111111111 2222222222 3333333333]";
    let number = |digit: i64| Object::Integer(digit * 1_111_111_111);
    let mut file = appended(file, |update| {
        let value = update.new_document.add_object(dictionary! {
            "Type" => "Sig", "Filter" => "Adobe.PPKLite", "SubFilter" => "ETSI.CAdES.detached",
            "ByteRange" => vec![0.into(), number(1), number(2), number(3)],
            "Contents" => Object::String(vec![0; 64], StringFormat::Hexadecimal),
        });
        let mut field = annotation("Widget");
        field.set("FT", "Sig");
        field.set("T", Object::string_literal("Tanda tangan"));
        field.set("V", value);
        if let Some(text) = look {
            let look = update.new_document.add_object(form(text));
            field.set("AP", dictionary! { "N" => look });
        } else {
            field.set("Rect", vec![0.into(); 4]);
        }
        let field = lay(update, 1, field);
        let catalog = update.get_prev_documents().trailer.get(b"Root").unwrap().as_reference().unwrap();
        update.opt_clone_object_to_new_document(catalog).unwrap();
        let catalog = update.new_document.get_dictionary_mut(catalog).unwrap();
        catalog.set("AcroForm", dictionary! { "Fields" => vec![field.into()], "SigFlags" => 3 });
    });
    let value = vec![b'0'; 128];
    let start = file.windows(128).rposition(|window| window == value).unwrap() - 1;
    let end = start + 130;
    let range = format!("{:<36}", format!("[0 {start} {end} {}]", file.len() - end));
    let at = file.windows(RANGE.len()).rposition(|window| window == RANGE.as_bytes()).unwrap();
    file.splice(at..at + RANGE.len(), range.bytes());
    file
}
