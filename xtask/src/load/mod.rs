//! Load on a running service, and what becomes of it: at a rate, whatever the service answers, or by a number of callers
//! who each wait for their answer. Latencies count from when a request was due, so that a slow answer hides no other.

mod shot;
mod watch;

use std::{
    collections::BTreeMap,
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use hdrhistogram::Histogram;
use serde::Serialize;
use tokio::{
    net::TcpStream,
    runtime,
    task::JoinSet,
    time::{MissedTickBehavior, interval, sleep_until},
};

use shot::Range;
use watch::Sample;

/// Load on a running service. Prints what it saw as JSON.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Address and port of the service.
    #[arg(long, default_value = "127.0.0.1:8080")]
    address: String,
    /// Folder of articles, as plain text; they are sent in turn.
    #[arg(long, default_value = "tests/fixtures/articles")]
    articles: PathBuf,
    /// Requests a second, sent when they are due.
    #[arg(long, conflicts_with = "callers", required_unless_present = "callers")]
    per_second: Option<f64>,
    /// Callers who send one request after the other, in place of a rate.
    #[arg(long)]
    callers: Option<usize>,
    /// Seconds to send for.
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Connections that are opened first and say nothing.
    #[arg(long, default_value_t = 0)]
    idle: usize,
    /// Process whose memory is watched.
    #[arg(long)]
    pid: Option<u32>,
    /// Seconds between samples of memory and latency.
    #[arg(long, default_value_t = 10)]
    sample_seconds: u64,
    /// API key to send.
    #[arg(long)]
    key: Option<String>,
}

/// What was seen.
#[derive(Serialize)]
struct Report {
    per_second_sent: f64,
    per_second_answered: f64,
    idle_connections: usize,
    /// Requests by status; 0 is no answer at all.
    by_status: BTreeMap<u16, Latencies>,
    samples: Vec<Sample>,
    /// Growth of resident memory over the last two thirds of the time, in KiB a minute.
    rss_kib_per_minute: Option<f64>,
}

/// Milliseconds.
#[derive(Serialize)]
struct Latencies {
    count: u64,
    p50: f64,
    p95: f64,
    p99: f64,
    max: f64,
}

/// Latencies by status, in microseconds.
pub(crate) type Seen = Arc<Mutex<BTreeMap<u16, Histogram<u64>>>>;

/// The longest latency that is told from longer ones, in microseconds.
const HOUR_MICROS: u64 = 3_600_000_000;

fn record(seen: &Seen, status: u16, took: Duration) {
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    let new = || Histogram::new_with_bounds(1, HOUR_MICROS, 3).expect("the bounds and three digits are allowed");
    let histogram = seen.entry(status).or_insert_with(new);
    histogram.saturating_record(micros.max(1));
}

fn latencies(histogram: &Histogram<u64>) -> Latencies {
    let at = |quantile| histogram.value_at_quantile(quantile) as f64 / 1_000.0;
    Latencies { count: histogram.len(), p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1.0) }
}

/// Sends, and prints the report.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let articles = articles(&options.articles)?;
    let runtime = runtime::Builder::new_multi_thread().enable_all().build()?;
    let report = runtime.block_on(measure(options, articles))?;
    serde_json::to_writer_pretty(io::stdout(), &report)?;
    Ok(())
}

fn articles(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let articles = paths.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    if articles.is_empty() {
        return Err(format!("{} has no articles", folder.display()).into());
    }
    Ok(articles)
}

async fn measure(options: &Options, articles: Vec<String>) -> Result<Report, Box<dyn Error>> {
    let mut idle = Vec::new();
    for _ in 0..options.idle {
        idle.push(TcpStream::connect(&options.address).await?);
    }
    let seen = Seen::default();
    let range = Arc::new(Range::new(&options.address, options.key.as_deref(), articles));
    let begun = Instant::now();
    let end = begun + Duration::from_secs(options.seconds);
    let every = Duration::from_secs(options.sample_seconds.max(1));
    let watcher = tokio::spawn(watch::samples(options.pid, Arc::clone(&seen), every, end));
    let sent = match (options.callers, options.per_second) {
        (Some(callers), _) => in_turn(&range, &seen, callers, end).await,
        (None, rate) => at_rate(&range, &seen, rate.unwrap_or(1.0), end).await,
    };
    let seconds = begun.elapsed().as_secs_f64();
    let samples = watcher.await?;
    let seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    let answered = seen.get(&200).map_or(0, Histogram::len);
    Ok(Report {
        per_second_sent: sent as f64 / options.seconds as f64,
        per_second_answered: answered as f64 / seconds,
        idle_connections: idle.len(),
        by_status: seen.iter().map(|(&status, histogram)| (status, latencies(histogram))).collect(),
        rss_kib_per_minute: watch::slope(&samples),
        samples,
    })
}

/// Requests as they are due, whatever became of those before.
async fn at_rate(range: &Arc<Range>, seen: &Seen, per_second: f64, end: Instant) -> u64 {
    let mut ticks = interval(Duration::from_secs_f64(1.0 / per_second.max(0.01)));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let (mut shots, mut sent) = (JoinSet::new(), 0);
    loop {
        let due = ticks.tick().await.into_std();
        if due >= end {
            break;
        }
        let (range, seen) = (Arc::clone(range), Arc::clone(seen));
        shots.spawn(async move { record(&seen, range.shoot(sent).await, due.elapsed()) });
        sent += 1;
        while shots.try_join_next().is_some() {}
    }
    while shots.join_next().await.is_some() {}
    sent as u64
}

/// Callers who each wait for their answer.
async fn in_turn(range: &Arc<Range>, seen: &Seen, callers: usize, end: Instant) -> u64 {
    let mut tasks = JoinSet::new();
    for caller in 0..callers {
        let (range, seen) = (Arc::clone(range), Arc::clone(seen));
        tasks.spawn(async move {
            let mut sent = 0;
            while Instant::now() < end {
                let begun = Instant::now();
                let status = range.shoot(caller + sent).await;
                record(&seen, status, begun.elapsed());
                sent += 1;
                if status == 503 {
                    // As Retry-After asks, but no later than the end.
                    sleep_until(end.min(Instant::now() + Duration::from_secs(1)).into()).await;
                }
            }
            sent as u64
        });
    }
    let mut sent = 0;
    while let Some(task) = tasks.join_next().await {
        sent += task.unwrap_or(0);
    }
    sent
}
