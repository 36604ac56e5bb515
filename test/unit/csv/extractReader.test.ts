import { describe, expect, it } from 'vitest';
import type { ExtractEvent, ReadOptions } from '../../../src/core/csv/extractEvent';
import { ExtractReader } from '../../../src/core/csv/extractReader';
import { extractCases, inPieces, show } from './extractCases';
import { codeOf } from '../../support/codeOf';

function read(text: string, options: ReadOptions = {}): readonly ExtractEvent[] {
  const reader = new ExtractReader(options, 'utf-8');
  return [...reader.push(text), ...reader.end()];
}

describe('ExtractReader', () => {
  for (const [name, text, events, options = {}] of extractCases) {
    it(`reads ${name}`, () => {
      expect(show(read(text, options))).toEqual(events);
    });

    it(`gives the same in small pieces: ${name}`, () => {
      const reader = new ExtractReader(options, 'utf-8');
      const pieces = inPieces(text);
      expect(show([...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()])).toEqual(events);
    });
  }

  it('says which dialect and encoding the extract has', () => {
    const [event] = read("'id'|'name'\n", { quote: "'" });
    expect(event).toMatchObject({
      header: { dialect: { delimiter: '|', quote: "'" }, encoding: 'utf-8' },
    });
  });

  it('says how many cells a row has and should have', () => {
    const problem = read('id;name;city\n1;Ana\n').find((event) => event.kind === 'problem');
    expect(problem?.problem.message).toContain('The row has 2 cells but the header has 3 columns');
  });

  it('counts blank rows', () => {
    const problem = read(`id;name\n1;Ana\n${';\n'.repeat(1234)}`).find((event) => event.kind === 'problem');
    expect(problem?.problem.message).toContain('1,234 rows');
  });

  it('never shows what a cell says', () => {
    const events = [
      ...read('id;name\n1;secret;x\n2;"secret\n'),
      ...read('id;name\n1;sec"ret\n'),
      ...read('id;name\n1;"secret"secret\n'),
    ];
    const messages = events.flatMap((event) => (event.kind === 'problem' ? [event.problem.message] : []));
    expect(messages).toHaveLength(4);
    expect(messages.join()).not.toContain('secret');
  });

  it('tells nothing more after a fatal problem', () => {
    const reader = new ExtractReader({ delimiter: ';' }, 'utf-8');
    reader.push('id;name\n1;A"na\n');
    expect(reader.isStopped).toBe(true);
    expect([...reader.push('2;Ben\n'), ...reader.end()]).toEqual([]);
  });

  it('holds back no more than the sample', () => {
    const reader = new ExtractReader({}, 'utf-8');
    const row = `1;${'x'.repeat(1000)}\n`;
    expect(reader.push(`id;name\n${row}`)).toEqual([]);
    expect(reader.push(row.repeat(200)).length).toBeGreaterThan(200);
    expect(reader.push(row)).toHaveLength(1);
  });

  it.each([
    ['below the header', 'id;name\n1;Ana\n2;B', {}, 3],
    ['above a stated header', 'Report\nof', { header: 5 }, 2],
    ['after a lone CR', 'id\r1\r', { delimiter: ';' }, 3],
    ['within quotes', 'id;name\n1;"\n\n', { delimiter: ';' }, 4],
  ])('gives a problem of the bytes the line that was reached: %s', (_name, text, options, line) => {
    const reader = new ExtractReader(options, 'utf-8');
    reader.push(text);
    const problem = { code: codeOf('csv.encoding.invalid'), severity: 'fatal', message: 'Not text.' } as const;
    expect(reader.abort(problem).at(-1)).toEqual({ kind: 'problem', problem: { ...problem, line } });
    expect(reader.end()).toEqual([]);
  });
});
