import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callMain } from './support/callMain';
import { Workplace } from './support/runCli';

const MAPPING = `source csv {
  delimiter = ";"
  header = 2
}
externalId = [Badge]
userName = [Login]
displayName = [Name]
active = "True"
`;
/** Two people want one sign-in name, one has none, and one row is longer than the header. */
const EXTRACT = [
  '\ufeffStaff of "May"',
  'Badge;Name;Login',
  '0101;"Ana ""A"" Núñez";ana@contoso.com',
  '0102;Bo;',
  ';;',
  '0103;=Cy();ana@contoso.com',
  '0104;"Di',
  'Ng";di@contoso.com;more',
  '0105;Ed;ed@contoso.com',
].join('\r\n');

const place = new Workplace();
const { state } = place;
const at = (name: string) => join(place.path, name);
let csv = '';
let mapping = '';

const report = (...words: readonly string[]) => callMain(['runs', 'report', 'last', ...words], state);
const rowsOf = (text: string) =>
  parse(text, { delimiter: ';', relax_column_count: true, skip_empty_lines: false, relax_quotes: true, bom: true });

beforeAll(async () => {
  csv = at(place.write('staff.csv', EXTRACT));
  mapping = at(place.write('staff.scimmap', MAPPING));
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, 'limits.json'), '{ "refuse.stop": 100 }');
  const words = ['send', csv, '--mapping', mapping, '--connection', 'sandbox', '--yes', '--wait'];
  const sent = await callMain(words, state);
  expect(sent.err).toContain('Request 1 of 1 accepted');
  expect(sent.code, sent.err).toBe(1);
});
afterAll(() => place.remove());

describe('runs report', () => {
  it('writes the extract back with the result of each person, every cell of it as it was', async () => {
    const { code, out } = await report();
    expect(code).toBe(0);
    const before = rowsOf(EXTRACT);
    const after = rowsOf(out);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toEqual([...(before[1] ?? []), 'Result', 'Cause', 'Remedy', 'Entry']);
    expect(after.map((row, index) => row.slice(0, before[index]?.length))).toEqual(before);
    const results = after.slice(2).map((row, index) => row.slice(before[index + 2]?.length));
    expect(results.map(([result]) => result)).toEqual([
      'created',
      'skipped (invalid)',
      undefined,
      'failed',
      'skipped (invalid)',
      'created',
    ]);
    const [first, invalid, , failed] = results;
    expect(first?.[3]).toMatch(/^[0-9a-f-]{36}$/);
    expect(invalid).toEqual(['skipped (invalid)', expect.stringContaining('userName'), '', '']);
    expect(failed?.[1]).toContain('already');
    expect(failed?.[2]).not.toBe('');
    // The cells of somebody else are none of ours
    expect(out).toContain('\r\n0103;=Cy();ana@contoso.com;"failed";');
    expect(out.startsWith('\ufeffStaff of "May"\r\nBadge;Name;Login;"Result"')).toBe(true);
  });

  it('writes the same in JSON, with what "runs show" says of each', async () => {
    const [json, shown] = await Promise.all([
      report('--as', 'json'),
      callMain(['runs', 'show', 'last', '--format', 'json'], state),
    ]);
    const people = JSON.parse(json.out) as readonly Record<string, unknown>[];
    const { records } = JSON.parse(shown.out) as { readonly records: readonly object[] };
    expect(people).toMatchObject(records);
    expect(people[2]).toMatchObject({
      result: 'failed',
      values: { Badge: '0103', Name: '=Cy()', Login: 'ana@contoso.com' },
    });
    expect(people[3]).toMatchObject({ cells: ['0104', 'Di\r\nNg', 'di@contoso.com', 'more'] });
  });

  it('writes a new file for its owner alone, and never over another', async () => {
    const file = at('results.JSON');
    expect(await report('--out', file)).toMatchObject({ code: 0, err: `Wrote ${file}.\n` });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(5);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await report('--out', csv);
    expect(again.code).not.toBe(0);
    expect(again.err).toContain('it exists already');
    expect(readFileSync(csv, 'utf8')).toBe(EXTRACT);
  });

  it('writes a page that names nobody in full, unless that is asked for', async () => {
    const { code, out } = await report('--as', 'html');
    expect(code).toBe(0);
    expect(out).toContain('<h1>Results of staff.csv</h1>');
    expect(out).toContain('a sandbox: no real account was touched');
    expect(out).toContain('To fix in the extract: 2 records');
    expect(out).toContain('For IT: 1 record');
    expect(out).toContain('<li>line 6 · C. · …03</li>');
    expect(out).not.toMatch(/0103|=Cy|ana@/);
    const file = at('people.html');
    expect(await report('--names', '--out', file)).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8')).toContain('<li>line 6 · =Cy() · 0103</li>');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('writes a page where the extract is gone, with people by line', async () => {
    const gone = at('gone.csv');
    const { code, out, err } = await report('--as', 'html', '--extract', gone);
    expect(code).toBe(0);
    expect(out).toContain('<li>line 6</li>');
    expect(err).toContain('the extract or the mapping has changed');
  });

  it('says what it cannot say once the mapping has changed, and reads the extract as it was read', async () => {
    writeFileSync(mapping, MAPPING.replace('[Name]', '[Badge]'));
    const changed = await report();
    expect(changed).toMatchObject({ code: 0 });
    expect(changed.err).toContain('the extract or the mapping has changed');
    expect(changed.out).toContain('0102;Bo;;"skipped (invalid)";"";"";""\r\n');
    writeFileSync(mapping, MAPPING.replace('header = 2\n', 'header = 3\n'));
    const other = await report();
    expect(other).toMatchObject({ code: 1, out: '' });
    expect(other.err).toContain('its rows are not those of the run');
    writeFileSync(mapping, MAPPING);
  });

  it('refuses an extract that is not the one that was sent', async () => {
    writeFileSync(csv, EXTRACT.replace('0105', '0106'));
    const changed = await report();
    expect(changed).toMatchObject({ code: 1, out: '' });
    expect(changed.err).toContain('staff.csv is not the extract that was sent');
    writeFileSync(csv, EXTRACT);
    const gone = await report('--extract', at('gone.csv'));
    expect(gone).toMatchObject({ code: 1, out: '' });
    expect(gone.err).toContain('there is no such file');
  });

  it('says what it does not take', async () => {
    expect(await report('--as', 'xlsx')).toMatchObject({ code: 2, out: '' });
    expect(await report('--names')).toMatchObject({ code: 2, out: '' });
  });
});
