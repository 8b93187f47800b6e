//! PostgreSQL over TLS: a server that shows the right certificate, one that shows another, and one that shows none.

use super::server::Server;
use super::*;
use crate::district::store::StoreError;
use crate::district::{Postgres, Store};
use std::net::TcpListener;
use std::path::Path;

/// A certificate for this machine, made for one test: certificate and key as PEM.
fn certificate() -> (String, String) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]);
    let made = made.expect("a certificate");
    (made.cert.pem(), made.signing_key.serialize_pem())
}

fn private(path: &Path, text: &str) {
    std::fs::write(path, text).expect("written");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(path, mode).expect("only its owner reads it");
}

fn listens(port: u16) -> Vec<String> {
    vec!["fsync=off".to_owned(), "listen_addresses=127.0.0.1".to_owned(), format!("port={port}")]
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

#[test]
fn the_line_to_postgres_is_encrypted_and_the_server_is_the_known_one() {
    let (pem, key) = certificate();
    let port = free_port();
    let server = Server::with(|folder| {
        private(&folder.join("server.pem"), &pem);
        private(&folder.join("server.key"), &key);
        let file = |name: &str| folder.join(name).display().to_string();
        let tls = [
            "ssl=on".to_owned(),
            format!("ssl_cert_file={}", file("server.pem")),
            format!("ssl_key_file={}", file("server.key")),
        ];
        listens(port).into_iter().chain(tls).collect()
    });
    // The socket's file bears the port, so psql has to know it.
    let url = server.database("tls", Some(&format!("127.0.0.1:{port}"))) + "?sslmode=require";
    let folder = tempfile::tempdir().expect("a folder");
    let (ours, others) = (folder.path().join("ours.pem"), folder.path().join("others.pem"));
    std::fs::write(&ours, &pem).expect("written");
    std::fs::write(&others, certificate().0).expect("written");
    run(async {
        let store = Postgres::open(&url, Some(&ours)).await.expect("opened");
        assert_eq!(store.seed([7; 32]).await.expect("a seed"), [7; 32]);
        assert!(store.is_encrypted().await.expect("answered"));
        let other = Postgres::open(&url, Some(&others)).await;
        assert!(matches!(&other, Err(StoreError::Database(_))), "somebody else's authority: {other:?}");
        let none = Postgres::open(&url, None).await;
        assert!(matches!(none, Err(StoreError::NoAuthority)), "no authority, no safe line");
    });
}

#[test]
fn a_server_without_encryption_gets_nothing_where_it_is_required() {
    let port = free_port();
    let server = Server::with(|_| listens(port));
    let url = server.database("plain", Some(&format!("127.0.0.1:{port}")));
    let folder = tempfile::tempdir().expect("a folder");
    let authority = folder.path().join("authority.pem");
    std::fs::write(&authority, certificate().0).expect("written");
    run(async {
        let refused = Postgres::open(&url, Some(&authority)).await;
        assert!(matches!(&refused, Err(StoreError::Database(_))), "{refused:?}");
        let store = Postgres::open(&url, None).await.expect("plain where nobody asked for more");
        assert!(!store.is_encrypted().await.expect("answered"));
    });
}
