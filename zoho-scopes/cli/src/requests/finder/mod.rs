//! Requests in any text: source code of any language, documents, stack traces. It reads each text once, and looks but a
//! little around what may be an address.

mod base;
mod literal;
mod method;
mod surroundings;
mod usual;

use std::ops::Range;

use zoho_scopes::calls::{is_base, is_below_base};

use self::{base::Bases, literal::Literal};
use super::{curl, request::Request};

/// A request that was found.
#[derive(Debug)]
#[cfg_attr(not(feature = "program"), expect(dead_code, reason = "the page wants the requests alone"))]
pub(crate) struct Found {
    /// Where its address begins and ends in the text.
    pub(crate) span: Range<usize>,
    /// The method is empty where the text around does not say it.
    pub(crate) request: Request,
    /// Whether address and method both stand there, rather than being put together.
    pub(crate) is_certain: bool,
}

/// Of a text with more of them the rest is left out.
const MAX_FOUND: usize = 10_000;

/// The requests of a text to hosts of calls, or to paths that calls have, in its order.
pub(crate) fn find(text: &str) -> Vec<Found> {
    let literals = literal::all(text);
    let bases = Bases::of(text, &literals);
    let address = |literal| bases.address(text, literal).map(|(url, is_whole)| (literal, url, is_whole));
    let addresses: Vec<(&Literal, String, bool)> = literals.iter().filter_map(address).collect();
    let places: Vec<Range<usize>> = addresses.iter().map(|(literal, ..)| literal.span.clone()).collect();
    let commands: Vec<curl::Command> = curl::commands(text).collect();
    let mut found: Vec<Found> = Vec::new();
    for (literal, url, is_whole) in addresses {
        if found.len() == MAX_FOUND {
            break;
        }
        let method = match sent_by(&commands, &literal.span, &text[literal.span.clone()]) {
            Some(command) => method::method(&command.method).map(|method| (method, true)),
            None => method::of(text, literal, &places),
        };
        // An address that is given a name and no more is no request, nor is a link to a page.
        let is_request = match method {
            Some((_, true)) => !is_base(&url),
            Some((_, false)) => is_below_base(&url),
            None => is_whole && is_below_base(&url),
        };
        if !is_request {
            continue;
        }
        let is_certain = is_whole && method.is_some_and(|(_, is_beside)| is_beside);
        let request = Request::new(method.map_or("", |(method, _)| method), url);
        found.push(Found { span: literal.span.clone(), request, is_certain });
    }
    found
}

/// The command of curl that sends a request to an address that stands in it.
fn sent_by<'c>(commands: &'c [curl::Command], place: &Range<usize>, address: &str) -> Option<&'c curl::Command> {
    let before = commands.partition_point(|command| command.span.start < place.start);
    let command = commands[..before].last().filter(|command| command.is_whole && place.end <= command.span.end)?;
    command.urls.iter().any(|url| url.contains(address)).then_some(command)
}

/// Whether bytes may hold an address of a call at all.
#[cfg(any(test, feature = "program"))]
pub(crate) fn may_hold(bytes: &[u8]) -> bool {
    let beginnings = base::beginnings();
    let begins = |rest: &[u8]| {
        beginnings.keys().any(|base| rest.strip_prefix(base.as_bytes()).is_some_and(|rest| rest.first() == Some(&b'/')))
    };
    let has_scheme = |place: usize| bytes[place..].starts_with(b"//") && place > 0 && bytes[place - 1] == b':';
    let is_start = |byte: u8| matches!(byte, b'/' | b'"' | b'\'' | b'`');
    let mut places = bytes.iter().enumerate().filter(|(_, byte)| is_start(**byte)).map(|(place, _)| place);
    places.any(|place| has_scheme(place) || begins(&bytes[place + 1..]))
}

