//! What does not end by itself, or wants more than there is: stopped, with the limit named.

use super::{said_by, said_of, short_of_time};

/// How a report ends that was stopped by a limit of its process.
fn limited(code: &str, what: &str) -> String {
    format!(
        "kesalahan[{code}] templat/bulanan/laporan.typ.j2\n  \
         Penyusunan laporan ini dihentikan karena {what}.\n  \
         Tindakan  : Periksa data dan templat laporan itu: tabel yang sangat panjang atau perulangan tanpa akhir.\n\n\
         Ditemukan 1 kesalahan.\n"
    )
}

#[test]
fn three_hundred_thousand_line_breaks_end_at_the_limit_of_time() {
    let (said, _) = said_by("#for i in range(300000) [ baris #i #linebreak() ]", short_of_time());
    assert_eq!(said, limited("W007", "memakan waktu lebih dari 2 detik"));
}

#[test]
fn an_array_of_a_thousand_million_ends_at_the_limit_of_memory() {
    let (said, _) = said_of("#let semua = ([],) * 1000000000\n#semua.len()");
    assert_eq!(said, limited("W006", "memerlukan memori lebih dari 1024 MB"));
}

#[test]
fn text_that_doubles_ends_at_the_limit_of_memory_in_either_engine() {
    let memory = limited("W006", "memerlukan memori lebih dari 1024 MB");
    let (said, _) = said_of("#let s = \"xxxxxxxxxxxxxxxx\"\n#for i in range(60) { s = s + s }\n#s.len()");
    assert_eq!(said, memory);
    let (said, _) = said_of(&format!("{{% set s = 'xxxxxxxxxxxxxxxx' %}}{}", "{% set s = s ~ s %}".repeat(60)));
    assert_eq!(said, memory);
}

#[test]
fn a_loop_without_end_is_told_at_its_line() {
    let ten = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
    let open: String = ('a'..='h').map(|name| format!("{{% for {name} in {ten} %}}")).collect();
    let (said, line) = said_of(&format!("{open}x{}", "{% endfor %}".repeat(8)));
    assert_eq!(
        said,
        format!(
            "kesalahan[T010] templat/bulanan/laporan.typ.j2, baris {line}\n  \
             Templat berputar terlalu lama dan dihentikan.\n  \
             Tindakan  : Periksa perulangan pada templat.\n  \
             Pesan mesin: engine ran out of fuel\n\nDitemukan 1 kesalahan.\n"
        )
    );
}

#[test]
fn what_calls_itself_without_end_is_told_at_its_line() {
    for (lines, below, words) in [
        ("{% macro ulang() %}{{ ulang() }}{% endmacro %}{{ ulang() }}", 0, "terlalu dalam dan dihentikan."),
        ("#let ulang(n) = ulang(n + 1)\n#ulang(0)", 0, "maximum function call depth exceeded"),
        ("#while true {}", 0, "condition is always true"),
    ] {
        let (said, line) = said_of(lines);
        assert!(said.contains(&format!("templat/bulanan/laporan.typ.j2, baris {}\n", line + below)), "{said}");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn markup_nested_beyond_every_stack_ends_its_own_process_only() {
    let (said, _) = said_of(&format!("#({}1)", "1+".repeat(400_000)));
    assert!(said.contains("kesalahan[W006] templat/bulanan/laporan.typ.j2\n"), "{said}");
}
