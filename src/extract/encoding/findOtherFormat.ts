import type { RecordProblem } from '../../core/problems/problem';
import { notCsv } from './encodingProblems';

const EXPORT = 'Ask for the same report as CSV.';

/** Texts of another format, by how they begin. None of them is a plausible header. */
const FORMATS: readonly (readonly [start: RegExp, what: string, remedy: string])[] = [
  [
    /^(?:<\?xml[^>]*\?>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html|head|body|table)\b/i,
    'a web page (HTML)',
    'Open it in a browser. If it is a sign-in page, download the file again while you are signed in; if it is the report, open it in Excel and save it as CSV UTF-8.',
  ],
  [
    /^<\?xml[^>]*\?>\s*<\?mso-application|^(?:<\?xml[^>]*\?>\s*)?<(?:ss:)?Workbook\b/,
    'an Excel workbook in XML',
    'Open it in Excel and save it as CSV UTF-8.',
  ],
  [/^<\?xml\s|^<([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?>\s*</, 'an XML document', EXPORT],
  [
    /^[[{][^]{0,200}?"schemas"\s*:\s*\[\s*"urn:ietf:params:scim:/,
    'a SCIM payload (JSON)',
    'It needs no mapping: check it with "entra-inbound check", and send it with "entra-inbound send".',
  ],
  [
    /^\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)|^\[\s*(?:[[{]|"(?:[^"\\\r\n]|\\.)*"\s*[,\]]|\]\s*$)/,
    'a JSON document',
    EXPORT,
  ],
  [/^\{\\rtf/, 'a document of a word processor (RTF)', EXPORT],
  [/^-----BEGIN PGP MESSAGE-----|^age-encryption\.org\//, 'encrypted', 'Decrypt it first.'],
];

/** The length of text that the beginnings above need. */
const LOOKED_AT = 4096;

/** Recognises a text in another format that was saved as CSV. */
export function findOtherFormat(firstText: string): RecordProblem | undefined {
  const start = firstText.slice(0, LOOKED_AT).trimStart();
  const found = FORMATS.find(([pattern]) => pattern.test(start));
  return found === undefined ? undefined : notCsv(found[1], found[2]);
}
