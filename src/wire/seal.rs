//! Sealing: bytes that only the desks of one office can open. The key of the content is random and is wrapped for each
//! desk by HPKE (RFC 9180: DHKEM(X25519), HKDF-SHA256, ChaCha20-Poly1305); the cover is bound to both. Understands no
//! content and makes no randomness.
//!
//! Frozen, all numbers little endian: `AMB1`, sender's key (AGS, 8), receiver's key (8), number of desks (1), size unpacked
//! (4); for each desk its public key (32), the encapsulated key (32) and the wrapped key (48); then one zstd frame under
//! ChaCha20-Poly1305 with nonce zero, everything before it as associated data.

use super::bytes::Reader;
use super::key::{PublicKey, SecretKey};
use super::{BundleError, WireError};
use crate::domain::id::Digest;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hpke::kem::X25519HkdfSha256 as Kem;
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable as _, OpModeR, OpModeS, Serializable as _};
use std::convert::Infallible;

/// Most bytes unpacked: a case with its attachments.
const MAX_PLAIN: usize = 24 << 20;

/// Most bytes of what is sealed.
pub const MAX_SEALED: usize = MAX_PLAIN + (64 << 10);

/// Most desks of an office that something is sealed for.
const MAX_DESKS: usize = 200;

const MAGIC: &[u8; 4] = b"AMB1";
const INFO: &[u8] = b"amtsstube bundle 1";

/// What everybody can read of sealed bytes: from where and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Key of the office that sealed it (AGS).
    pub from: String,
    /// Key of the office that alone can open it.
    pub to: String,
}

impl Cover {
    /// Reads the cover; nothing is proved by it.
    pub fn read(bytes: &[u8]) -> Result<Self, WireError> {
        let mut reader = Reader(bytes);
        if &reader.array()? != MAGIC {
            return Err(WireError::Malformed("no bundle"));
        }
        Ok(Self { from: office(&mut reader)?, to: office(&mut reader)? })
    }

    /// Reads the keys of the desks that alone can open the bytes; nothing is proved by it.
    pub fn keys(bytes: &[u8]) -> Result<Vec<PublicKey>, WireError> {
        let _ = Self::read(bytes)?;
        let mut reader = Reader(bytes);
        let _ = reader.take(20)?;
        let [count] = reader.array()?;
        let _ = reader.u32()?;
        let key = |_| {
            let key = PublicKey(reader.array()?);
            reader.take(80).map(|_| key)
        };
        (0..count).map(key).collect()
    }
}

/// Whether bytes that begin so were sealed for the desk: whoever is among the receivers stands in the first part.
pub fn is_sealed_for(first: &[u8], desk: &PublicKey) -> Result<bool, WireError> {
    let _ = Cover::read(first)?;
    let mut reader = Reader(first);
    let _ = reader.take(20)?;
    let [count] = reader.array()?;
    let _ = reader.u32()?;
    for _ in 0..count {
        let key: [u8; 32] = reader.array()?;
        if key == desk.0 {
            return Ok(true);
        }
        let _ = reader.take(80)?;
    }
    Ok(false)
}

fn office(reader: &mut Reader<'_>) -> Result<String, WireError> {
    let key = reader.take(8)?;
    let key = std::str::from_utf8(key).map_err(|_| WireError::Malformed("office"))?;
    if super::is_town(key) { Ok(key.to_owned()) } else { Err(WireError::Malformed("office")) }
}

