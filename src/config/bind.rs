//! Where to listen, by name or by number.

use std::{
    fmt, io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    str::FromStr,
};

use tokio::net::{TcpListener, lookup_host};

/// A host's name or address, and a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bind {
    host: String,
    port: u16,
}

const EXPECTED: &str =
    "must be HOST:PORT, as in 127.0.0.1:8080, localhost:8080 or [::1]:8080; 0.0.0.0 is every address";

impl FromStr for Bind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Ok(address) = text.parse::<SocketAddr>() {
            return Ok(address.into());
        }
        let (host, port) = text.rsplit_once(':').ok_or(EXPECTED)?;
        let is_name =
            !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
        match port.parse() {
            Ok(port) if is_name => Ok(Self { host: host.to_owned(), port }),
            _ => Err(EXPECTED.to_owned()),
        }
    }
}

impl From<SocketAddr> for Bind {
    fn from(address: SocketAddr) -> Self {
        Self { host: address.ip().to_string(), port: address.port() }
    }
}

impl fmt::Display for Bind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.host.parse::<Ipv6Addr>() {
            Ok(address) => write!(formatter, "[{address}]:{}", self.port),
            Err(_) => write!(formatter, "{}:{}", self.host, self.port),
        }
    }
}

impl Bind {
    /// Listens on the first address of the host on which that is possible, IPv4 before IPv6, as clients try them.
    ///
    /// # Errors
    /// When the host has no address, or none can be listened on.
    pub async fn listen(&self) -> io::Result<TcpListener> {
        let mut addresses: Vec<SocketAddr> = lookup_host((self.host.as_str(), self.port)).await?.collect();
        addresses.sort_by_key(SocketAddr::is_ipv6);
        TcpListener::bind(&addresses[..]).await
    }

    /// How a program on the same machine reaches it.
    #[must_use]
    pub fn from_here(&self) -> Self {
        let host = match self.host.parse() {
            Ok(IpAddr::V4(address)) if address.is_unspecified() => Ipv4Addr::LOCALHOST.to_string(),
            Ok(IpAddr::V6(address)) if address.is_unspecified() => Ipv6Addr::LOCALHOST.to_string(),
            _ => self.host.clone(),
        };
        Self { host, port: self.port }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_named_or_numbered() {
        for (text, shown, from_here) in [
            ("127.0.0.1:8080", "127.0.0.1:8080", "127.0.0.1:8080"),
            ("localhost:8080", "localhost:8080", "localhost:8080"),
            ("my-host.example:80", "my-host.example:80", "my-host.example:80"),
            ("0.0.0.0:8080", "0.0.0.0:8080", "127.0.0.1:8080"),
            ("[::]:8080", "[::]:8080", "[::1]:8080"),
            ("[2001:db8::1]:443", "[2001:db8::1]:443", "[2001:db8::1]:443"),
        ] {
            let bind: Bind = text.parse().unwrap();
            assert_eq!((bind.to_string().as_str(), bind.from_here().to_string().as_str()), (shown, from_here));
        }
        for text in
            ["", "8080", ":8080", "localhost", "localhost:", "localhost:65536", "::1:8080", "a b:80", "http://x:80"]
        {
            assert!(text.parse::<Bind>().is_err(), "{text}");
        }
    }
}
