//! What a person runs by hand: generators and measurements. `cargo xtask` lists the tasks.

mod gazetteer;

use std::{env, error::Error, process::ExitCode};

const USAGE: &str = "\
usage: cargo xtask TASK

  gazetteer    compile gazetteers/ into crates/gazetteer/data/";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    match arguments {
        ["gazetteer"] => Ok(gazetteer::write()?),
        _ => Err(USAGE.into()),
    }
}
