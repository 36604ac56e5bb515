/** The languages of documents that may be payloads or schemas of jobs; `jsonl` is VS Code's for .jsonl and .ndjson. */
export const JSON_LANGUAGES: readonly string[] = ['json', 'jsonc', 'jsonl'];
