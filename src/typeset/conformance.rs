//! The promise about standards, clause by clause: who keeps it, and which test shows it.
//!
//! Owns: this page and nothing else. What is asked of the engine stands in `typeset/export.rs`; what the pages look like, in
//! `templates/_naskah/`.
//!
//! **Who.** The *writer* is the engine's PDF library: it refuses to write a file that would break a clause it knows, and a
//! refused file never reaches the disk. *Templates* are the built-in ones; a template of a user's own is held to what the
//! writer checks, and the rest is its author's. *Data* are what the secretariat types. *Nobody* is a promise that is not made.
//!
//! **Shown by.** Names of tests under `tests/`. Where the writer alone answers, the whole suite shows that it wrote. With
//! `VERAPDF` set, `conformance::validator` has every kind, example and paper judged by that validator under both standards;
//! without it the test says that it judged nothing. No release has been judged by it so far.
//!
//! # PDF/A-3a (ISO 19005-3, level A)
//!
//! | Clauses | About | Kept by | Shown by |
//! | --- | --- | --- | --- |
//! | 6.1 | file structure: header, identifier, cross references, no encryption | writer; the identifier follows from the input | `report::determinism`, `mail::pdf` reads every table again |
//! | 6.2.2 to 6.2.10 | output intent, colours, images, transparency | writer | the writer's refusal |
//! | 6.2.11 | fonts embedded, every glyph mapped to text | writer; faces are our own, and characters that no face shows are refused before (`fonts`) | `fonts`, `conformance::reading::every_kind_is_read_aloud_as_written_down` |
//! | 6.3 | annotations | writer; templates make links only | `verifikasi`: what lies on a page is listed and compared |
//! | 6.4, 6.5 | forms, actions, scripts | writer writes none | `mail::finished` refuses files that have them |
//! | 6.6 | metadata: XMP agrees with the document information, the part and level are named | writer; title, issuer, subject, date from `About`, never from the clock | `report::determinism` |
//! | 6.7 | logical structure, natural language | writer for the tree; templates for what each thing is; data for the words | `conformance::reading` |
//! | 6.8 | embedded files: type, date, relationship, description | templates name each attachment in `lampirkan` | `report::provenance` |
//! | 6.9 to 6.11 | optional content, transitions, requirements | writer writes none | the writer's refusal |
//!
//! # PDF/UA-1 (ISO 14289-1)
//!
//! | Clauses | About | Kept by | Shown by |
//! | --- | --- | --- | --- |
//! | 7.1 | everything is tagged or an artefact, in reading order; title shown; language set | writer; templates for the order | `conformance::reading::everything_on_a_page_is_read_or_is_an_artefact` |
//! | 7.2 | text can be extracted; language of parts | writer; foreign words are not marked one by one: nobody | `conformance::reading`, texts of pages throughout the suite |
//! | 7.3 | figures have alternative text | templates: charts get a sentence with their figures, the emblem its name | `conformance::reading::every_drawing_is_described_with_its_figures`, `sentences` |
//! | 7.4 | headings nest without skips | writer and templates | `conformance::reading::headings_nest_without_skips_and_bookmarks_mirror_them` |
//! | 7.5 | header cells with a scope | templates: heads of columns; heads of rows are not marked, which the clause leaves open | `conformance::reading::every_header_cell_says_what_it_heads` |
//! | 7.6 | lists | writer | the golden texts of `conformance::reading` |
//! | 7.7, 7.9 | formulas, notes | there are none | the golden texts |
//! | 7.8 | running titles and page numbers are artefacts | writer | `conformance::reading::everything_on_a_page_is_read_or_is_an_artefact` |
//! | 7.10 to 7.15 | layers, attachments, threads, signatures, forms | writer; an electronic signature that somebody adds later is that program's | `mail::finished` |
//! | 7.16 | assistive technology is not locked out | writer never encrypts; a password is refused | `mail` |
//! | 7.17 | bookmarks | writer, from headings | `conformance::reading::headings_nest_without_skips_and_bookmarks_mirror_them` |
//! | 7.18, 7.19 | annotations and actions described | writer | the writer's refusal |
//! | 7.20, 7.21 | reusable drawings, fonts | writer | `fonts` |
//!
//! What no program can judge: that a sentence is understood when it is heard, that an alternative text says what matters. The
//! golden texts are there to be read.
