//! A line between desks and the service, or several nodes of it: whole, breaking after so many bytes, or as slow as one far
//! out. Counts what it carries and reads nothing.

#![allow(dead_code, reason = "the suite and the benches share it, and each uses its own part")]

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// Most bytes that are carried at once: what a packet on the way holds.
const PACKET: usize = 1400;

/// What a packet costs beside its content: the headers of IP and TCP.
const HEADERS: u64 = 40;

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the service.
    Up = 0,
    /// To the desk.
    Down = 1,
}

/// How slow a line is: bytes a second in each direction, and how long one takes from end to end.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    pub bytes: u64,
    pub delay: Duration,
}

/// The line.
pub struct Proxy {
    /// Where desks connect.
    pub port: u16,
    line: Arc<Line>,
}

#[derive(Default)]
struct Line {
    left: AtomicI64,
    each: [AtomicI64; 2],
    is_cut: AtomicBool,
    carried: [AtomicU64; 2],
    connections: AtomicU64,
    pace: Option<Pace>,
    /// Milliseconds that each half kilobyte takes.
    rest: AtomicU64,
    /// When each direction has sent what it was given.
    free: [Mutex<Option<Instant>>; 2],
}

impl Proxy {
    /// A line to a port of this machine, whole for now.
    pub fn to(port: u16) -> Self {
        Self::between(vec![port], None)
    }

    /// A slow one.
    pub fn slow(port: u16, pace: Pace) -> Self {
        Self::between(vec![port], Some(pace))
    }

    /// One port before several nodes, which get the connections in turn.
    pub fn before(ports: Vec<u16>) -> Self {
        Self::between(ports, None)
    }

    fn between(ports: Vec<u16>, pace: Option<Pace>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let proxy = Self { port, line: Arc::new(Line { pace, ..Line::default() }) };
        proxy.heal();
        let line = Arc::clone(&proxy.line);
        let _runs_to_the_end = thread::spawn(move || {
            for (desk, port) in listener.incoming().flatten().zip(ports.iter().cycle()) {
                let _ = line.connections.fetch_add(1, Ordering::SeqCst);
                let (line, port) = (Arc::clone(&line), *port);
                let _detached = thread::spawn(move || connect(&desk, port, &line));
            }
        });
        proxy
    }

    /// From now on so many bytes get through, of both directions together.
    pub fn break_after(&self, bytes: i64) {
        self.heal();
        self.line.left.store(bytes, Ordering::SeqCst);
    }

    /// From now on so many bytes get through in one direction, then nothing in either.
    pub fn cut_after(&self, way: Way, bytes: i64) {
        self.heal();
        self.line.is_cut.store(false, Ordering::SeqCst);
        self.line.each[way as usize].store(bytes, Ordering::SeqCst);
    }

    /// Whether it was cut since [`Proxy::cut_after`] was called.
    pub fn is_cut(&self) -> bool {
        self.line.is_cut.load(Ordering::SeqCst)
    }

    /// Whole from now on.
    pub fn heal(&self) {
        for left in self.line.each.iter().chain([&self.line.left]) {
            left.store(i64::MAX, Ordering::SeqCst);
        }
    }

    /// Bytes that came through so far.
    pub fn carried(&self) -> u64 {
        self.line.carried.iter().map(|bytes| bytes.load(Ordering::SeqCst)).sum()
    }

    /// Those that went up and down so far.
    pub fn carried_each(&self) -> (u64, u64) {
        let [up, down] = self.line.carried.each_ref().map(|bytes| bytes.load(Ordering::SeqCst));
        (up, down)
    }

    /// From now on each half kilobyte takes so many milliseconds.
    pub fn takes(&self, millis: u64) {
        self.line.rest.store(millis, Ordering::SeqCst);
    }

    /// Connections so far.
    pub fn connections(&self) -> u64 {
        self.line.connections.load(Ordering::SeqCst)
    }
}

fn connect(desk: &TcpStream, port: u16, line: &Arc<Line>) {
    // Over the slow line the greeting of TCP goes there and back before anything else.
    thread::sleep(line.pace.map_or(Duration::ZERO, |pace| pace.delay * 2));
    let Ok(service) = TcpStream::connect(("127.0.0.1", port)) else { return };
    let _ = (desk.set_nodelay(true), service.set_nodelay(true));
    for (way, from, to) in [(Way::Up, desk, &service), (Way::Down, &service, desk)] {
        let (from, to) = (from.try_clone().expect("a copy"), to.try_clone().expect("a copy"));
        let line = Arc::clone(line);
        let _detached = thread::spawn(move || carry(way, from, to, &line));
    }
}

fn carry(way: Way, mut from: TcpStream, to: TcpStream, line: &Line) {
    let (queue, arriving) = mpsc::channel::<(Option<Instant>, Vec<u8>)>();
    let mut out = to.try_clone().expect("a copy");
    let delivers = thread::spawn(move || {
        for (at, bytes) in arriving {
            thread::sleep(at.map_or(Duration::ZERO, |at| at.saturating_duration_since(Instant::now())));
            if out.write_all(&bytes).is_err() {
                break;
            }
        }
    });
    let mut buffer = [0; PACKET];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        let halves = read.div_ceil(512) as u64;
        thread::sleep(Duration::from_millis(halves * line.rest.load(Ordering::SeqCst)));
        let through = line.lets_through(way, read);
        let _ = line.carried[way as usize].fetch_add(through as u64, Ordering::SeqCst);
        let sent = queue.send((line.arrives(way, through), buffer[..through].to_vec()));
        if sent.is_err() || through < read {
            break;
        }
    }
    drop(queue);
    let _ = delivers.join();
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}

impl Line {
    /// How many of so many bytes still get through.
    fn lets_through(&self, way: Way, read: usize) -> usize {
        let bytes = i64::try_from(read).expect("small");
        let least =
            [&self.left, &self.each[way as usize]].map(|left| left.fetch_sub(bytes, Ordering::SeqCst));
        let through = least.into_iter().fold(bytes, i64::min).max(0);
        if through < bytes {
            self.is_cut.store(true, Ordering::SeqCst);
            for left in &self.each {
                left.store(0, Ordering::SeqCst);
            }
        }
        usize::try_from(through).expect("small")
    }

    /// When a packet that is sent now is there; nothing where the line is quick.
    fn arrives(&self, way: Way, bytes: usize) -> Option<Instant> {
        let pace = self.pace?;
        let mut free = self.free[way as usize].lock().expect("nobody panics here");
        let begins = free.unwrap_or_else(Instant::now).max(Instant::now());
        let sent = begins + Duration::from_micros((bytes as u64 + HEADERS) * 1_000_000 / pace.bytes);
        *free = Some(sent);
        Some(sent + pace.delay)
    }
}
