import { ofText } from './arguments';
import type { FunctionEntry } from './functionEntry';

/**
 * What the service replaces, by what: no accent stripper, so letters outside of this table stay.
 * Source: reference for writing expressions, NormalizeDiacritics. Some entries are letters with combining marks.
 */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  a: [
    '\u00E4',
    '\u00E0',
    '\u00E2',
    '\u00E3',
    '\u00E5',
    '\u00E1',
    '\u0105',
    '\u0103',
    '\u0101',
    '\u0101\u0301',
    '\u0101\u0300',
    '\u0101\u0302',
    '\u0101\u0303',
    '\u01DF',
    '\u0101\u0308',
    '\u01E1',
    'a\u0331',
    '\u00E5\u0304',
  ],
  A: [
    '\u00C4',
    '\u00C0',
    '\u00C2',
    '\u00C3',
    '\u00C5',
    '\u00C1',
    '\u0104',
    '\u0102',
    '\u0100',
    '\u0100\u0301',
    '\u0100\u0300',
    '\u0100\u0302',
    '\u0100\u0303',
    '\u01DE',
    '\u0100\u0308',
    '\u01E0',
    'A\u0331',
    '\u00C5\u0304',
  ],
  ae: ['\u00E6', '\u01E3'],
  AE: ['\u00C6', '\u01E2'],
  c: ['\u00E7', '\u010D', '\u0107', 'c\u0304', 'c\u0331'],
  C: ['\u00C7', '\u010C', '\u0106', 'C\u0304', 'C\u0331'],
  d: ['\u010F', 'd\u0304', '\u1E0F'],
  D: ['\u010E', 'D\u0304', '\u1E0E'],
  e: [
    '\u00EB',
    '\u00E8',
    '\u00E9',
    '\u00EA',
    '\u0119',
    '\u011B',
    '\u0117',
    '\u0113',
    '\u1E17',
    '\u1E15',
    '\u0113\u0302',
    '\u0113\u0303',
    '\u00EA\u0304',
    'e\u0331',
    '\u00EB\u0304',
    'e\u030A\u0304',
  ],
  E: [
    '\u00CB',
    '\u00C8',
    '\u00C9',
    '\u00CA',
    '\u0118',
    '\u011A',
    '\u0116',
    '\u0112',
    '\u1E16',
    '\u1E14',
    '\u0112\u0302',
    '\u0112\u0303',
    '\u00CA\u0304',
    'E\u0331',
    '\u00CB\u0304',
    'E\u030A\u0304',
  ],
  g: ['\u011F', '\u1E21', 'g\u0331'],
  G: ['\u011E', '\u1E20', 'G\u0331'],
  i: [
    '\u00EF',
    '\u00EE',
    '\u00EC',
    '\u00ED',
    '\u0131',
    '\u012B',
    '\u012B\u0301',
    '\u012B\u0300',
    '\u012B\u0302',
    '\u012B\u0303',
    'i\u0331',
  ],
  I: [
    '\u00CF',
    '\u00CE',
    '\u00CC',
    '\u00CD',
    '\u0130',
    '\u012A',
    '\u012A\u0301',
    '\u012A\u0300',
    '\u012A\u0302',
    '\u012A\u0303',
    'I\u0331',
  ],
  l: ['\u013E', '\u0142', 'l\u0304', '\u1E39', '\u1E3B'],
  L: ['\u0141', '\u013D', 'L\u0304', '\u1E38', '\u1E3A'],
  n: ['\u00F1', '\u0144', '\u0148', 'n\u0304', '\u1E49'],
  N: ['\u00D1', '\u0143', '\u0147', 'N\u0304', '\u1E48'],
  o: [
    '\u00F6',
    '\u00F2',
    '\u0151',
    '\u00F5',
    '\u00F4',
    '\u00F3',
    '\u014D',
    '\u1E53',
    '\u1E51',
    '\u014D\u0302',
    '\u014D\u0303',
    '\u022B',
    '\u014D\u0308',
    '\u01ED',
    '\u022D',
    '\u0231',
    'o\u0331',
  ],
  O: [
    '\u00D6',
    '\u00D2',
    '\u0150',
    '\u00D5',
    '\u00D4',
    '\u00D3',
    '\u014C',
    '\u1E52',
    '\u1E50',
    '\u014C\u0302',
    '\u014C\u0303',
    '\u022A',
    '\u014C\u0308',
    '\u01EC',
    '\u022C',
    '\u0230',
    'O\u0331',
  ],
  oe: ['\u00F8', '\u00F8\u0304', '\u0153\u0304'],
  OE: ['\u00D8', '\u00D8\u0304', '\u0152\u0304'],
  r: ['\u0159', 'r\u0304', '\u1E5F', '\u1E5D'],
  R: ['\u0158', 'R\u0304', '\u1E5E', '\u1E5C'],
  ss: ['\u00DF'],
  s: ['\u0161', '\u015B', '\u0219', '\u015F', 's\u0304', 's\u0331'],
  S: ['\u0160', '\u015A', '\u0218', '\u015E', 'S\u0304', 'S\u0331'],
  t: ['\u0165', '\u021B', 't\u0304', '\u1E6F'],
  T: ['\u0164', '\u021A', 'T\u0304', '\u1E6E'],
  u: [
    '\u00FC',
    '\u00F9',
    '\u00FB',
    '\u00FA',
    '\u016F',
    '\u0171',
    '\u016B',
    '\u016B\u0301',
    '\u016B\u0300',
    '\u016B\u0302',
    '\u016B\u0303',
    'u\u0307\u0304',
    '\u01D6',
    '\u1E7B',
    '\u1E73\u0304',
    'u\u0331',
  ],
  U: [
    '\u00DC',
    '\u00D9',
    '\u00DB',
    '\u00DA',
    '\u016E',
    '\u0170',
    '\u016A',
    '\u016A\u0301',
    '\u016A\u0300',
    '\u016A\u0302',
    '\u016A\u0303',
    'U\u0307\u0304',
    '\u01D5',
    '\u1E7A',
    '\u1E72\u0304',
    'U\u0331',
  ],
  y: ['\u00FF', '\u00FD', '\u0233', '\u0233\u0301', '\u0233\u0300', '\u0233\u0303', 'y\u0331'],
  Y: ['\u0178', '\u00DD', '\u0232', '\u0232\u0301', '\u0232\u0300', '\u0232\u0303', 'Y\u0331'],
  z: ['\u017A', '\u017E', '\u017C', 'z\u0304', '\u1E95'],
  Z: ['\u0179', '\u017D', '\u017B', 'Z\u0304', '\u1E94'],
};

