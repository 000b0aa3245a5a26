//! The tables of a workspace: the one list from which rows, schema, messages and the data dictionary follow.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::choice::{
    Agregasi, Arah, JenisFaktor, JenisKegiatan, JenisWilayah, Manfaat, ProgramJaminan, RumusNegatif, SatuanTarget,
    Segmen, StatusData, StatusTindakLanjut, SumberDana,
};
use super::define::tables;
use super::kind::{Column, Count, Date, Decimals, Money, Month, Quarter, Region, Text, Year};
use super::row::{Cells, KEY_END, KEY_ROOM, Row, Spelled, Visit, VisitMut};
use super::schema::{ColumnSchema, Nature, TableSchema};
use crate::figure::{Decimal, Period};
use crate::place::{Cell, Place};

/// All tables, in the order of the data dictionary.
#[must_use]
pub fn schema() -> &'static [TableSchema] {
    SCHEMA
}

/// The table of a name.
#[must_use]
pub fn table_schema(name: &str) -> Option<&'static TableSchema> {
    SCHEMA.iter().find(|table| table.name == name)
}

tables! {
    Reference wilayah: Wilayah = "Satu baris memuat satu wilayah." {
        key kode: Region = "Kode wilayah menurut Kementerian Dalam Negeri; 00 untuk nasional, 35.73.00 untuk yang tidak terpetakan.";
        required nama: Text = "Nama resmi; Kota dan Kabupaten termasuk nama, sedangkan Provinsi, Kecamatan, dan Kelurahan tidak.";
        required jenis: JenisWilayah = "Tingkat wilayah.";
        optional induk: Region = "Kode wilayah satu tingkat di atasnya.";
        optional sumber: Text = "Penerbit kode dan nama.";
    }

    Stock pekerja: Pekerja = "Satu baris memuat jumlah pekerja satu segmen menurut satu definisi, yaitu penyebut cakupan." {
        key kode_wilayah: Region = "Wilayah yang datanya disajikan.";
        key segmen: Segmen = "Segmen pekerja.";
        key per_tanggal: Date = "Tanggal keadaan data.";
        key definisi: Text = "Kunci definisi yang disebut dalam `rakor.toml`, misalnya `bekerja_sakernas`.";
        required sebutan: Text = "Definisi sebagaimana dicetak, misalnya penduduk bekerja, Sakernas Agustus 2024.";
        required jumlah_pekerja: Count in "orang" = "Jumlah pekerja.";
        optional dipakai_mulai: Month = "Periode pertama yang memakai penyebut ini.";
        required sumber: Text = "Penerbit data.";
        optional status_data: StatusData = "Status data; yang sementara dicetak sebagai sementara.";
        optional keterangan: Text = "Catatan tentang angka ini.";
    }

    Stock kepesertaan: Kepesertaan = "Satu baris memuat jumlah peserta aktif satu segmen pada akhir satu periode." {
        key periode: Month = "Periode laporan.";
        key kode_wilayah: Region = "Wilayah yang datanya disajikan.";
        key segmen: Segmen = "Segmen peserta; RENTAN merupakan bagian dari segmen induknya.";
        key sumber: Text = "Penerbit data.";
        required peserta_aktif: Count in "orang" = "Jumlah peserta yang iurannya berjalan.";
        optional per_tanggal: Date = "Tanggal keadaan data; apabila kosong, hari terakhir periode.";
        optional status_data: StatusData = "Status data; yang sementara dicetak sebagai sementara.";
    }

    Stock kepesertaan_program: KepesertaanProgram = "Satu baris memuat jumlah peserta aktif satu program jaminan pada akhir satu periode." {
        key periode: Month = "Periode laporan.";
        key kode_wilayah: Region = "Wilayah yang datanya disajikan.";
        key program_jaminan: ProgramJaminan = "Program jaminan.";
        required peserta_aktif: Count in "orang" = "Jumlah peserta yang iurannya berjalan.";
        required sumber: Text = "Penerbit data.";
        optional status_data: StatusData = "Status data; yang sementara dicetak sebagai sementara.";
    }

    Stock kelompok: Kelompok = "Satu baris memuat satu kelompok pekerja yang dilindungi, menurut sumber dananya." {
        key periode: Month = "Periode laporan.";
        key kode_wilayah: Region = "Wilayah yang datanya disajikan.";
        key kelompok: Text = "Nama kelompok, misalnya pengemudi ojek daring.";
        optional_key sumber_dana: SumberDana = "Sumber dana iuran; APBD berarti APBD di luar DBHCHT.";
        optional induk_kelompok: Text = "Kelompok yang lebih luas, apabila ada.";
        optional segmen: Segmen = "Segmen peserta.";
        optional target_orang: Count in "orang" = "Jumlah orang yang direncanakan.";
        optional orang_terlindungi: Count in "orang" = "Jumlah orang yang iurannya berjalan.";
        optional mulai: Date = "Hari pertama perlindungan.";
        optional selesai: Date = "Hari terakhir perlindungan.";
        optional dasar: Text = "Dasar penetapan penerima.";
        required sumber: Text = "Penerbit data.";
        optional status_data: StatusData = "Status data; yang sementara dicetak sebagai sementara.";
    }

    Stock pemberi_kerja: PemberiKerja = "Satu baris memuat jumlah pemberi kerja satu jenis pada akhir satu periode." {
        key periode: Month = "Periode laporan.";
        key kode_wilayah: Region = "Wilayah yang datanya disajikan.";
        key jenis: Text = "Jenis pemberi kerja, misalnya usaha mikro.";
        optional jumlah: Count in "pemberi kerja" = "Jumlah pemberi kerja.";
        optional terdaftar: Count in "pemberi kerja" = "Jumlah yang telah mendaftarkan seluruh pekerjanya.";
        optional terdaftar_sebagian: Count in "pemberi kerja" = "Jumlah yang telah mendaftarkan sebagian pekerjanya.";
        optional belum_terdaftar: Count in "pemberi kerja" = "Jumlah yang belum mendaftarkan pekerjanya.";
        required sumber: Text = "Penerbit data.";
        optional status_data: StatusData = "Status data; yang sementara dicetak sebagai sementara.";
    }

    Reference target: Target = "Satu baris memuat satu target dari satu dokumen perencanaan." {
        key indikator: Text = "Kunci indikator, misalnya ucj.";
        key kode_wilayah: Region = "Wilayah yang ditargetkan.";
        key segmen: Segmen = "Segmen yang ditargetkan.";
        key tahun: Year = "Tahun target.";
        key dokumen: Text = "Dokumen perencanaan, misalnya RPJMD Kota Malang Tahun 2025–2029.";
        key satuan: SatuanTarget = "Satuan target.";
        required nilai: Decimals = "Nilai target dengan desimal sebagaimana dalam dokumen.";
        required sumber: Text = "Penerbit data.";
        optional keterangan: Text = "Catatan tentang target ini.";
    }

    Flow klaim: Klaim = "Satu baris memuat klaim yang dibayarkan selama satu periode." {
        key periode: Month = "Periode laporan.";
        key kode_wilayah: Region = "Wilayah yang datanya disajikan.";
        key program_jaminan: ProgramJaminan = "Program jaminan.";
        key manfaat: Manfaat = "Jenis manfaat.";
        optional kasus: Count in "kasus" = "Jumlah kasus yang dibayarkan.";
        optional penerima_orang: Count in "orang" = "Jumlah penerima manfaat.";
        optional nominal_rp: Money in "rupiah" = "Nilai yang dibayarkan.";
        required sumber: Text = "Penerbit data.";
        optional status_data: StatusData = "Status data; yang sementara dicetak sebagai sementara.";
    }

    Reference tarif_iuran: TarifIuran = "Satu baris memuat tarif iuran satu program jaminan selama masa berlakunya." {
        key segmen: Segmen = "Segmen peserta.";
        key program_jaminan: ProgramJaminan = "Program jaminan.";
        key berlaku_mulai: Date = "Hari pertama berlaku.";
        optional berlaku_sampai: Date = "Hari terakhir berlaku; kosong apabila masih berlaku.";
        required iuran_rp: Money in "rupiah" = "Iuran per orang per bulan.";
        optional dasar: Text = "Peraturan yang menetapkannya.";
        required sumber: Text = "Penerbit data.";
    }

    Reference tarif_konstruksi: TarifKonstruksi = "Satu baris memuat persentase iuran satu program jaminan untuk satu lapisan nilai kontrak jasa konstruksi selama masa berlakunya." {
        key program_jaminan: ProgramJaminan = "Program jaminan, JKK atau JKM.";
        key berlaku_mulai: Date = "Hari pertama berlaku.";
        key batas_bawah_rp: Money in "rupiah" = "Batas bawah lapisan; lapisan pertama mulai dari 0, berikutnya dari batas atas lapisan di bawahnya.";
        optional batas_atas_rp: Money in "rupiah" = "Batas atas lapisan, termasuk lapisan itu; kosong pada lapisan tertinggi.";
        required persen: Decimals in "persen nilai kontrak" = "Persentase iuran atas bagian nilai kontrak yang berada dalam lapisan.";
        optional berlaku_sampai: Date = "Hari terakhir berlaku; kosong apabila masih berlaku.";
        optional dasar: Text = "Peraturan yang menetapkannya.";
        required sumber: Text = "Penerbit data.";
    }

    Stock anggaran: Anggaran = "Satu baris memuat anggaran iuran satu kelompok dari satu sumber dana, sampai dengan satu tanggal." {
        key tahun_anggaran: Year = "Tahun anggaran.";
        key per_tanggal: Date = "Tanggal keadaan realisasi.";
        key kode_wilayah: Region = "Wilayah yang menganggarkan.";
        key sumber_dana: SumberDana = "Sumber dana; APBD berarti APBD di luar DBHCHT.";
        key kelompok: Text = "Kelompok yang dibiayai, misalnya pekerja rentan.";
        optional perangkat_daerah: Text = "Perangkat daerah pelaksana.";
        optional pagu_rp: Money in "rupiah" = "Pagu murni.";
        optional pagu_perubahan_rp: Money in "rupiah" = "Pagu setelah Perubahan APBD.";
        optional realisasi_rp: Money in "rupiah" = "Realisasi sejak awal tahun anggaran.";
        optional target_orang: Count in "orang" = "Jumlah orang yang direncanakan.";
        optional orang_terlindungi: Count in "orang" = "Jumlah orang yang iurannya dibayarkan.";
        optional jumlah_bulan: Count in "bulan" = "Lama perlindungan yang dianggarkan.";
        optional iuran_per_orang_rp: Money in "rupiah" = "Iuran per orang per bulan.";
        required sumber: Text = "Penerbit data.";
        optional status_data: StatusData = "Status data; yang sementara dicetak sebagai sementara.";
    }

    Stock proyek: Proyek = "Satu baris memuat kepesertaan pekerja satu paket pekerjaan konstruksi pada akhir satu periode." {
        key periode: Month = "Periode laporan.";
        key kode_wilayah: Region = "Wilayah pekerjaan.";
        key paket: Text = "Nama paket pekerjaan.";
        optional perangkat_daerah: Text = "Perangkat daerah pemilik paket.";
        optional penyedia: Text = "Penyedia.";
        optional sumber_dana: SumberDana = "Sumber dana; APBD berarti APBD di luar DBHCHT.";
        optional tahap: Text = "Tahap pekerjaan.";
        optional mulai: Date = "Hari pertama masa pekerjaan.";
        optional selesai: Date = "Hari terakhir masa pekerjaan.";
        optional tanggal_daftar: Date = "Tanggal pendaftaran pada BPJS Ketenagakerjaan.";
        optional nilai_kontrak_rp: Money in "rupiah" = "Nilai kontrak.";
        required pekerja: Count in "orang" = "Jumlah pekerja pada paket.";
        optional pekerja_terdaftar: Count in "orang" = "Jumlah pekerja yang telah didaftarkan.";
        required sumber: Text = "Penerbit data.";
        optional status_data: StatusData = "Status data; yang sementara dicetak sebagai sementara.";
    }

    Flow penghargaan: Penghargaan = "Satu baris memuat satu penghargaan yang diterima." {
        key tanggal: Date = "Tanggal penerimaan.";
        key kode_wilayah: Region = "Wilayah penerima.";
        key nama: Text = "Nama penghargaan.";
        optional pemberi: Text = "Pemberi penghargaan.";
        optional lingkup: Text = "Tingkat penghargaan, misalnya provinsi.";
        optional sebutan: Text = "Sebutan yang diterima, misalnya terbaik pertama.";
        optional peringkat: Count = "Urutan yang diumumkan.";
        optional penerima_lain: Text = "Wilayah lain yang menerima penghargaan yang sama.";
        required sumber: Text = "Penerbit berita atau piagam.";
    }

    Reference indikator: Indikator = "Satu baris memuat satu indikator RPJMD." {
        key kode: Text = "Kode indikator; indikator cakupan berkode UCJ atau kode segmen, bila perlu dengan tahun pertama RPJMD, misalnya UCJ-2020.";
        key kode_wilayah: Region = "Wilayah pemilik indikator.";
        optional sasaran: Text = "Sasaran RPJMD.";
        optional program_prioritas: Text = "Program prioritas.";
        optional program_unggulan: Text = "Program unggulan.";
        required nama: Text = "Nama indikator.";
        required satuan: Text = "Satuan indikator.";
        optional arah: Arah = "Arah yang diinginkan: positif (atau naik) apabila makin besar makin baik, negatif (atau turun) apabila makin kecil makin baik.";
        optional rumus_negatif: RumusNegatif = "Rumus tingkat capaian indikator berarah negatif: target/realisasi, atau (2 × target − realisasi)/target.";
        optional agregasi: Agregasi = "Cara menggabungkan triwulan menjadi tahun, dan tahun menjadi akhir masa RPJMD.";
        optional tahun_awal: Year = "Tahun kondisi awal, yaitu tahun sebelum tahun pertama RPJMD.";
        optional nilai_awal: Decimals = "Nilai pada tahun awal.";
        optional target_akhir_k: Decimals = "Target kinerja pada akhir masa RPJMD.";
        optional target_akhir_rp: Money in "rupiah" = "Pagu sampai dengan akhir masa RPJMD.";
        optional perangkat_daerah: Text = "Perangkat daerah penanggung jawab.";
        optional sumber: Text = "Dokumen asal.";
    }

    Stock indikator_tahunan: IndikatorTahunan = "Satu baris memuat target dan realisasi satu indikator pada satu tahun." {
        key kode: Text = "Kode indikator.";
        key kode_wilayah: Region = "Wilayah pemilik indikator.";
        key tahun: Year = "Tahun.";
        optional target_k: Decimals = "Target kinerja.";
        optional target_rp: Money in "rupiah" = "Pagu.";
        optional realisasi_k: Decimals = "Realisasi kinerja.";
        optional realisasi_rp: Money in "rupiah" = "Realisasi anggaran.";
        required sumber: Text = "Penerbit data.";
        optional status_data: StatusData = "Status data; yang sementara dicetak sebagai sementara.";
    }

    Stock indikator_triwulan: IndikatorTriwulan = "Satu baris memuat target dan realisasi satu indikator pada satu triwulan." {
        key kode: Text = "Kode indikator.";
        key kode_wilayah: Region = "Wilayah pemilik indikator.";
        key tahun: Year = "Tahun.";
        key triwulan: Quarter = "Triwulan, 1 sampai dengan 4.";
        optional target_k: Decimals = "Target kinerja.";
        optional target_rp: Money in "rupiah" = "Pagu.";
        optional realisasi_k: Decimals = "Realisasi kinerja.";
        optional realisasi_rp: Money in "rupiah" = "Realisasi anggaran.";
        required sumber: Text = "Penerbit data.";
        optional status_data: StatusData = "Status data; yang sementara dicetak sebagai sementara.";
    }

    Reference faktor: Faktor = "Satu baris memuat satu faktor yang dinyatakan perangkat daerah untuk satu indikator." {
        key kode: Text = "Kode indikator.";
        key kode_wilayah: Region = "Wilayah pemilik indikator.";
        key tahun: Year = "Tahun.";
        key jenis: JenisFaktor = "Jenis faktor.";
        key nomor: Text = "Nomor urut.";
        required uraian: Text = "Uraian sebagaimana dicetak.";
        optional sumber: Text = "Yang menyatakan.";
    }

    Reference narasi: Narasi = "Satu baris memuat satu alinea yang hanya dapat ditulis orang." {
        key laporan: Text = "Jenis laporan, misalnya bulanan.";
        key periode: Month = "Periode laporan.";
        key kode_wilayah: Region = "Wilayah laporan.";
        key bagian: Text = "Bagian laporan, misalnya saran.";
        key urutan: Count = "Urutan dalam bagian.";
        required teks: Text = "Isi alinea.";
        optional sumber: Text = "Yang menulis.";
    }

    Reference dasar_hukum: DasarHukum = "Satu baris memuat satu peraturan; yang nomornya kosong tidak dicetak sebagai dasar." {
        key urutan: Count = "Urutan cetak.";
        required jenis: Text = "Jenis peraturan, misalnya Instruksi Presiden.";
        optional nomor: Text = "Nomor peraturan.";
        optional tahun: Year = "Tahun peraturan.";
        required tentang: Text = "Judul setelah kata tentang.";
        optional perubahan: Text = "Peraturan yang mengubahnya, dipisahkan titik koma.";
        optional laporan: Text = "Jenis laporan yang memakainya; kosong untuk semua.";
        optional keterangan: Text = "Catatan tentang kepastian nomor dan judul.";
        optional sumber: Text = "Penerbit naskah.";
    }

    Flow kegiatan: Kegiatan = "Satu baris memuat satu kegiatan." {
        key tanggal: Date = "Tanggal kegiatan.";
        key kode_wilayah: Region = "Wilayah penyelenggara.";
        key nama: Text = "Nama kegiatan.";
        required jenis: JenisKegiatan = "Jenis kegiatan.";
        optional tempat: Text = "Tempat kegiatan.";
        optional penyelenggara: Text = "Penyelenggara.";
        optional peserta_orang: Count in "orang" = "Jumlah yang hadir.";
        optional hasil: Text = "Hasil kegiatan.";
        optional program_jaminan: ProgramJaminan = "Program jaminan yang santunannya diserahkan.";
        optional kasus: Count in "kasus" = "Jumlah kasus yang santunannya diserahkan.";
        optional nominal_rp: Money in "rupiah" = "Nilai santunan yang diserahkan.";
        required sumber: Text = "Penerbit berita atau catatan.";
        optional keterangan: Text = "Catatan tentang kegiatan ini.";
    }

    Stock tindak_lanjut: TindakLanjut = "Satu baris memuat satu tindak lanjut dan keadaannya." {
        key nomor: Count = "Nomor tindak lanjut.";
        key kode_wilayah: Region = "Wilayah yang menindaklanjuti.";
        optional asal: Text = "Rapat atau surat asalnya.";
        required permasalahan: Text = "Permasalahan.";
        required tindak_lanjut: Text = "Tindak lanjut yang disepakati.";
        optional penanggung_jawab: Text = "Jabatan atau perangkat daerah penanggung jawab.";
        optional tenggat: Date = "Tenggat; yang terlewati dihitung, tidak ditulis.";
        required status: StatusTindakLanjut = "Status pelaksanaan.";
        optional keterangan: Text = "Catatan.";
        optional sumber: Text = "Penerbit data.";
    }

    Reference pernyataan: Pernyataan = "Satu baris memuat satu pernyataan, dengan angka sebagaimana diucapkan." {
        key kode: Text = "Kode pernyataan.";
        required sumber: Text = "Media atau dokumen yang memuatnya.";
        optional narasumber: Text = "Jabatan yang menyatakan.";
        required tanggal: Date = "Tanggal pernyataan.";
        optional hari: Text = "Hari sebagaimana tertulis.";
        required kode_wilayah: Region = "Wilayah yang dibicarakan.";
        required indikator: Text = "Kunci indikator.";
        optional segmen: Segmen = "Segmen yang dibicarakan.";
        optional kelompok: Text = "Kelompok yang dibicarakan.";
        optional persen: Text in "persen" = "Cakupan sebagaimana diucapkan, misalnya sekitar 32 persen.";
        optional pembilang: Text = "Jumlah peserta sebagaimana diucapkan.";
        optional penyebut: Text = "Jumlah pekerja sebagaimana diucapkan.";
        optional belum_persen: Text in "persen" = "Bagian yang belum menjadi peserta sebagaimana diucapkan.";
        optional sisa_orang: Text = "Kekurangan sebagaimana diucapkan.";
        optional target_tahun: Text = "Tahun target sebagaimana diucapkan.";
        optional target_persen: Text in "persen" = "Target sebagaimana diucapkan.";
        optional target_orang: Text = "Target dalam orang sebagaimana diucapkan.";
        optional kenaikan_per_tahun: Text = "Kenaikan setahun sebagaimana diucapkan.";
        optional tambahan_orang: Text = "Tambahan peserta sebagaimana diucapkan.";
        optional anggaran_rp: Text = "Anggaran sebagaimana diucapkan.";
        optional arah_perubahan: Text = "Arah perubahan sebagaimana diucapkan.";
        optional istilah: Text = "Istilah yang dipakai.";
    }

    Reference penerima: Penerima = "Satu baris memuat satu penerima surel." {
        key kode: Text = "Kode penerima; satu-satunya sebutan penerima dalam pesan dan catatan.";
        required peran: Text = "Peran, misalnya pimpinan.";
        required jabatan: Text = "Jabatan sebagaimana ditulis setelah Yth.";
        optional sapaan: Text = "Sapaan.";
        optional nama: Text = "Nama.", personal;
        required pos_el: Text = "Alamat surel.", personal;
        optional jenis_laporan: Text = "Jenis laporan yang diterima, dipisahkan titik koma; kosong untuk semua.";
        optional kode_wilayah: Text = "Kode wilayah yang laporannya diterima, dipisahkan titik koma; kosong untuk semua.";
    }
}
