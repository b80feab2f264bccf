//! One connection: which protocol it speaks, and how long it may take over what.

use std::{
    future::Future,
    io::{self, ErrorKind},
    net::SocketAddr,
    pin::{Pin, pin},
    sync::Arc,
    time::Duration,
};

use axum::{
    Router,
    extract::ConnectInfo,
    http::{HeaderName, HeaderValue, Request, Response},
};
use hyper::{
    body::Incoming,
    rt::{Read, Write},
    server::conn::{http1, http2},
    service::service_fn,
};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    net::TcpStream,
    time::{sleep, timeout},
};
use tokio_io_timeout::TimeoutStream;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use super::{
    lingering::{LINGER_TIME_MAX, Lingering},
    silence::{Heard, Silence},
    tls::{self, Tls},
    unread::{self, UntilRead},
};
use crate::{
    config::{HEADERS_PARSED_MAX, HTTP2_SEND_BYTES_MAX, HTTP2_WINDOW_BYTES, Limits},
    http::middleware::activity::Activity,
};

/// Tells clients how long a connection may rest, so that they do not send on one that is about to be closed.
const KEEP_ALIVE: HeaderName = HeaderName::from_static("keep-alive");

/// How HTTP/2 without TLS begins (RFC 9113, 3.4); no request of HTTP/1 begins so.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Time between looks at a connection that has sent less than the preface.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// What all connections of a listener share.
pub(super) struct Context {
    pub(super) limits: Arc<Limits>,
    pub(super) router: Router,
    pub(super) tls: Option<Arc<Tls>>,
    /// Cancelled when connections are to end after what they are at.
    pub(super) closing: CancellationToken,
}

impl Context {
    /// Answers the requests of one connection, to its end.
    pub(super) async fn answer(&self, stream: TcpStream, peer: SocketAddr) {
        // A connection that breaks, or says nothing that is HTTP, is the caller's affair; its requests were logged.
        let _ = self.speak(stream, peer).await;
    }

    async fn speak(&self, stream: TcpStream, peer: SocketAddr) -> io::Result<()> {
        let head_time_max = self.limits.head_time_max();
        let late = |_| io::Error::from(ErrorKind::TimedOut);
        match &self.tls {
            None => {
                let is_http2 = tokio::select! {
                    begun = timeout(head_time_max, begins_http2(&stream)) => begun.map_err(late)??,
                    () = self.closing.cancelled() => return Ok(()),
                };
                self.serve(TokioIo::new(self.impatient(stream)), peer, is_http2).await;
            }
            Some(tls) => {
                let accepted = tls.acceptor().accept(self.impatient(stream));
                let stream = timeout(head_time_max, accepted).await.map_err(late)??;
                let is_http2 = tls::speaks_http2(&stream);
                self.serve(TokioIo::new(stream), peer, is_http2).await;
            }
        }
        Ok(())
    }

    /// The stream, which breaks when the caller takes nothing of what is sent for too long.
    fn impatient(&self, stream: TcpStream) -> Lingering<Pin<Box<TimeoutStream<TcpStream>>>> {
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.limits.stall_time_max()));
        Lingering::new(Box::pin(stream))
    }

    async fn serve<S>(&self, stream: S, peer: SocketAddr, is_http2: bool)
    where
        S: Read + Write + Unpin + Send + 'static,
    {
        let router = self.router.clone();
        if is_http2 {
            let activity = Activity::begin();
            let followed = Arc::clone(&activity);
            let answer = move |mut request: Request<Incoming>| {
                request.extensions_mut().insert(ConnectInfo(peer));
                request.extensions_mut().insert(Arc::clone(&followed));
                let (request, rest) = unread::share(request);
                let answered = router.clone().oneshot(request);
                async move { answered.await.map(|response| response.map(|body| UntilRead::new(body, rest))) }
            };
            let connection = pin!(self.http2().serve_connection(stream, service_fn(answer)));
            let rested = || activity.rested(self.limits.stall_time_max(), self.limits.idle_time_max());
            self.drive(connection, http2::Connection::graceful_shutdown, rested, self.limits.stall_time_max()).await;
        } else {
            let silence = Silence::begin();
            let (asked, answered) = (Arc::clone(&silence), Arc::clone(&silence));
            let keep_alive = self.keep_alive();
            let introduced = move |mut request: Request<Incoming>| {
                request.extensions_mut().insert(ConnectInfo(peer));
                asked.request(request)
            };
            let router = router.map_request(introduced).map_response(move |response| {
                let mut response: Response<_> = answered.response(response);
                response.headers_mut().insert(KEEP_ALIVE, keep_alive.clone());
                response
            });
            let stream = Heard { stream, silence: Arc::clone(&silence) };
            let connection = pin!(self.http1().serve_connection(stream, TowerToHyperService::new(router)));
            let over = || silence.is_over(self.limits.head_time_max(), self.limits.idle_time_max());
            // Closing takes as long as it lingers, and the system a moment more.
            self.drive(connection, http1::Connection::graceful_shutdown, over, 2 * LINGER_TIME_MAX).await;
        }
    }

    fn keep_alive(&self) -> HeaderValue {
        let value = format!("timeout={}", self.limits.idle_time_max().as_secs());
        HeaderValue::try_from(value).expect("digits are a valid header")
    }

    /// Runs a connection until it ends, closing it when the service ends, or when the caller has rested for too long:
    /// politely, and if it still rests after `patience`, at once.
    async fn drive<C, R>(
        &self,
        mut connection: Pin<&mut C>,
        close: fn(Pin<&mut C>),
        rested: impl Fn() -> R,
        patience: Duration,
    ) where
        C: Future,
        R: Future<Output = ()>,
    {
        tokio::select! {
            _ = connection.as_mut() => return,
            () = self.closing.cancelled() => {}
            () = rested() => {}
        }
        close(connection.as_mut());
        let still_rested = async {
            sleep(patience).await;
            rested().await;
        };
        tokio::select! {
            _ = connection => {}
            () = still_rested => {}
        }
    }

    fn http1(&self) -> http1::Builder {
        let mut builder = http1::Builder::new();
        builder.max_headers(HEADERS_PARSED_MAX).max_buf_size(self.limits.head_bytes_max);
        // Heads and rests have limits of their own: see `Silence`.
        builder.header_read_timeout(None);
        builder
    }

    fn http2(&self) -> http2::Builder<TokioExecutor> {
        let mut builder = http2::Builder::new(TokioExecutor::new());
        builder
            .timer(TokioTimer::new())
            .max_concurrent_streams(self.limits.streams_max)
            .max_header_list_size(u32::try_from(self.limits.head_bytes_max).unwrap_or(u32::MAX))
            .initial_stream_window_size(HTTP2_WINDOW_BYTES)
            .initial_connection_window_size(HTTP2_WINDOW_BYTES)
            .max_send_buf_size(HTTP2_SEND_BYTES_MAX)
            .keep_alive_interval(self.limits.stall_time_max())
            .keep_alive_timeout(self.limits.head_time_max());
        builder
    }
}

/// Whether a caller begins as HTTP/2 does. What it sent is looked at and left in place.
async fn begins_http2(stream: &TcpStream) -> io::Result<bool> {
    loop {
        let mut begin = [0; PREFACE.len()];
        let length = stream.peek(&mut begin).await?;
        if length == 0 || begin[..length] != PREFACE[..length] {
            return Ok(false);
        }
        if length == PREFACE.len() {
            return Ok(true);
        }
        sleep(LOOK_AGAIN).await;
    }
}
