//! Services by what people call them: the product, a name that it had, either without the vendor's.

use alloc::vec::Vec;

use super::vendor::VENDOR;
use crate::table::{Service, Tables};

/// The services that are called so. There are several where one product has several, and none of them has the name itself.
#[must_use]
pub fn services_named(tables: Tables, name: &str) -> Vec<Service> {
    if let Some(service) = tables.service(name) {
        return [service].into();
    }
    let whole: Vec<u8> = letters(name).collect();
    let wanted: Vec<u8> = behind_vendor(name).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let is_meant = |known: &str| behind_vendor(known).eq(wanted.iter().copied());
    // With the vendor's name in front, since `invoices` is no name of Zoho Invoice, though people write `ZohoInvoices`.
    let is_misnamed = |service: Service| service.misnomers.iter().any(|wrong| letters(wrong).eq(whole.iter().copied()));
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
fn letters(name: &str) -> impl Iterator<Item = u8> + Clone {
    name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase())
}

/// The same without the vendor's name in front.
fn behind_vendor(name: &str) -> impl Iterator<Item = u8> {
    let (mut rest, whole) = (letters(name), letters(name));
    let is_in_front = VENDOR.bytes().all(|byte| rest.next() == Some(byte.to_ascii_lowercase()));
    if is_in_front { rest } else { whole }
}
