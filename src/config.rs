//! Every setting and every limit, with its unit, its default and the reason for it. Flags and the `DATELINE_*`
//! environment are read here and nowhere else.

use std::path::PathBuf;

use axum::http::{HeaderValue, Uri};
use clap::{Args, ValueEnum};

mod api_key;
mod bind;
pub mod environment;
mod keys;
mod limits;
mod quiet;

pub use api_key::{ApiKey, random_key};
pub use bind::Bind;
pub use keys::{KeyList, KeysError, read_keys};
pub use limits::Limits;

use quiet::Quiet;

/// Seconds that a caller who was turned away should wait: one queue's worth of articles is done by then.
pub const RETRY_AFTER_S: u32 = 1;

/// Bytes of a body that a caller of HTTP/2 may send before they are read: enough for 2 MiB a second at 100 ms.
pub const HTTP2_WINDOW_BYTES: u32 = 256 << 10;

/// Bytes of an answer that wait in HTTP/2 for a caller to take them, beside the last piece.
pub const HTTP2_SEND_BYTES_MAX: usize = 64 << 10;

/// Headers of a request of HTTP/1 that are read at all: about as many as the longest head can hold, so that it is the service that
/// rejects those beyond `headers_max`, with a problem, and not the HTTP library without one.
pub const HEADERS_PARSED_MAX: usize = 2_048;

/// Where the service listens unless it is told otherwise.
const BIND_DEFAULT: &str = "127.0.0.1:8080";

/// The settings of a running service.
#[derive(Clone, Debug, Args)]
pub struct Config {
    /// Host and port to listen on: `127.0.0.1:8080`, `localhost:8080`, `[::1]:8080`; `0.0.0.0:8080` is every address.
    #[arg(long, env = "DATELINE_BIND", default_value = BIND_DEFAULT, value_name = "HOST:PORT")]
    pub bind: Bind,

    /// Certificate chain in PEM, leaf first. With it and its key the service speaks TLS. SIGHUP reads both again.
    #[arg(long, env = "DATELINE_TLS_CERTIFICATE", value_name = "FILE", requires = "tls_key")]
    pub tls_certificate: Option<PathBuf>,

    /// The certificate's key, in PEM.
    #[arg(long, env = "DATELINE_TLS_KEY", value_name = "FILE", requires = "tls_certificate")]
    pub tls_key: Option<PathBuf>,

    /// Host and port for `/metrics`, `/livez` and `/readyz` only, without TLS and keys. With it, callers find no `/metrics`.
    #[arg(long, env = "DATELINE_OPERATORS_BIND", value_name = "HOST:PORT")]
    pub operators_bind: Option<Bind>,

    /// Origins whose pages may call the service from a browser, as `https://news.example`, separated by commas; none by
    /// default, because a service behind a newsroom's own backend needs none.
    #[arg(long, env = "DATELINE_CORS_ORIGINS", value_delimiter = ',', value_name = "ORIGIN", value_parser = origin)]
    pub cors_origins: Vec<HeaderValue>,

    /// Which model reads articles.
    #[command(flatten)]
    pub model: ModelChoice,

    /// How log lines are written.
    #[arg(long, env = "DATELINE_LOG_FORMAT", value_enum, default_value_t = LogFormat::Json)]
    pub log_format: LogFormat,

    /// Which log lines are written, as tracing's filter directives: "info", "dateline=debug".
    #[arg(long, env = "DATELINE_LOG", default_value = "info", value_name = "FILTER")]
    pub log: String,

    /// Keys that callers must send, as `NAME=SHA256` or `NAME=SHA256@PER_MINUTE`, separated by commas or line ends; `dateline key
    /// NAME` makes one. Without keys, anybody who reaches the service may call it.
    #[arg(long, env = "DATELINE_API_KEYS", value_name = "KEYS", hide_env_values = true, value_parser = Quiet(keys::key_list))]
    pub api_keys: Option<KeyList>,

    /// File with such keys, one a line; `#` begins a comment. SIGHUP reads it again.
    #[arg(long, env = "DATELINE_API_KEYS_FILE", value_name = "FILE", hide_env_values = true)]
    pub api_keys_file: Option<PathBuf>,

