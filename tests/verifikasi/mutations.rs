//! Files changed at random: never identical, never the same, never a panic, never beyond the limits.

use lopdf::{Object, StringFormat};
use rakor::report::Verdict;

use super::{judged, report};
use crate::mail::finished::{document, packed, saved};

/// Draws below a bound, from a seed.
struct Dice(u64);

impl Dice {
    fn draw(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }
}

/// A change to the bytes as they lie there.
fn bytes(dice: &mut Dice) -> Vec<u8> {
    let mut file = report().to_vec();
    let at = dice.draw(file.len());
    let length = 1 + dice.draw(40);
    match dice.draw(7) {
        0..=2 => file[at] ^= 1 << dice.draw(8),
        3 => file.truncate(at),
        4 => _ = file.drain(at..(at + length).min(report().len())),
        5 => {
            let copied = report()[at..(at + length).min(report().len())].to_vec();
            let to = dice.draw(file.len());
            file.splice(to..to, copied);
        }
        _ => file.extend((0..length).map(|byte| u8::try_from(byte).unwrap())),
    }
    file
}

/// A change to one object, in a file that is whole in every other way.
fn object(dice: &mut Dice) -> Vec<u8> {
    let mut document = document(report());
    let ids: Vec<_> = document.objects.keys().copied().collect();
    loop {
        let id = ids[dice.draw(ids.len())];
        let object = document.get_object_mut(id).unwrap();
        if changed(object, dice) {
            return if dice.draw(2) == 0 { saved(document) } else { packed(document) };
        }
    }
}

/// Changes an object or something in it, if it can.
fn changed(object: &mut Object, dice: &mut Dice) -> bool {
    match object {
        Object::Boolean(value) => *value = !*value,
        Object::Integer(value) => *value += 1 + i64::try_from(dice.draw(9)).unwrap(),
        Object::Real(value) => *value += 1.5,
        Object::String(text, _) => {
            *object = Object::String([text.as_slice(), b"7"].concat(), StringFormat::Literal);
        }
        Object::Array(items) if !items.is_empty() => {
            let index = dice.draw(items.len());
            return changed(&mut items[index], dice);
        }
        Object::Dictionary(entries) if !entries.is_empty() => {
            let index = dice.draw(entries.len());
            let (_, value) = entries.iter_mut().nth(index).unwrap();
            return changed(value, dice);
        }
        Object::Stream(stream) => {
            let Ok(mut content) = stream.get_plain_content() else { return false };
            if content.is_empty() {
                return false;
            }
            let at = dice.draw(content.len());
            // A digit becomes another one: the likeliest forgery.
            let digit = content.iter().skip(at).position(u8::is_ascii_digit).map(|further| at + further);
            let at = digit.unwrap_or(at);
            content[at] = if content[at] == b'7' { b'1' } else { b'7' };
            stream.set_plain_content(content);
        }
        _ => return false,
    }
    true
}

#[test]
fn a_thousand_changes_never_pass() {
    let cases = if std::env::var("RAKOR_KAMPANYE").is_ok_and(|value| value == "1") { 1_000 } else { 60 };
    let mut counts = [0_usize; 2];
    for seed in 0..cases {
        let mut dice = Dice(0x5EED + seed);
        dice.draw(2);
        let file = if seed % 2 == 0 { bytes(&mut dice) } else { object(&mut dice) };
        if file == report() {
            continue;
        }
        let verdict = judged(&file).verdict;
        assert!(!verdict.holds(), "seed {seed}: {verdict:?}");
        let broken = verdict.diagnostics().iter().find(|diagnostic| diagnostic.code.starts_with('W'));
        assert_eq!(broken, None, "seed {seed}");
        counts[usize::from(matches!(verdict, Verdict::Changed(_)))] += 1;
    }
    // Both ways of not passing are walked.
    assert!(counts.iter().all(|count| *count > 5), "{counts:?}");
}
