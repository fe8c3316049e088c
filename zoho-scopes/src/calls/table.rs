//! The static tree of calls: what is in it, and where.

use alloc::string::String;
use core::ops::Range;

use super::needs::Needs;
use zoho_scopes_data::table::{
    Source,
    columns::{Lists, Numbers, Texts, partition_point},
    format::{NONE, is_version_number},
};

/// What the generator makes of the files of calls. Node 0 is the root; edge `n` leads to node `n + 1`. The
/// edges of the root are hosts.
#[doc(hidden)]
#[expect(clippy::exhaustive_structs, reason = "generated code builds it")]
pub struct CallTable {
    /// Domains of other data centres, each with what it is in the first one; longer ones come first.
    pub domains: &'static [(&'static str, &'static str)],
    /// Host and path prefix, with the id of the service.
    pub bases: &'static [(&'static str, u16)],
    /// Host and path prefix of other addresses, each with the base that it stands for.
    pub aliases: &'static [(&'static str, &'static str)],
    /// Labels, sorted: fixed text, then `{v8}` for a version, then `{}` for a parameter.
    pub labels: Texts,
    /// The label of each edge, sorted within a node.
    pub edge_labels: Numbers,
    /// The first edge of each node, and the end.
    pub edges: Numbers,
    /// The first call of each node, and the end.
    pub first_calls: Numbers,
    /// Words that methods stand for.
    pub method_words: &'static [&'static str],
    /// The method of each call, sorted within a node.
    pub methods: &'static [u8],
    /// The base of each call.
    pub call_bases: Numbers,
    /// Paths below a base.
    pub paths: Texts,
    /// The path of each call.
    pub call_paths: Numbers,
    /// Where the needs of each call begin among the expressions; `NONE` where they are unclear.
    pub needs: Numbers,
    /// What calls need, in words that `needs.rs` reads.
    pub expressions: &'static [u16],
    /// The list of sources of each call.
    pub from: Numbers,
    pub lists: Lists,
    pub sources: &'static [Source],
    /// What is said of some calls.
    pub unclear: &'static [(u16, &'static str)],
    pub notes: &'static [(u16, &'static str)],
    /// For each service with paths that begin with a module: the segments, in lower case, that no module is called by.
    pub reserved: &'static [(u16, &'static [&'static str])],
}

impl CallTable {
    /// The label of a parameter.
    pub(super) const PARAMETER: &'static str = "{}";

    /// The node of a host of any data centre, with or without `www.`; or of the one that a customer has a name below.
    pub(super) fn host(&self, host: &str) -> Option<usize> {
        let node = |host: &str| self.child(0, host);
        let usual = |host: &str| {
            let at_home = |(domain, usual): &(&str, &str)| Some([below(host, domain)?, usual].concat());
            self.domains.iter().find_map(at_home).unwrap_or_else(|| String::from(host))
        };
        node(host)
            .or_else(|| {
                let host = usual(host);
                let other = || match host.strip_prefix("www.") {
                    Some(bare) => node(bare),
                    None => node(&["www.", &host].concat()),
                };
                node(&host).or_else(other)
            })
            .or_else(|| {
                let (_, parent) = host.split_once('.')?;
                node(parent).or_else(|| node(&self.usual(parent)))
            })
    }

    /// A host as it is in the first data centre.
    pub(super) fn usual(&self, host: &str) -> String {
        let usual = |(domain, usual): &(&str, &str)| Some([below(host, domain)?, usual].concat());
        self.domains.iter().find_map(usual).unwrap_or_else(|| String::from(host))
    }

    /// Whether a host belongs to one of the domains of product hosts, or is one that calls are made to.
    pub(super) fn is_of_data_centre(&self, host: &str) -> bool {
        let is_below = |domain: &str| below(host, domain).is_some();
        self.domains.iter().any(|(domain, usual)| is_below(domain) || is_below(usual)) || self.host(host).is_some()
    }

    pub(super) fn edges_of(&self, node: usize) -> Range<usize> {
        self.edges.get(node).into()..self.edges.get(node + 1).into()
    }

    pub(super) fn calls_of(&self, node: usize) -> Range<u16> {
        self.first_calls.get(node)..self.first_calls.get(node + 1)
    }

    pub(super) fn label(&self, edge: usize) -> &'static str {
        self.labels.get(self.edge_labels.get(edge).into())
    }

    /// The node behind a fixed segment.
    pub(super) fn child(&self, node: usize, segment: &str) -> Option<usize> {
        let edges = self.edges_of(node);
        let edge = partition_point(edges.clone(), |edge| self.label(edge) < segment);
        (!segment.starts_with('{') && edge < edges.end && self.label(edge) == segment).then_some(edge + 1)
    }

    /// The edge of a node that stands for a parameter.
    pub(super) fn parameter(&self, node: usize) -> Option<usize> {
        self.edges_of(node).last().filter(|edge| self.label(*edge) == Self::PARAMETER)
    }

    /// The edges of a node that stand for versions.
    pub(super) fn versions(&self, node: usize) -> Range<usize> {
        let edges = self.edges_of(node);
        let end = self.parameter(node).unwrap_or(edges.end);
        partition_point(edges.start..end, |edge| self.label(edge) < "{")..end
    }

    pub(super) fn ids(&self) -> Range<u16> {
        0..self.first_calls.get(self.first_calls.len() - 1)
    }

    /// The path of a call below its base.
    pub(super) fn path(&self, id: u16) -> &'static str {
        self.paths.get(self.call_paths.get(id.into()).into())
    }

    pub(super) fn method(&self, id: u16) -> &'static str {
        self.method_words[usize::from(self.methods[usize::from(id)])]
    }

    /// Host and path prefix, and the service.
    pub(super) fn base(&self, id: u16) -> (&'static str, u16) {
        self.bases[usize::from(self.call_bases.get(id.into()))]
    }

    /// The first segments that the API of a call has for itself, if its path begins with a module.
    pub(super) fn reserved(&self, id: u16) -> Option<&'static [&'static str]> {
        let service = self.base(id).1;
        let index = self.reserved.binary_search_by_key(&service, |(service, _)| *service).ok()?;
        self.path(id).starts_with("/{").then_some(self.reserved[index].1)
    }

    pub(super) fn needs(&self, id: u16) -> Option<Needs> {
        let index = self.needs.get(id.into());
        let (length, words) = self.expressions.get(usize::from(index)..)?.split_first()?;
        (index != NONE).then(|| Needs::new(&words[..usize::from(*length)]))
    }

    pub(super) fn sources(&'static self, id: u16) -> impl ExactSizeIterator<Item = &'static Source> {
        self.lists.get(self.from.get(id.into()).into()).iter().map(|index| &self.sources[usize::from(index)])
    }
}

/// What stands before a domain in a host of it: nothing, or labels and a dot.
fn below<'h>(host: &'h str, domain: &str) -> Option<&'h str> {
    host.strip_suffix(domain).filter(|before| before.is_empty() || before.ends_with('.'))
}

/// What is said of a call in a list of remarks.
pub(super) fn remark(remarks: &[(u16, &'static str)], id: u16) -> Option<&'static str> {
    remarks.binary_search_by_key(&id, |(id, _)| *id).ok().map(|index| remarks[index].1)
}

/// Whether a segment looks like a version (`v8`, `v2.1`), or like a placeholder for one.
pub(super) fn is_version(segment: &str) -> bool {
    segment.strip_prefix(['v', 'V']).is_some_and(is_version_number)
        || matches!(segment, "{version}" | "{api_version}" | "{api-version}")
}
