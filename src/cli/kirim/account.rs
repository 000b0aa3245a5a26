//! The account that reports are sent with: `[surel]` as the sender of messages and as a server to speak to.

use std::path::PathBuf;

use super::codes;
use crate::cli::settings::PASSWORD_VARIABLE;
use crate::cli::workspace::Workspace;
use crate::cli::{Outside, disk};
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::files;
use crate::mail::smtp::{Login, Security, Server};
use crate::mail::{Address, Secret, SecretPlaces};
use crate::manifest::{FILE_NAME, Manifest, Pengaman, Surel};
use crate::place::{Cell, Place};

/// No certificate is larger, in bytes.
const MAX_CERTIFICATE: u64 = 1 << 20;

/// Whom messages are from.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Sender {
    pub(super) from: Address,
    pub(super) name: Option<String>,
    pub(super) reply_to: Option<Address>,
    /// The office that the message ends with.
    pub(super) title: String,
    /// The institution's office.
    pub(super) office: String,
    /// Whom answers go to, in words.
    pub(super) contact: String,
}

/// `[surel]`, which has to be there.
pub(in crate::cli) fn section(manifest: &Manifest) -> Result<&Surel, Failure> {
    manifest.mail().ok_or_else(|| {
        let diagnostic = Diagnostic::error(
            codes::NO_ACCOUNT,
            "Bagian [surel] belum ada sehingga laporan tidak dapat dikirim.",
            "Tambahkan [surel] dengan baris pengirim dan server; contohnya ada dalam README.",
        );
        Failure::one(FailureKind::Usage, diagnostic.at(Place::file(FILE_NAME)))
    })
}

impl Sender {
    pub(in crate::cli) fn of(manifest: &Manifest, surel: &Surel) -> Result<Self, Failure> {
        let printed = manifest.printed();
        let from = address(&surel.pengirim)?;
        let reply_to = surel.balas_ke.as_ref().map(address).transpose()?;
        let office = printed.lembaga.perangkat_daerah.value.clone();
        let signer = printed.penanda_tangan.first().map(|signer| signer.jabatan.value.clone());
        let value = |cell: &Option<Cell<String>>| cell.as_ref().map(|cell| cell.value.clone());
        Ok(Self {
            title: value(&surel.jabatan_pengirim).or(signer).unwrap_or_else(|| office.clone()),
            contact: value(&surel.narahubung).unwrap_or_else(|| reply_to.as_ref().unwrap_or(&from).full()),
            name: value(&surel.nama_pengirim),
            from,
            reply_to,
            office,
        })
    }
}

fn address(cell: &Cell<String>) -> Result<Address, Failure> {
    Address::parse(&cell.value).map_err(|fault| {
        let diagnostic = super::guards::no_address(fault, &cell.place);
        Failure::one(FailureKind::Usage, diagnostic)
    })
}

/// The server, with its password; what is to be said about where that came from goes to `notes`.
pub(in crate::cli) fn server(
    surel: &Surel,
    sender: &Sender,
    workspace: &Workspace,
    outside: &Outside<'_>,
    notes: &mut Vec<Diagnostic>,
) -> Result<Server, Failure> {
    Ok(Server {
        host: surel.server.value.clone(),
        port: u16::try_from(surel.port.value).unwrap_or(u16::MAX),
        security: match surel.pengaman.value {
            Pengaman::Tls => Security::Tls,
            Pengaman::Starttls => Security::StartTls,
            Pengaman::RelaiLokal => Security::Loopback,
        },
        login: login(surel, workspace, outside, notes)?,
        root: root(surel, workspace)?,
        hello: sender.from.domain().to_owned(),
        patience: outside.post.patience,
    })
}

/// The account, when the server asks for one.
fn login(
    surel: &Surel,
    workspace: &Workspace,
    outside: &Outside<'_>,
    notes: &mut Vec<Diagnostic>,
) -> Result<Option<Login>, Failure> {
    let Some(user) = &surel.pengguna else { return Ok(None) };
    let credentials = (outside.variable)("CREDENTIALS_DIRECTORY").map(PathBuf::from);
    let file = surel.berkas_sandi.as_ref().map(|cell| (workspace.actual.join(&cell.value), cell.value.as_str()));
    let places = SecretPlaces {
        credentials: credentials.as_deref(),
        credential: surel.kredensial.as_ref().map(|cell| cell.value.as_str()),
        file: file.as_ref().map(|(path, shown)| (path.as_path(), *shown)),
        variable: (outside.variable)(PASSWORD_VARIABLE).map(|text| (Secret::new(text), PASSWORD_VARIABLE)),
    };
    let (password, source) = Secret::find(places).map_err(|mut failure| {
        for diagnostic in &mut failure.diagnostics {
            diagnostic.places.push(surel.berkas_sandi.as_ref().unwrap_or(user).place.clone());
        }
        failure
    })?;
    notes.extend(source.warning(PASSWORD_VARIABLE));
    Ok(Some(Login { user: user.value.clone(), password }))
}

/// A certificate of the institution's own, by its path from the workspace.
fn root(surel: &Surel, workspace: &Workspace) -> Result<Option<Vec<u8>>, Failure> {
    let Some(cell) = &surel.sertifikat else { return Ok(None) };
    files::read_file(&workspace.actual.join(&cell.value), MAX_CERTIFICATE).map(Some).map_err(|trouble| {
        let (kind, diagnostic) = disk::unread(&trouble, &cell.value, FailureKind::Usage);
        Failure::one(kind, diagnostic.at(cell.place.clone()))
    })
}
