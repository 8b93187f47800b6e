//! A PostgreSQL of one's own for a test: in a folder that goes with it, on a socket there, no port.

use crate::district::Postgres;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// A server that runs until it is dropped.
pub struct Server {
    folder: TempDir,
    child: Child,
}

/// The programs of the newest PostgreSQL here.
fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL is installed");
    let newest = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin"))).max();
    newest.expect("a version of PostgreSQL")
}

impl Server {
    /// Makes a cluster and starts it. PostgreSQL refuses to run as root.
    pub fn start() -> Self {
        // A socket's path may have a hundred letters, so not below the build's folder.
        let folder = tempfile::tempdir_in("/tmp").expect("a folder");
        let data = folder.path().join("data");
        let made = Command::new(programs().join("initdb"))
            .args(["--auth=trust", "--username=kreis", "--no-sync", "--encoding=UTF8", "--locale=C", "-D"])
            .arg(&data)
            .output()
            .expect("initdb");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let child = Command::new(programs().join("postgres"))
            .args(["-F", "-c", "listen_addresses=", "-k"])
            .arg(folder.path())
            .arg("-D")
            .arg(&data)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("postgres starts");
        let server = Self { folder, child };
        while !server.ask("postgres", "SELECT 1") {
            thread::sleep(Duration::from_millis(50));
        }
        server
    }

    fn ask(&self, database: &str, sql: &str) -> bool {
        let psql = Command::new("psql")
            .args(["-q", "-U", "kreis", "-d", database, "-c", sql, "-h"])
            .arg(self.folder.path())
            .output();
        psql.expect("psql").status.success()
    }

    /// A new database, opened.
    pub async fn database(&self, name: &str) -> Postgres {
        // Names are cut at 63 letters.
        let name: String = name.chars().take(50).collect();
        assert!(self.ask("postgres", &format!("CREATE DATABASE {name}")));
        let folder = self.folder.path().display().to_string().replace('/', "%2F");
        Postgres::open(&format!("postgres://kreis@{folder}/{name}")).await.expect("opened")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
