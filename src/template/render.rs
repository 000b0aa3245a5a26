//! The engine, set up once for a bundle, and what a render gives.

use std::sync::Arc;

use minijinja::value::Kwargs;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, State, UndefinedBehavior, Value};
use sha2::{Digest, Sha256};

use super::bound::{Bound, Marker, Record, record};
use super::code;
use super::convert::{self, Asked};
use super::{Bundle, Form, LineMap, Sentence, Tree, complaint, guard, marks, written};
use crate::chart::ChartSpec;
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::place::Printed;

/// Steps a template may take; a loop without end stops here.
const FUEL: u64 = 5_000_000;
/// The file that gathers all sentences.
const SENTENCES: &str = "_kalimat/kalimat.j2";
/// Where a sentence is worded outside a report.
const ALONE: &str = "_kalimat/_sendiri.j2";
const ALONE_SOURCE: &str = "{% import \"_kalimat/kalimat.j2\" as k %}{{ k[s.id](s) }}";

/// A chart the template asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartCall {
    /// What to draw.
    pub spec: ChartSpec,
    /// Where the markup expects the drawing.
    pub path: String,
    /// Its alternative text: the index in [`Rendered::values`].
    pub alt: usize,
    /// The values that the alternative text is put together from, by the same index.
    pub alt_values: Vec<usize>,
}

/// Markup, and what it refers to.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    /// Typst markup without a byte of data.
    pub markup: String,
    /// Name of the function that the references call.
    pub marker: String,
    /// The value behind each reference, by its number.
    pub values: Vec<Printed>,
    /// Charts in the order they were asked for.
    pub charts: Vec<ChartCall>,
    /// From markup to template lines.
    pub lines: LineMap,
}

/// A bundle, checked and ready to render.
#[derive(Debug)]
pub struct Renderer {
    bundle: Bundle,
    engine: Environment<'static>,
    marker: Marker,
    names: Vec<String>,
}

