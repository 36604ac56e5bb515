import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../../src/core/text/textEdit';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';
import { recordFixes } from '../../../../../src/language/mapping/quickFixes/recordFixes';
import { examineText } from '../../../examine/checks/examineText';

const MAPPING = `externalId = [Id]
userName = [User]
active = Switch([State], , "Active", "True", "Terminated", "False")
urn:ietf:params:scim:schemas:extension:contoso:1.0:User:hired = FormatDateTime([Hired], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ") @type(DateTime)
`;
const EXTRACT = `Id,User,State,Hired
1,ana@contoso.com,Active,31.12.2020
2,ben@contoso.com,Parental,30.11.2020
3,,Gone,1.10.2020
4,dan@contoso.com,Terminated,
`;

async function opened(mapping = MAPPING, csv?: string) {
  if (csv === undefined) return openMapping(mapping);
  const { header, profile, findings } = await examineText(mapping, csv);
  return openMapping(mapping, {
    columns: header?.columns ?? [],
    extract: { name: 'a.csv', profile, values: findings },
  });
}

/** The rule with the fault after each fix, or `ask`; by title. */
async function fixesOf(code: string, path: string, columns: readonly string[], value?: string, csv?: string) {
  const document = await opened(MAPPING, csv);
  const fault = { code, rule: MAPPING.indexOf(path), columns, ...(value !== undefined && { value }) };
  return Object.fromEntries(
    recordFixes(document, fault).map(({ title, edits }) => [
      title,
      edits === 'ask' ? edits : applyEdits(MAPPING, edits).replaceAll(/\s+/g, ' '),
    ]),
  );
}

describe('recordFixes', () => {
  it('lets a status be decided that the rule does not name, what it probably means first', async () => {
    const fixes = await fixesOf('value.bool.unknown', 'active', ['State'], 'Gone', EXTRACT);
    expect(Object.keys(fixes)).toEqual([
      'Treat "Gone" as enabled',
      'Treat "Gone" as disabled',
      'Exclude records with "Gone"',
      'Decide all 2 statuses…',
    ]);
    expect(fixes['Treat "Gone" as disabled']).toContain('"Terminated", "False", "Gone", "False")');
    expect(fixes['Exclude records with "Gone"']).toContain('where [State] <> "Gone"');
    expect(fixes['Decide all 2 statuses…']).toBe('ask');
  });

  it('decides nothing before the extract is known, and nothing of a status that is not open', async () => {
    expect(await fixesOf('value.bool.unknown', 'active', ['State'], 'Gone')).toEqual({});
    expect(await fixesOf('value.bool.unknown', 'active', ['State'], 'Active', EXTRACT)).toEqual({});
    expect(await fixesOf('value.bool.unknown', 'userName', ['User'], 'Gone', EXTRACT)).toEqual({});
  });

  it('takes a format that reads what the extract holds, and what one record holds where no more is known', async () => {
    const [whole, single] = [
      await fixesOf('value.date.invalid', 'urn:', ['Hired'], '31.12.2020', EXTRACT),
      await fixesOf('value.date.invalid', 'urn:', ['Hired'], '31.12.2020'),
    ];
    expect(whole['Change format to d.M.yyyy']).toContain('[Hired], , "d.M.yyyy",');
    expect(Object.keys(single)).toEqual([expect.stringMatching(/^Change format to dd?\.MM?\.yyyy/)]);
  });

  it('leaves records out that lack what they need', async () => {
    const fixes = await fixesOf('value.missing', 'userName', ['User'], undefined, EXTRACT);
    expect(fixes['Exclude records: where IsPresent([User])']).toContain('where IsPresent([User])');
  });

  it('offers nothing that mends nothing, and nothing for a rule that is not there', async () => {
    expect(await fixesOf('value.expression', 'userName', ['User'], 'x', EXTRACT)).toEqual({});
    expect(recordFixes(await opened(), { code: 'value.missing', rule: 3, columns: ['User'] })).toEqual([]);
  });
});
