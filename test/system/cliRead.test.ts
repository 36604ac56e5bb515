import { afterAll, describe, expect, it } from 'vitest';
import { textLike, textWith } from '../support/matchers';
import { jsonLines, Workplace } from './support/runCli';
import { extract, HEADER, rows } from './support/samples';

const place = new Workplace();
afterAll(() => place.remove());

function read(content: string | Uint8Array, ...options: string[]) {
  place.write('a.csv', content);
  return place.run(['read', 'a.csv', ...options]);
}

describe('read', () => {
  it('prints the header, then each record, as arrays', async () => {
    const { code, out, err } = await read('Id,Name\n1,"Ana ""A."" Silva"\n2,\n');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe('["Id","Name"]\n["1","Ana \\"A.\\" Silva"]\n["2",""]\n');
  });

  it.each([
    [
      '--delimiter',
      ['--delimiter', '|'],
      'a,b|c\n1,2|3\n',
      [
        ['a,b', 'c'],
        ['1,2', '3'],
      ],
    ],
    [
      'a tab, written as people can type it',
      ['--delimiter', '\\t'],
      'a,b\tc\n1\t2\n',
      [
        ['a,b', 'c'],
        ['1', '2'],
      ],
    ],
    [
      '--header',
      ['--header', '3'],
      'Report,2026\n\nId,Name\n1,Ana\n',
      [
        ['Id', 'Name'],
        ['1', 'Ana'],
      ],
    ],
    [
      '--quote',
      ['--quote', "'"],
      "Id,Name\n1,'a,\"b'\n",
      [
        ['Id', 'Name'],
        ['1', 'a,"b'],
      ],
    ],
    [
      '--encoding',
      ['--encoding', 'windows-1252'],
      Buffer.from('Id,Name\n1,Jos\xe9\n', 'latin1'),
      [
        ['Id', 'Name'],
        ['1', 'José'],
      ],
    ],
  ])('heeds %s', async (_, options, content, expected) => {
    const { code, out } = await read(content, ...options);
    expect(code).toBe(0);
    expect(jsonLines(out)).toEqual(expected);
  });

  it('leaves a row out that does not fit the header, says so, and exits with 1', async () => {
    const { code, out, err } = await read('Id,Name\n1,Ana\n2\n3,Cleo\n');
    expect(code).toBe(1);
    expect(jsonLines(out)).toEqual([
      ['Id', 'Name'],
      ['1', 'Ana'],
      ['3', 'Cleo'],
    ]);
    expect(err).toMatch(/^a\.csv:3: row: .* \[csv\.row\.field-count\]\n$/);
  });

  it('writes problems as objects with --format json', async () => {
    const { err } = await read('Id,Name\n1,Ana\n2\n', '--format', 'json');
    expect(jsonLines(err)).toEqual([
      {
        code: textLike(/^csv\./),
        severity: 'row',
        line: 3,
        record: 2,
        message: textWith('column'),
      },
    ]);
  });

  it('ends with a line that is not a record after a fatal problem', async () => {
    const content = Buffer.concat([Buffer.from(extract(6000)), Buffer.from([0xc3, 0x28, 0x0a])]);
    const { code, out, err } = await read(content);
    expect(code).toBe(1);
    const lines = jsonLines(out);
    expect(lines.length).toBeGreaterThan(3000);
    expect(lines.slice(0, -1).every(Array.isArray)).toBe(true);
    expect(lines.at(-1)).toMatchObject({ fatal: { code: 'csv.encoding.invalid' } });
    expect(err).toMatch(/^a\.csv:6002: fatal: /);
  });

  it('lists a thousand problems and counts the rest', async () => {
    const { code, out, err } = await read(HEADER + rows(1, 1) + 'short\n'.repeat(3001));
    expect(code).toBe(1);
    expect(jsonLines(out)).toHaveLength(2);
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toBe('and 2,001 more');
  });

  it('reads standard input for -', async () => {
    const { code, out } = await place.run(['read', '-'], 'Id\n7\n');
    expect({ code, out }).toEqual({ code: 0, out: '["Id"]\n["7"]\n' });
  });

  it('stops at a signal while it waits for input', async () => {
    const call = place.start(['read', '-']);
    call.process.stdin.write(extract(6000));
    await call.line('out', /Person 1000/);
    call.process.kill('SIGTERM');
    const { code, err } = await call.ended;
    expect({ code, err }).toEqual({ code: 5, err: 'Stopped.\n' });
  });

  it('is done when nobody reads on', async () => {
    place.write('a.csv', extract(60_000));
    const call = place.start(['read', 'a.csv']);
    await call.line('out', /Person 1"/);
    call.process.stdout.destroy();
    expect(await call.ended).toMatchObject({ code: 0, err: '' });
  });

  it('shows what a terminal would obey', async () => {
    const { err } = await read('\u001b[31mId,\u001b[31mId\n1,2\n');
    expect(err).toContain('\\u001b[31mId');
    expect(err).not.toContain('\u001b');
  });

  it('names the column of a fault', async () => {
    const { code, err } = await read('Id,Name\n1,An"a\n', '--format', 'json');
    expect(code).toBe(1);
    expect(jsonLines(err)).toEqual([
      { code: 'csv.quote.stray', severity: 'fatal', line: 2, column: 'Name', message: textWith('quotes') },
    ]);
  });

  it('prints what the columns hold with --profile, and nothing else', async () => {
    const { code, out } = await read('Id,Day,Job\n1,2026-11-23,#N/A\n2,2013-01-31,Clerk\n3,,Clerk\n', '--profile');
    expect(code).toBe(0);
    expect(jsonLines(out)).toEqual([
      {
        records: 3,
        isComplete: true,
        columns: [
          expect.objectContaining({ column: 'Id', filled: 3, distinct: 3, isDistinctExact: true }),
          expect.objectContaining({
            column: 'Day',
            filled: 2,
            shapes: [{ shape: '9999-99-99', count: 2 }],
            dates: { format: 'yyyy-MM-dd', earliest: '2013-01-31', latest: '2026-11-23' },
          }),
          expect.objectContaining({
            column: 'Job',
            values: [
              { value: 'Clerk', count: 2 },
              { value: '#N/A', count: 1 },
            ],
            damage: [{ kind: 'excelError', count: 1, record: 1, line: 2 }],
          }),
        ],
      },
    ]);
  });

  it('has no profile of an extract that cannot be read', async () => {
    const { code, out } = await read('Id,Name\n1,"Ana\n', '--profile');
    expect(code).toBe(1);
    expect(jsonLines(out)).toEqual([{ fatal: { code: 'csv.quote.unterminated', message: textWith('quote') } }]);
  });

  it('warns of cells that any mapping would trip over, once for each column and kind', async () => {
    const rows = ['\u00a07001,Ann\u200b,x', '\u00a07002,Bo\u200b,lost \ufffd', '7003,a\u202eb,t\u001b[2J'].join('\n');
    const { code, out, err } = await read(`Id,Name,Job\n${rows}\n`, '--format', 'json');
    expect(code).toBe(0);
    expect(jsonLines(out)).toHaveLength(4);
    expect(jsonLines(err)).toEqual([
      textual('value.hidden-char', 2, 'Id', '2 cells'),
      textual('value.hidden-char', 2, 'Name', '2 cells'),
      textual('value.bidi', 4, 'Name', 'direction'),
      textual('value.replacement-char', 3, 'Job', 'U+FFFD'),
      textual('value.control', 4, 'Job', 'control'),
    ]);
    const profile = await read(`Id,Name,Job\n${rows}\n`, '--profile', '--format', 'json');
    expect(jsonLines(profile.err)).toHaveLength(5);
    function textual(code: string, line: number, column: string, words: string) {
      return { code, severity: 'warning', line, record: line - 1, column, message: textWith(words) };
    }
  });

  it('says nothing of cells after a fatal problem', async () => {
    const { code, err } = await read('Id,Name\n\u00a01,Ana\n2,"Bo\n');
    expect(code).toBe(1);
    expect(err).toMatch(/^a\.csv:3: fatal: [^\n]*\n$/);
  });

  it('heeds limits of size', async () => {
    const { code, err } = await read(extract(20), '--max-records', '5');
    expect(code).toBe(1);
    expect(err).toMatch(/more than 5 records.*\[csv\.too-large\]/);
    expect((await read('Id\n1\n', '--max-bytes', '3')).err).toMatch(/more than 3 bytes/);
    expect((await read('Id\n1\n', '--max-bytes', '0')).code).toBe(2);
  });
});
