//! Settings of the service: one TOML file, every line of which may be left out.

use directories::ProjectDirs;
use serde::Deserialize;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What the file may say.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    listen: Option<SocketAddr>,
    url: Option<String>,
    data: Option<PathBuf>,
    database: Option<String>,
    database_authority: Option<PathBuf>,
    certificate: Option<PathBuf>,
    key: Option<PathBuf>,
    limits: Limits,
}

/// What nobody may exceed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Connections altogether.
    pub connections: usize,
    /// Connections from one address. All desks behind one balancer share one.
    pub connections_per_address: usize,
    /// How long a handshake, and then the head of a request, may take, in seconds.
    pub greeting_seconds: u64,
    /// How long a body may take, in seconds: the largest one over 64 kbit/s takes 131.
    pub body_seconds: u64,
    /// Requests of one desk in a second, all of a day.
    pub requests_per_second: u32,
    /// Requests of one desk at once after a rest: a first sync brings some thousand papers.
    pub burst: u32,
    /// Bundles of one office that may lie at another, not taken yet.
    pub bundles_per_office: u64,
    /// Megabytes of them.
    pub bundle_megabytes_per_office: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            connections_per_address: 256,
            greeting_seconds: 20,
            body_seconds: 180,
            requests_per_second: 500,
            burst: 5000,
            bundles_per_office: 500,
            bundle_megabytes_per_office: 2048,
        }
    }
}

impl Limits {
    /// For a handshake, and for the head of a request.
    pub fn greeting(&self) -> Duration {
        Duration::from_secs(self.greeting_seconds)
    }

    /// For a body.
    pub fn patience(&self) -> Duration {
        Duration::from_secs(self.body_seconds)
    }
}

/// What holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Where it listens.
    pub listen: SocketAddr,
    /// What desks call.
    pub url: String,
    /// Where the certificate lies that it made itself, and the database unless another one is named.
    pub data: PathBuf,
    /// `postgres://…`; without it an SQLite file in the folder.
    pub database: Option<String>,
    /// Certificates (PEM) that vouch for the database's server: the line to it is encrypted then.
    pub database_authority: Option<PathBuf>,
    /// Certificate chain and key as PEM files; without them the service makes its own.
    pub files: Option<(PathBuf, PathBuf)>,
    /// What nobody may exceed.
    pub limits: Limits,
}

/// Why there are no settings.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// What it says.
    #[error("{0}: {1}")]
    Toml(PathBuf, toml::de::Error),
    /// No home folder and no `data`.
    #[error("no home folder: say where the data is to lie")]
    NoHome,
    /// No database that it knows.
    #[error("a database is `postgres://…`, or nothing for SQLite in the data folder")]
    OtherDatabase,
    /// One without the other.
    #[error("certificate and key belong together")]
    HalfCertificate,
}

impl Config {
    /// Reads the file, if one is named. `data` overrides what it says about the folder.
    pub fn read(path: Option<&Path>, data: Option<PathBuf>) -> Result<Self, ConfigError> {
        let file = match path {
            None => File::default(),
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|error| ConfigError::File(path.to_owned(), error))?;
                toml::from_str(&text).map_err(|error| ConfigError::Toml(path.to_owned(), error))?
            }
        };
        let home = || ProjectDirs::from("de", "", "kreisdienst").map(|dirs| dirs.data_dir().to_owned());
        let data = data.or(file.data).or_else(home).ok_or(ConfigError::NoHome)?;
        let listen = file.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8443)));
        let files = match (file.certificate, file.key) {
            (Some(certificate), Some(key)) => Some((certificate, key)),
            (None, None) => None,
            _ => return Err(ConfigError::HalfCertificate),
        };
        let url = file.url.unwrap_or_else(|| format!("https://{listen}"));
        let database = file.database;
        if database.as_deref().is_some_and(|database| !database.starts_with("postgres")) {
            return Err(ConfigError::OtherDatabase);
        }
        Ok(Self {
            listen,
            url: url.trim_end_matches('/').to_owned(),
            data,
            database,
            database_authority: file.database_authority,
            files,
            limits: file.limits,
        })
    }

    /// The SQLite file.
    pub fn sqlite(&self) -> PathBuf {
        self.data.join("kreisdienst.db")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_nothing_configured_it_serves_this_machine() {
        let config = Config::read(None, Some("/srv/kreis".into())).expect("settings");
        assert_eq!((config.url.as_str(), config.files), ("https://127.0.0.1:8443", None));
    }

    /// What the sample says of a setting is what holds without it, and the unit's folder is the one in it.
    #[test]
    fn the_sample_is_understood_line_by_line() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("installer/district");
        let sample = folder.join("kreisdienst.toml");
        let config = Config::read(Some(&sample), None).expect("as it is delivered");
        assert_eq!((config.limits, config.database, config.files), (Limits::default(), None, None));
        let unit = std::fs::read_to_string(folder.join("kreisdienst.service")).expect("the unit");
        let state = config.data.file_name().and_then(|name| name.to_str()).expect("a folder");
        assert!(unit.contains(&format!("StateDirectory={state}\n")), "{unit}");
        // What a desk or an attacker made of the service would reach: its own folder and the network.
        for kept in [
            "DynamicUser=yes",
            "NoNewPrivileges=yes",
            "CapabilityBoundingSet=",
            "ProtectSystem=strict",
            "UMask=0077",
        ] {
            assert!(unit.lines().any(|line| line == kept), "{kept}");
        }

        let text = std::fs::read_to_string(&sample).expect("the sample");
        let offered = text.lines().map(|line| line.strip_prefix("# ").unwrap_or(line));
        let mut seen = std::collections::BTreeSet::new();
        let is_setting = |line: &&str| line.contains(" = ") || line.starts_with('[');
        // Two addresses of a database are shown; one holds.
        let once = |line: &&str| seen.insert(line.split(' ').next().unwrap_or_default().to_owned());
        let all: Vec<&str> = offered.filter(is_setting).filter(once).collect();
        let dir = tempfile::tempdir().expect("folder");
        let path = dir.path().join("all.toml");
        std::fs::write(&path, all.join("\n")).expect("written");
        let config = Config::read(Some(&path), None).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(config.limits, Limits::default());
        assert!(config.database.is_some() && config.database_authority.is_some() && config.files.is_some());
    }

    #[test]
    fn a_word_that_nobody_knows_is_refused() {
        let dir = tempfile::tempdir().expect("folder");
        let path = dir.path().join("kreisdienst.toml");
        let texts = [
            ("listen = \"0.0.0.0:443\"", true),
            ("database = \"postgres://kreis@db/kreis\"", true),
            ("database = \"mysql://kreis\"", false),
            ("[limits]\nconnections = 20", true),
            ("[limits]\nconections = 20", false),
            ("lisen = 1", false),
            ("key = \"k\"", false),
        ];
        for (text, good) in texts {
            std::fs::write(&path, text).expect("written");
            assert_eq!(Config::read(Some(&path), Some("/srv".into())).is_ok(), good, "{text}");
        }
    }
}
