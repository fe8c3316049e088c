//! Other addresses of bases, such as the host of a product with a path of its own there.

use alloc::{
    borrow::{Cow, ToOwned},
    string::String,
    vec::Vec,
};

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
        let mut own = self.segments.iter().filter(|segment| !is_version(segment));
        CALLS.aliases.iter().any(|(alias, _)| {
            let (host, path) = alias.split_once('/').unwrap_or((alias, ""));
            let mut path = path.split('/').filter(|segment| !is_version(segment));
            self.is_host(host) && own.all(|segment| path.next() == Some(segment))
        })
    }

    /// How many segments an alias takes up. What lacks its version is a page, or another API.
    fn length_of(&self, alias: &str) -> Option<usize> {
        let (host, path) = alias.split_once('/').unwrap_or((alias, ""));
        let path: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let own = self.segments.get(..path.len())?;
        let is_like = |(own, other): (&Cow<'_, str>, &&str)| own == other || (is_version(own) && is_version(other));
        (own.iter().zip(&path).all(is_like) && self.is_host(host)).then_some(path.len())
    }

    /// Whether the host is this one, in whatever data centre, with or without `www.`.
    fn is_host(&self, usual: &str) -> bool {
        let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
        let first = |host: &str| host.split('.').next() == bare(usual).split('.').next();
        let is_it = |host: String| first(&host) && (host == bare(usual) || CALLS.usual(&host) == bare(usual));
        self.host.as_deref().is_some_and(|host| is_it(bare(host)))
    }
}
