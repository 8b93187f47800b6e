//! Fewer colours for a picture: its own where they are few enough, else the middle of groups of like ones (median cut).

use std::collections::BTreeMap;

type Rgb = [u8; 3];

/// A picture as numbers of colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indexed {
    /// Three bytes for each colour.
    pub palette: Vec<u8>,
    /// A byte for each pixel.
    pub indices: Vec<u8>,
}

/// The picture with exactly its own colours, where it has at most 256 of them.
pub fn indexed(rgb: &[u8]) -> Option<Indexed> {
    let counted = counted(rgb, 256)?;
    Some(numbered(rgb, &counted.into_keys().map(|colour| vec![colour]).collect::<Vec<_>>()))
}

/// The picture in at most `most` colours.
pub(super) fn reduced(rgb: &[u8], most: usize) -> Indexed {
    let counted = counted(rgb, usize::MAX).unwrap_or_default();
    let most = most.clamp(1, 256);
    let mut groups = vec![counted.into_iter().collect::<Vec<_>>()];
    while groups.len() < most {
        // The group whose colours differ most, weighed by how much is seen of it.
        let weight = |group: &Vec<(Rgb, u64)>| {
            u64::from(widest(group).1) * group.iter().map(|(_, count)| count).sum::<u64>()
        };
        let Some(at) = (0..groups.len()).max_by_key(|at| (weight(&groups[*at]), usize::MAX - at)) else {
            break;
        };
        if weight(&groups[at]) == 0 {
            break;
        }
        let group = groups.swap_remove(at);
        groups.extend(halves(group));
    }
    let groups: Vec<Vec<(Rgb, u64)>> = groups.into_iter().filter(|group| !group.is_empty()).collect();
    let mut palette = Vec::new();
    let mut number: BTreeMap<Rgb, u8> = BTreeMap::new();
    for (index, group) in (0_u8..=u8::MAX).zip(&groups) {
        palette.extend(middle(group));
        number.extend(group.iter().map(|(colour, _)| (*colour, index)));
    }
    Indexed { palette, indices: indices(rgb, &number) }
}

fn numbered(rgb: &[u8], groups: &[Vec<Rgb>]) -> Indexed {
    let numbers = (0_u8..=u8::MAX).zip(groups);
    let number: BTreeMap<Rgb, u8> =
        numbers.flat_map(|(index, group)| group.iter().map(move |colour| (*colour, index))).collect();
    Indexed {
        palette: groups.iter().filter_map(|group| group.first()).flatten().copied().collect(),
        indices: indices(rgb, &number),
    }
}

/// Neighbours of one colour, and how many: in arms and in scans most pixels are like the one before.
fn runs(rgb: &[u8]) -> impl Iterator<Item = (Rgb, usize)> {
    let (pixels, _) = rgb.as_chunks::<3>();
    pixels.chunk_by(|left, right| left == right).filter_map(|run| Some((*run.first()?, run.len())))
}

fn indices(rgb: &[u8], number: &BTreeMap<Rgb, u8>) -> Vec<u8> {
    let mut indices = Vec::with_capacity(rgb.len() / 3);
    for (colour, count) in runs(rgb) {
        indices.resize(indices.len() + count, number.get(&colour).copied().unwrap_or_default());
    }
    indices
}

/// How often each colour is there; nothing where there are more than `most`.
fn counted(rgb: &[u8], most: usize) -> Option<BTreeMap<Rgb, u64>> {
    let mut counted: BTreeMap<Rgb, u64> = BTreeMap::new();
    for (colour, count) in runs(rgb) {
        *counted.entry(colour).or_default() += count as u64;
        if counted.len() > most {
            return None;
        }
    }
    Some(counted)
}

/// The part (red, green, blue) in which the colours differ most, and by how much.
fn widest(group: &[(Rgb, u64)]) -> (usize, u8) {
    let span = |part: usize| {
        let values = || group.iter().map(|(colour, _)| colour[part]);
        values().max().unwrap_or_default() - values().min().unwrap_or_default()
    };
    // Of equals the first: the same picture is cut in the same way.
    (0..3).map(|part| (part, span(part))).rev().max_by_key(|(_, span)| *span).unwrap_or_default()
}

/// The group in two, each with about half of what is seen, neither empty.
fn halves(mut group: Vec<(Rgb, u64)>) -> [Vec<(Rgb, u64)>; 2] {
    let (part, _) = widest(&group);
    group.sort_by_key(|(colour, _)| (colour[part], *colour));
    let all: u64 = group.iter().map(|(_, count)| count).sum();
    let mut seen = 0;
    let half = group.iter().position(|(_, count)| {
        seen += count;
        seen * 2 >= all
    });
    let at = (half.unwrap_or_default() + 1).min(group.len().saturating_sub(1));
    let rest = group.split_off(at);
    [group, rest]
}

fn middle(group: &[(Rgb, u64)]) -> Rgb {
    let all: u64 = group.iter().map(|(_, count)| count).sum::<u64>().max(1);
    let mean = |part: usize| {
        let sum: u64 = group.iter().map(|(colour, count)| u64::from(colour[part]) * count).sum();
        u8::try_from((sum + all / 2) / all).unwrap_or(u8::MAX)
    };
    [mean(0), mean(1), mean(2)]
}
