//! The commands of the README, typed in as they stand: from nothing to two desks that share a case.

use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use super::PROGRAM;
use crate::harness::project;
use tempfile::TempDir;

/// What stands in the block below the heading, line by line and without what each line says of itself.
fn block(heading: &str) -> Vec<String> {
    let text = std::fs::read_to_string(project().join("README.md")).expect("the README");
    let (_, rest) = text.split_once(heading).expect("the heading");
    let block = rest.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block");
    block.lines().map(|line| line.split(" #").next().unwrap_or_default().trim_end().to_owned()).collect()
}

/// As somebody types it who reads the code off the screen, with the programs built already, on a port that is free.
fn typed(line: &str, port: u16) -> String {
    let line = line.replace("8443", &port.to_string());
    let line = line.replace("cargo build --features district && ", "");
    let line = line.replace("kreisdienst ", "kreisdienst --config port.toml ");
    if line.contains(" enrol-code ") {
        return format!("CODE=$({line} | tail -n 1)");
    }
    if line.contains(" serve ") {
        return format!(
            "{line}\nuntil (: < /dev/tcp/127.0.0.1/{port}) 2>/dev/null; do kill -0 $!; sleep 0.1; done"
        );
    }
    line.replace(" CODE", " \"$CODE\"")
}

#[test]
fn two_desks_share_a_case_by_the_commands_of_the_readme() {
    let folder = TempDir::new().expect("a folder");
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let port = port.expect("a free port").port();
    let built = Path::new(PROGRAM).parent().expect("where it was built");
    std::fs::create_dir(folder.path().join("target")).expect("a folder");
    std::os::unix::fs::symlink(built, folder.path().join("target/debug")).expect("a link");
    std::fs::write(folder.path().join("port.toml"), format!("listen = \"127.0.0.1:{port}\"\n"))
        .expect("a port");
    let lines = block("## Two desks that share a case");
    assert!(lines.len() > 8, "{lines:?}");
    let mut script = "set -e\ntrap 'kill $(jobs -p)' EXIT\n".to_owned();
    for line in &lines {
        script.push_str(&typed(line, port));
        script.push('\n');
    }
    script.push_str("echo ---\namtsstube --data first --as schalter case list\n");
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("bash")
        .args(["-c", &script])
        .current_dir(folder.path())
        .env_clear()
        .envs([
            ("HOME", folder.path().as_os_str()),
            ("PATH", path.as_ref()),
            ("LANG", "de_DE.UTF-8".as_ref()),
        ])
        .output()
        .expect("bash");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    let (before, first) = said.rsplit_once("---\n").expect("both lists");
    assert_eq!(first.lines().count(), 5, "{first}");
    assert!(before.ends_with(first), "the second desk lists what the first one does:\n{said}");
}
