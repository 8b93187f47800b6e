//! A line that is cut after any byte, in either direction, under real TLS: each event arrives exactly once, at the service
//! and at the other desk, and nothing that was acknowledged is gone.

use super::TOWN;
use super::lean::Lean;
use super::proxy::{Proxy, Way};
use super::within::Within;
use amtsstube::district::{Sqlite, check};
use amtsstube::sync::{Http, Lost, SyncError};
use amtsstube::wire::SecretKey;

use crate::harness::soak;

/// Cuts of one run.
const CUTS: u32 = 500;

/// A generator whose seed stands in the test: a failure can be tried again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// A desk with its line over a proxy of its own.
struct Cut {
    desk: Lean,
    line: Http,
    proxy: Proxy,
}

impl Cut {
    fn new(number: u8, service: &Within<Sqlite>) -> Self {
        let (code, proxy) = (service.code(TOWN), Proxy::to(service.port));
        let desk = Lean::new(number, &code, proxy.port);
        let line = desk.line(proxy.port, &code);
        Self { desk, line, proxy }
    }

    /// A round over a line that is cut after so many bytes; whether that was before its end.
    fn round(&mut self, way: Way, bytes: u64) -> bool {
        self.proxy.cut_after(way, bytes.cast_signed());
        let before = self.desk.acknowledged();
        let agreed = self.desk.agrees(&mut self.line);
        match agreed {
            Ok(_) => {}
            Err(SyncError::Lost(Lost::NoAnswer(_))) if self.proxy.is_cut() => {}
            Err(error) => panic!("{way:?} after {bytes} bytes: {error}"),
        }
        assert!(self.desk.acknowledged().seq >= before.seq, "an acknowledgement was taken back");
        let was_cut = self.proxy.is_cut();
        self.proxy.heal();
        was_cut
    }
}

#[test]
fn a_line_under_tls_that_is_cut_anywhere_carries_each_event_exactly_once() {
    let service = Within::new();
    let mut desks = [1, 2].map(|number| Cut::new(number, &service));
    let (mut chance, mut cuts) = (Chance(0x2545_f491_4f6c_dd1d), [0; 2]);
    while cuts.iter().sum::<u32>() < soak(CUTS) {
        let at = usize::from(chance.below(2) == 1);
        // Mostly short work; now and then a paper in two parts, or a segment that takes many packets.
        match chance.below(8) {
            0 => desks[at].desk.files(1, 70_000),
            1 => desks[at].desk.files(60, 0),
            2..=5 => desks[at].desk.files(2, 0),
            _ => {}
        }
        // From within the greeting to behind the last answer; large work gets through in several rounds.
        let reach = [1_000, 4_000, 20_000][usize::try_from(chance.below(3)).expect("small")];
        let way = if chance.below(2) == 0 { Way::Up } else { Way::Down };
        cuts[way as usize] += u32::from(desks[at].round(way, chance.below(reach)));
    }
    for at in [0, 1, 0] {
        let Cut { desk, line, .. } = &mut desks[at];
        let _ = desk.agrees(line).expect("the line is whole");
    }
    let devices = desks.each_ref().map(|desk| desk.desk.device);
    let written: u64 = desks.iter().map(|desk| desk.desk.head(desk.desk.device).seq).sum();
    for Cut { desk, .. } in &desks {
        desk.is_sound();
        assert_eq!(desk.acknowledged(), desk.head(desk.device));
        for other in devices {
            assert_eq!(desk.head(other), desks[usize::from(other == devices[1])].desk.head(other));
        }
    }
    let seed = service.asks(amtsstube::district::Store::seed(&service.store, [0; 32])).expect("the key");
    let checked = service.asks(check(&service.store, SecretKey::new(&seed).public())).expect("checked");
    assert_eq!((checked.events, checked.faults), (written, Vec::new()), "each event once");
    println!("{} cuts on the way up, {} down, {written} events", cuts[0], cuts[1]);
    assert!(cuts.iter().all(|cuts| *cuts > soak(CUTS) / 4), "{cuts:?}");
}
