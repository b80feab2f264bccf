//! What the service asks of the system for its own process: no image of its memory, and files enough for its callers.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Files that are open beside connections: listeners, the log, what the runtime needs.
const FILES_BESIDE_CONNECTIONS: u64 = 64;

/// Keeps articles out of core dumps: none is written, neither to a file nor to a program that the system pipes them to, and no
/// other process of the same user can look into the memory.
pub fn keep_memory_private() {
    if let Err(error) = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }) {
        tracing::warn!(%error, "could not turn core dumps off");
    }
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable) {
        tracing::warn!(%error, "could not prevent other processes from reading the memory of this one");
    }
}

/// Lets the process have as many files open as it may have connections, as far as the system allows it.
pub fn raise_file_limit(connections_max: usize) {
    let wanted = (connections_max as u64).saturating_add(FILES_BESIDE_CONNECTIONS);
    let limit = getrlimit(Resource::Nofile);
    if limit.current.is_none_or(|files| files >= wanted) {
        return;
    }
    let files = limit.maximum.map_or(wanted, |most| most.min(wanted));
    let raised = setrlimit(Resource::Nofile, Rlimit { current: Some(files), maximum: limit.maximum });
    if files < wanted || raised.is_err() {
        tracing::warn!(files, connections_max, "the system allows fewer open files than connections");
    }
}
