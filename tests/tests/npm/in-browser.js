// Serves this folder to a headless Chromium, and prints what the package answered there: in the page, and in a worker.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";

const types = { ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
const answer = `
  import { validate } from "/node_modules/zoho-scopes/index.js";
  const lists = await (await fetch("/lists.json")).json();
  const answers = [];
  for (const list of lists) answers.push(await validate(list));
`;
const texts = {
  "/": `<!doctype html><title>test</title><script>
    const post = (found) => fetch("/", { method: "POST", body: JSON.stringify(found) });
    onerror = (message) => post({ error: String(message) });
    onunhandledrejection = ({ reason }) => post({ error: String(reason) });
  </script><script type="module">
    ${answer}
    const worker = new Worker("/worker.js", { type: "module" });
    worker.onmessage = ({ data }) => post({ page: answers, worker: data });
    worker.onerror = ({ message }) => post({ error: String(message) });
  </script>`,
  "/worker.js": `${answer} postMessage(answers);`,
};

// It goes with this folder, into which helpers of the browser still write when that has ended.
const profile = resolve("profile");
let browser;
const server = createServer((request, response) => {
  if (request.method === "POST") {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      response.end();
      console.log(body);
      browser.kill();
      server.close();
      server.closeAllConnections();
    });
    return;
  }
  try {
    const text = texts[request.url] ?? readFileSync(join(".", request.url));
    response.setHeader("content-type", types[extname(request.url)] ?? "text/html").end(text);
  } catch {
    response.writeHead(404).end();
  }
});
server.listen(0, "127.0.0.1", () => {
  const address = `http://127.0.0.1:${server.address().port}/`;
  const options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  browser = spawn("chromium", [...options, `--user-data-dir=${profile}`, address], { stdio: "ignore" });
});
setTimeout(() => {
  console.error("the browser did not answer");
  browser?.kill();
  process.exit(1);
}, 120_000).unref();
