//! Packs are read whole or not at all: layout, places, limits, hashes.

use super::*;

fn head() -> Manifest {
    Manifest {
        format: 1,
        publisher: "Kreis Borken".into(),
        name: "standesamt".into(),
        title: LocalText { de: "Standesamt".into(), en: "Registry office".into() },
        version: 1,
        from: "2027-01-01".parse().unwrap(),
        until: None,
        files: Vec::new(),
    }
}

fn file(name: &str, text: &str) -> File {
    File { name: name.into(), text: text.into() }
}

fn ids(problems: Vec<Problem>) -> Vec<String> {
    problems.into_iter().map(|problem| problem.id).collect()
}

fn bytes() -> Vec<u8> {
    let files = vec![file("filing-plan/x.toml", "label"), file("codes/a.toml", "äöü")];
    Draft::new(head(), files).unwrap().bind(&[1; 32], &[2; 64])
}

/// Frozen: a case keeps the pack it began with for thirty years.
#[test]
fn the_layout_stays_as_it_is() {
    let bytes = bytes();
    let manifest = "{\"format\":1,\"publisher\":\"Kreis Borken\",\"name\":\"standesamt\",\
        \"title\":{\"de\":\"Standesamt\",\"en\":\"Registry office\"},\"version\":1,\"from\":\"2027-01-01\",\
        \"until\":null,\"files\":[{\"path\":\"codes/a.toml\",\"size\":6,\"sha256\":\
        \"2a9e7fa15a0d3bbd0ef9bd11ed8f6c3dc0e8f9e9e2a3e7ad0a4b2dbac7c5ff5f\"}";
    let start = &manifest[..manifest.find("\"sha256\"").unwrap()];
    assert_eq!(&bytes[..4], b"AMK1");
    assert_eq!((&bytes[4..36], &bytes[36..100]), (&[1; 32][..], &[2; 64][..]));
    assert!(String::from_utf8_lossy(&bytes[104..]).starts_with(start));
    assert!(bytes.ends_with("äöülabel".as_bytes()), "the files in the order of their paths, nothing behind");
    let pack = Pack::read(&bytes).unwrap();
    assert_eq!(pack.files, [file("codes/a.toml", "äöü"), file("filing-plan/x.toml", "label")]);
    assert_eq!(pack.draft().bind(&[1; 32], &[2; 64]), bytes);
}

#[test]
fn every_cut_and_every_byte_behind_is_refused() {
    let bytes = bytes();
    for end in 0..bytes.len() {
        assert!(Pack::read(&bytes[..end]).is_err(), "cut at {end}");
    }
    assert_eq!(ids(Pack::read(&[&bytes[..], b"x"].concat()).unwrap_err()), ["pack-none"]);
    let mut changed = bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(ids(Pack::read(&changed).unwrap_err()), ["pack-file-changed"]);
    assert_eq!(ids(Pack::read(&vec![0; MAX + 1]).unwrap_err()), ["pack-too-large"]);
}

#[test]
fn a_file_stands_only_where_files_stand() {
    for good in [
        "services/trauzimmer/2027-01-01.toml",
        "codes/hwo_a.toml",
        "codes/gewanzv/2023.toml",
        "letters/terminbestaetigung/1.toml",
        "settings/kreis.toml",
    ] {
        assert!(is_place(good), "{good}");
    }
    let bad = [
        "../services/a/2027-01-01.toml",
        "/services/a/2027-01-01.toml",
        "services/../2027-01-01.toml",
        "services/a/../../x.toml",
        "services/a/neu.toml",
        "services/groups.toml",
        "services\\a\\2027-01-01.toml",
        "codes/.toml",
        "codes/A.toml",
        "codes/a.txt",
        "codes/a/b/c.toml",
        "c:/codes/a.toml",
        "letters/x/eins.toml",
        "letters/x.toml",
        "forms/x/1.toml",
        "pack.toml",
        "",
    ];
    for bad in bad {
        assert!(!is_place(bad), "{bad}");
        assert!(Draft::new(head(), vec![file(bad, "")]).is_err(), "{bad}");
    }
}

#[test]
fn all_that_is_wrong_with_a_manifest_is_told_at_once() {
    let until = "2026-01-01".parse().ok();
    let wrong = Manifest { name: "Ä".into(), publisher: " ".into(), version: 0, until, ..head() };
    let twice = vec![file("codes/a.toml", ""), file("codes/a.toml", "")];
    assert_eq!(
        ids(Draft::new(wrong, twice).unwrap_err()),
        [
            "pack-name-form",
            "pack-title-form",
            "pack-version-form",
            "catalogue-validity-ends-first",
            "pack-file-twice"
        ]
    );
    assert_eq!(ids(Draft::new(head(), Vec::new()).unwrap_err()), ["pack-file-count"]);
    let many = (0..=MAX_FILES).map(|at| file(&format!("codes/a{at}.toml"), "")).collect();
    assert_eq!(ids(Draft::new(head(), many).unwrap_err()), ["pack-file-count"]);
    let large = vec![file("codes/a.toml", &"x".repeat(MAX))];
    assert_eq!(ids(Draft::new(head(), large).unwrap_err()), ["pack-too-large"]);
}
