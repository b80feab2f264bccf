//! `dateline serve`.

use std::{future::Future, io, net::SocketAddr, sync::Arc};

use dateline_wire::SERVICE;
use tokio::{runtime, sync::oneshot};

use super::CliError;
#[cfg(feature = "opentelemetry")]
use crate::observe::traces::Traces;
use crate::{
    App,
    config::{Bind, Config, KeyList, Limits, LogFormat, environment, read_keys},
    http::router,
    model::Model,
    observe::log::{self, Log},
    runtime::{
        process,
        reload::Reload,
        server::{self, Listener},
        shutdown,
        tls::Tls,
    },
};

/// Longest time in milliseconds that a question of the operators' gets to be answered when all else has ended.
const OPERATORS_DRAIN_MS_MAX: u64 = 1_000;

/// Serves until the process receives SIGTERM or SIGINT.
pub(super) fn run(config: &Config) -> Result<(), CliError> {
    let model = config.model.load()?;
    let format = config.log_format.unwrap_or_else(|| LogFormat::of(&io::stderr()));
    let log = log::init(format, &config.log, config.limits.log_lines_max)?;
    warn_of_unknown_variables();
    process::keep_memory_private();
    process::raise_file_limit(config.limits.connections_max);
    let runtime = runtime::Builder::new_multi_thread().enable_all().build().map_err(CliError::Runtime)?;
    runtime.block_on(serve(config, &log, model))
}

fn warn_of_unknown_variables() {
    let variables =
        std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    for environment::Unknown { name, meant } in environment::unknown(&super::command(), variables) {
        tracing::warn!(variable = name, did_you_mean = meant, "ignored an environment variable that is not a setting");
    }
}

async fn serve(config: &Config, log: &Log, model: Arc<Model>) -> Result<(), CliError> {
    let shutdown = shutdown::told_to_end().map_err(CliError::Runtime)?;
    let fixed_keys = config.api_keys.clone().map(|KeyList(keys)| keys).unwrap_or_default();
    let in_file = config.api_keys_file.as_deref().map(read_keys).transpose()?.unwrap_or_default();
    let app = App::new(config.limits.clone(), model).with_api_keys(&[fixed_keys.clone(), in_file].concat());
    let app = App { has_playground: !config.no_playground, ..app };
    let listener = listener(config).await?;
    let address = listener.tcp.local_addr().map_err(|error| CliError::Bind(config.bind.clone(), error))?;
    let (tls, keys) = (listener.tls.clone(), Arc::clone(&app.keys));
    let reload = Reload { tls, keys, fixed_keys, keys_file: config.api_keys_file.clone() };
    let reloads = shutdown::at_hangup(move || reload.reload()).map_err(CliError::Runtime)?;
    #[cfg(feature = "opentelemetry")]
    let app = App { traces: traces(config)?, ..app };
    app.metrics.follow_log(log.dropped.clone());
    let (end, ended) = oneshot::channel();
    let operators = operators(config, &app, async { ended.await.unwrap_or_default() }).await?;
    let router = match operators {
        Some(_) => router::without_metrics(&app, &config.cors_origins),
        None => router::router(&app, &config.cors_origins),
    };
    let (tls, keys) = (listener.tls.is_some(), app.keys.len());
    tracing::info!(%address, tls, keys, service = SERVICE, model = app.model.id, "listening");
    log_urls(address, tls, app.has_playground);
    let warm_up = async {
        match server::warm_up(&app).await {
            Ok(()) => tracing::info!("ready"),
            Err(error) => tracing::error!(error, "could not process the warm-up article"),
        }
    };
    let serve = async {
        server::serve(&app, listener, router, shutdown).await;
        // Operators see the service drain; their own listener goes last.
        drop(end);
    };
    let operators = async {
        if let Some(operators) = operators {
            operators.await;
        }
    };
    tokio::select! {
        ((), (), ()) = async { tokio::join!(serve, warm_up, operators) } => {}
        () = reloads => {}
    }
    #[cfg(feature = "opentelemetry")]
    if let Some(traces) = app.traces.clone() {
        tokio::task::spawn_blocking(move || traces.end()).await.expect("it does not panic");
    }
    Ok(())
}

/// Logs what a person can open in a browser.
fn log_urls(address: SocketAddr, has_tls: bool, has_playground: bool) {
    let base = format!("{}://{}", if has_tls { "https" } else { "http" }, Bind::from(address).from_here());
    let playground = has_playground.then(|| format!("{base}/"));
    tracing::info!(playground, docs = format!("{base}/docs/"), "open in a browser");
}

/// What tells the collector of traces, where there is one.
#[cfg(feature = "opentelemetry")]
fn traces(config: &Config) -> Result<Option<Arc<Traces>>, CliError> {
    let Some(collector) = &config.traces_to else { return Ok(None) };
    tracing::info!(%collector, "traces");
    Ok(Some(Arc::new(Traces::to(collector, runtime::Handle::current())?)))
}

async fn listener(config: &Config) -> Result<Listener, CliError> {
    let tls = match (&config.tls_certificate, &config.tls_key) {
        (Some(certificate), Some(key)) => Some(Tls::load(certificate.clone(), key.clone())?),
        _ => None,
    };
    let tcp = config.bind.listen().await.map_err(|error| CliError::Bind(config.bind.clone(), error))?;
    Ok(Listener { tcp, tls })
}

/// What answers operators on an address of their own, where they have one, until `ended`.
async fn operators<'a>(
    config: &Config,
    app: &'a App,
    ended: impl Future<Output = ()> + 'a,
) -> Result<Option<impl Future<Output = ()> + 'a>, CliError> {
    let Some(bind) = &config.operators_bind else { return Ok(None) };
    let unbound = |bind: &Bind| {
        let bind = bind.clone();
        move |error| CliError::Bind(bind, error)
    };
    let listener = bind.listen().await.map_err(unbound(bind))?;
    let address = listener.local_addr().map_err(unbound(bind))?;
    tracing::info!(%address, "operators");
    let limits = Limits { linger_ms: 0, drain_ms_max: OPERATORS_DRAIN_MS_MAX, ..config.limits.clone() };
    let app = App { limits: Arc::new(limits), ..app.clone() };
    let router = router::for_operators(&app);
    Ok(Some(async move { server::serve(&app, listener, router, ended).await }))
}
