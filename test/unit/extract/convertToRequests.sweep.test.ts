import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  record,
  shuffledSubarray,
  string,
  tuple,
  uint8Array,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import type { LoadedMapping } from '../../../src/core/mapping/loadMapping';
import type { SizeLimits } from '../../../src/core/csv/extractEvent';
import type { PlanMoment } from '../../../src/core/convert/planMoment';
import type { Batch } from '../../support/oracle/batch';
import type { Operation } from '../../../src/core/convert/operation';
import { operationsOf } from '../../../src/core/convert/operation';
import { operationTexts } from '../../support/operationTexts';
import { convertExtract } from '../../support/oracle/convertExtract';
import { convertToRequests } from '../../../src/extract/convertToRequests';
import { inChunks } from './readText';
import { placesUpTo, sliceOf, sweepOf } from '../../support/sweep';

const moment: PlanMoment = { now: { kind: 'dateTime', ticks: 638_680_000_000_000_000n }, seed: 7 };

/** What a conversion gives. */
interface Told {
  readonly bodies: readonly string[];
  readonly operations: readonly Omit<Operation, 'resource'>[];
  readonly said: readonly unknown[];
  readonly last: unknown;
}

interface How {
  readonly operations: number;
  readonly chunk: number;
  readonly limits?: Partial<SizeLimits>;
}

async function asText(bytes: Uint8Array, loaded: LoadedMapping, { chunk, ...how }: How): Promise<Told> {
  const bodies: string[] = [];
  const operations: Omit<Operation, 'resource'>[] = [];
  const said: unknown[] = [];
  let last: unknown;
  for await (const events of convertExtract(inChunks(bytes, chunk), loaded, { ...how, moment })) {
    for (const event of events) {
      if (event.kind === 'batch') {
        bodies.push(event.batch.body);
        operations.push(...membersOf(event.batch));
      } else if (event.kind === 'end' || event.kind === 'fatal') last = event;
      else if (event.kind !== 'header') said.push(event);
    }
  }
  return { bodies, operations, said, last };
}

function membersOf({ number, body, members }: Batch): readonly Omit<Operation, 'resource'>[] {
  const { Operations } = JSON.parse(body) as { Operations: { data: { displayName?: unknown } }[] };
  const texts = operationTexts(body);
  return members.map(({ record, line, bulkId, externalId }, index) => {
    const displayName = Operations[index]?.data.displayName;
    return {
      record,
      line,
      request: number,
      bulkId,
      externalId,
      ...(typeof displayName === 'string' ? { displayName } : {}),
      text: texts[index] ?? '',
    };
  });
}

async function asBytes(bytes: Uint8Array, loaded: LoadedMapping, { chunk, ...how }: How): Promise<Told> {
  const bodies: string[] = [];
  const operations: Omit<Operation, 'resource'>[] = [];
  const said: unknown[] = [];
  let last: unknown;
  for await (const events of convertToRequests(inChunks(bytes, chunk), loaded, {
    ...how,
    moment,
    excludedCells: true,
  })) {
    for (const event of events) {
      if (event.kind === 'requests') {
        expect(event.requests.first).toBe(bodies.length + 1);
        let start = 0;
        for (const end of event.requests.ends) {
          bodies.push(Buffer.from(event.requests.bytes.subarray(start, end)).toString());
          expect(event.requests.bytes[end]).toBe(10);
          start = end + 1;
        }
        for (const { resource, ...operation } of operationsOf(event.requests)) {
          operations.push(operation);
          const text = Buffer.from(operation.text);
          expect(text.subarray(0, resource.start).toString()).toMatch(/"data":$/);
          expect(text.subarray(resource.end).toString()).toBe('}');
        }
      } else if (event.kind === 'end' || event.kind === 'fatal') last = event;
      else if (event.kind !== 'header') said.push(event);
    }
  }
  return { bodies, operations, said, last };
}

