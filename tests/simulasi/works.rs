//! Construction packages of August 2025: five with all workers registered, four with some, two with none.

use super::city::{CITY, City};
use super::sheet::{PUBLISHER, sheet};

const PUBLIC_WORKS: &str = "Dinas Pekerjaan Umum dan Penataan Ruang";

/// Package, office, contractor, payer, first and last day, day of registration, contract in rupiah, workers, registered.
#[rustfmt::skip]
const PACKAGES: [[&str; 10]; 11] = [
    ["Rehabilitasi Pasar Contoh Timur", "Dinas Perdagangan", "CV Rekaan Jaya", "APBD", "2025-06-16", "2025-11-12", "2025-06-10", "4850000000", "84", "84"],
    ["Pembangunan Gedung Pelayanan Terpadu", PUBLIC_WORKS, "PT Misal Utama", "APBD", "2025-05-05", "2025-12-15", "2025-04-28", "12400000000", "146", "146"],
    ["Peningkatan Jalan Contoh Barat", PUBLIC_WORKS, "CV Umpama Karya", "APBD", "2025-07-07", "2025-10-04", "2025-07-03", "2310000000", "52", "52"],
    ["Pembangunan Saluran Air Contoh Tengah", PUBLIC_WORKS, "CV Andaian Mandiri", "APBD", "2025-06-23", "2025-10-20", "2025-07-01", "1975000000", "47", "47"],
    ["Pembangunan Puskesmas Contoh Utara", "Dinas Kesehatan", "PT Ibarat Sejahtera", "DBHCHT", "2025-05-19", "2025-11-14", "2025-05-12", "6720000000", "97", "97"],
    ["Rehabilitasi Ruang Kelas Sekolah Dasar", "Dinas Pendidikan dan Kebudayaan", "CV Tiruan Bersama", "APBD", "2025-07-14", "2025-10-31", "2025-07-10", "1640000000", "58", "35"],
    ["Pembangunan Jembatan Contoh Selatan", PUBLIC_WORKS, "PT Rekaan Konstruksi", "APBD", "2025-06-02", "2025-12-05", "2025-05-30", "8930000000", "112", "78"],
    ["Penataan Taman Kota", "Dinas Lingkungan Hidup", "CV Misal Hijau", "APBD", "2025-07-28", "2025-10-17", "2025-07-25", "870000000", "31", "12"],
    ["Rehabilitasi Balai Latihan Kerja", "Dinas Tenaga Kerja", "CV Umpama Sentosa", "DBHCHT", "2025-07-21", "2025-11-07", "2025-07-18", "1250000000", "36", "24"],
    ["Pembangunan Saluran Irigasi Contoh Timur", "Dinas Ketahanan Pangan dan Pertanian", "CV Andaian Tirta", "DBHCHT", "2025-08-04", "2025-11-21", "", "980000000", "29", "0"],
    ["Pengecatan Marka Jalan", "Dinas Perhubungan", "CV Ibarat Lancar", "APBD", "2025-08-11", "2025-09-24", "", "415000000", "17", "0"],
];

pub(super) fn packages(city: &City) -> (String, String) {
    let period = city.now().period.to_string();
    let rows =
        PACKAGES.map(|[name, office, contractor, payer, begin, end, registered_on, contract, workers, registered]| {
            [
                &period,
                CITY,
                name,
                office,
                contractor,
                payer,
                "pelaksanaan",
                begin,
                end,
                registered_on,
                contract,
                workers,
                registered,
                PUBLISHER,
            ]
            .map(str::to_owned)
        });
    let columns = [
        "periode",
        "kode_wilayah",
        "paket",
        "perangkat_daerah",
        "penyedia",
        "sumber_dana",
        "tahap",
        "mulai",
        "selesai",
        "tanggal_daftar",
        "nilai_kontrak_rp",
        "pekerja",
        "pekerja_terdaftar",
        "sumber",
    ];
    sheet("proyek", columns, rows)
}
