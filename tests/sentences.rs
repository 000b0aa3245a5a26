//! What every sentence says, word for word, and what the wording may never contain.
//!
//! In this file `~` stands for the no-break space. Figures are the published ones of Kota Malang where there are any.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rakor::place::Printed;
use rakor::report::sentences::{
    self, Activities, Alasan, AlasanCapaian, AlasanNilai, Alternative, Arah, Attained, Awards, Basis, Beside, Budget,
    Cacah, Caption, Change, Claims, Comparison, Conclusion, Construction, CoverNote, Denominator, Dues, Employers,
    Evaluation, Factors, FollowUp, Gerak, Groups, HalFaktor, Hitungan, Kedudukan, Keterdaftaran, KeyPoint, Letak,
    Level, Mail, Metode, Missing, Naskah, Notes, Pace, PackageCaption, PackageSummary, Packages, Passage, Path,
    Pemakaian, Penggabungan, PenyebutNasional, Perubahan, Programmes, Projection, ProjectionBasis, Ranks, RecapCaption,
    RecapConclusion, RecapNotes, RecapPassage, Recommendation, Rounding, Rule, Rumus, Segments, Sheet, Signature, Sisi,
    Source, Spread, Standings, Status, Subject, Summary, Tanda, TandaBaca, TandaSel, Target, TargetPace, Tingkat,
    Union, Verdict, Waiver, Year,
};
use rakor::template::{Bundle, Renderer, Sentence};

/// A sentence in the wording of the built-in templates.
fn say(sentence: &Sentence) -> String {
    static RENDERER: LazyLock<Renderer> =
        LazyLock::new(|| Renderer::new(Bundle::built_in(), &sentences::ids()).unwrap());
    let said = RENDERER.plain(sentence);
    said.unwrap_or_else(|failure| panic!("{}: {failure:?}", sentence.id)).text
}

/// The built-in files of sentences, by name, with their text.
fn wording() -> Vec<(String, String)> {
    Bundle::built_in()
        .iter()
        .filter_map(|(name, text)| Some((name.strip_prefix("_kalimat/")?.to_owned(), text.to_owned())))
        .collect()
}

/// Fills a field of a case: text for a slot, `NONE` for a bracketed part left out, a tag or a condition as it is.
trait Fill<T> {
    fn fill(self) -> T;
}

/// The bracketed part is left out.
struct Left;
const NONE: Left = Left;

impl Fill<Printed> for &str {
    fn fill(self) -> Printed {
        Printed::fixed(self.replace('~', "\u{a0}"))
    }
}

impl Fill<Option<Printed>> for &str {
    fn fill(self) -> Option<Printed> {
        Some(Printed::fixed(self.replace('~', "\u{a0}")))
    }
}

impl<T> Fill<Option<T>> for Left {
    fn fill(self) -> Option<T> {
        None
    }
}

impl Fill<Option<Arah>> for Arah {
    fn fill(self) -> Option<Self> {
        Some(self)
    }
}

impl Fill<Option<AlasanCapaian>> for AlasanCapaian {
    fn fill(self) -> Option<Self> {
        Some(self)
    }
}

impl Fill<Option<Perubahan>> for Perubahan {
    fn fill(self) -> Option<Self> {
        Some(self)
    }
}

impl Fill<Option<Tingkat>> for Tingkat {
    fn fill(self) -> Option<Self> {
        Some(self)
    }
}

macro_rules! fill_themselves {
    ($($kind:ty),+) => { $(impl Fill<$kind> for $kind { fn fill(self) -> Self { self } })+ };
}
fill_themselves!(
    bool,
    Alasan,
    AlasanCapaian,
    AlasanNilai,
    Arah,
    Cacah,
    Gerak,
    HalFaktor,
    Hitungan,
    Kedudukan,
    Keterdaftaran,
    Letak,
    Metode,
    Naskah,
    Pemakaian,
    Penggabungan,
    PenyebutNasional,
    Rumus,
    Sisi,
    Status,
    Tanda,
    TandaBaca,
    TandaSel,
    Tingkat
);

/// A table of cases: `Family::Case { slot: value } => "what it says"`.
macro_rules! said {
    ($($family:ident :: $case:ident $({ $($slot:ident : $value:expr),+ $(,)? })? => $text:literal),+ $(,)?) => {
        vec![$((Sentence::from($family::$case $({ $($slot: Fill::fill($value)),+ })?), $text)),+]
    };
}

