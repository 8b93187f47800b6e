//! A printing system of the test's own: cupsd as the ordinary user that runs the suite, in a folder of its own, with
//! queues whose device is a script that writes what arrives into that folder. Knows nothing of the program.

use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::screen::PATIENCE;
use tempfile::TempDir;

/// A printing system; gone with everything it started when it is dropped.
#[derive(Debug)]
pub struct Cups {
    root: TempDir,
    process: Option<Child>,
}

/// What came out of a printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheets {
    /// The job's name.
    pub name: String,
    /// How many copies the device was asked for.
    pub copies: String,
    /// The options it was given.
    pub options: String,
    /// What arrived.
    pub bytes: Vec<u8>,
}

impl Cups {
    /// A printing system without a printer.
    pub fn new() -> Self {
        let cups = Self { root: TempDir::new().expect("a temporary folder"), process: None };
        for folder in ["conf", "spool", "tmp", "cache", "state", "bin/backend", "out", "partly"] {
            std::fs::create_dir_all(cups.path(folder)).expect("a folder");
        }
        for part in ["filter", "daemon", "notifier", "cgi-bin"] {
            symlink(Path::new("/usr/lib/cups").join(part), cups.path("bin").join(part)).expect("a link");
        }
        cups.write_settings();
        let mut cups = cups;
        cups.start();
        cups
    }

