//! The service's certificate: from files, or one that it makes itself. Desks pin it, so that no authority has to vouch.

use super::config::Config;
use crate::domain::id::Digest;
use crate::wire::ALPN;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why the service cannot show who it is.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// No certificate or key is in the file.
    #[error("{0}: {1}")]
    Pem(PathBuf, rustls::pki_types::pem::Error),
    /// No certificate is in the file.
    #[error("{0}: no certificate")]
    Empty(PathBuf),
    /// Certificate and key do not fit.
    #[error("{0}")]
    Rustls(#[from] rustls::Error),
    /// None could be made.
    #[error("{0}")]
    Made(#[from] rcgen::Error),
}

/// Certificate and key, ready to serve.
#[derive(Debug, Clone)]
pub struct Identity {
    /// What connections are made with.
    pub config: Arc<ServerConfig>,
    /// SHA-256 of the certificate: what desks pin.
    pub pin: Digest,
}

/// Loads the certificate, and makes one where none is configured and none was made yet.
pub fn identity(config: &Config) -> Result<Identity, TlsError> {
    let (certificate, key) = match &config.files {
        Some(files) => files.clone(),
        None => made(config)?,
    };
    let pem = |path: &PathBuf| {
        let path = path.clone();
        |error| TlsError::Pem(path, error)
    };
    let chain: Vec<_> = CertificateDer::pem_file_iter(&certificate)
        .map_err(pem(&certificate))?
        .collect::<Result<_, _>>()
        .map_err(pem(&certificate))?;
    let key = PrivateKeyDer::from_pem_file(&key).map_err(pem(&key))?;
    let first = chain.first().ok_or_else(|| TlsError::Empty(certificate.clone()))?;
    let pin = Digest::of(&[first]);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    config.alpn_protocols = ALPN.map(<[u8]>::to_vec).to_vec();
    Ok(Identity { config: Arc::new(config), pin })
}

/// The certificate that the service made itself. The key is written first, so that a certificate always has one.
fn made(config: &Config) -> Result<(PathBuf, PathBuf), TlsError> {
    let (certificate, key) = (config.data.join("certificate.pem"), config.data.join("key.pem"));
    if !certificate.exists() {
        let host = config.url.trim_start_matches("https://");
        let host = host.rsplit_once(':').map_or(host, |(host, _)| host).trim_matches(['[', ']']);
        let mut names = vec![host.to_owned(), "localhost".to_owned(), "127.0.0.1".to_owned()];
        names.dedup();
        let made = rcgen::generate_simple_self_signed(names)?;
        write_private(&key, &made.signing_key.serialize_pem())?;
        write_private(&certificate, &made.cert.pem())?;
    }
    Ok((certificate, key))
}

/// Writes a file that only its owner reads, whole or not at all.
fn write_private(path: &Path, text: &str) -> Result<(), TlsError> {
    let new = path.with_extension("new");
    let write = || {
        let mut options = fs::OpenOptions::new();
        let _ = options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        let _ = std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&new)?;
        io::Write::write_all(&mut file, text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&new, path)
    };
    write().map_err(|error| TlsError::File(path.to_owned(), error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Settings that name files of a certificate, in a folder of its own.
    fn configured(certificate: &str, key: &str) -> (tempfile::TempDir, Config) {
        let dir = tempfile::tempdir().expect("folder");
        let files = [("certificate.pem", certificate), ("private.pem", key)];
        let [certificate, key] = files.map(|(name, text)| {
            let path = dir.path().join(name);
            fs::write(&path, text).expect("written");
            path
        });
        let data = dir.path().join("data");
        fs::create_dir(&data).expect("a folder");
        let config = Config::read(None, Some(data)).expect("settings");
        (dir, Config { files: Some((certificate, key)), ..config })
    }

    fn own() -> rcgen::CertifiedKey<rcgen::KeyPair> {
        rcgen::generate_simple_self_signed(["kreisdienst.kreis.example".to_owned()]).expect("a certificate")
    }

    #[test]
    fn a_certificate_from_files_is_the_one_that_desks_pin() {
        let made = own();
        let (_dir, config) = configured(&made.cert.pem(), &made.signing_key.serialize_pem());
        let shown = identity(&config).expect("shown");
        assert_eq!(shown.pin, Digest::of(&[made.cert.der()]));
        assert_eq!(fs::read_dir(&config.data).expect("the folder").count(), 0, "it makes none of its own");
    }

    #[test]
    fn files_that_do_not_belong_together_are_refused_by_name() {
        let (one, other) = (own(), own());
        let (key, pem) = (one.signing_key.serialize_pem(), one.cert.pem());
        let refused = |certificate: &str, key: &str| {
            let (_dir, config) = configured(certificate, key);
            identity(&config).expect_err("refused").to_string()
        };
        assert!(refused("", &key).contains("certificate.pem"));
        assert!(refused(&pem, "").contains("private.pem"));
        let (_dir, config) = configured(&pem, &other.signing_key.serialize_pem());
        assert!(matches!(identity(&config), Err(TlsError::Rustls(_))));
        let (_dir, mut config) = configured(&pem, &key);
        config.files = Some(("/nowhere/certificate.pem".into(), "/nowhere/key.pem".into()));
        assert!(identity(&config).expect_err("refused").to_string().contains("/nowhere/certificate.pem"));
    }
}
