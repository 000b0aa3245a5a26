//! What reading a workbook costs: against the one pass over its cells that the engine makes by itself.
//!
//! A table of ten columns as staff keep it, without formulas and with three columns of them. How to run it, and what is
//! asked: `benches/README.md`.
#![expect(clippy::print_stdout, reason = "the figures are the result")]
#![expect(clippy::disallowed_methods, reason = "a stop watch, and processes whose memory is looked at")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop at a surprise")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use calamine::{Reader, Xlsx};
use rakor::table::{self, SourceBook};
use rakor::workbook::{Book, read};
use rakor::worker::Worker;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The allocator of the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Rows of the sheet, its header among them: as many as a sheet may have.
const ROWS: u32 = 100_000;
const PATH: &str = "data/proyek.xlsx";
/// Runs of each side, taking turns; a number after `--` sets another.
const RUNS: usize = 20;
/// Runs that warm up first.
const WARM: usize = 2;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match arguments.as_slice() {
        [way, path] => peak(way, Path::new(path)),
        [runs] => compare(runs.parse().unwrap()),
        _ => compare(RUNS),
    }
}

fn compare(runs: usize) {
    let room = tempfile::tempdir().unwrap();
    for (name, formulas, asked) in [("without formulas", false, 2.0), ("with formulas", true, 3.2)] {
        let bytes = workbook(formulas);
        let path = room.path().join(format!("{formulas}.xlsx"));
        std::fs::write(&path, &bytes).unwrap();
        println!("{ROWS} rows of 10 cells {name}, {} KB:", bytes.len() >> 10);

        let worker = Worker::new(Some(env!("CARGO_BIN_EXE_rakor").into()));
        let ways: [(&str, &dyn Fn()); 4] = [
            ("engine", &|| _ = black_box(pass(&bytes))),
            ("read", &|| _ = black_box(read(PATH, &bytes).unwrap())),
            ("worker", &|| _ = black_box(worker.read_workbook(PATH, &bytes).unwrap())),
            ("dataset", &|| {
                let book = worker.read_workbook(PATH, &bytes).unwrap();
                let (data, problems) = table::read_all(&[], &[SourceBook { path: PATH.to_owned(), book }]);
                black_box((data.proyek.len(), problems.len()));
            }),
        ];
        let mut laps = vec![Vec::new(); ways.len()];
        for run in 0..WARM + runs {
            for ((_, way), laps) in ways.iter().zip(&mut laps) {
                let start = Instant::now();
                way();
                if run >= WARM {
                    laps.push(start.elapsed());
                }
            }
        }
        let ratio = |at: usize| {
            let ratios = laps[at].iter().zip(&laps[0]).map(|(way, engine)| way.as_secs_f64() / engine.as_secs_f64());
            median(ratios.collect())
        };
        for (at, (way, _)) in ways.iter().enumerate() {
            let seconds = median(laps[at].iter().map(Duration::as_secs_f64).collect());
            let of_engine = ratio(at);
            let rate = f64::from(ROWS) / seconds;
            println!("  {way:8} {seconds:.3} s, {rate:9.0} rows/s, {of_engine:.2} of the engine");
        }
        println!("  asked of read: at most {asked:.1} of the engine; kept: {}", ratio(1) <= asked);

        let book = read(PATH, &bytes).unwrap();
        let wire = book.encode();
        let laps = |work: &dyn Fn()| {
            let laps = (0..runs).map(|_| {
                let start = Instant::now();
                work();
                start.elapsed().as_secs_f64()
            });
            1e3 * median(laps.collect())
        };
        let (cells, size) = (book.sheets.iter().map(|sheet| sheet.cells.len()).sum::<usize>(), wire.len() >> 10);
        let encode = laps(&|| _ = black_box(book.encode()));
        let decode = laps(&|| _ = black_box(Book::decode(&wire).unwrap()));
        println!("  on the wire: {cells} cells, {size} KB, encoded in {encode:.1} ms, decoded in {decode:.1} ms");
        drop(book);

        for way in ["nothing", "engine", "read", "encode", "worker", "dataset"] {
            let program = std::env::current_exe().unwrap();
            let output = std::process::Command::new(program).arg(way).arg(&path).output().unwrap();
            println!("  peak of a process that does {way}: {}", String::from_utf8_lossy(&output.stdout).trim());
        }
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The engine's one pass over the cells, which are counted.
fn pass(bytes: &[u8]) -> usize {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = workbook.sheet_names()[0].clone();
    let mut cells = workbook.worksheet_cells_reader(&name).unwrap();
    let mut count = 0;
    while let Some(cell) = cells.next_cell().unwrap() {
        black_box(cell);
        count += 1;
    }
    count
}

/// Goes one way once and tells the most memory this process ever had.
fn peak(way: &str, path: &Path) {
    let bytes = std::fs::read(path).unwrap();
    let worker = Worker::new(Some(env!("CARGO_BIN_EXE_rakor").into()));
    match way {
        "engine" => _ = pass(&bytes),
        "read" => _ = black_box(read(PATH, &bytes)),
        "encode" => _ = black_box(read(PATH, &bytes).unwrap().encode()),
        "worker" => _ = black_box(worker.read_workbook(PATH, &bytes)),
        "dataset" => {
            let book = worker.read_workbook(PATH, &bytes).unwrap();
            _ = black_box(table::read_all(&[], &[SourceBook { path: PATH.to_owned(), book }]));
        }
        _ => {}
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("{}", peak.map_or("not told by this system", str::trim));
}

/// A table of public works: four columns of texts that repeat, one whose texts do not, a month, a day, three numbers.
fn workbook(formulas: bool) -> Vec<u8> {
    let header = [
        "periode",
        "kode_wilayah",
        "paket",
        "perangkat_daerah",
        "tahap",
        "mulai",
        "nilai_kontrak_rp",
        "pekerja",
        "pekerja_terdaftar",
        "sumber",
    ];
    let fixed = ["2025-08", "35.73", "Dinas Pekerjaan Umum", "Dinas Perdagangan", "perencanaan", "pelaksanaan", "BPJS"];
    let mut shared: Vec<String> = header.iter().chain(&fixed).map(|text| (*text).to_owned()).collect();
    let mut rows = String::from("<row r=\"1\">");
    for (at, letter) in ('A'..='J').enumerate() {
        let _ = write!(rows, "<c r=\"{letter}1\" t=\"s\"><v>{at}</v></c>");
    }
    rows.push_str("</row>");
    for row in 2..=ROWS {
        let package = shared.len();
        shared.push(format!("Pembangunan dan perbaikan gedung nomor {row}"));
        let text = |letter: char, at: usize| format!("<c r=\"{letter}{row}\" t=\"s\"><v>{at}</v></c>");
        let number = |letter: char, value: u32, formula: &str| {
            let formula = if formulas { format!("<f>{formula}</f>") } else { String::new() };
            format!("<c r=\"{letter}{row}\" s=\"2\">{formula}<v>{value}</v></c>")
        };
        let workers = 20 + row % 400;
        let _ = write!(
            rows,
            "<row r=\"{row}\" spans=\"1:10\">{}{}{}{}{}<c r=\"F{row}\" s=\"1\"><v>{}</v></c>{}{}{}{}</row>",
            text('A', 10),
            text('B', 11),
            text('C', package),
            text('D', if row % 3 == 0 { 12 } else { 13 }),
            text('E', if row % 5 == 0 { 14 } else { 15 }),
            45_600 + row % 300,
            number('G', 1_000_000 + row * 1_000, &format!("ROUND(H{row}*50000,-3)")),
            number('H', workers, &format!("SUM(K{row}:N{row})")),
            number('I', workers / 2, &format!("INT(H{row}/2)")),
            text('J', 16),
        );
    }
    let mut strings = String::new();
    for text in &shared {
        let _ = write!(strings, "<si><t>{text}</t></si>");
    }
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
             <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
             <Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
             <Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>\
             </Types>".to_owned(),
        ),
        (
            "_rels/.rels",
            format!("<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ),
        (
            "xl/workbook.xml",
            format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"proyek\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
                 <Relationship Id=\"rId2\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>\
                 <Relationship Id=\"rId3\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>\
                 <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
                 <cellXfs count=\"3\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"3\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{MAIN}\">{strings}</sst>")),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:J{ROWS}\"/><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive
            .write_all(format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{text}").as_bytes())
            .unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
