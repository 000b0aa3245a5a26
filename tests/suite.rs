//! Every test of the project, in one binary.

mod audit;
mod bahasa;
mod chart;
mod cli;
mod files;
mod manifest;
mod measure;
mod report;
mod simulasi;
mod table;
mod workspaces;
