//! How answers are printed, each as it comes.

use std::io;

use serde_json::json;
use zoho_scopes::accounts::{DataCentre, Endpoint};
use zoho_scopes_data::text::printable::Printable;

use crate::program::{answer::Out, format::Format, probe_file::Answered};

pub(super) struct Print<'a> {
    format: Format,
    out: Out<'a>,
}

impl<'a> Print<'a> {
    pub(super) fn new(format: Format, out: Out<'a>) -> Self {
        Self { format, out }
    }

    pub(super) fn answer(&mut self, answered: &Answered) -> io::Result<()> {
        match self.format {
            Format::Json => serde_json::to_writer(&mut *self.out, answered)?,
            Format::Human => {
                let Answered { scope, answer, date, error } = answered;
                let answer = answer.as_str();
                write!(self.out, "{answer:8}  {}  {date}", Printable::line(scope).text)?;
                if let Some(error) = error {
                    write!(self.out, "  ({})", Printable::line(error).text)?;
                }
            }
        }
        writeln!(self.out)?;
        // Who waits for the next answer wants to see this one.
        self.out.flush()
    }

    /// What would be sent.
    pub(super) fn requests(&mut self, centre: DataCentre, id: &str, scopes: &[&String], pace: u16) -> io::Result<()> {
        let url = centre.url(Endpoint::DeviceCode);
        for scope in scopes {
            match self.format {
                Format::Json => {
                    let form = json!({"client_id": id, "grant_type": "device_request", "scope": scope});
                    writeln!(self.out, "{}", json!({"method": "POST", "url": url, "form": form}))?;
                }
                Format::Human => {
                    let id = Printable::line(id).text;
                    writeln!(self.out, "POST {url} client_id={id} grant_type=device_request scope={scope}")?;
                }
            }
        }
        if let Format::Human = self.format {
            let least = u64::from(pace) * u64::try_from(scopes.len().saturating_sub(1)).unwrap_or(u64::MAX);
            writeln!(self.out, "{} requests, which take {least} to {} s", scopes.len(), least + least / 2)?;
        }
        Ok(())
    }
}
