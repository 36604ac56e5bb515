import type { DocumentFilter, TextDocument } from 'vscode';
import { languages, workspace } from 'vscode';
import { extractLanguageIds } from '../../contributions';

/** The documents that are extracts. */
export const EXTRACTS: readonly DocumentFilter[] = [
  { pattern: '**/*.csv' },
  { pattern: '**/*.tsv' },
  ...extractLanguageIds.map((language) => ({ language, scheme: 'untitled' })),
];

/** Texts that may be extracts, in any language that other extensions give them. A `.txt` file is one if a mapping names it. */
export const EXTRACT_TEXTS: readonly DocumentFilter[] = [
  ...EXTRACTS,
  { pattern: '**/*.txt' },
  ...extractLanguageIds.map((language) => ({ language })),
];

/** Whether a document may be the text of an extract: a file, or a new one, but not an older version in a comparison. */
export function isExtractText(document: TextDocument): boolean {
  const { scheme } = document.uri;
  const isFile = scheme === 'file' || scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) === true;
  return isFile && !document.isClosed && languages.match([...EXTRACT_TEXTS], document) > 0;
}

/** Whether it is an extract only if a mapping names it. */
export function needsName({ uri }: TextDocument): boolean {
  return /\.txt$/i.test(uri.path);
}
