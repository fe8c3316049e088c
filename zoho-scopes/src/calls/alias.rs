//! Other addresses of bases, such as the host of a product with a path of its own there.

use alloc::{borrow::Cow, string::String};

use super::{address::Address, generated::CALLS, table::is_version};

impl Address<'_> {
    /// The same address below the base that its own stands for; none where it is no alias. The version is the request's.
    pub(super) fn at_home(&self) -> Option<Self> {
        let own = |(alias, base): &(&'static str, &'static str)| {
            let (above, below) = self.segments.split_at(self.length_of(alias)?);
            let version = above.iter().find(|segment| is_version(segment));
            let (host, path) = base.split_once('/').unwrap_or((base, ""));
            let fill = |segment: &'static str| match version {
                Some(version) if is_version(segment) => version.clone(),
                _ => Cow::Borrowed(segment),
            };
            let path = path.split('/').filter(|segment| !segment.is_empty()).map(fill);
            Some(Self { host: Some(String::from(host)), segments: path.chain(below.iter().cloned()).collect() })
        };
        CALLS.aliases.iter().find_map(own)
    }

    /// Whether all of it is the beginning of an alias: the host alone, or a part of the path.
    pub(super) fn begins_alias(&self) -> bool {
        CALLS.aliases.iter().any(|(alias, _)| {
            let (host, path) = alias.split_once('/').unwrap_or((alias, ""));
            let mut path = path.split('/').filter(|segment| !is_version(segment));
            let mut own = self.segments.iter().filter(|segment| !is_version(segment));
            self.is_host(host) && own.all(|segment| path.next() == Some(segment))
        })
    }

    /// How many segments an alias takes up. What lacks its version is a page, or another API.
    fn length_of(&self, alias: &str) -> Option<usize> {
        let (host, path) = alias.split_once('/').unwrap_or((alias, ""));
        if !self.is_host(host) {
            return None;
        }
        let path = || path.split('/').filter(|segment| !segment.is_empty());
        let own = self.segments.get(..path().count())?;
        let is_like = |(own, other): (&Cow<'_, str>, &str)| own == other || (is_version(own) && is_version(other));
        own.iter().zip(path()).all(is_like).then_some(own.len())
    }

    /// Whether the host is this one, in whatever data centre, with or without `www.`. Requests to other hosts are most, and
    /// cost one comparison.
    fn is_host(&self, usual: &str) -> bool {
        fn bare(host: &str) -> &str {
            host.strip_prefix("www.").unwrap_or(host)
        }
        let usual = bare(usual);
        let is_it = |host: &str| {
            host.split('.').next() == usual.split('.').next() && (host == usual || CALLS.usual(host) == usual)
        };
        self.host.as_deref().map(bare).is_some_and(is_it)
    }
}