    /// Collector that is told of requests, as OpenTelemetry's traces over plain HTTP: `http://127.0.0.1:4318`. Names, sizes
    /// and times only; nobody is told by default.
    #[cfg(feature = "opentelemetry")]
    #[arg(long, env = "DATELINE_TRACES_TO", value_name = "URL", value_parser = Quiet(http_uri))]
    pub traces_to: Option<Uri>,

    /// Serve no playground: `GET /` returns a short JSON index to browsers too.
    #[arg(long, env = "DATELINE_NO_PLAYGROUND")]
    pub no_playground: bool,

    /// The limits in force.
    #[command(flatten)]
    pub limits: Limits,
}

/// Which model reads articles.
#[derive(Clone, Debug, Default, Args)]
pub struct ModelChoice {
    /// Folder of a model to read with, with the files of `models/en-news`; by default the model in the binary.
    #[arg(long, env = "DATELINE_MODEL", value_name = "DIR", conflicts_with = "rules_alone")]
    pub model: Option<PathBuf>,

    /// Read without a model, by rules alone: many times as fast, and less accurate, as the scores in `/v1/info` show.
    #[arg(long, env = "DATELINE_RULES_ALONE")]
    pub rules_alone: bool,
}

/// Whom to ask for health: by default the service that has the same configuration.
#[derive(Clone, Debug, Args)]
pub struct HealthCheck {
    /// What to ask, in place of the service that the other settings describe; any status of success is health.
    #[arg(long, env = "DATELINE_HEALTH_URL", value_name = "URL", value_parser = Quiet(health_uri))]
    pub url: Option<Uri>,

    /// Where the service listens.
    #[arg(long, env = "DATELINE_BIND", default_value = BIND_DEFAULT, value_name = "HOST:PORT")]
    pub bind: Bind,

    /// Where the service listens for operators; health is then asked there.
    #[arg(long, env = "DATELINE_OPERATORS_BIND", value_name = "HOST:PORT")]
    pub operators_bind: Option<Bind>,

    /// The service's certificate; with one it is asked over TLS. Whose certificate answers is not checked.
    #[arg(long, env = "DATELINE_TLS_CERTIFICATE", value_name = "FILE")]
    pub tls_certificate: Option<PathBuf>,
}

impl HealthCheck {
    /// What to ask.
    ///
    /// # Panics
    /// Never: hosts and ports make a URL.
    #[must_use]
    pub fn url(&self) -> Uri {
        let (scheme, bind) = match (&self.operators_bind, &self.tls_certificate) {
            (Some(operators), _) => ("http", operators),
            (None, Some(_)) => ("https", &self.bind),
            (None, None) => ("http", &self.bind),
        };
        let configured = || format!("{scheme}://{}/readyz", bind.from_here());
        self.url.clone().unwrap_or_else(|| configured().parse().expect("a host and a port make a URL"))
    }
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// One JSON object per line, for collectors.
    Json,
    /// Coloured text, for people.
    Pretty,
}

/// An origin as browsers send it; any other way to write one would never match.
fn origin(text: &str) -> Result<HeaderValue, String> {
    let uri: Option<Uri> = text.parse().ok();
    let written = uri.and_then(|uri| Some(format!("{}://{}", uri.scheme_str()?, uri.authority()?)));
    match written {
        Some(origin) if origin == text => HeaderValue::try_from(origin).map_err(|error| error.to_string()),
        _ => Err("must be a scheme, a host, and perhaps a port, as in https://news.example:8443".to_owned()),
    }
}

/// The URL of something that is asked over plain HTTP.
#[cfg(feature = "opentelemetry")]
fn http_uri(text: &str) -> Result<Uri, String> {
    uri(text, &["http"])
}

/// The URL of something that is asked over HTTP or HTTPS.
fn health_uri(text: &str) -> Result<Uri, String> {
    uri(text, &["http", "https"])
}

fn uri(text: &str, schemes: &[&str]) -> Result<Uri, String> {
    let uri: Uri = text.parse().map_err(|error| format!("{error}"))?;
    let plain = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
    let rooted = uri.path_and_query().is_none_or(|path| path.as_str().starts_with('/'));
    match (uri.scheme_str(), uri.host()) {
        (Some(scheme), Some(_)) if schemes.contains(&scheme) && plain && rooted => Ok(uri),
        _ => {
            let schemes: Vec<String> = schemes.iter().map(|scheme| format!("{scheme}://")).collect();
            Err(format!(
                "must start with {} and a host, without a user, and with a path before any query",
                schemes.join(" or ")
            ))
        }
    }
}
