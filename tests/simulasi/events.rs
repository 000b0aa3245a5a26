//! What happened, what is to be done, and what only people can write.

use super::city::{CITY, City};
use super::earlier;
use super::sheet::{PUBLISHER, cells, percent, sheet, thousands};

const BRANCH: &str = "BPJS Ketenagakerjaan Kantor Cabang Simulasi";
const LABOUR: &str = "Dinas Tenaga Kerja";

#[rustfmt::skip]
pub(super) fn activities() -> (String, String) {
    let rows = [
        ["2025-07-24", "Sosialisasi jaminan sosial ketenagakerjaan bagi pedagang pasar", "sosialisasi", "Pasar Contoh Timur", "Dinas Perdagangan", "140", "Sebanyak 96 pedagang mengisi formulir pendaftaran", "", "", ""],
        ["2025-08-05", "Rapat konsolidasi pendaftaran pekerja konstruksi", "rapat_konsolidasi", "Ruang Rapat Sekretariat Daerah", "Bagian Perekonomian", "34", "Disepakati bahwa bukti pendaftaran pekerja diminta sebelum pembayaran termin", "", "", ""],
        ["2025-08-12", "Sosialisasi jaminan sosial ketenagakerjaan bagi pemberi kerja usaha mikro", "sosialisasi", "Kantor Kecamatan Contoh Barat", LABOUR, "120", "Sebanyak 48 pemberi kerja menyatakan akan mendaftarkan pekerjanya", "", "", ""],
        ["2025-08-20", "Penyerahan santunan kepada ahli waris peserta dari kelompok petani", "penyerahan_santunan", "Balai Kota Simulasi", BRANCH, "45", "Santunan diterima oleh ahli waris dua peserta", "JKM", "2", "84000000"],
        ["2025-08-26", "Penyerahan penghargaan kepada pemberi kerja patuh", "penyerahan_penghargaan", "Balai Kota Simulasi", "Sekretariat Daerah", "80", "Penghargaan diterima oleh lima pemberi kerja", "", "", ""],
        ["2025-08-28", "Rapat koordinasi pemutakhiran data pekerja rentan", "rapat_koordinasi", "Ruang Rapat Sekretariat Daerah", "Bagian Perekonomian", "28", "Disepakati pemutakhiran daftar penerima berdasarkan nama dan alamat setiap triwulan", "", "", ""],
    ];
    let rows = rows.map(|[date, name, kind, place, host, people, result, programme, cases, rupiah]| {
        [date, CITY, name, kind, place, host, people, result, programme, cases, rupiah, PUBLISHER]
    });
    let columns = ["tanggal", "kode_wilayah", "nama", "jenis", "tempat", "penyelenggara", "peserta_orang", "hasil", "program_jaminan", "kasus", "nominal_rp", "sumber"];
    sheet("kegiatan", columns, rows)
}

#[rustfmt::skip]
pub(super) fn awards() -> (String, String) {
    let rows = [
        ["2025-06-19", CITY, "Penghargaan Perlindungan Pekerja Rentan", "Gubernur Simulasi", "Provinsi Simulasi", "Tiga Besar Kabupaten/Kota", "", "Kota Rekaan dan Kota Tiruan", PUBLISHER],
        ["2025-08-21", CITY, "Penghargaan Tertib Data Kepesertaan", "BPJS Ketenagakerjaan Kantor Wilayah Simulasi", "Provinsi Simulasi", "Terbaik Kedua", "2", "Kota Tiruan", PUBLISHER],
    ];
    let columns = ["tanggal", "kode_wilayah", "nama", "pemberi", "lingkup", "sebutan", "peringkat", "penerima_lain", "sumber"];
    sheet("penghargaan", columns, rows)
}

