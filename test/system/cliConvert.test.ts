import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { textLike } from '../support/matchers';
import { callMain } from './support/callMain';
import { jsonLines, Workplace } from './support/runCli';
import { extract, HEADER, MAPPING, rows } from './support/samples';

const place = new Workplace();
afterAll(() => place.remove());

let folders = 0;
let out: string;
beforeEach(() => {
  place.write('m.scimmap', MAPPING);
  out = join(place.path, `out-${++folders}`);
});

function convert(file: string, ...more: string[]) {
  return place.run(['convert', file, '--mapping', 'm.scimmap', ...more]);
}

/** File names in the folder, hidden ones included. */
function files(): readonly string[] {
  return existsSync(out) ? readdirSync(out).sort() : [];
}

function operations(text: string): number {
  return (JSON.parse(text) as { Operations: unknown[] }).Operations.length;
}

function contents(): readonly string[] {
  return files().map((name) => readFileSync(join(out, name), 'utf8'));
}

/** 5,000 people, some 130 KB: well past the blocks in which an extract is read. */
const LONG = extract(5000);

/** Extracts that turn out to be unusable after most of them has been converted. */
const BROKEN: readonly (readonly [name: string, content: string | Uint8Array, code: string])[] = [
  [
    'a byte that is not UTF-8, after 100 KB',
    Buffer.concat([Buffer.from(LONG), Buffer.from([0xff, 0x0a])]),
    'csv.encoding.invalid',
  ],
  ['a quote that is never closed', `${LONG}5001,"user,Person,A\n`, 'csv.quote.unterminated'],
];

