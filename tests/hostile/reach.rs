//! What lies beyond a report's own files: the disk, the network, other code.

use super::{MAIN, Room, said_of};

/// What is said at a line of the template.
fn at(code: &str, line: usize, message: &str, action: &str) -> String {
    format!(
        "kesalahan[{code}] templat/{MAIN}, baris {line}\n  {message}\n  Tindakan  : {action}\n\nDitemukan 1 kesalahan.\n"
    )
}

const WORD: &str = "Hapus bagian itu; data hanya sampai ke halaman lewat {{ … }}.";
const FILE: &str =
    "Gunakan hanya berkas dalam `_naskah`, lambang dari rakor.toml, dan grafik yang diminta dengan `grafik`.";
const PACKAGE: &str = "Hapus `import` itu dan tulis bagian yang diperlukan dalam templat sendiri.";

#[test]
fn files_packages_and_plugins_are_refused_by_name() {
    for (lines, code, message, action) in [
        ("#read(\"/etc/passwd\")", "R095", "Markah templat tidak boleh memakai `read`.", WORD),
        ("#json(\"/profil.json\")", "R095", "Markah templat tidak boleh memakai `json`.", WORD),
        ("#eval(\"1\")", "R095", "Markah templat tidak boleh memakai `eval`.", WORD),
        ("#plugin(\"x.wasm\")", "R095", "Markah templat tidak boleh memakai `plugin`.", WORD),
        ("#let lain = std.eval", "R095", "Markah templat tidak boleh memakai `eval`.", WORD),
        ("#image(\"../../x\")", "R097", "Berkas \"../../x\" tidak termasuk berkas laporan.", FILE),
        ("#include \"/rakor.toml\"", "R097", "Berkas \"/rakor.toml\" tidak termasuk berkas laporan.", FILE),
        (
            "#import \"@preview/cetz:0.3.0\": canvas",
            "R096",
            "Paket \"@preview/cetz:0.3.0\" tidak tersedia: templat tidak menjangkau jaringan dan paket.",
            PACKAGE,
        ),
    ] {
        let (said, line) = said_of(lines);
        assert_eq!(said, at(code, line, message, action), "{lines}");
    }
}

#[test]
fn words_put_together_while_the_template_runs_are_found_behind_it() {
    // Only once it has run does the markup say what the template hides.
    let (said, line) = said_of("{% macro m() %}al(\"1\"){% endmacro %}\n#ev{{ m() }}");
    assert_eq!(said, at("R095", line + 1, "Markah templat tidak boleh memakai `eval`.", WORD));
}

#[test]
fn what_is_worked_out_on_the_pages_meets_a_world_without_it() {
    for (lines, below, words) in [
        ("#dictionary(std).at(\"ev\" + \"al\")(\"1 + 1\")", 0, "expected function, found none"),
        ("#dictionary(std).at(\"plu\" + \"gin\")(\"x\")", 0, "expected function, found none"),
        ("#let baca = dictionary(std).at(\"re\" + \"ad\")\n#baca(\"/etc/passwd\")", 1, "access denied"),
        ("#let berkas = \"/etc\" + \"/passwd\"\n#image(berkas)", 1, "access denied"),
        (
            "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' width='9' height='9'><image x:href='file:///etc/passwd' width='9' height='9'/></svg>\"), alt: \"x\")",
            0,
            "failed to load linked image",
        ),
        (
            "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' width='9' height='9'><image x:href='../rakor.toml' width='9' height='9'/></svg>\"), alt: \"x\")",
            0,
            "failed to load linked image",
        ),
        ("#datetime.today()", 0, "date"),
    ] {
        let (said, line) = said_of(lines);
        assert!(said.contains(&format!("kesalahan[R021] templat/{MAIN}, baris {}\n", line + below)), "{lines}\n{said}");
        assert!(said.contains(words), "{lines}\n{said}");
    }
}

#[test]
fn a_layout_may_read_what_belongs_to_the_report_and_nothing_else() {
    let room = Room::of("kota-malang");
    let layout = rakor::template::Bundle::built_in().get("_naskah/naskah.typ").unwrap().to_owned();
    let lines = layout.lines().count();
    for (line, code, message) in [
        ("#let x = eval(\"1\")", "R095", "Markah templat tidak boleh memakai `eval`."),
        ("#let x = read(\"../rakor.toml\")", "R097", "Berkas \"../rakor.toml\" tidak termasuk berkas laporan."),
        ("#import \"@preview/a:1.0.0\"", "R096", "Paket \"@preview/a:1.0.0\" tidak tersedia"),
    ] {
        room.write("ws/templat/_naskah/naskah.typ", format!("{layout}{line}\n"));
        let said = room.refused();
        let place = format!("kesalahan[{code}] templat/_naskah/naskah.typ, baris {}\n  {message}", lines + 1);
        assert!(said.starts_with(&place), "{said}");
    }
}
