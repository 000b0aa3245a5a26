//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    /// An account, and no password anywhere.
    NO_PASSWORD = "S001" "Kata sandi akun surel tidak ditemukan.";
    /// A name that leads out of the folder of credentials.
    CREDENTIAL_NAME = "S002" "Nama kredensial tidak sah.";
    /// The file could not be read.
    PASSWORD_UNREADABLE = "S003" "Berkas kata sandi tidak dapat dibaca.";
    /// Others may read the file.
    PASSWORD_OPEN = "S004" "Berkas kata sandi dapat dibuka pengguna lain.";
    /// The file belongs to somebody else.
    PASSWORD_FOREIGN = "S005" "Berkas kata sandi milik pengguna lain.";
    /// Empty, too long, or more than one line.
    PASSWORD_TEXT = "S006" "Isi kata sandi tidak sah.";
    /// From the environment, which other programs may see.
    PASSWORD_ENVIRONMENT = "S007" "Kata sandi diambil dari variabel lingkungan.";
    /// Bytes that servers read in different ways.
    UNFIT_BYTES = "S008" "Surel memuat baris yang dibaca berbeda-beda oleh server.";

    /// No ledger.
    NO_LEDGER = "S020" "Buku pengiriman tidak ada.";
    /// A ledger, or what is left of one, where a new one was asked for.
    LEDGER_THERE = "S021" "Buku pengiriman sudah ada sehingga tidak dibuat yang baru.";
    /// A link or a folder in place of the ledger or the journal.
    NO_FILE = "S022" "Buku pengiriman atau jurnalnya bukan berkas biasa.";
    /// A file, but of another program.
    FOREIGN = "S023" "Berkas pada tempat buku pengiriman bukan buku pengiriman.";
    /// Made by a later version of the program.
    NEWER = "S024" "Buku pengiriman atau jurnalnya dibuat oleh versi rakor yang lebih baru.";
    /// Damaged.
    DAMAGED = "S025" "Buku pengiriman rusak.";
    /// SQLite could not read or write.
    LEDGER_TROUBLE = "S026" "Buku pengiriman tidak dapat dibaca atau ditulis.";
    /// What the ledger promises cannot be kept here.
    UNSAFE = "S027" "Buku pengiriman tidak dapat dijaga keutuhannya di tempat ini.";
    /// On the disk of another machine.
    REMOTE = "S028" "Buku pengiriman terletak pada penyimpanan jaringan.";
    /// Restored from an old copy.
    OLD_COPY = "S029" "Buku pengiriman lebih tua daripada jurnalnya.";
    /// The journal is gone.
    NO_JOURNAL = "S030" "Jurnal pengiriman tidak ada.";
    /// The journal is damaged, or belongs to another ledger.
    BAD_JOURNAL = "S031" "Jurnal pengiriman rusak atau bukan milik buku pengiriman ini.";
    /// A message is missing from the outbox, or is no longer what it was.
    MESSAGE_CHANGED = "S032" "Pesan dalam kotak keluar hilang atau berubah.";
    /// Outbox or journal could not be read or written.
    OUTBOX_TROUBLE = "S033" "Kotak keluar atau jurnal pengiriman tidak dapat dibaca atau ditulis.";
    /// A decision about a delivery that waits for none.
    UNDECIDABLE = "S034" "Keputusan itu tidak berlaku bagi pengiriman dengan keadaan tersebut.";
    /// No such delivery.
    UNKNOWN_DELIVERY = "S035" "Pengiriman itu tidak ada dalam buku pengiriman.";
    /// A step that the life of a delivery does not have.
    WRONG_STEP = "S036" "Keadaan pengiriman tidak seperti yang tercatat sebelumnya.";
    /// What failed of an edition that is no longer the last one.
    REPLACED = "S037" "Pengiriman itu sudah digantikan revisi yang lebih baru.";

    /// A character that no screen shows, where a mail program would obey it.
    CONTROL = "S040" "Bagian surel memuat karakter yang tidak terlihat.";
    /// The name of the attached file.
    FILE_NAME = "S041" "Nama berkas lampiran surel tidak dapat dipakai.";
    /// A Message-ID or an id of a key of another shape.
    IDENTITY = "S042" "Pengenal surel tidak berbentuk seperti yang seharusnya.";
    /// A part that may not be empty.
    WANTING = "S043" "Bagian surel yang wajib ada kosong.";
    /// A moment that no mail can be dated with.
    MOMENT = "S044" "Waktu surel di luar jangkauan.";
    /// The message would not be what every server takes.
    UNFIT = "S045" "Surel tidak dapat disusun.";
}
