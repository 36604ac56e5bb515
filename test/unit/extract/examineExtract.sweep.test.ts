import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { examineExtract } from '../../../src/extract/examineExtract';
import { examineText, findingLines } from '../examine/checks/examineText';
import { inChunks } from './readText';
import { placesUpTo } from '../../support/sweep';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const MAPPING = `externalId = [Id]\nuserName = [User]\ndisplayName = [User]\nactive = [Active]\n${ENTERPRISE}:manager.value = [Boss]\n`;
const HEADER = 'Id,User,Active,Boss\n';

function numbered(count: number): string {
  return HEADER + Array.from({ length: count }, (_, index) => `${index + 1},u${index + 1}@b,True,none\n`).join('');
}

async function ofFiles(mapping: string, csv: string) {
  const loaded = loadMapping(readFileSync(mapping, 'utf8'));
  return examineExtract(inChunks(readFileSync(csv), 10_000), loaded);
}

describe('examineExtract', () => {
  it('finds nothing wrong where nothing is, and profiles all', async () => {
    const { findings, profile, header, fatal, record } = await examineText(
      MAPPING,
      `${HEADER}1,a@b,True,\n2,b@b,False,1\n`,
    );
    expect(findings.findings).toEqual([]);
    expect(findings).toMatchObject({ records: 2, isComplete: true });
    expect(profile).toMatchObject({ records: 2, isComplete: true });
    expect(profile.columns.map(({ column }) => column)).toEqual(header?.columns);
    expect(record).toMatchObject({ number: 1, line: 2, cells: ['1', 'a@b', 'True', ''] });
    expect(fatal).toEqual([]);
  });

  it('gives back the record that is asked for', async () => {
    expect((await examineText(MAPPING, numbered(3), { record: 3 })).record?.cells[0]).toBe('3');
    expect((await examineText(MAPPING, numbered(3), { record: 4 })).record).toBeUndefined();
  });

  it('stops at a limit, says so, and then claims nothing to be missing', async () => {
    const whole = await examineText(MAPPING, numbered(20), { records: 20 });
    expect(whole.profile).toMatchObject({ records: 20, isComplete: true });
    expect(findingLines(whole.findings.findings)).toEqual(['information value.manager.unknown 20@2']);
    const part = await examineText(MAPPING, numbered(20), { records: 19 });
    expect(part.profile).toMatchObject({ records: 19, isComplete: false });
    expect(part.findings).toMatchObject({ records: 19, isComplete: false, findings: [] });
  });

  it('stops when it is cancelled', async () => {
    const csv = numbered(50_000);
    let asked = 0;
    const isCancelled = () => ++asked === 3;
    const { profile } = await examineExtract(inChunks(new TextEncoder().encode(csv), 1000), loadMapping(MAPPING), {
      isCancelled,
    });
    expect(asked).toBe(3);
    expect(profile.isComplete).toBe(false);
    expect(profile.records).toBeGreaterThan(0);
    expect(profile.records).toBeLessThan(50_000);
  });

  it('leaves out rules with errors and rules that read columns that are not there', async () => {
    const mapping = `${MAPPING}title = ToLower([Id]\nnickName = [Nick]\nnope = [Id]\ntitle = Foo([Id])\nname.givenName = [User] @empty(error)\n`;
    const { findings, profile } = await examineText(mapping, `${HEADER}1,,yes,\n`);
    expect(profile.records).toBe(1);
    expect(findingLines(findings.findings)).toEqual([
      'error value.missing 1@2',
      'error value.missing 1@2',
      'error value.status.undecided 1@2',
    ]);
  });

  it('looks at the first rule although others are missing', async () => {
    expect(findingLines((await examineText('externalId = [Id]', 'Id,Name\n,Ana\n')).findings.findings)).toEqual([
      'error value.id.missing 1@2',
    ]);
  });

  it.each(['where [Nope] = "x"', 'where Foo([Id])', 'where', 'where [Id'])(
    'finds nothing while nobody knows which records are sent: %s',
    async (where) => {
      const { findings, profile } = await examineText(`${where}\n${MAPPING}`, `${HEADER},,yes,\n`);
      expect(findings.findings).toEqual([]);
      expect(profile.records).toBe(1);
    },
  );

  it('says what keeps an extract from being read, and finds nothing in it', async () => {
    const { findings, fatal, header } = await examineText(MAPPING, `${HEADER},,yes,\n"1,a,b,c\n`);
    expect(fatal.map(({ code }) => code)).toEqual(['csv.quote.unterminated']);
    expect(findings).toMatchObject({ findings: [], isComplete: false });
    expect(header?.columns).toEqual(['Id', 'User', 'Active', 'Boss']);
    const empty = await examineText(MAPPING, '');
    expect(empty.fatal.map(({ code }) => code)).toEqual(['csv.empty']);
    expect(empty.header).toBeUndefined();
  });

  it('finds in the published sample of CSV2SCIM what is in it', async () => {
    const folder = 'test/data/csv2scim';
    const { findings } = await ofFiles(`${folder}/AttributeMapping.scimmap`, `${folder}/csv-with-1000-records.csv`);
    expect(findingLines(findings.findings)).toEqual([
      'error value.id.duplicate 376@39',
      'warning value.user-name.duplicate 376@39',
      'warning value.user-name.without-at 1000@2',
      'information value.manager.unknown 231@2',
      'warning value.manager.self 1@515',
    ]);
    expect(findings.statuses?.[0]?.rows.map(({ cells, result, count }) => [cells[0], result, count])).toEqual([
      ['Inactive', 'false', 504],
      ['Active', 'true', 496],
    ]);
  });

  it('finds in the sample of Contoso what is hidden there', async () => {
    const { findings } = await ofFiles('samples/contoso/contoso.scimmap', 'samples/contoso/contoso.csv');
    expect(findingLines(findings.findings)).toEqual([
      'error value.id.missing 1@856',
      'warning value.user-name.duplicate 2@468',
      'warning value.user-name.characters 3@19',
      'warning value.display-name.missing 2@202',
      'error value.status.undecided 1@502',
      'error value.date.invalid 2@60',
      'warning value.too-long 2@489',
      'information value.manager.unknown 3@124',
    ]);
  });

  it('survives every prefix of a mapping', async () => {
    const mapping = readFileSync('samples/contoso/contoso.scimmap', 'utf8');
    const csv = readFileSync('samples/contoso/contoso.csv', 'utf8').split('\n').slice(0, 3).join('\n');
    for (const end of placesUpTo(mapping.length, 13)) {
      const { profile } = await examineText(mapping.slice(0, end), csv);
      expect(profile.columns, `up to ${end}`).not.toEqual([]);
    }
    for (const at of placesUpTo(mapping.length - 1, 17))
      await examineText(mapping.slice(0, at) + mapping.slice(at + 1), csv);
  });
});
