import { openDecoding } from './textDecoding';

/** Writes texts in the encoding of a file. */
export interface TextEncoding {
  /** Characters that the encoding lacks are written by their numbers, `\u{20ac}`, so that they are not lost silently. */
  encode(text: string): Uint8Array;
  /** Whether the encoding has all characters of a text. */
  has(text: string): boolean;
}

/** Stateful encodings, in which a byte's meaning depends on bytes long before it: nothing can be inserted into such a file. */
const STATEFUL: ReadonlySet<string> = new Set(['iso-2022-jp', 'replacement']);

/**
 * An encoding, by the name that files are read with; `undefined` where text cannot be inserted into a file in it. Characters beyond ASCII
 * are found once, by decoding all bytes, and for East Asian encodings all pairs of bytes.
 */
export function openEncoding(name: string): TextEncoding | undefined {
  if (STATEFUL.has(name)) return undefined;
  if (name === 'utf-8') return { encode: (text) => Buffer.from(text, 'utf8'), has: () => true };
  if (name === 'utf-16le') return { encode: (text) => Buffer.from(text, 'utf16le'), has: () => true };
  if (name === 'utf-16be') return { encode: (text) => Buffer.from(text, 'utf16le').swap16(), has: () => true };
  const table = tableOf(name);
  return {
    encode: (text) =>
      Buffer.concat(Array.from(text, (sign) => table.get(sign) ?? Buffer.from(escaped(sign), 'latin1'))),
    has: (text) => Array.from(text).every((sign) => table.has(sign)),
  };
}

const escaped = (sign: string): string => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`;

/** The bytes of each character. */
function tableOf(name: string): ReadonlyMap<string, Uint8Array> {
  const table = new Map<string, Uint8Array>();
  const add = (...bytes: number[]): boolean => {
    const [sign, ...more] = Array.from(read(name, bytes) ?? '');
    if (sign === undefined || more.length > 0) return false;
    if (!table.has(sign)) table.set(sign, Uint8Array.from(bytes));
    return true;
  };
  const leads = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !add(byte) && byte >= 0x80);
  for (const lead of leads) for (let trail = 0x30; trail <= 0xff; trail++) add(lead, trail);
  return table;
}

function read(name: string, bytes: readonly number[]): string | undefined {
  try {
    // As a stream, like files: otherwise Node 20 reads windows-1252 as Latin-1
    const decoding = openDecoding(name, true);
    return decoding.decode(Uint8Array.from(bytes), { stream: true }) + decoding.decode();
  } catch (error) {
    // How the decoder reports that the bytes are not text
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
