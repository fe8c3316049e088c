//! Everything there is to look through.

use serde::Serialize;
use zoho_scopes::catalogue::{Completeness, Service, Status};

use super::{authorize, known::Known};

/// The catalogue, as much of it as a list shows.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Everything {
    version: &'static str,
    date: &'static str,
    services: Vec<Described>,
    scopes: Vec<Listed>,
    data_centres: Vec<authorize::Centre>,
}

#[derive(Serialize)]
struct Described {
    service: &'static str,
    product: &'static str,
    summary: &'static str,
    docs: &'static str,
    completeness: Completeness,
    unread: &'static [&'static str],
    checked: &'static str,
}

/// A scope; `service` is a place among the services.
#[derive(Serialize)]
struct Listed {
    wire: &'static str,
    service: usize,
    operation: Option<&'static str>,
    summary: &'static str,
    status: Status,
}

pub(super) fn everything(known: &Known) -> Everything {
    let services: Vec<Service> = known.catalogue.services().collect();
    let listed = known.scopes.iter().map(|scope| Listed {
        wire: scope.as_str(),
        service: services.iter().position(|service| *service == scope.listed_under().service()).unwrap_or_default(),
        operation: scope.operation(),
        summary: scope.summary(),
        status: scope.status(),
    });
    Everything {
        version: env!("CARGO_PKG_VERSION"),
        date: known.catalogue.date(),
        scopes: listed.collect(),
        services: services.iter().copied().map(describe).collect(),
        data_centres: authorize::data_centres(),
    }
}

/// The places of the scopes that words describe, scope name by scope name; a scope that is spelled is found by itself first.
pub(super) fn found(known: &Known, text: &str) -> Vec<Vec<usize>> {
    let names = known.index.search_names(text).into_iter().map(|found| known.places(found.scopes));
    names.filter(|places| !places.is_empty()).collect()
}

fn describe(service: Service) -> Described {
    Described {
        service: service.as_str(),
        product: service.product(),
        summary: service.summary(),
        docs: service.docs_url(),
        completeness: service.completeness(),
        unread: service.pages_not_read(),
        checked: service.verified(),
    }
}
