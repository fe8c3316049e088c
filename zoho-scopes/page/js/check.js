// Checking a pasted list: what is wrong, where, and how to fix it.

const SEVERITIES = ["error", "warning", "note"];

/** Checks what was pasted. */
function check() {
  const text = by("pasted").value;
  if (!text.trim()) {
    by("verdict").textContent = "";
    by("diagnostics").replaceChildren();
    return;
  }
  const { report, fixed, entries, apiError: refused } = ask({ ask: "check", text });
  const input = new TextEncoder().encode(report.input);
  const part = (start, end) => new TextDecoder().decode(input.subarray(start, end));
  by("verdict").textContent = verdict(report);
  by("verdict").className = report.valid ? "valid" : "invalid";
  by("diagnostics").replaceChildren(
    ...(refused ? [make("p", {}, ...apiError(refused))] : []),
    marked(report, part),
    actions(report, fixed, entries),
    make("ol", { className: "diagnostics" }, report.diagnostics.map((diagnostic, place) => findingItem(diagnostic, place, report, part))),
  );
}

function verdict({ valid, scopes: read, diagnostics }) {
  const count = (severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = SEVERITIES.map((severity) => [count(severity), severity]).filter(([number]) => number);
  const said = counts.map(([number, severity]) => counted(number, severity, `${severity}s`)).join(", ");
  return `${valid ? "Valid" : "Invalid"}: ${counted(read.length, "scope", "scopes")}${said ? `; ${said}` : ""}`;
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

function actions(report, fixed, entries) {
  const fix = make("button", { type: "button", className: "main" }, "Apply what is certain");
  fix.onclick = () => replace(fixed);
  const add = make("button", { type: "button" }, `Put ${counted(entries.length, "scope", "scopes")} into the basket`);
  add.onclick = () => {
    addAll(entries);
    say(`${picked.length} in the basket`);
  };
  return make("div", { className: "actions" }, fixed === report.input ? null : fix, entries.length ? add : null);
}

function findingItem({ code, severity, span, message: words, help, suggestions }, place, report, part) {
  const show = make("button", { type: "button", className: "quiet", ariaLabel: `Show the place of diagnostic ${place + 1}` }, "Show");
  show.onclick = () => select(report.input, part(0, span[0]).length, part(span[0], span[1]).length);
  const fixes = suggestions.map(({ span: [start, end], replacement, applicability }) => {
    const label = replacement ? ["Write ", make("code", { dir: "ltr" }, replacement)] : "Leave it out";
    const button = make("button", { type: "button", title: applicability === "certain" ? "it is what was meant" : "it may be what was meant" }, label);
    button.onclick = () => replace(part(0, start) + replacement + part(end));
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

/** Selects a part of what was read in what was pasted. */
function select(input, start, length) {
  const field = by("pasted");
  const offset = Math.max(0, field.value.indexOf(input));
  field.focus();
  field.setSelectionRange(offset + start, offset + start + length);
}

function startChecking() {
  by("pasted").oninput = check;
  if (hasRules()) return;
  by("pasted").hidden = true;
  by("check-help").textContent = "This page was made without the checker, so it can only look scopes up.";
}