describe('convert to a folder', () => {
  it('writes 50 operations a file and says what it did on standard error alone', async () => {
    place.write('a.csv', extract(120));
    const { code, out: results, err } = await convert('a.csv', '--out', out);
    expect({ code, results }).toEqual({ code: 0, results: '' });
    expect(err).toBe(
      'Records: 120. Requests: 3, with 120 operations in total. Refused: 0. Excluded by the mapping: 0.\n',
    );
    expect(files()).toEqual(['0001.bulk.json', '0002.bulk.json', '0003.bulk.json']);
    expect(contents().map(operations)).toEqual([50, 50, 20]);
  });

  it('reads the extract as the options say, even where the mapping differs', async () => {
    const content = `Staff list\nprinted today\n${HEADER}${rows(1, 2)}`.replaceAll(',', '|');
    place.write('a.csv', content);
    place.write('m.scimmap', `source csv {\n  delimiter = ";"\n  header = 1\n}\n${MAPPING}`);
    const asked = ['--header', '3', '--delimiter', '|'];
    expect((await convert('a.csv', '--out', out)).code).toBe(1);
    expect(await convert('a.csv', '--out', out, ...asked)).toMatchObject({ code: 0 });
    expect(operations(contents()[0] ?? '')).toBe(2);
    const planned = await callMain(
      ['plan', join(place.path, 'a.csv'), '--mapping', join(place.path, 'm.scimmap'), ...asked],
      place.state,
    );
    expect(planned).toMatchObject({ code: 0 });
    expect(planned.out).toContain('2 to send, in 1 request\n');
  });

  it('gives the same bytes for the same input', async () => {
    place.write('a.csv', extract(120));
    await convert('a.csv', '--out', out);
    const first = contents();
    await convert('a.csv', '--out', out);
    expect(contents()).toEqual(first);
    const streamed = await convert('a.csv');
    expect(streamed.out).toBe(first.map((body) => `${body}\n`).join(''));
  });

  it('leaves refused records out, reports them in problems.json, and exits with 1', async () => {
    place.write('a.csv', HEADER + rows(1, 2) + '3,user3,Person 3,?\n4,user4\n' + rows(5, 5));
    const { code, err } = await convert('a.csv', '--out', out);
    expect(code).toBe(1);
    expect(files()).toEqual(['0001.bulk.json', 'problems.json']);
    const [request = '', problems = ''] = contents();
    expect([...request.matchAll(/"bulkId":"([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'record-1',
      'record-2',
      'record-5',
    ]);
    expect(JSON.parse(problems)).toMatchObject([
      { code: 'value.bool.unknown', severity: 'row', line: 4, record: 3, column: 'Status', rule: 'm.scimmap:4:1' },
      { severity: 'row', line: 5, record: 4 },
    ]);
    expect(err).toContain('a.csv:4: row: active: ');
    expect(err).toContain('(column Status, rule m.scimmap:4:1) [value.bool.unknown]\n');
    expect(err).toContain('Refused: 2.');
  });

  it("keeps people's values to itself unless asked", async () => {
    place.write('a.csv', `${HEADER}1,user1,Person 1,Sabbatical\n`);
    const quiet = await convert('a.csv', '--out', out);
    expect(quiet.err + contents().join('')).not.toContain('Sabbatical');
    const asked = await convert('a.csv', '--out', out, '--show-values');
    expect(asked.err).toContain('value "Sabbatical"');
    expect(contents().join('')).toContain('"value":"Sabbatical"');
  });

  it('takes the files of an earlier conversion away and no others', async () => {
    place.write('a.csv', extract(3));
    mkdirSync(join(out, '.unfinished-aB3dE6'), { recursive: true });
    for (const name of ['0001.bulk.json', '0002.bulk.json', '10000.bulk.json', 'problems.json', 'notes.txt'])
      writeFileSync(join(out, name), 'old');
    await convert('a.csv', '--out', out);
    expect(files()).toEqual(['0001.bulk.json', 'notes.txt']);
    expect(readFileSync(join(out, '0001.bulk.json'), 'utf8')).not.toBe('old');
  });

  it.each(BROKEN)('leaves no file after %s', async (_, content, problem) => {
    place.write('a.csv', content);
    await place.run(['convert', 'a.csv', '--mapping', 'm.scimmap', '--out', out]);
    writeFileSync(join(out, '0001.bulk.json'), 'old');
    const { code, out: results, err } = await convert('a.csv', '--out', out);
    expect({ code, results }).toEqual({ code: 1, results: '' });
    expect(err).toMatch(new RegExp(`^a\\.csv:\\d+: fatal: .* \\[${problem.replaceAll('.', '\\.')}\\]$`, 'm'));
    expect(err).toMatch(/^Nothing was converted\.$/m);
    expect(files()).toEqual([]);
  });

  it.each([
    ['a mapping with errors', 'externalId = ', 'a.csv'],
    ['a column that the extract lacks', `${MAPPING}title = [Title]\n`, 'a.csv'],
    ['no extract', MAPPING, 'none.csv'],
  ])('leaves no file of yesterday after %s', async (_, mapping, file) => {
    place.write('m.scimmap', mapping);
    place.write('a.csv', extract(3));
    mkdirSync(out);
    writeFileSync(join(out, '0001.bulk.json'), 'old');
    expect(await convert(file, '--out', out)).toMatchObject({ code: 1, out: '' });
    expect(files()).toEqual([]);
  });

  it('says in one sentence that a folder cannot be created', async () => {
    place.write('a.csv', extract(3));
    const { code, err } = await convert('a.csv', '--out', 'a.csv');
    expect(code).toBe(2);
    expect(err).toContain('Cannot write to the folder a.csv: it is not a folder.');
    expect(err.split('\n').length).toBeLessThan(5);
  });

  it('stops at a signal, leaves nothing and exits with 5', async () => {
    // Its warning shows that the call has begun; then it waits for input that does not come
    place.write('m.scimmap', `${MAPPING}emails[type eq "home"].value = [Name]\n`);
    const call = place.start(['convert', '-', '--mapping', 'm.scimmap', '--out', out]);
    call.process.stdin.write(LONG);
    await call.line('err', /mapping\.element-not-work/);
    call.process.kill('SIGINT');
    expect(await call.ended).toMatchObject({ code: 5, out: '' });
    expect(files()).toEqual([]);
  });
});

describe('convert to standard output', () => {
  it('writes one request a line', async () => {
    place.write('a.csv', extract(120));
    const { code, out: results } = await convert('a.csv');
    expect(code).toBe(0);
    expect(results.trimEnd().split('\n').map(operations)).toEqual([50, 50, 20]);
  });

  it('reads standard input for -', async () => {
    place.write('a.csv', extract(7));
    const piped = await place.run(['convert', '-', '--mapping', 'm.scimmap'], extract(7));
    expect(piped.code).toBe(0);
    expect(piped.out).toBe((await convert('a.csv')).out);
  });

  it.each(BROKEN)('ends with a line that is not a request after %s', async (_, content, code) => {
    place.write('a.csv', content);
    const ended = await convert('a.csv');
    expect(ended.code).toBe(1);
    const lines = jsonLines(ended.out);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines[0]).toHaveProperty('Operations');
    expect(lines.at(-1)).toMatchObject({ fatal: [{ code }] });
    expect(lines.at(-1)).not.toHaveProperty('Operations');
  });

  it.each([
    ['1', [1, 1, 1]],
    ['2', [2, 1]],
    ['50', [3]],
  ])('--operations %s', async (operationsOption, sizes) => {
    place.write('a.csv', extract(3));
    const { code, out: results } = await convert('a.csv', '--operations', operationsOption);
    expect(code).toBe(0);
    expect(results.trimEnd().split('\n').map(operations)).toEqual(sizes);
  });

  it.each([
    ...['0', '51', '-1', '1.5', 'ten'].map((value) => [value, 'takes a whole number from 1 to 50']),
    ['', 'needs a value'],
  ])('--operations=%s is a usage error', async (value, reason) => {
    place.write('a.csv', extract(3));
    const ended = await convert('a.csv', `--operations=${value}`);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(`--operations ${reason}`);
  });

  it('warns of an id that repeats, and exits with 0', async () => {
    place.write('a.csv', HEADER + rows(1, 2) + rows(1, 1));
    const { code, out: results, err } = await convert('a.csv');
    expect(code).toBe(0);
    expect(operations(results)).toBe(3);
    expect(err).toMatch(/^a\.csv:4: warning: .* the record in line 2 .*\[value\.id\.duplicate\]$/m);
  });

  it('warns of what the values do to the mapping, as check does', async () => {
    place.write('gone.scimmap', `where [Status] <> "T"\n${MAPPING}`);
    place.write('a.csv', HEADER + rows(1, 2) + rows(3, 3, 'T'));
    const { code, err } = await place.run(['convert', 'a.csv', '--mapping', 'gone.scimmap']);
    expect(code).toBe(0);
    expect(err).toMatch(/^gone\.scimmap:1:7: warning: .* in line 4: .*\[value\.status\.left-out\]$/m);
    const checked = await place.run(['check', 'gone.scimmap', '--extract', 'a.csv']);
    expect(checked.out).toContain(err.split('\n').find((line) => line.startsWith('gone.scimmap:1:7')));
  });

  it('makes every line of both streams JSON with --format json', async () => {
    place.write('m.scimmap', `${MAPPING}emails[type eq "home"].value = [Name]\n`);
    place.write('a.csv', HEADER + rows(1, 2) + rows(3, 3, '?') + rows(1, 1));
    const { code, out: results, err } = await convert('a.csv', '--format', 'json');
    expect(code).toBe(1);
    expect(jsonLines(results)).toHaveLength(1);
    expect(jsonLines(err)).toMatchObject([
      { file: 'm.scimmap', line: 5, code: 'mapping.element-not-work' },
      { code: 'value.bool.unknown', severity: 'row', line: 4 },
      { code: 'value.id.duplicate', severity: 'warning', line: 5 },
      { file: 'm.scimmap', code: 'value.user-name.duplicate', severity: 'warning' },
      { counts: { records: 4, operations: 3, batches: 1, refused: 1, excluded: 0, duplicates: 1 } },
    ]);
  });
});

