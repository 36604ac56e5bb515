import { TextDecoder } from 'node:util';
import { jsonLimits, tooLongText } from '../../core/json/jsonLimits';
import { jsonKinds } from '../../core/json/jsonProblemKinds';
import type { Utf8Fault } from '../../core/json/utf8Fault';
import { findUtf8Fault } from '../../core/json/utf8Fault';
import type { Problem } from '../../core/problems/problem';
import { problemOf } from '../../core/problems/problemKind';
import { span } from '../../core/text/span';

/** The bytes of a JSON file as text. */
export interface DecodedJson {
  /** A byte order mark stays in it, and `readJsonText` handles it; bytes that are not UTF-8 become U+FFFD. */
  readonly text: string;
  /** At most one: the bytes are not UTF-8, or exceed the limit. Then the text must not be sent. */
  readonly problems: readonly Problem[];
}

/** Decodes strictly: JSON is UTF-8 (RFC 8259, section 8.1), and anything else is reported with the byte and its line. */
export function decodeJson(bytes: Uint8Array): DecodedJson {
  // A character of UTF-16 has at most three bytes here
  if (bytes.length > 3 * jsonLimits.text) return { text: '', problems: [tooLongText(bytes.length)] };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const text = decoder.decode(bytes);
  const fault = findUtf8Fault(bytes);
  if (fault === undefined) return { text, problems: [] };
  const at = decoder.decode(bytes.subarray(0, fault.offset)).length;
  return { text, problems: [problemOf(jsonKinds.syntax, span(at, at + 1), messageOf(bytes, fault))] };
}

function messageOf(bytes: Uint8Array, { offset, reason }: Utf8Fault): string {
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const line = 1 + bytes.subarray(0, offset).reduce((lines, unit) => lines + (unit === 10 ? 1 : 0), 0);
  return `The byte at offset ${offset} (0x${byte}, on line ${line}) ${reason}. JSON that is sent is UTF-8: open the file in the encoding that it was written in and save it as UTF-8.`;
}
