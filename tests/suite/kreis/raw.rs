//! TLS by hand to the service, for what no desk does: looking at its counters, dripping, staying silent. Checks no name and
//! no certificate.

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme, StreamOwned};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;

/// A line that nobody understands but TLS.
pub type Tls = StreamOwned<ClientConnection, TcpStream>;

#[derive(Debug)]
struct Anybody(Arc<CryptoProvider>);

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

/// A line to a port of this machine, the handshake done.
pub fn tls(port: u16) -> Tls {
    tls_as(port, &[])
}

/// The same, offering to speak as these do.
pub fn tls_as(port: u16, offers: &[&[u8]]) -> Tls {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .expect("versions of TLS")
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Anybody(provider)))
        .with_no_client_auth();
    config.alpn_protocols = offers.iter().map(|offer| offer.to_vec()).collect();
    let name = ServerName::try_from("localhost").expect("a name");
    let mut tls = ClientConnection::new(Arc::new(config), name).expect("a connection");
    let mut socket = TcpStream::connect(("127.0.0.1", port)).expect("somebody listens");
    let _ = tls.complete_io(&mut socket).expect("a handshake");
    StreamOwned::new(tls, socket)
}

/// What is answered until the service ends the line.
pub fn answer(line: &mut Tls) -> String {
    let mut said = Vec::new();
    // The service may end it without saying so; what it said before counts.
    let _ = line.read_to_end(&mut said);
    String::from_utf8_lossy(&said).into_owned()
}

/// Asks once.
pub fn get(port: u16, path: &str) -> String {
    let mut line = tls(port);
    let asked = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    line.write_all(asked.as_bytes()).expect("asked");
    answer(&mut line)
}

/// A number of `/metrics`; 0 where it does not stand there.
pub fn counted(port: u16, what: &str) -> u64 {
    let said = get(port, "/metrics");
    let line = said.lines().find_map(|line| line.strip_prefix(&format!("kreisdienst_{what} ")));
    line.and_then(|count| count.parse().ok()).unwrap_or_default()
}
