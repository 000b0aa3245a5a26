//! How reports are sent, `[surel]`, and to whom, `[[penerima]]`. No report prints any of it, and none depends on it.
//!
//! What an address, a credential or a code is worth belongs to the rooms that use it: here it is text with its place.
//! Nothing about a recipient is ever quoted.

use serde::{Deserialize, Serialize};
use toml::de::DeTable;

use super::check;
use super::problem;
use super::reader::{Reader, View};
use super::sections::{Setting, choices};
use crate::place::{Cell, Place};

/// No server takes more from one account.
const FASTEST_PER_MINUTE: u32 = 6_000;

choices! {
    /// How the line to the mail server is protected.
    Pengaman {
        /// TLS from the first byte.
        Tls = "tls",
        /// STARTTLS, required.
        Starttls = "starttls",
        /// None: a relay on this machine.
        RelaiLokal = "relai_lokal",
    }
}

impl Pengaman {
    /// The port that is meant when none is named.
    #[must_use]
    pub fn port(self) -> u32 {
        match self {
            Self::Tls => 465,
            Self::Starttls => 587,
            Self::RelaiLokal => 25,
        }
    }
}

/// How reports are sent, `[surel]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surel {
    /// The sender's address.
    pub pengirim: Cell<String>,
    /// The name before it.
    pub nama_pengirim: Option<Cell<String>>,
    /// The office that the message ends with; the first signer's when absent.
    pub jabatan_pengirim: Option<Cell<String>>,
    /// Whom answers go to, as the last line names it; the address for answers when absent.
    pub narahubung: Option<Cell<String>>,
    /// Where answers go; the sender when absent.
    pub balas_ke: Option<Cell<String>>,
    /// The mail server.
    pub server: Cell<String>,
    /// Its port; 465, 587 or 25 by `pengaman`.
    pub port: Setting<u32>,
    /// How the line is protected; TLS.
    pub pengaman: Setting<Pengaman>,
    /// The name of the account; none when the server asks for none.
    pub pengguna: Option<Cell<String>>,
    /// The name of a credential that the service manager hands over.
    pub kredensial: Option<Cell<String>>,
    /// The file with the password.
    pub berkas_sandi: Option<Cell<String>>,
    /// A further certificate to trust, a file.
    pub sertifikat: Option<Cell<String>>,
    /// At most so many messages a minute.
    pub laju_per_menit: Option<Cell<u32>>,
    /// Whether only signed files are sent; they need not be.
    pub wajib_ttd: Setting<bool>,
    /// Domains that addresses may lie in; any when empty.
    pub domain_diizinkan: Vec<Cell<String>>,
    /// Domains that addresses for one region's reports must lie in.
    pub wilayah: Vec<WilayahSurel>,
}

/// Domains for the reports of one region, `[[surel.wilayah]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WilayahSurel {
    /// Its code; regions below it are meant as well.
    pub kode: Cell<String>,
    /// The domains.
    pub domain: Vec<Cell<String>>,
}

/// A recipient, `[[penerima]]`, with the columns of table `penerima`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PenerimaSurel {
    /// What messages and logs call the recipient.
    pub kode: Cell<String>,
    /// The role.
    pub peran: Option<Cell<String>>,
    /// The office, as written after *Yth.*
    pub jabatan: Cell<String>,
    /// The salutation.
    pub sapaan: Option<Cell<String>>,
    /// The name.
    pub nama: Option<Cell<String>>,
    /// The address.
    pub pos_el: Cell<String>,
    /// Kinds of reports, divided by semicolons; all when absent.
    pub jenis_laporan: Option<Cell<String>>,
    /// Codes of regions, divided by semicolons; all when absent.
    pub kode_wilayah: Option<Cell<String>>,
}

