//! The life of a server: listen, warm up, answer, drain, end.

use std::{
    future::Future,
    io::{self, ErrorKind},
    pin::pin,
    sync::Arc,
    time::Duration,
};

use axum::Router;
use dateline_text::{Article, Parts};
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{sleep, timeout},
};

use crate::App;

/// Read once before the service calls itself ready, so that the first caller waits for no lazily built table.
const WARM_UP: &str = "LISBON (Wire) - Portuguese Prime Minister Ana Prado met union leaders on Tuesday. \"We will sign \
    next week,\" she said. Two people died when a storm hit the coast.";

/// Time to wait after the system refused a connection: it is out of file handles, and will be for a moment.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Answers requests until `shutdown` resolves, then drains: `/readyz` turns away for a moment, the listener closes,
/// and what runs gets its time to finish.
pub async fn serve(app: &App, listener: TcpListener, router: Router, shutdown: impl Future<Output = ()>) {
    let connections = Arc::new(Semaphore::new(app.limits.connections_max));
    let graceful = GracefulShutdown::new();
    let linger = async {
        shutdown.await;
        app.readiness.drain();
        tracing::info!("draining");
        sleep(Duration::from_millis(app.limits.linger_ms)).await;
    };
    let mut linger = pin!(linger);
    loop {
        let accepted = tokio::select! {
            () = &mut linger => break,
            accepted = accept(&listener, &connections) => accepted,
        };
        match accepted {
            Ok((stream, permit)) => answer(app, &graceful, router.clone(), stream, permit),
            // The caller hung up before it was served.
            Err(error) if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    let drained = timeout(Duration::from_millis(app.limits.drain_ms_max), graceful.shutdown()).await;
    tracing::info!(complete = drained.is_ok(), "drained");
}

async fn accept(listener: &TcpListener, connections: &Arc<Semaphore>) -> io::Result<(TcpStream, OwnedSemaphorePermit)> {
    let permit = Arc::clone(connections).acquire_owned().await.expect("the semaphore is never closed");
    let (stream, _) = listener.accept().await?;
    // Without it answers are as right, and later.
    let _ = stream.set_nodelay(true);
    Ok((stream, permit))
}

fn answer(app: &App, graceful: &GracefulShutdown, router: Router, stream: TcpStream, permit: OwnedSemaphorePermit) {
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_millis(app.limits.head_ms_max))
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let connection = graceful.watch(connection);
    tokio::spawn(async move {
        // A connection that breaks is the caller's affair; its requests were logged.
        let _ = connection.await;
        drop(permit);
    });
}

/// Reads an article of our own, and declares the service ready when that worked.
///
/// # Errors
/// A message for the log when the pipeline cannot read it.
pub async fn warm_up(app: &App) -> Result<(), String> {
    let parts = Parts { body: WARM_UP.to_owned(), ..Parts::default() };
    let article = Article::new(parts, WARM_UP.len()).map_err(|error| error.to_string())?;
    let model = Arc::clone(&app.model);
    let computed = app.pool.run(move || model.pipeline.extract(&article).map(|_| ())).await;
    computed.map_err(|error| error.to_string())?.value.map_err(|error| error.to_string())?;
    app.readiness.ready();
    Ok(())
}
