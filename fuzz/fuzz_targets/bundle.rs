//! Sealed bundles: the cover, the record that is kept, and what is inside, as a desk of another office could seal it.
#![no_main]

use amtsstube::wire::{Bundle, Cover, Manifest, Opener, Purpose, SecretKey, Signed};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (own, sender, service) = ([3; 32], [1; 32], [9; 32]);
    let (own, sender, service) = (SecretKey::new(&own), SecretKey::new(&sender), SecretKey::new(&service).public());
    let opener = Opener { key: &own, office: "05554000", service: &service };
    let _ = (Cover::read(bytes), Bundle::open(bytes, &opener), Bundle::kept(bytes));
    // Sealed on purpose around whatever reads as a manifest.
    let Ok(manifest) = serde_json::from_slice::<Manifest>(bytes) else { return };
    let Ok(signed) = Signed::new(&sender, Purpose::Bundle, &manifest) else { return };
    let pieces = vec![bytes.to_vec()];
    if let Ok(sealed) = Bundle::seal(&manifest, &signed, &pieces, &[own.public()], &[1; 32]) {
        let _ = Bundle::open(&sealed, &opener);
    }
    let _ = (manifest.desks(&service), manifest.recorded::<serde_json::Value>());
});
