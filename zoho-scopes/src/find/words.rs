//! The words by which scopes are known: services under all their names, operations, and words without a dot.

use alloc::vec::Vec;
use core::fmt;

use zoho_scopes_data::{
    classify::without_vendor,
    table::{Service, Tables},
    text::hash::hash,
};

/// What a word says of the service in front of a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    /// Whether it is written as the catalogue writes it.
    pub(super) exact: bool,
    /// Whether hardly anything else is called so, such as an object of some program.
    pub(super) distinctive: bool,
}

/// A table of words without regard to case.
#[derive(Clone)]
pub(super) struct Words {
    slots: Vec<Option<&'static str>>,
    tables: Tables,
    /// The last two letters of services and operations, folded to five bits each: most words end otherwise.
    endings: [u32; 32],
    longest: usize,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("services", &self.slots.iter().flatten().count()).finish_non_exhaustive()
    }
}

impl Words {
    pub(super) fn new(tables: Tables) -> Self {
        let names = |service: Service| {
            let row = service.row();
            [row.name].into_iter().chain(row.aliases.iter().copied()).chain(row.misnomers.iter().copied())
        };
        let services: Vec<&'static str> = tables.services().flat_map(names).filter(|name| !name.is_empty()).collect();
        let mut words = Self {
            slots: alloc::vec![None; (services.len() * 4).next_power_of_two()],
            tables,
            endings: [0; 32],
            longest: services.iter().map(|name| name.len()).max().unwrap_or(0),
        };
        for name in services {
            words.add(name);
        }
        words
    }

    fn add(&mut self, name: &'static str) {
        let mask = self.slots.len() - 1;
        let mut slot = hash(name.as_bytes()) & mask;
        while let Some(known) = self.slots[slot] {
            // The first is the service's own name.
            if known == name {
                return;
            }
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = Some(name);
        if let [.., before, last] = name.as_bytes() {
            self.endings[usize::from(before & 31)] |= 1 << (last & 31);
        }
    }

    /// Whether a service may end in these letters.
    #[inline]
    pub(super) fn may_end(&self, before: u8, last: u8) -> bool {
        self.endings[usize::from(before & 31)] & (1 << (last & 31)) != 0
    }

    /// Whether a word of a text names a service.
    pub(super) fn is_service(&self, word: &[u8]) -> bool {
        self.spelled(word).0
    }

    /// Whether a word names a service, and whether in exactly that spelling.
    fn spelled(&self, word: &[u8]) -> (bool, bool) {
        if word.len() > self.longest {
            return (false, false);
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash(word) & mask;
        let mut found = (false, false);
        while let Some(known) = self.slots[slot] {
            if known.as_bytes().eq_ignore_ascii_case(word) {
                found = (true, found.1 || known.as_bytes() == word);
            }
            slot = (slot + 1) & mask;
        }
        found
    }

    /// What a word says of the service that it names, if it names one, or a product without its spaces.
    pub(super) fn service(&self, word: &str) -> Option<Named> {
        let (known, exact) = self.spelled(word.as_bytes());
        let vendor = has_vendor(word);
        let is_product = || vendor && self.tables.services().any(|service| is_product(service.row().product, word));
        // `WorkDrive` and `SDPOnDemand` are names, `desk` and `profile` words.
        let capitals = word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) && word.len() > 4;
        let distinctive = vendor || (exact && capitals) || word.len() > 10;
        (known || is_product()).then_some(Named { exact, distinctive })
    }

    /// Whether any service uses a word as an operation.
    pub(super) fn is_operation(&self, word: &str) -> bool {
        self.tables.is_operation(word)
    }

    /// Whether a word is a scope without a dot.
    pub(super) fn is_bare(&self, word: &str) -> bool {
        !word.contains('.') && self.tables.find(word).is_some_and(|row| row.wire == word)
    }
}

/// Whether a word is the name of a product without its spaces.
fn is_product(product: &str, word: &str) -> bool {
    let mut letters = product.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let alike = word.bytes().all(|byte| letters.next().is_some_and(|letter| letter.eq_ignore_ascii_case(&byte)));
    alike && letters.next().is_none()
}

/// Whether a word begins with the vendor's name, and says more.
pub(super) fn has_vendor(word: &str) -> bool {
    without_vendor(word).is_some_and(|rest| !rest.is_empty())
}
