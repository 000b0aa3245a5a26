//! Conformance and metadata.

use chrono::Datelike;
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::ecow::EcoVec;
use typst::foundations::{Datetime, Smart};
use typst::model::DocumentInfo;
use typst::syntax::Span;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::About;

/// Archivable with attachments, and accessible. PDF/A-3a alone lets untagged content and skipped headings pass.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_3a, PdfStandard::Ua_1];

/// Who made the file, as it says of itself.
const CREATOR: &str = concat!("rakor ", env!("CARGO_PKG_VERSION"));

/// How the file's metadata, which PDF/A keeps legible, names its maker in every version.
const MARK: &[u8] = b"<xmp:CreatorTool>rakor ";

pub(super) fn is_own(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && bytes.windows(MARK.len()).any(|part| part == MARK)
}

pub(super) fn is_updated(bytes: &[u8]) -> bool {
    const END: &[u8] = b"startxref";
    bytes.windows(END.len()).filter(|part| *part == END).count() > 1
}

pub(super) fn describe(info: &mut DocumentInfo, about: &About) {
    info.title = Some(about.title.as_str().into());
    info.author = vec![about.author.as_str().into()];
    info.description = Some(about.subject.as_str().into());
    info.keywords = about.keywords.iter().map(|word| word.as_str().into()).collect();
    let (month, day) = (u8::try_from(about.date.month()), u8::try_from(about.date.day()));
    let date = month.ok().zip(day.ok()).and_then(|(month, day)| Datetime::from_ymd(about.date.year(), month, day));
    info.date = Smart::Custom(date);
}

pub(super) fn pdf(document: &PagedDocument, about: &About) -> SourceResult<Vec<u8>> {
    let standards = PdfStandards::new(&STANDARDS)
        .map_err(|error| EcoVec::from([SourceDiagnostic::error(Span::detached(), error.message().clone())]))?;
    let options = PdfOptions {
        ident: Smart::Custom(about.identity.clone()),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options)
}
