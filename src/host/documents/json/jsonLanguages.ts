import type { DocumentFilter } from 'vscode';

/** The languages of documents that may be payloads or schemas of jobs. */
export const JSON_LANGUAGES: readonly string[] = ['json', 'jsonc'];

/** Every document of these languages, saved or not. */
export const jsonDocuments: readonly DocumentFilter[] = JSON_LANGUAGES.map((language) => ({ language }));
