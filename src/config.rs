//! Every setting and every limit, with its unit, its default and the reason for it. Flags and the `DATELINE_*`
//! environment are read here and nowhere else.

use std::{io::IsTerminal, path::PathBuf, sync::Arc};

use axum::http::{HeaderValue, Uri};
use clap::{Args, ValueEnum};

use crate::{
    knowledge::KbFile,
    model::{Choice, Model, ModelError},
};

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

/// `Retry-After` of rejected requests, in seconds: by then the service has processed a full queue.
pub const RETRY_AFTER_S: u32 = 1;

/// Flow-control window of HTTP/2 in bytes: enough for 2 MiB per second at a round-trip time of 100 ms.
pub const HTTP2_WINDOW_BYTES: u32 = 256 << 10;

/// Send buffer of an HTTP/2 stream in bytes.
pub const HTTP2_SEND_BYTES_MAX: usize = 64 << 10;

/// Headers of a request of HTTP/1 that are read at all: about as many as the longest head can hold, so that it is the service that
/// rejects those beyond `headers_max`, with a problem, and not the HTTP library without one.
pub const HEADERS_PARSED_MAX: usize = 2_048;

/// Default of `--bind`.
const BIND_DEFAULT: &str = "127.0.0.1:8080";

/// The settings of a running service.
#[derive(Clone, Debug, Args)]
pub struct Config {
    /// Host and port to listen on, such as `127.0.0.1:8080`, `localhost:8080` or `[::1]:8080`. `0.0.0.0:8080` listens on all
    /// addresses.
    #[arg(long, help_heading = "Network", env = "DATELINE_BIND", default_value = BIND_DEFAULT, value_name = "HOST:PORT")]
    pub bind: Bind,

    /// Certificate chain in PEM format, leaf first. With it and its key, the service speaks TLS. SIGHUP reloads both files.
    #[arg(long, help_heading = "Network", env = "DATELINE_TLS_CERTIFICATE", value_name = "FILE", requires = "tls_key")]
    pub tls_certificate: Option<PathBuf>,

    /// Private key of the certificate, in PEM format.
    #[arg(long, help_heading = "Network", env = "DATELINE_TLS_KEY", value_name = "FILE", requires = "tls_certificate")]
    pub tls_key: Option<PathBuf>,

    /// Second host and port, for `/metrics`, `/livez` and `/readyz` only, without TLS and API keys. `/metrics` is then not
    /// served on the main address.
    #[arg(long, help_heading = "Network", env = "DATELINE_OPERATORS_BIND", value_name = "HOST:PORT")]
    pub operators_bind: Option<Bind>,

    /// Origins whose pages may call the service from a browser (CORS), such as `https://news.example`, separated by commas.
    /// None by default, because a service behind a newsroom's own backend needs none.
    #[arg(long, help_heading = "Access", env = "DATELINE_CORS_ORIGINS", value_delimiter = ',', value_name = "ORIGIN", value_parser = origin)]
    pub cors_origins: Vec<HeaderValue>,

    /// Which model reads articles.
    #[command(flatten)]
    pub model: ModelChoice,

    /// Format of log lines: text for people, or JSON for collectors. By default text where standard error is a terminal, and
    /// JSON elsewhere.
    #[arg(long, help_heading = "Logs", env = "DATELINE_LOG_FORMAT", value_enum, value_name = "FORMAT")]
    pub log_format: Option<LogFormat>,

    /// Which log lines to write, as filter directives of tracing-subscriber: `info`, `dateline=debug`.
    #[arg(long, help_heading = "Logs", env = "DATELINE_LOG", default_value = "info", value_name = "FILTER")]
    pub log: String,

    /// API keys that clients must send, as `NAME=SHA256` or `NAME=SHA256@PER_MINUTE`, separated by commas or line breaks.
    /// `dateline key NAME` generates one. Without keys there is no authentication.
    #[arg(long, help_heading = "Access", env = "DATELINE_API_KEYS", value_name = "KEYS", hide_env_values = true, value_parser = Quiet(keys::key_list))]
    pub api_keys: Option<KeyList>,