impl Renderer {
    /// Checks and loads a bundle. Fails with everything that templates may not contain, or the first syntax error of
    /// each file; `sentences` are the ids that must have a macro.
    pub fn new(bundle: Bundle, sentences: &[&'static str]) -> Result<Self, Failure> {
        let refused = guard::check(&bundle);
        if !refused.is_empty() {
            return Err(Failure { kind: FailureKind::Template, diagnostics: refused });
        }
        let marker = Marker(marker_name(&bundle));
        let mut engine = Environment::empty();
        engine.set_undefined_behavior(UndefinedBehavior::Strict);
        engine.set_fuel(Some(FUEL));
        engine.set_recursion_limit(100);
        engine.set_auto_escape_callback(|_| AutoEscape::Custom("bound".into()));
        let mut syntax = minijinja::syntax::SyntaxConfig::builder();
        let syntax = syntax.trim_blocks(true).lstrip_blocks(true).build();
        if let Ok(syntax) = syntax {
            engine.set_syntax(syntax);
        }
        let formatter = marker.clone();
        engine.set_formatter(move |out, state, value| formatter.format(out, state, value));
        add_vocabulary(&mut engine, &marker);
        let names: Vec<String> = bundle.iter().map(|(name, _)| name.to_owned()).collect();
        let mut diagnostics = Vec::new();
        for (index, (name, text)) in bundle.iter().enumerate().filter(|(_, (name, _))| guard::is_template(name)) {
            if let Err(error) = engine.add_template_owned(name.to_owned(), marks::mark(text, index)) {
                diagnostics.extend(complaint::failure(&error, &bundle).diagnostics);
            }
        }
        if let Err(error) = engine.add_template_owned(ALONE, ALONE_SOURCE) {
            diagnostics.extend(complaint::failure(&error, &bundle).diagnostics);
        }
        let renderer = Self { bundle, engine, marker, names };
        if diagnostics.is_empty() {
            diagnostics = renderer.missing_sentences(sentences);
        }
        if diagnostics.is_empty() { Ok(renderer) } else { Err(Failure { kind: FailureKind::Template, diagnostics }) }
    }

    /// The files behind this renderer.
    #[must_use]
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// Renders one template of the bundle.
    pub fn render(&self, name: &str, context: Tree) -> Result<Rendered, Failure> {
        let (text, record) = self.run(name, convert::value(context))?;
        let (markup, lines) = marks::strip(&text, &self.names);
        Ok(Rendered { markup, marker: self.marker.0.clone(), values: record.values, charts: record.charts, lines })
    }

    /// Renders one template of the bundle as a text of its own: see [`Form`]. Such a text has no room for charts.
    pub fn write(&self, name: &str, context: Tree, form: Form) -> Result<String, Failure> {
        let (text, record) = self.run(name, convert::value(context))?;
        if !record.charts.is_empty() {
            let diagnostic = Diagnostic::error(
                code::CHART_IN_MAIL,
                "Templat surel meminta grafik, padahal surel tidak memuat gambar.",
                "Hapus `grafik` dari templat itu.",
            );
            return Err(Failure::one(FailureKind::Template, diagnostic.at(self.bundle.place(name))));
        }
        let (text, lines) = marks::strip(&text, &self.names);
        Ok(written::write(&text, &lines, &self.marker, &record.values, form))
    }

    /// A sentence as plain text, for a terminal, a mail or an alternative text.
    pub fn plain(&self, sentence: &Sentence) -> Result<Printed, Failure> {
        let context = Value::from_pairs([("s", convert::slots(sentence.clone()))]);
        let (text, record) = self.run(ALONE, context)?;
        Ok(self.marker.resolve(&marks::strip(&text, &self.names).0, &record.values).0)
    }

    fn run(&self, name: &str, context: Value) -> Result<(String, Record), Failure> {
        let template = self.engine.get_template(name).map_err(|error| complaint::failure(&error, &self.bundle))?;
        let mut captured =
            template.render_captured(context).map_err(|error| complaint::failure(&error, &self.bundle))?;
        let record = captured
            .with_state_mut(|state| state.get_extension_mut::<Record>().map(std::mem::take))
            .unwrap_or_default();
        Ok((captured.into_output(), record))
    }

    /// A case without a sentence must be noticed when templates are loaded, not when the case first arises.
    fn missing_sentences(&self, ids: &[&'static str]) -> Vec<Diagnostic> {
        let list = self.engine.get_template(SENTENCES).and_then(|template| template.render_captured(()));
        let list = match list {
            Ok(list) => list,
            Err(error) => return complaint::failure(&error, &self.bundle).diagnostics,
        };
        // A name that is imported from a file without it is there all the same, as a value that is nothing. Of all that a
        // name can stand for only a macro knows its arguments.
        let is_macro = |value: &Value| value.get_attr("arguments").is_ok_and(|arguments| !arguments.is_undefined());
        ids.iter()
            .filter(|id| !list.state().lookup(id).is_some_and(|value| is_macro(&value)))
            .map(|id| {
                Diagnostic::error(
                    code::NO_SENTENCE,
                    format!("Kalimat `{id}` tidak ditemukan dalam `_kalimat/`."),
                    "Tambahkan makro dengan nama itu atau hapus berkas kalimat yang menggantikannya.",
                )
                .at(self.bundle.place(self.bundle.own_home_of(id).unwrap_or(SENTENCES)))
            })
            .collect()
    }
}

/// The engine starts empty; these few words are all that a template can say besides the language itself.
fn add_vocabulary(engine: &mut Environment<'static>, marker: &Marker) {
    engine.add_filter("panjang", |value: &Value| value.len().unwrap_or(0));
    engine.add_filter("kapital", |value: &Value| -> Result<Value, Error> {
        let bound = value
            .downcast_object_ref::<Bound>()
            .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "`kapital` hanya untuk nilai jadi"))?;
        Ok(Value::from_object(Bound(Printed::new(bound.0.text.to_uppercase(), bound.0.from.clone()))))
    });
    let chart_marker = marker.clone();
    engine.add_function("grafik", move |state: &mut State, chart: &Value, options: Kwargs| -> Result<Value, Error> {
        let asked = chart
            .downcast_object_ref::<Asked>()
            .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "`grafik` memerlukan sebuah grafik"))?;
        let alt: Value = options.get("alt")?;
        options.assert_all_used()?;
        let text = alt.as_str().filter(|_| alt.is_safe()).unwrap_or_default().to_owned();
        let text = marks::strip(&text, &[]).0;
        let values = &state.get_or_insert_extension_with(Record::default).values;
        let (text, alt_values) = chart_marker.resolve(&text, values);
        let alt = record(state, text);
        let charts = &mut state.get_or_insert_extension_with(Record::default).charts;
        let path = format!("/grafik/{}.svg", charts.len() + 1);
        let spec = asked.0.clone();
        let call = format!("#grafik(\"{path}\", {}({alt}), {}mm);", chart_marker.0, spec.width_mm);
        charts.push(ChartCall { spec, path, alt, alt_values });
        Ok(Value::from_safe_string(call))
    });
}

/// A name that no template and, by refusal, no value contains.
fn marker_name(bundle: &Bundle) -> String {
    let mut hash = Sha256::new();
    for (name, text) in bundle.iter() {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    let digest: [u8; 32] = hash.finalize().into();
    let [a, b, c, d, ..] = digest;
    format!("v{:08x}", u32::from_be_bytes([a, b, c, d]))
}

const _: fn() = || {
    fn shared_between_threads<T: Send + Sync>() {}
    shared_between_threads::<Arc<Renderer>>();
};
