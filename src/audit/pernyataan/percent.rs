//! Percentages against the counts they come from.

use super::bench::{Base, Bench, Reckoned, Reply, compare};
use super::fit::{Fit, Range, fit, shown};
use super::said::{Column, Said};
use super::{Outcome, Right};
use crate::audit::rows::number;
use crate::bahasa;
use crate::figure::{round_half_up, whole};

fn share(part: &Base, whole: &Base) -> Option<Reckoned> {
    let range = part.range.share(&whole.range)?;
    Some(Reckoned::new(range, format!("{} dari {}", part.words, whole.words), &[part, whole]))
}

/// Against the statement's own participants and workers.
pub(super) fn own_counts(_: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::Persen)?;
        let (part, whole) = (Bench::stated_participants(said)?, Bench::declared(said)?);
        Some(compare(figure, &share(&part, &whole)?))
    };
    reply().into_iter().collect()
}

/// Against its own participants and the published workers, when it names none.
pub(super) fn implied_workers(bench: &Bench, said: &Said) -> Vec<Reply> {
    implied(bench, said).into_iter().collect()
}

fn implied(bench: &Bench, said: &Said) -> Option<Reply> {
    let figure = said.figure(Column::Persen)?;
    let part = Bench::stated_participants(said).filter(|_| Bench::declared(said).is_none())?;
    let in_force = bench.in_force(said);
    let by_force = in_force.as_ref().and_then(|base| share(&part, base));
    if let Some(reckoned) = by_force.as_ref().filter(|reckoned| fit(&reckoned.range, figure.said) != Fit::None) {
        return Some(compare(figure, reckoned));
    }
    let implied = implied_total(&part.range, figure.said)?;
    let implied = number(round_half_up(&implied.value, 0).units);
    let wording = figure.cell.value.trim();
    let fitting = bench.published(said).find_map(|row| {
        let base = Base::workers(row);
        let reckoned = share(&part, &base)?;
        (fit(&reckoned.range, figure.said) == Fit::Exact).then_some((row, reckoned))
    });
    if let Some((row, reckoned)) = fitting {
        let right = reckoned.right(shown(&reckoned.range.value, figure.said));
        let message = format!(
            "Cakupan {wording} memakai penyebut {} ({}), bukan penyebut yang berlaku.",
            row.sebutan.value,
            number(row.jumlah_pekerja.value)
        );
        return Some(Reply::new(Column::Persen, Outcome::Sesuai).with(right).saying(message));
    }
    let Some(reckoned) = by_force else {
        let reason = "penyebutnya tidak disebut dan tidak tersedia dalam data";
        return Some(Reply::cannot(Column::Persen, reason));
    };
    let computed = shown(&reckoned.range.value, figure.said);
    let message = format!(
        "Cakupan {wording} dengan {} menyiratkan {implied} pekerja, jumlah yang tidak \
         tercantum dalam data; {} sama dengan {computed}.",
        part.words, reckoned.how
    );
    let right = reckoned.right(computed.clone());
    Some(Reply::new(Column::Persen, Outcome::TidakSesuai(computed)).with(right).saying(message))
}

/// The whole of which a part is so many percent.
pub(super) fn implied_total(part: &Range, percent: &crate::bahasa::baca::Ucapan) -> Option<Range> {
    let percent = Range::of(percent);
    if percent.low <= whole(0) {
        return None;
    }
    let total = |part: &crate::figure::Ratio, percent: &crate::figure::Ratio| part * whole(100) / percent;
    Some(Range {
        value: total(&part.value, &percent.value),
        low: total(&part.low, &percent.high),
        high: total(&part.high, &percent.low),
    })
}

/// Against the participants of the data, when the statement names none.
pub(super) fn counted(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::Persen)?;
        if said.figure(Column::Pembilang).is_some() {
            return None;
        }
        let (base, period) = (bench.base(said)?, said.period()?);
        let month = |month| Some(compare(figure, &share(&bench.counted(said, month)?, &base)?));
        Some(super::count::of_its_month(said, month).unwrap_or_else(|| {
            let month = bahasa::periode(period);
            Reply::cannot(Column::Persen, format!("jumlah peserta aktif {month} tidak tersedia"))
        }))
    };
    reply().into_iter().collect()
}

