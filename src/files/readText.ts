import { TextDecoder } from 'node:util';
import { documentLimits } from './documentLimits';
import { FileError } from './fileError';
import { readBlocks } from './readWhole';

export type DocumentKind = keyof typeof documentLimits;

/**
 * The text of a document in UTF-8. It must be a regular file or an open pipe, and not exceed the limit of its kind.
 * Throws {@link FileError}; reading stops at the first bytes that are not text.
 *
 * @param keepsMark whether to keep a byte order mark
 */
export async function readText(path: string, kind: DocumentKind, keepsMark = false): Promise<string> {
  return decodeBlocks(path, readBlocks(path, documentLimits[kind]), () => 'utf-8', keepsMark);
}

/**
 * The text of another tool's mapping. Windows PowerShell and its editors write UTF-16, with a byte order mark, or
 * without one when they pipe text into other programs.
 */
export async function readImportedText(path: string): Promise<string> {
  return decodeBlocks(path, readBlocks(path, documentLimits.import), encodingOf, false);
}

async function decodeBlocks(
  path: string,
  blocks: AsyncIterable<Uint8Array>,
  encodingOfFirst: (block: Uint8Array) => string,
  keepsMark: boolean,
): Promise<string> {
  let decoder: TextDecoder | undefined;
  const texts: string[] = [];
  for await (const block of blocks) {
    decoder ??= new TextDecoder(encodingOfFirst(block), { fatal: true, ignoreBOM: keepsMark });
    texts.push(decode(path, decoder, block));
  }
  if (decoder !== undefined) texts.push(decode(path, decoder));
  return texts.join('');
}

/**
 * Detects the encoding by the byte order mark, or by the zero half of each character: PowerShell data and JSON begin
 * with two ASCII characters.
 */
function encodingOf([first, second, third, fourth]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? 'utf-16be' : 'utf-8';
}

/** Decodes the next bytes, or the rest at the end. */
function decode(path: string, decoder: TextDecoder, block?: Uint8Array): string {
  try {
    return block === undefined ? decoder.decode() : decoder.decode(block, { stream: true });
  } catch (error) {
    // Invalid bytes are the only reason for the decoder to throw
    throw new FileError('unreadable', `${path} cannot be read: it is not ${nameOf(decoder)} text. Save it as UTF-8.`, {
      cause: error,
    });
  }
}

function nameOf({ encoding }: TextDecoder): string {
  return encoding.toUpperCase().replace(/(?<=16)[BL]E$/, '');
}
