import { covers, explain, fmt, load, needs, search, validate, type Diagnostic } from "zoho-scopes";

const { diagnostics } = await validate(["ZohoCliq.Chanels.READ"], { policy: "strict" });
const first: Diagnostic | undefined = diagnostics[0];
const start: number | undefined = first?.suggestions[0]?.span[0];
const texts: (string | null | undefined)[] = [
  (await fmt("openid", { dropCovered: true })).scopes[0],
  (await covers("openid", ["openid"])).by["openid"]?.[0],
  (await needs("GET /crm/v8/org")).scopes[0]?.text,
  (await search("crm"))[0]?.replacement,
  (await explain("openid"))?.coveredBy[0],
];
const report = (await load()).validate("openid");
// @ts-expect-error there is no such policy
void validate("openid", { policy: "loose" });
export { report, start, texts };