    /// A printing system with one printer, the default one.
    pub fn with_printer(name: &str) -> Self {
        let cups = Self::new();
        cups.add(name);
        cups.admin("lpadmin", &["-d", name]);
        cups
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// Where it listens, as `CUPS_SERVER` names it.
    pub fn socket(&self) -> String {
        self.path("sock").display().to_string()
    }

    fn write_settings(&self) {
        let root = self.root.path().display();
        let (user, group) = (id("-un"), id("-gn"));
        let files = format!(
            "ServerRoot {root}/conf\nRequestRoot {root}/spool\nTempDir {root}/tmp\nCacheDir {root}/cache\n\
             StateDir {root}/state\nServerBin {root}/bin\nDataDir /usr/share/cups\nAccessLog stderr\n\
             ErrorLog stderr\nPageLog stderr\nUser {user}\nGroup {group}\nSystemGroup {group}\n\
             LogFileGroup {group}\nSandboxing relaxed\nFatalErrors none\n"
        );
        let daemon = format!(
            "Listen {root}/sock\nBrowsing No\nDefaultAuthType Basic\nLogLevel info\nDirtyCleanInterval 0\nJobRetryInterval 1\nWebInterface No\n\
             MaxLogSize 0\n<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
        );
        std::fs::write(self.path("files.conf"), files).expect("settings");
        std::fs::write(self.path("cupsd.conf"), daemon).expect("settings");
        // Nothing comes out while the printer is shut, and then all at once.
        let device = format!(
            "#!/bin/sh\n[ $# = 0 ] && exit 0\nwhile [ -e {root}/shut ]; do echo $$ >{root}/waits; sleep 0.05; done\nrm -f {root}/waits\n\
             [ -e {root}/broken ] && exit 1\n\
             own={root}/partly/$1-$$\ncat ${{6:+\"$6\"}} >\"$own\" || exit 1\n\
             printf '%s\\n%s\\n%s\\n' \"$3\" \"$4\" \"$5\" >\"$own.said\"\n\
             mv \"$own.said\" {root}/out/$1-$$.said\nmv \"$own\" {root}/out/$1-$$.pdf\n"
        );
        let script = self.path("bin/backend/gate");
        std::fs::write(&script, device).expect("a device");
        std::fs::set_permissions(script, std::fs::Permissions::from_mode(0o755)).expect("runs");
    }

    /// Starts it and waits until it answers.
    pub fn start(&mut self) {
        let mut cupsd = Command::new("/usr/sbin/cupsd");
        self.run(cupsd.arg("-f"));
    }

    /// Starts it where no file may grow beyond a few kilobytes, as on a full disk.
    pub fn start_without_room(&mut self) {
        let mut shell = Command::new("/bin/sh");
        // The signal that a limit sends is ignored, so that writing fails as it does on a full disk.
        let script = "trap '' XFSZ; ulimit -f 16; exec /usr/sbin/cupsd -f \"$@\"";
        self.run(shell.args(["-c", script, "cupsd"]));
    }

    fn run(&mut self, command: &mut Command) {
        let log = std::fs::File::options().append(true).create(true).open(self.path("log")).expect("a log");
        let _ = command
            .arg("-c")
            .arg(self.path("cupsd.conf"))
            .arg("-s")
            .arg(self.path("files.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .process_group(0);
        self.process = Some(command.spawn().expect("cupsd (package cups-daemon) is installed"));
        let socket = self.path("sock");
        until("cupsd answers", || UnixStream::connect(&socket).is_ok());
    }

    /// Ends it and everything it started, as a power cut would.
    pub fn kill(&mut self) {
        let Some(mut process) = self.process.take() else { return };
        let group = format!("-{}", process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = process.wait();
        // A device has a group of its own and says who it is while it waits.
        if let Ok(device) = std::fs::read_to_string(self.path("waits")) {
            let _ = Command::new("kill").args(["-KILL", device.trim()]).status();
            let _ = std::fs::remove_file(self.path("waits"));
        }
        let _ = std::fs::remove_file(self.path("sock"));
    }

    /// A queue whose device writes into the folder.
    pub fn add(&self, name: &str) {
        self.admin("lpadmin", &["-p", name, "-v", "gate:/x", "-E"]);
    }

    /// A queue whose device is the PDF printer of CUPS (package `printer-driver-cups-pdf`), which `installer/test.sh` lays beside the
    /// checkers; gives the folder into which it prints. It wants to be root, and is told that it is.
    pub fn add_pdf_printer(&self, name: &str) -> PathBuf {
        let at = PathBuf::from(
            std::env::var_os("CUPS_PDF").expect("CUPS_PDF: run the tests by installer/test.sh"),
        );
        let script = self.path("bin/backend/cups-pdf");
        let runs = format!("#!/bin/sh\nexec fakeroot -- '{}' \"$@\"\n", at.join("backend").display());
        std::fs::write(&script, runs).expect("a device");
        std::fs::set_permissions(script, std::fs::Permissions::from_mode(0o755)).expect("runs");
        let driver = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd";
        self.admin("lpadmin", &["-p", name, "-v", "cups-pdf:/amtsstube", "-P", driver, "-E"]);
        at.join("out")
    }

    /// A queue that prints on both sides and from two trays.
    pub fn add_with_trays(&self, name: &str) {
        let driver = self.path("two-trays.ppd");
        std::fs::write(&driver, include_str!("two-trays.ppd")).expect("a driver");
        self.admin("lpadmin", &["-p", name, "-v", "gate:/x", "-P", &driver.display().to_string(), "-E"]);
    }

    /// One of CUPS's own commands, which must succeed.
    #[track_caller]
    pub fn admin(&self, command: &str, args: &[&str]) {
        let output = Command::new(command)
            .args(args)
            .env("CUPS_SERVER", self.socket())
            .env("USER", id("-un"))
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .output()
            .unwrap_or_else(|error| panic!("{command} (package cups-client): {error}"));
        assert!(output.status.success(), "{command} {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Lets nothing come out until [`Cups::open`].
    pub fn shut(&self) {
        std::fs::write(self.path("shut"), "").expect("shut");
    }

    /// Waits until a device waits for [`Cups::open`].
    pub fn waits(&self) {
        until("the printer begins", || self.path("waits").exists());
    }

    /// Lets everything come out.
    pub fn open(&self) {
        std::fs::remove_file(self.path("shut")).expect("was shut");
    }

    /// The printer takes nothing, or takes what comes again.
    pub fn is_broken(&self, broken: bool) {
        let mark = self.path("broken");
        let done = if broken { std::fs::write(mark, "") } else { std::fs::remove_file(mark) };
        done.expect("a mark");
    }

    /// What came out so far, in the order in which it came.
    pub fn came_out(&self) -> Vec<Sheets> {
        let entries = std::fs::read_dir(self.path("out")).expect("a folder").filter_map(Result::ok);
        let mut files: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
            .collect();
        files.sort_by_key(|path| std::fs::metadata(path).and_then(|meta| meta.modified()).ok());
        files.iter().map(|path| self.sheets(path)).collect()
    }

    fn sheets(&self, path: &Path) -> Sheets {
        let said = std::fs::read_to_string(path.with_extension("said")).expect("what the device was told");
        let mut lines = said.lines().map(str::to_owned);
        Sheets {
            name: lines.next().unwrap_or_default(),
            copies: lines.next().unwrap_or_default(),
            options: lines.next().unwrap_or_default(),
            bytes: std::fs::read(path).expect("what arrived"),
        }
    }

    /// Its own account of what happened, for a failure.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.path("log")).unwrap_or_default()
    }
}

impl Drop for Cups {
    fn drop(&mut self) {
        self.kill();
    }
}

fn id(what: &str) -> String {
    let output = Command::new("id").arg(what).output().expect("id");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// Waits for a state.
#[track_caller]
pub fn until(what: &str, mut is: impl FnMut() -> bool) {
    let give_up = Instant::now() + Duration::from_secs(PATIENCE.into());
    while !is() {
        assert!(Instant::now() < give_up, "never: {what}");
        std::thread::sleep(Duration::from_millis(30));
    }
}
