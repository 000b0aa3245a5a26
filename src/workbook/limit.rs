//! How much of a foreign file is taken in, so that no file can ask for more memory than a report needs.

/// Bytes of the file.
pub const MAX_BYTES: u64 = 20 << 20;

/// Rows of a sheet that may hold something.
pub const MAX_ROWS: u32 = 100_000;

/// Columns of a sheet that may hold something.
pub const MAX_COLUMNS: u32 = 1_024;

/// Filled cells of a workbook.
pub const MAX_CELLS: usize = 2_000_000;

/// Characters of a cell, which is the limit of Excel itself.
pub const MAX_TEXT: usize = 32_767;

/// Parts of an archive.
pub(super) const MAX_PARTS: usize = 2_000;

/// Bytes of all parts of an archive together, inflated.
pub(super) const MAX_INFLATED: u64 = 200 << 20;

/// How many times its size an archive may inflate to.
pub(super) const MAX_RATIO: u64 = 200;

/// An archive that inflates to no more than this may do so from any size.
pub(super) const RATIO_FROM: u64 = 4 << 20;
