import { TextDecoder } from 'node:util';
import { documentLimits } from './documentLimits';
import { FileError } from './fileError';
import { readBlocks } from './readWhole';

export type DocumentKind = keyof typeof documentLimits;

/**
 * The text of a document, which must be a regular file or an open pipe, in UTF-8, and no larger than its kind may be. Throws {@link FileError};
 * what is not text is given up where that shows, not read to its end.
 * @param keepsMark whether a byte order mark is a part of the text
 */
export async function readText(path: string, kind: DocumentKind, keepsMark = false): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: keepsMark });
  const texts: string[] = [];
  for await (const block of readBlocks(path, documentLimits[kind])) texts.push(decode(path, decoder, block));
  texts.push(decode(path, decoder));
  return texts.join('');
}

/** The text of the next bytes, or what is left at the end. */
function decode(path: string, decoder: TextDecoder, block?: Uint8Array): string {
  try {
    return block === undefined ? decoder.decode() : decoder.decode(block, { stream: true });
  } catch (error) {
    // The decoder throws for nothing else
    throw new FileError('unreadable', `${path} cannot be read: it is not UTF-8 text. Save it as UTF-8.`, {
      cause: error,
    });
  }
}
