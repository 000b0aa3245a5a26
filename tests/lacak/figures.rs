//! Figures of a report, traced, against the tables as a few lines of this file read them.

use std::collections::BTreeMap;

use rakor::cli::Exit;
use rakor::report::{self, BuildInput, Built};
use serde_json::Value;

use super::{REPORT, lacak, object, simulasi};

/// A table as text: lines of cells, the header first.
fn table(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(simulasi().join(format!("data/{name}.csv"))).unwrap();
    let mut lines = Vec::new();
    let mut line = vec![String::new()];
    let mut quoted = false;
    for ch in text.trim_start_matches('\u{FEFF}').chars() {
        match ch {
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(String::new()),
            '\n' if !quoted => lines.push(std::mem::replace(&mut line, vec![String::new()])),
            '\r' => {}
            ch => line.last_mut().unwrap().push(ch),
        }
    }
    lines
}

/// Line of the file and content of the cell in a row that begins so.
fn cell(name: &str, key: &[&str], column: &str) -> (u64, String) {
    let lines = table(name);
    let at = lines[0].iter().position(|title| title == column).unwrap();
    let row = lines.iter().rposition(|line| key.iter().zip(line).all(|(a, b)| a == b)).unwrap();
    (row as u64 + 1, lines[row][at].clone())
}

fn number(text: &str) -> u64 {
    text.parse().unwrap()
}

/// What a figure is said to follow from: file, line, column, value.
fn origin(figure: &Value) -> Vec<(String, u64, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let cells = figure["asal"].as_array().unwrap().iter();
    cells
        .map(|cell| {
            (text(&cell["berkas"]), cell["baris"].as_u64().unwrap(), text(&cell["kolom"]), text(&cell["nilai"]))
        })
        .collect()
}

fn place(name: &str, key: &[&str], column: &str) -> (String, u64, String, String) {
    let (line, value) = cell(name, key, column);
    (format!("data/{name}.csv"), line, column.to_owned(), value.replace(',', "."))
}

const TOTAL: [&str; 3] = ["2025-08", "99.71", "TOTAL"];
const BEFORE: [&str; 3] = ["2025-07", "99.71", "TOTAL"];
const WORKERS: [&str; 2] = ["99.71", "TOTAL"];
const TARGET: [&str; 4] = ["ucj", "99.71", "TOTAL", "2025"];

/// Thousandths of a percent to hundredths, half-up, the way they are printed.
fn percent(part: u64, all: u64) -> String {
    let hundredths = (part * 20_000 + all) / (all * 2);
    format!("{},{:02}", hundredths / 100, hundredths % 100)
}

fn grouped(count: u64) -> String {
    if count < 1000 { count.to_string() } else { format!("{}.{:03}", grouped(count / 1000), count % 1000) }
}

/// The one figure of this number that stands among the key figures.
fn key_figure(wanted: &str) -> Value {
    let (exit, object) = object(&REPORT, wanted);
    assert_eq!(exit, Exit::Done, "{object}");
    let boxed = |print: &Value| print["halaman"] == 2 && print["jenis"] == "tabel" && print["nomor"].is_null();
    let figures = object["hasil"]["angka"].as_array().unwrap();
    let among = figures.iter().filter(|figure| figure["tercetak"].as_array().unwrap().iter().any(boxed));
    let among: Vec<&Value> = among.collect();
    assert_eq!(among.len(), 1, "{wanted}: {object}");
    among[0].clone()
}

