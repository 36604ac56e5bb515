import { TextDecoder } from 'node:util';
import { documentLimits } from './documentLimits';
import { FileError } from './fileError';
import { readWhole } from './readWhole';

export type DocumentKind = keyof typeof documentLimits;

/**
 * The text of a document, which must be a regular file in UTF-8 and no larger than its kind may be. Throws {@link FileError}.
 * @param keepsMark whether a byte order mark is a part of the text
 */
export async function readText(path: string, kind: DocumentKind, keepsMark = false): Promise<string> {
  const bytes = await readWhole(path, documentLimits[kind]);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: keepsMark }).decode(bytes);
  } catch (error) {
    // The decoder throws for nothing else
    throw new FileError('unreadable', `${path} cannot be read: it is not UTF-8 text. Save it as UTF-8.`, {
      cause: error,
    });
  }
}
