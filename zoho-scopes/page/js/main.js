// Addresses, keys, light and dark, and the start.

const VIEWS = ["find", "scope", "check", "calls"];
const THEMES = ["auto", "light", "dark"];

/** Shows what the address asks for. */
function route(isFirst = false) {
  address.drop();
  const [path, query = ""] = location.hash.replace(/^#?\/?/, "").split("?", 2);
  const [view, ...rest] = path.split("/");
  const parameters = new URLSearchParams(query);
  document.body.classList.toggle("on-basket", view === "basket");
  by("basket-title").ariaLevel = view === "basket" ? "1" : "2";
  if (view === "scope") showScope(decoded(rest.join("/")));
  if (view === "check" && parameters.has("list") && hasRules()) replace(parameters.get("list"));
  if (view === "calls" && parameters.has("list") && hasRules()) pasteCalls(parameters.get("list"));
  if (view === "" || view === "find") {
    readAddress(parameters);
    find();
  }
  const name = VIEWS.includes(view) ? view : "find";
  if (view === "basket" && !by("results").children.length) find();
  for (const id of VIEWS) by(id).hidden = id !== name;
  const titles = { scope: decoded(rest.join("/")), check: "Check a list", calls: "From calls", basket: "Basket" };
  document.title = titles[view] ? `${titles[view]} · Zoho OAuth scopes` : "Zoho OAuth scopes";
  for (const link of document.querySelectorAll("nav a")) {
    const isHere = link.dataset.view === (view === "basket" ? "basket" : name);
    if (isHere) link.ariaCurrent = "page";
    else link.removeAttribute("aria-current");
  }
  if (isFirst) return;
  window.scrollTo(0, 0);
  const targets = { "": "search", check: "pasted", calls: "calls-pasted", basket: "basket-title" };
  by(targets[view] ?? `${name}-title`).focus({ preventScroll: true });
}

/** An address is anybody's text, so it may be wrongly encoded. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function key(event) {
  const isTyping = event.target.matches?.("input:not([type=radio]):not([type=checkbox]), textarea, select");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key !== "/") return;
  event.preventDefault();
  if (by("find").hidden) {
    history.pushState(null, "", addressOfSearch());
    route();
  }
  by("search").focus();
  by("search").select();
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  by("theme").textContent = `Theme: ${theme}`;
  memory.set("theme", theme);
}

function startTheme() {
  const remembered = memory.get("theme");
  setTheme(THEMES.includes(remembered) ? remembered : "auto");
  by("theme").onclick = () => {
    setTheme(THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length]);
    say(by("theme").textContent);
  };
}

async function main() {
  startTheme();
  const data = zohoScopesData;
  const catalogue = await start(data);
  ({ scopes, services } = catalogue);
  by("about").textContent = `zoho-scopes ${catalogue.version}, checked ${catalogue.date}. The page works without a network and sends nothing.`;
  if (catalogue.date !== data.date || scopes.length !== data.scopes) {
    by("about").textContent += ` Its checker was built from another catalogue than the program (${data.date}).`;
  }
  startFinding();
  startChecking();
  startCalls();
  startBasket(catalogue.dataCentres);
  route(true);
  window.addEventListener("hashchange", () => route());
  document.addEventListener("keydown", key);
  by("skip").onclick = (event) => {
    event.preventDefault();
    const view = VIEWS.find((id) => !by(id).hidden);
    by(`${view}-title`).focus();
  };
  document.documentElement.dataset.ready = "";
  performance.mark("ready");
}

main();
