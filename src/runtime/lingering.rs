//! A stream that is closed in such a way that the caller still gets the answer.
//!
//! Where a socket is closed while bytes from the caller wait in it, the system resets the connection, and the caller loses
//! what it has not read yet: the answer that says why its body was rejected. So the end of the answer is sent, and then
//! what the caller still sends is read and dropped for a moment (RFC 9112, 9.6).

use std::{
    future::Future,
    io,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Sleep, sleep},
};

/// Longest time for which a closed connection is read.
pub(super) const LINGER_TIME_MAX: Duration = Duration::from_secs(1);

/// Most bytes that are read from it. They are dropped as they come, and clients that send a body of 20 MB before they read
/// still get the answer.
pub(super) const LINGER_BYTES_MAX: usize = 32 << 20;

/// Bytes read at a time.
const PIECE_BYTES: usize = 8 << 10;

/// A stream that lingers when it is shut down.
pub(super) struct Lingering<S> {
    stream: S,
    state: State,
}

enum State {
    Open,
    /// The caller has been sent the end.
    Lingers {
        until: Pin<Box<Sleep>>,
        bytes_left: usize,
    },
    Closed,
}

impl<S> Lingering<S> {
    pub(super) fn new(stream: S) -> Self {
        Self { stream, state: State::Open }
    }
}

impl<S: AsyncRead + Unpin> Lingering<S> {
    /// Reads and drops until the caller closes, or one of the limits is reached.
    fn poll_drop_rest(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let State::Lingers { until, bytes_left } = &mut self.state else { return Poll::Ready(()) };
        let mut piece = [0; PIECE_BYTES];
        while until.as_mut().poll(context).is_pending() {
            let mut buffer = ReadBuf::new(&mut piece);
            let read = ready!(Pin::new(&mut self.stream).poll_read(context, &mut buffer));
            let length = buffer.filled().len();
            if read.is_err() || length == 0 || length >= *bytes_left {
                break;
            }
            *bytes_left -= length;
        }
        Poll::Ready(())
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Lingering<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Lingering<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, pieces)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if matches!(self.state, State::Open) {
            ready!(Pin::new(&mut self.stream).poll_shutdown(context))?;
            self.state = State::Lingers { until: Box::pin(sleep(LINGER_TIME_MAX)), bytes_left: LINGER_BYTES_MAX };
        }
        ready!(self.poll_drop_rest(context));
        self.state = State::Closed;
        Poll::Ready(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    #[tokio::test]
    async fn what_the_caller_still_sends_is_read_after_the_end_was_sent() {
        let (mut caller, service) = duplex(64);
        let mut service = Lingering::new(service);
        let closing = tokio::spawn(async move { service.shutdown().await });
        let mut end = [0; 1];
        assert_eq!(caller.read(&mut end).await.unwrap(), 0);
        caller.write_all(&[b'a'; 100_000]).await.unwrap();
        drop(caller);
        closing.await.unwrap().unwrap();
    }

    #[tokio::test]
    async fn a_caller_who_never_stops_is_cut_off() {
        let (mut caller, service) = duplex(1 << 20);
        let mut service = Lingering::new(service);
        let closing = tokio::spawn(async move {
            service.shutdown().await.unwrap();
        });
        let mut sent = 0;
        while caller.write_all(&[b'a'; 1 << 16]).await.is_ok() {
            sent += 1 << 16;
        }
        closing.await.unwrap();
        assert!(sent <= LINGER_BYTES_MAX + (4 << 20), "{sent}");
    }
}
