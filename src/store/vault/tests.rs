//! The key is found where it was kept, and nowhere else.

use super::*;
use std::time::Instant;

fn place(dir: &tempfile::TempDir) -> Place {
    let place = Place { data: dir.path().join("data"), state: dir.path().join("state") };
    place.make().expect("folders");
    place
}

fn sources(dir: &tempfile::TempDir, given: Option<&str>) -> Sources {
    let given = given.map(str::to_owned);
    Sources { given, key_file: None, wrapped_in: dir.path().join("config"), keyring: None }
}

#[test]
fn a_passphrase_opens_what_it_wrapped() {
    let dir = tempfile::tempdir().expect("folder");
    let (place, key) = (place(&dir), Key::new([7; 32]));
    assert!(matches!(find(&place, &sources(&dir, None)), Err(VaultError::NoKey)));
    fs::write(place.key_check(), key.check().to_string()).expect("written");
    let wrapped_in = dir.path().join("config");
    let keeper = Keeper::Wrapped { dir: wrapped_in, passphrase: "Käse & Brot".into(), salt: [3; 16] };
    keep(&place, &key, &keeper).expect("kept");
    assert_eq!(find(&place, &sources(&dir, Some("Käse & Brot\n"))).expect("found"), key);
    assert!(matches!(find(&place, &sources(&dir, Some("Kaese"))), Err(VaultError::WrongPassphrase)));
    assert!(matches!(find(&place, &sources(&dir, None)), Err(VaultError::PassphraseNeeded)));
}

#[test]
fn hexadecimal_digits_are_the_key_from_the_environment_and_from_a_file() {
    let dir = tempfile::tempdir().expect("folder");
    let (place, key) = (place(&dir), Key::new([0xa5; 32]));
    assert_eq!(find(&place, &sources(&dir, Some(&key.hex()))).expect("found"), key);
    let file = dir.path().join("key");
    fs::write(&file, format!("{}\n", key.hex())).expect("written");
    let sources = Sources { key_file: Some(file), ..sources(&dir, None) };
    assert_eq!(find(&place, &sources).expect("found"), key);
}

#[test]
fn the_key_is_not_kept_in_the_data_folder_and_not_shown() {
    let dir = tempfile::tempdir().expect("folder");
    let (place, key) = (place(&dir), Key::new([7; 32]));
    let keeper = Keeper::Wrapped { dir: place.data.join("keys"), passphrase: String::new(), salt: [0; 16] };
    assert!(matches!(keep(&place, &key, &keeper), Err(VaultError::InDataFolder)));
    assert!(!format!("{key:?}").contains("07"));
}

/// With a keyring there is no such key, without one there is no keyring: an answer either way.
#[test]
fn the_keyring_of_this_machine_answers_or_is_given_up() {
    assert!(ring::find("0000-no-such-database", Duration::from_secs(5)).is_err());
}

#[test]
fn a_keyring_that_never_answers_is_left_alone() {
    let begun = Instant::now();
    let never = ring::within(Duration::from_millis(50), || -> keyring::Result<()> {
        loop {
            std::thread::park();
        }
    });
    assert!(matches!(never, Err(VaultError::KeyringTimeout)));
    assert!(begun.elapsed() < Duration::from_secs(30));
}
