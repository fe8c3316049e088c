// The rules: the library, compiled to WebAssembly. A question goes in, an answer comes out, both JSON.

/** The functions of the package, over an instance of the WebAssembly. */
export function engine({ exports }) {
  const ask = (question) => {
    const bytes = new TextEncoder().encode(JSON.stringify(question));
    // The memory may grow and move with each call.
    const place = exports.room(bytes.length);
    new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
    const found = exports.answer();
    const answer = new Uint8Array(exports.memory.buffer, found, exports.length());
    const value = JSON.parse(new TextDecoder().decode(answer));
    if (typeof value?.error === "string") throw new Error(value.error);
    return value;
  };
  return {
    validate: (list, options = {}) => ask({ ask: "validate", text: text(list), options }),
    validateAll: (content, options = {}) => ask({ ask: "validate-all", text: content, options }),
    validateFile: (file, content, options = {}) => ask({ ask: "validate-file", file, text: content, options }),
    fmt: (list, options = {}) => ask({ ask: "format", text: text(list), ...options }),
    covers: (granted, required) => ask({ ask: "covers", granted: text(granted, " "), required: text(required) }),
    needs: (calls) => ask({ ask: "calls", text: text(calls, "\n") }),
    search: (words) => ask({ ask: "find", text: words }),
    explain: (scope) => ask({ ask: "describe", scope }),
  };
}

/** A list as one text. */
function text(list, separator = ",") {
  return typeof list === "string" ? list : [...list].join(separator);
}

/** An instance of what `load` was given. */
export async function instance(source) {
  source = await source;
  if (typeof Response === "function" && source instanceof Response) source = await source.arrayBuffer();
  const loaded = await WebAssembly.instantiate(source, {});
  return loaded.instance ?? loaded;
}

/** The exports of the package, where `source` gives the WebAssembly unless another is given. */
export function functions(source) {
  let loaded;
  const load = async (other) => {
    if (other !== undefined) return engine(await instance(other));
    loaded ??= instance(source()).then(engine);
    return loaded;
  };
  const later =
    (name) =>
    async (...given) =>
      (await load())[name](...given);
  const names = ["validate", "validateAll", "validateFile", "fmt", "covers", "needs", "search", "explain"];
  return { load, ...Object.fromEntries(names.map((name) => [name, later(name)])) };
}
