//! `dateline serve`.

use std::{future::Future, io, sync::Arc};

use tokio::{
    net::TcpListener,
    runtime,
    signal::unix::{SignalKind, signal},
};

use super::CliError;
use crate::{App, config::Config, model::Model, router, server, telemetry};

/// Serves until the process is told to end.
pub(super) fn run(config: &Config) -> Result<(), CliError> {
    let model = Model::choose(config.model.as_deref())?;
    telemetry::init(config.log_format, &config.log)?;
    let runtime = runtime::Builder::new_multi_thread().enable_all().build().map_err(CliError::Runtime)?;
    runtime.block_on(serve(config, model))
}

async fn serve(config: &Config, model: Arc<Model>) -> Result<(), CliError> {
    let listener = TcpListener::bind(config.bind).await.map_err(|error| CliError::Bind(config.bind, error))?;
    let address = listener.local_addr().map_err(|error| CliError::Bind(config.bind, error))?;
    let shutdown = told_to_end().map_err(CliError::Runtime)?;
    let app = App::new(config.limits.clone(), model);
    let router = router::router(&app, &config.cors_origins);
    tracing::info!(%address, service = crate::SERVICE, model = app.model.id, "listening");
    let warm_up = async {
        match server::warm_up(&app).await {
            Ok(()) => tracing::info!("ready"),
            Err(error) => tracing::error!(error, "the warm-up article could not be read"),
        }
    };
    tokio::join!(server::serve(&app, listener, router, shutdown), warm_up);
    Ok(())
}

/// Resolves at SIGTERM or SIGINT.
fn told_to_end() -> io::Result<impl Future<Output = ()>> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {},
            _ = interrupt.recv() => {},
        }
    })
}
