//! The set of known scopes, what is known of each, and looking texts up.

pub(crate) mod columns;
pub(crate) mod format;
pub(crate) mod index;
pub(crate) mod layer;
#[cfg(feature = "json")]
pub(crate) mod overlay;
pub(crate) mod scope;
pub(crate) mod search;
pub(crate) mod service;
pub(crate) mod source;

#[cfg(feature = "json")]
pub use overlay::{Fault, Faults};
pub use scope::{Covers, Scope};
pub use service::{ScopeName, Service};
pub use source::{Completeness, Kind, Shows, Source, Status};

use core::fmt;

use crate::{
    catalogue::{
        format::{DISPUTED, STATUS, fills_hole, hash},
        index::{Plain, Spelt},
        layer::{Doubtful, Layer},
    },
    set::Admitted,
};

/// The scopes that are known, with what is known of each.
///
/// ```
/// use zoho_scopes::{Catalogue, ZohoCliq};
///
/// let catalogue = Catalogue::builtin();
/// assert_eq!(catalogue.find("zohocliq.channels.read"), Some(ZohoCliq::Channels::READ.scope()));
/// assert_eq!(catalogue.service("ZohoCliq").map(|service| service.product()), Some("Zoho Cliq"));
/// ```
#[derive(Clone, Copy)]
pub struct Catalogue {
    /// Later ones are asked where earlier ones know nothing.
    layers: &'static [&'static Layer],
}

impl Catalogue {
    /// The catalogue that this library is built with.
    #[must_use]
    pub const fn builtin() -> Self {
        static BUILTIN: [&Layer; 1] = [&crate::services::LAYER];
        Self { layers: &BUILTIN }
    }

    pub(crate) const fn of(layers: &'static [&'static Layer]) -> Self {
        Self { layers }
    }

    #[cfg(feature = "json")]
    pub(crate) const fn layers(&self) -> &'static [&'static Layer] {
        self.layers
    }

    /// The scope that `text` spells, in its wire form, another official spelling, or another case.
    ///
    /// Where two scopes differ in case alone, only their exact spellings find them.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Scope> {
        match self.look_up(text) {
            LookUp::Scope(scope, _) => Some(scope),
            LookUp::Twins(..) | LookUp::Nothing => None,
        }
    }

    /// The service that `word` spells in any case.
    #[must_use]
    pub fn service(&self, word: &str) -> Option<Service> {
        let exact = self.services().find(|service| service.as_str() == word);
        exact.or_else(|| self.services().find(|service| service.is_spelt(word)))
    }

    /// The services, sorted without regard to case.
    pub fn services(&self) -> impl Iterator<Item = Service> {
        let of_layer = |layer: &'static Layer| (0u16..).zip(layer.services).map(move |(id, _)| Service::new(layer, id));
        self.layers.iter().flat_map(move |layer| of_layer(layer))
    }

    /// The scopes, without patterns, in output order.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> {
        self.scopes_and_patterns().filter(|scope| !scope.is_pattern())
    }

    /// The scopes and the patterns, in output order.
    pub(crate) fn scopes_and_patterns(&self) -> impl Iterator<Item = Scope> {
        let of_layer = |layer: &'static Layer| (0u16..).zip(layer.scopes).map(move |(id, _)| Scope::new(layer, id));
        self.layers.iter().flat_map(move |layer| of_layer(layer))
    }

    /// The day on which any of the facts were last checked, `YYYY-MM-DD`.
    #[must_use]
    pub fn date(&self) -> &'static str {
        self.layers.iter().map(|layer| layer.date).max().unwrap_or_default()
    }

    pub(crate) fn look_up(&self, text: &str) -> LookUp {
        let hash = hash(text.as_bytes());
        if let Some((scope, spelt)) = self.find_exactly(hash, text.as_bytes()) {
            return LookUp::Scope(scope, spelt);
        }
        let folded = |layer: &&'static Layer| layer.find_folded(hash, text).map(|ids| (*layer, ids));
        let Some((layer, (first, second))) = self.layers.iter().find_map(folded) else { return LookUp::Nothing };
        let scope = Scope::new(layer, first);
        match second {
            Some(second) => LookUp::Twins(scope, Scope::new(layer, second)),
            None if scope.is_official(text) => LookUp::Scope(scope, Spelt::Alias),
            None => LookUp::Scope(scope, Spelt::OtherCase),
        }
    }

    /// The scope that has exactly this spelling; `hash` is that of the text.
    fn find_exactly(&self, hash: usize, text: &[u8]) -> Option<(Scope, Spelt)> {
        let exactly =
            |layer: &&'static Layer| layer.find_exactly(hash, text).map(|(id, spelt)| (Scope::new(layer, id), spelt));
        self.layers.iter().find_map(exactly)
    }

    /// The scope that has exactly this wire form, if there is nothing to say about it.
    #[inline]
    pub(crate) fn find_plain(&self, text: &[u8]) -> Option<Scope> {
        let hash = hash(text);
        for layer in self.layers {
            match layer.find_plain(hash, text) {
                Plain::Row(row) => return (row.marks & STATUS < DISPUTED).then(|| Scope::of(row)),
                Plain::Other => return None,
                Plain::Nothing => {}
            }
        }
        None
    }

    /// The wire form that a known misspelling means.
    pub(crate) fn mistake(&self, text: &str) -> Option<Scope> {
        let mistakes = self.layers.iter().flat_map(|layer| layer.mistakes);
        let means = mistakes.filter(|(wrong, _)| wrong.eq_ignore_ascii_case(text)).map(|(_, means)| *means).next()?;
        self.find(means)
    }

    /// Why a scope is left out on purpose.
    pub(crate) fn doubtful(&self, text: &str) -> Option<&'static Doubtful> {
        self.layers.iter().flat_map(|layer| layer.doubtful).find(|doubtful| doubtful.scope.eq_ignore_ascii_case(text))
    }

    /// The pattern that admits a text which no scope spells.
    pub(crate) fn admit<'a>(&self, text: &'a str) -> Option<Admitted<'a>> {
        let (name, operation) = text.rsplit_once('.')?;
        let offered = |scope: &Scope| scope.operation().is_some_and(|word| word.eq_ignore_ascii_case(operation));
        self.pattern(name)?.scopes().find(offered).map(|pattern| Admitted::new(pattern, text))
    }

    /// The pattern that a text without its operation fits.
    pub(crate) fn pattern(&self, text: &str) -> Option<ScopeName> {
        let (service, name) = text.split_once('.')?;
        let services = self.services().filter(|known| known.is_spelt(service));
        let mut patterns = services.flat_map(Service::names).filter(|known| known.is_pattern());
        patterns.find(|known| admits(*known, name, |word| self.is_operation(word)))
    }

    /// Whether any service uses this word as an operation.
    pub(crate) fn is_operation(&self, word: &str) -> bool {
        self.layers.iter().flat_map(|layer| layer.operations).any(|known| known.eq_ignore_ascii_case(word))
    }
}