/// Two are overdue on 9 September 2025.
#[rustfmt::skip]
pub(super) fn follow_ups() -> (String, String) {
    let rows = [
        ["1", "Rapat Koordinasi, 12 Juni 2025", "Peserta aktif belum dirinci menurut kecamatan", "Menyampaikan rincian peserta aktif menurut kecamatan setiap bulan", BRANCH, "2025-06-30", "selesai", "Rincian disampaikan sejak Juni 2025"],
        ["2", "Rapat Koordinasi, 12 Juni 2025", "Sebagian penerima bantuan iuran tercatat ganda", "Memadankan daftar penerima dengan data kependudukan", LABOUR, "2025-07-31", "selesai", "Sebanyak 312 catatan ganda dihapus"],
        ["3", "Rapat Koordinasi, 12 Juni 2025", "Sebagian paket pekerjaan berjalan tanpa bukti pendaftaran seluruh pekerja", "Meminta bukti pendaftaran dari penyedia sebelum pembayaran termin", "Dinas Pekerjaan Umum dan Penataan Ruang", "2025-08-15", "dalam_proses", "Bukti dari enam paket belum lengkap"],
        ["4", "Rapat Koordinasi, 10 Juli 2025", "Usaha mikro belum mendaftarkan pekerjanya", "Mengirim surat pemberitahuan kewajiban kepada pemberi kerja usaha mikro", LABOUR, "2025-08-29", "dalam_proses", "Sebagian surat kembali; alamat sedang dimutakhirkan"],
        ["5", "Rapat Koordinasi, 10 Juli 2025", "Pagu iuran pengemudi ojek daring tidak mencukupi sampai dengan Desember", "Menyampaikan usulan pergeseran anggaran", "Badan Pengelola Keuangan dan Aset Daerah", "2025-09-30", "dalam_proses", "Usulan dibahas bersama tim anggaran"],
        ["6", "Rapat Konsolidasi, 5 Agustus 2025", "Pekerja konstruksi pada paket swasta belum terdata", "Mencantumkan kewajiban pendaftaran dalam persetujuan bangunan gedung", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "2025-10-31", "dalam_proses", "Rancangan surat edaran disusun"],
        ["7", "Rapat Koordinasi, 28 Agustus 2025", "Daftar penerima bantuan iuran dimutakhirkan setahun sekali", "Menetapkan pemutakhiran daftar penerima setiap triwulan", "Bagian Perekonomian", "2025-11-28", "belum_dimulai", "Dijadwalkan pada triwulan keempat"],
        ["8", "Rapat Koordinasi, 10 Juli 2025", "Layanan pendaftaran keliling tidak menjangkau semua kelurahan", "Menambah layanan pendaftaran keliling", BRANCH, "2025-08-29", "dihentikan", "Diganti dengan layanan di kantor kecamatan"],
    ];
    let rows = rows.map(|[number, from, problem, action, who, due, status, note]| {
        [number, CITY, from, problem, action, who, due, status, note, PUBLISHER]
    });
    let columns = ["nomor", "kode_wilayah", "asal", "permasalahan", "tindak_lanjut", "penanggung_jawab", "tenggat", "status", "keterangan", "sumber"];
    sheet("tindak_lanjut", columns, rows)
}

#[rustfmt::skip]
pub(super) fn narrative(city: &City) -> (String, String) {
    let period = city.now().period.to_string();
    let rows = [
        ["capaian", "1", "Kenaikan pada Maret 2025 berasal dari pendaftaran petani, pengemudi ojek daring, dan pedagang pasar yang iurannya dibiayai dengan DBHCHT."],
        ["hambatan", "1", "Sebagian pemberi kerja usaha mikro tidak lagi beralamat sebagaimana tercatat sehingga surat pemberitahuan kembali kepada pengirim."],
        ["hambatan", "2", "Penyedia pada enam paket pekerjaan mengganti tenaga harian selama masa pekerjaan tanpa memutakhirkan daftar pekerja."],
        ["saran", "1", "Disarankan agar Dinas Tenaga Kerja memutakhirkan alamat pemberi kerja usaha mikro bersama kecamatan."],
        ["saran", "2", "Disarankan agar perangkat daerah mensyaratkan daftar pekerja terbaru pada setiap permohonan pembayaran termin."],
    ];
    let rows = rows.map(|[part, order, text]| ["bulanan", &period, CITY, part, order, text, PUBLISHER].map(str::to_owned));
    sheet("narasi", ["laporan", "periode", "kode_wilayah", "bagian", "urutan", "teks", "sumber"], rows)
}

