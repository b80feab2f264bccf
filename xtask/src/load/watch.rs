//! Memory and latency over time.

use std::{
    fs,
    sync::PoisonError,
    time::{Duration, Instant},
};

use hdrhistogram::Histogram;
use serde::Serialize;
use tokio::time::sleep_until;

use super::Seen;

/// One look.
#[derive(Serialize)]
pub(super) struct Sample {
    second: f64,
    /// Resident memory of the process, in KiB.
    rss_kib: Option<u64>,
    /// Answers since the last look, and their 99th percentile in milliseconds.
    answered: u64,
    p99_ms: f64,
}

/// Looks every so often, until the end.
pub(super) async fn samples(pid: Option<u32>, seen: Seen, every: Duration, end: Instant) -> Vec<Sample> {
    let (begun, mut samples, mut before) = (Instant::now(), Vec::new(), None::<Histogram<u64>>);
    let mut due = begun + every;
    while due <= end {
        sleep_until(due.into()).await;
        let now = seen.lock().unwrap_or_else(PoisonError::into_inner).get(&200).cloned();
        let mut since = now.clone();
        if let (Some(since), Some(before)) = (&mut since, &before) {
            // What was seen before is part of what is seen now.
            let _ = since.subtract(before);
        }
        samples.push(Sample {
            second: begun.elapsed().as_secs_f64(),
            rss_kib: pid.and_then(rss_kib),
            answered: since.as_ref().map_or(0, Histogram::len),
            p99_ms: since.map_or(0.0, |since| since.value_at_quantile(0.99) as f64 / 1_000.0),
        });
        before = now;
        due += every;
    }
    samples
}

fn rss_kib(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.split_whitespace().next()?.parse().ok()
}

/// KiB a minute, by least squares over the last two thirds: what comes before is the warm-up.
pub(super) fn slope(samples: &[Sample]) -> Option<f64> {
    let warm = &samples[samples.len() / 3..];
    let points: Vec<(f64, f64)> =
        warm.iter().filter_map(|sample| Some((sample.second / 60.0, sample.rss_kib? as f64))).collect();
    if points.len() < 3 {
        return None;
    }
    let count = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / count, y + point.1 / count));
    let (above, below) = points.iter().fold((0.0, 0.0), |(above, below), point| {
        (above + (point.0 - x) * (point.1 - y), below + (point.0 - x).powi(2))
    });
    Some(above / below)
}
