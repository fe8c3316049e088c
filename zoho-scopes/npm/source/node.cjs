"use strict";

const names = ["load", "validate", "validateAll", "validateFile", "fmt", "covers", "needs", "search", "explain"];
for (const name of names) {
  exports[name] = async (...given) => (await import("./node.js"))[name](...given);
}
