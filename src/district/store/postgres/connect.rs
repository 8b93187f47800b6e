//! The way to PostgreSQL: plain over a socket or a private line, or TLS to a server whose authority is known.

use super::{Postgres, StoreError};
use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use std::fmt::Display;
use std::path::Path;
use std::str::FromStr as _;
use std::sync::Arc;
use tokio_postgres::config::SslMode;
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Connections of one node.
const CONNECTIONS: usize = 16;

fn failed(error: impl Display) -> StoreError {
    StoreError::Database(error.to_string())
}

impl Postgres {
    /// Whether the line to the database is encrypted, as the database sees it.
    pub async fn is_encrypted(&self) -> Result<bool, StoreError> {
        self.act(|tx| {
            Box::pin(async move {
                let sql = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
                Ok(tx.query_one(sql, &[]).await?.get(0))
            })
        })
        .await
    }
}

/// Connections to the database at `url`, made when they are needed. With `authority`, the certificates in that file vouch
/// for the server; without it the line stays plain, and `sslmode=require` is refused: an unknown server is no safer.
pub(super) fn pool(url: &str, authority: Option<&Path>) -> Result<Pool, StoreError> {
    let mut config = Config::from_str(url).map_err(failed)?;
    // An acknowledgement is worth what the disk keeps.
    let _ = config.application_name("kreisdienst").options("-c synchronous_commit=on");
    let settings = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = match authority {
        Some(path) => {
            // A file of authorities means that the line is to be safe, whatever the address says.
            let _ = config.ssl_mode(SslMode::Require);
            Manager::from_config(config, MakeRustlsConnect::new(trust(path)?), settings)
        }
        None if config.get_ssl_mode() == SslMode::Require => return Err(StoreError::NoAuthority),
        None => Manager::from_config(config, NoTls, settings),
    };
    Pool::builder(manager).max_size(CONNECTIONS).build().map_err(failed)
}

fn trust(path: &Path) -> Result<ClientConfig, StoreError> {
    let wrong = |error: &dyn Display| failed(format!("{}: {error}", path.display()));
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).map_err(|error| wrong(&error))? {
        roots.add(certificate.map_err(|error| wrong(&error))?).map_err(|error| wrong(&error))?;
    }
    if roots.is_empty() {
        return Err(wrong(&"no certificate"));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    Ok(builder.map_err(failed)?.with_root_certificates(roots).with_no_client_auth())
}
