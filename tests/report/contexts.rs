//! Sixteen places in a template that a value can be put into: it is printed letter for letter, or the template is refused.
//! In none of them does a value do anything.

use std::collections::{BTreeMap, BTreeSet};

use rakor::place::Printed;
use rakor::template::{Bundle, Rendered, Renderer, Tree};
use rakor::typeset::{About, ComplaintKind, Job, Typeset, survey, typeset};

use super::paper::{bare, with_room};
use super::text::HOSTILE;

/// Where a value is content, and is printed.
const CONTENT: [(&str, &str); 8] = [
    ("text", "Teks di sini: {{ nilai }} dan sesudahnya."),
    ("line start", "{{ nilai }}"),
    ("content block", "#[{{ nilai }}]"),
    ("heading", "= {{ nilai }}"),
    ("list item", "- {{ nilai }}"),
    ("table cell", "#table(columns: 2, [{{ nilai }}], [x])"),
    ("strong", "*{{ nilai }}*"),
    ("let-bound content", "#let isi = [{{ nilai }}]\n#isi"),
];

/// Where it is not, and would do harm, be altered or be lost.
const OTHER: [(&str, &str); 8] = [
    ("string argument", "#text(\"{{ nilai }}\")"),
    ("link", "https://contoh.go.id/{{ nilai }}"),
    ("raw, inline", "`{{ nilai }}`"),
    ("raw, block", "```\n{{ nilai }}\n```"),
    ("math", "$ {{ nilai }} $"),
    ("code value", "#let isi = {{ nilai }}\n#isi"),
    ("line comment", "Teks. // {{ nilai }}"),
    ("block comment", "Teks. /* {{ nilai }} */"),
];

/// A template with every hostile value in one place, rendered.
fn rendered(place: &str) -> (Renderer, Rendered) {
    let text = format!("{{% for nilai in semua %}}\n{place}\n\n{{% endfor %}}\n");
    let own = BTreeMap::from([("coba/laporan.typ.j2".to_owned(), text.into_bytes())]);
    let renderer = Renderer::new(Bundle::with_overrides(&own).unwrap(), &[]).unwrap();
    let values: Vec<Tree> = HOSTILE.iter().map(|value| Tree::from(Printed::fixed(*value))).collect();
    let rendered = renderer.render("coba/laporan.typ.j2", Tree::map([("semua", Tree::List(values))])).unwrap();
    (renderer, rendered)
}

/// Its pages, or the kinds of what is wrong with it.
fn pages(rendered: &Rendered) -> Result<Typeset, BTreeSet<ComplaintKindName>> {
    let Rendered { markup, marker, values, .. } = rendered;
    let texts: Vec<&str> = values.iter().map(|value| value.text.as_str()).collect();
    let main = format!(
        "#set document(title: \"x\")\n#set text(lang: \"id\", font: \"Liberation Sans\")\n#let {marker}-semua = json(\"/data.json\")\n\
         #let {marker}(n) = {marker}-semua.at(n)\n{markup}"
    );
    let files = BTreeMap::from([
        ("laporan.typ".to_owned(), main.into_bytes()),
        ("data.json".to_owned(), serde_json::to_vec(&texts).unwrap()),
    ]);
    let about = About {
        title: "x".to_owned(),
        author: "x".to_owned(),
        subject: "x".to_owned(),
        keywords: Vec::new(),
        date: chrono::NaiveDate::from_ymd_opt(2025, 8, 31).unwrap(),
        identity: "x".to_owned(),
    };
    let job = Job { files, marker: marker.clone(), about };
    with_room(|| typeset(&job)).map_err(|found| found.iter().map(|complaint| name(complaint.kind)).collect())
}

type ComplaintKindName = &'static str;

fn name(kind: ComplaintKind) -> ComplaintKindName {
    match kind {
        ComplaintKind::Error => "error",
        ComplaintKind::Warning => "warning",
        ComplaintKind::StrayReference => "stray",
    }
}

#[test]
fn where_a_value_is_content_it_is_printed_letter_for_letter() {
    for (name, place) in CONTENT {
        let (_, rendered) = rendered(place);
        let pages = pages(&rendered).unwrap_or_else(|kinds| panic!("{name}: {kinds:?}"));
        let text = bare(&pages.pages.text.concat());
        let lost: Vec<&str> = HOSTILE.into_iter().filter(|value| !text.contains(&bare(value))).collect();
        assert_eq!(lost, [""; 0], "{name}\n{text}");
    }
}

#[test]
fn where_it_is_not_the_template_is_refused_and_no_value_does_anything() {
    for (name, place) in OTHER {
        let (_, rendered) = rendered(place);
        assert!(
            !HOSTILE.iter().any(|value| value.len() > 4 && rendered.markup.contains(value)),
            "{name}: no byte of data"
        );
        let refused = pages(&rendered).map(|pages| pages.pages.text).unwrap_err();
        assert!(!refused.contains("warning"), "{name}: {refused:?}");
    }
}

#[test]
fn what_would_swallow_a_value_is_found_before_the_template_runs() {
    for (name, place) in OTHER.into_iter().filter(|(name, _)| !matches!(*name, "math" | "code value")) {
        let (renderer, _) = rendered(place);
        let outline = renderer.outline("coba/laporan.typ.j2").unwrap();
        let found = survey(&outline.text, "laporan.typ", renderer.marker(), &|_| false);
        assert!(found.iter().any(|one| one.trouble == rakor::typeset::Trouble::StrayReference), "{name}: {found:?}");
    }
    for (name, place) in CONTENT {
        let (renderer, _) = rendered(place);
        let outline = renderer.outline("coba/laporan.typ.j2").unwrap();
        assert_eq!(survey(&outline.text, "laporan.typ", renderer.marker(), &|_| false), [], "{name}");
    }
}
