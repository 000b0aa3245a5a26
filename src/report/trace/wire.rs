//! Exact numbers of a trace as text, for its way between processes.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::bahasa::baca::Bilangan;

/// Size as a fraction, power of ten, sign.
type Plain = (String, u32, Option<bool>);

pub(super) fn serialize<S: Serializer>(numbers: &[Bilangan], serializer: S) -> Result<S::Ok, S::Error> {
    let plain: Vec<Plain> =
        numbers.iter().map(|number| (number.ukuran.to_string(), number.pangkat, number.negatif)).collect();
    plain.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Bilangan>, D::Error> {
    let plain = Vec::<Plain>::deserialize(deserializer)?;
    let numbers = plain.into_iter().map(|(size, pangkat, negatif)| {
        let ukuran = size.parse().map_err(serde::de::Error::custom)?;
        Ok(Bilangan { ukuran, pangkat, negatif })
    });
    numbers.collect()
}