#[rustfmt::skip]
pub(super) fn legal_bases() -> (String, String) {
    let rows = [
        ["1", "Undang-Undang", "40", "2004", "Sistem Jaminan Sosial Nasional", "", "", "diperiksa Bagian Hukum sebelum dipakai di luar simulasi"],
        ["2", "Undang-Undang", "24", "2011", "Badan Penyelenggara Jaminan Sosial", "", "", "diperiksa Bagian Hukum sebelum dipakai di luar simulasi"],
        ["3", "Peraturan Pemerintah", "44", "2015", "Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian", "Peraturan Pemerintah Nomor 82 Tahun 2019; Peraturan Pemerintah Nomor 49 Tahun 2023", "", "diperiksa Bagian Hukum sebelum dipakai di luar simulasi"],
        ["4", "Instruksi Presiden", "2", "2021", "Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan", "", "", "terkonfirmasi"],
        ["5", "Peraturan Daerah Kota Simulasi", "1", "2025", "Rencana Pembangunan Jangka Menengah Daerah Kota Simulasi Tahun 2025–2029", "", "bulanan", "rekaan"],
    ];
    let columns = ["urutan", "jenis", "nomor", "tahun", "tentang", "perubahan", "laporan", "keterangan"];
    sheet("dasar_hukum", columns, rows)
}

/// Statements that agree with the tables: each names its three numbers.
pub(super) fn statements(city: &City) -> (String, String) {
    let now = city.now();
    let survey = now.survey();
    let rows = [("S-1", "TOTAL", now.total(), survey.total()), ("S-2", "RENTAN", now.rentan(), survey.rentan)].map(
        |(code, segment, part, whole)| {
            cells![
                code,
                PUBLISHER,
                "Sekretaris Daerah",
                "2025-09-02",
                "Selasa",
                CITY,
                "ucj",
                segment,
                format!("{} persen", percent(part, whole)),
                thousands(part),
                thousands(whole),
                "naik",
                "Jaminan Kecelakaan Kerja (JKK)"
            ]
        },
    );
    let columns = [
        "kode",
        "sumber",
        "narasumber",
        "tanggal",
        "hari",
        "kode_wilayah",
        "indikator",
        "segmen",
        "persen",
        "pembilang",
        "penyebut",
        "arah_perubahan",
        "istilah",
    ];
    sheet("pernyataan", columns, rows)
}

/// Addresses below `.invalid`, which no mail reaches (RFC 2606).
#[rustfmt::skip]
pub(super) fn recipients() -> (String, String) {
    let rows = [
        ["SEKDA", "pimpinan", "Sekretaris Daerah Kota Simulasi", "Bapak/Ibu", "Penerima Rekaan Satu", "sekda@contoh.invalid", "bulanan;evaluasi", ""],
        ["DISNAKER", "perangkat daerah", "Kepala Dinas Tenaga Kerja", "Bapak/Ibu", "Penerima Rekaan Dua", "disnaker@contoh.invalid", "bulanan", CITY],
        ["BPJSTK", "mitra", "Kepala BPJS Ketenagakerjaan Kantor Cabang Simulasi", "Bapak/Ibu", "Penerima Rekaan Tiga", "cabang@contoh.invalid", "bulanan", CITY],
    ];
    let columns = ["kode", "peran", "jabatan", "sapaan", "nama", "pos_el", "jenis_laporan", "kode_wilayah"];
    sheet("penerima", columns, rows)
}

#[rustfmt::skip]
pub(super) fn factors() -> (String, String) {
    let rows = [
        ["UCJ", "pendorong", "1", "Bantuan iuran pekerja rentan dari DBHCHT dibayarkan sejak Maret 2025"],
        ["UCJ", "penghambat", "1", "Sebagian pemberi kerja usaha mikro belum mendaftarkan pekerjanya"],
        ["UCJ", "lanjut_rkpd", "1", "Pemutakhiran daftar penerima bantuan iuran setiap triwulan"],
        ["UCJ", "lanjut_rpjmd", "1", "Penyelarasan penyebut cakupan dengan rilis Sakernas terbaru"],
        ["RENTAN", "pendorong", "1", "Perangkat daerah pengusul menyampaikan daftar penerima lebih awal"],
        ["RENTAN", "penghambat", "1", "Sebagian calon penerima belum memiliki dokumen kependudukan yang padan"],
    ];
    let rows = rows.map(|[code, kind, number, text]| [code, CITY, "2025", kind, number, text, PUBLISHER]);
    let rows = rows.into_iter().chain(earlier::factors());
    sheet("faktor", ["kode", "kode_wilayah", "tahun", "jenis", "nomor", "uraian", "sumber"], rows)
}
