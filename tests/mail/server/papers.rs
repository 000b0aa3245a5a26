//! Certificates, good and bad, made on the spot.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose, date_time_ymd};
use rustls::ServerConfig;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::PrivateKeyDer;

/// What the server shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Papers {
    /// Valid for 127.0.0.1 and localhost, vouched for by the root.
    Good,
    /// The same, of years ago.
    Expired,
    /// The same, not valid before a day far away.
    NotYet,
    /// Vouched for by itself.
    SelfSigned,
    /// Vouched for by the root, for another name.
    WrongHost,
}

impl Papers {
    /// The server's side, and the root as PEM.
    pub(super) fn issue(self) -> (Arc<ServerConfig>, String) {
        let root_key = KeyPair::generate().unwrap();
        let mut root = CertificateParams::new(Vec::new()).unwrap();
        root.distinguished_name.push(DnType::CommonName, "Akar uji");
        root.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        root.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let pem = root.self_signed(&root_key).unwrap().pem();
        let issuer = Issuer::new(root, root_key);

        let names: &[&str] = if self == Self::WrongHost { &["surel.lain.test"] } else { &["127.0.0.1", "localhost"] };
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut leaf = CertificateParams::new(names).unwrap();
        leaf.distinguished_name.push(DnType::CommonName, "Server uji");
        match self {
            Self::Expired => {
                leaf.not_before = date_time_ymd(2019, 1, 1);
                leaf.not_after = date_time_ymd(2020, 1, 1);
            }
            Self::NotYet => leaf.not_before = date_time_ymd(2999, 1, 1),
            Self::Good | Self::SelfSigned | Self::WrongHost => {}
        }
        let key = KeyPair::generate().unwrap();
        let certificate =
            if self == Self::SelfSigned { leaf.self_signed(&key) } else { leaf.signed_by(&key, &issuer) }.unwrap();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        (Arc::new(config), pem)
    }
}
