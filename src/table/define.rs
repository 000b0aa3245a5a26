//! The macro that turns the list of tables into row structs, [`Dataset`](super::Dataset) and schema data, so that the
//! three never part.

/// One table after the other:
///
/// ```text
/// Stock kepesertaan: Kepesertaan = "what one row is" {
///     key periode: Month = "what the column says";
///     required peserta_aktif: Count in "orang" = "what the column says";
/// }
/// ```
///
/// Roles: `key` (required), `optional_key`, `required`, `optional`. Kinds: the markers of `kind`, or a closed
/// vocabulary of `choice`. `, personal` behind a description marks a column that names or reaches a person. The
/// description is the field's documentation too.
macro_rules! tables {
    ($(
        $nature:ident $table:ident: $row:ident = $about:literal {
            $($role:ident $column:ident: $kind:ident $(in $unit:literal)? = $description:literal $(, $flag:ident)?;)*
        }
    )*) => {
        $(
            #[doc = $about]
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $row {
                /// File and line.
                pub row: Place,
                $(#[doc = $description] pub $column: tables!(@field $role tables!(@value $kind)),)*
            }

            impl Row for $row {
                const SCHEMA: TableSchema = TableSchema {
                    name: stringify!($table),
                    nature: Nature::$nature,
                    description: $about,
                    columns: &[$(ColumnSchema {
                        name: stringify!($column),
                        kind: <$kind as Column>::KIND,
                        key: tables!(@key $role),
                        required: tables!(@required $role),
                        unit: tables!(@unit $($unit)?),
                        personal: tables!(@personal $($flag)?),
                        description: $description,
                    }),*],
                };

                fn read<C: Cells>(cells: &mut C) -> Option<Self> {
                    // Every cell is read before any is judged, so that all problems of a row are reported.
                    $(let $column = tables!(@read $role cells $kind);)*
                    Some(Self { row: cells.place(), $($column: $column?,)* })
                }

                fn place(&self) -> &Place {
                    &self.row
                }

                fn key(&self) -> String {
                    let mut key = String::with_capacity(KEY_ROOM);
                    $(tables!(@push_key $role key self $column $kind);)*
                    key
                }

                fn spell(&self, out: &mut Spelled) {
                    out.clear();
                    $(out.push::<$kind>(tables!(@value_of $role self $column));)*
                }

                fn texts<'a>(&'a self, out: &mut Vec<Option<(&'a Place, &'a str)>>) {
                    $(out.push(
                        tables!(@place $role self $column)
                            .zip(tables!(@value_of $role self $column).and_then(<$kind as Column>::text))
                    );)*
                }

                fn region(&self) -> Option<&str> {
                    [$(tables!(@region $role $kind self $column)),*].into_iter().flatten().next()
                }

                fn places<'a>(&'a self, out: &mut Vec<Option<&'a Place>>) {
                    $(out.push(tables!(@place $role self $column));)*
                }

                fn mark_filled(&self, filled: &mut [bool]) {
                    let mut columns = filled.iter_mut();
                    $(columns.next().into_iter().for_each(|filled| *filled |= tables!(@filled $role self $column));)*
                }
            }
        )*

        /// All rows of a workspace, one field for each table. A table without a file is empty.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Dataset {
            /// Names of the tables that have a file, even one without rows.
            pub present: BTreeSet<String>,
            $(#[doc = $about] pub $table: Vec<$row>,)*
        }

        static SCHEMA: &[TableSchema] = &[$(<$row as Row>::SCHEMA),*];

        impl Dataset {
            /// Hands the table of a name to a visitor; nothing when no table has that name.
            pub(super) fn visit<V: Visit>(&self, table: &str, visitor: V) -> Option<V::Output> {
                match table {
                    $(stringify!($table) => Some(visitor.visit(&self.$table)),)*
                    _ => None,
                }
            }

            /// The same, for writing.
            pub(super) fn visit_mut<V: VisitMut>(&mut self, table: &str, visitor: V) -> Option<V::Output> {
                match table {
                    $(stringify!($table) => Some(visitor.visit(&mut self.$table)),)*
                    _ => None,
                }
            }

            /// The same tables with the rows at these positions; a table that is not named keeps all of its rows.
            pub(super) fn at(&self, positions: &BTreeMap<&'static str, Vec<usize>>) -> Self {
                Self {
                    present: self.present.clone(),
                    $($table: match positions.get(stringify!($table)) {
                        Some(chosen) => chosen.iter().filter_map(|at| self.$table.get(*at)).cloned().collect(),
                        None => self.$table.clone(),
                    },)*
                }
            }
        }
    };

    (@value Count) => { u64 };
    (@value Money) => { u64 };
    (@value Decimals) => { Decimal };
    (@value Date) => { NaiveDate };
    (@value Month) => { Period };
    (@value Year) => { i32 };
    (@value Quarter) => { u64 };
    (@value Region) => { String };
    (@value Text) => { String };
    (@value $choice:ident) => { $choice };

    (@field key $value:ty) => { Cell<$value> };
    (@field required $value:ty) => { Cell<$value> };
    (@field optional_key $value:ty) => { Option<Cell<$value>> };
    (@field optional $value:ty) => { Option<Cell<$value>> };

    (@read key $cells:ident $kind:ident) => { $cells.required::<$kind>() };
    (@read required $cells:ident $kind:ident) => { $cells.required::<$kind>() };
    (@read optional_key $cells:ident $kind:ident) => { $cells.optional::<$kind>() };
    (@read optional $cells:ident $kind:ident) => { $cells.optional::<$kind>() };

    (@value_of key $row:ident $column:ident) => { Some(&$row.$column.value) };
    (@value_of required $row:ident $column:ident) => { Some(&$row.$column.value) };
    (@value_of optional_key $row:ident $column:ident) => { $row.$column.as_ref().map(|cell| &cell.value) };
    (@value_of optional $row:ident $column:ident) => { $row.$column.as_ref().map(|cell| &cell.value) };

    (@region key Region $row:ident $column:ident) => { Some($row.$column.value.as_str()) };
    (@region required Region $row:ident $column:ident) => { Some($row.$column.value.as_str()) };
    (@region $role:ident $kind:ident $row:ident $column:ident) => { None::<&str> };

    (@place key $row:ident $column:ident) => { Some(&$row.$column.place) };
    (@place required $row:ident $column:ident) => { Some(&$row.$column.place) };
    (@place optional_key $row:ident $column:ident) => { $row.$column.as_ref().map(|cell| &cell.place) };
    (@place optional $row:ident $column:ident) => { $row.$column.as_ref().map(|cell| &cell.place) };

    (@filled key $row:ident $column:ident) => { true };
    (@filled required $row:ident $column:ident) => { true };
    (@filled optional_key $row:ident $column:ident) => { $row.$column.is_some() };
    (@filled optional $row:ident $column:ident) => { $row.$column.is_some() };

    (@push_key key $key:ident $row:ident $column:ident $kind:ident) => {
        <$kind as Column>::write(&$row.$column.value, &mut $key);
        $key.push(KEY_END);
    };
    (@push_key optional_key $key:ident $row:ident $column:ident $kind:ident) => {
        if let Some(cell) = &$row.$column {
            <$kind as Column>::write(&cell.value, &mut $key);
        }
        $key.push(KEY_END);
    };
    (@push_key $role:ident $key:ident $row:ident $column:ident $kind:ident) => {};

    (@key key) => { true };
    (@key optional_key) => { true };
    (@key $role:ident) => { false };

    (@required key) => { true };
    (@required required) => { true };
    (@required $role:ident) => { false };

    (@unit) => { None };
    (@unit $unit:literal) => { Some($unit) };

    (@personal) => { false };
    (@personal personal) => { true };
}

pub(super) use tables;
