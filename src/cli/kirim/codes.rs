//! The codes of what is said about sending before and after `mail` has its say. A code never changes its meaning and is
//! never used again.

use crate::diagnostic::codes;

codes! {
    pub(in crate::cli) each, pub(in crate::cli) all;

    /// No `[surel]`.
    NO_ACCOUNT = "S050" "Pengiriman belum dikonfigurasi dalam rakor.toml.";
    /// Nobody gets this report.
    NOBODY = "S051" "Laporan itu tidak mempunyai penerima.";
    /// No address.
    ADDRESS = "S052" "Alamat surel salah tulis.";
    /// An address outside the allowed domains.
    DOMAIN = "S053" "Domain alamat itu tidak diizinkan untuk laporan ini.";
    /// Two recipients, one address.
    SAME_ADDRESS = "S054" "Dua penerima beralamat sama; hanya satu surel yang dikirim.";
    /// Another list than the period before.
    LIST_CHANGED = "S055" "Daftar penerima berbeda dari periode sebelumnya.";
    /// Nobody to ask, and no `--ya`.
    NOT_CONFIRMED = "S056" "Pengiriman belum disetujui.";
    /// The data are not those that were sent.
    DATA_CHANGED = "S057" "Data telah berubah sejak laporan diserahkan.";
    /// Somebody would get another file than the others.
    OTHER_FILE = "S058" "Berkasnya berbeda dari yang telah disiapkan untuk penerima lain.";
    /// A signed file is demanded.
    NOT_SIGNED = "S059" "Hanya berkas bertanda tangan yang boleh dikirim.";
    /// A revision out of turn.
    REVISION = "S060" "Nomor revisi tidak sesuai dengan riwayat pengiriman.";
    /// The finished file does not follow from the data.
    NOT_MATCHING = "S061" "Berkas jadi itu tidak cocok dengan data.";
    /// What lies there was changed after it was built.
    FILE_CHANGED = "S062" "PDF pada tempat laporan telah diubah setelah dibuat.";
    /// The server refuses the password.
    PASSWORD = "S063" "Server surel menolak nama pengguna atau kata sandi.";
    /// The server cannot be used as it is set up.
    SETUP = "S064" "Pengaturan server surel tidak dapat dipakai.";
    /// The server wants no more for now.
    PAUSED = "S065" "Server surel meminta jeda; sisanya dikirim kemudian.";
    /// Stopped between two messages.
    STOPPED = "S066" "Pengiriman dihentikan atas permintaan; sisanya dikirim kemudian.";
    /// Held.
    HELD = "S067" "Hasil pengiriman tidak pasti dan menunggu keputusan orang.";
    /// No delivery, or several, of an id.
    NO_SUCH_ID = "S068" "Id pengiriman itu tidak ada atau tidak hanya satu.";
    /// A name that no table has.
    NO_CSV = "S069" "Nama berkas riwayat tidak berakhiran .csv.";
    /// Refused for good.
    FAILED = "S070" "Server surel menolak surel itu untuk seterusnya.";
    /// Put off.
    DEFERRED = "S071" "Surel belum diterima server dan dicoba lagi kemudian.";
    /// The server cannot be reached.
    UNREACHABLE = "S072" "Server surel belum dapat dipakai; dicoba lagi kemudian.";
    /// Its message is yet to be made.
    LEFT = "S073" "Surel belum dikirim karena pesannya belum siap.";
    /// Served already, elsewhere.
    OTHER_ADDRESS = "S074" "Penerima itu sudah, atau mungkin sudah, mendapat laporan ini pada alamat lain.";
    /// The finished file that somebody named is not there.
    NO_FILE = "S075" "Berkas jadi yang disebut tidak ditemukan.";
}
