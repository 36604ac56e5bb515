/** The languages of documents that may be payloads or schemas of jobs. */
export const JSON_LANGUAGES: readonly string[] = ['json', 'jsonc'];
