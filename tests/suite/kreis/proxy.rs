//! A line between a desk and the service that breaks after so many bytes, of both directions together. Reads nothing.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

/// The line.
pub struct Proxy {
    /// Where desks connect.
    pub port: u16,
    left: Arc<AtomicI64>,
    /// Milliseconds that each half kilobyte takes.
    rest: Arc<AtomicU64>,
}

impl Proxy {
    /// A line to a port of this machine, whole for now.
    pub fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let own = listener.local_addr().expect("an address").port();
        let left = Arc::new(AtomicI64::new(i64::MAX));
        let rest = Arc::new(AtomicU64::new(0));
        let (bytes, pause) = (Arc::clone(&left), Arc::clone(&rest));
        let _runs_to_the_end = thread::spawn(move || {
            for desk in listener.incoming().flatten() {
                let Ok(service) = TcpStream::connect(("127.0.0.1", port)) else { continue };
                for (from, to) in [(&desk, &service), (&service, &desk)] {
                    let (from, to) = (from.try_clone().expect("a copy"), to.try_clone().expect("a copy"));
                    let (left, rest) = (Arc::clone(&bytes), Arc::clone(&pause));
                    let _detached = thread::spawn(move || carry(from, to, &left, &rest));
                }
            }
        });
        Self { port: own, left, rest }
    }

    /// Bytes that came through so far, where it never was to break.
    pub fn carried(&self) -> i64 {
        i64::MAX - self.left.load(Ordering::SeqCst)
    }

    /// From now on each half kilobyte takes so many milliseconds.
    pub fn takes(&self, millis: u64) {
        self.rest.store(millis, Ordering::SeqCst);
    }

    /// From now on so many bytes get through.
    pub fn break_after(&self, bytes: i64) {
        self.left.store(bytes, Ordering::SeqCst);
    }
}

fn carry(mut from: TcpStream, mut to: TcpStream, left: &AtomicI64, rest: &AtomicU64) {
    let mut buffer = [0; 512];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        thread::sleep(Duration::from_millis(rest.load(Ordering::SeqCst)));
        let before = left.fetch_sub(i64::try_from(read).expect("small"), Ordering::SeqCst);
        let through = usize::try_from(before.clamp(0, 512)).expect("small").min(read);
        if to.write_all(&buffer[..through]).is_err() || through < read {
            break;
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}
