//! TLS, where the service ends it by itself.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
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
    /// A file cannot be read, or holds no PEM of the kind that it should. It is not named: it may be the key
    /// itself, given where its file should be named, and the message must not repeat that.
    #[error("the file that {setting} names cannot be read: {fault}")]
    Read {
        /// What names the file.
        setting: &'static str,
        /// The error.
        fault: pem::Error,
    },
    /// Certificate and key do not belong together, or are of no kind that is supported.
    #[error("the certificate cannot be used: {0}")]
    Use(#[from] rustls::Error),
    /// The file has no certificate in it.
    #[error("the file that {CERTIFICATE} names holds no certificate")]
    Empty,
}

/// The settings that name the files.
const CERTIFICATE: &str = "DATELINE_TLS_CERTIFICATE";
const KEY: &str = "DATELINE_TLS_KEY";

/// How TLS is spoken, with a certificate that can be replaced while connections are open.
pub struct Tls {
    certificates: PathBuf,
    key: PathBuf,
    acceptor: RwLock<TlsAcceptor>,
}

impl fmt::Debug for Tls {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Tls").finish_non_exhaustive()
    }
}

impl Tls {
    /// Reads a chain of certificates and its key, both in PEM.
    ///
    /// # Errors
    /// [`TlsError`].
    pub fn load(certificates: PathBuf, key: PathBuf) -> Result<Arc<Self>, TlsError> {
        let acceptor = RwLock::new(acceptor(&certificates, &key)?);
        Ok(Arc::new(Self { certificates, key, acceptor }))
    }

    /// Reads the files again. Open connections keep the certificate that they began with.
    ///
    /// # Errors
    /// [`TlsError`]; the old certificate then stays in force.
    pub fn reload(&self) -> Result<(), TlsError> {
        let renewed = acceptor(&self.certificates, &self.key)?;
        *self.acceptor.write().unwrap_or_else(PoisonError::into_inner) = renewed;
        Ok(())
    }

    /// What accepts the next connection.
    pub(super) fn acceptor(&self) -> TlsAcceptor {
        self.acceptor.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Accepts TLS 1.2 and 1.3 with a chain of certificates and its key, both in PEM.
fn acceptor(certificates: &Path, key: &Path) -> Result<TlsAcceptor, TlsError> {
    let unreadable = |setting| move |fault| TlsError::Read { setting, fault };
    let chain: Vec<CertificateDer<'static>> =
        CertificateDer::pem_file_iter(certificates).and_then(Iterator::collect).map_err(unreadable(CERTIFICATE))?;
    if chain.is_empty() {
        return Err(TlsError::Empty);
    }
    let key = PrivateKeyDer::from_pem_file(key).map_err(unreadable(KEY))?;
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
