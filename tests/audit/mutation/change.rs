//! One figure made wrong, class by class, with the code that must find it.

use super::world::World;
use crate::simulasi::draw::Draw;

/// A class of errors.
pub(super) struct Change {
    pub(super) code: &'static str,
    pub(super) what: &'static str,
    pub(super) make: fn(&mut World, &mut Draw),
}

macro_rules! changes {
    ($($code:literal $what:literal $make:expr;)*) => {
        &[$(Change { code: $code, what: $what, make: $make },)*]
    };
}

/// A row of a table, of those in which some columns hold these values.
fn pick(world: &World, draw: &mut Draw, table: &str, wanted: &[(&str, &str)]) -> usize {
    *draw.one_of(&world.rows(table, wanted))
}

fn set(world: &mut World, table: &str, row: usize, column: &str, value: &dyn ToString) {
    *world.cell(table, row, column) = value.to_string();
}

fn add(world: &mut World, table: &str, row: usize, column: &str, more: u64) {
    let value = world.number(table, row, column);
    set(world, table, row, column, &(value + more));
}

/// The participants of one segment in one month of the city.
fn people(world: &World, draw: &mut Draw, segment: &str) -> usize {
    let city = world.city.clone();
    pick(world, draw, "kepesertaan", &[("segmen", segment), ("kode_wilayah", &city)])
}

fn district(world: &World, draw: &mut Draw) -> usize {
    let code = format!("{}.0{}", world.city, draw.from(1, 2));
    pick(world, draw, "kepesertaan", &[("kode_wilayah", &code)])
}

fn group(world: &World, name: &str) -> usize {
    world.rows("kelompok", &[("kelompok", name)])[0]
}

/// A percentage of the plan, moved by some hundredths.
fn hundredths(world: &mut World, table: &str, row: usize, column: &str, more: u64) {
    let text = world.cell(table, row, column).clone();
    let (head, tail) = text.split_once(',').unwrap_or((&text, ""));
    let units: u64 = format!("{head}{tail:0<2}").parse().unwrap();
    let moved = units + more;
    set(world, table, row, column, &format!("{},{:02}", moved / 100, moved % 100));
}

