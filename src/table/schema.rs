//! The schema as data: what every table holds, for messages, documentation and `skema`.

/// How the figures of a table add up over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// Counted on a day; two months are compared, never added.
    Stock,
    /// Counted over a month; months add up since January.
    Flow,
    /// Names, rules, targets and texts that the figures are read by.
    Reference,
}

impl Nature {
    /// The word for it in the data dictionary.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stock => "posisi",
            Self::Flow => "arus",
            Self::Reference => "acuan",
        }
    }

    /// What it means, as one sentence.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        match self {
            Self::Stock => "Keadaan pada satu tanggal; dibandingkan antarperiode, tidak dijumlahkan.",
            Self::Flow => "Kejadian selama satu periode; dijumlahkan sejak Januari.",
            Self::Reference => "Rujukan; tidak dijumlahkan.",
        }
    }
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A whole number from zero.
    Count,
    /// Whole rupiah from zero.
    Money,
    /// A number that keeps the decimals of its document.
    Decimal,
    /// A day.
    Date,
    /// A month of a year.
    Month,
    /// A year from 1900 to 2200.
    Year,
    /// A quarter of a year, 1 to 4.
    Quarter,
    /// A region's code as the Ministry of Home Affairs writes it.
    Region,
    /// Text of any kind.
    Text,
    /// One of a few words, in their stored spelling.
    Choice(&'static [&'static str]),
}

impl Kind {
    /// The word for it in the data dictionary.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Count => "bilangan bulat",
            Self::Money => "rupiah",
            Self::Decimal => "bilangan desimal",
            Self::Date => "tanggal",
            Self::Month => "periode",
            Self::Year => "tahun",
            Self::Quarter => "triwulan",
            Self::Region => "kode wilayah",
            Self::Text => "teks",
            Self::Choice(_) => "pilihan",
        }
    }

    /// One cell as it may be written.
    #[must_use]
    pub fn example(self) -> &'static str {
        match self {
            Self::Count => "134.167",
            Self::Money => "Rp5.300.000.000",
            Self::Decimal => "41,3",
            Self::Date => "2025-08-26",
            Self::Month => "2025-08",
            Self::Year => "2025",
            Self::Quarter => "3",
            Self::Region => "35.73",
            Self::Text => "",
            Self::Choice(all) => all.first().copied().unwrap_or_default(),
        }
    }
}

/// One column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnSchema {
    /// Its name in the header line.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether it is part of the key that no two rows share.
    pub key: bool,
    /// Whether the column and each of its cells must be there.
    pub required: bool,
    /// Unit of its numbers.
    pub unit: Option<&'static str>,
    /// Whether it names or reaches a person: never quoted, never exported.
    pub personal: bool,
    /// What it says, as one Indonesian sentence.
    pub description: &'static str,
}

/// One table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableSchema {
    /// Its name: the stem of its file.
    pub name: &'static str,
    /// How its figures add up over time.
    pub nature: Nature,
    /// What one row is, as one Indonesian sentence.
    pub description: &'static str,
    /// Its columns, key first, in the order of the templates handed out.
    pub columns: &'static [ColumnSchema],
}

impl TableSchema {
    /// The column of a name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&'static ColumnSchema> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Whether its rows speak of persons. Then no cell of theirs is quoted, since the other cells of such a row say
    /// who is meant.
    #[must_use]
    pub fn is_personal(&self) -> bool {
        self.columns.iter().any(|column| column.personal)
    }
}