    /// File with API keys in the same format, one per line; `#` starts a comment. SIGHUP reloads it.
    #[arg(long, help_heading = "Access", env = "DATELINE_API_KEYS_FILE", value_name = "FILE", hide_env_values = true)]
    pub api_keys_file: Option<PathBuf>,

    /// OpenTelemetry collector to send traces to, over plain HTTP: `http://127.0.0.1:4318`. Traces hold names, sizes and
    /// times, never text. Off by default.
    #[cfg(feature = "opentelemetry")]
    #[arg(long, help_heading = "Logs", env = "DATELINE_TRACES_TO", value_name = "URL", value_parser = Quiet(http_uri))]
    pub traces_to: Option<Uri>,

    /// Do not serve the playground: `GET /` then returns a short JSON index to browsers too.
    #[arg(long, help_heading = "Access", env = "DATELINE_NO_PLAYGROUND")]
    pub no_playground: bool,

    /// The limits in force.
    #[command(flatten)]
    pub limits: Limits,
}

/// Which model reads articles.
#[derive(Clone, Debug, Default, Args)]
pub struct ModelChoice {
    /// Folder of a model to use instead of the one in the binary, with the same files as `models/en-news`.
    #[arg(long, help_heading = "Model", env = "DATELINE_MODEL", value_name = "DIR", conflicts_with = "rules_alone")]
    pub model: Option<PathBuf>,

    /// Run without a model, with rules only: much faster and less accurate, as the scores in `/v1/info` show.
    #[arg(long, help_heading = "Model", env = "DATELINE_RULES_ALONE")]
    pub rules_alone: bool,

    /// A knowledge base to look names up in before the one in the binary, as `NAME=FILE`: compiled by `dateline kb build`,
    /// or a small table as CSV or NDJSON. Answers give its ids as `ids.NAME`. May be given more than once; in the
    /// environment, commas separate them.
    #[arg(long, help_heading = "Model", env = "DATELINE_KB", value_name = "NAME=FILE", value_delimiter = ',')]
    pub kb: Vec<KbFile>,
}

impl ModelChoice {
    /// Loads the model.
    ///
    /// # Errors
    /// [`ModelError`] that names the file.
    pub fn load(&self) -> Result<Arc<Model>, ModelError> {
        let choice = match &self.model {
            Some(folder) => Choice::Folder(folder),
            None if self.rules_alone => Choice::RulesAlone,
            None => Choice::Embedded,
        };
        Model::choose(choice, &self.kb)
    }
}

/// Which service to check: by default the one with the same configuration.
#[derive(Clone, Debug, Args)]
pub struct HealthCheck {
    /// URL to check instead of the service that the other settings describe. Any 2xx status counts as healthy.
    #[arg(long, env = "DATELINE_HEALTH_URL", value_name = "URL", value_parser = Quiet(health_uri))]
    pub url: Option<Uri>,

    /// Host and port of the service.
    #[arg(long, env = "DATELINE_BIND", default_value = BIND_DEFAULT, value_name = "HOST:PORT")]
    pub bind: Bind,

    /// Second host and port of the service, for operators. If set, it is the one that is checked.
    #[arg(long, env = "DATELINE_OPERATORS_BIND", value_name = "HOST:PORT")]
    pub operators_bind: Option<Bind>,

    /// Certificate of the service. If set, the check uses TLS. The certificate is not verified.
    #[arg(long, env = "DATELINE_TLS_CERTIFICATE", value_name = "FILE")]
    pub tls_certificate: Option<PathBuf>,
}

impl HealthCheck {
    /// The URL to check.
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

/// Format of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// One JSON object per line, for collectors.
    Json,
    /// Text for people.
    Pretty,
}

impl LogFormat {
    /// The default for these log lines: text where they are written to a terminal.
    #[must_use]
    pub fn of(lines: &impl IsTerminal) -> Self {
        if lines.is_terminal() { Self::Pretty } else { Self::Json }
    }
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
