//! One connection: which protocol it speaks, and how long it may take over what.

use std::{
    future::{Future, pending},
    io::{self, ErrorKind},
    pin::{Pin, pin},
    sync::Arc,
    time::Duration,
};

use axum::{Router, http::Request};
use hyper::{
    body::Incoming,
    rt::{Read, Write},
    server::conn::{http1, http2},
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
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use super::tls;
use crate::{
    config::{HTTP2_SEND_BYTES_MAX, HTTP2_WINDOW_BYTES, Limits},
    http::middleware::activity::Activity,
};

/// How HTTP/2 without TLS begins (RFC 9113, 3.4); no request of HTTP/1 begins so.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Time between looks at a connection that has sent less than the preface.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// What all connections of a listener share.
pub(super) struct Context {
    pub(super) limits: Arc<Limits>,
    pub(super) router: Router,
    pub(super) tls: Option<TlsAcceptor>,
    /// Cancelled when connections are to end after what they are at.
    pub(super) closing: CancellationToken,
}

impl Context {
    /// Answers the requests of one connection, to its end.
    pub(super) async fn answer(&self, stream: TcpStream) {
        // A connection that breaks, or says nothing that is HTTP, is the caller's affair; its requests were logged.
        let _ = self.speak(stream).await;
    }

    async fn speak(&self, stream: TcpStream) -> io::Result<()> {
        let head_time_max = self.limits.head_time_max();
        let late = |_| io::Error::from(ErrorKind::TimedOut);
        match &self.tls {
            None => {
                let is_http2 = tokio::select! {
                    begun = timeout(head_time_max, begins_http2(&stream)) => begun.map_err(late)??,
                    () = self.closing.cancelled() => return Ok(()),
                };
                self.serve(TokioIo::new(self.impatient(stream)), is_http2).await;
            }
            Some(acceptor) => {
                let stream = timeout(head_time_max, acceptor.accept(self.impatient(stream))).await.map_err(late)??;
                let is_http2 = tls::speaks_http2(&stream);
                self.serve(TokioIo::new(stream), is_http2).await;
            }
        }
        Ok(())
    }

    /// The stream, which breaks when the caller takes nothing of what is sent for too long.
    fn impatient(&self, stream: TcpStream) -> Pin<Box<TimeoutStream<TcpStream>>> {
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.limits.stall_time_max()));
        Box::pin(stream)
    }

    async fn serve<S: Read + Write + Unpin + Send + 'static>(&self, stream: S, is_http2: bool) {
        if is_http2 {
            let activity = Activity::begin();
            let followed = Arc::clone(&activity);
            let router = self.router.clone().map_request(move |mut request: Request<Incoming>| {
                request.extensions_mut().insert(Arc::clone(&followed));
                request
            });
            let connection = pin!(self.http2().serve_connection(stream, TowerToHyperService::new(router)));
            let rested = || activity.rested(self.limits.stall_time_max());
            self.drive(connection, http2::Connection::graceful_shutdown, rested).await;
        } else {
            let connection = pin!(self.http1().serve_connection(stream, TowerToHyperService::new(self.router.clone())));
            self.drive(connection, http1::Connection::graceful_shutdown, pending).await;
        }
    }

    /// Runs a connection until it ends, closing it when the service ends, or when the caller has rested for too long:
    /// politely, and if it rests on, at once.
    async fn drive<C, R>(&self, mut connection: Pin<&mut C>, close: fn(Pin<&mut C>), rested: impl Fn() -> R)
    where
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
            sleep(self.limits.stall_time_max()).await;
            rested().await;
        };
        tokio::select! {
            _ = connection => {}
            () = still_rested => {}
        }
    }

    fn http1(&self) -> http1::Builder {
        let mut builder = http1::Builder::new();
        builder
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.head_time_max())
            .max_buf_size(self.limits.head_bytes_max);
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
