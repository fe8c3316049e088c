// The rules: the library, compiled to WebAssembly. Without it the page can look up, and no more.

const engine = { exports: null };

async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** Starts the rules with what `site` put in the page; gives the catalogue. */
async function start({ wasm, catalogue, files }) {
  if (!wasm) return catalogue;
  const { instance } = await WebAssembly.instantiate(await unpacked(wasm), {});
  engine.exports = instance.exports;
  for (const { file, json } of files) ask({ ask: "load", file, json });
  return ask({ ask: "catalogue" });
}

/** The answer to a question, as `zoho_scopes_cli::page` defines both. */
function ask(question) {
  const { room, answer, length, memory: heap } = engine.exports;
  const bytes = new TextEncoder().encode(JSON.stringify(question));
  // The memory may grow and move with each call.
  const place = room(bytes.length);
  new Uint8Array(heap.buffer, place, bytes.length).set(bytes);
  const found = answer();
  const text = new TextDecoder().decode(new Uint8Array(heap.buffer, found, length()));
  const value = JSON.parse(text);
  if (value?.error) throw new Error(value.error);
  return value;
}

const hasRules = () => engine.exports !== null;

/** Places of the scopes that words describe, scope name by scope name; without the rules, of those that hold every word. */
function search(text) {
  if (hasRules()) return ask({ ask: "search", text });
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const holds = ({ wire, summary, service }) => {
    const all = `${wire} ${summary} ${services[service].product}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
  return byName(scopes.flatMap((scope, place) => (holds(scope) ? [place] : [])));
}
