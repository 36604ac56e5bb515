import { describe, expect, it } from 'vitest';
import { examineText, underlined } from './examineText';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

async function only(code: string, mapping: string, csv: string) {
  const { findings } = await examineText(mapping, csv);
  const [finding, ...others] = findings.findings.filter((candidate) => candidate.code === code);
  if (finding === undefined || others.length > 0) throw new Error(`${others.length} other findings of ${code}`);
  return finding;
}

describe('findings say', () => {
  it.each([
    [
      'value.date.invalid',
      'urn:x:y:User:Hired = FormatDateTime([Hired], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
      'Id,Hired\n1,01.11.2026\n2,02.11.2026\n',
      '2 records have dates that are not recognised and are not sent, first in line 2: "01.11.2026". The text is not a date in the format "yyyy-MM-dd". State the format of the extract, or correct the date. (E_DATE)',
      { values: ['01.11.2026', '02.11.2026'], example: '01.11.2026', columns: ['Hired'], count: 2 },
    ],
    [
      'value.id.duplicate',
      'externalId = [Id]',
      'Id,Name\n8812,a\n2,b\n8812,c\n8812,d\n',
      '2 records have the externalId of an earlier record, first in lines 2 and 4. The extract is not sent: correct the ids, use another column, or exclude all but one of the records with where.',
      { lines: [2, 4], example: '8812', columns: ['Id'], count: 2 },
    ],
    [
      'value.too-long',
      'externalId = [Id]',
      `Id,Name\n${'7'.repeat(20)},a\n`,
      '1 record has more than 16 characters here, in line 2; the longest has 20. The limit of Entra ID: employeeId.',
      { limit: 16, longest: 20, example: '7'.repeat(20), columns: ['Id'], count: 1 },
    ],
    [
      'value.user-name.characters',
      'userName = [User]',
      'User,Name\nzoë m@b,1\nana@b,2\njosé.@b,3\n',
      '2 records, first in line 2, have characters that are not allowed in a user principal name: ë, a space and é.',
      { characters: ['ë', ' ', 'é'], example: 'zoë m@b', columns: ['User'], count: 2 },
    ],
    [
      'value.manager.ring',
      `externalId = [Id]\n${ENTERPRISE}:manager.value = [Boss]`,
      'Id,Boss\n9,1\n1,2\n2,3\n3,1\n5,6\n6,5\n',
      '2 rings of managers, 5 records in total: lines 3 → 4 → 5 → 3; 6 → 7 → 6.',
      {
        rings: [
          [3, 4, 5],
          [6, 7],
        ],
        columns: ['Boss'],
        count: 5,
      },
    ],
    [
      'value.manager.unknown',
      `externalId = [Id]\n${ENTERPRISE}:manager.value = [Boss]`,
      'Id,Boss\n1,77\n2,77\n3,78\n',
      '3 records, first in line 2, have a manager who is not among the people of this extract (2 managers in total). Entra finds them only if the same job has already provisioned them.',
      { managers: 2, example: '77', columns: ['Boss'], count: 3 },
    ],
    [
      'value.never-filled',
      'nickName = [Nick]',
      `Id,Nick\n${'1,\n'.repeat(12)}`,
      'None of 12 records gets "nickName": [Nick] is empty throughout.',
      { columns: ['Nick'], areEmpty: true, count: 12 },
    ],
    [
      'value.expression',
      'nickName = Mid([Name], [Start], 1)',
      'Name,Start\nAna,secret\n',
      '1 record makes the expression fail and is not sent, in line 2. The value is not a whole number. (E_TYPE)',
      { columns: ['Name', 'Start'], example: 'secret', count: 1 },
    ],
  ])('%s: how many, where and why', async (code, mapping, csv, message, data) => {
    const finding = await only(code, mapping, csv);
    expect(finding.withValues ?? finding.message).toBe(message);
    expect(finding.data).toEqual(data);
  });

  it('are placed at the expression of their rule, with any text around it', async () => {
    const mapping = `# people\n\nname {\n  givenName = [First]\n  familyName   =   [Last]  @empty(error)  # sorted by\n}`;
    const finding = await only('value.missing', mapping, 'First,Last\nAna,\n');
    expect(finding.ruleText).toBe('familyName   =   [Last]  @empty(error)');
    expect(underlined(finding)).toBe('[Last]');
  });

  it('are placed at the condition that fails or leaves everybody out', async () => {
    const where = 'where  [Type] = "x"  # only those';
    const finding = await only('value.nothing-left', `${where}\nexternalId = [Id]`, 'Id,Type\n1,y\n');
    expect([finding.ruleText, underlined(finding)]).toEqual(['where  [Type] = "x"', '[Type] = "x"']);
  });

  it('no more than a handful of reasons at one rule', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `${index},soon,"yyyy ${index}"\n`).join('');
    const mapping = 'nickName = FormatDateTime([Day], , [Format], "yyyy")';
    const { findings } = await examineText(mapping, `Id,Day,Format\n${rows}`);
    expect(findings.findings.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 35]);
  });

  it('never what a cell holds, but for statuses and dates', async () => {
    const mapping = `externalId = [Id]\nuserName = [User]\ntitle = [Job]\nurn:x:y:User:Grade = [Job] @type(Integer)\n${ENTERPRISE}:manager.value = [Boss]\n`;
    const secret = 'Qx7';
    const row = `${secret.repeat(6)},${secret}ë,${secret.repeat(50)},${secret}\n`;
    const { findings } = await examineText(mapping, `Id,User,Job,Boss\n${row}${row}`);
    expect(findings.findings.map(({ code }) => code)).toEqual([
      'value.id.duplicate',
      'value.user-name.duplicate',
      'value.user-name.without-at',
      'value.user-name.characters',
      'value.number.invalid',
      'value.too-long',
      'value.too-long',
      'value.manager.unknown',
    ]);
    for (const { message } of findings.findings) expect(message).not.toContain(secret);
  });
});
