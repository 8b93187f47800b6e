//! A service within this process, with its routes, its TLS and its database on a port of its own: what hundreds of rounds
//! would wait for a program to start. Kills nothing; for that there is the program.

#![allow(dead_code, reason = "the suite and the benches share it, and each uses its own part")]

use amtsstube::district::config::{Config, Limits};
use amtsstube::district::tls::{Identity, identity};
use amtsstube::district::{self, Running, Sqlite, Store};
use amtsstube::wire::EnrolmentCode;
use std::future::Future;
use std::path::Path;
use std::sync::Mutex;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// The service, until it is dropped.
pub struct Within<S> {
    pub store: S,
    pub port: u16,
    pub identity: Identity,
    runtime: Runtime,
    stop: Option<oneshot::Sender<()>>,
    serving: Option<JoinHandle<()>>,
    codes: Mutex<u8>,
    _folder: TempDir,
}

impl Within<Sqlite> {
    /// One over an SQLite file.
    pub fn new() -> Self {
        Self::limited(Limits::default())
    }

    /// The same with limits of its own.
    pub fn limited(limits: Limits) -> Self {
        let open = |folder: &Path| {
            let store = Sqlite::open(&folder.join("kreis.db"));
            async move { store.expect("opens") }
        };
        Self::over(open, None, limits)
    }
}

impl<S: Store> Within<S> {
    /// One over any database. Nodes that stand behind one port show one identity.
    pub fn over<F: Future<Output = S>>(
        open: impl FnOnce(&Path) -> F,
        shown: Option<Identity>,
        limits: Limits,
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.expect("a runtime");
        let config = Config::read(None, Some(folder.path().to_owned())).expect("settings");
        let identity = shown.unwrap_or_else(|| identity(&config).expect("a certificate"));
        let store = runtime.block_on(open(folder.path()));
        let listens = Running::listen(([127, 0, 0, 1], 0).into());
        let running = runtime.block_on(listens).expect("a free port");
        let (port, (stop, stopped)) = (running.address.port(), oneshot::channel::<()>());
        let ends = async {
            let _ = stopped.await;
        };
        let serves = district::serve(running, identity.clone(), store.clone(), [200; 32], limits, ends);
        let serving = Some(runtime.spawn(async { serves.await.expect("serves") }));
        let (stop, codes) = (Some(stop), Mutex::new(0));
        Self { store, port, identity, runtime, stop, serving, codes, _folder: folder }
    }

    /// Waits for an answer of the database.
    pub fn asks<T>(&self, later: impl Future<Output = T>) -> T {
        self.runtime.block_on(later)
    }

    /// A code for one more desk of a town.
    pub fn code(&self, town: &str) -> EnrolmentCode {
        let number = {
            let mut codes = self.codes.lock().expect("nobody panics here");
            *codes += 1;
            *codes
        };
        let name = format!("Schalter {number}");
        let (code, kept) = district::code(town, &name, self.identity.pin, [number; 16]);
        self.asks(self.store.add_code(kept)).expect("kept");
        code
    }
}

impl<S> Drop for Within<S> {
    fn drop(&mut self) {
        let _ = self.stop.take().map(|stop| stop.send(()));
        if let Some(serving) = self.serving.take() {
            let _ = self.runtime.block_on(serving);
        }
    }
}
