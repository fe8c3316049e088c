//! Asking, at a pace, and when to stop.

use std::{thread::sleep, time::Duration};

use time::OffsetDateTime;
use zoho_scopes::{
    accounts::DataCentre,
    oauth::{Client, ProbeAnswer, Problem, SendError},
};

use crate::program::{
    probe_file::{Answered, Verdict},
    redact,
    transport::Transport,
};

/// So many unclear answers in a row are no chance.
const MAX_UNCLEAR: usize = 3;

/// Why no more is asked, and what to do.
pub(super) struct Stop {
    pub(super) what: String,
    pub(super) help: String,
}

/// Asks one scope after the other.
pub(super) struct Asking {
    client: Client,
    centre: DataCentre,
    transport: Transport,
    pace: Duration,
    has_asked: bool,
    /// The unclear answers since the last clear one.
    unclear: usize,
}

impl Asking {
    pub(super) fn new(client: Client, centre: DataCentre, pace: Duration) -> Self {
        Self { client, centre, transport: Transport::new(), pace, has_asked: false, unclear: 0 }
    }

    /// Asks about a scope that does not exist.
    pub(super) fn control(&mut self, scope: &str) -> Result<Answered, Stop> {
        let answered = self.scope(scope, None)?;
        match (answered.answer, &answered.error) {
            (Verdict::Accepted, _) => Err(Stop {
                what: format!("the server accepts `{scope}`, which does not exist"),
                help: "its answers say nothing about scopes".to_owned(),
            }),
            (_, Some(_)) if self.unclear == 0 => Ok(answered),
            (_, error) => Err(Stop {
                what: error.clone().unwrap_or_default(),
                help: "check the connection, then try again".to_owned(),
            }),
        }
    }

    /// Asks about a scope; the same error as about one that does not exist is a refusal.
    pub(super) fn scope(&mut self, scope: &str, control: Option<&Answered>) -> Result<Answered, Stop> {
        self.wait();
        let is_refusal = |error: &String| control.is_none_or(|control| control.error.as_ref() == Some(error));
        let redacted = |error: String| redact::tokens(&error).into_owned();
        let (answer, error) = match self.client.probe(self.centre, scope).send(&self.transport) {
            Ok(ProbeAnswer::Accepted) => (Verdict::Accepted, None),
            Ok(ProbeAnswer::Refused { error }) => (Verdict::Refused, Some(redacted(error))),
            Ok(ProbeAnswer::Unclear { error }) => match redacted(error) {
                error if is_refusal(&error) => (Verdict::Refused, Some(error)),
                error => (Verdict::Unclear, Some(error)),
            },
            Err(SendError::Response(problem @ Problem::Throttled)) => {
                return Err(Stop { what: problem.to_string(), help: "wait ten minutes or more".to_owned() });
            }
            Err(SendError::Response(problem @ Problem::Refused(_))) => {
                return Err(Stop { what: problem.to_string(), help: problem.help().to_owned() });
            }
            Err(error) => (Verdict::Unclear, Some(error.to_string())),
            Ok(_) => (Verdict::Unclear, None),
        };
        self.unclear = if answer == Verdict::Unclear { self.unclear + 1 } else { 0 };
        let date = OffsetDateTime::now_utc().date().to_string();
        Ok(Answered { scope: scope.to_owned(), answer, date, error })
    }

    /// Why to stop after the last answer, if that is so.
    pub(super) fn given_up(&self) -> Option<Stop> {
        (self.unclear >= MAX_UNCLEAR).then(|| Stop {
            what: format!("{MAX_UNCLEAR} unclear answers in a row"),
            help: "look at the errors; where they are about too many requests, wait ten minutes".to_owned(),
        })
    }

    /// Waits between two requests.
    fn wait(&mut self) {
        if std::mem::replace(&mut self.has_asked, true) {
            sleep(pause(self.pace));
        }
    }
}

/// The pace with up to half as much, so that requests of several users do not meet.
fn pause(pace: Duration) -> Duration {
    pace.mul_f64(1.0 + fastrand::f64() / 2.0)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, time::Duration};

    use super::pause;

    #[test]
    fn pauses_keep_the_pace_and_differ() {
        let pace = Duration::from_secs(5);
        let pauses: BTreeSet<Duration> = (0..100).map(|_| pause(pace)).collect();
        assert!(pauses.iter().all(|pause| (pace..=pace * 3 / 2).contains(pause)) && pauses.len() > 50, "{pauses:?}");
        assert_eq!(pause(Duration::ZERO), Duration::ZERO);
    }
}
