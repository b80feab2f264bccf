//! The command line.

mod extract;
mod health;
mod key;
mod licenses;
mod serve;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{CommandFactory, Parser, Subcommand};

use crate::{
    config::{Bind, Config, HealthCheck, KeysError},
    http::{client::Unanswered, openapi::Access, router},
    runtime::tls::TlsError,
};

/// Reads news articles and returns their entities, quotes, events and times.
#[derive(Debug, Parser)]
#[command(name = "dateline", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve HTTP.
    Serve(Box<Config>),
    /// Read an article, or many, and write what is found as JSON.
    Extract(Box<extract::Args>),
    /// Generate an API key: the secret for the client, and the line with its hash for the service.
    Key(key::Args),
    /// Write the OpenAPI description of the service.
    Openapi,
    /// Check whether the service that has this configuration is ready (exit code 0) or not (1).
    Health(HealthCheck),
    /// Print the licences of Dateline, of the libraries in it and of its data.
    Licenses,
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
enum CliError {
    #[error("the log filter cannot be read: {0}")]
    LogFilter(#[from] tracing_subscriber::filter::ParseError),
    #[error("the runtime cannot start: {0}")]
    Runtime(io::Error),
    #[error("cannot listen on {0}: {1}")]
    Bind(Bind, io::Error),
    #[error("API keys: {0}")]
    Keys(#[from] KeysError),
    #[error("one article is read from one file; --ndjson reads many")]
    OneFile,
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
    Article(String),
    #[error("the article cannot be read: {0}")]
    Encode(#[from] dateline_encoder::EncodeError),
    #[error("the model cannot be used: {0}")]
    Model(#[from] crate::model::ModelError),
    #[error("cannot write: {0}")]
    Write(#[from] io::Error),
    #[error("{0} does not answer: {1}")]
    Unreachable(String, Unanswered),
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
        Command::Health(args) => health::run(&args).map(done),
        Command::Licenses => licenses::run().map_err(CliError::Write).map(done),
    };
    match outcome {
        Ok(code) => code,
        // Whoever reads the output has seen enough.
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
