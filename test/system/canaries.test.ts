import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './support/runCli';

const place = new Workplace();
afterAll(() => place.remove());

const COLUMNS = ['Id', 'User', 'Name', 'Status', 'Hired', 'Flag', 'Number', 'Boss', 'Country', 'Title', 'Other'];
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** A rule for each way in which a cell can be at fault, and in which a message could quote it. */
const MAPPING = `externalId = [Id]
userName    = [User]
displayName = [Name]
active      = Switch([Status], , "Active", "True", "Left", "False")
title       = [Title]
nickName    = Mid([Name], [Number], 1)
preferredLanguage = IIF(CDate([Hired]) > CDate("2020-01-01"), "en", "de")
urn:ietf:params:scim:schemas:extension:contoso:1.0:User:Hired = FormatDateTime([Hired], , "yyyy-MM-dd", "yyyy-MM-dd")  @type(DateTime)
urn:ietf:params:scim:schemas:extension:contoso:1.0:User:Flag = [Flag]  @type(Boolean)
urn:ietf:params:scim:schemas:extension:contoso:1.0:User:Number = [Number]  @type(Integer)
${ENTERPRISE}:manager.value = [Boss]
`;

/** The same without what refuses a record: then people are sent, and the service sees them. */
const SENT = `externalId = [Id]
userName    = [User]
displayName = [Name]
title       = [Title]
active      = "True"
addresses[type eq "work"].country = [Country]
${ENTERPRISE}:manager.value = [Boss]
`;

const canary = (row: number, column: string) => `cNRy${row}${column.toLowerCase()}x`;

/** Each cell is a value of its own; the last two rows repeat an id and nearly repeat one. */
function extract(withRepeats: boolean): string {
  const row = (number: number, id = canary(number, 'Id')) =>
    COLUMNS.map((column) => {
      if (column === 'Id') return id;
      if (column === 'Title' && number === 3) return canary(number, column) + 'y'.repeat(300);
      if (column === 'User' && number === 2) return `"${canary(number, column)} @a@b"`;
      return canary(number, column);
    }).join(',');
  const repeats = withRepeats
    ? [row(9, canary(1, 'Id')), row(10, canary(2, 'Id').toUpperCase()), `${row(11)},extra`]
    : [];
  return `${[COLUMNS.join(','), ...[1, 2, 3, 4].map((number) => row(number)), ...repeats].join('\n')}\n`;
}

const found = (text: string) => [...new Set(text.match(/cNRy[0-9]+[a-z]+x/gi) ?? [])];
/** People and their managers are named by their ids, which is documented. */
const isId = (text: string) => /^cNRy[0-9]+(?:id|boss)x$/i.test(text);

beforeAll(() => {
  place.write('m.scimmap', MAPPING);
  place.write('sent.scimmap', SENT);
  place.write('e.csv', extract(true));
  const people = extract(false).split('\n').slice(1);
  place.write('headerless.csv', people.join('\n'));
  place.write('good.csv', extract(false));
  place.write('users.json', JSON.stringify({ value: [] }));
  mkdirSync(join(place.path, 'out'));
});

describe('without --show-values no value of a cell is printed', () => {
  it.each(['text', 'json', 'sarif'])('by check --format %s, which shows them with it', async (format) => {
    const words = ['check', 'm.scimmap', '--extract', 'e.csv', '--format', format];
    const { code, out, err } = await place.run(words);
    expect({ code, found: found(out + err) }).toEqual({ code: 1, found: [] });
    const shown = await place.run([...words, '--show-values']);
    expect(found(shown.out)).toEqual(expect.arrayContaining([canary(1, 'Status'), canary(1, 'Hired')]));
  });

  it.each(['text', 'json'])('by convert --format %s with its problems', async (format) => {
    const words = ['convert', 'e.csv', '--mapping', 'm.scimmap', '--out', 'out', '--format', format];
    const { code, out, err } = await place.run(words);
    const listed = () => readFileSync(join(place.path, 'out', 'problems.json'), 'utf8');
    expect({ code, found: found(out + err + listed()) }).toEqual({ code: 1, found: [] });
    const shown = await place.run([...words, '--show-values']);
    expect(found(shown.err)).toContain(canary(1, 'Status'));
    expect(found(listed())).toContain(canary(1, 'Status'));
  });

  it.each(['text', 'json', 'sarif'])('by check --format %s when the header is missing', async (format) => {
    const words = ['check', 'm.scimmap', '--extract', 'headerless.csv', '--format', format];
    const { code, out, err } = await place.run(words);
    expect({ code, found: found(out + err) }).toEqual({ code: 1, found: [] });
    const shown = await place.run([...words, '--show-values']);
    expect(found(shown.out + shown.err)).not.toEqual([]);
  });

  it.each(['text', 'json'])('by convert --format %s when the header is missing', async (format) => {
    const words = ['convert', 'headerless.csv', '--mapping', 'm.scimmap', '--out', 'headerless', '--format', format];
    const { code, out, err } = await place.run(words);
    expect({ failed: code !== 0, found: found(out + err) }).toEqual({ failed: true, found: [] });
  });

  it.each(['text', 'json'])('by read --format %s with its problems', async (format) => {
    const { err } = await place.run(['read', 'e.csv', '--format', format]);
    expect(err).toContain('csv.row.field-count');
    expect(found(err)).toEqual([]);
  });

  it.each(['text', 'json'])('by import --format %s besides the mapping', async (format) => {
    const { err } = await place.run(['import', 'e.csv', '--format', format]);
    expect(found(err)).toEqual([]);
  });

  it.each([
    ['text', 'm.scimmap', 'e.csv'],
    ['json', 'm.scimmap', 'e.csv'],
    ['text', 'sent.scimmap', 'good.csv'],
    ['json', 'sent.scimmap', 'good.csv'],
  ])('by plan --format %s with %s, but for ids', async (format, mapping, csv) => {
    const words = ['plan', csv, '--mapping', mapping, '--directory', 'users.json', '--domain', 'contoso.com'];
    const { out, err } = await place.run([...words, '--format', format]);
    expect(found(out + err).filter((text) => !isId(text))).toEqual([]);
    const shown = await place.run([...words, '--format', format, '--show-values']);
    expect(found(shown.out + shown.err).filter((text) => !isId(text))).not.toEqual([]);
  });

  it.each([
    ['text', 'm.scimmap', 'e.csv'],
    ['json', 'm.scimmap', 'e.csv'],
    ['text', 'sent.scimmap', 'good.csv'],
    ['json', 'sent.scimmap', 'good.csv'],
  ])('by send --format %s with %s, but for ids', async (format, mapping, csv) => {
    const { out, err } = await place.run([
      'send',
      csv,
      '--mapping',
      mapping,
      '--connection',
      'sandbox',
      '--wait',
      '--format',
      format,
    ]);
    expect(out + err).not.toBe('');
    expect(found(out + err).filter((text) => !isId(text))).toEqual([]);
  });
});

it('a send, its plan and its resumption write nothing of people to the state folder, not even an id', async () => {
  const words = ['good.csv', '--mapping', 'sent.scimmap', '--connection', 'sandbox'];
  for (const call of [
    ['plan', ...words],
    ['send', ...words],
    ['send', ...words, '--yes', '--wait'],
    ['runs', 'show', 'last'],
  ]) {
    const { code } = await place.run(call);
    expect(code).not.toBe(2);
  }
  const files = readdirSync(place.state, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['plan.json', 'journal.ndjson']));
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const encoding of ['latin1', 'utf16le'] as const)
      expect([name, found(bytes.toString(encoding))]).toEqual([name, []]);
  }
});
