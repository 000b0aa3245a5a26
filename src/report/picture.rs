//! How large a picture is, told from its first bytes: unpacking one to find out would take what it claims.

/// No letterhead needs more points.
pub(super) const MAX_POINTS: u64 = 25_000_000;

/// Width and height in points of a PNG or a JPEG; nothing for other bytes.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    png(bytes).or_else(|| jpeg(bytes))
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(8..)?;
    let (width, rest) = header.split_first_chunk::<4>()?;
    let (height, _) = rest.split_first_chunk::<4>()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

/// The frame's header stands behind segments that tell their own lengths.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xFF\xD8")?;
    loop {
        let (marker, after) = rest.split_first_chunk::<2>()?;
        let [0xFF, kind] = *marker else { return None };
        // Padding, and markers without a segment.
        if kind == 0xFF {
            rest = rest.get(1..)?;
            continue;
        }
        if matches!(kind, 0x01 | 0xD0..=0xD7) {
            rest = after;
            continue;
        }
        if matches!(kind, 0xC0..=0xCF) && !matches!(kind, 0xC4 | 0xC8 | 0xCC) {
            let [_, _, _, h1, h2, w1, w2] = *after.first_chunk::<7>()?;
            return Some((u16::from_be_bytes([w1, w2]).into(), u16::from_be_bytes([h1, h2]).into()));
        }
        let length = u16::from_be_bytes(*after.first_chunk::<2>()?);
        rest = after.get(usize::from(length)..)?;
    }
}