/// A percentage of nothing that anybody names.
pub(super) fn without_base(bench: &Bench, said: &Said) -> Vec<Reply> {
    if bench.base(said).is_some() {
        return Vec::new();
    }
    let open = |column: Column| {
        let figure = said.figure(column)?;
        // Implied workers answer for a percentage beside its participants, documents for a target.
        let answered = match column {
            Column::Persen => said.figure(Column::Pembilang).is_some(),
            _ => super::target::has_document(bench, said),
        };
        let message = format!(
            "{} {} tidak menyebut dasarnya; penyebutnya juga tidak tersedia dalam data.",
            column.label(),
            figure.cell.value.trim()
        );
        (!answered).then(|| Reply::cannot(column, "dasar persentasenya tidak disebut").saying(message))
    };
    [Column::Persen, Column::TargetPersen].into_iter().filter_map(open).collect()
}

/// Covered and uncovered make a hundred.
pub(super) fn uncovered(_: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::BelumPersen)?;
        let all = Range::exact(whole(100));
        let covered = said.figure(Column::Persen).map(|figure| {
            let words = format!("100 persen dikurangi {}", figure.cell.value.trim());
            let publishers = vec![said.row.sumber.value.clone()];
            let places = vec![figure.cell.place.clone()];
            Reckoned { range: all.minus(&Range::of(figure.said)), how: words, publishers, places }
        });
        let counts = || {
            let (part, whole) = (Bench::stated_participants(said)?, Bench::declared(said)?);
            let share = share(&part, &whole)?;
            Some(Reckoned {
                how: format!("100 persen dikurangi {}", share.how),
                range: all.minus(&share.range),
                ..share
            })
        };
        Some(compare(figure, &covered.or_else(counts)?))
    };
    reply().into_iter().collect()
}

/// A part of something said in *persen poin*, which only a difference can have.
pub(super) fn in_points(_: &Bench, said: &Said) -> Vec<Reply> {
    use crate::bahasa::baca::Satuan;
    let mistaken = [Column::Persen, Column::BelumPersen, Column::TargetPersen].into_iter().filter_map(|column| {
        let figure = said.as_said(column).filter(|figure| figure.said.satuan == Satuan::PersenPoin)?;
        let right = bahasa::persen_desimal(&figure.said.desimal());
        let message = format!(
            "{} tercantum {}, padahal persen poin hanya untuk selisih dua persentase.",
            column.label(),
            figure.cell.value.trim()
        );
        let publishers = vec![said.row.sumber.value.clone()];
        let own = Right { figure: right.clone(), publishers, places: Vec::new() };
        Some(Reply::new(column, Outcome::TidakSesuai(right)).with(own).saying(message))
    });
    let mut replies: Vec<Reply> = mistaken.collect();
    replies.extend(yearly_rise(said));
    replies
}

/// A rise of a percentage in percent may mean two things.
fn yearly_rise(said: &Said) -> Option<Reply> {
    use crate::bahasa::baca::Satuan;
    let rise = said.as_said(Column::Kenaikan)?;
    if rise.said.satuan == Satuan::PersenPoin {
        return Some(Reply::new(Column::Kenaikan, Outcome::Sesuai));
    }
    let wording = rise.cell.value.trim();
    let reply = Reply::cannot(Column::Kenaikan, "tidak jelas persen atau persen poin");
    let message = match said.figure(Column::Persen) {
        None => format!("Kenaikan {wording} setahun dapat berarti persen atau persen poin."),
        Some(now) => {
            let (start, rise) = (&now.said.nilai, &rise.said.nilai);
            let (points, percent) = (start + rise, start * (whole(100) + rise) / whole(100));
            format!(
                "Kenaikan {wording} setahun dari {} menjadi {} apabila yang dimaksud persen poin, atau {} apabila \
                 persen.",
                now.cell.value.trim(),
                shown(&points, now.said),
                shown(&percent, now.said)
            )
        }
    };
    let now = said.cell(Column::Persen).map(|cell| cell.place.clone());
    Some(
        Reply { action: "Sebutkan persen poin apabila cakupannya yang bertambah.", ..reply }
            .saying(message)
            .beside(now.into_iter().collect()),
    )
}