#[test]
fn the_four_key_figures_lead_to_their_cells() {
    let now = number(&cell("kepesertaan", &TOTAL, "peserta_aktif").1);
    let before = number(&cell("kepesertaan", &BEFORE, "peserta_aktif").1);
    let workers = number(&cell("pekerja", &WORKERS, "jumlah_pekerja").1);
    // 40,5 percent of the workers, rounded up.
    assert_eq!(cell("target", &TARGET, "nilai").1, "40,5");
    let shortfall = (workers * 405).div_ceil(1000) - now;
    let pace = shortfall.div_ceil(4);
    let (people, base, goal) = (
        place("kepesertaan", &TOTAL, "peserta_aktif"),
        place("pekerja", &WORKERS, "jumlah_pekerja"),
        place("target", &TARGET, "nilai"),
    );
    let (now_text, all) = (grouped(now), grouped(workers));
    let coverage = key_figure(&percent(now, workers));
    assert_eq!(origin(&coverage), [people.clone(), base.clone()]);
    assert_eq!(coverage["rumus"], format!("{now_text} ÷ {all} × 100"));
    let change = key_figure(&percent(now - before, workers));
    let earlier = place("kepesertaan", &BEFORE, "peserta_aktif");
    assert_eq!(origin(&change), [earlier, people.clone(), base.clone()]);
    assert_eq!(change["rumus"], format!("{now_text} ÷ {all} × 100 − {} ÷ {all} × 100", grouped(before)));
    let open = key_figure(&shortfall.to_string());
    assert_eq!(origin(&open), [people.clone(), base.clone(), goal.clone()]);
    assert_eq!(open["rumus"], format!("(40,5 ÷ 100 × {all}, dibulatkan ke atas) − {now_text}"));
    let each = key_figure(&grouped(pace));
    assert_eq!(origin(&each), [people, base, goal]);
    assert_eq!(each["rumus"], format!("{} ÷ 4, dibulatkan ke atas", grouped(shortfall)));
}

/// Prints of all figures of this number, as `halaman`, `jenis`, `nomor`, `bagian`.
fn prints(wanted: &str) -> Vec<(u64, String, Option<String>, Option<String>)> {
    let (_, object) = object(&REPORT, wanted);
    let figures = object["hasil"]["angka"].as_array().unwrap().iter();
    let prints = figures.flat_map(|figure| figure["tercetak"].as_array().unwrap());
    let text = |value: &Value| value.as_str().map(str::to_owned);
    prints
        .map(|print| {
            let page = print["halaman"].as_u64().unwrap();
            (page, text(&print["jenis"]).unwrap(), text(&print["nomor"]), text(&print["bagian"]))
        })
        .collect()
}

#[test]
fn a_cell_of_a_table_leads_to_its_row() {
    let key = ["2025-08", "99.71.01", "TOTAL"];
    let (_, value) = cell("kepesertaan", &key, "peserta_aktif");
    let (exit, object) = object(&REPORT, &value);
    assert_eq!(exit, Exit::Done);
    let figure = &object["hasil"]["angka"][0];
    assert_eq!(origin(figure), [place("kepesertaan", &key, "peserta_aktif")]);
    assert!(figure["rumus"].is_null());
    let seen = prints(&value);
    let table = seen.iter().find(|(_, kind, ..)| kind == "tabel").unwrap();
    assert_eq!((table.2.as_deref(), table.3.as_deref()), (Some("Tabel 5"), Some("LAMPIRAN I Data")));
}

#[test]
fn a_label_of_a_chart_leads_to_the_rows_it_adds_up() {
    let lines = table("anggaran");
    let column = |title: &str| lines[0].iter().position(|name| name == title).unwrap();
    let (day, source, spent) = (column("per_tanggal"), column("sumber_dana"), column("realisasi_rp"));
    let rows = lines.iter().enumerate().filter(|(_, line)| line.get(day).is_some_and(|day| day == "2025-08-31"));
    let rows: Vec<_> = rows.filter(|(_, line)| line[source] == "DBHCHT").collect();
    let sum: u64 = rows.iter().map(|(_, line)| number(&line[spent])).sum();
    let hundredths = (sum + 5_000) / 10_000;
    let label = format!("Rp{},{:02} juta", hundredths / 100, hundredths % 100);
    let (exit, object) = object(&REPORT, &label);
    assert_eq!(exit, Exit::Done, "{label}");
    let figure = &object["hasil"]["angka"][0];
    let named: Vec<(u64, String)> = origin(figure).into_iter().map(|(_, line, _, value)| (line, value)).collect();
    let expected: Vec<(u64, String)> = rows.iter().map(|(at, line)| (*at as u64 + 1, line[spent].clone())).collect();
    assert_eq!(named, expected);
    let seen = prints(&label);
    assert!(seen.iter().any(|(_, kind, number, _)| kind == "label grafik" && number.as_deref() == Some("Gambar 4")));
}