/// What a text spells.
pub(crate) enum LookUp {
    /// One scope.
    Scope(Scope, Spelt),
    /// Two scopes that case alone tells apart, and the text is neither.
    Twins(Scope, Scope),
    /// No scope.
    Nothing,
}

/// Whether a name fits a pattern: one segment for the hole, no operation word and nothing catalogued.
fn admits(pattern: ScopeName, name: &str, is_operation: impl Fn(&str) -> bool) -> bool {
    let segments = || pattern.as_str().split('.').zip(name.split('.'));
    let is_hole = |segment: &str| segment.starts_with('{');
    let same_length = pattern.as_str().split('.').count() == name.split('.').count();
    let fits = segments().all(|(segment, found)| {
        if is_hole(segment) { fills_hole(found) && !is_operation(found) } else { segment.eq_ignore_ascii_case(found) }
    });
    same_length && fits && {
        let hole_end: usize =
            segments().take_while(|(segment, _)| !is_hole(segment)).map(|(_, found)| found.len() + 1).sum();
        let filled = segments().find(|(segment, _)| is_hole(segment)).map_or(0, |(_, found)| found.len());
        let upto = &name[..hole_end + filled];
        !pattern.service().names().any(|known| {
            let start = known.as_str().get(..upto.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(upto))
                && matches!(known.as_str().as_bytes().get(upto.len()), None | Some(b'.'))
        })
    }
}

impl Scope {
    /// Whether `text`, which spells this scope without regard to case, is an official spelling of it:
    /// another spelling of the service before the rest of the wire form.
    fn is_official(self, text: &str) -> bool {
        let rest = |text: &'_ str| text.split_once('.').map(|(_, rest)| alloc::string::String::from(rest));
        let word = text.split('.').next().unwrap_or_default();
        self.owner().aliases().contains(&word) && rest(text) == rest(self.as_str())
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Catalogue({} scopes, {})", self.scopes().count(), self.date())
    }
}
