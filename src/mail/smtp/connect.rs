//! From nothing to a session: connection, greeting, EHLO, STARTTLS, AUTH.

use super::dial::{Unreached, dial};
use super::line::{Fault, Line};
use super::reply::Reply;
use super::steps::Steps;
use super::tls::{Trust, Unsafe};
use super::{GOODBYE, Login, Phase, Refusal, Scope, Security, Server, Session, Why, judge, login};

/// What a server offers in its answer to EHLO.
#[derive(Default)]
struct Offers {
    /// SIZE: the size of a message may be said with MAIL.
    size: bool,
    /// The largest message, when SIZE names one.
    limit: Option<u64>,
    starttls: bool,
    /// Ways to log in.
    auth: Vec<String>,
}

pub(super) fn open(server: &Server) -> Result<Session, Refusal> {
    check(server)?;
    let trust = match server.security {
        Security::Loopback => None,
        Security::Tls | Security::StartTls => {
            Some(Trust::of(&server.host, server.root.as_deref()).map_err(|words| setting(Phase::Tls, words))?)
        }
    };
    let steps = Steps::start().map_err(|error| judge::unheard(Phase::Connect, &error.into()))?;
    let opening = Opening { server, steps };
    opening.line(trust.clone().filter(|_| server.security == Security::Tls))?;
    let greeting = opening.steps.talk(server.patience.greeting, Line::hear);
    opening.demand(Phase::Greeting, greeting, 220)?;
    let mut offers = opening.hello()?;
    if let Some(trust) = trust.filter(|_| server.security == Security::StartTls) {
        opening.starttls(&offers, trust)?;
        // What was offered in the clear does not count.
        offers = opening.hello()?;
    }
    if let Some(account) = &server.login {
        opening.log_in(account, &offers)?;
    }
    Ok(Session {
        steps: opening.steps,
        patience: server.patience,
        takes_size: offers.size,
        limit: offers.limit,
        alive: true,
    })
}

/// What no server could do anything about.
fn check(server: &Server) -> Result<(), Refusal> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte);
    if server.hello.is_empty() || !server.hello.bytes().all(plain) {
        return Err(setting(Phase::Greeting, "nama yang disebut kepada server tidak sah"));
    }
    match &server.login {
        Some(_) if server.security == Security::Loopback => {
            Err(setting(Phase::Login, "kata sandi tidak pernah dikirim tanpa TLS; relai lokal dipakai tanpa akun"))
        }
        Some(login) if login.user.contains('\0') => Err(setting(Phase::Login, "nama akun tidak sah")),
        _ => Ok(()),
    }
}

fn setting(phase: Phase, words: impl Into<String>) -> Refusal {
    Refusal::Setup(Why { phase, code: None, words: words.into(), scope: Scope::Run })
}

struct Opening<'a> {
    server: &'a Server,
    steps: Steps,
}