async function same(
  bytes: Uint8Array,
  mapping: string,
  operations = 3,
  chunk = 1 << 20,
  limits?: Partial<SizeLimits>,
): Promise<Told> {
  const loaded = loadMapping(mapping);
  expect(loaded.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const how = limits === undefined ? { operations, chunk } : { operations, chunk, limits };
  const text = await asText(bytes, loaded, how);
  expect(encodingFirst(await asBytes(bytes, loaded, how))).toEqual(encodingFirst(text));
  return text;
}

/**
 * The report with the warning of a misstated encoding first: it comes as soon as its bytes are read, which may be between other records, or
 * after a fatal problem has ended the reading.
 */
function encodingFirst({ said, last, ...told }: Told): Told {
  const warnings = (last as { readonly kind?: unknown } | undefined)?.kind === 'fatal' ? [] : said.filter(isOfEncoding);
  return { ...told, last, said: [...warnings, ...said.filter((event) => !isOfEncoding(event))] };
}

function isOfEncoding(event: unknown): boolean {
  return JSON.stringify(event).includes('"code":"csv.encoding.misstated"');
}

/** Rules of every kind: copied cells with every policy, results that repeat or do not, patterns, chance, lists, extensions. */
const RULES = [
  'displayName = [b]',
  'title = [c] @empty(null)',
  'nickName = [b] @empty(blank)',
  'userType = [c] @empty(error)',
  'preferredLanguage = ToLower([b])',
  'name {\nfamilyName = [b]\ngivenName = Append([c], [b])\n}',
  'addresses[type eq "work"] {\nlocality = [c]\ncountry = [b]\n}',
  'addresses[type eq "home"].locality = Replace([b], "a", , , "", , )',
  'emails[type eq "work"] {\nvalue = [c]\nprimary = "True"\n}',
  'phoneNumbers[type eq "work"].value = Replace([c], , "(?<digit>[0-9])", , "#", , )',
  'addresses[type eq "other"] {\nlocality = Join(", ", [c], "x", [b])\nregion = ToUpper(Append([b], "-e"))\npostalCode = Replace([c], "7", , , "", , )\n}',
  'emails[type eq "home"].value = Join("@", StripSpaces([b]), "x.org")',
  'phoneNumbers[type eq "home"].value = Append(ToLower([c]), [b]) @empty(error)',
  'phoneNumbers[type eq "mobile"].value = Join("", Replace([b], " ", , , "", , ), StripSpaces(ToUpper([c])))',
  'locale = "de-DE"',
  'timezone = IIF([b]="7", IgnoreObjectFlow, "")',
  'profileUrl = Mid([b], 1, 1)',
  'schema urn:ietf:params:scim:schemas:extension:enterprise:2.0:User {\ndepartment = [c]\nmanager.value = [b]\n}',
  'schema urn:example:one:2.0:User {\nlevel = Switch([c], , "x", "1", "7", "17") @type(Integer)\n}',
  'schema urn:example:two:2.0:User {\nnote = [b]\nticket = Guid()\nsince = FormatDateTime([c], , "yyyy", "yyyy-MM-dd")\n}',
] as const;
const CONDITIONS = [
  '',
  'where [c] <> "x"',
  'where [c] <> "y"\nwhere [b] <> ""',
  'where IsString(Replace([b], , "a", , "", , ))',
] as const;

const cell = oneof(
  constantFrom('', 'x', 'y', '7', 'a', ' ', '-', 'NULL', '2024', 'Ж', '😀', '\u2028', '\t', '\x01', '\x7f', '\\', "'"),
  array(
    constantFrom('a', 'B', 'é', '日本', '😀', ' ', '"', '""', '\n', '\r\n', '\r', ';', ',', '\\', '\x1f', '\x00', "'"),
    { maxLength: 5 },
  ).map((parts) => parts.join('')),
  string({ unit: 'binary', maxLength: 8 }),
);

const writing = record({
  delimiter: constantFrom(';', ',', '\t', '|', '§', '::'),
  quote: constantFrom('"', '"', "'", ''),
  lineEnd: constantFrom('\n', '\r\n', '\r\n', '\r'),
  ending: constantFrom('', '\n', '\r\n'),
  above: constantFrom('', '', '\n', '\r\n;\n'),
});
type Writing = typeof writing extends { generate: (...words: never) => { value: infer Value } } ? Value : never;

const PLAIN: Writing = { delimiter: ';', quote: '"', lineEnd: '\n', ending: '\n', above: '' };

/** Where columns without a name are. */
const someUnnamed = constantFrom('none', 'none', 'last', 'middle', 'both');
type Unnamed = 'none' | 'last' | 'middle' | 'both';

const table = array(tuple(integer({ min: 1, max: 12 }), cell, cell, integer({ min: 0, max: 40 })), { maxLength: 25 });

/**
 * The rows as CSV; a low number makes a row ragged or blank, or gives it empty cells that no column has, so that they are met now and
 * then, and a column without a name holds something in some rows.
 */
function write(
  rows: readonly (readonly [number, string, string, number])[],
  { delimiter, quote, lineEnd, ending, above }: Writing,
  unnamed: Unnamed = 'none',
): string {
  const quoted = (text: string) =>
    quote !== '' && /[^a-zA-Z0-9]/.test(text) ? quote + text.replaceAll(quote, quote + quote) + quote : text;
  const lines = rows.map(([id, b, c, kind]) => {
    if (kind === 0) return delimiter + delimiter;
    if (kind === 1) return [String(id), b, 'too', 'many'].map(quoted).join(delimiter);
    const cells = [kind === 2 ? ' ' : String(id), b, c].map(kind === 3 ? (text) => text : quoted);
    const surplus = kind === 4 ? [''] : kind === 5 ? ['', ' ', quoted('')] : kind === 6 ? ['', 'x'] : [];
    return [...beside(unnamed, cells, kind === 7 ? 'x' : kind === 8 ? ' ' : ''), ...surplus].join(delimiter);
  });
  return above + [beside(unnamed, ['a', 'b', 'c'], '').join(delimiter), ...lines].join(lineEnd) + ending;
}

function beside(unnamed: Unnamed, [first = '', ...others]: readonly string[], held: string): readonly string[] {
  const middle = unnamed === 'middle' || unnamed === 'both' ? [held] : [];
  return [first, ...middle, ...others, ...(unnamed === 'last' || unnamed === 'both' ? [held] : [])];
}

function mappingOf(rules: readonly string[], condition: string, { delimiter, quote }: Writing, more = ''): string {
  const text = (value: string) => `"${value.replaceAll('"', '\\"')}"`;
  return `source csv {\n delimiter = ${text(delimiter)}\n quote = ${text(quote)}\n ${more}\n}\n${condition}\nexternalId = [a]\nuserName = Join("@", ToLower([a]), "x.org")\nactive = Switch([c], "True", "x", "False", "y", [b])\n${rules.join('\n')}\n`;
}

const anyRules = shuffledSubarray([...RULES]);
const someCondition = constantFrom(...CONDITIONS);
const emptyTexts = constantFrom('', 'empty = "NULL", "-", "日本"');

describe('converting to bytes', { timeout: 240_000 }, () => {
  it.each(RULES)('knows the rule %s', (rule) => {
    const { problems } = loadMapping(mappingOf([rule], CONDITIONS[0], PLAIN));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(CONDITIONS)('knows the condition %s', (condition) => {
    const { problems } = loadMapping(mappingOf([], condition, PLAIN));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('gives the bodies, problems and counts of converting to text', async () => {
    let operations = 0;
    await assert(
      asyncProperty(
        table,
        writing,
        anyRules,
        someCondition,
        emptyTexts,
        tuple(integer({ min: 1, max: 60 }), someUnnamed),
        async (rows, how, rules, condition, empty, [chunk, unnamed]) => {
          const bytes = new TextEncoder().encode(write(rows, how, unnamed));
          const told = await same(bytes, mappingOf(rules, condition, how, empty), 3, chunk);
          operations += told.bodies.length;
        },
      ),
      sweepOf(600),
    );
    expect(operations).toBeGreaterThan(sweepOf(600).numRuns / 6);
  });

  it.each([
    ['yyyy-MM-dd', 'yyyy-MM-ddTHH:mm:ssZ'],
    ['dd.MM.yyyy', 'yyyy-MM-ddTHH:mm:ss'],
    ['yyyyMMdd', 'dd/MM/yyyy'],
    ['MM/dd/yyyy', 'ddyyyyMMddTHH-ss-mm'],
    ['dd-MM-yyyy', 'dddd, d MMMM'],
    ['yyyy-MM-dd', 'yyyyy-MMM-dd'],
    ['yyyy-MM', 'yyyy-MM-ddTHH:mm:ssZ'],
    ['yyyy-MM-dd-dd', 'yyyy-MM-dd'],
  ])('does so with days, from %s to %s', async (from, to) => {
    const format = `FormatDateTime([b], , "${from}", "${to}")`;
    const mapping = `title = ${format}\nschema urn:example:days:2.0:User {\nsince = FormatDateTime([c], , "${from}", "${to}")${to.startsWith('yyyy-MM-ddT') ? ' @type(DateTime)' : ''}\n}`;
    const two = (value: number) => String(value).padStart(2, '0');
    const day = tuple(
      oneof(constantFrom(0, 1, 1900, 2000, 2023, 2024), integer({ min: 0, max: 9999 })),
      oneof(constantFrom(2), integer({ min: 0, max: 13 })),
      oneof(constantFrom(1, 28, 29, 30, 31), integer({ min: 0, max: 32 })),
      constantFrom('', '', '', '', '', '', ' ', 'x', '1', 'Z', '\u00b2'),
    ).map(
      ([year, month, date, more]) =>
        from.replace('yyyy', String(year).padStart(4, '0')).replace('MM', two(month)).replaceAll('dd', two(date)) +
        more,
    );
    const held = oneof({ weight: 5, arbitrary: day }, cell);
    let operations = 0;
    await assert(
      asyncProperty(array(tuple(held, held), { maxLength: 20 }), emptyTexts, async (cells, empty) => {
        const rows = cells.map(([b, c], index) => [index + 4, b, c, 9] as const);
        const told = await same(new TextEncoder().encode(write(rows, PLAIN)), mappingOf([mapping], '', PLAIN, empty));
        operations += told.bodies.length;
      }),
      sweepOf(100),
    );
    expect(operations).toBeGreaterThan(sweepOf(100).numRuns / 10);
  });

  it.each(['windows-1252', 'utf-16le', 'utf-16be', 'shift_jis', 'iso-8859-2'])('does so in %s', async (encoding) => {
    await assert(
      asyncProperty(table, writing, anyRules, uint8Array({ maxLength: 30 }), async (rows, how, rules, noise) => {
        const ascii = write(rows, how).replaceAll(/[\u0080-\uffff]/g, 'u');
        const wide = Array.from(ascii).flatMap((unit) =>
          encoding === 'utf-16be' ? [0, unit.charCodeAt(0)] : [unit.charCodeAt(0), 0],
        );
        const bytes = encoding.startsWith('utf-16') ? wide : Array.from(ascii, (unit) => unit.charCodeAt(0));
        const more = `encoding = "${encoding}"`;
        await same(Uint8Array.from([...bytes, ...noise]), mappingOf(rules, '', how, more), 3, 50);
      }),
      sweepOf(60),
    );
  });

  it('does so with bytes changed anywhere', async () => {
    await assert(
      asyncProperty(
        table,
        anyRules,
        integer({ min: 0, max: 400 }),
        oneof(constantFrom(0, 10, 13, 34, 59, 0xc3, 0xe2, 0xff), integer({ min: 0, max: 255 })),
        integer({ min: 1, max: 60 }),
        async (rows, rules, place, byte, chunk) => {
          const bytes = new TextEncoder().encode(write(rows, PLAIN));
          bytes[place % bytes.length] = byte;
          await same(bytes, mappingOf(rules, '', PLAIN), 3, chunk);
        },
      ),
      sweepOf(500),
    );
  });

  /** What the checks of values look for, whole and in pieces, in the ways in which a cell may contain it. */
  const suspicious = oneof(
    constantFrom(
      'c1',
      'C1',
      '01',
      '001',
      ' c1',
      'c1\u200b',
      'ｃ1',
      'é',
      'e\u0301',
      '1.2E+11',
      '1,2e+5',
      ' 7E+3 ',
      'E+',
    ),
    constantFrom('#N/A', '#ref!', ' #DIV/0!', '####', '00/01/1900', '0.1.1900', '1-0-1900', '1900', 'b"1900', '+49 1'),
    constantFrom('Ã©', 'â€™', 'Â ', '\ufffd', '\u202e', '\u2066', '\x7f', '\x85', '\x0b', '\x1c', '\u2028', '\u00ad'),
    constantFrom('a@b', 'a@@b', '@b', 'a@', 'a b@c', 'a\u00a0b', 'a\u1680', '\u3000a', 'a\u2003b@c', 'x\ty', 'a@b@c'),
    integer({ min: 60, max: 70 }).map((length) => 'n'.repeat(length)),
    integer({ min: 44, max: 52 }).map((length) => `${'n'.repeat(length + 15)}@${'d'.repeat(length)}`),
    integer({ min: 20, max: 300 }).map((length) => 'é"😀'.repeat(length / 4)),
    integer({ min: 1, max: 260 }).map((length) => 'w'.repeat(length)),
    array(
      constantFrom(
        'E',
        '+',
        '#',
        '1900',
        ' ',
        '\t',
        '\n',
        '"',
        "'",
        '\x01',
        '\x7f',
        'Â',
        'Ã',
        'â',
        '€',
        '\x80',
        '\u034f',
        'Ж',
        '日',
        '@',
      ),
      { maxLength: 5 },
    ).map((parts) => parts.join('')),
    cell,
  );
  const CHECKED = [
    'displayName = [c]',
    'title = ToUpper([c])',
    'name.familyName = [b]',
    'nickName = [a]',
    'addresses[type eq "work"].postalCode = [c]',
    'phoneNumbers[type eq "work"].value = [b]',
    'schema urn:ietf:params:scim:schemas:extension:enterprise:2.0:User {\nemployeeNumber = [b]\ndepartment = [c]\nmanager.value = [b]\n}',
  ];
  const NAMES = ['[b]', 'ToLower([b])', 'Join("@", [a], [b])', 'Mid([b], 1, 70)'];

  it('gives what the checks of values say, too', async () => {
    const met = new Set<string>();
    await assert(
      asyncProperty(
        array(tuple(suspicious, suspicious, suspicious), { maxLength: 30 }),
        writing,
        shuffledSubarray(CHECKED),
        tuple(constantFrom('[a]', '[a]', 'StripSpaces([a])', 'Mid([a], 1, 3)'), constantFrom(...NAMES), someCondition),
        integer({ min: 1, max: 200 }),
        constantFrom('', 'empty = "NULL", "E+"', 'key = [b]'),
        async (rows, how, rules, [id, name, condition], chunk, more) => {
          const { delimiter, quote, lineEnd, ending } = how;
          const quoted = (text: string) =>
            quote === '' || /^[a-z0-9@]*$/i.test(text) ? text : quote + text.replaceAll(quote, quote + quote) + quote;
          const lines = rows.map((cells) => cells.map(quoted).join(delimiter));
          const text = ['a', 'b', 'c'].join(delimiter) + lineEnd + lines.join(lineEnd) + ending;
          const own = `externalId = ${id}\nuserName = ${name}\n`;
          const mapping = mappingOf(rules, condition, how, more).replace(/externalId = .*\nuserName = .*\n/, () => own);
          const { said } = await same(new TextEncoder().encode(text), mapping, 3, chunk);
          for (const [, code = ''] of JSON.stringify(said).matchAll(/"code":"([^"]*)"/g)) met.add(code);
        },
      ),
      sweepOf(1000),
    );
    const codes = [
      ...['user-name.invalid', 'id.duplicate', 'bidi', 'control', 'too-long', 'mojibake'],
      ...['id.near-duplicate', 'id.scientific', 'hidden-char', 'replacement-char', 'excel-error'],
    ];
    const missed = codes.filter((code) => !met.has(`value.${code}`));
    // A slice of the sweep may miss what is rare
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(sweepOf(1000).numRuns < 1000 ? 2 : 0);
  });

  it('does so with every character of the first plane, at every end of a cell', async () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
      (unit) => (unit < 0xd800 || unit > 0xdfff) && ![0, 34].includes(unit),
    );
    const rows = units.map((unit) => {
      const text = String.fromCharCode(unit);
      return `u${String(unit)};n;"${text}x";"x${text}";"x${text}x"`;
    });
    // Few rows at a time: for each column only the first place and a count are reported
    for (const from of placesUpTo(rows.length, 512, 0.1)) {
      const text = `a;b;c;d;e\n${rows.slice(from, from + 512).join('\n')}\n`;
      const mapping =
        'externalId = [a]\nuserName = [a]\nactive = "True"\ndisplayName = Append([c], Append([d], [e]))\nnickName = [b]\n';
      const source = 'source csv {\n delimiter = ";"\n}\n';
      const enterprise =
        'schema urn:ietf:params:scim:schemas:extension:enterprise:2.0:User {\nmanager.value = Append([c], Append([d], [e]))\n}\n';
      await same(new TextEncoder().encode(text), source + mapping + enterprise, 50);
    }
  });

  /** Longer than what the header is looked for in, and than a block. */
  const many = (count: number, row: (number: number) => string) =>
    new TextEncoder().encode(`a;b;c\n${Array.from({ length: count }, (_, index) => row(index + 1)).join('')}`);
  const rules = `externalId = [a]\nuserName = [b]\ndisplayName = [c]\nactive = Switch([c], , "x", "True", "", "False")\n`;
  const wide = 'Ж'.repeat(40);

  const wholes: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', new Uint8Array()],
    ['duplicates', many(9000, (number) => `${String(number % 8999)};"${wide}";x\r\n`)],
    ['a character cut short at the end', many(9000, (number) => `${String(number)};${wide};x\n`).subarray(0, -102)],
    ['bytes that are not text, late', Uint8Array.of(...many(3, () => `1;2;x\n`), 0xff, 10)],
    [
      'a quote that is never closed',
      many(9000, (number) => `${String(number)};${number === 8000 ? '"' : ''}${wide};x\n`),
    ],
    ['a lone CR', many(9000, (number) => `${String(number)};${wide};x${number === 8000 ? '\r' : '\n'}`)],
    ['line ends that change', many(9000, (number) => `${String(number)};${wide};x${number > 8000 ? '\r\n' : '\n'}`)],
    ['a row too short', many(9000, (number) => (number === 7000 ? '1;2\n' : `${String(number)};${wide};x\n`))],
    ['a cell that is large', many(20, (number) => `${String(number)};"${'z\n'.repeat(number * 500)}";x\n`)],
    ['a cell that is too large', many(3, (number) => `${String(number)};${'z'.repeat(number * 500_000)};x\n`)],
    ['too many lines in quotes', many(3, (number) => `${String(number)};"${'\n'.repeat(number * 5000)}";x\n`)],
    ['too many columns', many(3, (number) => `${String(number)}${';'.repeat(number * 600)}\n`)],
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...many(3, () => `1;2;x\n`))],
    ['nothing wrong', many(9000, (number) => `${String(number)};${wide};x\n`)],
    ['a header only', new TextEncoder().encode('a;b;c')],
    ['columns that are missing', new TextEncoder().encode('a;b\n1;2\n')],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)],
  ];
  it.each(sliceOf(wholes, 0.075))('does so with %s', async (_, bytes) => {
    for (const delimiter of ['', 'delimiter = ";"']) {
      const { last } = await same(bytes, `source csv {\n ${delimiter}\n}\n${rules}`, 50, 64 * 1024 + 1);
      expect(last).toBeDefined();
    }
  });

  it.each([
    'sep=;\n',
    'SEP=;\r\n',
    '"sep=;"\n',
    'sep=,\n',
    'sep=;\r',
    'sep=§\n',
    '\ufeffsep=;\n',
    'sep=;\n\n',
    'sep=\n',
  ])('does so with a first line %j', async (line) => {
    const text = `${line}a;b;c\n1;2;x\n1;"3\n";\n`;
    for (const source of [
      '',
      'source csv {\n delimiter = ";"\n}\n',
      'source csv {\n header = 2\n delimiter = ";"\n}\n',
    ])
      await same(new TextEncoder().encode(text), source + rules, 50, 7);
    await same(new TextEncoder().encode(`${line}${'z'.repeat(99)}\xe9`), rules);
    expect((await same(new TextEncoder().encode(text), `source csv {\n header = 1\n}\n${rules}`)).last).toBeDefined();
  });

  it('does so with a title above the header', async () => {
    const text = `Report\na;b;c\n${'1;2;x\n'.repeat(50)}`;
    const { last } = await same(new TextEncoder().encode(text), `source csv {\n delimiter = ";"\n}\n${rules}`);
    expect(JSON.stringify(last)).toContain('Line 2 looks like the header');
    const one = 'externalId = [Report]\nuserName = [Report]\nactive = "True"\n';
    await same(new TextEncoder().encode(text), `source csv {\n delimiter = ";"\n}\n${one}`);
  });

  it('does so where the rows ahead of the header are larger than the part that is searched', async () => {
    const title = new TextEncoder().encode(
      `Report\n${`x;"${'z'.repeat(99_999)}";x\n`.repeat(9)}a;b;c\n${'1;2;3\n'.repeat(40)}`,
    );
    const one = 'externalId = [Report]\nuserName = [Report]\nactive = "True"\n';
    await same(title, `source csv {\n delimiter = ";"\n}\n${one}`, 50, 10_000);
  });

  it.each(sliceOf([1, 8999, 9000, 9001, 2], 0.05))('does so with at most %i records', async (records) => {
    const bytes = many(9000, (number) => `${String(number)};${wide};${number % 9 === 0 ? 'x;y' : 'x'}\n\n`);
    const { last } = await same(bytes, `source csv {\n delimiter = ";"\n}\n${rules}`, 50, 70_000, { records });
    expect(JSON.stringify(last).includes('csv.too-large')).toBe(records < 9000);
  });

  const large = many(7000, (number) => `${String(number)};${wide};x\n`);
  const block = 64 * 1024;
  // First and last are those that end early: a slice of the sweep has these
  const limits = [1, 6 * block - 1, 6 * block, 6 * block + 5, 8 * block, large.length - 1, large.length, block];
  const chunks = [1 << 20, 999, block, 50_001];
  it.each(sliceOf(limits, 0.05))('does so with at most %i bytes', async (limit) => {
    // Two for each limit, and each of them for four
    const first = limits.indexOf(limit) % 2;
    for (const chunk of sliceOf([chunks[first], chunks[first + 2]], 0.05)) {
      const { last } = await same(large, `source csv {\n delimiter = ";"\n}\n${rules}`, 50, chunk, { bytes: limit });
      expect(JSON.stringify(last).includes('csv.too-large')).toBe(limit < large.length);
    }
    await same(large.subarray(0, -102), rules, 50, 50_001, { bytes: limit });
    await same(Buffer.concat([large.subarray(0, 7 * block), Uint8Array.of(0xff), large]), rules, 50, 50_001, {
      bytes: limit,
    });
  });

  it('passes over the lines above the header that was stated', async () => {
    const text = 'Report "of\r\n\rMonday\na;b;c\r\n1;2;x\r\n2;3;\n';
    const source = 'source csv {\n header = 4\n delimiter = ";"\n}\n';
    const { bodies } = await same(new TextEncoder().encode(text), source + rules);
    expect(bodies).toHaveLength(1);
  });

  it('stops reading at a fatal problem', async () => {
    let isClosed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield await Promise.resolve(new TextEncoder().encode('a;b;c\n1;"2"x;3\n'));
        for (;;) yield new Uint8Array(64 * 1024).fill(120);
      } finally {
        isClosed = true;
      }
    }
    const kinds: string[] = [];
    for await (const events of convertToRequests(source(), loadMapping(rules), { moment }))
      kinds.push(...events.map(({ kind }) => kind));
    expect(kinds).toEqual(['header', 'fatal']);
    expect(isClosed).toBe(true);
  });
});
