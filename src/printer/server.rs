//! Where the printing system listens, who asks, and which printer that user prefers: read where every program that
//! prints reads it (`CUPS_SERVER`, `client.conf`, `lpoptions`). Connects to nothing.

use std::path::{Path, PathBuf};

/// Where the printing system listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Server {
    /// A socket in the file system.
    Socket(PathBuf),
    /// Host and port.
    Host(String, u16),
}

const SOCKETS: [&str; 2] = ["/run/cups/cups.sock", "/var/run/cups/cups.sock"];
/// The port of IPP.
pub const PORT: u16 = 631;

/// What the surroundings say: variables and small files.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The value of a variable.
    pub variable: &'a dyn Fn(&str) -> Option<String>,
    /// The text of a file.
    pub file: &'a dyn Fn(&Path) -> Option<String>,
}

impl Around<'_> {
    /// The user's own file of CUPS first, then the machine's.
    fn lines(self, name: &str) -> Vec<String> {
        let home = (self.variable)("HOME").map(|home| Path::new(&home).join(".cups").join(name));
        let files = [home, Some(Path::new("/etc/cups").join(name))];
        let texts = files.into_iter().flatten().filter_map(|path| (self.file)(&path));
        texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    /// Where the printing system listens.
    pub fn server(self) -> Server {
        let lines = self.lines("client.conf");
        let configured = lines.iter().find_map(|line| {
            let (word, rest) = line.trim().split_once(char::is_whitespace)?;
            word.eq_ignore_ascii_case("ServerName").then(|| rest.trim().to_owned())
        });
        let named = (self.variable)("CUPS_SERVER").filter(|server| !server.is_empty()).or(configured);
        named.map_or_else(usual, |named| read(&named))
    }

    /// Who asks.
    pub fn user(self) -> String {
        let named = ["USER", "LOGNAME"].into_iter().find_map(self.variable).filter(|name| !name.is_empty());
        named.unwrap_or_else(|| "anonymous".to_owned())
    }

    /// The printer that the user prefers to the system's default.
    pub fn preferred(self) -> Option<String> {
        let variable = ["LPDEST", "PRINTER"].into_iter().find_map(self.variable);
        variable.filter(|name| !name.is_empty() && name != "lp").or_else(|| {
            self.lines("lpoptions").iter().find_map(|line| {
                let mut words = line.split_whitespace();
                let default = words.next()?.eq_ignore_ascii_case("default");
                // An instance of a printer (`name/instance`) is that printer with other options.
                let name = words.next()?.split('/').next()?;
                default.then(|| name.to_owned())
            })
        })
    }
}

fn usual() -> Server {
    let socket = SOCKETS.iter().map(Path::new).find(|path| path.exists());
    socket.map_or_else(|| Server::Host("localhost".to_owned(), PORT), |path| Server::Socket(path.to_owned()))
}

/// `/path/of/a/socket`, `host`, `host:port`, `[address]:port`, each with `/version=…` or not.
fn read(named: &str) -> Server {
    if named.starts_with('/') {
        return Server::Socket(PathBuf::from(named));
    }
    let plain = named.split('/').next().unwrap_or(named);
    let (host, port) = match plain.rsplit_once(':') {
        Some((host, port)) if !host.contains(':') || host.ends_with(']') => {
            (host, port.parse().unwrap_or(PORT))
        }
        _ => (plain, PORT),
    };
    Server::Host(host.trim_matches(['[', ']']).to_owned(), port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_named_in_every_way_of_cups() {
        let host = |name: &str, port| Server::Host(name.to_owned(), port);
        assert_eq!(read("/run/x.sock"), Server::Socket("/run/x.sock".into()));
        assert_eq!(read("druck.example.org"), host("druck.example.org", 631));
        assert_eq!(read("druck:8631/version=1.1"), host("druck", 8631));
        assert_eq!(read("[2001:db8::1]:8631"), host("2001:db8::1", 8631));
        assert_eq!(read("2001:db8::1"), host("2001:db8::1", 631));
    }

    #[test]
    fn the_users_own_words_come_first() {
        let variable = |name: &str| (name == "HOME").then(|| "/zuhause".to_owned());
        let file = |path: &Path| match path.to_str()? {
            "/zuhause/.cups/client.conf" => Some("# nichts\n servername eigener\n".to_owned()),
            "/etc/cups/client.conf" => Some("ServerName fremder".to_owned()),
            "/etc/cups/lpoptions" => Some("Dest flur a=b\nDefault buero/doppelt sides=x".to_owned()),
            _ => None,
        };
        let around = Around { variable: &variable, file: &file };
        assert_eq!(around.server(), Server::Host("eigener".into(), 631));
        assert_eq!(around.preferred().as_deref(), Some("buero"));
        assert_eq!(around.user(), "anonymous");
        let variable = |name: &str| (name == "CUPS_SERVER").then(|| "/run/eigener".to_owned());
        assert_eq!(Around { variable: &variable, ..around }.server(), Server::Socket("/run/eigener".into()));
    }
}
