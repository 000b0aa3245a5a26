//! What follows from a reply that does not let the dialogue go on.

use super::line::Fault;
use super::reply::Reply;
use super::{Fate, Phase, Refusal, Scope, Why};

/// What a refusal means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// Later.
    Later(Scope),
    /// Never.
    Never(Scope),
    /// Not with this account.
    Account,
    /// Not with this server, sender, or setting.
    Setting,
    /// No refusal.
    Odd,
}

fn verdict(phase: Phase, reply: &Reply) -> Verdict {
    use Verdict::{Account, Later, Never, Odd, Setting};
    match (reply.code, reply.status) {
        (530 | 534 | 535 | 538, _) => Account,
        // A quota, of the account or of the day; or the server goes away.
        (452 | 454, Some([4, 7, _])) | (550, Some([5, 4, 5])) | (421, _) => Later(Scope::Run),
        (400..=499, _) => Later(Scope::Recipient),
        // RFC 5321, 4.5.3.1.10: a 552 to RCPT means 452.
        (552, _) if phase == Phase::Recipient => Later(Scope::Recipient),
        (500..=599, Some([5, 3, 4])) | (552, None) if matters(phase) => Never(Scope::Report),
        (500..=599, Some([5, 7, _])) if phase == Phase::Login => Account,
        (500..=599, _) if matters(phase) && phase != Phase::Mail => Never(Scope::Recipient),
        (500..=599, _) => Setting,
        _ => Odd,
    }
}

/// Whether a message is under way at this step.
fn matters(phase: Phase) -> bool {
    matches!(phase, Phase::Mail | Phase::Recipient | Phase::Data | Phase::Body | Phase::Dot)
}

/// What becomes of a message that is refused, and whether the line can go on.
pub(super) fn fate(phase: Phase, reply: &Reply) -> (Fate, bool) {
    let why = |scope| Why { phase, code: Some(reply.code), words: reply.words(), scope };
    let goes_on = reply.code != 421;
    match verdict(phase, reply) {
        Verdict::Later(scope) => (Fate::Deferred(why(scope)), goes_on),
        Verdict::Never(scope) => (Fate::Rejected(why(scope)), true),
        Verdict::Account => (Fate::Refused(Refusal::Password(why(Scope::Run))), true),
        Verdict::Setting => (Fate::Refused(Refusal::Setup(why(Scope::Run))), true),
        Verdict::Odd if phase == Phase::Dot => (Fate::Unknown(why(Scope::Run)), false),
        Verdict::Odd => (Fate::Deferred(why(Scope::Run)), false),
    }
}

/// What becomes of a message when a step gave no answer.
pub(super) fn lost(phase: Phase, fault: &Fault) -> Fate {
    match fault {
        // The server has enough of the body, or of us. The dot was not written.
        Fault::Early(reply) if phase >= Phase::Body || reply.code == 421 => fate(phase.min(Phase::Body), reply).0,
        Fault::Early(_) => Fate::Deferred(broken(phase, fault)),
        _ if phase == Phase::Dot => Fate::Unknown(broken(phase, fault)),
        _ => Fate::Deferred(broken(phase, fault)),
    }
}

/// Why there is no session, from a reply.
pub(super) fn refusal(phase: Phase, reply: &Reply) -> Refusal {
    let why = Why { phase, code: Some(reply.code), words: reply.words(), scope: Scope::Run };
    match verdict(phase, reply) {
        Verdict::Account => Refusal::Password(why),
        Verdict::Setting | Verdict::Never(_) => Refusal::Setup(why),
        Verdict::Later(_) | Verdict::Odd => Refusal::Deferred(why),
    }
}

/// The same from a step that gave no answer.
pub(super) fn unheard(phase: Phase, fault: &Fault) -> Refusal {
    match fault {
        Fault::Early(reply) if reply.code == 421 => refusal(phase, reply),
        _ => Refusal::Deferred(broken(phase, fault)),
    }
}

fn broken(phase: Phase, fault: &Fault) -> Why {
    Why { phase, code: None, words: fault.to_string(), scope: Scope::Run }
}
