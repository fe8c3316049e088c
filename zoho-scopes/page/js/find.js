// Diagnostic: words and filters, and the list of what fits.

let scopes = [];
let services = [];
/** What fits now: for each scope name the places of its scopes, and how much of it is shown. */
let found = [];
let shown = 0;

/** A screenful and more, drawn within a frame. */
const STEP = 40;
const FILTERS = ["service", "operation", "status"];
const STATUSES = {
  documented: "an official table, list, call description or code has it, or Zoho's server accepted it",
  observed: "only integrators or public code have it",
  disputed: "an official example alone has it, Zoho's server refused it, refusals are reported, or sources contradict each other",
  deprecated: "on its way out",
};

const serviceOf = (scope) => services[scope.service];

function fillFilters() {
  const count = (key) => {
    const counts = new Map();
    for (const scope of scopes) counts.set(key(scope), (counts.get(key(scope)) ?? 0) + 1);
    return counts;
  };
  const option = (value, label) => make("option", { value }, label);
  const perService = count((scope) => scope.service);
  const byProduct = [...perService.keys()].sort((a, b) => services[a].product.localeCompare(services[b].product));
  by("service").append(
    option("", "any"),
    ...byProduct.map((place) => option(services[place].service, `${services[place].product} (${services[place].service})`)),
  );
  const operations = [...count((scope) => scope.operation?.toUpperCase())].filter(([word]) => word);
  operations.sort((a, b) => b[1] - a[1]);
  by("operation").append(option("", "any"), ...operations.map(([word]) => option(word, word)));
  by("status").append(option("", "any"), ...Object.keys(STATUSES).map((status) => option(status, status)));
}

/** Shows what fits the words and the filters. */
function find() {
  const text = by("search").value.trim();
  const [service, operation, status] = FILTERS.map((id) => by(id).value);
  const isFiltered = service || operation || status;
  if (!text && !isFiltered) return showServices();
  const fits = (scope) =>
    (!service || serviceOf(scope).service === service) &&
    (!operation || scope.operation?.toUpperCase() === operation) &&
    (!status || scope.status === status);
  const names = text ? search(text) : byName([...scopes.keys()]);
  found = names.map((places) => places.filter((place) => fits(scopes[place]))).filter((places) => places.length);
  by("count").textContent = found.length
    ? `${counted(found.flat().length, "scope", "scopes")} of ${counted(found.length, "name", "names")}`
    : "Nothing found. Fewer or other words may help.";
  by("results").className = "";
  by("results").replaceChildren();
  shown = 0;
  showMore();
}

function showMore() {
  const next = found.slice(shown, shown + STEP);
  by("results").append(...next.map((places) => row(...places.map((place) => scopes[place]))));
  shown += next.length;
  by("more").hidden = shown >= found.length;
  rove(by("results").querySelector("li"));
}

/** Places that follow each other and are of one scope name, together. */
function byName(places) {
  const nameOf = (place) => scopes[place].wire.replace(/\.[^.]*$/, "").toLowerCase();
  const names = [];
  for (const place of places) {
    const last = names.at(-1);
    if (last && nameOf(last[0]) === nameOf(place)) last.push(place);
    else names.push([place]);
  }
  return names;
}

/** The row of a scope name: the scope that is meant, and the operations beside it. */
function row(scope, ...others) {
  const link = (other) => make("a", { className: "other", href: `#/scope/${encodeURIComponent(other.wire)}`, tabIndex: -1 }, other.operation);
  const pick = pickButton(scope.wire);
  pick.tabIndex = -1;
  return make(
    "li",
    { className: isPicked(scope.wire) ? "chosen" : "" },
    pick,
    make("a", { href: `#/scope/${encodeURIComponent(scope.wire)}`, tabIndex: -1 }, wire(scope.wire)),
    make("span", { className: "summary" }, make("bdi", {}, scope.summary), " ", make("span", { className: "others" }, ...others.map(link))),
    statusMark(scope),
  );
}

