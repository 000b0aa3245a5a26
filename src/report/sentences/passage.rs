//! Fixed passages of the report: opening, scope, legal basis, activities, sources, signature, covering note.

use super::words::{TandaBaca, Tingkat};
use crate::place::Printed;

sentences! {
    /// Opening and closing.
    pub enum Passage {
        /// What the report shows.
        Umum as umum { segmen: Option<Printed>, wilayah, per_tanggal },
        /// What it is made for. `tahun` of the target, `None` without one.
        Maksud as maksud { nama_rapat, tahun: Option<Printed> },
        /// The same without a meeting.
        MaksudTanpaRapat as maksud_tanpa_rapat { tahun: Option<Printed> },
        /// The sections that are really there.
        RuangLingkup as ruang_lingkup {
            periode,
            kegiatan: bool,
            target: bool,
            segmen: bool,
            wilayah: Option<Tingkat>,
            rentan: bool,
            pemberi_kerja: bool,
            pendanaan: bool,
            klaim: bool,
            konstruksi: bool,
            antardaerah: bool,
            tindak_lanjut: bool,
        },
        /// The line under the title, with all that is known of the meeting; no full stop.
        BahanRapat as bahan_rapat { nama_rapat, hari_tanggal: Option<Printed>, tempat: Option<Printed> },
        /// Where the details are.
        Rincian as rincian { hal, rujukan },
        /// The last paragraph.
        Penutup as penutup,
    }
}

sentences! {
    /// Legal basis.
    pub enum Basis {
        /// One item. `perubahan` is one regulation, or, with `berkali`, the last of several.
        Dasar as dasar {
            jenis,
            nomor,
            tahun: Option<Printed>,
            tentang,
            perubahan: Option<Printed>,
            berkali: bool,
            tanda: TandaBaca,
        },
        /// No basis with a number.
        DasarKosong as dasar_kosong,
    }
}

sentences! {
    /// What was done.
    pub enum Activities {
        /// Before the list.
        KegiatanAda as kegiatan_ada { periode },
        /// Instead of a list, when there are many; `rujukan` is where the details are.
        KegiatanBanyak as kegiatan_banyak { periode, n, daftar, rujukan },
        /// Nothing took place.
        KegiatanKosong as kegiatan_kosong { periode },
        /// One activity. `nama` opens the sentence.
        KegiatanSatu as kegiatan_satu {
            nama,
            hari_tanggal,
            tempat: Option<Printed>,
            penyelenggara: Option<Printed>,
            peserta: Option<Printed>,
            hasil: Option<Printed>,
        },
        /// What a meeting agreed on; `tanggal` without the year, `hasil` begins with a small letter.
        HasilRapat as hasil_rapat { tanggal, hasil },
        /// No obstacle was written down.
        HambatanKosong as hambatan_kosong { periode },
    }
}

sentences! {
    /// Source lines of tables and figures; no full stop.
    pub enum Source {
        /// `daftar` from [`published`](super::published); `diolah` only when the report computed.
        Sumber as sumber { daftar, diolah: bool },
    }
}

sentences! {
    /// Lines of the signature block.
    pub enum Signature {
        /// Where.
        KakiTempat as kaki_tempat { tempat },
        /// When; blank for the pen without a day.
        KakiTanggal as kaki_tanggal { tanggal: Option<Printed> },
        /// On whose behalf.
        KakiAtasNama as kaki_atas_nama { jabatan },
        /// The office between, when the signer acts for it.
        KakiUntukBeliau as kaki_untuk_beliau,
        /// The office, the last line before the signature; `pelaksana` is *Plt.* or *Plh.*
        KakiJabatan as kaki_jabatan { pelaksana: Option<Printed>, jabatan },
    }
}

sentences! {
    /// The covering note.
    pub enum CoverNote {
        /// Its subject; no full stop.
        NotaHal as nota_hal { wilayah, periode },
        /// Its opening.
        NotaPembuka as nota_pembuka {
            wilayah,
            periode,
            nama_rapat: Option<Printed>,
            hari_tanggal: Option<Printed>,
        },
        /// What is asked for.
        NotaArahan as nota_arahan { butir },
        /// Its closing.
        NotaPenutup as nota_penutup,
    }
}
