//! Keys and certificates that are replaced while the service runs.

use std::{path::PathBuf, sync::Arc};

use super::tls::Tls;
use crate::{
    config::{ApiKey, KeysError, read_keys},
    http::middleware::authenticate::Keys,
};

/// What is read again at SIGHUP.
pub struct Reload {
    /// How TLS is spoken, where it is.
    pub tls: Option<Arc<Tls>>,
    /// The keys in force.
    pub keys: Arc<Keys>,
    /// Those from arguments or the environment, which do not change.
    pub fixed_keys: Vec<ApiKey>,
    /// The file that holds more of them, where there is one.
    pub keys_file: Option<PathBuf>,
}

impl Reload {
    /// Reads the files again, and says in the log what came of it. What cannot be used leaves in force what is.
    pub fn reload(&self) {
        if self.tls.is_none() && self.keys_file.is_none() {
            tracing::info!("nothing to reload: neither a certificate nor a file of keys is configured");
        }
        if let Some(tls) = &self.tls {
            match tls.reload() {
                Ok(()) => tracing::info!("certificate reloaded"),
                Err(error) => tracing::error!(%error, "could not reload the certificate; the old one is still used"),
            }
        }
        if let Some(file) = &self.keys_file {
            match self.read_again(file) {
                Ok(count) => tracing::info!(keys = count, "keys reloaded"),
                Err(error) => tracing::error!(%error, "could not reload the keys; the old ones are still used"),
            }
        }
    }

    fn read_again(&self, file: &std::path::Path) -> Result<usize, KeysError> {
        let keys = [self.fixed_keys.clone(), read_keys(file)?].concat();
        self.keys.replace(&keys);
        Ok(keys.len())
    }
}
