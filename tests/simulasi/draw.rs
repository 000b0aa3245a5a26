//! Pseudo-random numbers that are the same on every machine and in every release.

/// The generator `SplitMix64` (Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014).
pub(crate) struct Draw(u64);

impl Draw {
    /// A generator of its own for each theme, so that a change to one leaves the numbers of the others alone.
    pub(crate) fn new(seed: u64, theme: &str) -> Self {
        Self(theme.bytes().fold(seed, |state, byte| Self(state ^ u64::from(byte)).next()))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `centre - spread` to `centre + spread`.
    pub(crate) fn around(&mut self, centre: u64, spread: u64) -> u64 {
        self.from(centre.saturating_sub(spread), centre + spread)
    }

    /// A number from `lowest` to `highest`.
    pub(crate) fn from(&mut self, lowest: u64, highest: u64) -> u64 {
        lowest + self.next() % (highest - lowest + 1)
    }

    /// One of the entries.
    pub(crate) fn one_of<'a, T>(&mut self, entries: &'a [T]) -> &'a T {
        let at = self.next() % entries.len() as u64;
        &entries[usize::try_from(at).unwrap()]
    }
}
