//! Regions, workers, participants, employers.

use super::city::{CITY, City, GROUPS, KECAMATAN, NEIGHBOURS, SURVEYS, UNMAPPED};
use super::draw::Draw;
use super::sheet::{PUBLISHER, cells, sheet};

/// Kind, employers, and the share that has registered everybody and somebody in January 2025, in thousandths.
const EMPLOYERS: [(&str, u64, u64, u64); 4] = [
    ("usaha mikro", 6_240, 268, 84),
    ("usaha kecil", 1_315, 541, 137),
    ("usaha menengah", 286, 776, 119),
    ("usaha besar", 74, 918, 61),
];

pub(super) fn regions() -> (String, String) {
    let mut rows = vec![
        ["00", "Indonesia", "nasional", ""],
        ["99", "Simulasi", "provinsi", "00"],
        [CITY, "Kota Simulasi", "kota", "99"],
    ];
    rows.extend(KECAMATAN.map(|(code, name, ..)| [code, name, "kecamatan", CITY]));
    rows.push([UNMAPPED, "Tidak terpetakan", "tidak_terpetakan", CITY]);
    rows.extend(NEIGHBOURS.map(|(code, name, level, ..)| [code, name, level, "99"]));
    let rows = rows.into_iter().map(|[code, name, level, parent]| [code, name, level, parent, PUBLISHER]);
    sheet("wilayah", ["kode", "nama", "jenis", "induk", "sumber"], rows)
}

pub(super) fn workers() -> (String, String) {
    let mut rows = Vec::new();
    for survey in &SURVEYS {
        let since = format!("{:04}-{:02}", survey.since.0, survey.since.1);
        let mut push = |region: &str, segment: &str, wording: &str, count: u64| {
            rows.push(cells![
                region,
                segment,
                survey.as_of,
                "bekerja_sakernas",
                wording,
                count,
                since,
                PUBLISHER,
                "tetap"
            ]);
        };
        let year = &survey.as_of[..4];
        push(CITY, "TOTAL", survey.wording, survey.total());
        push(CITY, "PU", &format!("pekerja penerima upah, Sakernas Agustus {year}"), survey.pu);
        push(CITY, "BPU", &format!("pekerja bukan penerima upah, Sakernas Agustus {year}"), survey.bpu);
        push(CITY, "JAKON", &format!("pekerja konstruksi, Sakernas Agustus {year}"), survey.jakon);
        push(CITY, "PMI", &format!("pekerja migran terdata, Agustus {year}"), survey.pmi);
        push(CITY, "RENTAN", &format!("pekerja rentan terdata, Agustus {year}"), survey.rentan);
        for ((code, ..), count) in KECAMATAN.into_iter().zip(survey.kecamatan) {
            push(code, "TOTAL", survey.wording, count);
        }
        for ((code, ..), count) in NEIGHBOURS.into_iter().zip(survey.neighbours) {
            push(code, "TOTAL", survey.wording, count);
        }
    }
    let columns = [
        "kode_wilayah",
        "segmen",
        "per_tanggal",
        "definisi",
        "sebutan",
        "jumlah_pekerja",
        "dipakai_mulai",
        "sumber",
        "status_data",
    ];
    sheet("pekerja", columns, rows)
}

pub(super) fn participants(city: &City) -> (String, String) {
    let mut rows = Vec::new();
    for at in &city.months {
        let mut push = |region: &str, segment: &str, count: u64| {
            let status = if std::ptr::eq(at, city.now()) { "sementara" } else { "tetap" };
            rows.push(cells![at.period, region, segment, PUBLISHER, count, at.period.last_day(), status]);
        };
        push(CITY, "TOTAL", at.total());
        push(CITY, "PU", at.pu);
        push(CITY, "BPU", at.bpu());
        push(CITY, "JAKON", at.jakon);
        push(CITY, "PMI", at.pmi);
        push(CITY, "RENTAN", at.rentan());
        for ((code, ..), count) in KECAMATAN.into_iter().zip(at.kecamatan) {
            push(code, "TOTAL", count);
        }
        push(UNMAPPED, "TOTAL", at.unmapped);
        for ((code, ..), count) in NEIGHBOURS.into_iter().zip(at.neighbours) {
            push(code, "TOTAL", count);
        }
    }
    let columns = ["periode", "kode_wilayah", "segmen", "sumber", "peserta_aktif", "per_tanggal", "status_data"];
    sheet("kepesertaan", columns, rows)
}

/// Everybody has JKK and JKM; JHT, JP and JKP mostly wage earners.
pub(super) fn programmes(city: &City) -> (String, String) {
    let mut rows = Vec::new();
    for at in city.this_year() {
        let counts = [
            ("JKK", at.total()),
            ("JKM", at.total()),
            ("JHT", at.pu * 93 / 100 + at.own * 12 / 100),
            ("JP", at.pu * 71 / 100),
            ("JKP", at.pu * 64 / 100),
        ];
        rows.extend(counts.map(|(programme, count)| cells![at.period, CITY, programme, count, PUBLISHER]));
    }
    sheet("kepesertaan_program", ["periode", "kode_wilayah", "program_jaminan", "peserta_aktif", "sumber"], rows)
}

/// Persons of every group; one group was protected for a few days of August and no longer counts at its end.
pub(super) fn groups(city: &City) -> (String, String) {
    let mut rows = Vec::new();
    for at in city.this_year() {
        for (group, count) in GROUPS.iter().zip(at.groups).filter(|(_, count)| *count > 0) {
            let begin = city.months[group.first].period.first_day();
            rows.push(cells![
                at.period,
                CITY,
                group.name,
                group.payer,
                "RENTAN",
                group.planned,
                count,
                begin,
                "",
                "Keputusan Wali Kota Simulasi tentang Penerima Bantuan Iuran",
                PUBLISHER
            ]);
        }
    }
    rows.push(cells![
        city.now().period,
        CITY,
        "atlet dan ofisial pekan olahraga",
        "TJSL",
        "BPU",
        240,
        240,
        "2025-08-04",
        "2025-08-15",
        "Pekan Olahraga Kota Simulasi Tahun 2025",
        PUBLISHER
    ]);
    let columns = [
        "periode",
        "kode_wilayah",
        "kelompok",
        "sumber_dana",
        "segmen",
        "target_orang",
        "orang_terlindungi",
        "mulai",
        "selesai",
        "dasar",
        "sumber",
    ];
    sheet("kelompok", columns, rows)
}

/// Every employer has registered all of its workers, some of them, or none.
pub(super) fn employers(city: &City, seed: u64) -> (String, String) {
    let mut draw = Draw::new(seed, "pemberi kerja");
    let mut rows = Vec::new();
    for (at, of) in (0..).zip(city.this_year()) {
        for (kind, all, registered, partly) in EMPLOYERS {
            let registered = all * draw.around(registered + 3 * at, 1) / 1_000;
            let partly = all * draw.around(partly - at, 1) / 1_000;
            rows.push(cells![of.period, CITY, kind, all, registered, partly, all - registered - partly, PUBLISHER]);
        }
    }
    let columns =
        ["periode", "kode_wilayah", "jenis", "jumlah", "terdaftar", "terdaftar_sebagian", "belum_terdaftar", "sumber"];
    sheet("pemberi_kerja", columns, rows)
}
