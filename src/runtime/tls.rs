//! TLS, where the service ends it by itself.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        self, ServerConfig,
        crypto::ring,
        pki_types::{
            CertificateDer, PrivateKeyDer,
            pem::{self, PemObject},
        },
    },
    server::TlsStream,
};

/// The names by which protocols are agreed on (RFC 7301), the preferred one first.
const ALPN: [&[u8]; 2] = [HTTP2, b"http/1.1"];

/// HTTP/2 over TLS.
const HTTP2: &[u8] = b"h2";

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read, or holds no PEM of the kind that it should.
    #[error("cannot read {}: {fault}", .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        fault: pem::Error,
    },
    /// Certificate and key do not belong together, or are of no kind that is supported.
    #[error("the certificate cannot be used: {0}")]
    Use(#[from] rustls::Error),
    /// The file has no certificate in it.
    #[error("{} holds no certificate", .0.display())]
    Empty(PathBuf),
}

/// Accepts TLS 1.2 and 1.3 with a chain of certificates and its key, both in PEM.
///
/// # Errors
/// [`TlsError`].
pub fn acceptor(certificates: &Path, key: &Path) -> Result<TlsAcceptor, TlsError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |fault| TlsError::Read { path, fault }
    };
    let chain: Vec<CertificateDer<'static>> =
        CertificateDer::pem_file_iter(certificates).and_then(Iterator::collect).map_err(unreadable(certificates))?;
    if chain.is_empty() {
        return Err(TlsError::Empty(certificates.to_owned()));
    }
    let key = PrivateKeyDer::from_pem_file(key).map_err(unreadable(key))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    config.alpn_protocols = ALPN.map(<[u8]>::to_vec).to_vec();
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Whether a caller's TLS connection will speak HTTP/2.
pub(super) fn speaks_http2<S>(stream: &TlsStream<S>) -> bool {
    stream.get_ref().1.alpn_protocol() == Some(HTTP2)
}
