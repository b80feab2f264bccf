//! The command line.

mod serve;

use std::{io, net::SocketAddr, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::config::Config;

/// Reads a news article and returns its entities, quotes, events and times.
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
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
enum CliError {
    #[error("the log filter cannot be read: {0}")]
    LogFilter(#[from] tracing_subscriber::filter::ParseError),
    #[error("the runtime cannot start: {0}")]
    Runtime(io::Error),
    #[error("cannot listen on {0}: {1}")]
    Bind(SocketAddr, io::Error),
}

/// Runs the command that the arguments name.
#[must_use]
pub fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(config) => serve::run(&config),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dateline: {error}");
            ExitCode::FAILURE
        }
    }
}
