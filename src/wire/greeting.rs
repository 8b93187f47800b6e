//! What desk and service agree on while they greet each other (TLS 1.3), so that no question has to be asked for it: which forms of
//! segments the service reads, and what is signed instead of a challenge. Opens no connection.

use super::request::Challenge;
use super::segment::Form;
use crate::domain::id::Digest;

/// What a desk offers and a service chooses from (ALPN), best first. The first one means: this side knows the fourth form of
/// segments, and takes the connection itself for a challenge. Whoever chooses none is from before. Frozen.
pub const ALPN: [&[u8]; 2] = [b"amtsstube/4", b"http/1.1"];

/// Under this name both sides export what only they know of a connection (RFC 8446, 7.5). Frozen.
const EXPORTER: &[u8] = b"EXPERIMENTAL amtsstube request 1";

/// What was agreed on with one connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Greeting {
    /// The newest form of segments that the other side reads.
    pub form: Form,
    /// To be signed with each request on this connection; nothing where the service has to give a challenge.
    pub challenge: Option<Challenge>,
}

impl Default for Greeting {
    /// With somebody from before.
    fn default() -> Self {
        Self { form: Form::Third, challenge: None }
    }
}

impl Greeting {
    /// Of a connection: what was chosen, whether it is TLS 1.3, and how to export something of it.
    pub fn of(
        chosen: Option<&[u8]>,
        is_tls13: bool,
        export: impl FnOnce([u8; 32], &[u8]) -> Option<[u8; 32]>,
    ) -> Self {
        if chosen != Some(ALPN[0]) {
            return Self::default();
        }
        // What an earlier TLS exports may be the same for two connections.
        let exported = export([0; 32], EXPORTER).filter(|_| is_tls13);
        Self { form: Form::Fourth, challenge: exported.map(|bytes| Challenge(Digest(bytes))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_new_connection_of_two_that_know_it_is_a_challenge() {
        let greeting = |chosen, is_tls13| Greeting::of(chosen, is_tls13, |_, _| Some([7; 32]));
        let both = greeting(Some(ALPN[0]), true);
        assert_eq!(both, Greeting { form: Form::Fourth, challenge: Some(Challenge(Digest([7; 32]))) });
        let old = greeting(Some(ALPN[0]), false);
        assert_eq!(old, Greeting { form: Form::Fourth, challenge: None });
        for other in [None, Some(ALPN[1]), Some(&b"h2"[..])] {
            assert_eq!(greeting(other, true), Greeting::default());
        }
    }
}
