//! Whether the file of a service means something by itself.

use super::{
    covering, names,
    problems::{Problem, Problems, SEGMENT, is_segment, is_web_address},
    sources,
};
use crate::files::{locate::at, model::Service};

/// Checks one file by itself; references to other services are checked when files are put together.
pub(crate) fn check(service: &Service) -> Vec<Problem> {
    let mut problems = Problems(Vec::new());
    head(service, &mut problems);
    sources::check(&service.sources, &sources::citations(service), &mut problems);
    names::check(service, &mut problems);
    covering::check(service, &mut problems);
    let texts =
        service.misspellings.iter().enumerate().map(|(index, mistake)| (at![index, "text"], mistake.text.as_str()));
    problems.sorted(&at!["mistakes"], texts);
    problems.0
}

/// What stands at the top of the file.
fn head(service: &Service, problems: &mut Problems) {
    if !is_segment(&service.service) {
        problems.add(at!["service"], format!("`{}` is not a service name", service.service), SEGMENT);
    }
    for (index, alias) in service.aliases.iter().enumerate() {
        if !alias.eq_ignore_ascii_case(&service.service) || *alias == service.service {
            problems.add(
                at!["aliases", index],
                format!("`{alias}` is no other spelling of `{}`", service.service),
                "a spelling that differs in case alone; a service of another name has a file of its own",
            );
        }
    }
    problems.sorted_list(&at!["aliases"], &service.aliases);
    problems.sorted_list(&at!["misnomers"], &service.misnomers);
    for (field, text) in [("product", &service.product), ("summary", &service.summary)] {
        if text.trim().is_empty() {
            problems.add(at![field], format!("`{field}` is empty"), "a few words");
        }
    }
    if !is_web_address(&service.docs) {
        problems.add(at!["docs"], format!("`{}` is not an address", service.docs), "https://…");
    }
    problems.verified(&service.verified);
}
