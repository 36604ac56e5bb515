import { createSeededRandom } from './seededRandom';

/** An extract that a generator has made, and a mapping that fits it. */
export interface GeneratedExtract {
  readonly bytes: Uint8Array;
  readonly mapping: string;
}

type Encode = (text: string) => readonly number[];

const utf8: Encode = (text) => [...new TextEncoder().encode(text)];
const utf16 =
  (isBig: boolean): Encode =>
  (text) =>
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) =>
      isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
    );
/** Characters whose bytes are their numbers, but for those in the table. */
const singles =
  (table: Readonly<Record<string, readonly number[]>>): Encode =>
  (text) =>
    Array.from(text).flatMap((character) => table[character] ?? [character.charCodeAt(0) & 255]);

/** An encoding, how the mapping states it, and letters that it has. */
interface Encoding {
  readonly label: string | undefined;
  readonly mark: readonly number[];
  readonly letters: string;
  readonly encode: Encode;
}

const WIDE = 'éßЖ日本😀';
const ENCODINGS: readonly Encoding[] = [
  { label: undefined, mark: [], letters: WIDE, encode: utf8 },
  { label: undefined, mark: [0xef, 0xbb, 0xbf], letters: WIDE, encode: utf8 },
  { label: 'utf-8', mark: [], letters: WIDE, encode: utf8 },
  { label: undefined, mark: [0xff, 0xfe], letters: WIDE, encode: utf16(false) },
  { label: 'utf-16be', mark: [], letters: WIDE, encode: utf16(true) },
  { label: 'windows-1252', mark: [], letters: 'éß€', encode: singles({ '€': [0x80] }) },
  { label: 'iso-8859-2', mark: [], letters: 'éšč', encode: singles({ š: [0xb9], č: [0xe8] }) },
  {
    label: 'shift_jis',
    mark: [],
    letters: '日本ソ',
    encode: singles({ 日: [0x93, 0xfa], 本: [0x96, 0x7b], ソ: [0x83, 0x5c] }),
  },
];

const DELIMITERS = [';', ',', '\t', '|', ';', ',', '§', '::', '~|~'];
const QUOTES = ['"', '"', '"', "'", '', '"!', '%!'];
const LINE_ENDS = ['\n', '\r\n', '\r\n', '\r'];

/** Rules beside those of id, name and status: copied, put together, patterns, chance, dates, lists, an extension. */
const RULES: readonly (readonly string[])[] = [
  [],
  ['title = [Note] @empty(blank)', 'nickName = [Note]'],
  ['title = ToUpper(Append([Note], "-x"))', 'userType = [Note] @empty(error)'],
  ['title = Replace([Note], , "[aeiou](?<n>.)", , "<$1>", , )', 'nickName = Mid([Name], 1, 3)'],
  ['title = Guid()', 'nickName = RandomString(8, 2, 0, 0, 2)'],
  [
    'emails[type eq "work"] {\nvalue = Join("@", StripSpaces([Id]), "contoso.com")\nprimary = "True"\n}',
    'schema urn:example:one:2.0:User {\nnote = [Note]\nsince = FormatDateTime([Since], , "yyyy-MM-dd", "dd.MM.yyyy")\n}',
  ],
  ['title = IIF([Note]="out", IgnoreObjectFlow, [Note])'],
];
const CONDITIONS = ['', 'where [Kind] <> "guest"\n', 'where [Kind] <> "guest"\nwhere [Name] <> ""\n'];

/** Cells that are hard to read correctly, `…` for letters beyond ASCII. */
const CELLS = [
  '', 'Ana', 'out', '…', 'x…y', ' blank ', 'a;b,c', 'two\nlines', 'three\r\n\r\nlines', 'say "hi"', "it's", '\\', '#N/A', '1.2E+11',
  'tab\there', '50 %', '%%', '::', '~|~', 'Ã©'.slice(0, 1), '00/01/1900',
]; // prettier-ignore

/** The same extract for the same number, every time. */
export function generatedExtract(seed: number): GeneratedExtract {
  const random = createSeededRandom(seed * 7919);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const isDrawn = (share: number) => random() < share;
  const encoding = pick(ENCODINGS);
  // Letters of other encodings have no bytes in Shift_JIS and the like
  const delimiter = pick(DELIMITERS.filter((text) => text !== '§' || encoding.letters === WIDE));
  const quote = pick(QUOTES);
  const lineEnd = pick(LINE_ENDS);
  const quoted = (text: string, isForced = false) =>
    quote !== '' && (isForced || isDrawn(0.2) || /[^\w ]/.test(text))
      ? quote + text.replaceAll(quote, quote + quote) + quote
      : quote === ''
        ? text.replace(/[\r\n]/g, ' ').replaceAll(delimiter, ' ')
        : text;
  const cell = () => pick(CELLS).replaceAll('…', () => pick(Array.from(encoding.letters)));
  const row = (number: number): string => {
    const id = isDrawn(0.03) ? '' : isDrawn(0.03) ? '7' : `${'0'.repeat(Math.floor(random() * 2))}${number}`;
    const kind = pick(['guest', 'staff', 'staff', 'staff']);
    const since = `20${String(10 + Math.floor(random() * 15))}-0${String(1 + Math.floor(random() * 9))}-1${isDrawn(0.1) ? 'x' : '5'}`;
    const cells = [id, cell(), cell(), isDrawn(0.1) ? 'perhaps' : 'true', since, kind];
    if (isDrawn(0.04)) return lineEnd;
    if (isDrawn(0.04)) cells.push('too many');
    return cells.map((text) => quoted(text)).join(delimiter);
  };
  const rows = Array.from({ length: 3 + Math.floor(random() * 90) }, (_, index) => row(index + 1));
  // What nobody can read on from
  if (quote !== '' && isDrawn(0.06)) rows.splice(Math.floor(random() * rows.length), 0, `9${delimiter}${quote}open`);
  const header = ['Id', 'Name', 'Note', 'Active', 'Since', 'Kind'].map((name) => quoted(name));
  const text = [header.join(delimiter), ...rows].join(lineEnd) + (isDrawn(0.5) ? lineEnd : '');
  const json = (value: string) => `"${value.replaceAll('"', '\\"')}"`;
  const source = [
    `delimiter = ${json(delimiter)}`,
    `quote = ${json(quote)}`,
    ...(encoding.label === undefined ? [] : [`encoding = "${encoding.label}"`]),
    ...(isDrawn(0.3) ? ['empty = "#N/A", "out"'] : []),
  ];
  const own = 'externalId = [Id]\nuserName = Join("@", [Id], "contoso.com")\ndisplayName = [Name]\nactive = [Active]\n';
  return {
    bytes: Uint8Array.from([...encoding.mark, ...encoding.encode(text)]),
    mapping: `source csv {\n${source.join('\n')}\n}\n${pick(CONDITIONS)}${own}${pick(RULES).join('\n')}\n`,
  };
}