/// The account; nothing when the section is absent or refused.
pub(super) fn read<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Option<Surel> {
    if !root.contains_key("surel") {
        return None;
    }
    let view = reader.section(root, "surel");
    reader.require(&view, "pengirim", "alamat pengirim, misalnya \"setda@contoh.go.id\"");
    reader.require(&view, "server", "nama server surel, misalnya \"surel.contoh.go.id\"");
    let pengirim = address(reader, &view, "pengirim");
    let nama_pengirim = reader.text(&view, "nama_pengirim");
    let jabatan_pengirim = reader.text(&view, "jabatan_pengirim");
    let narahubung = reader.text(&view, "narahubung");
    let balas_ke = address(reader, &view, "balas_ke");
    let server = reader.text_like(&view, "server", "nama server tanpa port dan tanpa spasi", |text| {
        !text.contains(|c: char| c.is_whitespace() || matches!(c, '/' | '@'))
    });
    let pengaman = reader.choice(&view, "pengaman", Pengaman::ALL, Pengaman::as_str);
    let pengaman = Setting::of(pengaman, Pengaman::Tls);
    let port = reader.whole(&view, "port", 1..=65_535, pengaman.value.port());
    let pengguna = reader.private_text(&view, "pengguna");
    let kredensial =
        reader.text_like(&view, "kredensial", "nama tanpa garis miring, misalnya \"sandi-smtp\"", |text| {
            !text.contains(['/', '\\']) && !text.starts_with('.')
        });
    let berkas_sandi = reader.text(&view, "berkas_sandi");
    if pengguna.is_none()
        && let Some(cell) = kredensial.as_ref().or(berkas_sandi.as_ref())
    {
        reader.push(problem::conflict(
            vec![cell.place.clone()],
            "Kata sandi tanpa nama pengguna tidak dapat dipakai.",
            "Tambahkan `pengguna` atau hapus kunci itu.",
        ));
    }
    if pengaman.value == Pengaman::RelaiLokal
        && let Some(user) = &pengguna
    {
        let chosen = pengaman.place.clone();
        reader.push(problem::conflict(
            std::iter::once(user.place.clone()).chain(chosen).collect(),
            "Relai lokal tidak memakai TLS sehingga nama pengguna dan kata sandi tidak dikirim kepadanya.",
            "Hapus `pengguna` beserta kunci kata sandinya, atau ganti `pengaman` dengan \"tls\" atau \"starttls\".",
        ));
    }
    let sertifikat = reader.text(&view, "sertifikat");
    let laju_per_menit = reader.whole_or(&view, "laju_per_menit", 1..=FASTEST_PER_MINUTE, "");
    let wajib_ttd = reader.truth(&view, "wajib_ttd", false);
    let domain_diizinkan = domains(reader, &view, "domain_diizinkan");
    let views = reader.entries(&view, "wilayah");
    let wilayah = views.iter().filter_map(|view| region(reader, view)).collect();
    Some(Surel {
        pengirim: pengirim?,
        nama_pengirim,
        jabatan_pengirim,
        narahubung,
        balas_ke,
        server: server?,
        port,
        pengaman,
        pengguna,
        kredensial,
        berkas_sandi,
        sertifikat,
        laju_per_menit,
        wajib_ttd,
        domain_diizinkan,
        wilayah,
    })
}

fn region<'t>(reader: &mut Reader<'t>, view: &View<'_, 't>) -> Option<WilayahSurel> {
    let code = "kode wilayah Kemendagri sebagai teks, misalnya \"35.73\"";
    reader.require(view, "kode", code);
    reader.require(view, "domain", "daftar domain, misalnya [\"contoh.go.id\"]");
    let kode = reader.text_like(view, "kode", code, check::region_code);
    let domain = domains(reader, view, "domain");
    Some(WilayahSurel { kode: kode?, domain })
}

fn domains<'t>(reader: &mut Reader<'t>, view: &View<'_, 't>, key: &str) -> Vec<Cell<String>> {
    let domains = reader.list(view, key);
    for domain in &domains {
        if !check::domain(&domain.value) {
            let expected = "domain tanpa @ dan tanpa spasi, misalnya \"contoh.go.id\"";
            reader.push(problem::wrong_value(domain.place.clone(), &domain.value, expected));
        }
    }
    domains
}

/// All recipients, in the order of the file.
pub(super) fn recipients<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Vec<PenerimaSurel> {
    let top = reader.top(root);
    let views = reader.entries(&top, "penerima");
    views.iter().filter_map(|view| recipient(reader, view)).collect()
}

fn recipient<'t>(reader: &mut Reader<'t>, view: &View<'_, 't>) -> Option<PenerimaSurel> {
    reader.require(view, "kode", "kode penerima, misalnya \"SEKDA\"");
    reader.require(view, "jabatan", "jabatan sebagaimana ditulis setelah Yth.");
    reader.require(view, "pos_el", "alamat surel penerima");
    let kode = reader.private_text(view, "kode");
    let peran = reader.private_text(view, "peran");
    let jabatan = reader.private_text(view, "jabatan");
    let sapaan = reader.private_text(view, "sapaan");
    let nama = reader.private_text(view, "nama");
    // What is wrong with it is said better by who sends to it.
    let pos_el = reader.private_text(view, "pos_el");
    let jenis_laporan = reader.text(view, "jenis_laporan");
    let kode_wilayah = reader.text(view, "kode_wilayah");
    Some(PenerimaSurel {
        kode: kode?,
        peran,
        jabatan: jabatan?,
        sapaan,
        nama,
        pos_el: pos_el?,
        jenis_laporan,
        kode_wilayah,
    })
}

/// An address, as far as a misspelling shows; never quoted.
fn address<'t>(reader: &mut Reader<'t>, view: &View<'_, 't>, key: &str) -> Option<Cell<String>> {
    let cell = reader.private_text(view, key)?;
    if check::address(&cell.value) {
        return Some(cell);
    }
    reader.push(problem::address(cell.place));
    None
}

impl PenerimaSurel {
    /// Where the recipient stands.
    #[must_use]
    pub fn place(&self) -> Place {
        self.kode.place.clone()
    }
}
