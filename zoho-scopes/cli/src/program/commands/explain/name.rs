//! `zoho-scopes explain` of a service or a scope name.

use std::{collections::BTreeSet, io};

use zoho_scopes::{
    Catalogue, Scope,
    calls::Call,
    catalogue::{Pattern, ScopeName, Service},
};

use crate::program::answer::Out;

/// The scope names that a text spells: with the service or without it, or the last segment alone.
pub(super) fn names(catalogue: Catalogue, text: &str) -> Vec<ScopeName> {
    let spelled = |name: &ScopeName| {
        let of_service = text.split_once('.').is_some_and(|(service, rest)| {
            catalogue.service(service) == Some(name.service()) && rest.eq_ignore_ascii_case(name.as_str())
        });
        let last = name.as_str().rsplit('.').next();
        of_service || [Some(name.as_str()), last].iter().flatten().any(|own| own.eq_ignore_ascii_case(text))
    };
    catalogue.services().flat_map(Service::names).filter(spelled).collect()
}

pub(super) fn service(service: Service, out: Out<'_>) -> io::Result<()> {
    writeln!(out, "{service} ({})\n  {}\n", service.product(), service.summary())?;
    let calls = Call::all().iter().filter(|call| call.service() == service).count();
    writeln!(out, "scopes      {}, {}", service.scopes().count(), service.completeness())?;
    writeln!(out, "calls       {calls}")?;
    writeln!(out, "verified    {}", service.verified())?;
    writeln!(out, "docs        {}", service.docs_url())?;
    for (title, names) in [("also", service.aliases()), ("wrong name", service.misnomers())] {
        if !names.is_empty() {
            writeln!(out, "{title:11} {}", names.join(", "))?;
        }
    }
    for (title, pages) in [("read", service.pages_read()), ("not read", service.pages_not_read())] {
        pages.iter().try_for_each(|page| writeln!(out, "{title:11} {page}"))?;
    }
    writeln!(out, "\nscope names")?;
    let width = service.names().map(|name| name.as_str().len()).max().unwrap_or_default();
    for name in service.names() {
        writeln!(out, "  {name:width$}  {}", operations(name))?;
    }
    Ok(())
}

pub(super) fn name(name: ScopeName, out: Out<'_>) -> io::Result<()> {
    let service = name.service();
    writeln!(out, "{service}.{name}\n  {}\n", name.summary())?;
    writeln!(out, "service     {service} ({})", service.product())?;
    writeln!(out, "docs        {}", service.docs_url())?;
    writeln!(out, "\nscopes")?;
    for (scope, summary) in name.scopes().map(|scope| (scope.as_str(), scope.summary())) {
        writeln!(out, "  {scope}  {summary}")?;
    }
    name.patterns().try_for_each(|pattern| writeln!(out, "  {pattern}  {}", pattern.summary()))
}

/// Lists what a word may mean.
pub(super) fn candidates<'a>(found: impl Iterator<Item = (String, &'a str)>, out: Out<'_>) -> io::Result<()> {
    writeln!(out, "it may be one of these")?;
    found.into_iter().try_for_each(|(name, what)| writeln!(out, "  {name}  {what}"))
}

fn operations(name: ScopeName) -> String {
    let scopes = name.scopes().filter_map(Scope::operation);
    let operations: BTreeSet<&str> = scopes.chain(name.patterns().map(Pattern::operation)).collect();
    operations.into_iter().collect::<Vec<_>>().join(", ")
}
