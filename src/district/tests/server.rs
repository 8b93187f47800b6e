//! A PostgreSQL of one's own for a test: in a folder that goes with it, on a socket there, and a port only where asked for.
//! Shared by the contract of the databases and the suite.

#![allow(dead_code, reason = "each of the two uses its own part")]

use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// A server that runs until it is dropped.
pub struct Server {
    folder: TempDir,
    child: Option<Child>,
    settings: Vec<String>,
    /// A tool that it runs under, with what the tool is told.
    under: Vec<String>,
}

/// The programs of the newest PostgreSQL here.
fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL is installed");
    let newest = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin"))).max();
    newest.expect("a version of PostgreSQL")
}

impl Server {
    /// Makes a cluster and starts it, without waiting for the disk: no test with this one cuts the power. PostgreSQL refuses
    /// to run as root.
    pub fn start() -> Self {
        Self::with(|_| vec!["fsync=off".to_owned()])
    }

    /// The same with settings of its own, which may name files in its folder.
    pub fn with(settings: impl FnOnce(&Path) -> Vec<String>) -> Self {
        // A socket's path may have a hundred letters, so not below the build's folder.
        let folder = tempfile::tempdir_in("/tmp").expect("a folder");
        let made = Command::new(programs().join("initdb"))
            .args(["--auth=trust", "--username=kreis", "--no-sync", "--encoding=UTF8", "--locale=C", "-D"])
            .arg(folder.path().join("data"))
            .output()
            .expect("initdb");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let settings = settings(folder.path());
        let mut server = Self { folder, child: None, settings, under: Vec::new() };
        server.run();
        server
    }

    /// Starts it, again after [`Server::kill`], and waits until it answers.
    pub fn run(&mut self) {
        loop {
            let mut child = self.spawn();
            loop {
                if self.ask("postgres", "SELECT 1") {
                    self.child = Some(child);
                    return;
                }
                // What a killed one left running may keep its memory for a moment.
                if child.try_wait().expect("a child").is_some() {
                    break;
                }
                thread::sleep(Duration::from_millis(20));
            }
            thread::sleep(Duration::from_millis(100));
        }
    }

    fn spawn(&self) -> Child {
        let program = programs().join("postgres");
        let mut words = self.under.iter().map(AsRef::as_ref).chain([program.as_os_str()]);
        let mut command = Command::new(words.next().expect("a program"));
        // A group of its own, so that a tool does not outlive it, nor it the tool.
        let _ = command
            .args(words)
            .process_group(0)
            .args(["-c", "listen_addresses="])
            .arg("-k")
            .arg(self.folder.path());
        for setting in &self.settings {
            let _ = command.arg("-c").arg(setting);
        }
        let log = std::fs::File::options().create(true).append(true).open(self.folder.path().join("log"));
        let _ = command.arg("-D").arg(self.folder.path().join("data")).stdout(Stdio::null());
        command.stderr(log.expect("a log")).spawn().expect("postgres starts")
    }

    /// Kills it as a power cut does: nothing is written any more.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            let group = format!("-{}", child.id());
            let _ = Command::new("kill").args(["-s", "KILL", "--", &group]).status();
            let _ = child.wait();
        }
    }

    /// Kills it and starts it again under a tool, or without one.
    pub fn runs_under(&mut self, tool: &[&str]) {
        self.kill();
        self.under = tool.iter().map(|word| (*word).to_owned()).collect();
        self.run();
    }

    /// What one column of a query says, a line each.
    pub fn says(&self, database: &str, sql: &str) -> Vec<String> {
        let said = self.psql(database, &format!("COPY ({sql}) TO STDOUT"));
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        String::from_utf8_lossy(&said.stdout).lines().map(str::to_owned).collect()
    }

    /// Where its files are.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What it said of itself.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Kills one of its processes that serve somebody, as the system does where memory is short; the server starts all
    /// others anew by itself.
    pub fn kill_a_backend(&self) {
        let sql = "COPY (SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' \
                   AND pid <> pg_backend_pid() LIMIT 1) TO STDOUT";
        let said = self.psql("postgres", sql).stdout;
        let pid = String::from_utf8_lossy(&said).trim().to_owned();
        if !pid.is_empty() {
            let _ = Command::new("kill").args(["-s", "KILL", &pid]).status();
        }
    }

    fn ask(&self, database: &str, sql: &str) -> bool {
        self.psql(database, sql).status.success()
    }

    fn psql(&self, database: &str, sql: &str) -> std::process::Output {
        // The socket's file bears the number of the port.
        let port = self.settings.iter().find_map(|setting| setting.strip_prefix("port="));
        Command::new("psql")
            .args(["-q", "-U", "kreis", "-d", database, "-c", sql, "-p", port.unwrap_or("5432"), "-h"])
            .arg(self.folder.path())
            .output()
            .expect("psql")
    }

    /// Makes a database and gives its address: over the socket, or the port where one is asked for.
    pub fn database(&self, name: &str, host: Option<&str>) -> String {
        // Names are cut at 63 letters.
        let name: String = name.chars().take(50).collect();
        assert!(self.ask("postgres", &format!("CREATE DATABASE {name}")));
        let socket = self.folder.path().display().to_string().replace('/', "%2F");
        format!("postgres://kreis@{}/{name}", host.unwrap_or(&socket))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}
