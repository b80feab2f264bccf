//! The command line.

mod completions;
mod extract;
mod health;
mod kb;
mod key;
mod licenses;
mod reference;
mod serve;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{CommandFactory, Parser, Subcommand};

use crate::{
    config::{Bind, Config, HealthCheck, KeysError},
    http::{client::ClientError, openapi::Access, router},
    runtime::tls::TlsError,
};

const EXAMPLES: &str = "Examples:
  dateline serve
  dateline extract --pretty --published-at 2025-10-07 article.txt
  dateline extract --format csv --output found/ archive/";

const SERVE_EXAMPLES: &str = "Examples:
  dateline serve
  dateline serve --bind 0.0.0.0:8080 --no-playground
  DATELINE_API_KEYS=desk=$HASH dateline serve --tls-certificate chain.pem --tls-key key.pem";

/// Extracts entities, quotes, events and times from news articles.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve HTTP, and the playground for a browser.
    #[command(after_help = SERVE_EXAMPLES)]
    Serve(Box<Config>),
    /// Read articles from files and write what is found, as JSON, CSV or marked text.
    Extract(Box<extract::Args>),
    /// Generate an API key: the secret for the client, and the line with its hash for the service.
    #[command(after_help = "Example:\n  dateline key archive-search")]
    Key(key::Args),
    /// Compile tables of entities for `--kb`.
    #[command(subcommand, after_help = "Example:\n  dateline kb build people.csv -o people.kb")]
    Kb(kb::Args),
    /// Print the OpenAPI description of the service.
    #[command(after_help = "Example:\n  dateline openapi > openapi.json")]
    Openapi,
    /// Check whether the service that has this configuration is ready (exit code 0) or not (1).
    #[command(after_help = "Example:\n  dateline health --url http://127.0.0.1:8080/readyz")]
    Health(HealthCheck),
    /// Print the licences of Dateline, of the libraries in it and of its data.
    #[command(after_help = "Example:\n  dateline licenses | less")]
    Licenses,
    /// Print a completion script for a shell.
    Completions(completions::Args),
    /// Print docs/configuration.md.
    #[command(hide = true)]
    Reference,
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
enum CliError {
    #[error("the knowledge base cannot be used: {0}")]
    Knowledge(#[from] crate::knowledge::KnowledgeError),
    #[error("the log filter cannot be read: {0}")]
    LogFilter(#[from] tracing_subscriber::filter::ParseError),
    #[error("the runtime cannot start: {0}")]
    Runtime(io::Error),
    #[error("cannot listen on {0}: {1}")]
    Bind(Bind, io::Error),
    #[error("API keys: {0}")]
    Keys(#[from] KeysError),
    #[error("name a file or a folder, or pipe an article in; see dateline extract --help")]
    NoInput,
    #[error("--format csv writes three files; name a folder for them with --output")]
    NoFolder,
    #[error("{0}: {1}")]
    Problem(String, String),
    #[error("the rest of the input was not read: {0}")]
    BrokenOff(String),
    #[error("cannot write to {0}: {1}")]
    Output(String, io::Error),
    #[error("{0} was not written by this version from these files, so it cannot be continued")]
    Resume(String),
    #[cfg(feature = "opentelemetry")]
    #[error("traces: {0}")]
    Traces(#[from] opentelemetry_otlp::ExporterBuildError),
    #[error("TLS: {0}")]
    Tls(#[from] TlsError),
    #[error("cannot read {0}: {1}")]
    Read(String, io::Error),
    #[error("the article cannot be read: {0}")]
    Encode(#[from] dateline_encoder::EncodeError),
    #[error("the model cannot be used: {0}")]
    Model(#[from] crate::model::ModelError),
    #[error("cannot write: {0}")]
    Write(#[from] io::Error),
    #[error("{0} does not answer: {1}")]
    Unreachable(String, ClientError),
    #[error("{0} answers with status {1}")]
    Unhealthy(String, u16),
}

/// Runs the command that the arguments name.
#[must_use]
pub fn run() -> ExitCode {
    let done = |()| ExitCode::SUCCESS;
    let outcome = match Cli::parse().command {
        Command::Serve(config) => serve::run(&config).map(done),
        Command::Extract(args) => extract::run(*args),
        Command::Key(args) => key::run(&args).map_err(CliError::Write).map(done),
        Command::Openapi => {
            writeln!(io::stdout(), "{}", router::openapi_json(Access::Open)).map_err(CliError::Write).map(done)
        }
        Command::Kb(args) => kb::run(&args).map(done),
        Command::Health(args) => health::run(&args).map(done),
        Command::Licenses => licenses::run().map_err(CliError::Write).map(done),
        Command::Reference => {
            write!(io::stdout(), "{}", reference::page(&command())).map_err(CliError::Write).map(done)
        }
        Command::Completions(args) => completions::run(&args).map_err(CliError::Write).map(done),
    };
    match outcome {
        Ok(code) => code,
        // The reader of the output has closed it, as `head` does.
        Err(CliError::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dateline: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The command line as it is described to people.
fn command() -> clap::Command {
    Cli::command()
}
