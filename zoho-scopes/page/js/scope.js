// One scope: all that is known of it.

const SHORT = 8;

/** Shows the scope that a text spells. */
function showScope(text) {
  const view = by("scope");
  const details = explained(text);
  if (!details) {
    view.replaceChildren(
      make("h1", { id: "scope-title", tabIndex: -1 }, wire(text)),
      make("p", {}, "This is not a scope of the catalogue. "),
      hasRules() ? make("p", {}, make("a", { href: `#/check?list=${encodeURIComponent(text)}` }, "See what is wrong with it")) : null,
    );
    return;
  }
  const scope = scopes[details.place];
  view.replaceChildren(
    make("p", { className: "crumbs" }, serviceLink(scope)),
    make("div", { className: "title" }, make("h1", { id: "scope-title", tabIndex: -1 }, wire(scope.wire)), pickButton(scope.wire, true)),
    make("p", { className: "lead" }, make("bdi", {}, scope.summary)),
    standing(scope, details),
    ...[
      operations(details),
      related("Covers", "a token with this scope may do all of these", details.covers),
      related("Covered by", "each of these allows all that this scope does", details.coveredBy),
      related("May cover", "no source says yes or no", details.mayCover),
      needs(details),
      opensCalls(details),
      writing(scope, details),
      sources(scope, details),
    ].filter(Boolean),
  );
}

/** What the rules know; without them, what the list has. */
function explained(text) {
  if (!hasRules()) {
    const place = scopes.findIndex((scope) => scope.wire.toLowerCase() === text.toLowerCase());
    return place < 0 ? null : { place, operations: [], covers: [], coveredBy: [], mayCover: [], requires: [], calls: [], sources: [] };
  }
  try {
    return ask({ ask: "scope", wire: text });
  } catch {
    return null;
  }
}

function serviceLink(scope) {
  const { service, product } = serviceOf(scope);
  return make("a", { href: `#/?service=${encodeURIComponent(service)}` }, make("bdi", {}, product));
}

/** How sure it is. */
function standing(scope, { reason, since, replacement }) {
  const line = [make("strong", { className: `status ${scope.status}` }, scope.status), `: ${STATUSES[scope.status]}`];
  return make(
    "div",
    { className: "standing" },
    make("p", {}, line),
    reason ? make("p", {}, make("bdi", {}, reason), since ? ` (since ${since})` : "") : null,
    replacement ? make("p", {}, "Use ", scopeLink(replacement), " instead.") : null,
  );
}

function operations({ operations: places, name, opens }) {
  if (!places.length) return null;
  const rows = places.map((place) => {
    const { wire: text, operation, summary } = scopes[place];
    const cells = [pickButton(text), make("a", { href: `#/scope/${encodeURIComponent(text)}` }, operation), make("bdi", {}, summary)];
    return make("tr", {}, cells.map((cell) => make("td", {}, cell)), make("td", {}, statusMark(scopes[place])));
  });
  const headings = ["Pick", "Operation", "Permits", "Status"].map((text) => make("th", { scope: "col" }, make("span", { className: "unseen" }, text)));
  return part(
    "Operations",
    [make("code", { dir: "ltr" }, name), " opens ", make("bdi", {}, opens)],
    make("table", { className: "operations" }, make("thead", {}, make("tr", {}, headings)), make("tbody", {}, rows)),
  );
}

function related(title, note, places) {
  if (!places.length) return null;
  const item = (place) => make("li", {}, pickButton(scopes[place].wire), scopeLink(scopes[place].wire));
  return part(`${title} ${places.length}`, note, ...short(places.map(item), "related"));
}

/** The first items of a list, and the rest behind a line that opens. */
function short(items, className) {
  const list = (some) => make("ul", { className }, some);
  if (items.length <= SHORT + 1) return [list(items)];
  const rest = items.slice(SHORT);
  return [list(items.slice(0, SHORT)), make("details", {}, make("summary", {}, `and ${rest.length} more`), list(rest))];
}

function opensCalls({ calls }) {
  if (!calls.length) return null;
  const items = calls.map((call) => make("li", {}, callCode(call)));
  return part(`Opens ${counted(calls.length, "call", "calls")}`, "alone or with other scopes", ...short(items, "calls"));
}

function needs({ requires }) {
  if (!requires.length) return null;
  const items = requires.map((text) => make("li", {}, pickButton(text), scopeLink(text)));
  return part("Needs also", "calls with this scope ask for these too", make("ul", { className: "related" }, items));
}

function writing({ wire: text }, { rust }) {
  const forms = [["wire form", text], ["constant", rust], ["macro", rust && `scope!("${text}")`]].filter(([, form]) => form);
  const rows = forms.map(([label, form]) =>
    make("tr", {}, make("th", { scope: "row" }, label), make("td", {}, make("code", { dir: "ltr" }, form)), make("td", {}, copyButton(() => form, label))),
  );
  return part("How to write it", null, make("table", { className: "forms" }, make("tbody", {}, rows)));
}

function sources(scope, details) {
  const items = details.sources.map(({ address, kind, shows, seen }) =>
    make("li", {}, outward(address), make("span", { className: "dim" }, ` ${kind}, ${shows}, seen ${seen}`)),
  );
  const { docs, checked, completeness, unread } = serviceOf(scope);
  const why = unread.length ? ` (not read: ${unread.join("; ")})` : "";
  const lacks = completeness === "complete" ? "" : `; the catalogue may lack scopes of the service${why}`;
  const note = ["Checked on ", checked, lacks, ". Documentation: ", outward(docs)];
  return part("Sources", note, items.length ? make("ul", { className: "sources" }, items) : null);
}

function part(title, note, ...content) {
  return make("section", {}, make("h2", {}, title), note ? make("p", { className: "dim" }, note) : null, ...content);
}