impl Opening<'_> {
    /// The line, secured from its first byte when there is somebody to trust.
    fn line(&self, trust: Option<Trust>) -> Result<(), Refusal> {
        let (host, port, limit) = (self.server.host.clone(), self.server.port, self.server.patience.connect);
        let (own, plug) = (self.server.security == Security::Loopback, self.steps.plug());
        let reached = self.steps.run(limit, move |line| {
            let tcp = dial(&host, port, own, limit, &plug).map_err(|unreached| match unreached {
                Unreached::Elsewhere => setting(
                    Phase::Connect,
                    format!("server {host} tidak berada di mesin ini, padahal relai_lokal mengirim tanpa TLS"),
                ),
                Unreached::Trouble(words) => {
                    Refusal::Deferred(Why { phase: Phase::Connect, code: None, words, scope: Scope::Run })
                }
            })?;
            *line = Some(match trust {
                None => Line::plain(tcp),
                Some(trust) => Line::secured(trust.secure(tcp).map_err(unsafe_line)?),
            });
            Ok(())
        });
        reached.map_err(|fault| judge::unheard(Phase::Connect, &fault))?
    }

    fn hello(&self) -> Result<Offers, Refusal> {
        let reply = self.ask(format!("EHLO {}\r\n", self.server.hello).into_bytes().into());
        self.demand(Phase::Greeting, reply, 250).map(|reply| Offers::of(&reply))
    }

    /// Secures the line. What the server says after its reply and before the handshake is under nobody's seal.
    fn starttls(&self, offers: &Offers, trust: Trust) -> Result<(), Refusal> {
        if !offers.starttls {
            self.leave();
            return Err(setting(Phase::Tls, "server tidak menawarkan STARTTLS"));
        }
        let reply = self.ask(b"STARTTLS\r\n".to_vec().into());
        self.demand(Phase::Tls, reply, 220)?;
        let secured = self.steps.run(self.server.patience.connect, move |line| {
            let tcp = line.take().and_then(Line::into_unheard);
            let tcp = tcp.ok_or_else(|| setting(Phase::Tls, "server mengirim data sebelum TLS terbentuk"))?;
            *line = Some(Line::secured(trust.secure(tcp).map_err(unsafe_line)?));
            Ok(())
        });
        secured.map_err(|fault| judge::unheard(Phase::Tls, &fault))?
    }

    fn log_in(&self, account: &Login, offers: &Offers) -> Result<(), Refusal> {
        let Some(lines) = login::lines(account, &offers.auth) else {
            self.leave();
            return Err(setting(Phase::Login, "server tidak menawarkan AUTH PLAIN atau AUTH LOGIN"));
        };
        let last = lines.len().saturating_sub(1);
        for (number, line) in lines.into_iter().enumerate() {
            let reply = self.ask(line);
            let wanted = if number == last { 235 } else { 334 };
            self.demand(Phase::Login, reply, wanted).map_err(|refusal| hidden(refusal, account))?;
        }
        Ok(())
    }

    fn ask(&self, words: login::Words) -> Result<Reply, Fault> {
        self.steps.talk(self.server.patience.greeting, move |line| line.ask(&words))
    }

    /// The reply, when it is the one that leads on.
    fn demand(&self, phase: Phase, reply: Result<Reply, Fault>, code: u16) -> Result<Reply, Refusal> {
        let reply = reply.map_err(|fault| judge::unheard(phase, &fault))?;
        if reply.is_exactly(code) {
            return Ok(reply);
        }
        self.leave();
        Err(judge::refusal(phase, &reply))
    }

    fn leave(&self) {
        let _ = self.steps.talk(self.server.patience.greeting.min(GOODBYE), Line::leave);
    }
}

impl Offers {
    fn of(reply: &Reply) -> Self {
        let mut offers = Self::default();
        // The first line is a greeting.
        for line in reply.lines.iter().skip(1) {
            let mut words = line.split([' ', '=']);
            match words.next().map(str::to_ascii_uppercase).as_deref() {
                Some("STARTTLS") => offers.starttls = true,
                Some("AUTH") => offers.auth.extend(words.map(str::to_owned)),
                // Zero means that there is no fixed limit (RFC 1870).
                Some("SIZE") => {
                    offers.size = true;
                    offers.limit = words.next().and_then(|size| size.parse().ok()).filter(|size| *size > 0);
                }
                _ => {}
            }
        }
        offers
    }
}

fn unsafe_line(trouble: Unsafe) -> Refusal {
    match trouble {
        Unsafe::Setting(words) => setting(Phase::Tls, words),
        Unsafe::Line(fault) => judge::unheard(Phase::Tls, &fault),
    }
}

fn hidden(refusal: Refusal, account: &Login) -> Refusal {
    let hide = |why: Why| Why { words: login::hidden(&why.words, account), ..why };
    match refusal {
        Refusal::Password(why) => Refusal::Password(hide(why)),
        Refusal::Setup(why) => Refusal::Setup(hide(why)),
        Refusal::Deferred(why) => Refusal::Deferred(hide(why)),
    }
}
