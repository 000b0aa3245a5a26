//! The vocabulary of these tests: statements by their columns, tables as files, verdicts as lines.

use rakor::audit::Settings;
use rakor::audit::pernyataan::{Verdict, judge};
use rakor::diagnostic::{Diagnostic, Severity};
use rakor::table::{self, Dataset, SourceFile};

/// Tables in the making.
#[derive(Clone, Default)]
pub(super) struct Case {
    statements: Vec<Vec<(String, String)>>,
    files: Vec<SourceFile>,
}

impl Case {
    /// One statement: columns and wordings. What is not named is an announcement about Kota Malang on a Tuesday.
    pub(super) fn said(mut self, columns: &[(&str, &str)]) -> Self {
        let number = self.statements.len() + 1;
        let code = format!("X-{number}");
        let usual = [
            ("kode", code.as_str()),
            ("sumber", "media.id"),
            ("tanggal", "2025-09-09"),
            ("kode_wilayah", "35.73"),
            ("indikator", "ucj"),
            ("segmen", "TOTAL"),
        ];
        let mut row: Vec<(String, String)> =
            columns.iter().map(|(name, cell)| ((*name).into(), (*cell).into())).collect();
        for (name, cell) in usual {
            if !row.iter().any(|(known, _)| known == name) {
                row.push((name.to_owned(), cell.to_owned()));
            }
        }
        self.statements.push(row);
        self
    }

    /// A whole table.
    pub(super) fn table(mut self, name: &str, text: &str) -> Self {
        self.files.push(SourceFile { path: format!("data/{name}.csv"), bytes: text.as_bytes().to_vec() });
        self
    }

    /// 436.742 workers in force from January 2025 on, and 428.699 of the year before.
    pub(super) fn workers(self) -> Self {
        self.table(
            "pekerja",
            "kode_wilayah,segmen,per_tanggal,definisi,sebutan,jumlah_pekerja,dipakai_mulai,sumber\n\
             35.73,TOTAL,2023-08-31,bekerja_sakernas,\"penduduk bekerja, Sakernas Agustus 2023\",428699,,BPS\n\
             35.73,TOTAL,2024-08-31,bekerja_sakernas,\"penduduk bekerja, Sakernas Agustus 2024\",436742,2025-01,BPS\n",
        )
    }

    /// 134.167 participants in September 2025.
    pub(super) fn participants(self) -> Self {
        self.table("kepesertaan", "periode,kode_wilayah,segmen,sumber,peserta_aktif\n2025-09,35.73,TOTAL,BPJS,134167\n")
    }

    /// 41,3 percent for 2025, 99,5 percent for the nation in 2045.
    pub(super) fn targets(self) -> Self {
        self.table(
            "target",
            "indikator,kode_wilayah,segmen,tahun,dokumen,satuan,nilai,sumber\n\
             ucj,35.73,TOTAL,2025,RPJMD,persen,\"41,3\",Bappeda\n\
             ucj,00,TOTAL,2045,RPJPN Tahun 2025–2045,persen,\"99,5\",Bappenas\n",
        )
    }

    /// Rp16.800 a month.
    pub(super) fn tariffs(self) -> Self {
        self.table(
            "tarif_iuran",
            "segmen,program_jaminan,berlaku_mulai,iuran_rp,sumber\n\
             BPU,JKK,2023-01-01,10000,peraturan\nBPU,JKM,2023-01-01,6800,peraturan\n",
        )
    }

    pub(super) fn data(self) -> Dataset {
        let (data, problems) = self.tables();
        assert!(problems.is_empty(), "{problems:?}");
        data
    }

    /// The same, unless the table itself refuses a cell.
    pub(super) fn read_or_nothing(self) -> Option<Dataset> {
        let (data, problems) = self.tables();
        problems.is_empty().then_some(data)
    }

    fn tables(mut self) -> (Dataset, Vec<Diagnostic>) {
        let mut names: Vec<String> = self.statements.iter().flatten().map(|(name, _)| name.clone()).collect();
        names.sort();
        names.dedup();
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let mut text = names.join(",");
        text.push('\n');
        for row in &self.statements {
            let cell =
                |name: &String| row.iter().find(|(known, _)| known == name).map_or("", |(_, cell)| cell.as_str());
            let cells: Vec<String> = names.iter().map(|name| quoted(cell(name))).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        self.files.push(SourceFile { path: "data/pernyataan.csv".to_owned(), bytes: text.into_bytes() });
        table::read(&self.files)
    }

    pub(super) fn verdicts(self) -> Vec<Verdict> {
        judge(&self.data(), &Settings::default())
    }

    /// The verdict on one column of the last statement.
    pub(super) fn verdict(self, column: &str) -> Verdict {
        let verdicts = self.verdicts();
        let ends = |verdict: &Verdict| verdict.said.place.to_string().ends_with(&format!("kolom {column}"));
        verdicts.into_iter().rfind(ends).unwrap()
    }

    /// That verdict in words.
    pub(super) fn judged(self, column: &str) -> String {
        spaced(&self.verdict(column).sentence())
    }

    /// What the findings about one column of the last statement say.
    pub(super) fn findings(self, column: &str) -> Vec<String> {
        told(&self.verdict(column))
    }
}

/// No-break spaces shown as spaces.
pub(super) fn spaced(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// Severity, code and words of every finding.
pub(super) fn told(verdict: &Verdict) -> Vec<String> {
    let line = |finding: &rakor::audit::Finding| {
        assert!(!finding.refuses() && finding.severity != Severity::Peringatan);
        format!("{} {} {}", finding.severity, finding.code, spaced(&finding.message))
    };
    verdict.findings.iter().map(line).collect()
}
