//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    /// No `masukan.json` of this program.
    BAD_INPUT = "R001" "Masukan laporan tidak dapat dibaca kembali.";
    /// No such kind.
    UNKNOWN_KIND = "R002" "Jenis laporan itu tidak dikenal.";
    /// A month without participants.
    NO_MONTH = "R010" "Data kepesertaan untuk periode itu tidak ada.";
    /// A region without participants.
    NO_REGION = "R011" "Data kepesertaan untuk wilayah itu tidak ada.";
    /// The table is absent.
    NO_PARTICIPANTS = "R012" "Tabel kepesertaan tidak ada.";
    /// The emblem is not there.
    NO_EMBLEM = "R013" "Berkas lambang tidak ditemukan.";
    /// A picture that the engine refuses.
    BAD_PICTURE = "R014" "Gambar dalam folder aset tidak dapat dibaca.";
    /// A denominator that no row defines.
    UNKNOWN_DENOMINATOR = "R015" "Definisi penyebut itu tidak ada dalam tabel pekerja.";
    /// A reference target that no row comes from.
    UNKNOWN_TARGET = "R016" "Target acuan itu tidak ada di antara dokumen target.";
    /// Refused by `--ketat` alone.
    STRICT = "R017" "Laporan ditolak karena peringatan diperlakukan sebagai kesalahan.";
    /// What is not mapped has no report.
    UNMAPPED = "R018" "Kode yang menampung peserta tidak terpetakan bukan wilayah laporan.";
    /// Text beyond the edge of a page.
    OFF_PAPER = "R020" "Teks keluar dari tepi halaman.";
    /// The typesetting engine refused.
    NOT_TYPESET = "R021" "Halaman tidak dapat disusun dari templat.";
    /// The typesetting engine warned.
    ENGINE_WARNING = "R022" "Penyusun halaman memberi peringatan.";
    /// A value where none is printed.
    STRAY_VALUE = "R023" "Nilai ditempatkan di bagian templat yang tidak tercetak.";
    /// Text over other text.
    OVER_TEXT = "R024" "Teks menimpa teks di sebelahnya.";
    /// Nothing said up to that month.
    NO_STATEMENT_SO_FAR = "R025" "Belum ada pernyataan sampai dengan periode itu.";
    /// Nothing said about a region.
    NO_STATEMENT = "R026" "Tidak ada pernyataan untuk wilayah itu.";
    /// One code, two recipients.
    RECIPIENT_TWICE = "R027" "Satu penerima tercantum dua kali.";
    /// A recipient of no such kind.
    RECIPIENT_KIND = "R028" "Jenis laporan seorang penerima tidak dikenal.";
    /// A recipient of no such region.
    RECIPIENT_REGION = "R029" "Kode wilayah seorang penerima tidak dikenal.";
    /// A PDF of another program.
    FOREIGN = "R030" "PDF itu tidak dibuat oleh rakor.";
    /// A line break or another control character.
    RECIPIENT_TEXT = "R036" "Isi tabel penerima memuat karakter kendali.";
    /// A year outside every plan.
    NO_PLAN = "R040" "Tahun itu tidak termasuk RPJMD mana pun.";
    /// The table is absent.
    NO_INDICATORS = "R041" "Tabel indikator tidak ada.";
    /// A plan without indicators.
    NO_INDICATOR_ROWS = "R042" "Tabel indikator tidak memuat indikator RPJMD itu untuk wilayah itu.";
    /// A year without rows.
    NO_YEAR = "R043" "Data indikator untuk tahun itu tidak ada.";
    /// Nothing realised in any year.
    NO_REALISATION = "R044" "Realisasi indikator belum tersedia.";
    /// Other text.
    OTHER_TEXT = "R050" "Teks berkas jadi berbeda dari laporan yang dibuat.";
    /// Another number of pages.
    OTHER_PAGES = "R051" "Banyaknya halaman berkas jadi berbeda.";
    /// A page elsewhere.
    MOVED_PAGE = "R052" "Halaman berkas jadi berpindah tempat.";
    /// Text laid over a page.
    LAID_TEXT = "R053" "Di atas halaman ditempelkan teks yang bukan bagian laporan.";
    /// Another attachment.
    OTHER_ATTACHMENT = "R054" "Lampiran di dalam berkas jadi berbeda.";
    /// Bytes behind the report.
    TAIL = "R055" "Di belakang isi laporan ada tambahan yang bukan pembaruan PDF.";
    /// What changes when it is opened.
    ACTIVE = "R056" "Berkas jadi memuat skrip atau formulir.";
    /// More differences than are named.
    MORE = "R057" "Masih ada perbedaan lain pada berkas jadi.";
    /// Other drawings under the same text.
    DRAWN_OTHERWISE = "R058" "Halaman berkas jadi digambar berbeda meskipun teksnya sama.";
    /// Where a signature shows.
    SIGNATURE_SHOWS = "R059" "Tanda tangan tampak pada halaman berkas jadi.";
    /// A link that the report does not have.
    LINK = "R060" "Berkas jadi memuat tautan baru.";
    /// A picture laid over a page.
    LAID_PICTURE = "R061" "Di atas halaman ditempelkan gambar yang dapat menutupi isinya.";
    /// An attachment less.
    ATTACHMENT_GONE = "R062" "Berkas jadi tidak lagi memuat semua lampiran laporan.";
    /// An attachment that the report does not have.
    ATTACHMENT_MORE = "R063" "Berkas jadi memuat lampiran yang tidak ada di dalam laporan.";
    /// Other tags.
    STRUCTURE = "R064" "Struktur untuk pembaca layar di dalam berkas jadi berbeda.";
    /// An electronic signature, whose validity is not checked.
    SIGNED = "R065" "Berkas jadi memuat tanda tangan elektronik.";
    /// No parts of that level.
    NO_PARTS = "R070" "Wilayah itu tidak memiliki wilayah bawahan pada tingkat itu.";
    /// A month without participants in any part.
    NO_PART_MONTH = "R071" "Data kepesertaan wilayah bawahan untuk periode itu tidak ada.";
    /// No participants in any part.
    NO_PART_ROWS = "R072" "Data kepesertaan wilayah bawahan tidak ada.";
    /// A month without works.
    NO_WORKS_MONTH = "R073" "Data jasa konstruksi untuk periode itu tidak ada.";
    /// No works at all.
    NO_WORKS = "R074" "Data jasa konstruksi untuk wilayah itu tidak ada.";
    /// An update that is no signature.
    UNSIGNED_TAIL = "R080" "Di belakang isi laporan ada tambahan yang bukan tanda tangan elektronik.";
    /// An update that no signature covers.
    BEYOND_SIGNATURE = "R081" "Sesudah ditandatangani, berkas ditambahi lagi.";
    /// Other bytes, and nothing else.
    OTHER_FILE = "R082" "Byte berkas berbeda meskipun teks, gambar, struktur, dan lampirannya sama.";
    /// Another version, other templates, another processor.
    OTHER_MAKER = "R083" "Berkas dibuat oleh versi program, templat bawaan, atau prosesor yang lain.";
    /// A cell of an attached table.
    OTHER_CELL = "R084" "Satu sel dalam tabel yang dilampirkan berbeda dari masukan.json.";
    /// A link that was moved, removed or rewritten.
    OTHER_LAID = "R085" "Tautan atau tempelan pada satu halaman berbeda.";
    /// Title, author and the like.
    OTHER_INFORMATION = "R086" "Keterangan dokumen, misalnya judulnya, berbeda.";
    /// The description that PDF/A asks for.
    OTHER_METADATA = "R087" "Metadata XMP berbeda.";
    /// The tree of bookmarks.
    OTHER_BOOKMARKS = "R088" "Daftar penanda halaman di samping dokumen berbeda.";
    /// How the file is opened, what attachments are for.
    OTHER_CATALOGUE = "R089" "Pengaturan tampilan atau keterangan lampiran berbeda.";
    /// Other data than the file was made from.
    OTHER_IDENTITY = "R090" "Tanda pengenal berkas bukan milik masukan.json yang dibawanya.";
    /// No JSON.
    NO_INPUT = "R091" "Lampiran masukan.json tidak dapat dibaca.";
    /// The build's bytes and a signature.
    SIGNATURE_BEHIND = "R092" "Sesudah byte laporan yang utuh ada tanda tangan elektronik.";
    /// A word that runs or reads what is not markup.
    FORBIDDEN_WORD = "R095" "Markah templat memakai kata yang dilarang.";
    /// A package.
    PACKAGE = "R096" "Templat meminta paket, padahal jaringan dan paket tidak terjangkau.";
    /// A file that is not the report's.
    FOREIGN_FILE = "R097" "Templat meminta berkas yang tidak termasuk berkas laporan.";
    /// An option that the base of an own kind does not have.
    NOT_OF_BASE = "R098" "Opsi itu tidak dikenal oleh jenis dasar laporan sendiri.";
    /// A picture too large to unpack.
    TOO_MANY_POINTS = "R099" "Gambar memuat terlalu banyak titik.";
}