describe('problems without end', () => {
  const many = HEADER + rows(1, 1) + rows(2, 1204, '?');

  it('are listed up to the thousandth, the others counted', async () => {
    place.write('a.csv', many);
    const { code, err } = await convert('a.csv', '--out', out);
    expect(code).toBe(1);
    const lines = err.trimEnd().split('\n');
    expect(lines.filter((line) => line.endsWith('[value.bool.unknown]'))).toHaveLength(1000);
    expect(lines.slice(1000)).toEqual([
      'and 203 more',
      'Records: 1,204. Requests: 1, with 1 operation in total. Refused: 1,203. Excluded by the mapping: 0.',
    ]);
    expect(JSON.parse(readFileSync(join(out, 'problems.json'), 'utf8'))).toHaveLength(1203);
  });

  it('and in JSON', async () => {
    place.write('a.csv', many);
    const lines = jsonLines((await convert('a.csv', '--format', 'json')).err);
    expect(lines).toHaveLength(1002);
    expect(lines[1000]).toEqual({ more: 203 });
  });

  it('do not hide the one that ends it all', async () => {
    place.write('a.csv', `${many}"`);
    const { err } = await convert('a.csv');
    expect(err.trimEnd().split('\n').slice(1000)).toEqual([
      textLike(/fatal: .*\[csv\.quote\.unterminated\]$/),
      'and 203 more',
      'Nothing was converted.',
    ]);
  });
});
