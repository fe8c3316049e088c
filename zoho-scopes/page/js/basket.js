// The basket: scopes that were picked, what is to be said of them, and the list they make.

let picked = [];
/** The list in its forms, as the rules write it. */
let forms = { comma: "", rust: "", json: "" };

const isPicked = (text) => picked.includes(text);

/** A button that puts a scope into the basket, or takes it out. */
function pickButton(text, isLong = false) {
  const button = make("button", { type: "button", className: isLong ? "pick long main" : "pick" });
  button.dataset.pick = text;
  button.onclick = () => toggle(text);
  showPicked(button);
  return button;
}

function showPicked(button) {
  const text = button.dataset.pick;
  const isIn = isPicked(text);
  button.classList.toggle("in", isIn);
  button.closest("li")?.classList.toggle("chosen", isIn);
  if (button.classList.contains("long")) {
    button.textContent = isIn ? "Take out of basket" : "Put into basket";
    button.ariaLabel = `${button.textContent}: ${text}`;
  } else {
    button.ariaPressed = String(isIn);
    button.ariaLabel = `Pick ${text}`;
  }
}

function toggle(text) {
  setBasket(isPicked(text) ? picked.filter((other) => other !== text) : [...picked, text]);
  say(isPicked(text) ? `${text} picked, ${picked.length} in the basket` : `${text} taken out, ${picked.length} in the basket`);
}

function addAll(texts) {
  setBasket([...new Set([...picked, ...texts])]);
}

function setBasket(texts) {
  const basket = inOrder(texts);
  picked = basket.entries.map(({ text }) => text);
  forms = basket;
  memory.set("basket", picked);
  by("basket-count").textContent = picked.length ? ` ${picked.length}` : "";
  by("basket-title").textContent = picked.length ? `Basket, ${counted(picked.length, "scope", "scopes")}` : "Basket";
  by("basket-empty").hidden = picked.length > 0;
  by("written").hidden = by("clear").hidden = picked.length === 0;
  keepFocus(by("picked"), () => by("picked").replaceChildren(...basket.entries.map(entry)));
  showActions(basket);
  for (const button of document.querySelectorAll("button[data-pick]")) showPicked(button);
  write();
}

/** What the rules make of some texts; without them, the texts. */
function inOrder(texts) {
  if (hasRules()) return ask({ ask: "basket", entries: texts });
  const sorted = [...texts].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase()));
  const entries = sorted.map((text) => ({ text, diagnostics: [], requires: [] }));
  const rust = `scopes![\n${sorted.map((text) => `    ${JSON.stringify(text)},\n`).join("")}]`;
  return { entries, minimised: sorted, comma: sorted.join(","), rust, json: JSON.stringify(sorted, null, 2) };
}

function entry({ text, diagnostics, requires }) {
  const out = make("button", { type: "button", className: "out", ariaLabel: `Take ${text} out` });
  out.onclick = () => toggle(text);
  return make(
    "li",
    {},
    make("div", { className: "entry" }, scopeLink(text), out),
    // The entry stands above, so what is said of it need not name it.
    diagnostics.map(({ severity, message: words, help }) => {
      const said = words.startsWith(`\`${text}\` `) ? words.slice(text.length + 3) : words;
      return make("p", { className: `diagnostic ${severity}` }, message(said), help ? ["; ", message(help)] : null);
    }),
    requires.map((needed) => {
      const add = make("button", { type: "button", className: "quiet", ariaLabel: `Add ${needed}` }, "Add");
      add.onclick = () => addAll([needed]);
      return make("p", { className: "diagnostic note" }, "needs ", make("code", { dir: "ltr" }, needed), " also ", add);
    }),
  );
}

function showActions({ entries, minimised }) {
  const count = entries.length - minimised.length;
  const leaveOut = make("button", { type: "button" }, `Leave out ${count} redundant`);
  leaveOut.onclick = () => {
    setBasket(minimised);
    say(`${counted(count, "scope", "scopes")} left out`);
    by("basket-title").focus();
  };
  by("basket-actions").replaceChildren(...(count > 0 ? [leaveOut] : []));
}

/** Keeps the focus near where it was while a list is made again. */
function keepFocus(list, change) {
  const place = [...list.children].findIndex((item) => item.contains(document.activeElement));
  change();
  if (place < 0) return;
  const item = list.children[Math.min(place, list.children.length - 1)];
  (item?.querySelector("button.out") ?? by("basket-title")).focus();
}

/** Writes the list in the chosen form. */
function write() {
  const form = document.querySelector("input[name=form]:checked").value;
  by("client").hidden = form !== "url";
  by("output").value = form === "url" ? authorizationUrl() : forms[form];
}

function authorizationUrl() {
  if (!picked.length) return "";
  return ask({
    ask: "authorize",
    entries: picked,
    dataCentre: by("data-centre").value,
    clientId: by("client-id").value,
    redirectUri: by("redirect-uri").value,
    offline: by("offline").checked,
  });
}

function startBasket(dataCentres) {
  by("data-centre").append(...dataCentres.map(({ code, name, accounts }) => make("option", { value: code }, `${name} (${accounts})`)));
  for (const control of by("written").querySelectorAll("input, select")) control.oninput = write;
  by("copy").onclick = () => copy(by("output").value, by("copy"));
  by("clear").onclick = () => {
    setBasket([]);
    by("basket-title").focus();
  };
  by("redirect-uri").value = "https://example.com/callback";
  if (!hasRules()) document.querySelector("input[value=url]").closest("label").hidden = true;
  const remembered = memory.get("basket");
  setBasket(Array.isArray(remembered) ? remembered.filter((text) => typeof text === "string") : []);
}
