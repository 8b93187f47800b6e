//! A pack: services, letters, code lists, a filing plan and suggested values in one file, with who published it and when it counts. Reads and
//! writes the bytes and looks at hashes and limits; whose signature it is, [`crate::wire`] knows, what the contents
//! mean, [`content`] does.
//!
//! Frozen, all numbers little endian: `AMK1`, the publisher's key (32), signature over the manifest (64), length of the
//! manifest (4), manifest, then the bytes of the files in its order and nothing behind them. The manifest is compact
//! JSON with size and SHA-256 of each file, so that what is signed covers every byte. Nothing is packed: what one
//! receives is as large as it says, it can be read with any editor in thirty years, and the same contents are the same
//! bytes.

mod bench;
pub mod content;
mod folder;
mod settings;
pub mod withdrawn;

pub use bench::Bench;
pub use content::Loaded;
pub use folder::from_folder;
pub use settings::Suggestion;
pub use withdrawn::Withdrawn;

use super::File;
use crate::domain::id::Digest;
use crate::domain::problem::{LocalText, Problem};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most bytes of a pack.
pub const MAX: usize = 1 << 20;

/// Most files of a pack.
pub const MAX_FILES: usize = 200;

/// What a pack's file begins with.
const MAGIC: &[u8; 4] = b"AMK1";

/// Bytes before the manifest.
const HEAD: usize = 104;

/// What a pack says about itself. Its JSON, as it came, is what is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of this format: 1.
    pub format: u16,
    /// Who published it, as people say it: `Kreis Borken`.
    pub publisher: String,
    /// Its name, the same in all its versions: `standesamt`.
    pub name: String,
    /// What it is called.
    pub title: LocalText,
    /// Counts from 1; a higher one of the same name and publisher takes the place of a lower one.
    pub version: u32,
    /// First day of receipt that it counts for.
    pub from: NaiveDate,
    /// Last day of receipt that it counts for; open where there is none.
    pub until: Option<NaiveDate>,
    /// Its files.
    pub files: Vec<Listed>,
}

impl Manifest {
    /// Whether it counts for what comes in on a day.
    pub fn counts_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// A file of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// Where it stands: `services/trauzimmer/2027-01-01.toml`.
    pub path: String,
    /// Bytes.
    pub size: u32,
    /// What they are.
    pub sha256: Digest,
}

/// A pack before it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    manifest: Vec<u8>,
    files: Vec<File>,
}

/// A pack as it was read. Its hashes hold; whether the signature does is still to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// SHA-256 of all its bytes: the name under which it is stored.
    pub digest: Digest,
    /// What it says about itself.
    pub manifest: Manifest,
    /// The bytes that are signed.
    pub signed: Vec<u8>,
    /// The key that it says it is signed with.
    pub key: [u8; 32],
    /// The signature.
    pub signature: [u8; 64],
    /// Its files in the order of the manifest, named by their paths.
    pub files: Vec<File>,
}

/// Whether the bytes want to be a pack.
pub fn is_pack(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

impl Draft {
    /// Puts files into a pack. `head` lists none yet. They are sorted by path, so that the same files are the same bytes.
    ///
    /// Errors: everything that keeps them from being a pack.
    pub fn new(head: Manifest, mut files: Vec<File>) -> Result<Self, Vec<Problem>> {
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let listed = |file: &File| Listed {
            path: file.name.clone(),
            size: u32::try_from(file.text.len()).unwrap_or(u32::MAX),
            sha256: Digest::of(&[file.text.as_bytes()]),
        };
        let manifest = Manifest { files: files.iter().map(listed).collect(), ..head };
        let mut problems = faults(&manifest);
        let written = serde_json::to_vec(&manifest).unwrap_or_default();
        let size = HEAD + written.len() + files.iter().map(|file| file.text.len()).sum::<usize>();
        if size > MAX {
            problems.push(too_large(size));
        }
        if problems.is_empty() { Ok(Self { manifest: written, files }) } else { Err(problems) }
    }

    /// The bytes to be signed.
    pub fn to_sign(&self) -> &[u8] {
        &self.manifest
    }

    /// The pack's bytes, with whose signature it is.
    pub fn bind(&self, key: &[u8; 32], signature: &[u8; 64]) -> Vec<u8> {
        let length = u32::try_from(self.manifest.len()).unwrap_or(u32::MAX);
        let mut bytes = MAGIC.to_vec();
        for part in [&key[..], &signature[..], &length.to_le_bytes(), &self.manifest] {
            bytes.extend_from_slice(part);
        }
        for file in &self.files {
            bytes.extend_from_slice(file.text.as_bytes());
        }
        bytes
    }
}

impl Pack {
    /// Reads a pack: sizes first, then the manifest, then each file against its hash. The signature is not looked at.
    ///
    /// Errors: what is wrong, with the file where it is one of them.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        if bytes.len() > MAX {
            return Err(vec![too_large(bytes.len())]);
        }
        let (head, rest) = bytes.split_at_checked(HEAD).ok_or_else(no_pack)?;
        let (magic, head) = head.split_at(4);
        let (key, head) = head.split_at(32);
        let (signature, length) = head.split_at(64);
        if magic != MAGIC {
            return Err(no_pack());
        }
        let length = length.try_into().map(u32::from_le_bytes).map_err(|_| no_pack())?;
        let length = usize::try_from(length).map_err(|_| no_pack())?;
        let (signed, contents) = rest.split_at_checked(length).ok_or_else(no_pack)?;
        let manifest: Manifest =
            serde_json::from_slice(signed).map_err(|error| broken(&error.to_string()))?;
        // Written in one way only: nothing hides between the lines.
        if serde_json::to_vec(&manifest).ok().as_deref() != Some(signed) {
            return Err(broken("manifest"));
        }
        let problems = faults(&manifest);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            digest: Digest::of(&[bytes]),
            files: unpack(&manifest, contents)?,
            manifest,
            signed: signed.to_vec(),
            key: key.try_into().map_err(|_| no_pack())?,
            signature: signature.try_into().map_err(|_| no_pack())?,
        })
    }

    /// Its contents again, to be signed by somebody else.
    pub fn draft(&self) -> Draft {
        Draft { manifest: self.signed.clone(), files: self.files.clone() }
    }
}

