//! `rakor`: formal Indonesian coverage reports from a secretariat's data.
//!
//! A library with all the behaviour and a thin binary. This page says how the house is built; what each room owns, and
//! what belongs elsewhere, stands at the head of its module.
//!
//! # The way of a report
//!
//! One direction, each step a plain value for the next:
//!
//! | step | room | takes | gives | refuses with |
//! | --- | --- | --- | --- | --- |
//! | load | [`manifest`] | text of `rakor.toml` | [`manifest::Manifest`] | line and key |
//! | unpack | [`worker`] | a workbook, in a process of its own | [`workbook::Book`], its cells | file, sheet, cell |
//! | read | [`table`] | CSV files, sheets of books | [`table::Dataset`], each cell with its place | file, line, column |
//! | audit | [`audit`] | the dataset | [`audit::Finding`]s; errors among them refuse | the cells that contradict |
//! | | [`report`] | rows, findings, letter, own files | [`report::BuildInput`] | a period or region without data |
//! | measure | [`measure`] | rows, region, month | [`measure::Measures`] | never: gaps are [`measure::Missing`] |
//! | compose | [`report`] | measures and letter | [`template::Tree`]: the context of one kind | - |
//! | render | [`template`] | template, context | [`template::Rendered`]: markup, values, charts | template line |
//! | draw | [`chart`] | [`chart::ChartSpec`] | SVG | what cannot be drawn |
//! | typeset | [`typeset`] | [`typeset::Job`]: all files | PDF, and where each value stands | template line |
//! | write | [`files`] | bytes | the file, or the old one whole | path |
//!
//! **The seam** is [`report::BuildInput`]: everything that decides the bytes of a report, and nothing else. What is
//! before it ([`report::load`]; for a whole schedule [`report::open`]) reads, checks and selects; what is after it
//! ([`report::build`]) is pure, without clock, environment or disk. It serialises to canonical JSON and back without loss,
//! its digest names the build, and the PDF carries it as `masukan.json`, so that a report can be built again from itself:
//! [`report::trace`] does so to say of every printed figure where it stands and from which cells it follows, and
//! [`report::verify()`] to say whether a file's print follows from the data it carries.
//!
//! # Three rules that go through every room
//!
//! **Figures are exact and know their sources.** A cell keeps its place ([`place::Cell`]); a figure computed from cells
//! keeps all of theirs ([`place::Sourced`]); a finished string still does ([`place::Printed`]). Numbers are
//! [`figure::Ratio`]s until they are printed, once, and a percentage is never bare: [`figure::Coverage`] has numerator,
//! denominator, definition, publisher and day. What cannot be computed is a reason, not a zero.
//!
//! **Data never becomes markup.** For every slot a template prints a bound reference such as `#v1f0c3a(17);`; the
//! finished strings travel beside the markup, like parameters in SQL. The reference is also the way back: the glyphs on
//! a finished page point at the reference, the reference at the value, the value at its cells. Sentences are
//! [`template::Sentence`]s, a case and its slots; their wording stands in `templates/_kalimat/`, where a secretariat
//! can change it.
//!
//! **Problems are collected.** Every room reports [`diagnostic::Diagnostic`]s, in Indonesian, with place, what was
//! found, what was expected and what to do. A stage finishes looking before it stops. An engine's own words follow at
//! most as a quotation. Only [`cli`] prints, and only it knows exit codes.
//!
//! # Rooms and floors
//!
//! A room knows only rooms on lower floors; rooms on one floor do not know each other. What is heavy is known to one
//! room only. `tests/house.rs` reads the sources and fails when a wall is broken.
//!
//! | floor | room | owns, and only here |
//! | --- | --- | --- |
//! | 9 | `main` | the process |
//! | 8 | [`cli`] | arguments, environment, terminal, exit codes (clap); one file for each command |
//! | 7 | [`worker`] | child processes of the same binary, their limits and frames (rustix) |
//! | 7 | [`mail`] | messages, the dialogue with a mail server, the ledger of deliveries (lettre, rustls, rusqlite) |
//! | 6 | [`report`] | [`report::BuildInput`], the order of the stages, one folder for each kind of report |
//! | 5 | [`template`] | templates, sentences, bound references, the text of mails (minijinja) |
//! | 5 | [`typeset`] | pages and PDF (typst) |
//! | 5 | [`pdf`] | what a PDF carries and shows, read back within limits (flate2; lopdf in children only) |
//! | 4 | [`audit`] | contradictions between figures, by family |
//! | 4 | [`measure`] | statistics, by theme (libm) |
//! | 4 | [`chart`] | drawings (plotters) |
//! | 4 | [`impor`] | sheets of other forms as rows of tables; what headings are called |
//! | 3 | [`table`] | the schema of all tables, CSV dialects, sheets as tables, [`table::Dataset`] (csv) |
//! | 3 | [`manifest`] | `rakor.toml` (toml) |
//! | 2 | [`workbook`] | the cells of spreadsheet files, and new spreadsheet files (calamine, zip, quick-xml, `rust_xlsxwriter`) |
//! | 2 | [`bahasa`] | Indonesian numbers, money, percentages, days: writing and reading |
//! | 1 | [`figure`] | exact numbers, the two roundings, periods, the formulas of the trade |
//! | 1 | [`diagnostic`] | the vocabulary of errors |
//! | 0 | [`place`] | places, sources, finished strings |
//! | 0 | [`files`] | the disk (`std::fs`, tempfile) |
//! | 0 | [`digest`] | SHA-256, and how it is written down |
//! | 0 | [`clock`] | the one reader of time |
//! | 0 | [`fonts`] | the embedded faces, and what they can print (ttf-parser) |
//!
//! # Where to begin
//!
//! - *A new rule about figures*: a function in a file of `src/audit`, an entry in [`audit::RULES`], a class of errors in
//!   `tests/audit/mutation`.
//! - *A new rule about what somebody said*: a function in a file of `src/audit/pernyataan`, an entry in
//!   [`audit::pernyataan::RULES`].
//! - *A new column or table*: one entry in `src/table/tables.rs`; schema, messages and data dictionary follow.
//! - *A heading that `impor` should understand*: a word in `src/impor/kamus.rs`.
//! - *A new sentence*: a case in `src/report/sentences`, a macro of the same name in `templates/_kalimat/`; a case
//!   without its macro fails when templates are loaded.
//! - *A new kind of report*: a variant of [`report::Kind`], a folder beside `src/report/bulanan`, its tables in
//!   `src/report/select.rs`, a template folder in `templates/`; sections of another kind are borrowed through its `Desk`;
//!   what a mail tells of it in a `gist`.
//! - *Something that a template may not say*: a word in `src/template/guard.rs` for its tags, in `src/typeset/survey.rs` for
//!   its markup, a case in `tests/hostile/reach.rs`.
//! - *The look of a paper*: `templates/_naskah/naskah.typ`, and nothing else.

pub mod audit;
pub mod bahasa;
pub mod chart;
pub mod cli;
pub mod clock;
pub mod diagnostic;
pub mod digest;
pub mod figure;
pub mod files;
pub mod fonts;
pub mod impor;
pub mod mail;
pub mod manifest;
pub mod measure;
pub mod pdf;
pub mod place;
pub mod report;
pub mod table;
pub mod template;
pub mod typeset;
pub mod workbook;
pub mod worker;
