//! The one connection to the service, opened before anything is asked, so that the first question can be signed for just this
//! connection, and packed in a form that the service reads. Speaks no HTTP and signs nothing.

use super::pinned::{config, said};
use crate::domain::id::Digest;
use crate::wire::Greeting;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, Error as TlsError, ProtocolVersion, StreamOwned};
use std::fmt;
use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use ureq::Error;
use ureq::http::Uri;
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, LazyBuffers, NextTimeout, Transport,
};

/// How long a connection may take to begin, and each step of its greeting.
const CONNECT: Duration = Duration::from_secs(10);

/// The way to one service. Clones are the same.
#[derive(Clone)]
pub(super) struct Line(Arc<Shared>);

struct Shared {
    config: Arc<ClientConfig>,
    host: String,
    port: u16,
    now: Mutex<Now>,
}

#[derive(Default)]
struct Now {
    /// A connection that nobody has used yet.
    ready: Option<Tls>,
    /// The connection that was opened last, as long as somebody has it.
    socket: Weak<TcpStream>,
    greeting: Greeting,
}

type Tls = StreamOwned<ClientConnection, Socket>;

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Line")
    }
}

impl Line {
    /// To the service with this pin.
    pub fn new(url: &str, pin: Digest) -> Result<Self, TlsError> {
        let uri: Uri = url.parse().unwrap_or_default();
        let host = uri.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let (config, port) = (Arc::new(config(pin)?), uri.port_u16().unwrap_or(443));
        Ok(Self(Arc::new(Shared { config, host, port, now: Mutex::default() })))
    }

    /// What was agreed on with the connection that the next question takes; it is opened where there is none.
    pub fn greeting(&self) -> Result<Greeting, Error> {
        let mut now = self.0.now.lock().unwrap_or_else(PoisonError::into_inner);
        let stands = now.ready.is_some() || now.socket.upgrade().is_some_and(|socket| is_quiet(&socket));
        if !stands {
            self.0.open(&mut now)?;
        }
        Ok(now.greeting)
    }
}

impl Shared {
    fn open(&self, now: &mut Now) -> Result<(), Error> {
        let name = ServerName::try_from(self.host.clone()).map_err(|_| Error::HostNotFound)?;
        let socket = Socket(Arc::new(self.connect()?));
        let (within, weak) = (Some(CONNECT), Arc::downgrade(&socket.0));
        socket.0.set_read_timeout(within).and_then(|()| socket.0.set_write_timeout(within))?;
        let conn =
            ClientConnection::new(Arc::clone(&self.config), name).map_err(|_| Error::Tls("no connection"))?;
        let mut tls = StreamOwned::new(conn, socket);
        while tls.conn.is_handshaking() {
            let _ = tls.conn.complete_io(&mut tls.sock).map_err(said)?;
        }
        let is_tls13 = tls.conn.protocol_version() == Some(ProtocolVersion::TLSv1_3);
        let exported =
            |bytes: [u8; 32], label: &[u8]| tls.conn.export_keying_material(bytes, label, None).ok();
        let greeting = Greeting::of(tls.conn.alpn_protocol(), is_tls13, exported);
        *now = Now { ready: Some(tls), socket: weak, greeting };
        Ok(())
    }

    /// To the first of its addresses that answers.
    fn connect(&self) -> io::Result<TcpStream> {
        let mut failed = io::Error::from(io::ErrorKind::AddrNotAvailable);
        for address in (self.host.as_str(), self.port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, CONNECT) {
                Ok(stream) => return stream.set_nodelay(true).map(|()| stream),
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }
}

/// Whether nothing came and nobody left: between two questions the service says nothing.
fn is_quiet(socket: &TcpStream) -> bool {
    let peeked = socket.set_nonblocking(true).and_then(|()| socket.peek(&mut [0]));
    let quiet = matches!(peeked, Err(error) if error.kind() == io::ErrorKind::WouldBlock);
    socket.set_nonblocking(false).is_ok() && quiet
}

impl Connector<()> for Line {
    type Out = Stream;

    fn connect(&self, details: &ConnectionDetails, _: Option<()>) -> Result<Option<Stream>, Error> {
        let mut now = self.0.now.lock().unwrap_or_else(PoisonError::into_inner);
        if now.ready.is_none() {
            self.0.open(&mut now)?;
        }
        let Some(tls) = now.ready.take() else { return Err(Error::ConnectionFailed) };
        let config = details.config;
        let buffers = LazyBuffers::new(config.input_buffer_size(), config.output_buffer_size());
        Ok(Some(Stream { buffers, tls }))
    }
}

/// Its end closes the connection, whoever looks whether it stands.
struct Socket(Arc<TcpStream>);

impl Read for Socket {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        (&*self.0).read(bytes)
    }
}

impl Write for Socket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        (&*self.0).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        (&*self.0).flush()
    }
}

/// A connection with the pinned service.
pub(super) struct Stream {
    buffers: LazyBuffers,
    tls: Tls,
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stream")
    }
}

/// A wait that took too long says for what it was.
fn late(error: io::Error, timeout: NextTimeout) -> Error {
    match error.kind() {
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => Error::Timeout(timeout.reason),
        _ => Error::Io(error),
    }
}

impl Transport for Stream {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.tls.sock.0.set_write_timeout(timeout.not_zero().map(|after| *after))?;
        let output = &self.buffers.output()[..amount];
        self.tls.write_all(output).and_then(|()| self.tls.flush()).map_err(|error| late(error, timeout))
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.tls.sock.0.set_read_timeout(timeout.not_zero().map(|after| *after))?;
        let amount = loop {
            match self.tls.read(self.buffers.input_append_buf()) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other.map_err(|error| late(error, timeout))?,
            }
        };
        self.buffers.input_appended(amount);
        Ok(amount > 0)
    }

    fn is_open(&mut self) -> bool {
        is_quiet(&self.tls.sock.0)
    }

    fn is_tls(&self) -> bool {
        true
    }
}
