//! Files of calls as one static tree: the host, then a segment of the path at each step.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::tables::{lists, source_of, texts};
use crate::{
    files::{
        Catalogue, Rows, TooLarge,
        calls::{
            Calls, Described, METHODS, Segment, base, domains,
            model::{CallFile, Needs},
            parameters, path,
        },
        columns::{self, TextColumn},
        model::Source,
    },
    table::{
        columns::Numbers,
        format::{ALL, ANY, FILLED, NONE, OPEN},
    },
};

/// Generates `static CALLS`, in which scopes are the ids that [`generate`](super::generate()) gives them.
///
/// # Errors
///
/// More calls than 16 bits count.
///
/// # Panics
///
/// If what so many calls need, or say of themselves, is more than 16 bits count.
pub fn calls(calls: &Calls, catalogue: &Catalogue, root: &TokenStream) -> Result<TokenStream, TooLarge> {
    let rows = catalogue.rows()?;
    let mut table = Table::new(catalogue, &rows);
    let mut tree = Node::default();
    for call in calls.iter() {
        let (host, segments) = base(call.base());
        let below = segments.iter().chain(&path(call.path)).map(Segment::label).collect::<Vec<_>>();
        let node = below.into_iter().fold(tree.child(host.to_owned()), Node::child);
        node.calls.push(call);
    }
    let count = calls.iter().count();
    if count >= usize::from(OPEN) || tree.size() >= usize::from(OPEN) {
        return Err(TooLarge { count });
    }
    table.add_tree(&tree);
    table.add_reserved(calls);
    table.aliases =
        calls.files().iter().flat_map(|file| file.aliases.iter()).map(|(alias, of)| (alias, &*of.of)).collect();
    Ok(table.tokens(&quote!(#root::__private::v1)))
}

/// A step of the tree.
#[derive(Default)]
struct Node<'a> {
    children: BTreeMap<String, Node<'a>>,
    calls: Vec<Described<'a>>,
}

impl<'a> Node<'a> {
    fn child(&mut self, label: String) -> &mut Node<'a> {
        self.children.entry(label).or_default()
    }

    fn size(&self) -> usize {
        self.children.values().map(|child| 1 + child.size()).sum()
    }
}

/// The columns of the generated table.
struct Table<'a> {
    rows: &'a Rows<'a>,
    ids: HashMap<&'a str, u16>,
    catalogue: &'a Catalogue,
    /// The label of each edge.
    labels: Vec<&'a str>,
    edges: Vec<u16>,
    first_calls: Vec<u16>,
    bases: Vec<(&'a str, u16)>,
    aliases: Vec<(&'a str, &'a str)>,
    calls: Vec<Described<'a>>,
    call_bases: Vec<u16>,
    needs: Vec<u16>,
    from: Vec<u16>,
    expressions: Vec<u16>,
    expression_places: HashMap<Vec<u16>, u16>,
    lists: Vec<Vec<u16>>,
    sources: Vec<&'a Source>,
    reserved: Vec<(u16, Vec<String>)>,
}

impl<'a> Table<'a> {
    fn new(catalogue: &'a Catalogue, rows: &'a Rows<'a>) -> Self {
        let ids = (0u16..).zip(&rows.scopes).map(|(id, row)| (row.wire.as_str(), id)).collect();
        Self {
            rows,
            ids,
            catalogue,
            labels: Vec::new(),
            edges: Vec::new(),
            first_calls: Vec::new(),
            bases: Vec::new(),
            aliases: Vec::new(),
            calls: Vec::new(),
            call_bases: Vec::new(),
            needs: Vec::new(),
            from: Vec::new(),
            expressions: Vec::new(),
            expression_places: HashMap::new(),
            lists: Vec::new(),
            sources: Vec::new(),
            reserved: Vec::new(),
        }
    }

    fn add_reserved(&mut self, calls: &Calls) {
        for file in calls.files() {
            let found = self.catalogue.services().iter().find(|service| service.service == file.service);
            let words: Vec<String> = found.map(|found| file.reserved_segments(found)).into_iter().flatten().collect();
            if !words.is_empty() {
                self.reserved.push((self.service(file), words));
            }
        }
        self.reserved.sort();
    }

    /// The id of the service whose calls a file has.
    fn service(&self, file: &CallFile) -> u16 {
        small(self.rows.services.iter().position(|row| row.service.service == file.service).unwrap_or_default())
    }

    /// Numbers the nodes breadth first, so that the children of one follow each other, and the node that
    /// edge `n` leads to is node `n + 1`.
    fn add_tree(&mut self, tree: &'a Node<'a>) {
        let mut queue = VecDeque::from([tree]);
        while let Some(node) = queue.pop_front() {
            self.edges.push(small(self.labels.len()));
            self.first_calls.push(small(self.calls.len()));
            for (label, child) in &node.children {
                self.labels.push(label);
                queue.push_back(child);
            }
            let mut calls = node.calls.clone();
            calls.sort_by_key(|call| call.method);
            for call in calls {
                self.add_call(call);
            }
        }
        self.edges.push(small(self.labels.len()));
        self.first_calls.push(small(self.calls.len()));
    }

    fn add_call(&mut self, call: Described<'a>) {
        let base = (call.base(), self.service(call.file));
        self.call_bases.push(index(&mut self.bases, base));
        let needs = call.call.needs.as_ref().map_or(NONE, |needs| self.expression(needs, call.path));
        self.needs.push(needs);
        let sources = call.source_keys().iter().filter_map(|key| call.file.sources.get(key));
        let list = sources.map(|source| self.source(source)).collect();
        self.from.push(index(&mut self.lists, list));
        self.calls.push(call);
    }

    fn source(&mut self, source: &'a Source) -> u16 {
        let same = |other: &&Source| {
            other.address == source.address
                && other.retrieved == source.retrieved
                && other.kind == source.kind
                && other.evidence == source.evidence
        };
        let index = self.sources.iter().position(same).unwrap_or_else(|| {
            self.sources.push(source);
            self.sources.len() - 1
        });
        small(index)
    }

    /// Where the needs of a call begin among the expressions; those that are alike stand there once.
    fn expression(&mut self, needs: &Needs, path: &str) -> u16 {
        // Their length comes first.
        let mut words = vec![0];
        self.write(needs, path, &mut words);
        words[0] = small(words.len() - 1);
        if let Some(index) = self.expression_places.get(&words) {
            return *index;
        }
        let index = small(self.expressions.len());
        self.expressions.extend(&words);
        self.expression_places.insert(words, index);
        index
    }

    fn write(&self, needs: &Needs, path: &str, words: &mut Vec<u16>) {
        match needs {
            Needs::Scope(scope) => match self.ids.get(scope.as_str()) {
                Some(id) if !scope.contains('{') => words.push(*id),
                _ => self.write_pattern(scope, path, words),
            },
            Needs::Any(parts) | Needs::All(parts) => {
                words.extend([if matches!(needs, Needs::Any(_)) { ANY } else { ALL }, small(parts.len())]);
                for part in parts {
                    self.write(part, path, words);
                }
            }
        }
    }

    fn write_pattern(&self, scope: &str, path: &str, words: &mut Vec<u16>) {
        let wire = self.catalogue.pattern(scope).map(|pattern| pattern.wire()).unwrap_or_default();
        let id = self.ids.get(wire.as_str()).copied().unwrap_or_default();
        match parameters(path)
            .position(|parameter| scope.split('.').any(|segment| segment == format!("{{{parameter}}}")))
        {
            Some(parameter) => words.extend([FILLED, small(parameter), id]),
            None => words.extend([OPEN, id]),
        }
    }

    fn tokens(&self, format: &TokenStream) -> TokenStream {
        let Self { labels, calls, .. } = self;
        let domains = domains().unwrap_or_default();
        let domains = domains.iter().map(|(domain, usual)| quote!((#domain, #usual)));
        let bases = self.bases.iter().map(|(base, service)| {
            let service = number(*service);
            quote!((#base, #service))
        });
        let aliases = self.aliases.iter().map(|(alias, base)| quote!((#alias, #base)));
        let methods = Literal::byte_string(&calls.iter().map(|call| method(call.method)).collect::<Vec<u8>>());
        let method_words = METHODS;
        let (labels, edge_labels) = distinct(labels);
        let (paths, call_paths) = distinct(&calls.iter().map(|call| call.path).collect::<Vec<_>>());
        let sources = self.sources.iter().map(|source| source_of(source));
        let lists = lists(&columns::lists(self.lists.iter().map(|list| list.iter().copied())));
        let [unclear, notes] = [
            remarks(calls.iter().map(|call| call.call.unclear.as_deref())),
            remarks(calls.iter().map(|call| call.call.note.as_deref())),
        ];
        let expressions = column(&self.expressions);
        let [edges, first_calls, call_bases, needs, from] =
            [&self.edges, &self.first_calls, &self.call_bases, &self.needs, &self.from]
                .map(|column| numbers(columns::numbers(column.iter().copied())));
        let reserved = self.reserved.iter().map(|(service, words)| {
            let service = number(*service);
            quote!((#service, &[#(#words),*]))
        });
        quote! {
            /// Every call, as a tree.
            #[allow(clippy::all, clippy::pedantic)]
            pub(crate) static CALLS: #format::CallTable = {
                use #format as v1;
                v1::CallTable {
                    domains: &[#(#domains),*],
                    bases: &[#(#bases),*],
                    aliases: &[#(#aliases),*],
                    labels: #labels,
                    edge_labels: #edge_labels,
                    edges: #edges,
                    first_calls: #first_calls,
                    method_words: &[#(#method_words),*],
                    methods: #methods,
                    call_bases: #call_bases,
                    paths: #paths,
                    call_paths: #call_paths,
                    needs: #needs,
                    expressions: #expressions,
                    from: #from,
                    lists: #lists,
                    sources: &[#(#sources),*],
                    unclear: #unclear,
                    notes: #notes,
                    reserved: &[#(#reserved),*],
                }
            };
        }
    }
}

/// Each text once, in order, and which of them stands at each place.
fn distinct(all: &[&str]) -> (TokenStream, TokenStream) {
    let once: BTreeSet<&str> = all.iter().copied().collect();
    let once: Vec<&str> = once.into_iter().collect();
    let places = all.iter().map(|text| small(once.partition_point(|other| other < text)));
    let (once, places) = (TextColumn::of(once.iter().copied()).leak(), columns::numbers(places));
    (texts(&once), numbers(places))
}

/// The place of an item, which is added if it is new.
fn index<T: PartialEq>(items: &mut Vec<T>, item: T) -> u16 {
    let index = items.iter().position(|other| *other == item).unwrap_or_else(|| {
        items.push(item);
        items.len() - 1
    });
    small(index)
}

/// A count or a place in a column. One that does not fit is a table that cannot be made, not one that says something else.
fn small(count: usize) -> u16 {
    match u16::try_from(count) {
        Ok(count) if count < NONE => count,
        _ => panic!("a table of calls counts to {NONE}, and needs {count}"),
    }
}

fn method(word: &str) -> u8 {
    METHODS.iter().position(|known| *known == word).and_then(|index| u8::try_from(index).ok()).unwrap_or_default()
}

fn numbers(numbers: Numbers) -> TokenStream {
    let bytes = Literal::byte_string(numbers.0);
    quote!(v1::Numbers(#bytes))
}

fn column(numbers: &[u16]) -> TokenStream {
    let numbers = numbers.iter().map(|n| number(*n));
    quote!(&[#(#numbers),*])
}

fn number(id: u16) -> TokenStream {
    let id = Literal::u16_unsuffixed(id);
    quote!(#id)
}

/// What is said of few calls, with their numbers.
fn remarks<'t>(texts: impl Iterator<Item = Option<&'t str>>) -> TokenStream {
    let remarks = (0u16..).zip(texts).filter_map(|(id, text)| {
        let (id, text) = (number(id), text?);
        Some(quote!((#id, #text)))
    });
    quote!(&[#(#remarks),*])
}

#[cfg(test)]
mod tests {
    use super::{NONE, small};

    #[test]
    fn what_fits() {
        assert_eq!(small(usize::from(NONE) - 1), NONE - 1);
    }

    #[test]
    #[should_panic(expected = "a table of calls counts to")]
    fn what_does_not_fit_is_no_table() {
        small(usize::from(NONE));
    }
}
