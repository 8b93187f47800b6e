//! Every byte of an encrypted database in plain, in places that nothing refers to any more too: pages are deciphered one by one
//! (SQLCipher 4: AES-256-CBC, at the end of each page its IV of 16 bytes and a MAC of 64; the first page begins with the salt).

use aes::Aes256;
use aes::cipher::{Array, BlockCipherDecrypt as _, KeyInit as _};
use std::fs;
use std::path::Path;

const PAGE: usize = 4096;
const END: usize = 80;

/// The pages of the file one after the other.
pub(crate) fn plain(database: &Path, key: &[u8; 32]) -> Vec<u8> {
    let cipher = Aes256::new(&Array::from(*key));
    let file = fs::read(database).expect("the database");
    assert_eq!(file.len() % PAGE, 0, "whole pages");
    let mut plain = Vec::with_capacity(file.len());
    for (number, page) in file.chunks(PAGE).enumerate() {
        let (body, end) = page.split_at(PAGE - END);
        let mut before: [u8; 16] = end[..16].try_into().expect("an IV");
        for block in body[if number == 0 { 16 } else { 0 }..].chunks(16) {
            let sealed: [u8; 16] = block.try_into().expect("a block");
            let mut open = Array::from(sealed);
            cipher.decrypt_block(&mut open);
            plain.extend(open.iter().zip(before).map(|(byte, mask)| byte ^ mask));
            before = sealed;
        }
    }
    plain
}

/// Where the word stands, in small or large letters.
pub(crate) fn places(bytes: &[u8], word: &str) -> Vec<usize> {
    let word = word.as_bytes();
    let found = bytes.windows(word.len()).enumerate().filter(|(_, part)| part.eq_ignore_ascii_case(word));
    found.map(|(at, _)| at).collect()
}
