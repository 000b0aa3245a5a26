//! Parts of a batch: disjoint, whole together, about equally heavy, with the same bytes.

use std::collections::BTreeMap;

use rakor::cli::Exit;

use super::Room;

#[test]
fn parts_make_the_whole_and_nothing_twice() {
    let room = Room::simulasi();
    assert_eq!(room.buat("-o semua --wilayah semua").exit, Exit::Done);
    let whole = room.pdfs("semua");
    for of in [1_usize, 2, 3, 7] {
        let mut made = BTreeMap::new();
        let mut sizes = Vec::new();
        for number in 1..=of {
            let folder = format!("b{number}-{of}");
            let run = room.buat(&format!("-o {folder} --wilayah semua --bagian {number}/{of}"));
            let own = room.pdfs(&folder);
            let counted = if own.is_empty() { String::new() } else { format!(": {} dibuat", own.len()) };
            let index = format!("indeks_bulanan_2025-08_bagian-{number}-dari-{of}");
            run.is(Exit::Done, &format!("{} laporan{counted}\n{folder}/{index}.csv\n", own.len()), "");
            assert_eq!(room.read(&format!("{folder}/{index}.csv")).lines().count(), own.len() + 1);
            sizes.push(own.len());
            for (name, digest) in own {
                assert_eq!(made.insert(name.clone(), digest), None, "{name} twice");
            }
        }
        assert_eq!(made, whole, "{of} parts");
        // The city has most rows and stands alone where it can; seven parts of six regions leave one empty.
        let expected: &[usize] = match of {
            1 => &[6],
            2 => &[1, 5],
            3 => &[1, 3, 2],
            _ => &[1, 1, 1, 1, 1, 1, 0],
        };
        assert_eq!(sizes, expected);
    }
}

#[test]
fn parts_of_a_province_differ_by_one_report_at_most() {
    let room = Room::of("simulasi-provinsi");
    // Every region of the list has the same number of rows, so that reports are a fair measure of work.
    let regions: Vec<String> = (1..=9).map(|n| format!("98.{n:02}")).collect();
    let mut sizes: Vec<usize> = Vec::new();
    for number in 1..=4 {
        let folder = format!("b{number}");
        let run = room.buat(&format!("-q -o {folder} --bagian {number}/4 --wilayah {}", regions.join(",")));
        assert_eq!(run.exit, Exit::Done, "{}", run.err);
        sizes.push(room.pdfs(&folder).len());
    }
    assert_eq!(sizes.iter().sum::<usize>(), 9);
    assert!(sizes.iter().all(|size| (2..=3).contains(size)), "{sizes:?}");
}

#[test]
fn parts_run_at_the_same_time_in_one_workspace() {
    let room = Room::simulasi();
    let runs: Vec<_> = std::thread::scope(|scope| {
        let parts: Vec<_> = (1..=3)
            .map(|number| {
                let room = &room;
                scope.spawn(move || room.buat(&format!("--wilayah semua --proses 1 --bagian {number}/3")))
            })
            .collect();
        parts.into_iter().map(|part| part.join().unwrap()).collect()
    });
    for run in &runs {
        assert_eq!((run.exit, run.err.as_str()), (Exit::Done, ""));
    }
    assert_eq!(room.pdfs("keluaran").len(), 6);
    assert_eq!(room.others("keluaran"), [""; 0]);
    // The whole finds what the parts made, though it has another index: it makes it again, to the same bytes.
    let parts = room.pdfs("keluaran");
    assert_eq!(room.buat("--wilayah semua").exit, Exit::Done);
    assert_eq!(room.pdfs("keluaran"), parts);
}
