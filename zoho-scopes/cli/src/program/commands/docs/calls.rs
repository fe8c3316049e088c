//! The table of the services whose calls are known, as documents hold it.

use zoho_scopes_data::files::{
    FileErrors,
    calls::{Calls, Described, model::Lists},
};

/// Services with the numbers of their calls, of those with an official source and of unclear ones; and sums.
pub(super) fn markdown() -> Result<String, FileErrors> {
    let calls = Calls::builtin()?;
    let mut table = String::from("| service | calls | official | unclear | a list means |\n|---|--:|--:|--:|---|\n");
    let mut sums = [0; 3];
    for file in calls.files() {
        let count = |held: fn(&Described<'_>) -> bool| file.described().filter(held).count();
        let counts = [count(|_| true), count(is_official), count(|call| call.call.unclear.is_some())];
        let lists = match file.reading.lists {
            _ if count(names_several) == 0 => "(one scope each)",
            Lists::Any => "any of them",
            Lists::All => "all of them",
        };
        let [of_all, official, unclear] = counts;
        table.extend([format!("| {} | {of_all} | {official} | {unclear} | {lists} |\n", file.service)]);
        sums = [0, 1, 2].map(|place| sums[place] + counts[place]);
    }
    let [of_all, official, unclear] = sums;
    let services = calls.files().len();
    Ok(table + &format!("| **{services} services** | **{of_all}** | **{official}** | **{unclear}** | |\n"))
}

/// Whether the best source of a call is Zoho's own.
fn is_official(call: &Described<'_>) -> bool {
    let best = call.source_keys().first();
    call.file.sources.iter().any(|(key, source)| best.is_some_and(|best| best == key) && source.kind.is_official())
}

fn names_several(call: &Described<'_>) -> bool {
    call.call.needs.as_ref().is_some_and(|needs| needs.scopes().len() > 1)
}
