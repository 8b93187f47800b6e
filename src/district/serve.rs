//! Connections: TLS, one HTTP/1.1 conversation each, limits on how many and how slow, and an end that lets every answer
//! out. Knows no route.

use super::routes::{App, router};
use super::store::{Store, StoreError};
use super::tls::Identity;
use crate::wire::SecretKey;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio_rustls::TlsAcceptor;

/// Most connections at a time; more wait in the system's queue.
const CONNECTIONS: usize = 1024;

/// How long a handshake, and then the head of a request, may take.
const GREETING: Duration = Duration::from_secs(20);

/// How long open answers get when the service stops.
const FAREWELL: Duration = Duration::from_secs(10);

/// Why the service does not serve.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address.
    #[error("{0}: {1}")]
    Listen(SocketAddr, io::Error),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A service that listens.
#[derive(Debug)]
pub struct Running {
    listener: TcpListener,
    /// Where it listens: the port that the system gave where none was asked for.
    pub address: SocketAddr,
}

impl Running {
    /// Begins to listen.
    pub async fn listen(address: SocketAddr) -> Result<Self, ServeError> {
        let failed = |error| ServeError::Listen(address, error);
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        Ok(Self { listener, address })
    }
}

/// Serves until `stop` comes true, then lets open answers out. `fresh` seeds the service's key where it has none yet.
pub async fn serve<S: Store>(
    running: Running,
    identity: Identity,
    store: S,
    fresh: [u8; 32],
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let key = Arc::new(SecretKey::new(&store.seed(fresh).await?));
    let (stopped, stopping) = watch::channel(false);
    let app = App { store, key, news: Arc::new(watch::channel(0).0), stopping };
    let (routes, acceptor) = (router(app), TlsAcceptor::from(identity.config));
    let (places, graceful) = (Arc::new(Semaphore::new(CONNECTIONS)), GracefulShutdown::new());
    let mut stop = std::pin::pin!(stop);
    loop {
        let place = Arc::clone(&places).acquire_owned();
        let accepted = async { (place.await, running.listener.accept().await) };
        let (place, stream) = tokio::select! {
            () = &mut stop => break,
            (place, accepted) = accepted => match accepted {
                Ok((stream, _)) => (place, stream),
                Err(error) => {
                    // Too many open files, say: the next one may succeed.
                    tracing::warn!(%error, "no connection");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
        };
        let (service, acceptor) = (TowerToHyperService::new(routes.clone()), acceptor.clone());
        let watcher = graceful.watcher();
        let _task = tokio::spawn(async move {
            let _place = place;
            let Some(stream) = greet(&acceptor, stream).await else { return };
            let mut http = hyper::server::conn::http1::Builder::new();
            let _ = http.timer(TokioTimer::new()).header_read_timeout(GREETING);
            let conversation = http.serve_connection(TokioIo::new(stream), service);
            if let Err(error) = watcher.watch(conversation).await {
                tracing::debug!(%error, "a conversation broke off");
            }
        });
    }
    tracing::info!("stopping");
    let _ = stopped.send(true);
    let _ = tokio::time::timeout(FAREWELL, graceful.shutdown()).await;
    Ok(())
}

async fn greet(
    acceptor: &TlsAcceptor,
    stream: TcpStream,
) -> Option<tokio_rustls::server::TlsStream<TcpStream>> {
    let _ = stream.set_nodelay(true);
    match tokio::time::timeout(GREETING, acceptor.accept(stream)).await {
        Ok(Ok(stream)) => Some(stream),
        Ok(Err(error)) => {
            tracing::debug!(%error, "no handshake");
            None
        }
        Err(_) => None,
    }
}
