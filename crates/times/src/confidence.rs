//! How far each rule can be trusted.

/// Precision of each rule: the share of its findings that overlap an expression of the corpus and have its value, as
/// `cargo xtask evaluate times` counts them (`rules` in `crates/evaluation/scores/times.json`). Measured on
/// `wikiwars/train`, or on `gum_dates/train` for rules of which that has more findings and whose values it writes as
/// TIMEX3 does. A rule with fewer than ten findings on either has the precision of all rules together ([`POOLED`]).
const MEASURED: &[(&str, f32)] = &[
    ("amount-away", 0.43),
    ("clock", 0.60),
    ("date-day-month", 0.91),
    ("date-month-day", 0.97),
    ("day-part", 0.71),
    ("duration", 0.88),
    ("duration-stepped", 0.86),
    ("month", 0.93),
    ("range-days-before-month", 1.0),
    ("range-months", 1.0),
    ("range-names", 0.95),
    ("range-years", 0.96),
    ("range-years-of-era", 1.0),
    ("reference", 0.96),
    ("season", 0.66),
    ("step-unit", 0.65),
    ("today", 0.63),
    ("weekday", 0.62),
    ("year", 0.98),
];

/// Precision of all rules together on `wikiwars/train`.
const POOLED: f32 = 0.90;

/// The precision of a rule.
pub(super) fn of(rule: &str) -> f32 {
    MEASURED.iter().find(|(name, _)| *name == rule).map_or(POOLED, |&(_, precision)| precision)
}
