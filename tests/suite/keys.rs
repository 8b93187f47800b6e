//! Keys and certificates of a town that does not exist, made for a test and gone with it, as PKCS#12 files.

use openssl::asn1::Asn1Time;
use openssl::bn::BigNum;
use openssl::ec::{EcGroup, EcKey};
use openssl::hash::MessageDigest;
use openssl::nid::Nid;
use openssl::pkcs12::Pkcs12;
use openssl::pkey::{PKey, Private};
use openssl::rsa::Rsa;
use openssl::stack::Stack;
use openssl::x509::extension::{BasicConstraints, KeyUsage};
use openssl::x509::{X509, X509Name};

/// The passphrase of every file.
pub const PASSPHRASE: &str = "Schlüsselblume 7";

/// What a certificate is to be like.
pub struct Wish {
    pub key: PKey<Private>,
    /// First and last moment.
    pub counts: (&'static str, &'static str),
    pub usage: fn(&mut KeyUsage) -> &mut KeyUsage,
}

impl Wish {
    /// One that signs for many years.
    pub fn of(key: PKey<Private>) -> Self {
        let counts = ("20200101000000Z", "20991231225959Z");
        Self { key, counts, usage: KeyUsage::digital_signature }
    }
}

pub fn rsa(bits: u32) -> PKey<Private> {
    PKey::from_rsa(Rsa::generate(bits).unwrap()).unwrap()
}

pub fn p256() -> PKey<Private> {
    let curve = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).unwrap();
    PKey::from_ec_key(EcKey::generate(&curve).unwrap()).unwrap()
}

/// The certificate of the wish, and that of the authority above it.
pub fn certificates(wish: &Wish) -> (X509, X509) {
    let above = Wish { usage: KeyUsage::key_cert_sign, ..Wish::of(p256()) };
    let authority = named("Prüfstelle der Tests");
    let root = certificate(&above, &authority, (&authority, &above.key), 1);
    (certificate(wish, &named("Siegel der Stadt Gescher"), (&authority, &above.key), 4711), root)
}

/// Key and certificates in a file.
pub fn store(wish: &Wish) -> Vec<u8> {
    let (own, root) = certificates(wish);
    store_of(wish, &own, Some(root))
}

/// The key and these certificates in a file.
pub fn store_of(wish: &Wish, own: &X509, root: Option<X509>) -> Vec<u8> {
    let mut others = Stack::new().unwrap();
    if let Some(root) = root {
        others.push(root).unwrap();
    }
    let mut store = Pkcs12::builder();
    let _ = store.name("siegel").pkey(&wish.key).cert(own).ca(others);
    store.build2(PASSPHRASE).unwrap().to_der().unwrap()
}

fn named(name: &str) -> X509Name {
    let mut builder = X509Name::builder().unwrap();
    builder.append_entry_by_nid(Nid::COMMONNAME, name).unwrap();
    builder.append_entry_by_nid(Nid::ORGANIZATIONNAME, "Stadt Gescher").unwrap();
    builder.append_entry_by_nid(Nid::COUNTRYNAME, "DE").unwrap();
    builder.build()
}

fn certificate(wish: &Wish, subject: &X509Name, above: (&X509Name, &PKey<Private>), number: u32) -> X509 {
    let mut builder = X509::builder().unwrap();
    builder.set_version(2).unwrap();
    let number = BigNum::from_u32(number).unwrap().to_asn1_integer().unwrap();
    builder.set_serial_number(&number).unwrap();
    builder.set_subject_name(subject).unwrap();
    builder.set_issuer_name(above.0).unwrap();
    builder.set_not_before(&Asn1Time::from_str(wish.counts.0).unwrap()).unwrap();
    builder.set_not_after(&Asn1Time::from_str(wish.counts.1).unwrap()).unwrap();
    builder.set_pubkey(&wish.key).unwrap();
    builder.append_extension((wish.usage)(KeyUsage::new().critical()).build().unwrap()).unwrap();
    if is_root(subject, above.0) {
        builder.append_extension(BasicConstraints::new().critical().ca().build().unwrap()).unwrap();
    }
    builder.sign(above.1, MessageDigest::sha256()).unwrap();
    builder.build()
}

fn is_root(subject: &X509Name, issuer: &X509Name) -> bool {
    subject.try_cmp(issuer).unwrap().is_eq()
}
