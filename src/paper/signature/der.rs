//! As much of DER (ITU-T X.690) as a signature takes. Knows no structure.

/// Tags.
pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTETS: u8 = 0x04;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;
/// `[0]`, with something inside.
pub(super) const FIRST: u8 = 0xA0;

/// A value with its tag and length.
pub(super) fn value(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = vec![tag];
    match u8::try_from(content.len()) {
        Ok(short) if short < 0x80 => bytes.push(short),
        _ => {
            let long = content.len().to_be_bytes();
            let used = &long[long.iter().position(|byte| *byte != 0).unwrap_or(long.len())..];
            bytes.push(0x80 | used.len().to_le_bytes()[0]);
            bytes.extend(used);
        }
    }
    bytes.extend(content);
    bytes
}

/// Values in this order.
pub(super) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    value(SEQUENCE, &parts.concat())
}

/// Values in the order of their bytes, as a set has them (11.6).
pub(super) fn set(tag: u8, mut parts: Vec<Vec<u8>>) -> Vec<u8> {
    parts.sort();
    value(tag, &parts.concat())
}

/// A value that was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<'a> {
    /// Its tag.
    pub tag: u8,
    /// What is in it.
    pub content: &'a [u8],
    /// The same with tag and length.
    pub whole: &'a [u8],
}

/// The first value, and what follows it. Tags of one byte only.
pub(super) fn read(bytes: &[u8]) -> Option<(Value<'_>, &[u8])> {
    let (tag, first) = (*bytes.first()?, usize::from(*bytes.get(1)?));
    let (head, length) = if first < 0x80 {
        (2, first)
    } else {
        let long = bytes.get(2..2 + (first & 0x7F)).filter(|long| (1..=4).contains(&long.len()))?;
        (2 + long.len(), long.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)))
    };
    let (whole, rest) = bytes.split_at_checked(head.checked_add(length)?)?;
    Some((Value { tag, content: &whole[head..], whole }, rest))
}

/// The values of which `bytes` are the list; nothing where something else is among them.
pub(super) fn all(mut bytes: &[u8]) -> Option<Vec<Value<'_>>> {
    let mut values = Vec::new();
    while !bytes.is_empty() {
        let (value, rest) = read(bytes)?;
        values.push(value);
        bytes = rest;
    }
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_go_there_and_back_and_what_is_cut_is_nothing() {
        for length in [0, 1, 127, 128, 255, 256, 65_535, 65_536] {
            let bytes = value(OCTETS, &vec![7; length]);
            let (read_back, rest) = read(&bytes).expect("a value");
            assert_eq!((read_back.tag, read_back.content.len(), rest.len()), (OCTETS, length, 0));
            assert!(read(&bytes[..bytes.len() - 1]).is_none(), "{length} cut");
        }
        assert_eq!(value(OCTETS, &[0; 200])[..3], [0x04, 0x81, 200]);
        assert!(read(&[0x30, 0x80, 0, 0]).is_none(), "no length at all is no DER");
        assert!(read(&[0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF]).is_none());
    }
}
