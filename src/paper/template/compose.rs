//! Blocks of a letter one after the other: which stay together, and what may stand alone on a page. Draws no block itself.

use std::collections::BTreeSet;

use super::draw::block;
use super::text::Filler;
use crate::catalogue::letter::source::Block;
use crate::paper::PaperError;
use crate::paper::flow::Flow;

/// More than this part of a page does not move for the sake of what stands behind it.
const MOVABLE: f32 = 110.0;

/// Neighbours that stay on one page.
type Unit<'a> = &'a [&'a Block];

/// Where a unit came to stand: page and height of its beginning, and its end.
#[derive(Debug, Clone, Copy)]
struct Spot {
    page: usize,
    top: f32,
    end_page: usize,
    bottom: f32,
}

/// Draws all blocks. A heading goes with what it heads, and the last page has more than code and signature on it.
pub(super) fn compose(start: Flow, shown: &[&Block], filler: &Filler<'_>) -> Result<Flow, PaperError> {
    let units: Vec<Unit<'_>> =
        shown.chunk_by(|left, right| left.group.is_some() && left.group == right.group).collect();
    let first = start.clone();
    let (flow, spots) = set(start, &units, &BTreeSet::new(), filler)?;
    let Some(at) = moved(&units, &spots) else { return Ok(flow) };
    Ok(set(first, &units, &BTreeSet::from([at]), filler)?.0)
}

/// Draws the units, each of `breaks` on a page of its own.
fn set(
    mut flow: Flow,
    units: &[Unit<'_>],
    breaks: &BTreeSet<usize>,
    filler: &Filler<'_>,
) -> Result<(Flow, Vec<Spot>), PaperError> {
    let mut spots = Vec::with_capacity(units.len());
    let mut at = 0;
    while let Some(one) = units.get(at) {
        if breaks.contains(&at) {
            flow.new_page();
        }
        let heads = is_heading(one) && at + 1 < units.len();
        // Where there is plenty of room below, nothing can be torn apart.
        let before = (heads && flow.left() < MOVABLE).then(|| flow.clone());
        spots.push(unit(&mut flow, one, filler)?);
        at += 1;
        if heads {
            let under = unit(&mut flow, units[at], filler)?;
            let head = spots[at - 1];
            if let Some(mut again) = before.filter(|_| under.page != head.end_page) {
                again.new_page();
                spots[at - 1] = unit(&mut again, one, filler)?;
                spots.push(unit(&mut again, units[at], filler)?);
                flow = again;
            } else {
                spots.push(under);
            }
            at += 1;
        }
    }
    Ok((flow, spots))
}

fn unit(flow: &mut Flow, unit: Unit<'_>, filler: &Filler<'_>) -> Result<Spot, PaperError> {
    flow.watch();
    let (before, top) = (flow.canvas.page(), flow.y());
    if unit.len() > 1 {
        flow.keep_together(|flow| unit.iter().try_for_each(|one| block(flow, one, filler)))?;
    } else {
        unit.iter().try_for_each(|one| block(flow, one, filler))?;
    }
    let page = flow.began().unwrap_or(before);
    let top = if page == before { top } else { flow.area().top };
    Ok(Spot { page, top, end_page: flow.canvas.page(), bottom: flow.y() })
}

fn is_heading(unit: Unit<'_>) -> bool {
    matches!(unit, [one] if one.heading.is_some())
}

/// Code, greeting and signature: what closes a letter and says nothing by itself.
fn closes(unit: Unit<'_>) -> bool {
    let quiet = |one: &Block| one.code.is_some() || one.signature.is_some() || one.gap.is_some();
    unit.iter().all(|one| one.group.as_deref() == Some("end") || quiet(one))
}

/// Where the last page holds nothing but the close of the letter: the unit that goes there with it.
fn moved(units: &[Unit<'_>], spots: &[Spot]) -> Option<usize> {
    let last = spots.last()?.end_page;
    let alone = spots.iter().position(|spot| spot.page == last)?;
    if last == 0 || alone == 0 || !units[alone..].iter().all(|unit| closes(unit)) {
        return None;
    }
    let mut with = alone - 1;
    let spot = spots[with];
    if spot.end_page == last || spot.page + 1 != last || closes(units[with]) {
        return None;
    }
    if with > 0 && is_heading(units[with - 1]) && spots[with - 1].page == spot.page {
        with -= 1;
    }
    (with > 0 && spot.bottom - spots[with].top < MOVABLE).then_some(with)
}
