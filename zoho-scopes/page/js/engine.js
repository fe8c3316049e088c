// The rules: the library, compiled to WebAssembly. Without it the page can look up, and no more.

const engine = { exports: null };

// RFC 1924.
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

/** The bytes that base 85 writes: five digits for four bytes; of the last ones only as many digits as are needed. */
function bytesOf(base85) {
  const values = new Map([...DIGITS].map((digit, value) => [digit, value]));
  const missing = (5 - (base85.length % 5)) % 5;
  const digits = base85 + DIGITS.at(-1).repeat(missing);
  const bytes = new DataView(new ArrayBuffer((digits.length / 5) * 4));
  for (let at = 0; at < digits.length; at += 5) {
    let number = 0;
    for (let digit = at; digit < at + 5; digit += 1) number = number * 85 + values.get(digits[digit]);
    bytes.setUint32((at / 5) * 4, number);
  }
  return new Uint8Array(bytes.buffer, 0, bytes.byteLength - missing);
}

async function unpacked(base85) {
  const stream = new Blob([bytesOf(base85)]).stream().pipeThrough(new DecompressionStream("gzip"));
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
