import { readFile } from "node:fs/promises";

import { functions } from "./engine.js";

export const { load, validate, validateAll, validateFile, fmt, covers, needs, search, explain } = functions(() =>
  readFile(new URL("./zoho_scopes.wasm", import.meta.url)),
);
