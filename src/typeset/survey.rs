//! A look at markup before the engine runs it: words that only its world would refuse, at their places.
//!
//! What can be told from the text is refused here, where the line is known; what a program works out as it runs meets the
//! engine's world, which holds neither these words nor any other file.

use typst::syntax::{Source, SyntaxKind, SyntaxNode, ast};

use super::MAIN;
use super::lint::References;

/// Words that run what is not markup: text as code, and code of others. No document has them.
pub(super) const RUNNING: &[&str] = &["eval", "plugin"];

/// Words that read a file as data. A layout needs some of them, the structure of a report none.
const READING: &[&str] = &["bibliography", "cbor", "csv", "json", "read", "toml", "xml", "yaml"];

/// Functions whose first argument names a file.
const OPENING: &[&str] = &["bibliography", "cbor", "csv", "image", "json", "read", "toml", "xml", "yaml"];

/// What is wrong with a piece of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A word that is not to be used; never more than one of the engine's own.
    Word(String),
    /// A package, by its name.
    Package(String),
    /// A file that does not belong to the document.
    File(String),
    /// A bound reference stands where the markup swallows it.
    StrayReference,
}

/// What is wrong, and at which byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// First byte of the place.
    pub offset: usize,
    /// What it is.
    pub trouble: Trouble,
}

/// Looks through the markup of a file. `path` is its own, from the root; `is_there` knows the files of the document by
/// theirs. In [`MAIN`] and what becomes part of it, which is the structure of a report, no data may be read; `marker` is
/// there the name of the function behind the bound references.
#[must_use]
pub fn survey(text: &str, path: &str, marker: &str, is_there: &dyn Fn(&str) -> bool) -> Vec<Objection> {
    let source = Source::detached(text);
    let mut search = Search { is_structure: path == MAIN, folder: folder_of(path), is_there, found: Vec::new() };
    search.visit(source.root(), 0);
    // In a text that does not hold together, words seem to stand where they do not.
    if !source.root().diagnosis().errors {
        let stray = References::of(&source, marker).stray.into_iter();
        search.found.extend(stray.map(|offset| Objection { offset, trouble: Trouble::StrayReference }));
    }
    search.found.sort_by_key(|objection| objection.offset);
    search.found
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

struct Search<'a> {
    is_structure: bool,
    folder: &'a str,
    is_there: &'a dyn Fn(&str) -> bool,
    found: Vec<Objection>,
}

impl Search<'_> {
    /// Deep markup is refused by the parser long before this recursion would matter.
    fn visit(&mut self, node: &SyntaxNode, offset: usize) {
        match node.kind() {
            SyntaxKind::Ident | SyntaxKind::MathIdent => self.word(node, offset),
            SyntaxKind::ModuleImport => {
                if let Some(ast::Expr::Str(path)) = node.cast::<ast::ModuleImport>().map(ast::ModuleImport::source) {
                    self.file(&path.get(), offset);
                }
            }
            SyntaxKind::ModuleInclude => {
                if let Some(ast::Expr::Str(path)) = node.cast::<ast::ModuleInclude>().map(ast::ModuleInclude::source) {
                    self.file(&path.get(), offset);
                }
            }
            SyntaxKind::FuncCall => {
                if let Some(call) = node.cast::<ast::FuncCall>() {
                    self.call(call, offset);
                }
            }
            _ => {}
        }
        let mut at = offset;
        for child in node.children() {
            self.visit(child, at);
            at += child.len();
        }
    }

    fn word(&mut self, node: &SyntaxNode, offset: usize) {
        let word = node.leaf_text().as_str();
        if RUNNING.contains(&word) || (self.is_structure && READING.contains(&word)) {
            self.found.push(Objection { offset, trouble: Trouble::Word(word.to_owned()) });
        }
    }

    fn call(&mut self, call: ast::FuncCall<'_>, offset: usize) {
        let name = match call.callee() {
            ast::Expr::Ident(name) => name.get().clone(),
            ast::Expr::FieldAccess(access) => access.field().get().clone(),
            _ => return,
        };
        let first = call.args().items().find_map(|argument| match argument {
            ast::Arg::Pos(ast::Expr::Str(path)) => Some(path.get()),
            _ => None,
        });
        let refused_already = self.is_structure && READING.contains(&name.as_str());
        if let Some(path) = first.filter(|_| OPENING.contains(&name.as_str()) && !refused_already) {
            self.file(&path, offset);
        }
    }

    fn file(&mut self, path: &str, offset: usize) {
        let trouble = if path.starts_with('@') {
            Trouble::Package(path.to_owned())
        } else if self.normal(path).is_some_and(|path| (self.is_there)(&path)) {
            return;
        } else {
            Trouble::File(path.to_owned())
        };
        self.found.push(Objection { offset, trouble });
    }

    /// A path from the root without steps; nothing when it leads out of it.
    fn normal(&self, path: &str) -> Option<String> {
        let folder = if path.starts_with('/') { "" } else { self.folder };
        let mut parts: Vec<&str> = Vec::new();
        for part in folder.split('/').chain(path.split('/')) {
            match part {
                "" | "." => {}
                ".." => _ = parts.pop()?,
                part => parts.push(part),
            }
        }
        Some(parts.join("/"))
    }
}
