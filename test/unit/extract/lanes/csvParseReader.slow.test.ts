import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dialect, ExtractEvent, ReadOptions } from '../../../../src/core/csv/extractEvent';
import { extractLimits } from '../../../../src/core/csv/extractEvent';
import { ExtractReader } from '../../../../src/core/csv/extractReader';
import { CsvParseReader } from '../../../../src/extract/lanes/csvParseReader';
import { extractCases, inPieces, show } from '../../csv/extractCases';
import { codeOf } from '../../../support/codeOf';
import { sweepOf } from '../../../support/sweep';

async function read(pieces: readonly string[], dialect: Dialect, header?: number): Promise<readonly ExtractEvent[]> {
  const reader = new CsvParseReader(dialect, header === undefined ? {} : { header }, 'utf-8');
  const events: ExtractEvent[] = [];
  for (const piece of pieces) events.push(...(await reader.push(piece)));
  return [...events, ...(await reader.end())];
}

function readPlain(text: string, options: ReadOptions): readonly ExtractEvent[] {
  const reader = new ExtractReader(options, 'utf-8');
  return [...reader.push(text), ...reader.end()];
}

/** Everything but the messages and columns of faults, which say of a misplaced quote what each reader knows. */
const withoutMessages = (events: readonly ExtractEvent[]): readonly unknown[] =>
  events.map((event) => {
    if (event.kind !== 'problem') return event;
    const { code, severity, line, record } = event.problem;
    return { kind: event.kind, problem: { code, severity, line, record } };
  });

/** The same events for a text in which each `;` was replaced by this delimiter. */
const asSemicolons = (events: readonly ExtractEvent[], delimiter: string): unknown =>
  JSON.parse(JSON.stringify(withoutMessages(events)).replaceAll(delimiter, ';'));

const wide: Dialect = { delimiter: '||', quote: '"' };

