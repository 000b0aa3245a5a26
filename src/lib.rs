//! x
pub mod diagnostic;
pub mod figure;
pub mod fonts;
pub mod place;
pub mod template;
pub mod typeset;
/// stub
pub mod chart {
    /// stub
    #[derive(Clone, Debug, PartialEq)]
    pub struct ChartSpec { /// w
        pub width_mm: u32 }
}
