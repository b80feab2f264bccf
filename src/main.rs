//! The `dateline` command.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Gives memory back to the system soon after it is free; that of the C library keeps what a few long articles took.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    dateline::cli::run()
}
