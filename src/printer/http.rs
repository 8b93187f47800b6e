//! One message to the printing system and its answer, over HTTP on a socket. Knows nothing of printing.

use super::Trouble;
use super::server::{PORT, Server};
use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
#[cfg(unix)]
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// How long it may take until somebody answers. Nobody waits for it at the window: it is asked beside it.
const PATIENCE: Duration = Duration::from_secs(20);
/// No answer about printers and jobs is larger.
const LARGEST: u64 = 8 << 20;

trait Line: Read + Write {}
impl<T: Read + Write> Line for T {}

/// Sends a message, the document behind it, and returns the answer's body.
pub fn post(
    server: &Server,
    path: &str,
    user: &str,
    message: &[u8],
    document: &[u8],
) -> Result<Vec<u8>, Trouble> {
    let first = once(server, path, None, message, document)?;
    // On a socket of this machine the system itself knows who asks; it only wants to hear the name.
    let again = first.status == 401 && matches!(server, Server::Socket(_));
    let answer = if again { once(server, path, Some(user), message, document)? } else { first };
    match answer.status {
        200 => Ok(answer.body),
        401 | 403 => Err(Trouble::Denied),
        413 => Err(Trouble::Full),
        // Too busy for the moment.
        503 => Err(Trouble::Away("HTTP 503".to_owned())),
        status => Err(Trouble::Refused(format!("HTTP {status}"))),
    }
}

fn once(
    server: &Server,
    path: &str,
    user: Option<&str>,
    message: &[u8],
    document: &[u8],
) -> Result<Answer, Trouble> {
    let away = |error: std::io::Error| Trouble::Away(error.to_string());
    let mut line = connect(server).map_err(away)?;
    let host = host(server);
    let known = user.map_or_else(String::new, |user| format!("Authorization: PeerCred {user}\r\n"));
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: Amtsstube IPP/2.0\r\nConnection: close\r\n\
         {known}Content-Type: application/ipp\r\nContent-Length: {}\r\n\r\n",
        message.len() + document.len()
    );
    let sent = [head.as_bytes(), message, document].into_iter().try_for_each(|part| line.write_all(part));
    let sent = sent.and_then(|()| line.flush());
    // Who takes no more has often said why: the answer counts, and only without one the failure to send.
    let mut bytes = Vec::new();
    let read = line.take(LARGEST).read_to_end(&mut bytes);
    match Answer::read(&bytes) {
        Some(answer) => Ok(answer),
        None => Err(sent.and(read.map(drop)).map_or_else(away, |()| Trouble::Away("?".to_owned()))),
    }
}

/// The field `Host:` of a request (RFC 9110, 7.2): an address of IPv6 stands in brackets (RFC 3986, 3.2.2), without the
/// name of an interface, which means something on this machine only; the port is left out where it is the usual one.
fn host(server: &Server) -> String {
    let Server::Host(name, port) = server else { return "localhost".to_owned() };
    let name = if name.contains(':') {
        format!("[{}]", name.split('%').next().unwrap_or_default())
    } else {
        name.clone()
    };
    if *port == PORT { name } else { format!("{name}:{port}") }
}

fn connect(server: &Server) -> std::io::Result<Box<dyn Line>> {
    match server {
        #[cfg(unix)]
        Server::Socket(path) => {
            let line = UnixStream::connect(path)?;
            line.set_read_timeout(Some(PATIENCE))?;
            line.set_write_timeout(Some(PATIENCE))?;
            Ok(Box::new(line))
        }
        #[cfg(not(unix))]
        Server::Socket(_) => Err(std::io::ErrorKind::Unsupported.into()),
        Server::Host(host, port) => {
            let mut failed = std::io::ErrorKind::NotFound.into();
            for address in (host.as_str(), *port).to_socket_addrs()? {
                match TcpStream::connect_timeout(&address, PATIENCE) {
                    Ok(line) => {
                        line.set_read_timeout(Some(PATIENCE))?;
                        line.set_write_timeout(Some(PATIENCE))?;
                        return Ok(Box::new(line));
                    }
                    Err(error) => failed = error,
                }
            }
            Err(failed)
        }
    }
}

/// An answer of HTTP.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: u16,
    body: Vec<u8>,
}

impl Answer {
    /// Reads an answer that came whole; `None` where it did not.
    fn read(mut bytes: &[u8]) -> Option<Self> {
        let (head, status, body) = loop {
            let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
            let head = String::from_utf8_lossy(bytes.get(..end)?).into_owned();
            let body = bytes.get(end + 4..)?;
            let status: u16 = head.lines().next()?.split_whitespace().nth(1)?.parse().ok()?;
            // "Go on" is said before the answer, perhaps more than once.
            if status != 100 {
                break (head, status, body);
            }
            bytes = body;
        };
        let lines = head.lines().skip(1);
        let fields: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_lowercase()))
            .collect();
        let field = |name: &str| fields.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
        let body = match (field("transfer-encoding"), field("content-length")) {
            (Some("chunked"), _) => unchunked(body)?,
            (_, Some(length)) => body.get(..length.parse().ok()?)?.to_vec(),
            _ => body.to_vec(),
        };
        Some(Self { status, body })
    }
}

fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = String::from_utf8_lossy(rest.get(..end)?).into_owned();
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        let start = end + 2;
        body.extend_from_slice(rest.get(start..start.checked_add(size)?)?);
        rest = rest.get(start + size + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stands_in_brackets_behind_host() {
        let at = |name: &str, port| host(&Server::Host(name.to_owned(), port));
        assert_eq!(at("druck.example.org", 631), "druck.example.org");
        assert_eq!(at("druck.example.org", 8631), "druck.example.org:8631");
        assert_eq!(at("2001:db8::1", 631), "[2001:db8::1]");
        assert_eq!(at("fe80::1%eth0", 8631), "[fe80::1]:8631");
        assert_eq!(host(&Server::Socket("/run/cups/cups.sock".into())), "localhost");
    }

    #[test]
    fn an_answer_comes_whole_or_not_at_all() {
        let plain = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd";
        let parts = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n";
        for whole in [plain.as_slice(), parts.as_slice()] {
            let answer = Answer { status: 200, body: b"abcd".to_vec() };
            assert_eq!(Answer::read(whole), Some(answer));
        }
        for end in 0..plain.len() {
            assert_eq!(Answer::read(&plain[..end]), None, "cut at {end}");
        }
        // The last line of a body in parts is only an empty one.
        for end in 0..parts.len() - 2 {
            assert_eq!(Answer::read(&parts[..end]), None, "cut at {end}");
        }
    }
}
