//! Connections: TLS, one HTTP/1.1 conversation each, limits on how many and how slow, and an end that lets every answer
//! out. Knows no route.

use super::config::Limits;
use super::metrics::Metrics;
use super::presence;
use super::routes::{App, router};
use super::store::{Store, StoreError};
use super::tls::Identity;
use crate::wire::{Greeting, SecretKey};
use axum::http;
use hyper::body::Incoming;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use rustls::{ProtocolVersion, ServerConnection};
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;

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
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let key = SecretKey::new(&store.seed(fresh).await?);
    let (stopped, stopping) = watch::channel(false);
    let app = App::new(store, key, limits, stopping);
    let (routes, acceptor) = (router(app.clone()), TlsAcceptor::from(identity.config));
    let sweeping = tokio::spawn(presence::sweep(app.store.clone()));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, address) = tokio::select! {
            () = &mut stop => break,
            accepted = running.listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Too many open files, say: the next one may succeed.
                    tracing::warn!(%error, "no connection");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
        };
        // Whoever finds no place is let go at once and comes again; waiting would keep all others waiting, too.
        let Some(place) = app.places.take(address.ip()) else {
            app.metrics.refused("connections");
            continue;
        };
        let (service, acceptor) = (TowerToHyperService::new(routes.clone()), acceptor.clone());
        let (watcher, metrics) = (graceful.watcher(), Arc::clone(&app.metrics));
        let _task = tokio::spawn(async move {
            let _place = place;
            let Some(stream) = greet(&acceptor, stream, limits, &metrics).await else { return };
            // Who asks may sign for this connection, and hears what it reads.
            let greeting = greeting(stream.get_ref().1);
            let service = service_fn(move |mut request: http::Request<Incoming>| {
                let _ = request.extensions_mut().insert(greeting);
                service.call(request)
            });
            let mut http = hyper::server::conn::http1::Builder::new();
            let _ = http.timer(TokioTimer::new()).header_read_timeout(limits.greeting());
            let conversation = http.serve_connection(TokioIo::new(stream), service);
            if let Err(error) = watcher.watch(conversation).await {
                // Silence between two requests ends here as well as a head that drips.
                if error.is_timeout() {
                    metrics.refused("quiet");
                }
                tracing::debug!(%error, "a conversation broke off");
            }
        });
    }
    sweeping.abort();
    // Whoever comes now is refused at once and goes to another node; in the listener's queue nobody would hear them.
    drop(running);
    tracing::info!("stopping");
    let _ = stopped.send(true);
    let _ = tokio::time::timeout(FAREWELL, graceful.shutdown()).await;
    Ok(())
}

/// What was agreed on with whoever came.
fn greeting(tls: &ServerConnection) -> Greeting {
    let exported = |bytes: [u8; 32], label: &[u8]| tls.export_keying_material(bytes, label, None).ok();
    let is_tls13 = tls.protocol_version() == Some(ProtocolVersion::TLSv1_3);
    Greeting::of(tls.alpn_protocol(), is_tls13, exported)
}

async fn greet(
    acceptor: &TlsAcceptor,
    stream: TcpStream,
    limits: Limits,
    metrics: &Metrics,
) -> Option<tokio_rustls::server::TlsStream<TcpStream>> {
    let _ = stream.set_nodelay(true);
    match tokio::time::timeout(limits.greeting(), acceptor.accept(stream)).await {
        Ok(Ok(stream)) => Some(stream),
        Ok(Err(error)) => {
            metrics.refused("handshake");
            tracing::debug!(%error, "no handshake");
            None
        }
        Err(_) => {
            metrics.refused("too_slow");
            None
        }
    }
}