/// Seals `plain` for desks. `seed` is random and used once.
pub(super) fn seal(
    cover: &Cover,
    desks: &[PublicKey],
    plain: &[u8],
    seed: &[u8; 32],
) -> Result<Vec<u8>, BundleError> {
    if plain.len() > MAX_PLAIN || desks.is_empty() || desks.len() > MAX_DESKS {
        return Err(BundleError::TooLarge);
    }
    let key = derived(seed, 0);
    let mut out = MAGIC.to_vec();
    out.extend_from_slice(cover.from.as_bytes());
    out.extend_from_slice(cover.to.as_bytes());
    out.push(u8::try_from(desks.len()).map_err(|_| BundleError::TooLarge)?);
    out.extend_from_slice(&u32::try_from(plain.len()).map_err(|_| BundleError::TooLarge)?.to_le_bytes());
    for (desk, number) in desks.iter().zip(1_u64..) {
        let public = <Kem as hpke::Kem>::PublicKey::from_bytes(&desk.seals()?).map_err(|_| BAD)?;
        let mut given = Given(derived(seed, number), 0);
        let (enc, wrapped) = hpke::single_shot_seal_with_rng::<
            hpke::aead::ChaCha20Poly1305,
            hpke::kdf::HkdfSha256,
            Kem,
        >(&OpModeS::Base, &public, INFO, &key, &desk.0, &mut given)
        .map_err(|_| BAD)?;
        out.extend_from_slice(&desk.0);
        out.extend_from_slice(&enc.to_bytes());
        out.extend_from_slice(&wrapped);
    }
    let packed = zstd::bulk::compress(plain, 3).map_err(|_| BAD)?;
    let sealed =
        cipher(&key).encrypt(&Nonce::default(), Payload { msg: &packed, aad: &out }).map_err(|_| BAD)?;
    out.extend_from_slice(&sealed);
    if out.len() > MAX_SEALED { Err(BundleError::TooLarge) } else { Ok(out) }
}

/// Opens what was sealed for this desk.
pub(super) fn open(bytes: &[u8], own: &SecretKey) -> Result<(Cover, Vec<u8>), BundleError> {
    if bytes.len() > MAX_SEALED {
        return Err(BundleError::TooLarge);
    }
    let cover = Cover::read(bytes)?;
    let mut reader = Reader(bytes);
    let _ = reader.take(20)?;
    let [count] = reader.array()?;
    let size = usize::try_from(reader.u32()?).map_err(|_| BundleError::TooLarge)?;
    if size > MAX_PLAIN || usize::from(count) > MAX_DESKS {
        return Err(BundleError::TooLarge);
    }
    let public = own.public();
    let mut mine = None;
    for _ in 0..count {
        let (desk, enc, wrapped): ([u8; 32], [u8; 32], [u8; 48]) =
            (reader.array()?, reader.array()?, reader.array()?);
        if desk == public.0 {
            mine = Some((enc, wrapped));
        }
    }
    let (enc, wrapped) = mine.ok_or(BundleError::OtherDesk)?;
    let secret = <Kem as hpke::Kem>::PrivateKey::from_bytes(&own.opens()).map_err(|_| BAD)?;
    let enc = <Kem as hpke::Kem>::EncappedKey::from_bytes(&enc).map_err(|_| BAD)?;
    let key = hpke::single_shot_open::<hpke::aead::ChaCha20Poly1305, hpke::kdf::HkdfSha256, Kem>(
        &OpModeR::Base,
        &secret,
        &enc,
        INFO,
        &wrapped,
        &public.0,
    )
    .map_err(|_| BAD)?;
    let key: [u8; 32] = key.try_into().map_err(|_| BAD)?;
    let (head, sealed) = bytes.split_at(bytes.len() - reader.0.len());
    let packed =
        cipher(&key).decrypt(&Nonce::default(), Payload { msg: sealed, aad: head }).map_err(|_| BAD)?;
    let plain = zstd::bulk::decompress(&packed, size).map_err(|_| BAD)?;
    if plain.len() == size { Ok((cover, plain)) } else { Err(BAD) }
}

const BAD: BundleError = BundleError::Malformed;

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(*key))
}

/// One random seed gives the key of the content and a fresh one for each wrapping.
fn derived(seed: &[u8; 32], number: u64) -> [u8; 32] {
    Digest::of(&[b"amtsstube bundle seed 1", seed, &number.to_le_bytes()]).0
}

/// Random bytes that were given, handed out once: HPKE takes as many as its key is long.
struct Given([u8; 32], usize);

impl TryRng for Given {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Infallible> {
        for byte in to {
            if self.1 == self.0.len() {
                *self = Self(derived(&self.0, u64::MAX), 0);
            }
            *byte = self.0[self.1];
            self.1 += 1;
        }
        Ok(())
    }
}

impl TryCryptoRng for Given {}