describe('CsvParseReader', () => {
  // The others are about finding the delimiter, or about one that is not usable.
  const comparable = extractCases.filter(
    ([, , events, { delimiter = ';' } = {}]) => delimiter === ';' && !/csv\.(dialect|delimiter)/.test(events.join()),
  );

  it('is compared by nearly all cases', () => {
    expect(comparable.length).toBeGreaterThan(30);
  });

  for (const [name, text, , { quote = '"', header } = {}] of comparable) {
    const replaced = text.replaceAll(';', '||');
    const dialect = { delimiter: '||', quote };

    it(`gives the events of the other lane: ${name}`, async () => {
      const options = { delimiter: ';', quote, ...(header === undefined ? {} : { header }) };
      const events = await read([replaced], dialect, header);
      expect(asSemicolons(events, '||')).toEqual(withoutMessages(readPlain(text, options)));
    });

    it(`gives the same in small pieces: ${name}`, async () => {
      expect(await read(inPieces(replaced), dialect, header)).toEqual(await read([replaced], dialect, header));
    });
  }

  it('agrees with the other lane on any text, up to the line of a misplaced quote', async () => {
    const noise = array(constantFrom('a', 'é', ';', ';', '"', '""', '";"', '\n', '\r\n', '\r', ' ', 'id'), {
      maxLength: 40,
    });
    await assert(
      asyncProperty(
        noise,
        constantFrom('||', '~|~', '§§'),
        integer({ min: 1, max: 9 }),
        async (parts, delimiter, size) => {
          const text = parts.join('');
          const replaced = text.replaceAll(';', delimiter);
          const pieces = Array.from({ length: Math.ceil(replaced.length / size) }, (_, index) =>
            replaced.slice(index * size, (index + 1) * size),
          );
          const isStray = (event: ExtractEvent): boolean =>
            event.kind === 'problem' && event.problem.code === 'csv.quote.stray';
          const ours = readPlain(text, { delimiter: ';' });
          const theirs = await read(pieces, { delimiter, quote: '"' });
          expect(theirs.some(isStray)).toBe(ours.some(isStray));
          expect(
            asSemicolons(
              theirs.filter((event) => !isStray(event)),
              delimiter,
            ),
          ).toEqual(withoutMessages(ours.filter((event) => !isStray(event))));
        },
      ),
      sweepOf(1500),
    );
  });

  const wideCases: readonly (readonly [name: string, dialect: Dialect, text: string, events: readonly string[]])[] = [
    [
      'half a delimiter is text',
      { delimiter: '~|~', quote: '"' },
      'id~|~name\n1~|A~|~b|~\n',
      ['header@1 id|name', '#1@2 1~|A|b|~'],
    ],
    ['a delimiter is found as early as it can be', wide, 'id||name\n1|||A\n', ['header@1 id|name', '#1@2 1||A']],
    [
      'quotes of several characters',
      { delimiter: ';', quote: '!~' },
      'id;name\n!~1;!~;!~A!~!~\nB~!!~\n!2;n~!\n',
      ['header@1 id|name', '#1@2 1;|A!~\nB~!', '#2@4 !2|n~!'],
    ],
    ['a quote of several bytes', { delimiter: '=>', quote: '«' }, 'a=>b\n«=>«=>«««»«', ['header@1 a|b', '#1@2 =>|«»']],
    ['a character of two code units', { delimiter: '😀', quote: '"' }, 'a😀b\n1😀"😀"', ['header@1 a|b', '#1@2 1|😀']],
    ['no quotes', { delimiter: ';;', quote: '' }, 'a;;b\n5" disk;;"x\n', ['header@1 a|b', '#1@2 5" disk|"x']],
    ['half a delimiter after a closing quote', wide, 'a||b\n"1"|"2"\n', ['header@1 a|b', 'fatal csv.quote.stray@2']],
  ];

  for (const [name, dialect, text, events] of wideCases) {
    it(`reads ${name}`, async () => {
      expect(show(await read([text], dialect))).toEqual(events);
      expect(show(await read(Array.from(text), dialect))).toEqual(events);
    });
  }

  it('says where a quote was opened, and of a misplaced one where its cell begins', async () => {
    const [, unterminated] = await read(['a||b\n"1\r\n"||"2\r\n\r\n'], wide);
    expect(unterminated).toMatchObject({ problem: { code: 'csv.quote.unterminated', line: 3 } });
    const [, stray] = await read(['a||b\n"1\r\n"||"2\r\n"x'], wide);
    expect(stray).toMatchObject({ problem: { code: 'csv.quote.stray', line: 3 } });
    expect(stray?.kind === 'problem' && stray.problem.message).toContain('The cell that begins on this line');
  });

  it('tells nothing more after a fatal problem', async () => {
    const reader = new CsvParseReader(wide, {}, 'utf-8');
    expect(show(await reader.push('id||ID\n1||Ana\n2||"B"en\n'))).toEqual(['fatal csv.header.duplicate@1']);
    expect(reader.isStopped).toBe(true);
    expect([...(await reader.push('3||Cid\n')), ...(await reader.end())]).toEqual([]);
  });

  it.each([
    ['below the header', 'id||name\n1||Ana\n2||B', undefined, 3],
    ['above a stated header', 'Report\nof', 5, 2],
    ['after a lone CR', 'id\r1\r', undefined, 3],
    ['within quotes', 'id||name\n1||"\n\n', undefined, 4],
  ])('gives a problem of the bytes the line that was reached: %s', async (_name, text, header, line) => {
    const reader = new CsvParseReader(wide, header === undefined ? {} : { header }, 'utf-8');
    await reader.push(text);
    const problem = { code: codeOf('csv.encoding.invalid'), severity: 'fatal', message: 'Not text.' } as const;
    expect(reader.abort(problem).at(-1)).toEqual({ kind: 'problem', problem: { ...problem, line } });
    expect(await reader.end()).toEqual([]);
  });

  it('stops at a row of delimiters that never ends', async () => {
    const reader = new CsvParseReader(wide, {}, 'utf-8');
    await reader.push('id||name\n');
    const piece = '||'.repeat(500_000);
    const events: ExtractEvent[] = [];
    for (let pushed = 0; pushed < 10; pushed++) events.push(...(await reader.push(piece)));
    expect(show(events)).toEqual(['header@1 id|name', 'fatal csv.field-too-large@2']);
  });

  it('measures a row while it is being read', async () => {
    const reader = new CsvParseReader(wide, {}, 'utf-8');
    await reader.push('id||name\n1||"');
    const piece = 'x'.repeat(65_536);
    let read = 0;
    const events: ExtractEvent[] = [];
    for (; !reader.isStopped && read < 2 * extractLimits.rowLength; read += piece.length) {
      events.push(...(await reader.push(piece)));
    }
    expect(show(events)).toEqual(['header@1 id|name', 'fatal csv.field-too-large@2']);
    expect(read).toBeLessThan(extractLimits.rowLength + 2 * piece.length);
  });
});
