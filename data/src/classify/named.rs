//! Services by what people call them: the product, a name that it had, either without the vendor's.

use alloc::{string::String, vec::Vec};

use super::vendor::without_vendor;
use crate::table::{Service, Tables};

/// The services that are called so. There are several where one product has several, and none of them has the name itself.
#[must_use]
pub fn services_named(tables: Tables, name: &str) -> Vec<Service> {
    if let Some(service) = tables.service(name) {
        return [service].into();
    }
    let whole = letters(name);
    let wanted = without_vendor(&whole).unwrap_or(&whole);
    if wanted.is_empty() {
        return Vec::new();
    }
    let is_meant = |known: &str| {
        let known = letters(known);
        without_vendor(&known).unwrap_or(&known) == wanted
    };
    // With the vendor's name in front, since `invoices` is no name of Zoho Invoice, though people write `ZohoInvoices`.
    let is_misnamed = |service: Service| service.misnomers.iter().any(|wrong| letters(wrong) == whole);
    let by_name = |service: &Service| is_meant(service.name) || is_misnamed(*service);
    let by_product = |service: &Service| is_meant(service.product);
    let by_part = |service: &Service| parts(service.product).any(is_meant);
    let kinds: [&dyn Fn(&Service) -> bool; 3] = [&by_name, &by_product, &by_part];
    let called = |is_called: &dyn Fn(&Service) -> bool| tables.services().filter(is_called).collect::<Vec<_>>();
    kinds.into_iter().map(called).find(|services| !services.is_empty()).unwrap_or_default()
}

/// A product may have a remark behind it: "Zoho Billing (formerly Subscriptions)".
fn parts(product: &str) -> impl Iterator<Item = &str> {
    let (now, remark) = product.split_once(" (").unwrap_or((product, ""));
    [now].into_iter().chain(remark.trim_end_matches(')').strip_prefix("formerly "))
}

/// What of a name counts: letters and digits, without regard to case.
fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
