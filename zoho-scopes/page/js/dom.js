// Elements. Texts are only ever set as text: what a catalogue or a list holds is never markup.

const by = (id) => document.getElementById(id);

/** An element with properties, attributes (after `attributes`) and children: elements, texts, or nothing. */
function make(tag, properties = {}, ...children) {
  const { attributes = {}, ...own } = properties;
  const element = Object.assign(document.createElement(tag), own);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A scope as code, which may break behind its dots. Its order on the screen is that of its characters. */
function wire(text) {
  const code = make("code", { className: "wire", dir: "ltr" });
  const segments = text.split(".");
  const last = segments.length - 1;
  segments.forEach((segment, place) => {
    if (place === last) code.append(make("span", { className: "operation" }, segment));
    else if (place === 0) code.append(make("span", { className: "service" }, `${segment}.`), make("wbr"));
    else code.append(`${segment}.`, make("wbr"));
  });
  return code;
}

const scopeLink = (text) => make("a", { href: `#/scope/${encodeURIComponent(text)}` }, wire(text));

/** A link to elsewhere, if it is one; else the text. */
function outward(address) {
  if (!/^https:\/\//.test(address)) return make("code", {}, address);
  const shown = address.replace(/^https:\/\/(www\.)?/, "");
  return make("a", { href: address, rel: "noreferrer noopener", className: "outward" }, shown);
}

/** A message with its `quoted parts` as code. */
function message(text) {
  return text.split("`").map((part, place) => (place % 2 ? make("code", { dir: "ltr" }, part) : part));
}

/** Says something to those who do not see it. */
function say(text) {
  by("said").textContent = text;
}

const counted = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** A button that copies what `text` gives. */
function copyButton(text, what) {
  const button = make("button", { type: "button", className: "quiet", ariaLabel: `Copy ${what}` }, "Copy");
  button.onclick = () => copy(text(), button);
  return button;
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where pages may not, the old way: by selecting.
    const holder = make("textarea", { value: text, className: "unseen" });
    document.body.append(holder);
    holder.select();
    document.execCommand("copy");
    holder.remove();
    button.focus();
  }
  say("Copied");
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = "Copy"), 1500);
}

/** What the browser remembers; nothing where it may not. */
const memory = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(`zoho-scopes.${key}`));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`zoho-scopes.${key}`, JSON.stringify(value));
    } catch {
      // Then it lasts as long as the page.
    }
  },
};