pub(super) const CHANGES: &[Change] = changes! {
    "A001" "participants above the workers" |w, d| {
        let row = people(w, d, "TOTAL");
        set(w, "kepesertaan", row, "peserta_aktif", &(600_000 + d.from(1, 999)));
    };
    "A001" "workers below the participants" |w, d| {
        let city = w.city.clone();
        let row = pick(w, d, "pekerja", &[("kode_wilayah", &city), ("segmen", "PU")]);
        set(w, "pekerja", row, "jumlah_pekerja", &d.from(1, 9_999));
    };
    "A002" "vulnerable workers above their segment" |w, d| {
        let row = people(w, d, "RENTAN");
        let other = w.number("kepesertaan", row - 1, "peserta_aktif");
        set(w, "kepesertaan", row, "peserta_aktif", &(other + d.from(1, 99)));
    };
    "A003" "a segment off by some" |w, d| {
        let row = people(w, d, "PU");
        add(w, "kepesertaan", row, "peserta_aktif", d.from(1, 99));
    };
    "A003" "a total with two digits swapped" |w, d| {
        let row = people(w, d, "TOTAL");
        let text = w.cell("kepesertaan", row, "peserta_aktif").clone();
        let at = (1..text.len()).find(|at| text.as_bytes()[*at] != text.as_bytes()[at - 1]);
        let mut digits: Vec<char> = text.chars().collect();
        match at {
            Some(at) => digits.swap(at - 1, at),
            None => digits[0] = if digits[0] == '9' { '8' } else { '9' },
        }
        set(w, "kepesertaan", row, "peserta_aktif", &digits.into_iter().collect::<String>());
    };
    "A003" "workers of a segment off by some" |w, d| {
        let row = pick(w, d, "pekerja", &[("segmen", "BPU")]);
        add(w, "pekerja", row, "jumlah_pekerja", d.from(1, 99));
    };
    "A004" "a kecamatan that counts too many" |w, d| {
        let row = district(w, d);
        add(w, "kepesertaan", row, "peserta_aktif", d.from(1, 99));
    };
    "A004" "workers of a kecamatan beyond the city" |w, d| {
        let code = format!("{}.01", w.city);
        let row = pick(w, d, "pekerja", &[("kode_wilayah", &code)]);
        add(w, "pekerja", row, "jumlah_pekerja", 100 + d.from(1, 99));
    };
    "A005" "a kecamatan that counts too few" |w, d| {
        let row = district(w, d);
        let value = w.number("kepesertaan", row, "peserta_aktif");
        set(w, "kepesertaan", row, "peserta_aktif", &(value - d.from(1, 99)));
    };
    "A006" "a second denominator" |w, d| {
        let line = format!("{};TOTAL;2024-02-28;bekerja_sakernas;x;{};2025-01;BPS", w.city, 700_000 + d.from(0, 99));
        w.push("pekerja", &line);
    };
    "A007" "a code that no region has" |w, d| {
        let row = pick(w, d, "klaim", &[]);
        let code = format!("{}.99", w.city);
        set(w, "klaim", row, "kode_wilayah", &code);
    };
    "A008" "a day of another month" |w, d| {
        let row = people(w, d, "TOTAL");
        set(w, "kepesertaan", row, "per_tanggal", &format!("2023-12-{:02}", d.from(1, 31)));
    };
    "A009" "an end before its start" |w, d| {
        let row = pick(w, d, "proyek", &[]);
        set(w, "proyek", row, "selesai", &format!("2024-12-{:02}", d.from(1, 31)));
    };
    "A010" "more registered than there are" |w, d| {
        let row = pick(w, d, "proyek", &[]);
        let all = w.number("proyek", row, "pekerja");
        set(w, "proyek", row, "pekerja_terdaftar", &(all + d.from(1, 9)));
    };
    "A010" "employers beyond their number" |w, d| {
        let row = pick(w, d, "pemberi_kerja", &[]);
        add(w, "pemberi_kerja", row, "terdaftar", d.from(1, 9));
    };
    "A011" "a second publisher" |w, d| {
        let row = people(w, d, "JAKON");
        let mut line = w.sheets["kepesertaan"].rows[row].clone();
        "Disnaker".clone_into(&mut line[3]);
        line[4] = format!("{}", 4_000 + d.from(0, 99));
        w.push("kepesertaan", &line.join(";"));
    };
    "A013" "a waiver that meets nothing" |w, d| {
        w.manifest = format!(
            "[[pengecualian]]\nkode = \"A001\"\ntempat = \"data/kepesertaan.csv, baris {}\"\nalasan = \"a\"\n\
             jabatan = \"j\"\ntanggal = 2025-01-01\n",
            d.from(2, 99)
        );
    };
    "A014" "a sub-group above its group" |w, d| {
        let all = w.number("kelompok", group(w, "petani"), "orang_terlindungi");
        set(w, "kelompok", group(w, "petani ikan"), "orang_terlindungi", &(all + d.from(1, 99)));
    };
    "A015" "sub-groups together above their group" |w, _| {
        let all = w.number("kelompok", group(w, "petani"), "orang_terlindungi");
        set(w, "kelompok", group(w, "petani ikan"), "orang_terlindungi", &all);
    };
    "A016" "a group beyond its segment" |w, d| {
        add(w, "kelompok", group(w, "kader"), "orang_terlindungi", d.from(1, 99));
    };
    "A016" "a sub-group without its group" |w, _| {
        set(w, "kelompok", group(w, "petani padi"), "induk_kelompok", &"");
    };
    "A017" "a line that sums up" |w, d| {
        let mut line = w.sheets["pemberi_kerja"].rows[0].clone();
        (*d.one_of(&["Jumlah", "TOTAL", "Subtotal usaha"])).clone_into(&mut line[2]);
        w.push("pemberi_kerja", &line.join(";"));
    };
    "A018" "employers that are lost" |w, d| {
        let row = pick(w, d, "pemberi_kerja", &[]);
        add(w, "pemberi_kerja", row, "jumlah", d.from(1, 9));
    };
    "A019" "a programme beyond everybody" |w, d| {
        let row = pick(w, d, "kepesertaan_program", &[("program_jaminan", "JKK")]);
        add(w, "kepesertaan_program", row, "peserta_aktif", d.from(1, 99));
    };
    "A020" "a target beyond everybody" |w, d| {
        let row = pick(w, d, "target", &[("satuan", "persen")]);
        set(w, "target", row, "nilai", &format!("{},5", d.from(100, 400)));
    };
    "A021" "persons that are no such percentage" |w, d| {
        let row = pick(w, d, "target", &[("satuan", "orang")]);
        let value = w.number("target", row, "nilai");
        set(w, "target", row, "nilai", &(value + value / 50 + d.from(1, 999)));
    };
    "A022" "a second target" |w, d| {
        let city = w.city.clone();
        w.push("target", &format!("ucj;{city};TOTAL;2026;RKPD;persen;{},25;Bappeda", d.from(50, 99)));
    };
    "A023" "targets in the wrong order" |w, _| {
        let (a, b) = (w.rows("target", &[("tahun", "2027")])[0], w.rows("target", &[("tahun", "2028")])[0]);
        let (first, second) = (w.cell("target", a, "nilai").clone(), w.cell("target", b, "nilai").clone());
        set(w, "target", a, "nilai", &second);
        set(w, "target", b, "nilai", &first);
    };
    "A024" "a target that was reached long ago" |w, d| {
        let row = pick(w, d, "target", &[("tahun", "2025"), ("satuan", "persen")]);
        set(w, "target", row, "nilai", &format!("1,{}", d.from(0, 9)));
    };
    "A025" "a year that is not its quarters" |w, d| {
        let row = pick(w, d, "indikator_tahunan", &[("kode", "KASUS")]);
        set(w, "indikator_tahunan", row, "realisasi_k", &(12 + d.from(1, 9)));
    };
    "A025" "a last quarter that is not the year" |w, d| {
        let row = pick(w, d, "indikator_triwulan", &[("kode", "UCJ"), ("triwulan", "4")]);
        hundredths(w, "indikator_triwulan", row, "realisasi_k", d.from(2, 99));
    };
    "A026" "a yearly target against its direction" |w, d| {
        let row = pick(w, d, "indikator_tahunan", &[("tahun", "2027")]);
        set(w, "indikator_tahunan", row, "target_k", &format!("1,{}", d.from(0, 9)));
    };
    "A027" "a target that differs between tables" |w, d| {
        let row = pick(w, d, "indikator_tahunan", &[("tahun", "2029")]);
        hundredths(w, "indikator_tahunan", row, "target_k", d.from(10, 99));
    };
    "A028" "a realisation that nobody counted" |w, d| {
        let row = pick(w, d, "indikator_tahunan", &[("kode", "UCJ"), ("tahun", "2024")]);
        hundredths(w, "indikator_tahunan", row, "realisasi_k", d.from(1, 99));
    };
    "A029" "a report older than its figures" |w, d| {
        w.date = format!("2025-01-{:02}", d.from(1, 31));
    };
    "A030" "a year that is not over" |w, d| {
        let row = pick(w, d, "indikator_tahunan", &[("tahun", "2025")]);
        set(w, "indikator_tahunan", row, "realisasi_k", &format!("3{},11", d.from(0, 9)));
    };
    "A031" "a benefit that does not add up" |w, d| {
        let row = pick(w, d, "klaim", &[("manfaat", "santunan")]);
        add(w, "klaim", row, "nominal_rp", d.from(1, 999_999));
    };
    "A031" "more cases of one benefit than of all" |w, d| {
        let row = pick(w, d, "klaim", &[("manfaat", "beasiswa")]);
        add(w, "klaim", row, "kasus", 60 + d.from(1, 9));
    };
    "A032" "a digit too few" |w, d| {
        let row = people(w, d, "PU");
        let value = w.number("kepesertaan", row, "peserta_aktif");
        set(w, "kepesertaan", row, "peserta_aktif", &(value / 10));
    };
    "A034" "a ceiling with a digit too few" |w, d| {
        let row = pick(w, d, "anggaran", &[]);
        let value = w.number("anggaran", row, "pagu_rp");
        set(w, "anggaran", row, "pagu_rp", &(value / 10));
    };
    "A035" "more spent than there is" |w, d| {
        let row = pick(w, d, "anggaran", &[]);
        let ceiling = w.number("anggaran", row, "pagu_rp");
        set(w, "anggaran", row, "realisasi_rp", &(ceiling + d.from(1, 999_999)));
    };
    "A036" "a year of more than twelve months" |w, d| {
        let row = pick(w, d, "anggaran", &[]);
        set(w, "anggaran", row, "jumlah_bulan", &(12 + d.from(1, 12)));
    };
    "A037" "a contribution that no rule sets" |w, d| {
        let row = pick(w, d, "anggaran", &[]);
        set(w, "anggaran", row, "iuran_per_orang_rp", &(10_000 + d.from(1, 999)));
    };
    "A038" "an abbreviation of something else" |w, d| {
        let wrong = *d.one_of(&["JKK", "JHT", "JP", "JKP"]);
        set(w, "tindak_lanjut", 0, "permasalahan", &format!("Klaim Jaminan Kematian ({wrong}) terlambat"));
    };
    "A039" "a parent that is none" |w, d| {
        let row = pick(w, d, "wilayah", &[("jenis", "kecamatan")]);
        set(w, "wilayah", row, "induk", &"00");
    };
    "A040" "a level that its code has not" |w, d| {
        let row = pick(w, d, "wilayah", &[("jenis", "kecamatan")]);
        let level = d.one_of(&["kelurahan", "desa", "kota", "kabupaten"]);
        set(w, "wilayah", row, "jenis", level);
    };
    "A041" "a name that is another's" |w, _| {
        let rows = w.rows("wilayah", &[("jenis", "kecamatan")]);
        let name = w.cell("wilayah", rows[0], "nama").clone();
        set(w, "wilayah", rows[1], "nama", &name);
    };
    "A042" "a name under another's code" |w, d| {
        w.push("wilayah", "61;Kalimantan Barat;provinsi;00");
        let code = *d.one_of(&["61.01", "61.02", "61.03"]);
        w.push("wilayah", &format!("{code};Kabupaten Sintang;kabupaten;61"));
    };
    "A043" "a signer appointed as a child" |w, d| {
        w.nip = format!("1985{:02}012001011001", d.from(1, 12));
    };
    "A044" "a bracket that begins behind the end of the one below" |w, d| {
        let row = pick(w, d, "tarif_konstruksi", &[]);
        add(w, "tarif_konstruksi", row, "batas_bawah_rp", d.from(1, 999));
    };
    "A045" "a percentage without its comma" |w, d| {
        let row = pick(w, d, "tarif_konstruksi", &[]);
        set(w, "tarif_konstruksi", row, "persen", &d.from(101, 210));
    };
};