/** Nothing for what is documented: that is the rule. */
function statusMark({ status }) {
  return status === "documented" ? null : make("span", { className: `status ${status}`, title: STATUSES[status] }, status);
}

/** With nothing asked, the services. */
function showServices() {
  found = [];
  const counts = services.map(() => 0);
  for (const scope of scopes) counts[scope.service] += 1;
  const order = [...services.keys()].filter((place) => counts[place]);
  order.sort((a, b) => services[a].product.localeCompare(services[b].product));
  by("count").textContent = `${counted(scopes.length, "scope", "scopes")} of ${order.length} services`;
  by("results").className = "services";
  by("results").replaceChildren(
    ...order.map((place) => {
      const { service, product, summary } = services[place];
      const link = make("a", { href: `#/?service=${encodeURIComponent(service)}`, title: summary }, make("bdi", {}, product));
      return make("li", {}, link, make("span", { className: "dim" }, String(counts[place])));
    }),
  );
  by("more").hidden = true;
}

/** Of the rows one at a time is reached by Tab; arrows move between them. */
function rove(item) {
  if (!item || !found.length) return;
  for (const control of by("results").querySelectorAll("[tabindex='0']")) control.tabIndex = -1;
  for (const control of item.querySelectorAll("button, a")) control.tabIndex = 0;
}

function moveTo(item) {
  if (!item) return;
  rove(item);
  item.querySelector("button, a").focus();
  item.scrollIntoView({ block: "nearest" });
}

function keyInResults(event) {
  const item = event.target.closest("li");
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
  const steps = {
    ArrowDown: () => {
      if (!item.nextElementSibling) showMoreOnce();
      moveTo(item.nextElementSibling);
    },
    ArrowUp: () => (item.previousElementSibling ? moveTo(item.previousElementSibling) : by("search").focus()),
    ArrowRight: () => item.querySelector("a").click(),
    Home: () => moveTo(item.parentElement.firstElementChild),
    End: () => moveTo(item.parentElement.lastElementChild),
    Escape: () => by("search").focus(),
  };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  step();
}

function showMoreOnce() {
  if (shown < found.length) showMore();
}

/** Writes the address once typing rests: browsers allow so many changes and no more. */
const address = {
  timer: 0,
  rest() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), 250);
  },
  write() {
    this.drop();
    history.replaceState(null, "", addressOfSearch());
  },
  drop() {
    clearTimeout(this.timer);
    this.timer = 0;
  },
};

/** The address holds what is asked, so that it can be shared. */
function addressOfSearch() {
  const query = new URLSearchParams();
  if (by("search").value.trim()) query.set("q", by("search").value.trim());
  for (const id of FILTERS) if (by(id).value) query.set(id, by(id).value);
  return `#/${query.size ? `?${query}` : ""}`;
}

function readAddress(query) {
  if ((query.get("q") ?? "") !== by("search").value.trim()) by("search").value = query.get("q") ?? "";
  for (const id of FILTERS) by(id).value = query.get(id) ?? "";
  for (const id of FILTERS) if (by(id).selectedIndex < 0) by(id).value = "";
}

function startFinding() {
  fillFilters();
  const changed = () => {
    find();
    address.rest();
  };
  by("search").oninput = changed;
  for (const id of FILTERS) by(id).onchange = changed;
  by("search-form").onsubmit = (event) => {
    event.preventDefault();
    moveTo(by("results").firstElementChild);
  };
  by("search").onkeydown = (event) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      moveTo(by("results").firstElementChild);
    }
  };
  by("results").onkeydown = keyInResults;
  by("results").onclick = () => address.timer && address.write();
  by("results").addEventListener("focusin", (event) => rove(event.target.closest("li")));
  by("more").onclick = () => {
    const last = by("results").lastElementChild;
    showMore();
    moveTo(last.nextElementSibling);
  };
}