fn unpack(manifest: &Manifest, mut contents: &[u8]) -> Result<Vec<File>, Vec<Problem>> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for listed in &manifest.files {
        let size = usize::try_from(listed.size).unwrap_or(usize::MAX);
        let (file, rest) = contents.split_at_checked(size).ok_or_else(no_pack)?;
        contents = rest;
        let changed = || Problem::error(&listed.path, "pack-file-changed").with("file", &listed.path);
        if Digest::of(&[file]) != listed.sha256 {
            problems.push(changed());
            continue;
        }
        match std::str::from_utf8(file) {
            Ok(text) => files.push(File { name: listed.path.clone(), text: text.to_owned() }),
            Err(_) => {
                problems.push(Problem::error(&listed.path, "pack-file-no-text").with("file", &listed.path));
            }
        }
    }
    if !contents.is_empty() {
        problems.extend(no_pack());
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

/// What is wrong with a manifest, all of it.
fn faults(manifest: &Manifest) -> Vec<Problem> {
    let mut problems = Vec::new();
    if manifest.format != 1 {
        problems.push(Problem::error("", "pack-later-format").with("format", manifest.format));
    }
    if !is_word(&manifest.name) || manifest.name.len() > 40 {
        problems.push(Problem::error("name", "pack-name-form").with("name", &manifest.name));
    }
    let texts = [&manifest.publisher, &manifest.title.de, &manifest.title.en];
    if texts.iter().any(|text| text.trim().is_empty() || text.len() > 120 || text.contains(char::is_control))
    {
        problems.push(Problem::error("publisher", "pack-title-form"));
    }
    if manifest.version == 0 {
        problems.push(Problem::error("version", "pack-version-form"));
    }
    if manifest.until.is_some_and(|until| until < manifest.from) {
        problems.push(Problem::error("until", "catalogue-validity-ends-first"));
    }
    if manifest.files.is_empty() || manifest.files.len() > MAX_FILES {
        problems.push(Problem::error("", "pack-file-count").with("most", MAX_FILES));
    }
    let mut seen = BTreeSet::new();
    for Listed { path, .. } in &manifest.files {
        if !is_place(path) {
            problems.push(Problem::error(path, "pack-place-unknown").with("file", path));
        } else if !seen.insert(path) {
            problems.push(Problem::error(path, "pack-file-twice").with("file", path));
        }
    }
    problems
}

/// Where a file of a pack may stand. What is not listed here is no place: no way up, no root, no drive.
fn is_place(path: &str) -> bool {
    let Some(path) = path.strip_suffix(".toml") else { return false };
    let parts: Vec<&str> = path.split('/').collect();
    let known = match parts.as_slice() {
        ["services", _, version] => version.parse::<NaiveDate>().is_ok(),
        ["letters", _, version] => version.bytes().all(|byte| byte.is_ascii_digit()),
        ["codes" | "filing-plan" | "settings" | "withdrawn", _] | ["codes", _, _] => true,
        _ => false,
    };
    known && parts.iter().all(|part| is_word(part))
}

/// Small letters, digits, `-` and `_`, beginning with a letter or digit.
fn is_word(text: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
    text.bytes().all(inner) && text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric())
}

fn too_large(size: usize) -> Problem {
    Problem::error("", "pack-too-large").with("size", size).with("most", MAX)
}

fn no_pack() -> Vec<Problem> {
    vec![Problem::error("", "pack-none")]
}

fn broken(why: &str) -> Vec<Problem> {
    vec![Problem::error("", "pack-broken").with("message", why)]
}

#[cfg(test)]
mod tests;
