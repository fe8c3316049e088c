/** A list: one text as people paste it, or its scopes. */
export type List = string | Iterable<string>;

/** How to read a list, as the options of the program's `check` say it. */
export interface ValidateOptions {
  /** `lax` (what people paste) unless said otherwise; `strict` for your own settings, `granted` for token responses. */
  policy?: "strict" | "lax" | "granted";
  /** What to do about scopes that the catalogue does not know. */
  unknown?: "deny" | "warn" | "allow";
  /** Codes of diagnostics that are errors, such as `other-case`; `warnings` are all warnings. */
  deny?: string[];
  /** Codes of diagnostics that are left out. */
  allow?: string[];
}

export interface FmtOptions {
  /** Fix what is certainly misspelled. */
  fix?: boolean;
  /** Leave out what another entry covers. */
  dropCovered?: boolean;
}

/** The functions without promises; they throw an `Error` where a list cannot be used. */
export interface Engine {
  validate(list: List, options?: ValidateOptions): Report;
  validateAll(content: string, options?: ValidateOptions): Report[];
  validateFile(file: string, content: string, options?: ValidateOptions): FileReport[];
  fmt(list: List, options?: FmtOptions): InWireForm;
  covers(granted: List, required: List): Coverage;
  needs(calls: List): Needs;
  search(words: string): Scope[];
  explain(scope: string): Explained | null;
}

/** What the WebAssembly can be loaded from. */
export type Source = ArrayBuffer | ArrayBufferView | Response | WebAssembly.Module;

/** Loads the rules, once; from `source` if it is given. */
export function load(source?: Source | Promise<Source>): Promise<Engine>;
/** What is wrong with a list, and what it holds. */
export function validate(list: List, options?: ValidateOptions): Promise<Report>;
/** The same for each list of a text, of which there is one at least. */
export function validateAll(content: string, options?: ValidateOptions): Promise<Report[]>;
/** The same for each list of a file: a setting of a YAML, TOML or .env file, source code, Markdown. */
export function validateFile(file: string, content: string, options?: ValidateOptions): Promise<FileReport[]>;
/** A list in wire form, sorted, without repeats. */
export function fmt(list: List, options?: FmtOptions): Promise<InWireForm>;
/** Whether granted scopes cover those that are required. */
export function covers(granted: List, required: List): Promise<Coverage>;
/** The minimal scopes for API calls such as `GET /crm/v8/org/currencies`: an array, or one a line. */
export function needs(calls: List): Promise<Needs>;
/** Scopes by name, product or description, best first. */
export function search(words: string): Promise<Scope[]>;
/** All that is known of a scope. */
export function explain(scope: string): Promise<Explained | null>;
