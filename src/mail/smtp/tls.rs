//! TLS: whom to trust, and what a failed handshake means.

use std::io;
use std::net::TcpStream;
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{CertificateError, ClientConfig, ClientConnection, Error, RootCertStore, StreamOwned};

use super::line::Fault;

/// Whom to trust, and under which name. TLS 1.2 is the oldest version there is.
#[derive(Clone)]
pub(super) struct Trust {
    config: Arc<ClientConfig>,
    name: ServerName<'static>,
}

/// Why a line could not be secured.
#[derive(Debug)]
pub(super) enum Unsafe {
    /// What is set up cannot work, in words.
    Setting(&'static str),
    /// The line broke.
    Line(Fault),
}

impl Trust {
    /// The roots built in and one more, PEM; in words what is wrong with it.
    pub(super) fn of(host: &str, root: Option<&[u8]>) -> Result<Self, &'static str> {
        let name = ServerName::try_from(host.to_owned()).map_err(|_| "nama server tidak sah")?;
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(pem) = root {
            let built_in = roots.len();
            for certificate in CertificateDer::pem_slice_iter(pem) {
                let added = certificate.ok().and_then(|certificate| roots.add(certificate).ok());
                added.ok_or("berkas sertifikat tambahan tidak berisi sertifikat PEM yang sah")?;
            }
            if roots.len() == built_in {
                return Err("berkas sertifikat tambahan tidak berisi sertifikat PEM");
            }
        }
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|_| "TLS tidak tersedia")?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { config: Arc::new(config), name })
    }

    /// Shakes hands.
    pub(super) fn secure(&self, mut tcp: TcpStream) -> Result<StreamOwned<ClientConnection, TcpStream>, Unsafe> {
        let connection = ClientConnection::new(Arc::clone(&self.config), self.name.clone());
        let mut connection = connection.map_err(|error| told(&error))?;
        while connection.is_handshaking() {
            connection.complete_io(&mut tcp).map_err(unsafe_line)?;
        }
        Ok(StreamOwned::new(connection, tcp))
    }
}

fn unsafe_line(error: io::Error) -> Unsafe {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
        Some(inner) => told(inner),
        None => Unsafe::Line(error.into()),
    }
}

fn told(error: &Error) -> Unsafe {
    use CertificateError as Bad;
    Unsafe::Setting(match error {
        Error::InvalidCertificate(bad) => match bad {
            Bad::Expired | Bad::ExpiredContext { .. } => "sertifikat server sudah kedaluwarsa",
            Bad::NotValidYet | Bad::NotValidYetContext { .. } => "sertifikat server belum berlaku",
            Bad::NotValidForName | Bad::NotValidForNameContext { .. } => {
                "sertifikat server bukan untuk nama server ini"
            }
            Bad::UnknownIssuer => "penerbit sertifikat server tidak dikenal",
            _ => "sertifikat server tidak sah",
        },
        Error::InvalidMessage(_) | Error::InappropriateMessage { .. } | Error::InappropriateHandshakeMessage { .. } => {
            "server menjawab tanpa TLS"
        }
        _ => "server dan program ini tidak sepakat tentang TLS",
    })
}
