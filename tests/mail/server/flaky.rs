//! A server that nobody would choose.

use std::time::Duration;

use super::script::{Act, Step};

/// What such a server does, one number after the other.
#[derive(Clone, Debug)]
pub(super) struct Flaky(u64);

impl Flaky {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below a bound; the generator is Steele, Lea and Flood's `SplitMix`.
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }

    /// Mostly the usual, often a little late.
    pub(super) fn act(&mut self, step: Step) -> Act {
        let late = Duration::from_millis(self.below(12));
        let chance = self.below(100);
        let act = match step {
            Step::Greeting => match chance {
                0..4 => Act::say("421 4.3.2 Service not available"),
                4..6 => Act::Drop,
                _ => Act::Usual,
            },
            Step::Ehlo | Step::StartTls | Step::Auth | Step::Rset | Step::Noop | Step::Quit => match chance {
                0..2 => Act::Drop,
                _ => Act::Usual,
            },
            Step::Mail | Step::Data => match chance {
                0..4 => Act::say("451 4.3.0 Try again later"),
                4..6 => Act::Drop,
                _ => Act::Usual,
            },
            Step::Rcpt => match chance {
                0..4 => Act::say("450 4.2.0 Greylisted"),
                4..6 => Act::say("550 5.1.1 User unknown"),
                6..8 => Act::say("421 4.4.2 Closing"),
                8..10 => Act::Drop,
                _ => Act::Usual,
            },
            Step::Body => match chance {
                0..3 => Act::Drop,
                _ => Act::Usual,
            },
            Step::Dot => match chance {
                0..4 => Act::say("452 4.3.1 Insufficient storage"),
                4..6 => Act::say("554 5.6.0 Rejected"),
                6..10 => Act::Drop,
                10..16 => Act::Keep(Box::new(Act::Drop)),
                16..18 => Act::Keep(Box::new(Act::say("251 Somehow"))),
                18..20 => Act::say("garbage"),
                20..26 => Act::Drip(b"250 2.0.0 Ok: in pieces\r\n".to_vec(), Duration::from_millis(1)),
                _ => Act::Usual,
            },
        };
        if chance.is_multiple_of(2) { Act::Late(late, Box::new(act)) } else { act }
    }
}
