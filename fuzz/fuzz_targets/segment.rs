//! Segments in all forms. A seed is anything; the packing is made here, so that what is unpacked is reached as well.
#![no_main]

use amtsstube::wire::{SecretKey, Segment};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let key = SecretKey::new(&[1; 32]).public();
    let _ = Segment::device_of(bytes);
    let _ = Segment::read(bytes, &key);
    // As a desk with a key could send it on purpose: a sound head, then columns or whole events as they come.
    let Some((form, rest)) = bytes.split_first() else { return };
    let (loose, plain) = rest.split_at(rest.len().min(usize::from(*form >> 1) * 4));
    let columns = form & 1 == 0;
    let mut head = Vec::from(match form & 7 {
        0 | 6 => *b"AMS4",
        4 => *b"AMS3",
        2 => *b"AMS2",
        _ => *b"AMS1",
    });
    head.extend_from_slice(&[0; 16]);
    head.extend_from_slice(&1_u64.to_le_bytes());
    head.extend_from_slice(&[0; 32]);
    head.extend_from_slice(&u32::from(form >> 4).to_le_bytes());
    let plain = if columns { plain } else { rest };
    let size = u32::try_from(plain.len()).unwrap_or(u32::MAX);
    head.extend_from_slice(&size.to_le_bytes());
    head.extend_from_slice(&[0; 64]);
    if columns {
        head.extend_from_slice(&u32::try_from(loose.len()).unwrap_or(u32::MAX).to_le_bytes());
        head.extend_from_slice(loose);
    }
    // A frame of one raw block: magic, a size of four bytes, the block.
    let raw = |plain: &[u8]| {
        let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0xa0];
        frame.extend_from_slice(&size.to_le_bytes());
        let header = (size << 3) | 1;
        frame.extend_from_slice(&header.to_le_bytes()[..3]);
        frame.extend_from_slice(plain);
        frame
    };
    if plain.len() < 100_000 {
        head.extend_from_slice(&raw(plain));
        let _ = Segment::read(&head, &key);
    }
});
