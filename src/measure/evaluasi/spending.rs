//! What all indicators of a year were to cost, what they did cost, and how money and *kinerja* went together.

use super::figure::{Figure, Pair};
use super::line::PlanYear;
use super::predikat::Attained;
use super::{Evaluation, Side};
use crate::figure::{Ratio, percent_of, whole};
use crate::place::{Sourced, Sources};

/// Money and *kinerja* of one year of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spending {
    /// Planned, rupiah, of the indicators that have both a plan and a realisation.
    pub planned: Sourced<Ratio>,
    /// Realised by the same indicators, rupiah.
    pub realised: Sourced<Ratio>,
    /// Realised over planned, percent, exact; nothing when nothing was planned.
    pub share: Option<Sourced<Ratio>>,
    /// How many indicators these are.
    pub counted: usize,
    /// How many indicators have a percentage on both sides.
    pub comparable: Sourced<usize>,
    /// How many of them met their target with less than the planned money.
    pub met_with_less: Sourced<usize>,
    /// How many of them missed it although more of the money was spent than of the target reached.
    pub missed_with_more: Sourced<usize>,
}

impl Evaluation<'_> {
    /// Money and *kinerja* of the year evaluated; nothing for a year outside the plan.
    #[must_use]
    pub fn spending(&self) -> Option<Spending> {
        let index = usize::try_from(self.year.checked_sub(self.plan.first())?).ok()?;
        let years: Vec<&PlanYear> = self.lines.iter().filter_map(|line| line.years.get(index)).collect();
        let money: Vec<(&Figure, &Figure)> = years
            .iter()
            .filter_map(|year| Some((year.target.get(Side::Rupiah).as_ref().ok()?, year.realised.rp.as_ref().ok()?)))
            .collect();
        let planned = total(money.iter().map(|(planned, _)| *planned));
        let realised = total(money.iter().map(|(_, realised)| *realised));
        let share = percent_of(&realised.value, &planned.value)
            .map(|percent| Sourced::new(percent, realised.from.clone().and(&planned.from)));
        let full = whole(100_u32);
        Some(Spending {
            counted: money.len(),
            comparable: tally(&years, |_, _| true),
            met_with_less: tally(&years, |k, rp| *k >= full && *rp < full),
            missed_with_more: tally(&years, |k, rp| *k < full && rp > k),
            planned,
            realised,
            share,
        })
    }
}

fn total<'f>(figures: impl Iterator<Item = &'f Figure>) -> Sourced<Ratio> {
    let mut sum = Sourced::new(Ratio::from_integer(0.into()), Sources::none());
    for figure in figures {
        sum.value += &figure.exact.value;
        sum.from = sum.from.and(&figure.exact.from);
    }
    sum
}

/// How many years with percentages on both sides fit; the cells of all of them were looked at.
fn tally(years: &[&PlanYear], fits: impl Fn(&Ratio, &Ratio) -> bool) -> Sourced<usize> {
    let both = years.iter().filter_map(|year| {
        let Pair { k, rp }: &Pair<Attained> = &year.attainment;
        Some((k.as_ref().ok()?, rp.as_ref().ok()?))
    });
    let (mut count, mut from) = (0, Sources::none());
    for (k, rp) in both {
        count += usize::from(fits(&k.percent.value, &rp.percent.value));
        from = from.and(&k.percent.from).and(&rp.percent.from);
    }
    Sourced::new(count, from)
}
