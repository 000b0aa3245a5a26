//! Where direct labels go: beside what they name, inside the sheet, never on one another, off the lines if there is
//! room.

use super::canvas::{Frame, Point, count};
use super::text::{Face, one_line};
use crate::place::Printed;

/// Distance between a label and what it names.
pub(super) const GAP: i32 = 16;
/// The raster that free places are looked for on.
const SWEEP: i32 = 12;
/// A line through a label costs as much as this distance from the point it names.
const CROSSING: i64 = 400;

/// A label of one or two lines, measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) lines: Vec<String>,
    pub(super) face: Face,
    pub(super) width: i32,
}

impl Tag {
    /// The label in at most two lines of the given width.
    pub(super) fn new(label: &Printed, face: Face, max: i32) -> Self {
        let lines = face.wrap(&one_line(&label.text), max);
        let width = lines.iter().map(|line| face.width(line)).max().unwrap_or(0);
        Self { lines, face, width }
    }

    /// From above the capitals of the first line to below the last, the same on both sides of the centre.
    pub(super) fn height(&self) -> i32 {
        self.face.leading() * (count(self.lines.len()) - 1) + self.face.cap_height() + 2 * self.face.descent()
    }

    /// The box around a centre.
    fn around(&self, (x, y): Point) -> Frame {
        self.after((x - self.width / 2, y))
    }

    /// The box that begins at a point.
    pub(super) fn after(&self, (left, y): Point) -> Frame {
        let top = y - self.height() / 2;
        Frame::new(left, top, left + self.width, top + self.height())
    }

    /// A place near `anchor` within `bounds` that no other label has: the nearest, with a price on every line beneath.
    pub(super) fn place(&self, anchor: Point, bounds: Frame, taken: &[Frame], lines: &[(Point, Point)]) -> Frame {
        let (dx, dy) = (self.width / 2 + GAP, self.height() / 2 + GAP);
        let rows = (bounds.top..bounds.bottom).step_by(SWEEP.unsigned_abs() as usize).map(|y| y - anchor.1);
        let shifts = [0, -dy, dy].into_iter().chain(rows).flat_map(|down| [dx, 0, -dx].map(|across| (across, down)));
        let frames = shifts.map(|(across, down)| self.around((anchor.0 + across, anchor.1 + down)).pushed_into(bounds));
        let spot = Frame::new(anchor.0, anchor.1, anchor.0, anchor.1).grown(GAP - 4);
        let cost = |frame: &Frame| {
            let (x, y) = frame.middle();
            let on_labels = taken.iter().filter(|other| other.overlaps(frame.grown(GAP / 2))).count();
            let on_lines = lines.iter().filter(|(a, b)| frame.is_crossed_by(*a, *b)).count();
            let on_spot = usize::from(frame.overlaps(spot));
            // What lies beside a point is nearer to the eye than what lies above it.
            let away = i64::from((x - anchor.0).abs() / 2 + (y - anchor.1).abs());
            (on_labels, away + CROSSING * i64::from(count(on_lines + 2 * on_spot)))
        };
        frames.min_by_key(cost).unwrap_or_else(|| self.around(anchor))
    }
}

/// Boxes of one column, moved up and down by the least that keeps them off each other and within the bounds; in their
/// order. Boxes that touch move as one: to the mean of where each would be.
pub(super) fn spread(boxes: &[Frame], bounds: Frame) -> Vec<Frame> {
    /// Boxes without room between them.
    struct Group {
        top: i32,
        height: i32,
        members: Vec<usize>,
    }
    let mut order: Vec<(usize, Frame)> = boxes.iter().copied().enumerate().collect();
    order.sort_by_key(|(_, frame)| frame.middle().1);
    // Where the top of a group would be for the sake of each member.
    let settled = |members: &[usize]| {
        let mut height = 0;
        let mut wishes = 0;
        for frame in members.iter().filter_map(|member| boxes.get(*member)) {
            wishes += i64::from(frame.top - height);
            height += frame.height();
        }
        // The mean, rounded up.
        let mean = -(-wishes).div_euclid(i64::from(count(members.len()).max(1)));
        let top = i32::try_from(mean).unwrap_or_default().max(bounds.top).min(bounds.bottom - height);
        (top, height)
    };
    let mut groups: Vec<Group> = Vec::new();
    for (member, _) in order {
        let mut members = vec![member];
        let (mut top, mut height) = settled(&members);
        while let Some(above) = groups.pop_if(|above| above.top + above.height > top) {
            members.splice(0..0, above.members);
            (top, height) = settled(&members);
        }
        groups.push(Group { top, height, members });
    }
    let mut moved = boxes.to_vec();
    for group in groups {
        let mut top = group.top;
        for frame in group.members {
            if let Some(frame) = moved.get_mut(frame) {
                *frame = frame.moved_down(top - frame.top);
                top = frame.bottom;
            }
        }
    }
    moved
}
