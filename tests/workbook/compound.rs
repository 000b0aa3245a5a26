//! Compound files, as XLS and encrypted workbooks are, made by hand.

/// Size of a sector.
const SECTOR: usize = 512;

/// Streams shorter than this would lie in small sectors; longer ones are all that is made here.
const SHORTEST: usize = 4_096;

/// A compound file of streams, each filled up with zeros.
pub(crate) fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = vec![0; SECTOR];
    let mut table = vec![END];
    let mut entries = vec![entry("Root Entry", 5, END, 0)];
    for (name, content) in streams {
        let length = content.len().max(SHORTEST).next_multiple_of(SECTOR);
        let start = u32::try_from(table.len()).unwrap();
        entries.push(entry(name, 2, start, u32::try_from(length).unwrap()));
        let last = start + u32::try_from(length / SECTOR).unwrap() - 1;
        table.extend((start..last).map(|at| at + 1).chain([END]));
        body.extend_from_slice(content);
        body.resize(body.len() + length - content.len(), 0);
    }
    let directory: Vec<u8> = entries.concat();
    body[..directory.len()].copy_from_slice(&directory);
    let place = u32::try_from(table.len()).unwrap();
    assert!(table.len() < SECTOR / 4, "one sector holds the table");
    table.push(0xFFFF_FFFD);
    table.resize(SECTOR / 4, FREE);
    body.extend(table.iter().flat_map(|at| at.to_le_bytes()));
    [header(place), body].concat()
}

const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;

fn header(table: u32) -> Vec<u8> {
    let mut header = vec![0; SECTOR];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes());
    put(56, &4_096_u32.to_le_bytes());
    put(60, &END.to_le_bytes());
    put(68, &END.to_le_bytes());
    put(76, &table.to_le_bytes());
    (80..SECTOR).step_by(4).for_each(|at| put(at, &FREE.to_le_bytes()));
    header
}

fn entry(name: &str, kind: u8, start: u32, length: u32) -> Vec<u8> {
    let mut entry = vec![0; 128];
    for (at, unit) in name.encode_utf16().enumerate() {
        entry[at * 2..at * 2 + 2].copy_from_slice(&unit.to_le_bytes());
    }
    entry[64] = u8::try_from(name.len() * 2 + 2).unwrap();
    entry[66] = kind;
    entry[68..80].fill(0xFF);
    entry[116..120].copy_from_slice(&start.to_le_bytes());
    entry[120..124].copy_from_slice(&length.to_le_bytes());
    entry
}

/// One record of the stream `Workbook`.
pub(crate) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

/// An XLS file of one sheet of these records, with these ahead of it.
pub(crate) fn xls(globals: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let tab = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b'a']].concat());
    let end = record(0x000A, &[]);
    let ahead = [begin(5), globals.concat(), tab(0), end.clone()].concat().len();
    let position = u32::try_from(ahead).unwrap();
    let stream = [begin(5), globals.concat(), tab(position), end.clone(), begin(0x10), sheet.concat(), end].concat();
    compound(&[("Workbook", &stream)])
}
