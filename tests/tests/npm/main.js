import { readFileSync } from "node:fs";
import { validate } from "zoho-scopes";

const lists = JSON.parse(readFileSync("lists.json", "utf8"));
for (const list of lists) console.log(JSON.stringify(await validate(list)));
