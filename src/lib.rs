//! `rakor`: formal Indonesian coverage reports from a secretariat's data.

pub mod audit;
pub mod bahasa;
pub mod chart;
pub mod cli;
pub mod diagnostic;
pub mod figure;
pub mod files;
pub mod fonts;
pub mod manifest;
pub mod measure;
pub mod place;
pub mod report;
pub mod table;
pub mod template;
pub mod typeset;
