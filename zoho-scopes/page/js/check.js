// Checking what was pasted, a list or a text with lists: what is wrong, where, and how to fix it.

const SEVERITIES = ["error", "warning", "note"];

/** Checks what was pasted. */
function check() {
  const text = by("pasted").value;
  if (!text.trim()) {
    by("verdict").textContent = "";
    by("diagnostics").replaceChildren();
    return;
  }
  const { lists, fixed, entries, apiError: refused } = ask({ ask: "check", text });
  by("verdict").textContent = verdict(lists);
  by("verdict").className = lists.every(({ report }) => report.valid) ? "valid" : "invalid";
  by("diagnostics").replaceChildren(
    ...(refused ? [make("p", {}, ...apiError(refused))] : []),
    ...lists.flatMap(({ report }) => marked(report, parts(report.input))),
    actions(text, fixed, entries),
    ...lists.map((list) => findings(list, text)),
  );
}

/** Gives parts of a text by places in bytes. */
function parts(text) {
  const bytes = new TextEncoder().encode(text);
  return (start, end) => new TextDecoder().decode(bytes.subarray(start, end));
}

function verdict(lists) {
  const valid = lists.every(({ report }) => report.valid);
  const read = lists.reduce((sum, { report }) => sum + report.scopes.length, 0);
  const diagnostics = lists.flatMap(({ report }) => report.diagnostics);
  const count = (severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = SEVERITIES.map((severity) => [count(severity), severity]).filter(([number]) => number);
  const said = counts.map(([number, severity]) => counted(number, severity, `${severity}s`)).join(", ");
  const where = lists.length > 1 ? ` in ${lists.length} lists` : "";
  return `${valid ? "Valid" : "Invalid"}: ${counted(read, "scope", "scopes")}${where}${said ? `; ${said}` : ""}`;
}

/** The diagnostics of a list. */
function findings({ start, report }, text) {
  const part = parts(text);
  const items = report.diagnostics.map((diagnostic, place) => findingItem(diagnostic, place, start, part));
  return make("ol", { className: "diagnostics" }, items);
}

/** What was read, each diagnostic marked at its place. */
function marked({ diagnostics }, part) {
  const edges = new Set([0]);
  for (const { span } of diagnostics) span.forEach((edge) => edges.add(edge));
  const sorted = [...edges].sort((a, b) => a - b);
  const pieces = sorted.map((start, place) => {
    const text = part(start, sorted[place + 1]);
    const here = diagnostics.filter(({ span }) => span[0] <= start && start < span[1]);
    if (!here.length || !text) return text;
    const worst = SEVERITIES.find((severity) => here.some((diagnostic) => diagnostic.severity === severity));
    const numbers = here.filter(({ span }) => span[0] === start).map((diagnostic) => diagnostics.indexOf(diagnostic) + 1);
    const number = numbers.length ? make("sup", {}, numbers.join(" ")) : null;
    return make("mark", { className: worst }, number, text);
  });
  return make("pre", { className: "marked", dir: "ltr", tabIndex: 0, ariaLabel: "The list as it was read", attributes: { role: "region" } }, pieces);
}

function actions(text, fixed, entries) {
  const fix = make("button", { type: "button", className: "main" }, "Apply what is certain");
  fix.onclick = () => replace(fixed);
  const add = make("button", { type: "button" }, `Put ${counted(entries.length, "scope", "scopes")} into the basket`);
  add.onclick = () => {
    addAll(entries);
    say(`${picked.length} in the basket`);
  };
  return make("div", { className: "actions" }, fixed === text.trim() || fixed === text ? null : fix, entries.length ? add : null);
}

function findingItem({ code, severity, span, message: words, help, suggestions }, place, start, part) {
  const show = make("button", { type: "button", className: "quiet", ariaLabel: `Show the place of diagnostic ${place + 1}` }, "Show");
  const length = (from, to) => part(from, to).length;
  show.onclick = () => select(length(0, start + span[0]), length(start + span[0], start + span[1]));
  const fixes = suggestions.map(({ span: [from, to], replacement, applicability }) => {
    const label = replacement ? ["Write ", make("code", { dir: "ltr" }, replacement)] : "Leave it out";
    const button = make("button", { type: "button", title: applicability === "certain" ? "it is what was meant" : "it may be what was meant" }, label);
    button.onclick = () => replace(part(0, start + from) + replacement + part(start + to));
    return button;
  });
  return make(
    "li",
    { className: severity },
    make("p", {}, make("strong", { className: "severity" }, severity), " ", make("code", { className: "code" }, code), show),
    make("p", {}, message(words)),
    help ? make("p", { className: "dim" }, message(help)) : null,
    fixes.length ? make("div", { className: "actions" }, fixes) : null,
  );
}

function replace(text) {
  by("pasted").value = text;
  check();
  by("pasted").focus();
}

/** Selects a part of what was pasted. */
function select(start, length) {
  const field = by("pasted");
  field.focus();
  field.setSelectionRange(start, start + length);
}

function startChecking() {
  by("pasted").oninput = check;
  if (hasRules()) return;
  by("pasted").hidden = true;
  by("check-help").textContent = "This page was made without the checker, so it can only look scopes up.";
}
