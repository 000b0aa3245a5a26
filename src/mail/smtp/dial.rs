//! From the name of a server to a connection.

use std::io;
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::time::Duration;

use super::line::cause;
use super::steps::Plug;

/// Why there is no connection.
#[derive(Debug)]
pub(super) enum Unreached {
    /// An address that is not of this machine, where only such are allowed.
    Elsewhere,
    /// Anything else, in words.
    Trouble(String),
}

/// Connects to the first address that answers, each with its share of the time. `own` allows addresses of this machine only:
/// all of them must be, for nobody knows which one a name leads to tomorrow.
pub(super) fn dial(host: &str, port: u16, own: bool, limit: Duration, plug: &Plug) -> Result<TcpStream, Unreached> {
    let addresses: Vec<SocketAddr> = (host, port).to_socket_addrs().map_err(|_| unknown(host))?.collect();
    if own && !addresses.iter().all(|address| address.ip().is_loopback()) {
        return Err(Unreached::Elsewhere);
    }
    let shares = u32::try_from(addresses.len()).unwrap_or(u32::MAX).max(1);
    let share = limit.checked_div(shares).unwrap_or(limit);
    let mut last = unknown(host);
    for address in addresses {
        if plug.is_pulled() {
            break;
        }
        match TcpStream::connect_timeout(&address, share).and_then(|tcp| ready(tcp, plug)) {
            Ok(tcp) => return Ok(tcp),
            Err(error) => {
                last = Unreached::Trouble(format!("{host} port {port} tidak dapat dihubungi: {}", cause(error.kind())));
            }
        }
    }
    Err(last)
}

fn ready(tcp: TcpStream, plug: &Plug) -> io::Result<TcpStream> {
    // A command is one small piece, and its answer is waited for.
    tcp.set_nodelay(true)?;
    if plug.hold(&tcp)? { Ok(tcp) } else { Err(io::ErrorKind::TimedOut.into()) }
}

fn unknown(host: &str) -> Unreached {
    Unreached::Trouble(format!("nama server {host} tidak ditemukan"))
}
