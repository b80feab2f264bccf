//! The life of a server: listen, warm up, answer, drain, end.

use std::{
    future::Future,
    io::{self, ErrorKind},
    net::SocketAddr,
    pin::pin,
    sync::Arc,
    time::Duration,
};

use axum::Router;
use dateline_text::{Article, Parts};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{sleep, timeout},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::{connection::Context, tls::Tls};
use crate::App;

/// Read once before the service calls itself ready, so that the first caller waits for no lazily built table.
const WARM_UP: &str = "LISBON (Wire) - Portuguese Prime Minister Ana Prado met union leaders on Tuesday. \"We will sign \
    next week,\" she said. Two people died when a storm hit the coast.";

/// Time to wait after the system refused a connection: it is out of file handles, and will be for a moment.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Where connections come from.
pub struct Listener {
    /// The socket.
    pub tcp: TcpListener,
    /// How TLS is spoken on it, if it is.
    pub tls: Option<Arc<Tls>>,
}

impl From<TcpListener> for Listener {
    fn from(tcp: TcpListener) -> Self {
        Self { tcp, tls: None }
    }
}

/// Answers requests until `shutdown` resolves, then drains: `/readyz` fails for a moment in which articles are still accepted,
/// the listener closes, and what runs gets its time to finish.
pub async fn serve(app: &App, listener: impl Into<Listener>, router: Router, shutdown: impl Future<Output = ()>) {
    let Listener { tcp, tls } = listener.into();
    let permits = Arc::new(Semaphore::new(app.limits.connections_max));
    let (connections, closing) = (TaskTracker::new(), CancellationToken::new());
    let context = Arc::new(Context { limits: Arc::clone(&app.limits), router, tls, closing: closing.clone() });
    let linger = async {
        shutdown.await;
        app.readiness.linger();
        tracing::info!("draining");
        sleep(Duration::from_millis(app.limits.linger_ms)).await;
        app.readiness.drain();
    };
    let mut linger = pin!(linger);
    loop {
        let accepted = tokio::select! {
            () = &mut linger => break,
            accepted = accept(&tcp, &permits) => accepted,
        };
        match accepted {
            Ok((stream, peer, permit)) => {
                let (context, open) = (Arc::clone(&context), app.metrics.connection());
                connections.spawn(async move {
                    context.answer(stream, peer).await;
                    drop((permit, open));
                });
            }
            // The caller hung up before it was served.
            Err(error) if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            Err(error) => {
                tracing::warn!(%error, "could not accept a connection");
                sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(tcp);
    closing.cancel();
    connections.close();
    let drained = timeout(Duration::from_millis(app.limits.drain_ms_max), connections.wait()).await;
    tracing::info!(complete = drained.is_ok(), "drained");
}

async fn accept(
    listener: &TcpListener,
    permits: &Arc<Semaphore>,
) -> io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let permit = Arc::clone(permits).acquire_owned().await.expect("the semaphore is never closed");
    let (stream, peer) = listener.accept().await?;
    // Without it answers are as right, and later.
    let _ = stream.set_nodelay(true);
    Ok((stream, peer, permit))
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