#[test]
fn a_figure_inside_a_sentence_leads_to_its_cells_and_its_section() {
    let now = number(&cell("kepesertaan", &TOTAL, "peserta_aktif").1);
    let workers = number(&cell("pekerja", &WORKERS, "jumlah_pekerja").1);
    let attained = percent(now * 1000, workers * 405);
    let (exit, text) = lacak(&REPORT, &format!("{attained} persen"));
    assert_eq!(exit, Exit::Done, "{text}");
    let people = cell("kepesertaan", &TOTAL, "peserta_aktif").0;
    let base = cell("pekerja", &WORKERS, "jumlah_pekerja").0;
    let goal = cell("target", &TARGET, "nilai").0;
    let sentence = bare(&format!("tingkat capaiannya {attained} persen"));
    let page = built().text.iter().position(|page| bare(page).contains(&sentence)).unwrap() + 1;
    let expected = format!(
        "{attained} persen\n  \
           Rumus    : {now} ÷ {all} × 100 ÷ 40,5 × 100\n  \
           Asal     : data/kepesertaan.csv, baris {people}, kolom peserta_aktif: \"{raw}\"\n             \
                      data/pekerja.csv, baris {base}, kolom jumlah_pekerja: \"{workers}\"\n             \
                      data/target.csv, baris {goal}, kolom nilai: \"40.5\"\n  \
           Tercetak : halaman {page}, paragraf, bagian \"Capaian terhadap Target\"\n",
        all = grouped(workers),
        raw = now,
        now = grouped(now),
    );
    assert!(text.starts_with(&expected), "{text}\n{expected}");
}

fn bare(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The report, built again from the file.
fn built() -> Built {
    let json = rakor::pdf::Pdf::open(&REPORT).unwrap().attachment("masukan.json").unwrap();
    let input = BuildInput::from_json(&json).unwrap();
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(64 << 20);
        thread.spawn_scoped(scope, || report::build(&input).unwrap()).unwrap().join().unwrap()
    })
}

#[test]
fn everything_stands_where_it_is_said_to_stand() {
    let (exit, object) = object(&REPORT, "");
    assert_eq!((exit, &object["hasil"]["kesesuaian"]), (Exit::Done, &Value::from("sama")));
    let pages: Vec<String> = built().text.iter().map(|page| bare(page)).collect();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut lost = Vec::new();
    for print in object["hasil"]["angka"].as_array().unwrap().iter().flat_map(|f| f["tercetak"].as_array().unwrap()) {
        let kind = print["jenis"].as_str().unwrap();
        *kinds.entry(kind.to_owned()).or_default() += 1;
        let page = usize::try_from(print["halaman"].as_u64().unwrap()).unwrap();
        let text = print["teks"].as_str().unwrap();
        // Charts are drawings, a long text may stand on two pages in part.
        let readable = !kind.contains("label") && !kind.contains("alternatif") && text.chars().count() < 60;
        if readable && !pages[page - 1].contains(&bare(text)) {
            lost.push(format!("{page}: {text}"));
        }
        if let (Some(label), Some(caption)) = (print["nomor"].as_str(), print["judul"].as_str()) {
            let printed = bare(&format!("{label}{caption}"));
            // A table that goes on over the page has its caption before.
            if !pages[..page].iter().any(|page| page.contains(&printed)) {
                lost.push(format!("{page}: {label} {caption}"));
            }
        }
    }
    assert_eq!(lost, Vec::<String>::new());
    let all = ["paragraf", "butir", "tabel", "label grafik", "teks alternatif", "teks"];
    assert!(all.iter().all(|kind| kinds.contains_key(*kind)), "{kinds:?}");
    assert!(kinds.values().sum::<usize>() > 400, "{kinds:?}");
}

#[test]
fn every_cell_that_is_named_holds_what_is_said() {
    let (_, object) = object(&REPORT, "--rinci");
    let mut tables: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    let (mut compared, mut wrong) = (0, Vec::new());
    for cell in object["hasil"]["angka"].as_array().unwrap().iter().flat_map(|f| f["asal"].as_array().unwrap()) {
        let (file, Some(column)) = (cell["berkas"].as_str().unwrap(), cell["kolom"].as_str()) else { continue };
        let name = file.trim_start_matches("data/").trim_end_matches(".csv");
        let lines = tables.entry(name.to_owned()).or_insert_with(|| table(name));
        let at = lines[0].iter().position(|title| title == column).unwrap();
        let held = lines[usize::try_from(cell["baris"].as_u64().unwrap()).unwrap() - 1][at].trim();
        let said = cell["nilai"].as_str().unwrap();
        if held != said && held.replace(',', ".") != said {
            wrong.push(format!("{file} {}: {held} {said}", cell["baris"]));
        }
        compared += 1;
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(compared > 500, "{compared}");
}
