//! How far a long run is, shown on a terminal once it takes more than a second.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

/// Counts what is done, such as lists, and shows the count where somebody sees it and nothing else is seen.
pub(super) struct Progress {
    /// What is counted.
    what: &'static str,
    started: Instant,
    done: u64,
    is_wanted: bool,
    bar: Option<ProgressBar>,
}

/// The clock is looked at after so many.
const STEP: u64 = 64;

impl Progress {
    /// `prints` says whether results are printed: those on a terminal are progress enough.
    pub(super) fn new(what: &'static str, prints: bool) -> Self {
        let is_wanted = io::stderr().is_terminal() && !(prints && io::stdout().is_terminal());
        Self { what, started: Instant::now(), done: 0, is_wanted, bar: None }
    }

    /// One more is done.
    pub(super) fn advance(&mut self) {
        self.done += 1;
        if self.is_wanted && self.done.is_multiple_of(STEP) && self.started.elapsed() > Duration::from_secs(1) {
            let elapsed = self.started.elapsed();
            self.bar.get_or_insert_with(|| bar(self.what).with_elapsed(elapsed)).set_position(self.done);
        }
    }

    /// Lets something be written to standard error.
    pub(super) fn aside(&self, print: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(what: &str) -> ProgressBar {
    let style = ProgressStyle::with_template(&format!("{{spinner}} {{human_pos}} {what} in {{elapsed}}"));
    let bar = ProgressBar::new_spinner();
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
