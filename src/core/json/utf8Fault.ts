/** The first bytes of a text that are not UTF-8. */
export interface Utf8Fault {
  /** In bytes, from 0. */
  readonly offset: number;
  readonly length: number;
  /** What is wrong, to continue "The byte …": "never occurs in UTF-8", … */
  readonly reason: string;
}

/** The first bytes that are not valid UTF-8 (RFC 3629), with the reason; a strict decoder refuses them. */
export function findUtf8Fault(bytes: Uint8Array): Utf8Fault | undefined {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const size = sizeOf(lead);
    if (size === 0) return { offset: at, length: 1, reason: reasonOfLead(lead) };
    const reason = reasonOfSecond(lead, bytes[at + 1]);
    if (reason !== undefined) return { offset: at, length: 1, reason };
    for (let more = 1; more < size; more++)
      if (!isContinuation(bytes[at + more])) return { offset: at, length: more, reason: CUT_SHORT };
    at += size;
  }
  return undefined;
}

const CUT_SHORT = 'begins a character that is cut short';

/** The length in bytes of a character that begins with `lead`; 0 if no character does. */
function sizeOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

function reasonOfLead(lead: number): string {
  if (lead === 0xff || lead === 0xfe) return 'never occurs in UTF-8; a file that begins with it is UTF-16';
  if (lead < 0xc0) return 'continues a character that has not begun';
  if (lead < 0xc2) return 'begins an ASCII character in two bytes instead of one (overlong)';
  return 'begins a character beyond U+10FFFF, which do not exist';
}

/** What the second byte of a character with three or four bytes shows to be wrong. */
function reasonOfSecond(lead: number, second: number | undefined): string | undefined {
  if (second === undefined || !isContinuation(second)) return CUT_SHORT;
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90))
    return 'begins a character in more bytes than it needs (overlong)';
  if (lead === 0xed && second > 0x9f) return 'begins half of a character (a surrogate), which only UTF-16 has';
  if (lead === 0xf4 && second > 0x8f) return 'begins a character beyond U+10FFFF, which do not exist';
  return undefined;
}