type Cases = Vec<(Sentence, &'static str)>;

fn level() -> Cases {
    said![
        Level::Tingkat {
            per_tanggal: "30~Juni~2025", segmen: NONE, wilayah: "Kota Malang", cakupan: "30,72~persen",
            peserta: "134.167", pekerja: "436.742", penyebut: "penduduk bekerja, Sakernas Agustus~2024",
        } => "Per 30~Juni~2025, cakupan kepesertaan jaminan sosial ketenagakerjaan di Kota Malang tercatat 30,72~persen, yaitu 134.167~peserta aktif dari 436.742~pekerja (penduduk bekerja, Sakernas Agustus~2024).",
        Level::Tingkat {
            per_tanggal: "30~Juni~2025", segmen: "jasa konstruksi", wilayah: "Provinsi Kalimantan Barat",
            cakupan: "27,66~persen", peserta: "42.591", pekerja: "154.008", penyebut: "pekerja konstruksi",
        } => "Per 30~Juni~2025, cakupan kepesertaan jaminan sosial ketenagakerjaan pada segmen jasa konstruksi di Provinsi Kalimantan Barat tercatat 27,66~persen, yaitu 42.591~peserta aktif dari 154.008~pekerja (pekerja konstruksi).",
        Level::TingkatOrang {
            per_tanggal: "30~Juni~2025", segmen: NONE, wilayah: "Kota Malang", peserta: "134.167",
        } => "Per 30~Juni~2025, peserta aktif jaminan sosial ketenagakerjaan di Kota Malang berjumlah 134.167~orang; cakupan belum dapat dihitung karena jumlah pekerja (penyebut) belum tersedia.",
        Level::TingkatOrang {
            per_tanggal: "30~Juni~2025", segmen: "penerima upah", wilayah: "Kota Malang", peserta: "90.000",
        } => "Per 30~Juni~2025, peserta aktif jaminan sosial ketenagakerjaan pada segmen penerima upah di Kota Malang berjumlah 90.000~orang; cakupan belum dapat dihitung karena jumlah pekerja (penyebut) belum tersedia.",
        Level::Belum { belum: "302.575", persen_belum: "69,28~persen" } => "Sebanyak 302.575~pekerja (69,28~persen) belum menjadi peserta aktif.",
        Level::BelumNihil => "Tidak ada pekerja yang belum menjadi peserta aktif.",
    ]
}

fn evaluation() -> Cases {
    said![
        Evaluation::EvaluasiUmum { wilayah: "Kota Malang", rpjmd: "RPJMD Kota Malang Tahun 2025–2029", dasar: "Peraturan Daerah Nomor 1 Tahun 2025", tahun: "2026", ke: "2", masa: "5" } => "Laporan ini menyajikan evaluasi hasil pelaksanaan RPJMD Kota Malang Tahun 2025–2029 (Peraturan Daerah Nomor 1 Tahun 2025) di Kota Malang sampai dengan tahun 2026, yaitu tahun ke-2 dari 5~tahun masa RPJMD.",
        Evaluation::EvaluasiUmum { wilayah: "Kota Malang", rpjmd: "RPJMD", dasar: NONE, tahun: "2026", ke: "2", masa: "5" } => "Laporan ini menyajikan evaluasi hasil pelaksanaan RPJMD di Kota Malang sampai dengan tahun 2026, yaitu tahun ke-2 dari 5~tahun masa RPJMD.",
        Evaluation::EvaluasiMaksud { rpjmd: "RPJMD Kota Malang Tahun 2025–2029" } => "Laporan ini dimaksudkan sebagai bahan penyusunan RKPD dan RPJMD berikutnya. Tujuannya ialah menyajikan capaian indikator RPJMD Kota Malang Tahun 2025–2029 terhadap targetnya beserta faktor dan tindak lanjut yang dinyatakan perangkat daerah.",
        Evaluation::EvaluasiLingkup { n: "15", formulir_rpjmd: "Formulir E.58", lampiran_rpjmd: "Lampiran~I", formulir_rkpd: "Formulir E.60", lampiran_rkpd: "Lampiran~II", tahun: "2026" } => "Evaluasi ini meliputi 15~indikator. Capaian seluruh masa RPJMD disajikan dalam Formulir E.58 (Lampiran~I), sedangkan capaian RKPD tahun 2026 disajikan dalam Formulir E.60 (Lampiran~II).",
        Evaluation::EvaluasiTanpaRencana { n: "2" } => "Sebanyak 2~indikator tidak dievaluasi karena tahun awalnya belum tercantum dalam data.",
        Evaluation::EvaluasiPenutup => "Demikian evaluasi ini disampaikan sebagai bahan pertimbangan lebih lanjut.",
        Evaluation::EvaluasiTanpaCakupan { periode: "Desember~2025", akhir: "Agustus~2025" } => "Bagian ini tidak disajikan karena data cakupan untuk Desember~2025 belum tersedia; data terakhir yang tersedia ialah data Agustus~2025.",
        Evaluation::EvaluasiTanpaCakupan { periode: "Desember~2025", akhir: NONE } => "Bagian ini tidak disajikan karena data cakupan untuk Desember~2025 belum tersedia.",
        Attained::Predikat { indikator: "Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan", tahun: "2025", tingkat_capaian: "81,77~persen", predikat: "Tinggi" } => "Tingkat capaian Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan tahun 2025 sebesar 81,77~persen, dengan predikat Tinggi.",
        Attained::RataRata { sisi: Sisi::Kinerja, tahun: "2025", n: "12", nilai: "88,10~persen", predikat: "Tinggi", m: "3", alasan: AlasanCapaian::TargetNol } => "Rata-rata tingkat capaian kinerja 12~indikator tahun 2025 sebesar 88,10~persen (Tinggi); 3~indikator tidak diikutkan karena target bernilai nol.",
        Attained::RataRata { sisi: Sisi::Anggaran, tahun: NONE, n: "15", nilai: "93,31~persen", predikat: "Sangat Tinggi", m: NONE, alasan: NONE } => "Rata-rata tingkat capaian anggaran 15~indikator terhadap target akhir masa RPJMD sebesar 93,31~persen (Sangat Tinggi).",
        Attained::TidakDiikutkan { m: "2", alasan: AlasanCapaian::TanpaRealisasi } => "Dari rata-rata itu, 2~indikator tidak diikutkan karena realisasi belum tersedia.",
        Attained::TanpaRataRata { sisi: Sisi::Kinerja, tahun: "2025" } => "Rata-rata tingkat capaian kinerja tahun 2025 tidak dapat dihitung karena tidak satu pun indikator memiliki tingkat capaian.",
        Attained::TanpaRataRata { sisi: Sisi::Anggaran, tahun: NONE } => "Rata-rata tingkat capaian anggaran terhadap target akhir masa RPJMD tidak dapat dihitung karena tidak satu pun indikator memiliki tingkat capaian.",
        Attained::TidakDihitung { indikator: "Waktu Tunggu", alasan: AlasanCapaian::RealisasiNol } => "Tingkat capaian Waktu Tunggu tidak dapat dihitung karena realisasi bernilai nol.",
        Attained::TidakDihitung { indikator: NONE, alasan: AlasanCapaian::TanpaTarget } => "Tingkat capaian tidak dapat dihitung karena target belum tersedia.",
        Attained::DiLuarWajar { indikator: "Sosialisasi", nilai: "216,67~persen" } => "Tingkat capaian Sosialisasi 216,67~persen melebihi 200~persen; target atau realisasinya perlu diperiksa.",
        Attained::DiLuarWajar { indikator: NONE, nilai: "216,67~persen" } => "Tingkat capaian 216,67~persen melebihi 200~persen; target atau realisasinya perlu diperiksa.",
        Attained::Efisiensi { tahun: "2025", kinerja: "88,10~persen", anggaran: "93,29~persen" } => "Pada tahun 2025, rata-rata tingkat capaian kinerja sebesar 88,10~persen, sedangkan rata-rata tingkat capaian anggaran sebesar 93,29~persen.",
        Attained::EfisiensiCacah { tahun: "2025", n: "12", hemat: "6", lebih: "1" } => "Dari 12~indikator yang tingkat capaian kinerja dan anggarannya tahun 2025 dapat dihitung, 6 memenuhi target kinerja dengan realisasi anggaran di bawah pagu, dan 1 belum memenuhi target kinerja meskipun tingkat capaian anggarannya lebih tinggi daripada tingkat capaian kinerjanya.",
        Attained::Serapan { tahun: "2025", realisasi_rp: "Rp12,5~miliar", target_rp: "Rp13,22~miliar", persen: "94,57~persen", n: "14" } => "Realisasi anggaran 14~indikator pada tahun 2025 sebesar Rp12,5~miliar dari pagu Rp13,22~miliar atau 94,57~persen.",
    ]
}

fn evaluation_rules() -> Cases {
    said![
        Rule::CaraPredikat { dibulatkan: true } => "Predikat ditetapkan dari nilai yang dibulatkan ke bilangan bulat.",
        Rule::CaraPredikat { dibulatkan: false } => "Predikat ditetapkan dari nilai tanpa pembulatan.",
        Rule::BatasPredikat { dibulatkan: true } => "Batas predikat: Sangat Tinggi 91~persen atau lebih, Tinggi 76–90~persen, Sedang 66–75~persen, Rendah 51–65~persen, Sangat Rendah 50~persen atau kurang.",
        Rule::BatasPredikat { dibulatkan: false } => "Batas predikat: Sangat Tinggi di atas 90~persen, Tinggi di atas 75 sampai dengan 90~persen, Sedang di atas 65 sampai dengan 75~persen, Rendah di atas 50 sampai dengan 65~persen, Sangat Rendah 50~persen atau kurang.",
        Rule::IndikatorPositif { nomor: "1 dan 2" } => "Makin besar realisasi indikator nomor 1 dan 2, makin baik hasilnya; tingkat capaian dihitung dengan rumus realisasi ÷ target × 100, demikian pula tingkat capaian anggaran semua indikator.",
        Rule::IndikatorNegatif { nomor: "3", rumus: Rumus::TPerR } => "Makin kecil realisasi indikator nomor 3, makin baik hasilnya; tingkat capaian dihitung dengan rumus target ÷ realisasi × 100.",
        Rule::IndikatorNegatif { nomor: NONE, rumus: Rumus::DuaTKurangR } => "Makin kecil realisasi indikator ini, makin baik hasilnya; tingkat capaian dihitung dengan rumus (2 × target − realisasi) ÷ target × 100.",
        Rule::CaraPenggabungan { nomor: "1", cara: Penggabungan::Jumlah } => "Realisasi triwulan dan tahun indikator nomor 1 dijumlahkan.",
        Rule::CaraPenggabungan { nomor: "2", cara: Penggabungan::PosisiAkhir } => "Realisasi triwulan dan tahun indikator nomor 2 tidak dijumlahkan; yang dipakai ialah posisi terakhir.",
        Rule::CaraPenggabungan { nomor: "3", cara: Penggabungan::RataRata } => "Realisasi triwulan dan tahun indikator nomor 3 dirata-ratakan.",
        Rule::DalamJuta { desimal: true } => "Rp dalam juta rupiah, dibulatkan ke desimal yang tercetak; tingkat capaian dihitung dari nilai yang tidak dibulatkan.",
        Rule::DalamJuta { desimal: false } => "Rp dalam juta rupiah, dibulatkan ke juta terdekat; tingkat capaian dihitung dari nilai yang tidak dibulatkan.",
        Rule::CaraRataRata => "Rata-rata ialah rata-rata hitung tingkat capaian semua indikator yang dapat dihitung, masing-masing dengan bobot yang sama; yang tidak dapat dihitung tidak diikutkan dan tidak dianggap nol.",
        Rule::TandaFormulir { kosong: true, tidak_berlaku: true, tidak_dihitung: true, di_luar_wajar: "*" } => "Keterangan: K = kinerja; Rp = anggaran; … = belum tersedia; x = tidak berlaku; td = tidak dapat dihitung; * = melebihi 200~persen, target atau realisasinya perlu diperiksa.",
        Rule::TandaFormulir { kosong: false, tidak_berlaku: false, tidak_dihitung: false, di_luar_wajar: NONE } => "Keterangan: K = kinerja; Rp = anggaran.",
        Rule::SampaiTriwulan { triwulan: "III" } => "Realisasi s.d. triwulan~III",
        Rule::StatusSementara => "Data sementara",
        Rule::PredikatSel { predikat: "Sangat Tinggi" } => "Predikat Sangat Tinggi",
        Rule::AlasanSel { sisi: Sisi::Kinerja, alasan: AlasanCapaian::TidakLengkap } => "Kinerja: realisasi belum lengkap",
        Rule::AlasanSel { sisi: Sisi::Anggaran, alasan: AlasanCapaian::TanpaAturan } => "Anggaran: cara penghitungannya belum ditetapkan",
        Factors::FaktorAda { hal: HalFaktor::Pendorong, tahun: "2025" } => "Perangkat daerah menyatakan faktor pendorong tahun 2025 sebagai berikut.",
        Factors::FaktorKosong { hal: HalFaktor::LanjutRkpd, tahun: "2025" } => "Tidak ada tindak lanjut dalam RKPD berikutnya yang dinyatakan perangkat daerah untuk tahun 2025.",
        Factors::Faktor { indikator: "Cakupan", uraian: "Layanan tersedia di setiap kecamatan", tanda: TandaBaca::TitikKoma } => "Cakupan: Layanan tersedia di setiap kecamatan;",
        Factors::Faktor { indikator: "Cakupan", uraian: "Layanan tersedia di setiap kecamatan", tanda: TandaBaca::TitikKomaDan } => "Cakupan: Layanan tersedia di setiap kecamatan; dan",
        Factors::Faktor { indikator: "Cakupan", uraian: "Layanan tersedia di setiap kecamatan", tanda: TandaBaca::Titik } => "Cakupan: Layanan tersedia di setiap kecamatan.",
        Beside::TargetLain { tahun: "2025", wilayah: "nasional", dokumen: "RPJMN Tahun 2025–2029", target: "36,25~persen", cakupan: "30,72~persen", selisih: "5,53~persen~poin", bawah: true } => "Cakupan 30,72~persen berada 5,53~persen~poin di bawah target nasional tahun 2025 sebesar 36,25~persen (RPJMN Tahun 2025–2029).",
        Beside::TargetLain { tahun: "2025", wilayah: "provinsi", dokumen: "RPJMD Provinsi", target: "30,00~persen", cakupan: "30,72~persen", selisih: "0,72~persen~poin", bawah: false } => "Cakupan 30,72~persen berada 0,72~persen~poin di atas target provinsi tahun 2025 sebesar 30,00~persen (RPJMD Provinsi).",
        Beside::TargetLain { tahun: "2025", wilayah: "provinsi", dokumen: "RPJMD Provinsi", target: "30,72~persen", cakupan: "30,72~persen", selisih: NONE, bawah: false } => "Cakupan 30,72~persen memenuhi target provinsi tahun 2025 sebesar 30,72~persen (RPJMD Provinsi).",
        Beside::TargetLain { tahun: "2025", wilayah: "provinsi", dokumen: "RPJMD Provinsi", target: "30,72~persen", cakupan: "30,72~persen", selisih: NONE, bawah: true } => "Cakupan 30,72~persen belum memenuhi target provinsi tahun 2025 sebesar 30,72~persen (RPJMD Provinsi); selisihnya kurang dari 0,01~persen~poin.",
        Beside::TanpaTargetLain { tahun: "2024" } => "Target nasional dan target provinsi untuk tahun 2024 belum tercantum dalam data.",
        Beside::TanpaDaerahLain { periode: "Desember~2024" } => "Data daerah lain untuk Desember~2024 belum tercantum dalam data sehingga perbandingan antardaerah tidak disajikan.",
        Beside::DefinisiLain { daftar: "Kota Batu (28,40~persen; angkatan kerja)" } => "Daerah berikut memakai definisi penyebut yang lain sehingga dicantumkan tanpa peringkat: Kota Batu (28,40~persen; angkatan kerja).",
    ]
}

fn projection() -> Cases {
    said![
        Projection::Proyeksi { n: "24", bulan_target: "Desember~2029", nilai: "45,15~persen", bawah: "38,20~persen", atas: "52,10~persen" } => "Apabila laju 24~bulan terakhir bertahan, cakupan pada Desember~2029 diproyeksikan 45,15~persen, dengan selang prediksi 80~persen dari 38,20~persen sampai dengan 52,10~persen.",
        Projection::ProyeksiSempit { n: "12", bulan_target: "Desember~2025", nilai: "41,50~persen" } => "Apabila laju 12~bulan terakhir bertahan, cakupan pada Desember~2025 diproyeksikan 41,50~persen; lebar selang prediksi 80~persen kurang dari 0,01~persen~poin.",
        Projection::ProyeksiMelampaui { n: "24", bulan_target: "Desember~2045", bawah: "96,40~persen" } => "Apabila laju 24~bulan terakhir bertahan, hasil hitung proyeksi cakupan pada Desember~2045 melampaui 100~persen; batas bawah selang prediksi 80~persen 96,40~persen. Laju itu tidak dapat bertahan sampai dengan bulan tersebut.",
        Projection::ProyeksiMelampaui { n: "24", bulan_target: "Desember~2045", bawah: NONE } => "Apabila laju 24~bulan terakhir bertahan, hasil hitung proyeksi cakupan pada Desember~2045 melampaui 100~persen, termasuk batas bawah selang prediksi 80~persen. Laju itu tidak dapat bertahan sampai dengan bulan tersebut.",
        Projection::ProyeksiHabis { n: "24", bulan_target: "Desember~2045", atas: "3,10~persen" } => "Apabila laju 24~bulan terakhir bertahan, hasil hitung proyeksi cakupan pada Desember~2045 berada di bawah 0~persen; batas atas selang prediksi 80~persen 3,10~persen. Laju itu tidak dapat bertahan sampai dengan bulan tersebut.",
        Projection::ProyeksiHabis { n: "24", bulan_target: "Desember~2045", atas: NONE } => "Apabila laju 24~bulan terakhir bertahan, hasil hitung proyeksi cakupan pada Desember~2045 berada di bawah 0~persen, termasuk batas atas selang prediksi 80~persen. Laju itu tidak dapat bertahan sampai dengan bulan tersebut.",
        Projection::ProyeksiBatas { arah: Arah::Atas } => "Batas atas selang itu ditetapkan 100~persen karena cakupan tidak dapat melebihi 100~persen.",
        Projection::ProyeksiBatas { arah: Arah::Bawah } => "Batas bawah selang itu ditetapkan 0~persen karena cakupan tidak dapat kurang dari 0~persen.",
        Projection::ProyeksiBatas { arah: NONE } => "Kedua batas selang itu ditetapkan 0~persen dan 100~persen karena cakupan tidak dapat berada di luarnya.",
        Projection::ProyeksiPembanding { nilai: "44,90~persen", bulan_target: "Desember~2029" } => "Sebagai pembanding, garis Theil–Sen, yang tidak terpengaruh oleh sedikit nilai pencilan, memberi 44,90~persen pada Desember~2029.",
        Projection::ProyeksiTarget { target: "55,0~persen", kedudukan: Kedudukan::Atas } => "Target 55,0~persen berada di atas selang tersebut.",
        Projection::ProyeksiTarget { target: "50,0~persen", kedudukan: Kedudukan::Dalam } => "Target 50,0~persen berada di dalam selang tersebut.",
        Projection::ProyeksiTarget { target: "35,0~persen", kedudukan: Kedudukan::Bawah } => "Target 35,0~persen berada di bawah selang tersebut.",
        Projection::ProyeksiIlustrasi { bulan: "Agustus~2027", rentang: "24~bulan" } => "Proyeksi sesudah Agustus~2027 merupakan ilustrasi karena jaraknya melebihi rentang data (24~bulan).",
        ProjectionBasis::ProyeksiAsumsi { metode: Metode::KuadratTerkecil, n: "24" } => "Proyeksi ini memakai metode kuadrat terkecil atas 24 titik data dan mengandaikan penyebut serta kebijakan tidak berubah.",
        ProjectionBasis::ProyeksiAsumsi { metode: Metode::JalanAcak, n: "23" } => "Proyeksi ini memakai model jalan acak dengan laju tetap atas 23 titik data dan mengandaikan penyebut serta kebijakan tidak berubah.",
        ProjectionBasis::ProyeksiTren { statistik: "1,98", batas: "1,76" } => "Metode kuadrat terkecil dipilih karena simpangan bulan-bulan yang berurutan dari garisnya tidak menunjukkan ketergantungan (statistik Durbin–Watson 1,98, tidak di bawah batas 1,76).",
        ProjectionBasis::ProyeksiJalanAcak { statistik: "0,31", batas: "1,76" } => "Model jalan acak dengan laju tetap dipilih karena simpangan bulan-bulan yang berurutan dari garis kuadrat terkecil menunjukkan ketergantungan (statistik Durbin–Watson 0,31, di bawah batas 1,76).",
        ProjectionBasis::ProyeksiSegaris => "Metode kuadrat terkecil dipilih karena semua titik data terletak tepat pada satu garis.",
        ProjectionBasis::ProyeksiPenyebut { periode: "Januari~2025", penyebut: "penduduk bekerja, Sakernas Agustus~2024" } => "Peserta aktif sebelum Januari~2025 dibagi dengan penyebut yang berlaku sekarang (penduduk bekerja, Sakernas Agustus~2024) agar semua titik data sebanding.",
        ProjectionBasis::ProyeksiBulanKosong { daftar: "Maret~2024 dan Juli~2024" } => "Bulan tanpa data (Maret~2024 dan Juli~2024) dibiarkan kosong dan tidak diperkirakan.",
        ProjectionBasis::ProyeksiKurangData { n: "11", minimum: "12" } => "Data yang tersedia meliputi 11~bulan, kurang dari 12~bulan yang disyaratkan; proyeksi tidak disajikan, sedangkan laju yang diperlukan tetap dihitung.",
        ProjectionBasis::NamaMetode { metode: Metode::KuadratTerkecil } => "Kuadrat terkecil",
        ProjectionBasis::NamaMetode { metode: Metode::JalanAcak } => "Jalan acak dengan laju tetap",
        TargetPace::ProyeksiLaju { target: "55,0~persen", bulan_target: "Desember~2029", laju_perlu: "1.100", sisa_bulan: "52~bulan" } => "Untuk mencapai target 55,0~persen pada Desember~2029, diperlukan tambahan rata-rata 1.100~peserta aktif per bulan selama 52~bulan.",
        TargetPace::ProyeksiLajuSebulan { target: "41,3~persen", bulan_target: "Desember~2024", kekurangan: "6.300" } => "Untuk mencapai target 41,3~persen pada Desember~2024, diperlukan tambahan 6.300~peserta aktif dalam 1~bulan.",
        TargetPace::ProyeksiLajuSelesai { target: "30,0~persen", bulan_target: "Desember~2025", bulan_kini: "Agustus~2025" } => "Target 30,0~persen untuk Desember~2025 telah terpenuhi pada Agustus~2025.",
    ]
}

fn change() -> Cases {
    said![
        Change::Naik { selisih: "0,46~persen~poin", cakupan_lalu: "30,26~persen", bulan_lalu: "Mei~2025", tambahan: "2.011" } => "Cakupan naik 0,46~persen~poin dari 30,26~persen pada Mei~2025; peserta aktif bertambah 2.011~orang.",
        Change::Turun { selisih: "0,14~persen~poin", cakupan_lalu: "32,44~persen", bulan_lalu: "Mei~2025", pengurangan: "611" } => "Cakupan turun 0,14~persen~poin dari 32,44~persen pada Mei~2025; peserta aktif berkurang 611~orang.",
        Change::Tetap { bulan_lalu: "Mei~2025", cakupan: "30,72~persen" } => "Cakupan sama dengan keadaan pada Mei~2025, yaitu 30,72~persen.",
        Change::NyarisTetap { bulan_lalu: "Mei~2025" } => "Cakupan nyaris tidak berubah; selisihnya dengan keadaan pada Mei~2025 kurang dari 0,01~persen~poin.",
        Change::Berlawanan { gerak: Gerak::Turun, orang: "1.204", selisih: "0,58~persen~poin", pekerja_lalu: "428.699", pekerja: "436.742" } => "Peserta aktif bertambah 1.204~orang, tetapi cakupan turun 0,58~persen~poin karena jumlah pekerja (penyebut) naik dari 428.699 menjadi 436.742.",
        Change::Berlawanan { gerak: Gerak::Naik, orang: "1.204", selisih: "0,58~persen~poin", pekerja_lalu: "436.742", pekerja: "428.699" } => "Peserta aktif berkurang 1.204~orang, tetapi cakupan naik 0,58~persen~poin karena jumlah pekerja (penyebut) turun dari 436.742 menjadi 428.699.",
        Change::Berlawanan { gerak: Gerak::Turun, orang: NONE, selisih: "0,58~persen~poin", pekerja_lalu: "428.699", pekerja: "436.742" } => "Jumlah peserta aktif tetap, tetapi cakupan turun 0,58~persen~poin karena jumlah pekerja (penyebut) naik dari 428.699 menjadi 436.742.",
        Change::Berlawanan { gerak: Gerak::Naik, orang: NONE, selisih: "0,58~persen~poin", pekerja_lalu: "436.742", pekerja: "428.699" } => "Jumlah peserta aktif tetap, tetapi cakupan naik 0,58~persen~poin karena jumlah pekerja (penyebut) turun dari 436.742 menjadi 428.699.",
        Change::Pertama { periode: "Juni~2025" } => "Perubahan belum dapat dihitung karena Juni~2025 merupakan periode pertama yang datanya tersedia.",
        Change::TanpaPembanding { periode: "Juni~2025", akhir: "Januari~2024" } => "Perubahan tidak dihitung karena data terakhir sebelum Juni~2025 ialah data Januari~2024, lebih dari 12~bulan sebelumnya.",
        Change::Lompat { bulan_lalu: "Mei~2025", periode_pembanding: "April~2025" } => "Data Mei~2025 belum tersedia; perubahan dihitung terhadap April~2025.",
        Change::OrangBertambah { tambahan: "2.011", bulan_lalu: "Mei~2025" } => "Peserta aktif bertambah 2.011~orang dibandingkan dengan Mei~2025.",
        Change::OrangBerkurang { pengurangan: "611", bulan_lalu: "Mei~2025" } => "Peserta aktif berkurang 611~orang dibandingkan dengan Mei~2025.",
        Change::OrangTetap { bulan_lalu: "Mei~2025", peserta: "134.167" } => "Jumlah peserta aktif sama dengan keadaan pada Mei~2025, yaitu 134.167~orang.",
        Change::Berbalik { n: "7", sumber: "BPJS Ketenagakerjaan Kantor Cabang Malang" } => "Cakupan turun setelah naik 7~bulan berturut-turut; penyebabnya perlu dikonfirmasi kepada BPJS Ketenagakerjaan Kantor Cabang Malang.",
        Year::Setahun { bulan_tahun_lalu: "Juni~2024", gerak: Gerak::Naik, selisih: "2,10~persen~poin", cakupan_tahun_lalu: "28,62~persen" } => "Dibandingkan dengan Juni~2024, cakupan naik 2,10~persen~poin (dari 28,62~persen).",
        Year::Setahun { bulan_tahun_lalu: "Juni~2024", gerak: Gerak::Turun, selisih: "0,58~persen~poin", cakupan_tahun_lalu: "31,30~persen" } => "Dibandingkan dengan Juni~2024, cakupan turun 0,58~persen~poin (dari 31,30~persen).",
        Year::SetahunTetap { bulan_tahun_lalu: "Juni~2024", cakupan: "30,72~persen" } => "Cakupan sama dengan keadaan pada Juni~2024, yaitu 30,72~persen.",
        Year::SetahunNyarisTetap { bulan_tahun_lalu: "Juni~2024" } => "Dibandingkan dengan Juni~2024, cakupan nyaris tidak berubah; selisihnya kurang dari 0,01~persen~poin.",
        Year::SetahunBelum { bulan_tahun_lalu: "Juni~2024" } => "Perubahan setahun belum dapat dihitung karena data Juni~2024 belum tersedia.",
    ]
}

const RPJMD: &str = "RPJMD Kota Malang Tahun 2025–2029";

fn target() -> Cases {
    said![
        Target::DiBawah { selisih: "10,58~persen~poin", dokumen: RPJMD, tahun: "2025", target: "41,3~persen", tingkat_capaian: "74,38~persen" } => "Cakupan tersebut 10,58~persen~poin di bawah target RPJMD Kota Malang Tahun 2025–2029 untuk tahun 2025 (41,3~persen); tingkat capaiannya 74,38~persen.",
        Target::Kekurangan { target_orang: "180.375", kekurangan: "46.208" } => "Untuk memenuhi target itu diperlukan 180.375~peserta aktif sehingga masih kurang 46.208~orang.",
        Target::Tepat { dokumen: RPJMD, tahun: "2025", target: "41,3~persen" } => "Cakupan tersebut tepat memenuhi target RPJMD Kota Malang Tahun 2025–2029 untuk tahun 2025 (41,3~persen).",
        Target::NyarisTarget { dokumen: RPJMD, tahun: "2025", target: "41,3~persen", kekurangan: "1" } => "Cakupan tersebut belum memenuhi target RPJMD Kota Malang Tahun 2025–2029 untuk tahun 2025 (41,3~persen); selisihnya kurang dari 0,01~persen~poin atau 1~orang.",
        Target::Melampaui { dokumen: RPJMD, tahun: "2025", target: "41,3~persen", selisih: "0,70~persen~poin", tingkat_capaian: "101,69~persen" } => "Cakupan tersebut melampaui target RPJMD Kota Malang Tahun 2025–2029 untuk tahun 2025 (41,3~persen) sebesar 0,70~persen~poin; tingkat capaiannya 101,69~persen.",
        Target::Melampaui { dokumen: RPJMD, tahun: "2025", target: "0~persen", selisih: "30,72~persen~poin", tingkat_capaian: NONE } => "Cakupan tersebut melampaui target RPJMD Kota Malang Tahun 2025–2029 untuk tahun 2025 (0~persen) sebesar 30,72~persen~poin.",
        Target::MelampauiTipis { dokumen: RPJMD, tahun: "2025", target: "41,3~persen" } => "Cakupan tersebut melampaui target RPJMD Kota Malang Tahun 2025–2029 untuk tahun 2025 (41,3~persen); selisihnya kurang dari 0,01~persen~poin.",
        Target::TanpaTarget { tahun: "2025" } => "Target tahun 2025 belum tercantum dalam data sehingga tingkat capaian tidak dihitung.",
        Target::TargetNol { tahun: "2025" } => "Tingkat capaian tidak dapat dihitung karena target tahun 2025 bernilai nol.",
        Target::DuaTarget { tahun: "2025", target_a: "41,3~persen", dokumen_a: "RPJMD", target_b: "41,23~persen", dokumen_b: "RKPD" } => "Untuk tahun 2025 tersedia dua target, yaitu 41,3~persen (RPJMD) dan 41,23~persen (RKPD). Laporan ini menggunakan 41,3~persen.",
        Target::BeberapaTarget { tahun: "2025", daftar: "41,3~persen (RPJMD), 41,23~persen (RKPD), dan 41~persen (Renstra)", target: "41,3~persen", dokumen: "RPJMD" } => "Untuk tahun 2025 tersedia beberapa target, yaitu 41,3~persen (RPJMD), 41,23~persen (RKPD), dan 41~persen (Renstra). Laporan ini menggunakan 41,3~persen (RPJMD).",
        Path::Jalur { selisih: "4,98~persen~poin", arah: Arah::Bawah, nilai_jalur: "35,70~persen" } => "Cakupan itu 4,98~persen~poin di bawah jalur menuju target (35,70~persen).",
        Path::Jalur { selisih: "0,30~persen~poin", arah: Arah::Atas, nilai_jalur: "35,70~persen" } => "Cakupan itu 0,30~persen~poin di atas jalur menuju target (35,70~persen).",
        Path::JalurNyaris { arah: Arah::Bawah, nilai_jalur: "35,70~persen" } => "Cakupan itu kurang dari 0,01~persen~poin di bawah jalur menuju target (35,70~persen).",
        Path::JalurNyaris { arah: Arah::Atas, nilai_jalur: "35,70~persen" } => "Cakupan itu kurang dari 0,01~persen~poin di atas jalur menuju target (35,70~persen).",
        Path::JalurTepat { nilai_jalur: "35,70~persen" } => "Cakupan itu tepat pada jalur menuju target (35,70~persen).",
        Path::JalurDasar { nilai_awal: "30,10~persen", bulan_awal: "Desember~2024", penyebut_kini: false, target: "41,3~persen" } => "Jalur menuju target ditarik lurus dari 30,10~persen pada Desember~2024 ke 41,3~persen.",
        Path::JalurDasar { nilai_awal: "31,47~persen", bulan_awal: "Desember~2024", penyebut_kini: true, target: "40,5~persen" } => "Jalur menuju target ditarik lurus dari 31,47~persen pada Desember~2024 (dengan penyebut yang berlaku sekarang) ke 40,5~persen.",
        Path::JalurAwal { nilai_awal: "30,72~persen", bulan_awal: "Juni~2025", target: "41,3~persen" } => "Jalur menuju target ditarik lurus dari 30,72~persen pada Juni~2025 ke 41,3~persen sehingga perbandingan dengan jalur itu baru dimulai pada bulan berikutnya.",
        Path::TanpaJalur { tahun: "2025", bulan_awal: "Desember~2025" } => "Jalur menuju target tahun 2025 tidak ditarik karena data pertama yang tersedia ialah data Desember~2025.",
        Pace::Laju { sisa_bulan: "6~bulan", laju_perlu: "7.702", n: "3", laju_rata: "3.209", kali: "2,4" } => "Dalam sisa 6~bulan diperlukan tambahan rata-rata 7.702~peserta aktif per bulan; tambahan rata-rata 3~bulan terakhir 3.209~orang per bulan sehingga laju itu perlu menjadi 2,4~kali lipat.",
        Pace::Laju { sisa_bulan: "6~bulan", laju_perlu: "7.702", n: "3", laju_rata: "7.640", kali: NONE } => "Dalam sisa 6~bulan diperlukan tambahan rata-rata 7.702~peserta aktif per bulan; tambahan rata-rata 3~bulan terakhir 7.640~orang per bulan.",
        Pace::Laju { sisa_bulan: "6~bulan", laju_perlu: "7.702", n: NONE, laju_rata: "3.209", kali: "2,4" } => "Dalam sisa 6~bulan diperlukan tambahan rata-rata 7.702~peserta aktif per bulan; tambahan pada bulan terakhir 3.209~orang sehingga laju itu perlu menjadi 2,4~kali lipat.",
        Pace::LajuCukup { sisa_bulan: "6~bulan", laju_perlu: "7.702", n: "3", laju_rata: "8.011" } => "Dalam sisa 6~bulan diperlukan tambahan rata-rata 7.702~peserta aktif per bulan; tambahan rata-rata 3~bulan terakhir 8.011~orang per bulan sehingga laju itu mencukupi.",
        Pace::LajuCukup { sisa_bulan: "6~bulan", laju_perlu: "7.702", n: NONE, laju_rata: "8.011" } => "Dalam sisa 6~bulan diperlukan tambahan rata-rata 7.702~peserta aktif per bulan; tambahan pada bulan terakhir 8.011~orang sehingga laju itu mencukupi.",
        Pace::LajuPerlu { sisa_bulan: "6~bulan", laju_perlu: "7.702" } => "Dalam sisa 6~bulan diperlukan tambahan rata-rata 7.702~peserta aktif per bulan.",
        Pace::LajuNol { n: "3" } => "Dalam 3~bulan terakhir peserta aktif tidak bertambah sehingga perbandingan laju tidak dihitung.",
        Pace::LajuNol { n: NONE } => "Pada bulan terakhir peserta aktif tidak bertambah sehingga perbandingan laju tidak dihitung.",
        Pace::LajuTanpaRerata => "Laju sebelumnya belum dapat dihitung karena baru satu periode yang datanya tersedia.",
        Pace::LajuSebulan { kekurangan: "46.208" } => "Dalam 1~bulan yang tersisa diperlukan tambahan 46.208~peserta aktif.",
        Pace::LajuHabis { kekurangan: "46.208" } => "Tidak ada sisa bulan pada tahun target; kekurangannya 46.208~peserta aktif.",
        Pace::LajuSelesai => "Target telah terpenuhi sehingga laju bulanan tidak dihitung.",
        Comparison::Nasional { tahun: "2025", target_nasional: "32,15~persen", dokumen_nasional: "RPJMN 2025–2029", penyebut: PenyebutNasional::Sama } => "Target nasional tahun 2025 sebesar 32,15~persen (RPJMN 2025–2029); penyebutnya sama dengan yang digunakan dalam laporan ini.",
        Comparison::Nasional { tahun: "2025", target_nasional: "32,15~persen", dokumen_nasional: "RPJMN 2025–2029", penyebut: PenyebutNasional::Berbeda } => "Target nasional tahun 2025 sebesar 32,15~persen (RPJMN 2025–2029); penyebutnya berbeda dari yang digunakan dalam laporan ini.",
        Comparison::Nasional { tahun: "2025", target_nasional: "32,15~persen", dokumen_nasional: "RPJMN 2025–2029", penyebut: PenyebutNasional::TidakDiumumkan } => "Target nasional tahun 2025 sebesar 32,15~persen (RPJMN 2025–2029); penyebutnya tidak diumumkan.",
        Comparison::JangkaPanjang { target: "99,5~persen", tahun_target: "2045", selisih_per_tahun: "3,44~persen~poin", tahun_awal: "2025" } => "Untuk mencapai target nasional 99,5~persen pada tahun 2045, cakupan perlu naik rata-rata 3,44~persen~poin per tahun sejak 2025.",
        Comparison::JangkaPanjangTerpenuhi { target: "99,5~persen", tahun_target: "2045" } => "Cakupan telah memenuhi target nasional untuk tahun 2045 (99,5~persen).",
    ]
}

fn missing() -> Cases {
    said![
        Missing::BelumTersedia { hal: "Cakupan menurut kecamatan", periode: "Juni~2025", alasan: Alasan::TanpaPenyebut } => "Cakupan menurut kecamatan untuk Juni~2025 belum tersedia karena jumlah pekerja (penyebut) belum tersedia.",
        Missing::BelumTersedia { hal: "Serapan", periode: NONE, alasan: Alasan::TanpaRealisasi } => "Serapan belum tersedia karena realisasi belum tersedia.",
        Missing::TidakTerhitung { hal: "Kecukupan pagu", alasan: Alasan::TanpaTarif } => "Kecukupan pagu tidak dihitung karena tarif iuran yang berlaku belum tercantum dalam data.",
        Missing::BagianKosong { hal: "klaim", periode: "Juni~2025", sumber: "BPJS Ketenagakerjaan", akhir: NONE } => "Bagian ini tidak disajikan karena BPJS Ketenagakerjaan belum menyampaikan data klaim untuk Juni~2025.",
        Missing::BagianKosong { hal: "klaim", periode: "Juni~2025", sumber: NONE, akhir: "Mei~2025" } => "Bagian ini tidak disajikan karena data klaim untuk Juni~2025 belum tersedia; data terakhir yang tersedia ialah data Mei~2025.",
        Missing::BagianKosong { hal: "penghargaan", periode: NONE, sumber: NONE, akhir: NONE } => "Bagian ini tidak disajikan karena data penghargaan belum tersedia.",
        Missing::Nihil { hal: "klaim yang dibayarkan", periode: "Juni~2025" } => "Tidak ada klaim yang dibayarkan pada Juni~2025.",
        Missing::TanpaPeserta { wilayah: "Kota Malang", segmen: NONE, periode: "Juli~2025", akhir: "Juni~2025" } => "Data peserta aktif Kota Malang untuk Juli~2025 belum tersedia; data terakhir yang tersedia ialah data Juni~2025.",
        Missing::TanpaPeserta { wilayah: "Kota Malang", segmen: "penerima upah", periode: "Juli~2025", akhir: NONE } => "Data peserta aktif Kota Malang pada segmen penerima upah untuk Juli~2025 belum tersedia.",
        Missing::TanpaTotal { periode: "Juni~2025", daftar: "penerima upah dan jasa konstruksi" } => "Cakupan seluruh segmen untuk Juni~2025 tidak dihitung karena data yang tersedia baru meliputi segmen penerima upah dan jasa konstruksi.",
        Missing::TanpaPenyebut { segmen: NONE, periode: "Juni~2025" } => "Cakupan untuk Juni~2025 belum dapat dihitung karena jumlah pekerja (penyebut) belum tersedia.",
        Missing::TanpaPenyebut { segmen: "penerima upah", periode: "Juni~2025" } => "Cakupan segmen penerima upah untuk Juni~2025 belum dapat dihitung karena jumlah pekerja (penyebut) belum tersedia.",
        Missing::PenyebutBelumDitetapkan { daftar: "penduduk bekerja dan angkatan kerja" } => "Cakupan belum dihitung karena tersedia beberapa definisi penyebut (penduduk bekerja dan angkatan kerja) dan penyebut yang dipakai belum ditetapkan.",
        Missing::PenyebutNol { periode: "Juni~2025" } => "Cakupan untuk Juni~2025 tidak dapat dihitung karena jumlah pekerja (penyebut) bernilai nol.",
        Missing::TanpaSegmen { periode: "Juni~2025" } => "Rincian menurut segmen untuk Juni~2025 belum tersedia.",
        Missing::TanpaWilayah { tingkat: Tingkat::Kecamatan, periode: "Juni~2025" } => "Rincian menurut kecamatan untuk Juni~2025 belum tersedia.",
        Missing::NilaiKosong { hal: "Realisasi anggaran", n: "2" } => "Realisasi anggaran tidak dijumlahkan karena belum tersedia pada 2~baris data.",
        Missing::BulanKosong { hal: "Klaim", daftar: "Februari dan April~2025" } => "Klaim sejak Januari tidak dijumlahkan karena data Februari dan April~2025 belum tersedia.",
        Missing::TidakDijumlahkan { hal: "Kasus menurut manfaat" } => "Kasus menurut manfaat tidak dijumlahkan karena satu kasus dapat tercatat lebih dari satu kali.",
        Missing::DasarNol { hal: "pekerja terdaftar" } => "Persentase pekerja terdaftar tidak dapat dihitung karena pembaginya bernilai nol.",
        Missing::TerlaluBesar { hal: "Peserta aktif" } => "Peserta aktif tidak dijumlahkan karena hasilnya melampaui batas yang wajar; angkanya perlu diperiksa.",
        Missing::KeteranganTanda { tanda: TandaSel::BelumTersedia } => "Keterangan: … = belum tersedia.",
        Missing::KeteranganTanda { tanda: TandaSel::TidakBerlaku } => "Keterangan: x = tidak berlaku.",
        Missing::KeteranganTanda { tanda: TandaSel::Keduanya } => "Keterangan: … = belum tersedia; x = tidak berlaku.",
        Missing::Sementara { hal: "kepesertaan", per_tanggal: "30~Juni~2025", sumber: "BPJS Ketenagakerjaan" } => "Data kepesertaan per 30~Juni~2025 berstatus sementara dan dapat diperbaiki oleh BPJS Ketenagakerjaan.",
        Denominator::PenyebutLama { penyebut: "penduduk bekerja, Sakernas Agustus~2023", pekerja: "428.699", cakupan: "31,30~persen" } => "Dengan penyebut lama (penduduk bekerja, Sakernas Agustus~2023; 428.699~orang), cakupan sebesar 31,30~persen.",
        Denominator::PenyebutBaru { periode: "Januari~2025", penyebut_lama: "Sakernas Agustus~2023", pekerja_lama: "428.699", penyebut: "Sakernas Agustus~2024", pekerja: "436.742", cakupan_lama: "31,30~persen", cakupan: "30,72~persen" } => "Mulai Januari~2025, penyebut diganti dari Sakernas Agustus~2023 (428.699~orang) menjadi Sakernas Agustus~2024 (436.742~orang). Dengan penyebut lama, cakupan Januari~2025 sebesar 31,30~persen; dengan penyebut baru, 30,72~persen.",
        Denominator::PutusDeret { selisih: "0,58~persen~poin", periode: "Januari~2025" } => "Perbedaan 0,58~persen~poin berasal dari pergantian penyebut, bukan dari perubahan jumlah peserta; angka sebelum dan sesudah Januari~2025 tidak dibandingkan secara langsung.",
        Denominator::PutusDeret { selisih: NONE, periode: "Januari~2025" } => "Perbedaan itu, kurang dari 0,01~persen~poin, berasal dari pergantian penyebut, bukan dari perubahan jumlah peserta; angka sebelum dan sesudah Januari~2025 tidak dibandingkan secara langsung.",
        Denominator::Kepekaan { peserta: "134.167", terendah: "29,22~persen", tertinggi: "32,09~persen", rujukan: "Tabel~9" } => "Dengan 134.167~peserta aktif yang sama, cakupan berkisar dari 29,22~persen sampai dengan 32,09~persen, bergantung pada penyebut yang dipakai (Tabel~9).",
        Denominator::Kepekaan { peserta: "134.167", terendah: "29,22~persen", tertinggi: "32,09~persen", rujukan: NONE } => "Dengan 134.167~peserta aktif yang sama, cakupan berkisar dari 29,22~persen sampai dengan 32,09~persen, bergantung pada penyebut yang dipakai.",
        Denominator::PenyebutSegmen { segmen: "penerima upah", penyebut: "pekerja penerima upah, Sakernas Agustus~2024", pekerja: "250.000" } => "Penyebut segmen penerima upah ialah pekerja penerima upah, Sakernas Agustus~2024, yaitu 250.000~orang.",
        Denominator::PenyebutSegmenBelum => "Jumlah pekerja menurut segmen belum tersedia; rincian berikut memuat jumlah peserta aktif, bukan cakupan.",
        Denominator::DasarAngka { penyebut: "penduduk bekerja, Sakernas Agustus~2024", pekerja: "436.742", sumber: "BPJS Ketenagakerjaan, 30~Juni~2025; BPS", status: "sementara" } => "Penyebut: penduduk bekerja, Sakernas Agustus~2024 (436.742~orang). Sumber: BPJS Ketenagakerjaan, 30~Juni~2025; BPS. Status data: sementara.",
        Denominator::DasarAngka { penyebut: NONE, pekerja: NONE, sumber: "BPJS Ketenagakerjaan, 30~Juni~2025", status: NONE } => "Sumber: BPJS Ketenagakerjaan, 30~Juni~2025.",
        Rounding::Pembulatan => "Persentase, selisih, dan nilai rupiah dihitung dari angka yang belum dibulatkan sehingga jumlah rincian dapat sedikit berbeda dari totalnya.",
        Rounding::PembulatanOrang => "Kekurangan peserta dan laju bulanan dibulatkan ke atas.",
    ]
}

fn breakdown() -> Cases {
    said![
        Segments::Antarsegmen { segmen_a: "penerima upah", cakupan_a: "51,66~persen", segmen_b: "bukan penerima upah", cakupan_b: "20,30~persen", selisih: "31,36~persen~poin" } => "Di antara segmen penyusun total, cakupan tertinggi terdapat pada segmen penerima upah (51,66~persen) dan terendah pada segmen bukan penerima upah (20,30~persen); selisihnya 31,36~persen~poin.",
        Segments::Antarsegmen { segmen_a: "penerima upah", cakupan_a: "20,30~persen", segmen_b: "bukan penerima upah", cakupan_b: "20,30~persen", selisih: NONE } => "Di antara segmen penyusun total, cakupan tertinggi terdapat pada segmen penerima upah (20,30~persen) dan terendah pada segmen bukan penerima upah (20,30~persen); selisihnya kurang dari 0,01~persen~poin.",
        Segments::AntarsegmenSama { cakupan: "30,72~persen" } => "Cakupan semua segmen sama, yaitu 30,72~persen.",
        Segments::SegmenTunggal { segmen: "jasa konstruksi", cakupan: "27,66~persen", peserta: "42.591", pekerja: "154.008" } => "Cakupan segmen jasa konstruksi tercatat 27,66~persen, yaitu 42.591~peserta aktif dari 154.008~pekerja.",
        Segments::PorsiBelum { belum: "41.386", belum_b: "22.724", porsi: "54,91~persen", segmen_b: "penerima upah" } => "Dari 41.386~pekerja yang belum menjadi peserta aktif, 22.724~orang (54,91~persen) berada pada segmen penerima upah.",
        Segments::Rentan { segmen_induk: "bukan penerima upah" } => "Pekerja rentan merupakan bagian dari segmen bukan penerima upah dan tidak dijumlahkan lagi ke dalam total.",
        Segments::SegmenTumpang { segmen: "jasa konstruksi" } => "Segmen jasa konstruksi dapat beririsan dengan segmen lain dan tidak dijumlahkan ke dalam total.",
        Groups::Kelompok { n: "25.000", k: "lima", sumber_dana: "APBD di luar DBHCHT bagi 5.000~orang dan DBHCHT bagi 20.000~orang", kelompok: "petani", m: "5.000", beberapa: false } => "Iuran 25.000~pekerja rentan dalam lima~kelompok ditanggung oleh APBD di luar DBHCHT bagi 5.000~orang dan DBHCHT bagi 20.000~orang; kelompok terbesar ialah petani (5.000~orang).",
        Groups::Kelompok { n: "26.400", k: "lima", sumber_dana: NONE, kelompok: "anggota linmas dan ketua RT", m: "4.489", beberapa: true } => "Sebanyak 26.400~pekerja rentan dalam lima~kelompok telah terlindungi; kelompok terbesar ialah anggota linmas dan ketua RT (masing-masing 4.489~orang).",
        Groups::KelompokTunggal { n: "3.000", kelompok: "pengemudi ojek daring", sumber_dana: "DBHCHT" } => "Iuran 3.000~pekerja rentan dari kelompok pengemudi ojek daring ditanggung oleh DBHCHT.",
        Groups::KelompokTunggal { n: "3.000", kelompok: "pengemudi ojek daring", sumber_dana: NONE } => "Sebanyak 3.000~pekerja rentan dari kelompok pengemudi ojek daring telah terlindungi.",
        Groups::KelompokTarget { target: "28.000", n: "25.000", porsi: "89,29~persen" } => "Dari target 28.000~orang, 25.000~orang (89,29~persen) telah terlindungi.",
        Groups::KelompokBerjangka { n: "4.000", kelompok: "petugas KPPS", kegiatan: "Pemilihan Kepala Daerah", mulai: "1~November~2024", selesai: "31~Desember~2024" } => "Sebanyak 4.000~petugas KPPS dilindungi selama Pemilihan Kepala Daerah, dari 1~November~2024 sampai dengan 31~Desember~2024; setelah tanggal itu mereka tidak dihitung sebagai peserta aktif.",
        Groups::KelompokBerjangka { n: "4.000", kelompok: "petugas KPPS", kegiatan: NONE, mulai: "1~November~2024", selesai: "31~Desember~2024" } => "Sebanyak 4.000~petugas KPPS dilindungi dari 1~November~2024 sampai dengan 31~Desember~2024; setelah tanggal itu mereka tidak dihitung sebagai peserta aktif.",
        Groups::KelompokBelumMulai { n: "4.000", kelompok: "petugas KPPS", mulai: "1~November~2024" } => "Perlindungan bagi 4.000~petugas KPPS dimulai pada 1~November~2024 sehingga mereka belum dihitung sebagai peserta aktif.",
        Groups::KelompokBerakhir { n: "4.000", kelompok: "petugas KPPS", selesai: "31~Desember~2024" } => "Perlindungan bagi 4.000~petugas KPPS berakhir pada 31~Desember~2024 sehingga mereka tidak lagi dihitung sebagai peserta aktif.",
        Groups::KelompokTanpaJumlah { n: "dua" } => "Jumlah pekerja pada dua~kelompok belum tersedia sehingga tidak diikutkan dalam total.",
    ]
}

fn ranks() -> Cases {
    said![
        Ranks::PeringkatDua { a: "Kecamatan Klojen", x: "34,10~persen", selisih: "3,08~persen~poin", b: "Kecamatan Blimbing", y: "31,02~persen" } => "Cakupan Kecamatan Klojen (34,10~persen) lebih tinggi 3,08~persen~poin daripada Kecamatan Blimbing (31,02~persen).",
        Ranks::PeringkatDua { a: "Kecamatan Klojen", x: "34,10~persen", selisih: NONE, b: "Kecamatan Blimbing", y: "34,10~persen" } => "Cakupan Kecamatan Klojen (34,10~persen) lebih tinggi daripada Kecamatan Blimbing (34,10~persen); selisihnya kurang dari 0,01~persen~poin.",
        Ranks::Peringkat { a: "Kecamatan Klojen", x: "34,10~persen", b: "Kecamatan Blimbing", y: "31,02~persen", z: "Kecamatan Sukun", v: "27,45~persen" } => "Menurut cakupan, Kecamatan Klojen berada pada peringkat pertama (34,10~persen), disusul Kecamatan Blimbing (31,02~persen); peringkat terakhir ditempati Kecamatan Sukun (27,45~persen).",
        Ranks::Peringkat { a: "Kota Surabaya", x: "44,10~persen", b: "Kabupaten Jember", y: "31,02~persen", z: "Kota Batu", v: "27,45~persen" } => "Menurut cakupan, Kota Surabaya berada pada peringkat pertama (44,10~persen), disusul Kabupaten Jember (31,02~persen); peringkat terakhir ditempati Kota Batu (27,45~persen).",
        Ranks::PeringkatPuncakSama { daftar: "Kecamatan Klojen dan Kecamatan Blimbing", x: "34,10~persen", z: "Kecamatan Sukun", v: "27,45~persen" } => "Menurut cakupan, Kecamatan Klojen dan Kecamatan Blimbing sama-sama berada pada peringkat pertama (34,10~persen); peringkat terakhir ditempati Kecamatan Sukun (27,45~persen).",
        Ranks::PeringkatSemuaSama { tingkat: Tingkat::Kecamatan, x: "34,10~persen" } => "Cakupan semua kecamatan sama, yaitu 34,10~persen.",
        Ranks::PeringkatSama { daftar: "Kecamatan Klojen dan Kecamatan Blimbing", n: "2", x: "34,10~persen" } => "Kecamatan Klojen dan Kecamatan Blimbing sama-sama menempati peringkat ke-2 (34,10~persen).",
        Ranks::PeringkatPindah { a: "Kecamatan Sukun", gerak: Gerak::Naik, m: "5", n: "3" } => "Kecamatan Sukun naik dari peringkat ke-5 menjadi peringkat ke-3.",
        Ranks::PeringkatPindah { a: "Kecamatan Sukun", gerak: Gerak::Turun, m: "3", n: "5" } => "Kecamatan Sukun turun dari peringkat ke-3 menjadi peringkat ke-5.",
        Ranks::PeringkatTunggal { tingkat: Tingkat::Kecamatan, a: "Kecamatan Klojen", x: "34,10~persen" } => "Menurut kecamatan, cakupan baru tersedia untuk Kecamatan Klojen (34,10~persen) sehingga peringkat tidak disusun.",
        Ranks::TanpaPeringkat { tingkat: Tingkat::KabupatenKota } => "Peringkat tidak disusun karena cakupan menurut kabupaten/kota yang dapat dibandingkan belum tersedia.",
        Ranks::TanpaPeringkat { tingkat: Tingkat::Provinsi } => "Peringkat tidak disusun karena cakupan menurut provinsi yang dapat dibandingkan belum tersedia.",
        Ranks::PeringkatJumlah { tingkat: Tingkat::Kecamatan } => "Jumlah pekerja menurut kecamatan belum tersedia; urutan berikut disusun menurut jumlah peserta aktif, bukan menurut cakupan.",
        Ranks::PeringkatJumlah { tingkat: Tingkat::Kelurahan } => "Jumlah pekerja menurut kelurahan belum tersedia; urutan berikut disusun menurut jumlah peserta aktif, bukan menurut cakupan.",
        Ranks::JumlahTerbanyak { a: "Kecamatan Klojen", x: "31.200", z: "Kecamatan Sukun", v: "21.005" } => "Peserta aktif paling banyak terdapat di Kecamatan Klojen (31.200~orang) dan paling sedikit di Kecamatan Sukun (21.005~orang).",
        Ranks::JumlahSama { tingkat: Tingkat::DesaKelurahan, x: "210" } => "Jumlah peserta aktif semua desa/kelurahan sama, yaitu 210~orang.",
        Ranks::TidakTerpetakan { n: "4.118", porsi: "3,07~persen", tingkat: Tingkat::Kecamatan } => "Sebanyak 4.118~peserta aktif (3,07~persen) belum terpetakan menurut kecamatan dan disajikan pada baris tersendiri.",
        Ranks::TidakTerpetakan { n: "4.118", porsi: NONE, tingkat: Tingkat::Kecamatan } => "Sebanyak 4.118~peserta aktif belum terpetakan menurut kecamatan dan disajikan pada baris tersendiri.",
        Ranks::TidakLapor { daftar_wilayah: "Kecamatan Sukun", cacah: Cacah::Satu } => "Data Kecamatan Sukun belum diterima sehingga wilayah itu tidak diikutkan dalam pemeringkatan.",
        Ranks::TidakLapor { daftar_wilayah: "Kecamatan Sukun dan Kecamatan Klojen", cacah: Cacah::Dua } => "Data Kecamatan Sukun dan Kecamatan Klojen belum diterima sehingga keduanya tidak diikutkan dalam pemeringkatan.",
        Ranks::TidakLapor { daftar_wilayah: "Kota Batu, Kota Blitar, dan Kota Madiun", cacah: Cacah::Banyak } => "Data Kota Batu, Kota Blitar, dan Kota Madiun belum diterima sehingga semuanya tidak diikutkan dalam pemeringkatan.",
        Ranks::PenyebutLain { daftar_wilayah: "Kota Batu dan Kota Blitar", cacah: Cacah::Dua } => "Definisi penyebut Kota Batu dan Kota Blitar berbeda sehingga keduanya disajikan tanpa peringkat.",
        Ranks::PeringkatDaerah { tingkat: Tingkat::KabupatenKota, n: "12", provinsi: "Provinsi Jawa Timur", wilayah: "Kota Malang", r: "5", bersama: NONE } => "Di antara 12~kabupaten/kota di Provinsi Jawa Timur yang datanya tersedia, Kota Malang menempati peringkat ke-5.",
        Ranks::PeringkatDaerah { tingkat: Tingkat::KabupatenKota, n: "12", provinsi: "Provinsi Jawa Timur", wilayah: "Kota Malang", r: "5", bersama: "Kabupaten Jember" } => "Di antara 12~kabupaten/kota di Provinsi Jawa Timur yang datanya tersedia, Kota Malang menempati peringkat ke-5 bersama Kabupaten Jember.",
        Ranks::DaerahLainBelum { tingkat: Tingkat::KabupatenKota, provinsi: "Provinsi Jawa Timur" } => "Cakupan kabupaten/kota lain di Provinsi Jawa Timur belum tersedia sehingga peringkat antardaerah tidak disusun.",
        Awards::Penghargaan { tanggal: "30~Juni~2025", wilayah: "Kota Malang", nama_penghargaan: "Penghargaan Paritrana", pemberi: "Pemerintah Provinsi Jawa Timur", sebutan: "lima besar", lingkup: "provinsi", peringkat: NONE, penerima_lain: NONE, belum_diurutkan: true } => "Pada 30~Juni~2025, Kota Malang menerima Penghargaan Paritrana dari Pemerintah Provinsi Jawa Timur dengan sebutan lima besar tingkat provinsi; urutan di dalamnya tidak diumumkan.",
        Awards::Penghargaan { tanggal: "30~Juni~2025", wilayah: "Kota Malang", nama_penghargaan: "Penghargaan Paritrana", pemberi: NONE, sebutan: NONE, lingkup: "provinsi", peringkat: "2", penerima_lain: NONE, belum_diurutkan: false } => "Pada 30~Juni~2025, Kota Malang menerima Penghargaan Paritrana tingkat provinsi pada peringkat ke-2.",
        Awards::Penghargaan { tanggal: "30~Juni~2025", wilayah: "Kota Malang", nama_penghargaan: "Penghargaan Paritrana", pemberi: NONE, sebutan: "lima besar", lingkup: NONE, peringkat: NONE, penerima_lain: "Kota Surabaya dan Kabupaten Jember", belum_diurutkan: true } => "Pada 30~Juni~2025, Kota Malang menerima Penghargaan Paritrana dengan sebutan lima besar; penghargaan yang sama juga diterima oleh Kota Surabaya dan Kabupaten Jember; urutan di dalamnya tidak diumumkan.",
        Employers::PemberiKerjaTerdaftar { jumlah: "12.400", terdaftar: "9.100", persen: "73,39~persen" } => "Dari 12.400~pemberi kerja, 9.100~pemberi kerja (73,39~persen) telah terdaftar.",
        Employers::PemberiKerja { n: "3.300", m: "1.250" } => "Sebanyak 3.300~pemberi kerja belum mendaftarkan pekerjanya, sedangkan 1.250~pemberi kerja telah mendaftarkan sebagian pekerjanya.",
        Employers::PemberiKerjaBelum { n: "3.300" } => "Sebanyak 3.300~pemberi kerja belum mendaftarkan pekerjanya.",
        Employers::PemberiKerjaSebagian { m: "1.250" } => "Sebanyak 1.250~pemberi kerja telah mendaftarkan sebagian pekerjanya.",
        Employers::PemberiKerjaLengkap => "Semua pemberi kerja yang tercatat telah mendaftarkan seluruh pekerjanya.",
        Programmes::Program { daftar: "JKK (134.167~orang), JKM (134.167~orang), dan JHT (96.010~orang)" } => "Menurut program, jumlah peserta aktif sebagai berikut: JKK (134.167~orang), JKM (134.167~orang), dan JHT (96.010~orang).",
        Programmes::ProgramTumpang => "Seorang peserta dapat mengikuti beberapa program sehingga jumlah peserta menurut program tidak dijumlahkan.",
    ]
}

fn money() -> Cases {
    said![
        Budget::Serapan { per_tanggal: "30~Juni~2025", realisasi_rp: "Rp2,1~miliar", serapan: "39,62~persen", pagu_rp: "Rp5,3~miliar", tahun: "2025" } => "Sampai dengan 30~Juni~2025, realisasi anggaran iuran pekerja rentan sebesar Rp2,1~miliar atau 39,62~persen dari pagu Rp5,3~miliar Tahun Anggaran 2025.",
        Budget::SerapanNihil { per_tanggal: "30~Juni~2025", pagu_rp: "Rp5,3~miliar", tahun: "2025" } => "Sampai dengan 30~Juni~2025, belum ada realisasi anggaran iuran pekerja rentan dari pagu Rp5,3~miliar Tahun Anggaran 2025.",
        Budget::Pagu { tahun: "2025", pagu_rp: "Rp5,3~miliar" } => "Pagu anggaran iuran pekerja rentan Tahun Anggaran 2025 sebesar Rp5,3~miliar; realisasinya belum tersedia sehingga serapan tidak dihitung.",
        Budget::RealisasiSaja { per_tanggal: "30~Juni~2025", realisasi_rp: "Rp2,1~miliar", tahun: "2025" } => "Sampai dengan 30~Juni~2025, realisasi anggaran iuran pekerja rentan Tahun Anggaran 2025 sebesar Rp2,1~miliar; pagunya belum tersedia sehingga serapan tidak dihitung.",
        Budget::SumberDana { daftar: "DBHCHT (Rp4,3~miliar) dan APBD di luar DBHCHT (Rp1~miliar)" } => "Pagu itu bersumber dari DBHCHT (Rp4,3~miliar) dan APBD di luar DBHCHT (Rp1~miliar).",
        Budget::SumberDanaTunggal { sumber_dana: "DBHCHT" } => "Seluruh pagu itu bersumber dari DBHCHT.",
        Budget::PaguBerubah { pagu_murni: "Rp5,3~miliar" } => "Pagu semula Rp5,3~miliar.",
        Budget::Kecukupan { iuran_rp: "Rp16.800", pagu_rp: "Rp5,3~miliar", orang: "26.289", bulan: "12" } => "Dengan iuran Rp16.800 per orang per bulan, pagu Rp5,3~miliar cukup untuk 26.289~orang selama 12~bulan.",
        Budget::KurangDana { orang: "28.000", kelompok: NONE, bulan: "12", kebutuhan_rp: "Rp5,64~miliar", selisih_rp: "Rp344,8~juta", pagu_rp: "Rp5,3~miliar" } => "Iuran 28.000~orang selama 12~bulan memerlukan Rp5,64~miliar, yaitu Rp344,8~juta di atas pagu Rp5,3~miliar.",
        Budget::KurangDana { orang: "28.000", kelompok: "petani", bulan: "12", kebutuhan_rp: "Rp5,64~miliar", selisih_rp: "Rp344,8~juta", pagu_rp: "Rp5,3~miliar" } => "Iuran 28.000~orang dari kelompok petani selama 12~bulan memerlukan Rp5,64~miliar, yaitu Rp344,8~juta di atas pagu Rp5,3~miliar.",
        Budget::TanpaTarif => "Kecukupan pagu tidak dihitung karena tarif iuran yang berlaku belum tercantum dalam data.",
        Budget::PaguKosong { sumber_dana: "APBD di luar DBHCHT" } => "Pagu APBD di luar DBHCHT belum ditetapkan sehingga serapan tidak dihitung.",
        Budget::LebihPagu { selisih_rp: "Rp12~juta" } => "Realisasi tercatat Rp12~juta di atas pagu; angka ini perlu diperiksa.",
        Budget::AnggaranOrang { target: "28.000", orang: "25.000", porsi: "89,29~persen" } => "Dari 28.000~orang yang direncanakan menerima bantuan iuran, 25.000~orang (89,29~persen) telah terlindungi.",
        Budget::AnggaranTanggal { per_tanggal: "30~Juni~2025" } => "Tanggal data anggaran tidak seragam; yang terbaru ialah data per 30~Juni~2025.",
        Claims::Klaim { periode: "Juni~2025", kasus: "1.204", nominal_rp: "Rp12,4~miliar", program: "JHT", nominal_program_rp: "Rp9,8~miliar", kasus_program: "1.011" } => "Pada Juni~2025 dibayarkan 1.204~kasus klaim senilai Rp12,4~miliar; nilai terbesar berasal dari program JHT, yaitu Rp9,8~miliar untuk 1.011~kasus.",
        Claims::Klaim { periode: "Juni~2025", kasus: "1.204", nominal_rp: "Rp12,4~miliar", program: "JHT", nominal_program_rp: "Rp9,8~miliar", kasus_program: NONE } => "Pada Juni~2025 dibayarkan 1.204~kasus klaim senilai Rp12,4~miliar; nilai terbesar berasal dari program JHT, yaitu Rp9,8~miliar.",
        Claims::KlaimJumlah { periode: "Juni~2025", kasus: "12", nominal_rp: "Rp504~juta" } => "Pada Juni~2025 dibayarkan 12~kasus klaim senilai Rp504~juta.",
        Claims::KlaimJumlah { periode: "Juni~2025", kasus: "12", nominal_rp: NONE } => "Pada Juni~2025 dibayarkan 12~kasus klaim.",
        Claims::KlaimNominal { periode: "Juni~2025", nominal_rp: "Rp504~juta" } => "Pada Juni~2025 dibayarkan klaim senilai Rp504~juta.",
        Claims::KlaimKumulatif { tahun: "2025", kasus: "7.020", nominal_rp: "Rp70,1~miliar" } => "Sejak Januari~2025, klaim yang dibayarkan berjumlah 7.020~kasus senilai Rp70,1~miliar.",
        Claims::KlaimKumulatifNominal { tahun: "2025", nominal_rp: "Rp70,1~miliar" } => "Sejak Januari~2025, klaim yang dibayarkan senilai Rp70,1~miliar.",
        Claims::Penyerahan { tanggal: "30~Juni~2025", program: "Jaminan Kematian", nominal_rp: "Rp42~juta", n: "1", kelompok: "anggota linmas", tempat: NONE, penyelenggara: NONE } => "Pada 30~Juni~2025, santunan Jaminan Kematian senilai Rp42~juta diserahkan kepada ahli waris 1~peserta dari kelompok anggota linmas.",
        Claims::Penyerahan { tanggal: "30~Juni~2025", program: "Jaminan Kematian", nominal_rp: "Rp42~juta", n: "1", kelompok: NONE, tempat: "Balai Kota Malang", penyelenggara: "BPJS Ketenagakerjaan" } => "Pada 30~Juni~2025 di Balai Kota Malang, santunan Jaminan Kematian senilai Rp42~juta diserahkan oleh BPJS Ketenagakerjaan kepada ahli waris 1~peserta.",
        Claims::Penyerahan { tanggal: "30~Juni~2025", program: NONE, nominal_rp: NONE, n: "3", kelompok: NONE, tempat: NONE, penyelenggara: NONE } => "Pada 30~Juni~2025, santunan diserahkan kepada ahli waris 3~peserta.",
        Claims::Beasiswa { nominal_rp: "Rp174~juta", n: "8" } => "Manfaat beasiswa senilai Rp174~juta diterima oleh 8~anak peserta.",
        Construction::Proyek { n: "12", a: "7", b: "3", c: "2" } => "Dari 12~paket pekerjaan, 7~paket telah mendaftarkan seluruh pekerja, 3~paket mendaftarkan sebagian, dan 2~paket belum mendaftarkan pekerja.",
        Construction::Proyek { n: "12", a: NONE, b: "3", c: "9" } => "Dari 12~paket pekerjaan, tidak ada paket yang mendaftarkan seluruh pekerja, 3~paket mendaftarkan sebagian, dan 9~paket belum mendaftarkan pekerja.",
        Construction::Proyek { n: "12", a: "10", b: NONE, c: "2" } => "Dari 12~paket pekerjaan, 10~paket telah mendaftarkan seluruh pekerja, tidak ada paket yang mendaftarkan sebagian, dan 2~paket belum mendaftarkan pekerja.",
        Construction::Proyek { n: "12", a: "9", b: "3", c: NONE } => "Dari 12~paket pekerjaan, 9~paket telah mendaftarkan seluruh pekerja, 3~paket mendaftarkan sebagian, dan tidak ada paket yang belum mendaftarkan pekerja.",
        Construction::ProyekSeragam { n: "5", keterdaftaran: Keterdaftaran::Seluruh } => "Dari 5~paket pekerjaan, semuanya telah mendaftarkan seluruh pekerja.",
        Construction::ProyekSeragam { n: "5", keterdaftaran: Keterdaftaran::Sebagian } => "Dari 5~paket pekerjaan, semuanya mendaftarkan sebagian pekerja.",
        Construction::ProyekSeragam { n: "5", keterdaftaran: Keterdaftaran::Belum } => "Dari 5~paket pekerjaan, semuanya belum mendaftarkan pekerja.",
        Construction::ProyekBelumDiketahui { n: "dua" } => "Data pendaftaran pekerja pada dua~paket pekerjaan belum tersedia.",
        Construction::ProyekPekerja { x: "310", y: "402", persen: "77,11~persen", z: "92" } => "Pada semua paket itu terdaftar 310 dari 402~pekerja (77,11~persen); 92~orang belum terdaftar.",
        Construction::ProyekPekerja { x: "402", y: "402", persen: "100,00~persen", z: NONE } => "Pada semua paket itu terdaftar 402 dari 402~pekerja (100,00~persen); tidak ada pekerja yang belum terdaftar.",
        Construction::ProyekTerlambat { n: "tiga" } => "Pekerjaan pada tiga~paket telah dimulai sebelum seluruh pekerjanya terdaftar.",
    ]
}

fn construction() -> Cases {
    said![
        PackageSummary::Terdaftar { per_tanggal: "31~Agustus~2025", wilayah: "Provinsi Kalimantan Barat", n: "sebelas", x: "575", y: "709", persen: "81,10~persen", z: "134" } => "Per 31~Agustus~2025, pada sebelas~paket pekerjaan konstruksi di Provinsi Kalimantan Barat terdaftar 575 dari 709~pekerja (81,10~persen); 134~orang belum terdaftar.",
        PackageSummary::Terdaftar { per_tanggal: "31~Agustus~2025", wilayah: "Kota Malang", n: "dua", x: "709", y: "709", persen: "100,00~persen", z: NONE } => "Per 31~Agustus~2025, pada dua~paket pekerjaan konstruksi di Kota Malang terdaftar 709 dari 709~pekerja (100,00~persen); tidak ada pekerja yang belum terdaftar.",
        PackageSummary::BelumDiketahui { per_tanggal: "31~Agustus~2025", wilayah: "Kota Malang", n: "sebelas", y: "709", m: "tiga" } => "Per 31~Agustus~2025, pada sebelas~paket pekerjaan konstruksi di Kota Malang tercatat 709~pekerja; pendaftaran pekerja pada tiga~paket di antaranya belum diketahui.",
        PackageSummary::TanpaPekerja { per_tanggal: "31~Agustus~2025", wilayah: "Kota Malang", n: "dua" } => "Per 31~Agustus~2025, pada dua~paket pekerjaan konstruksi di Kota Malang belum ada pekerja yang tercatat.",
        PackageSummary::TanpaPaket { wilayah: "Provinsi Kalimantan Barat", periode: "Juni~2025" } => "Data paket pekerjaan konstruksi di Provinsi Kalimantan Barat untuk Juni~2025 belum tersedia; yang disajikan ialah cakupan segmen jasa konstruksi.",
        PackageSummary::Umum { wilayah: "Kota Malang", per_tanggal: "31~Agustus~2025" } => "Laporan ini menyajikan kepesertaan jaminan sosial ketenagakerjaan pekerja jasa konstruksi di Kota Malang per 31~Agustus~2025.",
        PackageSummary::Maksud => "Laporan ini dimaksudkan sebagai bahan rapat jasa konstruksi. Tujuannya ialah menyediakan dasar bagi pimpinan dalam menindaklanjuti pekerja yang belum terdaftar.",
        PackageSummary::Lingkup { periode: "Agustus~2025", paket: true, iuran: true, cakupan: true } => "Laporan ini meliputi pendaftaran pekerja menurut paket pekerjaan, iuran menurut nilai kontrak, serta cakupan segmen jasa konstruksi untuk Agustus~2025.",
        PackageSummary::Lingkup { periode: "Agustus~2025", paket: true, iuran: true, cakupan: false } => "Laporan ini meliputi pendaftaran pekerja menurut paket pekerjaan serta iuran menurut nilai kontrak untuk Agustus~2025.",
        PackageSummary::Lingkup { periode: "Juni~2025", paket: false, iuran: false, cakupan: true } => "Laporan ini meliputi cakupan segmen jasa konstruksi untuk Juni~2025.",
        PackageSummary::Lingkup { periode: "Juni~2025", paket: false, iuran: false, cakupan: false } => "Laporan ini meliputi ketersediaan data jasa konstruksi untuk Juni~2025.",
        PackageSummary::DuaData => "Pekerja pada paket pekerjaan dan peserta aktif segmen jasa konstruksi berasal dari data yang berbeda sehingga jumlahnya tidak dibandingkan.",
        PackageCaption::Paket { a: "5", b: "4", c: "2", d: NONE, e: NONE } => "seluruh pekerja terdaftar 5, sebagian 4, belum 2",
        PackageCaption::Paket { a: "5", b: "4", c: "2", d: "3", e: "1" } => "seluruh pekerja terdaftar 5, sebagian 4, belum 2, belum diketahui 3, tanpa pekerja 1",
        PackageCaption::Terdaftar { y: "709", persen: "81,10%" } => "dari 709~pekerja (81,10%)",
        PackageCaption::Belum { n: "enam" } => "orang pada enam~paket",
        PackageCaption::Semua => "semua pekerja telah terdaftar",
        PackageCaption::Nilai { total_rp: "Rp42,34~miliar", persen: "66,73%" } => "paket yang seluruh pekerjanya terdaftar, dari Rp42,34~miliar (66,73%)",
        Packages::Nilai { total_rp: "Rp42,34~miliar", tercakup_rp: "Rp28,26~miliar", persen: "66,73~persen" } => "Nilai kontrak semua paket berjumlah Rp42,34~miliar; paket yang seluruh pekerjanya terdaftar bernilai Rp28,26~miliar (66,73~persen).",
        Packages::NilaiSaja { total_rp: "Rp42,34~miliar" } => "Nilai kontrak semua paket berjumlah Rp42,34~miliar; bagian yang seluruh pekerjanya terdaftar tidak dihitung karena data pendaftaran belum lengkap.",
        Packages::PerangkatTerbanyak { daftar: "Dinas Perhubungan", z: "34", beberapa: false } => "Pekerja yang belum terdaftar paling banyak terdapat pada paket Dinas Perhubungan, yaitu 34~orang.",
        Packages::PerangkatTerbanyak { daftar: "Dinas Kesehatan dan Dinas Perhubungan", z: "34", beberapa: true } => "Pekerja yang belum terdaftar paling banyak terdapat pada paket Dinas Kesehatan dan Dinas Perhubungan, yaitu masing-masing 34~orang.",
        Packages::PerangkatLengkap => "Pada paket setiap perangkat daerah, semua pekerja telah terdaftar.",
        Packages::Terbuka { n: "enam" } => "Pekerja pada enam~paket belum seluruhnya terdaftar.",
        Packages::Tertutup { sebagian: false } => "Tidak ada paket dengan pekerja yang belum terdaftar.",
        Packages::Tertutup { sebagian: true } => "Di antara paket yang pendaftarannya diketahui, tidak ada paket dengan pekerja yang belum terdaftar.",
        Packages::Berakhir { n: "dua" } => "Masa pekerjaan dua~paket di antaranya telah berakhir.",
        Packages::HariDihitung { tanggal: "9~September~2025" } => "Hari sejak mulai dihitung sampai dengan 9~September~2025.",
        Packages::Tenggat => "Tenggat pendaftaran belum tercantum dalam data; kolom Selesai memuat hari terakhir masa pekerjaan.",
        Packages::DidahuluiPekerjaan { n: "satu" } => "Pekerjaan pada satu~paket dimulai sebelum pekerjanya didaftarkan.",
        Packages::TanpaPendaftaran { n: "dua" } => "Pekerjaan pada dua~paket telah dimulai, sedangkan pekerjanya belum didaftarkan.",
        Packages::TidakDidahului => "Tidak ada paket yang pekerjaannya diketahui dimulai sebelum pekerjanya didaftarkan.",
        Packages::TanggalBelumLengkap { n: "tiga" } => "Tanggal mulai atau tanggal pendaftaran tiga~paket yang pekerjanya terdaftar belum tersedia.",
        Packages::Terlambat { paket: "Penataan Taman", perangkat_daerah: "Dinas Lingkungan Hidup", mulai: "23~Juni~2025", daftar: "1~Juli~2025", hari: "8" } => "Paket Penataan Taman (Dinas Lingkungan Hidup): pekerjaan dimulai pada 23~Juni~2025, pekerja didaftarkan pada 1~Juli~2025, 8~hari kemudian.",
        Packages::Terlambat { paket: "Penataan Taman", perangkat_daerah: NONE, mulai: "23~Juni~2025", daftar: "1~Juli~2025", hari: "8" } => "Paket Penataan Taman: pekerjaan dimulai pada 23~Juni~2025, pekerja didaftarkan pada 1~Juli~2025, 8~hari kemudian.",
        Packages::Arahan { z: "29", y: "31", paket: "Penataan Taman", perangkat_daerah: "Dinas Lingkungan Hidup", hari: "36", berakhir: false } => "Pendaftaran 29 dari 31~pekerja paket Penataan Taman (Dinas Lingkungan Hidup); pekerjaan dimulai 36~hari yang lalu.",
        Packages::Arahan { z: "29", y: "31", paket: "Penataan Taman", perangkat_daerah: NONE, hari: "136", berakhir: true } => "Pendaftaran 29 dari 31~pekerja paket Penataan Taman; masa pekerjaannya telah berakhir.",
        Packages::Arahan { z: "29", y: "31", paket: "Penataan Taman", perangkat_daerah: NONE, hari: NONE, berakhir: false } => "Pendaftaran 29 dari 31~pekerja paket Penataan Taman.",
        Packages::SimpulanBelum { z: "134", y: "709", n: "enam" } => "Sebanyak 134 dari 709~pekerja belum terdaftar, yaitu pada enam~paket.",
        Packages::SimpulanLengkap { y: "709" } => "Semua pekerja pada paket pekerjaan yang tercatat (709~orang) telah terdaftar.",
        Packages::SimpulanBelumDiketahui { n: "tiga" } => "Keterdaftaran seluruh pekerja belum dapat disimpulkan karena data pendaftaran pada tiga~paket belum tersedia.",
        Packages::SimpulanTanpaPaket { alasan: Alasan::TanpaRincian } => "Keterdaftaran pekerja menurut paket pekerjaan belum dapat disimpulkan karena rinciannya belum disampaikan.",
        Dues::Jumlah { tanggal: "31~Agustus~2025", n: "sebelas", total_rp: "Rp53.993.500", jkk_rp: "Rp48.623.000", jkm_rp: "Rp5.370.500" } => "Menurut tarif yang berlaku pada 31~Agustus~2025, iuran sebelas~paket berdasarkan nilai kontrak berjumlah Rp53.993.500, yaitu Rp48.623.000 untuk Jaminan Kecelakaan Kerja (JKK) dan Rp5.370.500 untuk Jaminan Kematian (JKM). Data ini tidak memuat upah pekerja; iuran dihitung dari nilai kontrak.",
        Dues::BelumTerdaftar { n: "dua", total_rp: "Rp2.558.500" } => "Dari jumlah itu, Rp2.558.500 berasal dari dua~paket yang belum mendaftarkan pekerja.",
        Dues::TanpaNilai { n: "dua" } => "Iuran dua~paket tidak dihitung karena nilai kontraknya belum tersedia.",
        Dues::TanpaKontrak => "Iuran tidak dihitung karena nilai kontrak belum tersedia.",
        Dues::TanpaTarif { tanggal: "31~Agustus~2025" } => "Iuran menurut nilai kontrak tidak dihitung karena tarif iuran jasa konstruksi yang berlaku pada 31~Agustus~2025 belum tercantum dalam data.",
        Dues::Cara => "Setiap persentase berlaku atas bagian nilai kontrak yang berada dalam lapisannya.",
        Dues::Pembulatan => "Iuran dihitung tanpa pembulatan dan dibulatkan ke rupiah terdekat ketika dicetak sehingga jumlah rincian dapat sedikit berbeda dari totalnya.",
        Dues::DasarTarif { daftar: "Ketentuan simulasi" } => "Dasar tarif: Ketentuan simulasi.",
        Dues::Lapisan { bawah: NONE, atas: "100.000.000" } => "sampai dengan 100.000.000",
        Dues::Lapisan { bawah: "100.000.000", atas: "500.000.000" } => "di atas 100.000.000 sampai dengan 500.000.000",
        Dues::Lapisan { bawah: "5.000.000.000", atas: NONE } => "di atas 5.000.000.000",
        Dues::Lapisan { bawah: NONE, atas: NONE } => "semua nilai",
        Alternative::BatangPaket { daftar_terdaftar: "Dinas Kesehatan 97 (100,00%)", daftar_belum: "Dinas Kesehatan 0 (0,00%)" } => "Grafik batang pekerja paket pekerjaan menurut perangkat daerah. Terdaftar: Dinas Kesehatan 97 (100,00%). Belum terdaftar: Dinas Kesehatan 0 (0,00%).",
    ]
}

fn conclusion() -> Cases {
    said![
        Summary::DiBawah { per_tanggal: "30~Juni~2025", segmen: NONE, wilayah: "Kota Malang", cakupan: "30,72~persen", peserta: "134.167", pekerja: "436.742", selisih: "10,58~persen~poin", tahun: "2025", kekurangan: "46.208" } => "Per 30~Juni~2025, cakupan di Kota Malang tercatat 30,72~persen (134.167 dari 436.742~pekerja), 10,58~persen~poin di bawah target 2025 sehingga masih kurang 46.208~peserta aktif.",
        Summary::DiBawah { per_tanggal: "30~September~2025", segmen: "pekerja migran Indonesia", wilayah: "Kabupaten Kepulauan Siau Tagulandang Biaro", cakupan: "30,72~persen", peserta: "134.167", pekerja: "436.742", selisih: "10,58~persen~poin", tahun: "2025", kekurangan: "46.208" } => "Per 30~September~2025, cakupan segmen pekerja migran Indonesia di Kabupaten Kepulauan Siau Tagulandang Biaro tercatat 30,72~persen (134.167 dari 436.742~pekerja), 10,58~persen~poin di bawah target 2025 sehingga masih kurang 46.208~peserta aktif.",
        Summary::Nyaris { per_tanggal: "31~Desember~2025", segmen: NONE, wilayah: "Kota Malang", cakupan: "41,30~persen", peserta: "180.374", pekerja: "436.742", tahun: "2025", kekurangan: "1" } => "Per 31~Desember~2025, cakupan di Kota Malang tercatat 41,30~persen (180.374 dari 436.742~pekerja), belum memenuhi target 2025 dengan kekurangan 1~peserta aktif.",
        Summary::Tepat { per_tanggal: "31~Desember~2025", segmen: NONE, wilayah: "Kota Malang", cakupan: "41,30~persen", peserta: "413", pekerja: "1.000", tahun: "2025" } => "Per 31~Desember~2025, cakupan di Kota Malang tercatat 41,30~persen (413 dari 1.000~pekerja), tepat memenuhi target 2025.",
        Summary::Melampaui { per_tanggal: "31~Desember~2025", segmen: NONE, wilayah: "Kota Malang", cakupan: "42,00~persen", peserta: "420", pekerja: "1.000", selisih: "0,70~persen~poin", tahun: "2025" } => "Per 31~Desember~2025, cakupan di Kota Malang tercatat 42,00~persen (420 dari 1.000~pekerja), 0,70~persen~poin di atas target 2025.",
        Summary::Melampaui { per_tanggal: "31~Desember~2025", segmen: NONE, wilayah: "Kota Malang", cakupan: "41,30~persen", peserta: "180.375", pekerja: "436.742", selisih: NONE, tahun: "2025" } => "Per 31~Desember~2025, cakupan di Kota Malang tercatat 41,30~persen (180.375 dari 436.742~pekerja), melampaui target 2025 dengan selisih kurang dari 0,01~persen~poin.",
        Summary::TanpaTarget { per_tanggal: "30~Juni~2025", segmen: "jasa konstruksi", wilayah: "Provinsi Kalimantan Barat", cakupan: "27,66~persen", peserta: "42.591", pekerja: "154.008", tahun: "2025" } => "Per 30~Juni~2025, cakupan segmen jasa konstruksi di Provinsi Kalimantan Barat tercatat 27,66~persen (42.591 dari 154.008~pekerja); target tahun 2025 belum tercantum dalam data.",
        Summary::TanpaPenyebut { per_tanggal: "30~Juni~2025", segmen: NONE, wilayah: "Kota Malang", peserta: "134.167", alasan: Alasan::TanpaPenyebut } => "Per 30~Juni~2025, peserta aktif di Kota Malang berjumlah 134.167~orang; cakupan belum dapat dihitung karena jumlah pekerja (penyebut) belum tersedia.",
        Summary::TanpaPenyebut { per_tanggal: "30~Juni~2025", segmen: "penerima upah", wilayah: "Kota Malang", peserta: "90.000", alasan: Alasan::PenyebutBelumBerlaku } => "Per 30~Juni~2025, peserta aktif segmen penerima upah di Kota Malang berjumlah 90.000~orang; cakupan belum dapat dihitung karena jumlah pekerja yang tersedia belum ditetapkan sebagai penyebut untuk periode ini.",
        Caption::Cakupan { peserta: "134.167", pekerja: "436.742" } => "134.167 dari 436.742~pekerja",
        Caption::Perubahan { bulan_lalu: "Mei~2025" } => "persen~poin dari Mei~2025",
        Caption::TidakDibandingkan { bulan_lalu: "Desember~2024" } => "tidak dibandingkan; penyebut berbeda dari Desember~2024",
        Caption::Kekurangan { target: "41,3~persen", tahun: "2025" } => "peserta aktif; target 2025: 41,3~persen",
        Caption::Laju { sisa_bulan: "6~bulan" } => "tambahan yang diperlukan; sisa 6~bulan",
        Caption::LajuSelesai => "target telah terpenuhi",
        Caption::LajuHabis => "tidak ada sisa bulan pada tahun target",
        Caption::Belum { alasan: Alasan::TanpaPeserta } => "data peserta aktif belum tersedia",
        Caption::Belum { alasan: Alasan::TanpaPenyebut } => "jumlah pekerja (penyebut) belum tersedia",
        Caption::Belum { alasan: Alasan::PenyebutNol } => "jumlah pekerja (penyebut) bernilai nol",
        Caption::Belum { alasan: Alasan::PenyebutBelumDitetapkan } => "penyebut yang dipakai belum ditetapkan",
        Caption::Belum { alasan: Alasan::PeriodePertama } => "data periode sebelumnya belum tersedia",
        Caption::Belum { alasan: Alasan::TanpaPembanding } => "data pembandingnya belum tersedia",
        Caption::Belum { alasan: Alasan::TanpaTarget } => "target belum tercantum dalam data",
        Caption::Belum { alasan: Alasan::TargetNol } => "target bernilai nol",
        Caption::Belum { alasan: Alasan::TanpaTarif } => "tarif iuran yang berlaku belum tercantum dalam data",
        Caption::Belum { alasan: Alasan::TanpaPagu } => "pagu belum ditetapkan",
        Caption::Belum { alasan: Alasan::TanpaRealisasi } => "realisasi belum tersedia",
        Caption::Belum { alasan: Alasan::TanpaRincian } => "rinciannya belum disampaikan",
        Caption::Belum { alasan: Alasan::TidakLengkap } => "data belum lengkap",
        Conclusion::Simpulan1 { per_tanggal: "30~Juni~2025", tahun: "2025", cakupan: "30,72~persen", target: "41,3~persen", kekurangan: "46.208" } => "Per 30~Juni~2025, target tahun 2025 belum terpenuhi: cakupan 30,72~persen, target 41,3~persen, kekurangan 46.208~peserta aktif.",
        Conclusion::Simpulan1 { per_tanggal: "31~Desember~2025", tahun: "2025", cakupan: "42,00~persen", target: "41,3~persen", kekurangan: NONE } => "Per 31~Desember~2025, target tahun 2025 telah terpenuhi: cakupan 42,00~persen, target 41,3~persen.",
        Conclusion::SimpulanTanpaTarget { per_tanggal: "30~Juni~2025", cakupan: "27,66~persen", tahun: "2025" } => "Berdasarkan data per 30~Juni~2025, cakupan tercatat 27,66~persen; pemenuhan target tahun 2025 belum dapat disimpulkan karena target belum tercantum dalam data.",
        Conclusion::SimpulanTanpaPenyebut { per_tanggal: "30~Juni~2025", peserta: "134.167", alasan: Alasan::TanpaPenyebut } => "Berdasarkan data per 30~Juni~2025, peserta aktif berjumlah 134.167~orang; pemenuhan target belum dapat disimpulkan karena jumlah pekerja (penyebut) belum tersedia.",
        Conclusion::Simpulan2 { letak: Letak::Segmen, tempat: "bukan penerima upah", n: "18.662" } => "Pekerja yang belum menjadi peserta aktif terbanyak berada pada segmen bukan penerima upah (18.662~orang).",
        Conclusion::Simpulan2 { letak: Letak::Wilayah, tempat: "Kecamatan Sukun", n: "70.102" } => "Pekerja yang belum menjadi peserta aktif terbanyak berada di Kecamatan Sukun (70.102~orang).",
        Conclusion::Simpulan3 { terpenuhi: true, tahun: "2025" } => "Dengan laju saat ini, target tersebut diperkirakan terpenuhi pada akhir 2025.",
        Conclusion::Simpulan3 { terpenuhi: false, tahun: "2025" } => "Dengan laju saat ini, target tersebut diperkirakan tidak terpenuhi pada akhir 2025.",
        Recommendation::SaranSegmen { penanggung_jawab: "Dinas Tenaga Kerja", segmen: "penerima upah" } => "Disarankan agar Dinas Tenaga Kerja mendahulukan segmen penerima upah.",
        Recommendation::SaranLaju { penanggung_jawab: "Dinas Tenaga Kerja", laju_perlu: "7.702", bulan_target: "Desember~2025" } => "Disarankan agar Dinas Tenaga Kerja menyusun langkah untuk menambah rata-rata 7.702~peserta aktif per bulan sampai dengan Desember~2025.",
        Recommendation::SaranTarget { penanggung_jawab: "Bappeda", tahun: "2025", tenggat: "31~Juli~2025" } => "Disarankan agar Bappeda menyampaikan target tahun 2025 beserta dokumen yang menetapkannya paling lambat 31~Juli~2025.",
        Recommendation::SaranTarget { penanggung_jawab: "Bappeda", tahun: "2025", tenggat: NONE } => "Disarankan agar Bappeda menyampaikan target tahun 2025 beserta dokumen yang menetapkannya.",
        Recommendation::SaranProyek { rujukan: "Tabel~3", tenggat: "31~Juli~2025" } => "Disarankan agar perangkat daerah pada Tabel~3 meminta bukti pendaftaran seluruh pekerja dari penyedia paling lambat 31~Juli~2025.",
        Recommendation::SaranProyek { rujukan: "Lampiran~III", tenggat: NONE } => "Disarankan agar perangkat daerah pada Lampiran~III meminta bukti pendaftaran seluruh pekerja dari penyedia.",
        Recommendation::SaranPemberiKerja { penanggung_jawab: "Dinas Tenaga Kerja", n: "3.300", tenggat: "31~Juli~2025" } => "Disarankan agar Dinas Tenaga Kerja menindaklanjuti 3.300~pemberi kerja yang belum mendaftarkan pekerjanya paling lambat 31~Juli~2025.",
        Recommendation::SaranSerapan { perangkat_daerah: "Dinas Sosial", sisa_rp: "Rp3,2~miliar" } => "Disarankan agar Dinas Sosial merencanakan penyerapan sisa pagu Rp3,2~miliar.",
        Recommendation::SaranSerapan { perangkat_daerah: "Dinas Sosial (Rp3,2~miliar) dan Dinas Kesehatan (Rp1~miliar)", sisa_rp: NONE } => "Disarankan agar Dinas Sosial (Rp3,2~miliar) dan Dinas Kesehatan (Rp1~miliar) merencanakan penyerapan sisa pagunya.",
        Recommendation::SaranData { sumber: "BPJS Ketenagakerjaan", hal: "klaim", tenggat: "31~Juli~2025" } => "Disarankan agar BPJS Ketenagakerjaan menyampaikan data klaim paling lambat 31~Juli~2025.",
        Recommendation::SaranPenyebut { para_pihak: "Bappeda dan BPJS Ketenagakerjaan", tahun: "2025" } => "Disarankan agar Bappeda dan BPJS Ketenagakerjaan menyepakati satu penyebut untuk tahun 2025 dan menuangkannya dalam berita acara.",
        Recommendation::SaranKosong { periode: "Juni~2025" } => "Tidak ada saran yang timbul dari data Juni~2025.",
        Recommendation::Arahan { hal: "Penetapan penyebut tahun 2025", penanggung_jawab: "Bappeda", tenggat: "31~Juli~2025", lewat: false } => "Penetapan penyebut tahun 2025 (Bappeda, tenggat 31~Juli~2025).",
        Recommendation::Arahan { hal: "Penetapan penyebut tahun 2025", penanggung_jawab: "Bappeda", tenggat: "31~Juli~2025", lewat: true } => "Penetapan penyebut tahun 2025 (Bappeda, melewati tenggat 31~Juli~2025).",
        Recommendation::Arahan { hal: "Penetapan penyebut tahun 2025", penanggung_jawab: NONE, tenggat: "31~Juli~2025", lewat: true } => "Penetapan penyebut tahun 2025 (melewati tenggat 31~Juli~2025).",
        Recommendation::Arahan { hal: "Penetapan penyebut tahun 2025", penanggung_jawab: "Bappeda", tenggat: NONE, lewat: false } => "Penetapan penyebut tahun 2025 (Bappeda).",
        Recommendation::Arahan { hal: "Penetapan penyebut tahun 2025", penanggung_jawab: NONE, tenggat: "31~Juli~2025", lewat: false } => "Penetapan penyebut tahun 2025 (tenggat 31~Juli~2025).",
        Recommendation::Arahan { hal: "Penetapan penyebut tahun 2025", penanggung_jawab: NONE, tenggat: NONE, lewat: false } => "Penetapan penyebut tahun 2025.",
        Recommendation::ArahanKosong { periode: "Juni~2025" } => "Tidak ada hal yang memerlukan arahan pada Juni~2025.",
        FollowUp::RekapTindakLanjut { n: "12", a: "5", b: "4", c: "3", e: NONE, d: "2", tanpa_tenggat: false } => "Dari 12~tindak lanjut, 5~selesai, 4~dalam proses, dan 3~belum dimulai; 2 di antaranya melewati tenggat.",
        FollowUp::RekapTindakLanjut { n: "12", a: "5", b: "4", c: "2", e: "1", d: NONE, tanpa_tenggat: false } => "Dari 12~tindak lanjut, 5~selesai, 4~dalam proses, 2~belum dimulai, dan 1~dihentikan; tidak ada yang melewati tenggat.",
        FollowUp::RekapTindakLanjut { n: "4", a: NONE, b: "4", c: NONE, e: NONE, d: "2", tanpa_tenggat: false } => "Dari 4~tindak lanjut, tidak ada yang selesai, 4~dalam proses, dan tidak ada yang belum dimulai; 2 di antaranya melewati tenggat.",
        FollowUp::RekapTindakLanjut { n: "4", a: "4", b: NONE, c: NONE, e: NONE, d: NONE, tanpa_tenggat: false } => "Dari 4~tindak lanjut, 4~selesai, tidak ada yang dalam proses, dan tidak ada yang belum dimulai; tidak ada yang melewati tenggat.",
        FollowUp::RekapTindakLanjut { n: "4", a: "1", b: "2", c: "1", e: NONE, d: NONE, tanpa_tenggat: true } => "Dari 4~tindak lanjut, 1~selesai, 2~dalam proses, dan 1~belum dimulai; tenggatnya belum ditetapkan.",
        FollowUp::StatusTindakLanjut { status: Status::BelumDimulai, lewat: true } => "Belum dimulai; melewati tenggat",
        FollowUp::StatusTindakLanjut { status: Status::DalamProses, lewat: false } => "Dalam proses",
        FollowUp::StatusTindakLanjut { status: Status::Selesai, lewat: false } => "Selesai",
        FollowUp::StatusTindakLanjut { status: Status::Dihentikan, lewat: false } => "Dihentikan",
    ]
}

fn notes() -> Cases {
    said![
        Notes::CatatanPenyebut { penyebut: "penduduk bekerja, Sakernas Agustus~2024", pekerja: "436.742", sumber: "BPS Kota Malang", per_tanggal: "31~Agustus~2024", dipakai_mulai: "Januari~2025" } => "Penyebut: penduduk bekerja, Sakernas Agustus~2024, 436.742~orang, BPS Kota Malang, per 31~Agustus~2024; dipakai sejak Januari~2025.",
        Notes::CatatanPenyebut { penyebut: "penduduk bekerja, Sakernas Agustus~2025", pekerja: "459.084", sumber: "BPS Kota Malang", per_tanggal: "31~Agustus~2025", dipakai_mulai: NONE } => "Penyebut: penduduk bekerja, Sakernas Agustus~2025, 459.084~orang, BPS Kota Malang, per 31~Agustus~2025; tidak dipakai dalam laporan ini.",
        Notes::CatatanSelisih { hal: "Cakupan segmen jasa konstruksi", tercantum: "55~persen", tempat: "data/pernyataan.csv, baris 12", a: "42.591", b: "154.008", hitungan: "27,66~persen", yang_dipakai: Pemakaian::HasilHitung } => "Cakupan segmen jasa konstruksi tercantum 55~persen pada data/pernyataan.csv, baris 12, sedangkan hasil hitung dari 42.591 dan 154.008 ialah 27,66~persen. Laporan ini memakai hasil hitung.",
        Notes::CatatanSelisih { hal: "Cakupan segmen jasa konstruksi", tercantum: "55~persen", tempat: "data/pernyataan.csv, baris 12", a: "42.591", b: "154.008", hitungan: "27,66~persen", yang_dipakai: Pemakaian::Tercantum } => "Cakupan segmen jasa konstruksi tercantum 55~persen pada data/pernyataan.csv, baris 12, sedangkan hasil hitung dari 42.591 dan 154.008 ialah 27,66~persen. Laporan ini memakai angka yang tercantum.",
        Notes::CatatanPenyebutTersirat { persen: "32,44~persen", narasumber: NONE, sumber: "BPJS Ketenagakerjaan Kantor Cabang Malang", tanggal: "30~Juni~2025", tersirat: "413.585" } => "Angka 32,44~persen yang diumumkan BPJS Ketenagakerjaan Kantor Cabang Malang pada 30~Juni~2025 tidak disertai penyebut; penyebut yang tersirat sekitar 413.585~orang.",
        Notes::CatatanPenyebutTersirat { persen: "32,44~persen", narasumber: "Kepala BPJS Ketenagakerjaan", sumber: "malangkota.go.id", tanggal: "30~Juni~2025", tersirat: "413.585" } => "Angka 32,44~persen yang diumumkan Kepala BPJS Ketenagakerjaan melalui malangkota.go.id pada 30~Juni~2025 tidak disertai penyebut; penyebut yang tersirat sekitar 413.585~orang.",
        Notes::Singkatan { daftar: "RPJMN, Rencana Pembangunan Jangka Menengah Nasional" } => "Singkatan: RPJMN, Rencana Pembangunan Jangka Menengah Nasional.",
        Notes::CatatanKosong => "Di antara data yang dipakai laporan ini tidak ditemukan angka yang saling bertentangan.",
        Waiver::Pengecualian { tercantum: "55~persen", tempat: "data/pernyataan.csv, baris 12", hitungan: "27,66~persen", jabatan: "Kepala Bagian Perekonomian", tanggal: "9~Juli~2025", alasan: "angka pidato resmi" } => "Angka 55~persen pada data/pernyataan.csv, baris 12 tidak sesuai dengan hasil hitung 27,66~persen. Angka itu dicetak atas tanggung jawab Kepala Bagian Perekonomian pada 9~Juli~2025 dengan alasan: angka pidato resmi.",
        Waiver::PengecualianUsang { kode: "A04" } => "Pengecualian A04 tidak lagi berlaku pada data mana pun dan perlu dihapus.",
        Verdict::Sesuai => "Sesuai",
        Verdict::SesuaiPembulatan { cara: "angka di belakangnya dipotong, bukan dibulatkan" } => "Sesuai dengan pembulatan: angka di belakangnya dipotong, bukan dibulatkan",
        Verdict::TidakSesuai { hitungan: "27,66~persen", tercantum: "55~persen" } => "Tidak sesuai: 27,66~persen, bukan 55~persen",
        Verdict::TidakDapatDiperiksa { alasan: "penyebut tidak disebutkan" } => "Tidak dapat diperiksa: penyebut tidak disebutkan",
        Sheet::PemeriksaanPembuka { jumlah: "28", wilayah: "Kota Malang", tahun: "2025", salah: "7" } => "Sebanyak 28 angka yang diucapkan tentang Kota Malang pada tahun 2025 diperiksa terhadap pernyataannya sendiri, pernyataan lain, dan data. Sebanyak 7 di antaranya tidak sesuai; angka yang seharusnya tercantum di sampingnya beserta sumbernya.",
        Sheet::PemeriksaanPembuka { jumlah: "10", wilayah: "Kota Malang", tahun: "2025", salah: NONE } => "Sebanyak 10 angka yang diucapkan tentang Kota Malang pada tahun 2025 diperiksa terhadap pernyataannya sendiri, pernyataan lain, dan data. Tidak ada yang tidak sesuai.",
        Sheet::PemeriksaanSesuai { jumlah: "12" } => "Sebanyak 12 angka lain sesuai atau tidak memiliki pembanding.",
        Sheet::PemeriksaanCara => "Angka dinyatakan sesuai apabila hasil hitung yang dibulatkan sampai angka terakhir yang diucapkan sama dengan yang diucapkan; selisih yang tercakup oleh kata ragu, pemotongan angka, atau pembulatan angka pembanding dinyatakan sesuai dengan pembulatan.",
    ]
}

fn passages() -> Cases {
    said![
        Passage::Umum { segmen: NONE, wilayah: "Kota Malang", per_tanggal: "30~Juni~2025" } => "Laporan ini menyajikan keadaan kepesertaan jaminan sosial ketenagakerjaan di Kota Malang per 30~Juni~2025. Ukurannya ialah Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan atau Universal Coverage Jaminan Sosial Ketenagakerjaan (UCJ).",
        Passage::Umum { segmen: "jasa konstruksi", wilayah: "Provinsi Kalimantan Barat", per_tanggal: "30~Juni~2025" } => "Laporan ini menyajikan keadaan kepesertaan jaminan sosial ketenagakerjaan pada segmen jasa konstruksi di Provinsi Kalimantan Barat per 30~Juni~2025. Ukurannya ialah Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan atau Universal Coverage Jaminan Sosial Ketenagakerjaan (UCJ).",
        Passage::Maksud { nama_rapat: "Rapat Koordinasi Jaminan Sosial Ketenagakerjaan", tahun: "2025" } => "Laporan ini dimaksudkan sebagai bahan Rapat Koordinasi Jaminan Sosial Ketenagakerjaan. Tujuannya ialah menyediakan dasar bagi pimpinan dalam menentukan langkah untuk memenuhi target tahun 2025.",
        Passage::Maksud { nama_rapat: "Rapat Koordinasi", tahun: NONE } => "Laporan ini dimaksudkan sebagai bahan Rapat Koordinasi. Tujuannya ialah menyediakan dasar bagi pimpinan dalam menentukan langkah untuk memperluas kepesertaan.",
        Passage::MaksudTanpaRapat { tahun: "2025" } => "Laporan ini dimaksudkan sebagai bahan pemantauan kepesertaan jaminan sosial ketenagakerjaan. Tujuannya ialah menyediakan dasar bagi pimpinan dalam menentukan langkah untuk memenuhi target tahun 2025.",
        Passage::RuangLingkup {
            periode: "Juni~2025", kegiatan: true, target: true, segmen: true, wilayah: Tingkat::Kecamatan, rentan: true,
            pemberi_kerja: true, pendanaan: true, klaim: true, konstruksi: true, antardaerah: true, tindak_lanjut: true,
        } => "Laporan ini meliputi kegiatan, capaian terhadap target, cakupan menurut segmen dan kecamatan, pekerja rentan, pemberi kerja, pendanaan, klaim, jasa konstruksi, perbandingan antardaerah, serta hambatan dan tindak lanjut untuk Juni~2025.",
        Passage::RuangLingkup {
            periode: "Juni~2025", kegiatan: false, target: true, segmen: false, wilayah: Tingkat::KabupatenKota,
            rentan: false, pemberi_kerja: false, pendanaan: false, klaim: false, konstruksi: false, antardaerah: false,
            tindak_lanjut: false,
        } => "Laporan ini meliputi capaian terhadap target serta cakupan menurut kabupaten/kota untuk Juni~2025.",
        Passage::RuangLingkup {
            periode: "Juni~2025", kegiatan: false, target: false, segmen: true, wilayah: NONE, rentan: false,
            pemberi_kerja: false, pendanaan: false, klaim: false, konstruksi: false, antardaerah: false,
            tindak_lanjut: false,
        } => "Laporan ini meliputi cakupan menurut segmen untuk Juni~2025.",
        Passage::RuangLingkup {
            periode: "Juni~2025", kegiatan: false, target: false, segmen: false, wilayah: NONE, rentan: false,
            pemberi_kerja: false, pendanaan: false, klaim: false, konstruksi: false, antardaerah: false,
            tindak_lanjut: false,
        } => "Laporan ini meliputi keadaan kepesertaan untuk Juni~2025.",
        Passage::BahanRapat { nama_rapat: "Rapat Koordinasi", hari_tanggal: "Selasa, 26~Agustus~2025", tempat: "Balai Kota Malang" } => "Bahan Rapat Koordinasi, Selasa, 26~Agustus~2025, Balai Kota Malang",
        Passage::BahanRapat { nama_rapat: "Rapat Koordinasi", hari_tanggal: NONE, tempat: NONE } => "Bahan Rapat Koordinasi",
        Passage::Rincian { hal: "paket pekerjaan", rujukan: "Lampiran~III" } => "Rincian paket pekerjaan disajikan pada Lampiran~III.",
        Passage::Penutup => "Demikian laporan ini disampaikan sebagai bahan pertimbangan lebih lanjut.",
        Basis::Dasar { jenis: "Instruksi Presiden", nomor: "2", tahun: "2021", tentang: "Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan", perubahan: NONE, berkali: false, tanda: TandaBaca::TitikKoma } => "Instruksi Presiden Nomor~2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan;",
        Basis::Dasar { jenis: "Peraturan Menteri Ketenagakerjaan", nomor: "5", tahun: "2021", tentang: "Tata Cara Penyelenggaraan Program", perubahan: "Peraturan Menteri Ketenagakerjaan Nomor~1 Tahun 2025", berkali: false, tanda: TandaBaca::TitikKomaDan } => "Peraturan Menteri Ketenagakerjaan Nomor~5 Tahun 2021 tentang Tata Cara Penyelenggaraan Program sebagaimana telah diubah dengan Peraturan Menteri Ketenagakerjaan Nomor~1 Tahun 2025; dan",
        Basis::Dasar { jenis: "Peraturan Pemerintah", nomor: "44", tahun: "2015", tentang: "Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian", perubahan: "Peraturan Pemerintah Nomor~49 Tahun 2023", berkali: true, tanda: TandaBaca::Titik } => "Peraturan Pemerintah Nomor~44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian sebagaimana telah diubah beberapa kali, terakhir dengan Peraturan Pemerintah Nomor~49 Tahun 2023.",
        Basis::Dasar { jenis: "Surat Edaran Menteri Dalam Negeri", nomor: "842.2/5193/SJ", tahun: NONE, tentang: "Program Jaminan Sosial Ketenagakerjaan", perubahan: NONE, berkali: false, tanda: TandaBaca::Titik } => "Surat Edaran Menteri Dalam Negeri Nomor~842.2/5193/SJ tentang Program Jaminan Sosial Ketenagakerjaan.",
        Basis::DasarKosong => "Dasar hukum yang bernomor belum tercantum dalam data.",
        Activities::KegiatanAda { periode: "Juni~2025" } => "Kegiatan selama Juni~2025 adalah sebagai berikut.",
        Activities::KegiatanBanyak { periode: "Juni~2025", n: "tiga", daftar: "sosialisasi (3~Juni), rapat koordinasi (12~Juni), dan penyerahan santunan (30~Juni)", rujukan: "Lampiran~I" } => "Selama Juni~2025 dilaksanakan tiga~kegiatan (rincian pada Lampiran~I), yaitu sosialisasi (3~Juni), rapat koordinasi (12~Juni), dan penyerahan santunan (30~Juni).",
        Activities::HasilRapat { tanggal: "12~Juni", hasil: "disepakati jadwal pemutakhiran data" } => "Hasil rapat 12~Juni: disepakati jadwal pemutakhiran data.",
        Activities::KegiatanKosong { periode: "Juni~2025" } => "Tidak ada kegiatan yang tercatat pada Juni~2025.",
        Activities::KegiatanSatu { nama: "Rapat koordinasi", hari_tanggal: "Senin, 30~Juni~2025", tempat: "Balai Kota Malang", penyelenggara: "Sekretariat Daerah", peserta: "120", hasil: "Kesepakatan atas jadwal pemutakhiran data" } => "Rapat koordinasi pada Senin, 30~Juni~2025 di Balai Kota Malang yang diselenggarakan oleh Sekretariat Daerah, diikuti oleh 120~orang. Kesepakatan atas jadwal pemutakhiran data.",
        Activities::KegiatanSatu { nama: "Sosialisasi", hari_tanggal: "Senin, 30~Juni~2025", tempat: NONE, penyelenggara: NONE, peserta: NONE, hasil: NONE } => "Sosialisasi pada Senin, 30~Juni~2025.",
        Activities::HambatanKosong { periode: "Juni~2025" } => "Tidak ada hambatan yang tercatat pada Juni~2025.",
        Source::Sumber { daftar: "BPJS Ketenagakerjaan, 30~Juni~2025; BPS, Agustus~2024", diolah: true } => "Sumber: BPJS Ketenagakerjaan, 30~Juni~2025; BPS, Agustus~2024 (diolah)",
        Source::Sumber { daftar: "BPJS Ketenagakerjaan, 30~Juni~2025", diolah: false } => "Sumber: BPJS Ketenagakerjaan, 30~Juni~2025",
        Signature::KakiTempat { tempat: "Malang" } => "Dibuat di Malang",
        Signature::KakiTanggal { tanggal: "9~Juli~2025" } => "pada tanggal 9~Juli~2025",
        Signature::KakiTanggal { tanggal: NONE } => "pada tanggal …………………………",
        Signature::KakiAtasNama { jabatan: "Wali Kota Malang" } => "a.n.~Wali Kota Malang",
        Signature::KakiUntukBeliau => "u.b.",
        Signature::KakiJabatan { pelaksana: NONE, jabatan: "Sekretaris Daerah" } => "Sekretaris Daerah,",
        Signature::KakiJabatan { pelaksana: "Plh.", jabatan: "Sekretaris Daerah" } => "Plh.~Sekretaris Daerah,",
        CoverNote::NotaHal { wilayah: "Kota Malang", periode: "Juni~2025" } => "Laporan Capaian Kepesertaan Jaminan Sosial Ketenagakerjaan Kota Malang Periode Juni~2025",
        CoverNote::NotaPembuka { wilayah: "Kota Malang", periode: "Juni~2025", nama_rapat: "Rapat Koordinasi", hari_tanggal: "Selasa, 26~Agustus~2025" } => "Bersama nota dinas ini kami sampaikan Laporan Capaian Kepesertaan Jaminan Sosial Ketenagakerjaan Kota Malang untuk Juni~2025 sebagai bahan Rapat Koordinasi pada Selasa, 26~Agustus~2025. Pokok isinya sebagai berikut.",
        CoverNote::NotaPembuka { wilayah: "Kota Malang", periode: "Juni~2025", nama_rapat: NONE, hari_tanggal: NONE } => "Bersama nota dinas ini kami sampaikan Laporan Capaian Kepesertaan Jaminan Sosial Ketenagakerjaan Kota Malang untuk Juni~2025. Pokok isinya sebagai berikut.",
        CoverNote::NotaArahan { butir: "penetapan penyebut dan jadwal pemutakhiran data" } => "Hal yang memerlukan arahan: penetapan penyebut dan jadwal pemutakhiran data.",
        CoverNote::NotaPenutup => "Atas perhatian Bapak/Ibu, kami sampaikan terima kasih.",
        Alternative::Garis { wilayah: "Kota Malang", nilai_awal: "28,62~persen", bulan_awal: "Juni~2024", nilai_akhir: "30,72~persen", bulan_akhir: "Juni~2025", tahun: "2025", target: "41,3~persen" } => "Grafik garis cakupan Kota Malang: 28,62~persen pada Juni~2024, 30,72~persen pada Juni~2025; target 2025 41,3~persen.",
        Alternative::Garis { wilayah: "Kota Malang", nilai_awal: "28,62~persen", bulan_awal: "Juni~2024", nilai_akhir: "30,72~persen", bulan_akhir: "Juni~2025", tahun: "2025", target: NONE } => "Grafik garis cakupan Kota Malang: 28,62~persen pada Juni~2024, 30,72~persen pada Juni~2025.",
        Alternative::GarisSatu { wilayah: "Kota Malang", nilai: "30,72~persen", bulan: "Juni~2025", tahun: "2025", target: "41,3~persen" } => "Grafik garis cakupan Kota Malang dengan satu titik: 30,72~persen pada Juni~2025; target 2025 41,3~persen.",
        Alternative::GarisKosong { wilayah: "Kota Malang" } => "Grafik garis cakupan Kota Malang tanpa titik karena data belum tersedia.",
        Alternative::Kipas { wilayah: "Kota Malang", nilai_awal: "28,62~persen", bulan_awal: "Juni~2024", nilai_akhir: "30,72~persen", bulan_akhir: "Juni~2025", nilai: "45,15~persen", luar: NONE, bulan_target: "Desember~2029", bawah: "38,20~persen", atas: "52,10~persen", daftar_target: "2025 41,3~persen, 2029 55,0~persen" } => "Grafik proyeksi cakupan Kota Malang: 28,62~persen pada Juni~2024, 30,72~persen pada Juni~2025; proyeksi 45,15~persen pada Desember~2029, selang prediksi 80~persen dari 38,20~persen sampai dengan 52,10~persen; target: 2025 41,3~persen, 2029 55,0~persen.",
        Alternative::Kipas { wilayah: "Kota Malang", nilai_awal: "28,62~persen", bulan_awal: "Juni~2024", nilai_akhir: "30,72~persen", bulan_akhir: "Juni~2025", nilai: "100,00~persen", luar: Arah::Atas, bulan_target: "Desember~2045", bawah: "96,40~persen", atas: "100,00~persen", daftar_target: NONE } => "Grafik proyeksi cakupan Kota Malang: 28,62~persen pada Juni~2024, 30,72~persen pada Juni~2025; proyeksi melampaui 100~persen pada Desember~2045, selang prediksi 80~persen dari 96,40~persen sampai dengan 100,00~persen.",
        Alternative::Kipas { wilayah: "Kota Malang", nilai_awal: "4,20~persen", bulan_awal: "Juni~2024", nilai_akhir: "3,10~persen", bulan_akhir: "Juni~2025", nilai: "0,00~persen", luar: Arah::Bawah, bulan_target: "Desember~2029", bawah: "0,00~persen", atas: "1,20~persen", daftar_target: NONE } => "Grafik proyeksi cakupan Kota Malang: 4,20~persen pada Juni~2024, 3,10~persen pada Juni~2025; proyeksi di bawah 0~persen pada Desember~2029, selang prediksi 80~persen dari 0,00~persen sampai dengan 1,20~persen.",
        Alternative::Batang { hal: "cakupan", kelompok: "kecamatan", daftar: "Klojen 34,10%, Blimbing 31,02%, Sukun 27,45%" } => "Grafik batang cakupan menurut kecamatan, dari yang tertinggi: Klojen 34,10%, Blimbing 31,02%, Sukun 27,45%.",
        Alternative::BatangSatu { hal: "cakupan", kelompok: "kecamatan", daftar: "Klojen 34,10%" } => "Grafik batang cakupan menurut kecamatan dengan satu batang: Klojen 34,10%.",
        Alternative::BatangSegmen { daftar_peserta: "penerima upah 24.286, bukan penerima upah 4.754", daftar_belum: "penerima upah 22.724, bukan penerima upah 18.662" } => "Grafik batang pekerja menurut segmen. Peserta aktif: penerima upah 24.286, bukan penerima upah 4.754. Belum menjadi peserta aktif: penerima upah 22.724, bukan penerima upah 18.662.",
        Alternative::BatangDana { daftar_pagu: "DBHCHT Rp4,3~miliar, APBD di luar DBHCHT Rp1~miliar", daftar_realisasi: "DBHCHT Rp2,1~miliar" } => "Grafik batang anggaran iuran menurut sumber dana. Pagu: DBHCHT Rp4,3~miliar, APBD di luar DBHCHT Rp1~miliar. Realisasi: DBHCHT Rp2,1~miliar.",
        Alternative::BatangDana { daftar_pagu: "DBHCHT Rp5,3~miliar", daftar_realisasi: NONE } => "Grafik batang anggaran iuran menurut sumber dana. Pagu: DBHCHT Rp5,3~miliar. Realisasi belum tersedia.",
        Alternative::Lambang { wilayah: "Kota Malang" } => "Lambang Kota Malang.",
    ]
}

fn recapitulation() -> Cases {
    said![
        RecapPassage::RekapUmum { tingkat: Tingkat::KabupatenKota, wilayah: "Provinsi Jawa Timur", segmen: NONE, per_tanggal: "31~Agustus~2025" } => "Laporan ini menyajikan rekapitulasi kepesertaan jaminan sosial ketenagakerjaan menurut kabupaten/kota di Provinsi Jawa Timur per 31~Agustus~2025. Ukuran yang digunakan ialah Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan, yang juga disebut Universal Coverage Jaminan Sosial Ketenagakerjaan (UCJ).",
        RecapPassage::RekapUmum { tingkat: Tingkat::Kota, wilayah: "Provinsi Jawa Timur", segmen: "penerima upah", per_tanggal: "31~Agustus~2025" } => "Laporan ini menyajikan rekapitulasi kepesertaan jaminan sosial ketenagakerjaan segmen penerima upah menurut kota di Provinsi Jawa Timur per 31~Agustus~2025. Ukuran yang digunakan ialah Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan, yang juga disebut Universal Coverage Jaminan Sosial Ketenagakerjaan (UCJ).",
        RecapPassage::RekapLingkup { n: "38", tingkat: Tingkat::KabupatenKota, periode: "Agustus~2025", cakupan: true, sebaran: true, sasaran: true } => "Laporan ini meliputi 38~kabupaten/kota pada Agustus~2025, yaitu cakupan gabungan, peringkat, sebaran cakupan, dan kedudukan terhadap target.",
        RecapPassage::RekapLingkup { n: "38", tingkat: Tingkat::KabupatenKota, periode: "Agustus~2025", cakupan: true, sebaran: false, sasaran: true } => "Laporan ini meliputi 38~kabupaten/kota pada Agustus~2025, yaitu cakupan gabungan, peringkat, dan kedudukan terhadap target.",
        RecapPassage::RekapLingkup { n: "5", tingkat: Tingkat::Kecamatan, periode: "Agustus~2025", cakupan: true, sebaran: true, sasaran: false } => "Laporan ini meliputi 5~kecamatan pada Agustus~2025, yaitu cakupan gabungan, peringkat, dan sebaran cakupan.",
        RecapPassage::RekapLingkup { n: "5", tingkat: Tingkat::Kecamatan, periode: "Agustus~2025", cakupan: false, sebaran: false, sasaran: false } => "Laporan ini meliputi 5~kecamatan pada Agustus~2025, yaitu jumlah peserta aktif dan peringkat.",
        RecapPassage::RekapHanya { n: "9", tingkat: Tingkat::Kota, m: "29" } => "Rekapitulasi ini meliputi 9~kota; 29~wilayah lain yang setingkat tidak diikutkan.",
        Union::RekapGabungan { per_tanggal: "31~Agustus~2025", n: "36", dari: "38", tingkat: Tingkat::KabupatenKota, wilayah: "Provinsi Jawa Timur", segmen: NONE, cakupan: "33,36~persen", peserta: "5.636.372", pekerja: "16.894.924", penyebut: "penduduk bekerja, Sakernas Agustus~2024" } => "Per 31~Agustus~2025, cakupan gabungan 36 dari 38~kabupaten/kota di Provinsi Jawa Timur tercatat 33,36~persen, yaitu 5.636.372~peserta aktif dari 16.894.924~pekerja (penduduk bekerja, Sakernas Agustus~2024).",
        Union::RekapGabungan { per_tanggal: "31~Agustus~2025", n: "5", dari: NONE, tingkat: Tingkat::Kecamatan, wilayah: "Kota Malang", segmen: "penerima upah", cakupan: "33,36~persen", peserta: "56.363", pekerja: "168.949", penyebut: "penduduk bekerja" } => "Per 31~Agustus~2025, cakupan gabungan segmen penerima upah 5~kecamatan di Kota Malang tercatat 33,36~persen, yaitu 56.363~peserta aktif dari 168.949~pekerja (penduduk bekerja).",
        Union::RekapPeserta { per_tanggal: "31~Agustus~2025", n: "5", tingkat: Tingkat::Kecamatan, wilayah: "Kota Malang", segmen: NONE, peserta: "134.167", terpetakan: "2.462" } => "Per 31~Agustus~2025, peserta aktif pada 5~kecamatan di Kota Malang berjumlah 134.167~orang, termasuk 2.462~orang yang tidak terpetakan; cakupan gabungan tidak dihitung karena jumlah pekerja menurut kecamatan yang dapat dijumlahkan belum tersedia.",
        Union::RekapPeserta { per_tanggal: "31~Agustus~2025", n: "5", tingkat: Tingkat::Kecamatan, wilayah: "Kota Malang", segmen: "penerima upah", peserta: "90.000", terpetakan: NONE } => "Per 31~Agustus~2025, peserta aktif segmen penerima upah pada 5~kecamatan di Kota Malang berjumlah 90.000~orang; cakupan gabungan tidak dihitung karena jumlah pekerja menurut kecamatan yang dapat dijumlahkan belum tersedia.",
        Union::RekapCara { tingkat: Tingkat::KabupatenKota, terpetakan: false } => "Cakupan gabungan ialah jumlah peserta aktif dibagi jumlah pekerja semua kabupaten/kota yang dibandingkan, bukan rata-rata persentasenya.",
        Union::RekapCara { tingkat: Tingkat::Kecamatan, terpetakan: true } => "Cakupan gabungan ialah jumlah peserta aktif dibagi jumlah pekerja semua kecamatan yang dibandingkan, bukan rata-rata persentasenya; peserta yang tidak terpetakan tidak ikut di dalamnya.",
        Union::RekapGerak { bulan_lalu: "Juli~2025", gerak: Gerak::Naik, selisih: "0,37~persen~poin", cakupan_lalu: "32,99~persen" } => "Dibandingkan dengan Juli~2025, cakupan gabungan wilayah yang sama naik 0,37~persen~poin dari 32,99~persen.",
        Union::RekapGerak { bulan_lalu: "Juli~2025", gerak: Gerak::Turun, selisih: "0,37~persen~poin", cakupan_lalu: "33,73~persen" } => "Dibandingkan dengan Juli~2025, cakupan gabungan wilayah yang sama turun 0,37~persen~poin dari 33,73~persen.",
        Union::RekapTetap { bulan_lalu: "Juli~2025", cakupan: "33,36~persen" } => "Cakupan gabungan wilayah yang sama tidak berubah dari Juli~2025, yaitu 33,36~persen.",
        Union::RekapNyarisTetap { bulan_lalu: "Juli~2025" } => "Cakupan gabungan wilayah yang sama nyaris tidak berubah; selisihnya dengan keadaan pada Juli~2025 kurang dari 0,01~persen~poin.",
        Union::RekapSelisih { hal: Hitungan::Peserta, wilayah: "Provinsi Jawa Timur", tercantum: "6.146.205", tingkat: Tingkat::KabupatenKota, jumlah: "5.939.522", terpetakan: "4.327", selisih: "206.683", lebih: false, belum: "Kabupaten Jember" } => "Jumlah peserta aktif Provinsi Jawa Timur yang dipublikasikan sebanyak 6.146.205~orang, sedangkan jumlah menurut kabupaten/kota sebanyak 5.939.522~orang, termasuk 4.327~orang yang tidak terpetakan; jumlah menurut kabupaten/kota kurang 206.683~orang. Jumlah itu belum memuat Kabupaten Jember, yang datanya belum tersedia.",
        Union::RekapSelisih { hal: Hitungan::Pekerja, wilayah: "Kota Malang", tercantum: "436.742", tingkat: Tingkat::Kecamatan, jumlah: "436.750", terpetakan: NONE, selisih: "8", lebih: true, belum: NONE } => "Jumlah pekerja Kota Malang yang dipublikasikan sebanyak 436.742~orang, sedangkan jumlah menurut kecamatan sebanyak 436.750~orang; jumlah menurut kecamatan lebih banyak 8~orang.",
        Union::RekapCocok { hal: Hitungan::Peserta, wilayah: "Kota Malang", tercantum: "134.167", tingkat: Tingkat::Kecamatan, terpetakan: "2.462" } => "Jumlah peserta aktif menurut kecamatan, termasuk 2.462~orang yang tidak terpetakan, sama dengan angka Kota Malang yang dipublikasikan, yaitu 134.167~orang.",
        Union::RekapCocok { hal: Hitungan::Pekerja, wilayah: "Kota Malang", tercantum: "436.742", tingkat: Tingkat::Kecamatan, terpetakan: NONE } => "Jumlah pekerja menurut kecamatan sama dengan angka Kota Malang yang dipublikasikan, yaitu 436.742~orang.",
        Spread::RekapSebaran { n: "36", tingkat: Tingkat::KabupatenKota, terendah: "21,75~persen", tertinggi: "48,17~persen", kelas: "35~persen sampai dengan kurang dari 40~persen", cacah: Cacah::Satu, m: "9" } => "Cakupan 36~kabupaten/kota yang dibandingkan berkisar dari 21,75~persen sampai dengan 48,17~persen; kelas 35~persen sampai dengan kurang dari 40~persen memuat paling banyak, yaitu 9~kabupaten/kota.",
        Spread::RekapSebaran { n: "5", tingkat: Tingkat::Kecamatan, terendah: "34,12~persen", tertinggi: "42,21~persen", kelas: "34~persen sampai dengan kurang dari 36~persen dan 40~persen sampai dengan kurang dari 42~persen", cacah: Cacah::Dua, m: "2" } => "Cakupan 5~kecamatan yang dibandingkan berkisar dari 34,12~persen sampai dengan 42,21~persen; kelas 34~persen sampai dengan kurang dari 36~persen dan 40~persen sampai dengan kurang dari 42~persen memuat paling banyak, masing-masing 2~kecamatan.",
        Spread::RekapKelas { lebar: "5~persen~poin" } => "Setiap kelas selebar 5~persen~poin; batas bawahnya termasuk dalam kelas itu, sedangkan batas atasnya termasuk dalam kelas berikutnya.",
        Spread::RekapBelum { kelas: "30~persen sampai dengan kurang dari 35~persen", belum: "2.392.287", porsi: "21,25~persen" } => "Pekerja yang belum menjadi peserta aktif terbanyak berada pada kelas 30~persen sampai dengan kurang dari 35~persen, yaitu 2.392.287~orang (21,25~persen).",
        Standings::RekapSasaran { n: "38", tingkat: Tingkat::KabupatenKota, tahun: "2025", memenuhi: "5", di_bawah: "30", belum: "3" } => "Dari 38~kabupaten/kota, 5 telah memenuhi target tahun 2025, 30 berada di bawah target, dan 3 belum dapat dinilai.",
        Standings::RekapSasaran { n: "38", tingkat: Tingkat::KabupatenKota, tahun: "2025", memenuhi: "8", di_bawah: "30", belum: NONE } => "Dari 38~kabupaten/kota, 8 telah memenuhi target tahun 2025 dan 30 berada di bawah target.",
        Standings::RekapSasaran { n: "38", tingkat: Tingkat::KabupatenKota, tahun: "2025", memenuhi: NONE, di_bawah: "35", belum: "3" } => "Dari 38~kabupaten/kota, belum ada yang memenuhi target tahun 2025, 35 berada di bawah target, dan 3 belum dapat dinilai.",
        Standings::RekapSasaran { n: "38", tingkat: Tingkat::KabupatenKota, tahun: "2025", memenuhi: "35", di_bawah: NONE, belum: "3" } => "Dari 38~kabupaten/kota, 35 telah memenuhi target tahun 2025 dan 3 belum dapat dinilai.",
        Standings::RekapSasaran { n: "38", tingkat: Tingkat::KabupatenKota, tahun: "2025", memenuhi: "38", di_bawah: NONE, belum: NONE } => "Dari 38~kabupaten/kota, 38 telah memenuhi target tahun 2025.",
        Standings::RekapTanpaSasaran { tingkat: Tingkat::Kecamatan, tahun: "2025" } => "Kedudukan kecamatan terhadap target tahun 2025 tidak dinilai karena belum ada kecamatan yang cakupan dan targetnya tersedia.",
        Standings::RekapKekurangan { n: "30", tingkat: Tingkat::KabupatenKota, kekurangan: "321.598", memenuhi: true } => "Jumlah kekurangan 30~kabupaten/kota yang berada di bawah target ialah 321.598~peserta aktif; kelebihan pada wilayah yang telah memenuhi target tidak mengurangi jumlah itu.",
        Standings::RekapKekurangan { n: "38", tingkat: Tingkat::KabupatenKota, kekurangan: "321.598", memenuhi: false } => "Jumlah kekurangan 38~kabupaten/kota yang berada di bawah target ialah 321.598~peserta aktif.",
        Standings::RekapKekuranganSatu { wilayah: "Kabupaten Jember", kekurangan: "15" } => "Satu-satunya wilayah yang berada di bawah target ialah Kabupaten Jember, dengan kekurangan 15~peserta aktif.",
        Standings::RekapSeparuh { daftar: "Kabupaten Jember dan Kabupaten Malang", porsi: "51,31~persen" } => "Sebesar 51,31~persen dari jumlah itu berada di Kabupaten Jember dan Kabupaten Malang.",
        Standings::RekapBelumDinilai { daftar: "Kabupaten Jember", alasan: AlasanNilai::TanpaData } => "Kabupaten Jember belum dapat dinilai karena data kepesertaannya belum tersedia.",
        Standings::RekapBelumDinilai { daftar: "Sebanyak 12~kecamatan", alasan: AlasanNilai::TanpaPenyebut } => "Sebanyak 12~kecamatan belum dapat dinilai karena jumlah pekerjanya belum tersedia.",
        Standings::RekapBelumDinilai { daftar: "Kabupaten Jember dan Kota Batu", alasan: AlasanNilai::PenyebutLain } => "Kabupaten Jember dan Kota Batu belum dapat dinilai karena definisi penyebutnya berbeda.",
        Standings::RekapBelumDinilai { daftar: "Kota Batu", alasan: AlasanNilai::TanpaTarget } => "Kota Batu belum dapat dinilai karena targetnya belum tercantum dalam data.",
        RecapConclusion::RekapSimpulan { per_tanggal: "31~Agustus~2025", n: "35", tingkat: Tingkat::KabupatenKota, di_bawah: "30", tahun: "2025", kekurangan: "321.598" } => "Berdasarkan data per 31~Agustus~2025, 30 dari 35~kabupaten/kota yang dapat dinilai belum memenuhi target tahun 2025, dengan jumlah kekurangan 321.598~peserta aktif.",
        RecapConclusion::RekapSimpulan { per_tanggal: "31~Agustus~2025", n: "35", tingkat: Tingkat::Kabupaten, di_bawah: NONE, tahun: "2025", kekurangan: NONE } => "Berdasarkan data per 31~Agustus~2025, semua kabupaten yang dapat dinilai telah memenuhi target tahun 2025.",
        RecapConclusion::RekapSimpulanTanpaSasaran { per_tanggal: "31~Agustus~2025", tingkat: Tingkat::Desa, tahun: "2025" } => "Berdasarkan data per 31~Agustus~2025, pemenuhan target tahun 2025 menurut desa belum dapat disimpulkan.",
        RecapConclusion::RekapSaranKekurangan { wilayah: "Provinsi Jawa Timur", daftar: "Kabupaten Jember dan Kabupaten Malang" } => "Disarankan agar Provinsi Jawa Timur mendahulukan pendampingan bagi Kabupaten Jember dan Kabupaten Malang, yang kekurangannya paling besar.",
        RecapConclusion::RekapSaranData { daftar: "Kabupaten Jember", periode: "Agustus~2025" } => "Disarankan agar data kepesertaan Kabupaten Jember untuk Agustus~2025 dilengkapi.",
        RecapConclusion::RekapSaranPenyebut { daftar: "Kota Batu", tingkat: Tingkat::KabupatenKota, penyebut: "penduduk bekerja, Sakernas Agustus~2024" } => "Disarankan agar Kota Batu memakai definisi penyebut yang sama dengan kabupaten/kota lain, yaitu penduduk bekerja, Sakernas Agustus~2024.",
        RecapConclusion::RekapSaranTarget { daftar: "Kota Batu", tahun: "2025" } => "Disarankan agar target tahun 2025 bagi Kota Batu disampaikan beserta dokumen yang menetapkannya.",
        RecapCaption::UraianMemenuhi { n: "38", tingkat: Tingkat::KabupatenKota, tahun: "2025" } => "dari 38~kabupaten/kota; target 2025",
        RecapCaption::UraianDiBawah { n: "38", tingkat: Tingkat::KabupatenKota, belum: "3" } => "dari 38~kabupaten/kota; 3 belum dapat dinilai",
        RecapCaption::UraianDiBawah { n: "38", tingkat: Tingkat::KabupatenKota, belum: NONE } => "dari 38~kabupaten/kota",
        RecapCaption::UraianJumlahKekurangan { tingkat: Tingkat::KabupatenKota } => "peserta aktif pada kabupaten/kota di bawah target",
        RecapCaption::UraianPeserta { n: "5", tingkat: Tingkat::Kecamatan, terpetakan: true } => "orang pada 5~kecamatan, termasuk yang tidak terpetakan",
        RecapCaption::UraianPeserta { n: "38", tingkat: Tingkat::KabupatenKota, terpetakan: false } => "orang pada 38~kabupaten/kota",
        RecapCaption::UraianWilayah { wilayah: "Kecamatan Klojen" } => "Kecamatan Klojen",
        RecapCaption::UraianBerdata { n: "5", tingkat: Tingkat::Kecamatan } => "dari 5~kecamatan",
        RecapNotes::RekapCatatanPenyebut { tingkat: Tingkat::KabupatenKota, daftar: "penduduk bekerja, Sakernas Agustus~2024", sumber: "BPS", cacah: Cacah::Satu } => "Penyebut kabupaten/kota yang dibandingkan: penduduk bekerja, Sakernas Agustus~2024 (BPS).",
        RecapNotes::RekapCatatanPenyebut { tingkat: Tingkat::KabupatenKota, daftar: "penduduk bekerja, Sakernas Agustus~2023 dan penduduk bekerja, Sakernas Agustus~2024", sumber: "BPS", cacah: Cacah::Dua } => "Penyebut kabupaten/kota yang dibandingkan: penduduk bekerja, Sakernas Agustus~2023 dan penduduk bekerja, Sakernas Agustus~2024 (BPS). Penyebut itu memakai definisi yang sama dengan tanggal yang berbeda.",
        RecapNotes::RekapCatatanSementara { n: "37", tingkat: Tingkat::KabupatenKota, sumber: "BPJS Ketenagakerjaan" } => "Data kepesertaan 37~kabupaten/kota berstatus sementara dan dapat diperbaiki oleh BPJS Ketenagakerjaan.",
        RecapNotes::RekapCatatanPeringkat { tingkat: Tingkat::KabupatenKota, bulan_lalu: "Juli~2025" } => "Kini dan Lalu ialah peringkat pada bulan ini dan bulan lalu; peringkat bulan lalu disusun di antara semua kabupaten/kota yang dapat dibandingkan pada Juli~2025.",
        RecapNotes::RekapCatatanTarget { daftar: "RPJMD Kota Batu Tahun 2025–2029 dan 3~dokumen lain" } => "Target setiap wilayah dikutip dari RPJMD Kota Batu Tahun 2025–2029 dan 3~dokumen lain.",
    ]
}

fn mails() -> Cases {
    said![
        Subject::Bulanan { wilayah: "Kota Malang", periode: "Juni~2025" } => "Laporan Jaminan Sosial Ketenagakerjaan Kota Malang, Juni~2025",
        Subject::Konstruksi { wilayah: "Kota Malang", periode: "Juni~2025" } => "Laporan Kepesertaan Pekerja Jasa Konstruksi Kota Malang, Juni~2025",
        Subject::Rekapitulasi { wilayah: "Provinsi Contoh", periode: "Juni~2025" } => "Rekapitulasi Kepesertaan Jaminan Sosial Ketenagakerjaan Provinsi Contoh, Juni~2025",
        Subject::Evaluasi { wilayah: "Kota Malang", tahun: "2025" } => "Evaluasi Hasil RPJMD Kota Malang Tahun 2025",
        Subject::Pemeriksaan { kegiatan: "Rapat Koordinasi", tanggal: "26~Agustus~2025" } => "Lembar Pemeriksaan Angka untuk Rapat Koordinasi, 26~Agustus~2025",
        Subject::Pemeriksaan { kegiatan: "Rapat Koordinasi", tanggal: NONE } => "Lembar Pemeriksaan Angka untuk Rapat Koordinasi",
        Subject::PemeriksaanWilayah { wilayah: "Kota Malang", periode: "Juni~2025" } => "Lembar Pemeriksaan Angka Kota Malang, Juni~2025",
        Subject::AwalanUji => "UJI",
        Subject::AwalanRevisi { nomor: "2" } => "Revisi~2",
        Subject::AwalanTanda { tanda: Tanda::Contoh } => "CONTOH",
        Subject::AwalanTanda { tanda: Tanda::DataSimulasi } => "DATA SIMULASI",
        Subject::AwalanTanda { tanda: Tanda::Konsep } => "KONSEP",
        Mail::Uji { n: "12" } => "UJI COBA. Surel ini bukan laporan resmi dan tidak diteruskan kepada 12 penerima yang direncanakan.",
        Mail::Uji { n: NONE } => "UJI COBA. Surel ini bukan laporan resmi.",
        Mail::Tanda { tanda: Tanda::Contoh, naskah: Naskah::Laporan } => "CONTOH. Surel ini dan lampirannya merupakan contoh, bukan dokumen resmi.",
        Mail::Tanda { tanda: Tanda::DataSimulasi, naskah: Naskah::Lembar } => "DATA SIMULASI. Surel ini dan lampirannya memuat angka rekaan, bukan data resmi.",
        Mail::Tanda { tanda: Tanda::Konsep, naskah: Naskah::Laporan } => "KONSEP. Laporan terlampir masih berupa konsep dan dapat berubah.",
        Mail::Tanda { tanda: Tanda::Konsep, naskah: Naskah::Lembar } => "KONSEP. Lembar terlampir masih berupa konsep dan dapat berubah.",
        Mail::Yth { jabatan: "Wali Kota Malang" } => "Yth. Wali Kota Malang",
        Mail::Salam => "Dengan hormat,",
        Mail::Revisi { nomor: "1", naskah: Naskah::Laporan, tanggal: "9~September~2025", perubahan: "Tabel 3 dan Gambar 2" } => "Surel ini memuat Revisi~1 yang menggantikan laporan tertanggal 9~September~2025. Bagian yang berubah: Tabel 3 dan Gambar 2. Mohon laporan sebelumnya tidak digunakan lagi.",
        Mail::Revisi { nomor: "2", naskah: Naskah::Lembar, tanggal: NONE, perubahan: NONE } => "Surel ini memuat Revisi~2 yang menggantikan lembar yang telah dikirim sebelumnya. Mohon lembar sebelumnya tidak digunakan lagi.",
        Mail::PembukaBulanan { wilayah: "Kota Malang", periode: "Juni~2025", nama_rapat: "Rapat Koordinasi", hari_tanggal: "Selasa, 26~Agustus~2025" } => "Bersama surel ini kami sampaikan Laporan Capaian Kepesertaan Jaminan Sosial Ketenagakerjaan Kota Malang untuk Juni~2025 sebagai bahan Rapat Koordinasi pada Selasa, 26~Agustus~2025. Pokok isinya sebagai berikut.",
        Mail::PembukaBulanan { wilayah: "Kota Malang", periode: "Juni~2025", nama_rapat: NONE, hari_tanggal: NONE } => "Bersama surel ini kami sampaikan Laporan Capaian Kepesertaan Jaminan Sosial Ketenagakerjaan Kota Malang untuk Juni~2025. Pokok isinya sebagai berikut.",
        Mail::PembukaKonstruksi { wilayah: "Kota Malang", periode: "Juni~2025", nama_rapat: "Rapat Jasa Konstruksi", hari_tanggal: "Selasa, 26~Agustus~2025" } => "Bersama surel ini kami sampaikan Laporan Kepesertaan Pekerja Jasa Konstruksi Kota Malang untuk Juni~2025 sebagai bahan Rapat Jasa Konstruksi pada Selasa, 26~Agustus~2025. Pokok isinya sebagai berikut.",
        Mail::PembukaRekapitulasi { wilayah: "Provinsi Contoh", periode: "Juni~2025", nama_rapat: NONE, hari_tanggal: NONE } => "Bersama surel ini kami sampaikan Rekapitulasi Kepesertaan Jaminan Sosial Ketenagakerjaan Provinsi Contoh untuk Juni~2025. Pokok isinya sebagai berikut.",
        Mail::PembukaEvaluasi { wilayah: "Kota Malang", tahun: "2025" } => "Bersama surel ini kami sampaikan Laporan Evaluasi Hasil RPJMD Kota Malang Tahun 2025. Pokok isinya sebagai berikut.",
        Mail::PembukaPemeriksaan { wilayah: "Kota Malang", periode: "Juni~2025", nama_rapat: "Rapat Koordinasi", hari_tanggal: NONE } => "Bersama surel ini kami sampaikan Lembar Pemeriksaan Angka Kota Malang sampai dengan Juni~2025 sebagai bahan Rapat Koordinasi. Pokok isinya sebagai berikut.",
        Mail::Penyebut { penyebut: "penduduk bekerja, Sakernas Agustus~2024" } => "Penyebut yang dipakai ialah penduduk bekerja, Sakernas Agustus~2024.",
        Mail::Lampiran { naskah: Naskah::Laporan, nama_berkas: "laporan-bulanan_35.73-kota-malang_2025-06.pdf", halaman: "9~halaman" } => "Laporan lengkap terlampir (laporan-bulanan_35.73-kota-malang_2025-06.pdf, 9~halaman).",
        Mail::Lampiran { naskah: Naskah::Lembar, nama_berkas: "laporan-pemeriksaan-angka_35.73-kota-malang_2025-06.pdf", halaman: "2~halaman" } => "Lembar lengkap terlampir (laporan-pemeriksaan-angka_35.73-kota-malang_2025-06.pdf, 2~halaman).",
        Mail::TerimaKasih { sapaan: NONE } => "Atas perhatian Bapak/Ibu, kami sampaikan terima kasih.",
        Mail::TerimaKasih { sapaan: "Ibu" } => "Atas perhatian Ibu, kami sampaikan terima kasih.",
        Mail::Otomatis { narahubung: "Bagian Perekonomian" } => "Surel ini dikirim secara otomatis. Tanggapan dapat disampaikan kepada Bagian Perekonomian.",
        Mail::Otomatis { narahubung: NONE } => "Surel ini dikirim secara otomatis.",
        KeyPoint::Cakupan { segmen: NONE, cakupan: "30,72~persen", peserta: "134.167", pekerja: "436.742", perubahan: Perubahan::Naik, selisih: "0,46~persen~poin", bulan_lalu: "Mei~2025" } => "Cakupan 30,72~persen (134.167 dari 436.742~pekerja), naik 0,46~persen~poin dari Mei~2025.",
        KeyPoint::Cakupan { segmen: NONE, cakupan: "30,72~persen", peserta: "134.167", pekerja: "436.742", perubahan: Perubahan::Turun, selisih: "0,46~persen~poin", bulan_lalu: "Mei~2025" } => "Cakupan 30,72~persen (134.167 dari 436.742~pekerja), turun 0,46~persen~poin dari Mei~2025.",
        KeyPoint::Cakupan { segmen: NONE, cakupan: "30,72~persen", peserta: "134.167", pekerja: "436.742", perubahan: Perubahan::Tetap, selisih: NONE, bulan_lalu: "Mei~2025" } => "Cakupan 30,72~persen (134.167 dari 436.742~pekerja), sama dengan Mei~2025.",
        KeyPoint::Cakupan { segmen: NONE, cakupan: "30,72~persen", peserta: "134.167", pekerja: "436.742", perubahan: Perubahan::NyarisTetap, selisih: NONE, bulan_lalu: "Mei~2025" } => "Cakupan 30,72~persen (134.167 dari 436.742~pekerja), nyaris sama dengan Mei~2025.",
        KeyPoint::Cakupan { segmen: NONE, cakupan: "30,72~persen", peserta: "134.167", pekerja: "436.742", perubahan: Perubahan::PenyebutBerbeda, selisih: NONE, bulan_lalu: "Mei~2025" } => "Cakupan 30,72~persen (134.167 dari 436.742~pekerja); cakupan Mei~2025 tidak dibandingkan karena penyebutnya berbeda.",
        KeyPoint::Cakupan { segmen: "jasa konstruksi", cakupan: "27,66~persen", peserta: "42.591", pekerja: "154.008", perubahan: NONE, selisih: NONE, bulan_lalu: NONE } => "Cakupan segmen jasa konstruksi 27,66~persen (42.591 dari 154.008~pekerja).",
        KeyPoint::Kurang { tahun: "2025", target: "41,3~persen", orang: false, kekurangan: "46.208", laju_perlu: "7.702", sisa_bulan: "6~bulan" } => "Target 2025 sebesar 41,3~persen; masih kurang 46.208~peserta aktif atau rata-rata 7.702~orang per bulan dalam sisa 6~bulan.",
        KeyPoint::Kurang { tahun: "2025", target: "180.375~orang", orang: true, kekurangan: "46.208", laju_perlu: "7.702", sisa_bulan: "6~bulan" } => "Target 2025 sebanyak 180.375~orang; masih kurang 46.208~peserta aktif atau rata-rata 7.702~orang per bulan dalam sisa 6~bulan.",
        KeyPoint::KurangSebulan { tahun: "2025", target: "41,3~persen", orang: false, kekurangan: "1.208" } => "Target 2025 sebesar 41,3~persen; masih kurang 1.208~peserta aktif dalam 1~bulan yang tersisa.",
        KeyPoint::KurangHabis { tahun: "2025", target: "41,3~persen", orang: false, kekurangan: "1.208" } => "Target 2025 sebesar 41,3~persen; masih kurang 1.208~peserta aktif dan tidak ada sisa bulan pada tahun target.",
        KeyPoint::Tepat { tahun: "2025", target: "41,3~persen", orang: false } => "Target 2025 sebesar 41,3~persen tepat terpenuhi.",
        KeyPoint::Melampaui { tahun: "2025", target: "41,3~persen", orang: false, selisih: "0,42~persen~poin" } => "Target 2025 sebesar 41,3~persen terlampaui dengan selisih 0,42~persen~poin.",
        KeyPoint::Melampaui { tahun: "2025", target: "41,3~persen", orang: false, selisih: NONE } => "Target 2025 sebesar 41,3~persen terlampaui dengan selisih kurang dari 0,01~persen~poin.",
        KeyPoint::Arahan => "Hal yang memerlukan arahan:",
        KeyPoint::Pemeriksaan { jumlah: "28", wilayah: "Kota Malang", tahun: "2025", salah: "7" } => "Sebanyak 28 angka yang diucapkan tentang Kota Malang pada tahun 2025 telah diperiksa; 7 di antaranya tidak sesuai.",
        KeyPoint::Pemeriksaan { jumlah: "28", wilayah: "Kota Malang", tahun: "2025", salah: NONE } => "Sebanyak 28 angka yang diucapkan tentang Kota Malang pada tahun 2025 telah diperiksa; tidak ada yang tidak sesuai.",
        KeyPoint::Salah => "Angka yang tidak sesuai:",
        KeyPoint::SalahSebagian { n: "lima" } => "Angka yang tidak sesuai, lima yang pertama:",
        KeyPoint::AngkaSalah { kode: "P2-1", hal: "Cakupan", tercantum: "32,44~persen", hitungan: "30,72~persen" } => "Cakupan (P2-1): tercantum 32,44~persen, hasil pemeriksaan 30,72~persen.",
    ]
}

fn every_case() -> Cases {
    [
        level(),
        change(),
        projection(),
        evaluation(),
        evaluation_rules(),
        recapitulation(),
        target(),
        missing(),
        breakdown(),
        ranks(),
        money(),
        construction(),
        conclusion(),
        notes(),
        passages(),
        mails(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Phrases and lines: no sentences, hence no full stop.
const PHRASES: &[&str] = &[
    "alasan_sel",
    "bahan_rapat",
    "dasar",
    "predikat_sel",
    "sampai_triwulan",
    "status_sementara",
    "iuran_lapisan",
    "kaki_atas_nama",
    "kaki_jabatan",
    "nama_metode",
    "kaki_tanggal",
    "kaki_tempat",
    "kaki_untuk_beliau",
    "nota_hal",
    "putusan_pembulatan",
    "putusan_sesuai",
    "putusan_tidak_dapat",
    "putusan_tidak_sesuai",
    "status_tindak_lanjut",
    "sumber",
    "surel_arahan",
    "surel_awalan_revisi",
    "surel_awalan_tanda",
    "surel_awalan_uji",
    "surel_perihal_bulanan",
    "surel_perihal_evaluasi",
    "surel_perihal_konstruksi",
    "surel_perihal_pemeriksaan",
    "surel_perihal_pemeriksaan_wilayah",
    "surel_perihal_rekapitulasi",
    "surel_salah",
    "surel_salah_sebagian",
    "surel_salam",
    "surel_yth",
    "uraian_belum",
    "uraian_belum_terdaftar",
    "uraian_berdata",
    "uraian_cakupan",
    "uraian_di_bawah",
    "uraian_jumlah_kekurangan",
    "uraian_kekurangan",
    "uraian_laju",
    "uraian_laju_habis",
    "uraian_laju_selesai",
    "uraian_nilai_kontrak",
    "uraian_paket",
    "uraian_memenuhi",
    "uraian_perubahan",
    "uraian_semua_terdaftar",
    "uraian_terdaftar",
    "uraian_peserta",
    "uraian_tidak_dibandingkan",
    "uraian_wilayah",
];

fn hold(cases: &Cases) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(sentence, expected)| (sentence.id, say(sentence).replace('\u{a0}', "~"), *expected))
        .filter(|(_, said, expected)| said != expected)
        .map(|(id, said, expected)| format!("{id}\n  said    : {said}\n  expected: {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_level_is_worded_as_agreed() {
    hold(&level());
}

#[test]
fn every_change_is_worded_as_agreed() {
    hold(&change());
}

#[test]
fn target_path_and_pace_are_worded_as_agreed() {
    hold(&target());
}

#[test]
fn the_evaluation_and_its_rules_are_worded_as_agreed() {
    hold(&evaluation());
    hold(&evaluation_rules());
}

#[test]
fn a_region_over_its_parts_is_worded_as_agreed() {
    hold(&recapitulation());
}

#[test]
fn missing_data_and_denominators_are_worded_as_agreed() {
    hold(&missing());
}

#[test]
fn segments_and_groups_are_worded_as_agreed() {
    hold(&breakdown());
}

#[test]
fn ranks_employers_and_awards_are_worded_as_agreed() {
    hold(&ranks());
}

#[test]
fn money_and_construction_are_worded_as_agreed() {
    hold(&money());
    hold(&construction());
}

#[test]
fn summary_conclusions_and_follow_ups_are_worded_as_agreed() {
    hold(&conclusion());
}

#[test]
fn notes_on_data_are_worded_as_agreed() {
    hold(&notes());
}

#[test]
fn fixed_passages_and_alternative_texts_are_worded_as_agreed() {
    hold(&passages());
}

#[test]
fn mails_are_worded_as_agreed() {
    hold(&mails());
}

#[test]
fn every_id_of_the_registry_has_a_case_here() {
    let tested: BTreeSet<&str> = every_case().iter().map(|(sentence, _)| sentence.id).collect();
    let known: BTreeSet<&str> = sentences::ids().into_iter().collect();
    assert_eq!(known.difference(&tested).collect::<Vec<_>>(), Vec::<&&str>::new());
    assert_eq!(known.len(), sentences::ids().len(), "an id stands twice in the registry");
}

#[test]
fn a_case_fills_exactly_the_slots_of_its_pattern() {
    let patterns: BTreeMap<&str, &[&str]> = sentences::all().map(|pattern| (pattern.id, pattern.slots)).collect();
    for (sentence, _) in every_case() {
        let filled: Vec<&str> = sentence.slots.iter().map(|(name, _)| *name).collect();
        assert_eq!(filled, patterns[sentence.id], "{}", sentence.id);
        assert!(!filled.contains(&"id"), "{}: `id` is taken", sentence.id);
    }
}

#[test]
fn a_summary_has_at_most_35_words() {
    let summaries: Cases =
        every_case().into_iter().filter(|(sentence, _)| sentence.id.starts_with("ringkasan_")).collect();
    assert_eq!(summaries.len(), 14);
    for (sentence, _) in summaries {
        let said = say(&sentence);
        assert!(said.split_whitespace().count() <= 35, "{said}");
    }
}

#[test]
fn sentences_end_with_a_full_stop_and_phrases_do_not() {
    for (sentence, _) in every_case() {
        let said = say(&sentence);
        if !["dasar", "faktor", "kaki_untuk_beliau"].contains(&sentence.id) {
            assert_eq!(said.ends_with('.'), !PHRASES.contains(&sentence.id), "{}: {said}", sentence.id);
        }
        assert!(!said.ends_with(".."), "{}: {said}", sentence.id);
    }
}

#[test]
fn no_sentence_opens_with_a_digit() {
    for (sentence, _) in every_case().iter().filter(|(sentence, _)| !PHRASES.contains(&sentence.id)) {
        let said = say(sentence);
        for opening in std::iter::once(said.as_str()).chain(said.split(". ").skip(1)) {
            assert!(opening.starts_with(char::is_uppercase), "{}: {opening}", sentence.id);
        }
    }
}

#[test]
fn spaces_are_single_and_never_at_the_ends_or_before_a_mark() {
    for (sentence, _) in every_case() {
        let said = say(&sentence).replace('\u{a0}', " ");
        assert_eq!(said, said.trim(), "{}", sentence.id);
        for wrong in ["  ", " .", " ,", " ;", " :", "( ", " )", "\n", "()"] {
            assert!(!said.contains(wrong), "{}: {wrong:?} in {said}", sentence.id);
        }
    }
}

#[test]
fn a_number_and_its_unit_never_part() {
    let units = [
        "persen", "orang", "peserta", "pekerja", "kasus", "bulan", "paket", "kelompok", "kali", "pemberi", "tindak",
        "anak", "baris", "juta", "miliar",
    ];
    for (sentence, _) in every_case() {
        let said = say(&sentence);
        let words: Vec<&str> = said.split(' ').collect();
        for pair in words.windows(2) {
            let [number, unit] = pair else { continue };
            let unit = unit.split(|c: char| !c.is_alphabetic()).next().unwrap();
            let is_number = number.chars().last().is_some_and(|c| c.is_ascii_digit());
            assert!(!(is_number && units.contains(&unit)), "{}: {number} {unit} in {said}", sentence.id);
        }
    }
}

/// Macros of a file by name, with their bodies.
fn macros(text: &str) -> Vec<(&str, &str)> {
    text.split("{% macro ")
        .skip(1)
        .map(|rest| {
            let (head, body) = rest.split_once("%}").unwrap();
            (head.split_once('(').unwrap().0, body.split_once("{% endmacro %}").unwrap().0)
        })
        .collect()
}

/// What a reader may see of a body: everything outside tags.
fn prose(body: &str) -> String {
    let mut out = String::new();
    let mut rest = body;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        let end = if rest[at..].starts_with("{{") {
            out.push('¤');
            "}}"
        } else {
            "%}"
        };
        rest = rest[at..].split_once(end).unwrap().1;
    }
    out.push_str(rest);
    out
}

/// Names after `s.` in the tags of a body, and in those of the helpers that are given the whole of `s`.
fn used_slots<'a>(body: &'a str, helpers: &BTreeMap<&str, &'a str>) -> BTreeSet<&'a str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut used = BTreeSet::new();
    for tag in body.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()) {
        for (at, _) in tag.match_indices("s.") {
            if !tag[..at].ends_with(is_name) {
                used.insert(tag[at + 2..].split(|c| !is_name(c)).next().unwrap());
            }
        }
        if let Some((call, _)) = tag.split_once("(s)") {
            let name = call.rsplit(|c| !is_name(c)).next().unwrap();
            used.extend(used_slots(helpers[name], helpers));
        }
    }
    used
}

#[test]
fn macros_and_registry_name_the_same_ids_and_slots() {
    let patterns: BTreeMap<&str, BTreeSet<&str>> =
        sentences::all().map(|pattern| (pattern.id, pattern.slots.iter().copied().collect())).collect();
    let mut worded = BTreeSet::new();
    let files = wording();
    for (name, text) in files.iter().filter(|(name, _)| name != "istilah.j2" && name != "kalimat.j2") {
        let all = macros(text);
        let helpers: BTreeMap<&str, &str> = all.iter().copied().filter(|(id, _)| id.starts_with('_')).collect();
        for (id, body) in all.iter().filter(|(id, _)| !id.starts_with('_')) {
            assert!(worded.insert(*id), "{name}: `{id}` stands twice");
            let slots = patterns.get(id).unwrap_or_else(|| panic!("{name}: no case for `{id}`"));
            assert_eq!(&used_slots(body, &helpers), slots, "{name}: {id}");
        }
    }
    assert_eq!(worded, patterns.keys().copied().collect::<BTreeSet<_>>());
}

#[test]
fn the_index_hands_out_every_macro_and_nothing_else() {
    let files = wording();
    let index = &files.iter().find(|(name, _)| name == "kalimat.j2").unwrap().1;
    let mut imported = Vec::new();
    for line in index.split("{% from ").skip(1) {
        let (file, names) = line.split_once(" import ").unwrap();
        let file = file.trim_matches('"').strip_prefix("_kalimat/").unwrap();
        let names: Vec<&str> = names.split_once("%}").unwrap().0.split(',').map(str::trim).collect();
        let text = &files.iter().find(|(name, _)| name == file).unwrap().1;
        let public: Vec<&str> = macros(text).iter().map(|(id, _)| *id).filter(|id| !id.starts_with('_')).collect();
        assert_eq!(names, public, "{file}");
        imported.extend(names);
    }
    imported.sort_unstable();
    let mut ids = sentences::ids();
    ids.sort_unstable();
    assert_eq!(imported, ids);
}

#[test]
fn no_macro_contains_markup() {
    for (name, text) in wording() {
        for (id, body) in macros(&text) {
            let prose = prose(body);
            for special in
                ["$", "#", "*", "_", "@", "<", ">", "[", "]", "`", "\\", "~", "//", "/*", "--", "...", "'", "\"", "\n"]
            {
                assert!(!prose.contains(special), "{name}: {id} contains {special:?}: {prose}");
            }
            // At the start of a line these would begin a heading, a list or a term.
            assert!(!prose.starts_with(['=', '-', '+', '/']), "{name}: {id}");
        }
    }
}

/// Words and phrases with a better one in the agreed vocabulary, judgements, and common English.
const FORBIDDEN: &[&str] = &[
    "coverage",
    "tercover",
    "gap",
    "walikota",
    "wawali",
    "progress",
    "tindaklanjut",
    "menindak lanjuti",
    "follow up",
    "update",
    "ojol",
    "online",
    "non formal",
    "non asn",
    "stakeholder",
    "opd",
    "skpd",
    "vendor",
    "rekanan",
    "project",
    "dibanding",
    "terdiri dari",
    "tergantung dari",
    "s/d",
    "hingga",
    "adalah merupakan",
    "di mana",
    "dimana",
    "yang mana",
    "dikarenakan",
    "kesimpulan",
    "analisa",
    "resiko",
    "milyar",
    "ijin",
    "efektifitas",
    "praktek",
    "email",
    "file",
    "link",
    "upload",
    "download",
    "dashboard",
    "deadline",
    "review",
    "csr",
    "by name",
    "pelindungan",
    "temuan",
    "audit",
    "signifikan",
    "menggembirakan",
    "hanya",
    "jauh",
    "masih rendah",
    "rp.",
    "selama-lamanya",
    "sebesar 25 orang",
    "the",
    "of",
    "and",
    "for",
    "from",
    "with",
    "without",
    "not",
    "is",
    "are",
    "by",
    "in",
    "on",
    "at",
    "to",
    "month",
    "year",
    "people",
    "rate",
    "none",
    "missing",
    "unknown",
];

#[test]
fn no_macro_contains_a_word_that_formal_indonesian_avoids() {
    for (name, text) in wording() {
        for (id, body) in macros(&text) {
            let prose = prose(body).to_lowercase().replace("universal coverage", "");
            let words: Vec<&str> = prose.split(|c: char| !(c.is_alphanumeric() || c == '/')).collect();
            let flat = format!(" {} ", words.join(" "));
            for word in FORBIDDEN {
                assert!(!flat.contains(&format!(" {word} ")), "{name}: {id} contains {word:?}: {prose}");
            }
            let about = flat.contains(" sekitar ") || flat.contains(" kurang lebih ");
            assert!(!about || id == "catatan_penyebut_tersirat", "{name}: {id} is vague: {prose}");
        }
    }
}

#[test]
fn commas_follow_the_spelling_rules() {
    for (sentence, _) in every_case() {
        let said = say(&sentence).replace('\u{a0}', " ");
        for wrong in [", karena", ", sehingga", ", apabila"] {
            assert!(!said.contains(wrong), "{}: {said}", sentence.id);
        }
        for contrast in ["tetapi", "sedangkan", "melainkan"] {
            for (at, _) in said.match_indices(contrast) {
                assert!(said[..at].ends_with(", "), "{}: {said}", sentence.id);
            }
        }
        for (at, _) in said.match_indices("poin").filter(|(at, _)| !said[at + 4..].starts_with(char::is_alphabetic)) {
            assert!(said[..at].ends_with("persen "), "{}: {said}", sentence.id);
        }
    }
}

#[test]
fn a_slot_with_a_wrong_name_is_refused_by_the_macro() {
    let mut sentence = Sentence::from(Change::Tetap { bulan_lalu: "Mei".fill(), cakupan: "30,72~persen".fill() });
    sentence.slots.pop();
    assert!(std::panic::catch_unwind(|| say(&sentence)).is_err());
}

#[test]
fn lists_keep_the_places_of_all_their_parts() {
    let place = |row| rakor::place::Sources::from(&rakor::place::Place::file("data/a.csv").at_row(row));
    let cell = |text: &str, row| Printed::new(text, place(row));
    let bracketed = sentences::bracketed(&cell("DBHCHT", 2), &cell("Rp4,3 miliar", 3));
    assert_eq!((bracketed.text.as_str(), bracketed.from), ("DBHCHT (Rp4,3 miliar)", place(2).and(&place(3))));
    let listed = sentences::listed(&[(cell("Klojen", 2), cell("34,10%", 3)), (cell("Sukun", 4), cell("27,45%", 5))]);
    assert_eq!((listed.text.as_str(), listed.from.len()), ("Klojen 34,10%, Sukun 27,45%", 4));
    let published = sentences::published(&[(cell("BPJS", 2), Some(cell("30 Juni 2025", 3))), (cell("BPS", 4), None)]);
    assert_eq!((published.text.as_str(), published.from.len()), ("BPJS, 30 Juni 2025; BPS", 3));
    assert_eq!(sentences::listed(&[]), Printed::fixed(""));
}

#[test]
fn items_of_a_list_close_by_their_place_in_it() {
    let marks = |count| (0..count).map(|index| TandaBaca::at(index, count)).collect::<Vec<_>>();
    assert_eq!(marks(1), [TandaBaca::Titik]);
    assert_eq!(marks(2), [TandaBaca::TitikKomaDan, TandaBaca::Titik]);
    assert_eq!(marks(4), [TandaBaca::TitikKoma, TandaBaca::TitikKoma, TandaBaca::TitikKomaDan, TandaBaca::Titik]);
    assert_eq!([1, 2, 3, 38].map(Cacah::of), [Cacah::Satu, Cacah::Dua, Cacah::Banyak, Cacah::Banyak]);
}

#[test]
fn every_choice_of_words_changes_the_sentence() {
    fn differ<T: Copy>(all: &[T], sentence: impl Fn(T) -> Sentence) {
        let said: BTreeSet<String> = all.iter().map(|tag| say(&sentence(*tag))).collect();
        assert_eq!(said.len(), all.len(), "{said:?}");
    }
    differ(Alasan::ALL, |alasan| Caption::Belum { alasan }.into());
    differ(Tingkat::ALL, |tingkat| Ranks::PeringkatJumlah { tingkat }.into());
    differ(Cacah::ALL, |cacah| Ranks::TidakLapor { daftar_wilayah: "x".fill(), cacah }.into());
    differ(TandaSel::ALL, |tanda| Missing::KeteranganTanda { tanda }.into());
    differ(Metode::ALL, |metode| ProjectionBasis::ProyeksiAsumsi { metode, n: "24".fill() }.into());
    differ(Kedudukan::ALL, |kedudukan| Projection::ProyeksiTarget { target: "x".fill(), kedudukan }.into());
    differ(Keterdaftaran::ALL, |keterdaftaran| Construction::ProyekSeragam { n: "5".fill(), keterdaftaran }.into());
    differ(AlasanCapaian::ALL, |alasan| Attained::TidakDihitung { indikator: NONE.fill(), alasan }.into());
    differ(Rumus::ALL, |rumus| Rule::IndikatorNegatif { nomor: NONE.fill(), rumus }.into());
    differ(Penggabungan::ALL, |cara| Rule::CaraPenggabungan { nomor: "1".fill(), cara }.into());
    differ(HalFaktor::ALL, |hal| Factors::FaktorAda { hal, tahun: "2025".fill() }.into());
    differ(Sisi::ALL, |sisi| Attained::TanpaRataRata { sisi, tahun: NONE.fill() }.into());
    differ(Tanda::ALL, |tanda| Mail::Tanda { tanda, naskah: Naskah::Laporan }.into());
    differ(Naskah::ALL, |naskah| Mail::Tanda { tanda: Tanda::Konsep, naskah }.into());
    differ(Status::ALL, |status| FollowUp::StatusTindakLanjut { status, lewat: false }.into());
}