/** Composed as NFC composes them, so that both ways of writing a letter are found. */
const REPLACEMENTS = new Map(
  Object.entries(TABLE).flatMap(([plain, letters]) =>
    letters.map((letter) => [letter.normalize('NFC'), plain] as const),
  ),
);
const LONGEST = Math.max(...[...REPLACEMENTS.keys()].map((letter) => letter.length));
const ASCII = /^\p{ASCII}*$/u;

export const normalizeDiacritics: FunctionEntry = {
  name: 'NormalizeDiacritics',
  family: 'Text',
  parameters: [{ name: 'source', type: 'String', documentation: 'The text, usually a name.' }],
  returns: 'String',
  documentation:
    'Replaces accented letters by plain ones, by a fixed table: "ä" by "a", "ø" by "oe", "ß" by "ss". Letters that are not in the table stay as they are.',
  example: { expression: 'NormalizeDiacritics([FirstName])', result: 'Zoe' },
  honesty: {
    mark: 'approximated',
    reason:
      'Which of several readings of letters with combining marks the service takes is not documented; the longest is taken here.',
  },
  compile: ofText((source) => (ASCII.test(source) ? source : replaceLetters(source.normalize('NFC')))),
};

function replaceLetters(source: string): string {
  let plain = '';
  for (let at = 0; at < source.length;) {
    const found = mayBeReplaced(source, at) ? longestAt(source, at) : undefined;
    plain += found?.plain ?? source.charAt(at);
    at += found?.length ?? 1;
  }
  return plain;
}

/** A plain letter is replaced only together with a combining mark behind it. */
function mayBeReplaced(source: string, at: number): boolean {
  return source.charCodeAt(at) > 0x7f || source.charCodeAt(at + 1) >= 0x300;
}

function longestAt(source: string, at: number): { readonly plain: string; readonly length: number } | undefined {
  for (let length = Math.min(LONGEST, source.length - at); length > 0; length--) {
    const plain = REPLACEMENTS.get(source.slice(at, at + length));
    if (plain !== undefined) return { plain, length };
  }
  return undefined;
}
