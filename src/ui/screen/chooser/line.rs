//! The line as text: which folder it names, what is left of it, how it goes on. Reads nothing.

use directories::UserDirs;
use std::path::{Component, Path, PathBuf};

/// The last part: a filter, or the name of a file.
pub(super) fn last(line: &str) -> &str {
    line.rsplit('/').next().unwrap_or_default()
}

/// The folder that a line with a slash names; nothing for a name alone.
pub(super) fn folder(line: &str, here: Option<&Path>) -> Option<PathBuf> {
    let (folder, _) = line.rsplit_once('/')?;
    let named = match folder.strip_prefix('~') {
        Some(rest) => UserDirs::new()?.home_dir().join(rest.trim_start_matches('/')),
        None if folder.is_empty() => PathBuf::from("/"),
        None => here.unwrap_or(Path::new("/")).join(folder),
    };
    Some(plain(&named))
}

/// Without `.` and `..`, by the words alone.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                let _ = plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

/// The line with its last part written as far as all names that begin like it agree, a folder with its slash.
pub(super) fn completed<'a>(line: &str, names: impl Iterator<Item = (&'a str, bool)>) -> Option<String> {
    let begun = last(line);
    if begun.is_empty() {
        return None;
    }
    let like = begun.to_lowercase();
    let fitting: Vec<(&str, bool)> =
        names.filter(|(name, _)| name.to_lowercase().starts_with(&like)).collect();
    let (first, is_folder) = *fitting.first()?;
    let agreed = fitting.iter().fold(first.len(), |agreed, (name, _)| agreed.min(common(first, name)));
    let mut whole = first.get(..agreed)?.to_owned();
    if fitting.len() == 1 && is_folder {
        whole.push('/');
    }
    let head = &line[..line.len() - begun.len()];
    (whole.chars().count() > begun.chars().count()).then(|| format!("{head}{whole}"))
}

/// Bytes of `one` that `other` begins with, but for large and small letters.
fn common(one: &str, other: &str) -> usize {
    let same = |(a, b): &((usize, char), char)| a.1.to_lowercase().eq(b.to_lowercase());
    let differs = one.char_indices().zip(other.chars()).take_while(same).last();
    differs.map_or(0, |((at, letter), _)| at + letter.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slash_names_a_folder() {
        let here = Path::new("/srv/scans");
        let at = |line: &str| folder(line, Some(here)).map(|folder| folder.display().to_string());
        assert_eq!(at("Karte"), None);
        assert_eq!(at("/").as_deref(), Some("/"));
        assert_eq!(at("/media/stick/Ka").as_deref(), Some("/media/stick"));
        assert_eq!(at("2026/Ka").as_deref(), Some("/srv/scans/2026"));
        assert_eq!(at("../x").as_deref(), Some("/srv"));
        assert_eq!(last("/media/stick/Ka"), "Ka");
    }

    #[test]
    fn tab_writes_what_all_names_agree_on() {
        let names =
            [("Scan0007.pdf", false), ("scan0008.pdf", false), ("Übermittelt", true), ("Überholt", true)];
        let completed = |line: &str| completed(line, names.into_iter());
        assert_eq!(completed("s").as_deref(), Some("Scan000"));
        assert_eq!(completed("Scan000"), None, "nothing to add: Tab goes on");
        assert_eq!(completed("über").as_deref(), None);
        assert_eq!(completed("überm").as_deref(), Some("Übermittelt/"));
        assert_eq!(completed("2026/scan0008").as_deref(), Some("2026/scan0008.pdf"));
        assert_eq!(completed("x"), None);
        assert_eq!(completed(""), None);
    }
}