#[cfg(test)]
mod tests {
    use super::{find, may_hold};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shown = |found: super::Found| {
            let certain = if found.is_certain { "" } else { " ?" };
            format!("{} {}{certain}", found.request.method, found.request.url)
        };
        assert_eq!(find(text).into_iter().map(shown).collect::<Vec<_>>(), expected, "{text}");
        assert!(expected.is_empty() || may_hold(text.as_bytes()), "{text}");
    }

    #[test]
    fn calls_of_many_languages() {
        let leads = "https://www.zohoapis.com/crm/v8/Leads";
        let get = format!("GET {leads}");
        let post = format!("POST {leads}");
        for text in [
            "requests.get('https://www.zohoapis.com/crm/v8/Leads', headers=h)",
            "await axios.get(\n  \"https://www.zohoapis.com/crm/v8/Leads\",\n)",
            "client->get('https://www.zohoapis.com/crm/v8/Leads')",
            "http.NewRequest(\"GET\", \"https://www.zohoapis.com/crm/v8/Leads\", nil)",
            "http.NewRequest(http.MethodGet, \"https://www.zohoapis.com/crm/v8/Leads\", nil)",
            "var r = await client.GetAsync(\"https://www.zohoapis.com/crm/v8/Leads\");",
            "Request::get(\"https://www.zohoapis.com/crm/v8/Leads\")",
            "new HttpGet(\"https://www.zohoapis.com/crm/v8/Leads\")",
            "requests.request(\"GET\", \"https://www.zohoapis.com/crm/v8/Leads\")",
            "axios({ method: 'get', url: 'https://www.zohoapis.com/crm/v8/Leads' })",
            "{ url: 'https://www.zohoapis.com/crm/v8/Leads', method: 'GET' }",
            "GET https://www.zohoapis.com/crm/v8/Leads 401 (Unauthorized)",
            "I/O error on GET request for \"https://www.zohoapis.com/crm/v8/Leads\": refused",
        ] {
            check(text, &[&get]);
        }
        for text in [
            "fetch('https://www.zohoapis.com/crm/v8/Leads', {\n  method: 'POST',\n})",
            "UrlFetchApp.fetch(\"https://www.zohoapis.com/crm/v8/Leads\", { 'method': 'post' })",
            "curl -X POST 'https://www.zohoapis.com/crm/v8/Leads' -d @x",
            "$client->request('POST', 'https://www.zohoapis.com/crm/v8/Leads', [])",
            "url = \"https://www.zohoapis.com/crm/v8/Leads\"\nr = requests.post(url, json=data)",
            "invokeurl\n[\n url :\"https://www.zohoapis.com/crm/v8/Leads\"\n type :POST\n]",
            "Invoke-RestMethod -Method Post -Uri 'https://www.zohoapis.com/crm/v8/Leads'",
            "HttpRequest.newBuilder(URI.create(\"https://www.zohoapis.com/crm/v8/Leads\")).POST(body)",
        ] {
            check(text, &[&post]);
        }
    }

    #[test]
    fn what_a_client_sends_where_nothing_names_a_method() {
        let agents = "https://desk.zoho.com/api/v1/agents";
        for text in [
            "fetch('AGENTS')",
            "const r = await fetch(\"AGENTS\", { headers: { a: b } });",
            "fetch(new URL(`AGENTS`)).then((r) => r.json())",
            "let url = 'AGENTS';\nfetch(url)",
            "axios(\"AGENTS\").then(show)",
            "urllib.request.urlopen(\"AGENTS\", timeout=3)",
            "json_decode(file_get_contents('AGENTS'))",
            "Invoke-RestMethod -Uri \"AGENTS\" -Headers @{ a = $b }",
            "$r = Invoke-WebRequest 'AGENTS'",
            "wget -qO- AGENTS",
            "curl 'AGENTS' -H 'a: b'",
            "  curl -G AGENTS -d from=1",
            "- `curl AGENTS`",
            "curl -s \\\n  -H \"Authorization: Zoho-oauthtoken $TOKEN\" \\\n  AGENTS | jq .",
            "new Request.Builder().url(\"AGENTS\").header(a, b).build();",
            "HttpRequest.newBuilder()\n    .uri(URI.create(\"AGENTS\"))\n    .build()",
            "invokeurl\n[\n\turl :\"AGENTS\"\n\tconnection:\"desk\"\n];",
        ] {
            check(&text.replace("AGENTS", agents), &[&format!("GET {agents}")]);
        }
        for (text, method) in [
            ("curl AGENTS -d '{\"a\": 1}'", "POST"),
            ("curl -H 'a: get the agents' --data @x.json AGENTS", "POST"),
            ("curl -T file AGENTS", "PUT"),
            ("curl AGENTS -F 'file=@a'\ncurl https://example.com -X DELETE", "POST"),
        ] {
            check(&text.replace("AGENTS", agents), &[&format!("{method} {agents}")]);
        }
        for text in [
            "fetch('AGENTS', options)",
            "fetch('AGENTS', { ...options })",
            "fetch('AGENTS', { body })",
            "urlopen('AGENTS', data)",
            "file_get_contents('AGENTS', false, $context)",
            "Invoke-RestMethod @settings -Uri 'AGENTS'",
            "wget --post-data=a AGENTS",
            "refetch('AGENTS')",
            "call('AGENTS')",
            "invokeurl [ url: \"AGENTS\" type: kind ]",
            "the curl of AGENTS",
        ] {
            check(&text.replace("AGENTS", agents), &[&format!(" {agents} ?")]);
        }
    }

    #[test]
    fn a_method_belongs_to_one_call() {
        let (leads, contacts) = ("https://www.zohoapis.com/crm/v8/Leads/1", "https://www.zohoapis.com/crm/v8/Contacts");
        let (put, get) = (format!("PUT {leads}"), format!("GET {contacts}"));
        for text in [
            "await fetch(\"LEADS\", {method: \"PUT\"});\nawait fetch(\"CONTACTS\");",
            "fetch(\"LEADS\", {method: \"PUT\"})\nfetch(\"CONTACTS\")",
            "Promise.all([fetch(\"LEADS\", {method: \"PUT\"}), fetch(\"CONTACTS\")])",
            "fetch(new URL(\"LEADS\"), {method: \"PUT\"}); fetch(new URL(\"CONTACTS\"))",
            "fetch(\"LEADS\", {method: \"PUT\"}).then(() => fetch(\"CONTACTS\"))",
        ] {
            check(&text.replace("LEADS", leads).replace("CONTACTS", contacts), &[&put, &get]);
        }
        check(
            "call('/crm/v8/Contacts', 'DELETE')\ncall('/crm/v8/Deals', method='POST')\ncall('/crm/v8/Leads')",
            &["DELETE /crm/v8/Contacts", "POST /crm/v8/Deals", " /crm/v8/Leads ?"],
        );
        check(
            "Request.Builder().url('/crm/v8/Leads/1').delete().build()\nRequest.Builder().put(body).url('/crm/v8/Leads')",
            &["DELETE /crm/v8/Leads/1", "PUT /crm/v8/Leads"],
        );
        check(
            "request.httpMethod = \"POST\"\nAF.request(\"https://desk.zoho.com/api/v1/agents\").response { }",
            &["POST https://desk.zoho.com/api/v1/agents ?"],
        );
        check("session.delete(other)\ncall('/crm/v8/Leads')", &[" /crm/v8/Leads ?"]);
        check(
            "url = '/crm/v8/Leads'\nrequests.post(url)\nurl = '/crm/v8/Deals'\nrequests.get(url)",
            &["POST /crm/v8/Leads", "GET /crm/v8/Deals"],
        );
    }

    #[test]
    fn what_is_closed_or_not_of_the_call_says_no_method() {
        let [one, two] = ["agents", "tickets"].map(|path| format!("https://desk.zoho.com/api/v1/{path}"));
        let check = |text: &str, expected: &[&str]| {
            let put = |text: &str| text.replace("ONE", &one).replace("TWO", &two);
            let expected: Vec<String> = expected.iter().map(|expected| put(expected)).collect();
            check(&put(text), &expected.iter().map(String::as_str).collect::<Vec<_>>());
        };
        for text in [
            "requests.post(\n    headers={\"o\": os.environ.get(\"org\")},\n    url=\"ONE\",\n)",
            "client.request(\n    method=\"POST\",\n    headers={\"o\": env.get(\"org\")},\n    url=\"ONE\")",
            "axios({\n  headers: { a: tokens.get(id) },\n  url: \"ONE\",\n  method: \"post\",\n})",
            "const t = store.get('t') || ''\nconst r = await api('ONE', { method: 'POST' })",
            "await getTransport().send(\"ONE\", { method: \"POST\" })",
            "Request.Builder().url(\"ONE\").addHeader(\"a\", headers.get(\"b\")).post(b).build()",
            "Request.Builder().addHeader(\"a\", headers.get(\"b\")).url(\"ONE\").post(b)",
            "# curl isn't available here\nr = requests.post(\"ONE\", json=x)",
        ] {
            check(text, &["POST ONE"]);
        }
        for text in [
            "x = params.get(\"a\") if a else b\nr = requests.request(m, \"ONE\")",
            "req = urllib.request.Request(\"ONE\", data=body)\nurllib.request.urlopen(req)",
            "urlopen(Request(\"ONE\", headers=h), data)",
            "urlopen(\"ONE\", json.dumps(x, default=str).encode())",
            "url = \"ONE\"\nsend(url, x)\nurl = other\nrequests.post(url)",
            "url = \"ONE\"\ncache.delete(url)\nawait axios.post(url, body)",
            "URL = \"ONE\"\ndef a(): return requests.get(URL)\ndef b(): return requests.post(URL, x)",
            "\"curl --location 'ONE' \\\\\\n--data-raw '{}'\"",
            "curl -X $METHOD ONE\ncurl -X DELETE https://example.com/x",
            "See `ONE`\r\n\r\nmethod: POST",
            "curl_setopt($ch, CURLOPT_URL, \"ONE\");\ncurl_setopt($ch, CURLOPT_POST, false);",
            "地址url = \"ONE\"",
        ] {
            check(text, &[" ONE ?"]);
        }
        check("AGENTS = \"ONE\"\nr = requests.request(\"POST\", \"TWO\")", &[" ONE ?", "POST TWO"]);
        check("- List: ONE\n- Create (method POST): TWO", &[" ONE ?", "POST TWO"]);
        check("- url: ONE\n  auth: a\n- method: POST\n  url: TWO", &[" ONE ?", "POST TWO"]);
        check("{\"url\": \"ONE\", \"a\": 1},\n{\"method\": \"POST\", \"url\": \"TWO\"}", &[" ONE ?", "POST TWO"]);
        for text in [
            "a:\n  url: ONE\n  method: get\nb:\n  url: TWO\n  method: post",
            "$a = Invoke-RestMethod \"ONE\" -Headers $h\n$b = Invoke-RestMethod -Method Post \"TWO\" -Headers $h",
            "wget -O a ONE\ncurl -X POST TWO",
        ] {
            check(text, &["GET ONE", "POST TWO"]);
        }
        check("使用fetch(\"ONE\")", &["GET ONE"]);
        check("<pre>curl &quot;ONE&quot; -H 'a: b'</pre>\nPOST TWO", &[" ONE ?", "POST TWO"]);
        check(
            "STRIPE = 'https://api.stripe.com/v1'\nBOOKS = 'https://www.zohoapis.com/books/v3'\nstripe.post('/charges')",
            &[],
        );
        check("fetch(HOST + \"/crm/v8/Leads\")", &["GET /crm/v8/Leads"]);
    }

    #[test]
    fn addresses_that_are_put_together() {
        check(
            "requests.get('https://www.zohoapis.com/crm/v8/' + module + '/' + id)",
            &["GET https://www.zohoapis.com/crm/v8/{x}/{x}"],
        );
        check(
            "axios.delete(`https://desk.zoho.${dc}/api/v1/tickets/${t.id}`)",
            &["DELETE https://desk.zoho.com/api/v1/tickets/{id}"],
        );
        check(
            "BASE = 'https://www.zohoapis.eu/books/v3'\nrequests.put(f'{BASE}/invoices/{id}')",
            &["PUT https://www.zohoapis.eu/books/v3/invoices/{id} ?"],
        );
        check(
            "BASE = 'https://www.zohoapis.eu/books/v3'\nrequests.put(BASE + '/invoices/' + id)",
            &["PUT https://www.zohoapis.eu/books/v3/invoices/{x} ?"],
        );
        check(
            "const api = axios.create({ baseURL: 'https://desk.zoho.com/api/v1' });\napi.get('/tickets');",
            &["GET https://desk.zoho.com/api/v1/tickets ?"],
        );
        check(
            "HOSTS = { us: 'https://desk.zoho.com/api/v1', eu: 'https://desk.zoho.eu/api/v1' }\nclient.get('/tickets')",
            &["GET https://desk.zoho.com/api/v1/tickets ?"],
        );
        check("@DELETE(\"crm/v8/Leads/{id}\")\nvoid delete(String id);", &["DELETE /crm/v8/Leads/{id} ?"]);
        check("this.get(`/invoice/${API_VERSION}/items`)", &["GET /invoice/{API_VERSION}/items"]);
        check("this.get('/crm/v8/settings/fields')", &["GET /crm/v8/settings/fields"]);
        check(
            "requests.get(\"https://www.zohoapis.com/crm/v8/%s/%d\" % (m, i))",
            &["GET https://www.zohoapis.com/crm/v8/{x}/{x}"],
        );
    }

    #[test]
    fn what_is_no_call() {
        for text in [
            "",
            "https://",
            "://",
            "'/",
            "\"https://www.zohoapis.com\"",
            "see https://www.zoho.com/crm/developer/docs/api/v8/scopes.html",
            "import x from '/components/crm'",
            "'https://example.com/crm/v8/Leads'",
            "API = 'https://www.zohoapis.com/crm/v8'",
            "https://accounts.zoho.com/oauth/v2/token",
            "GET https://sheet.zoho.com/help/api/v2",
            "get('/billing/help/product-catalog/subscription-items/addons.html')",
            "requests.get('https://cliq.zoho.com/api/v2/...')",
            "BASE = 'https://www.zohoapis.com/books/v3'\nrequests.get(f'{BASE}/{endpoint}')",
            "fetch(`https://www.zohoapis.com/crm/v8/settings/${requestPath}`)",
            "show('https://cliq.zoho.com/meeting/1CI1MFX2BATW');\nconst options = { method: 'POST' };",
            "import { Client } from 'crm/v8/client';",
            "Route::put('/invoice/{shortCode}', save)",
            "BASE = 'https://www.zohoapis.in'\n@app.get('/health')\ndef health(): ...",
        ] {
            check(text, &[]);
        }
        find(&"'https://www.zohoapis.com/crm/v8/' + ".repeat(2000));
        find(&"\"${".repeat(20_000));
    }
}
