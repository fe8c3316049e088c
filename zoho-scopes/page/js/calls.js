// API calls that were pasted: the minimal list for them, and why each scope is in it.

/** A method and a path as code, which may break behind slashes. */
function callCode(text) {
  const code = make("code", { className: "call", dir: "ltr" });
  for (const segment of text.split(/(?<=\/)/)) code.append(segment, make("wbr"));
  return code;
}

/** What was pasted, answered. */
function showNeeds() {
  const text = by("calls-pasted").value;
  const { needs, failure } = text.trim() ? answered(text) : {};
  by("calls-verdict").textContent = failure ?? (needs ? needsVerdict(needs) : "");
  by("needs").replaceChildren(...(needs ? [basketOf(needs), remarks(needs), needed(needs)].filter(Boolean) : []));
}

/** What the calls of a text need, or why it cannot be read. */
function answered(text) {
  try {
    return { needs: ask({ ask: "calls", text }) };
  } catch (error) {
    return { failure: error.message };
  }
}

function needsVerdict({ calls, scopes: list, unknown, moreUnknown: more, unclear }) {
  const errors = [[unknown.length + more, "unknown"], [unclear.length, "unclear"]].filter(([count]) => count);
  const said = errors.map(([count, what]) => `; ${count} ${what}`).join("");
  return `${counted(calls, "call", "calls")}, ${counted(list.length, "scope", "scopes")} needed${said}`;
}

function basketOf({ scopes: list }) {
  if (!list.length) return null;
  const add = make("button", { type: "button", className: "main" }, `Put ${counted(list.length, "scope", "scopes")} into the basket`);
  add.onclick = () => {
    addAll(list.map(({ text }) => text));
    say(`${picked.length} in the basket`);
  };
  return make("div", { className: "actions" }, add);
}

/** What is unknown, doubtful or unclear. */
function remarks({ unknown, moreUnknown: more, typos, unclear, elsewhere, apiError: refused, exact }) {
  const line = (severity, ...said) => make("li", { className: `diagnostic ${severity}` }, ...said);
  const items = [
    ...(refused ? [line("note", ...apiError(refused))] : []),
    ...unknown.map((request) => line("error", message(request.message), request.help ? ["; ", message(request.help)] : null, ...guessed(request))),
    ...(elsewhere ? [line("note", `${counted(elsewhere, "request", "requests")} to other hosts, or answered with 404, left out`)] : []),
    ...(more ? [line("error", `${counted(more, "more request", "more requests")} for which no call is known`)] : []),
    ...typos.map(({ call, meant }) => line("warning", "taken for ", callCode(call), "; did you mean ", callCode(meant), "?")),
    ...unclear.map(({ call, reason, open }) => line("warning", "unclear: ", callCode(call), ": ", ...whyUnclear(reason, open))),
    ...(exact ? [] : [line("note", "so many calls hang together that a narrower list may exist")]),
  ];
  return items.length ? make("ul", { className: "remarks", ariaLabel: "Remarks" }, items) : null;
}

/** The service of a request that is not known, and scopes that it may need. */
function guessed({ service, guesses }) {
  if (!service) return [];
  const scopesOf = guesses.flatMap((text, place) => [place ? ", " : "; a guess: ", scopeLink(text)]);
  return ["; it goes to ", make("bdi", {}, service), ", and the call is not in the catalogue", ...scopesOf];
}

/** What an error of an API means, and what to do. */
function apiError({ code, cause, remedy }) {
  return ["This is an error of Zoho's, ", make("code", { dir: "ltr" }, code), ": ", message(cause), "; ", message(remedy)];
}

function whyUnclear(reason, open) {
  if (reason) return [message(reason)];
  return ["the request does not fill ", ...open.flatMap((pattern, place) => [place ? ", " : "", wire(pattern)])];
}

/** Each scope with the calls that need it. */
function needed({ scopes: list }) {
  const item = ({ text, summary, calls }) =>
    make(
      "li",
      {},
      make("div", { className: "entry" }, scopeLink(text), pickButton(text)),
      make("p", { className: "dim" }, make("bdi", {}, summary)),
      short(calls.map((call) => make("li", {}, callCode(call))), "calls"),
    );
  return list.length ? make("ol", { className: "needed", ariaLabel: "Scopes needed" }, list.map(item)) : null;
}

function pasteCalls(text) {
  by("calls-pasted").value = text;
  showNeeds();
}

function startCalls() {
  by("calls-pasted").oninput = showNeeds;
  if (hasRules()) return;
  by("calls-pasted").hidden = true;
  by("calls-help").textContent = "This page was made without the rules, so it can only look scopes up.";
}
