import { describe, expect, it } from 'vitest';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';
import { diagnoseMapping } from '../../../../../src/language/mapping/diagnoseMapping';
import { showCellCommand } from '../../../../../src/language/mapping/quickFixes/goToCell';
import { examineText } from '../../../examine/checks/examineText';
import { outcomes, quickFixes } from '../../appliedActions';

const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';

/** Looks at the extract, and gives the rule that each fix leaves of the one with the problem: by title. */
async function fixesFor(mapping: string, csv: string, code: string) {
  const { header, profile, findings } = await examineText(mapping, csv);
  const columns = header?.columns ?? [];
  const document = openMapping(mapping, { columns, extract: { name: 'a.csv', profile, values: findings } });
  const found = diagnoseMapping(document).filter((diagnostic) => diagnostic.code === code);
  expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
  const actions = quickFixes(document, found);
  const preferred = actions.filter(({ isPreferred }) => isPreferred === true).map(({ title }) => title);
  return { texts: outcomes(document, actions), titles: actions.map(({ title }) => title), preferred };
}

const people = (rule: string) => `externalId = [Id]\nuserName   = [User]\nactive     = ${rule}\n`;
const statuses = (...words: readonly string[]) =>
  `Id,User,Status\n${words.map((word, index) => `${index},u${index}@contoso.com,${word}`).join('\n')}\n`;

describe('the way to the cell', () => {
  async function waysTo(mapping: string, csv: string, code: string) {
    const { header, profile, findings } = await examineText(mapping, csv);
    const knowledge = { columns: header?.columns ?? [], extract: { name: 'a.csv', profile, values: findings } };
    const document = openMapping(mapping, knowledge);
    const found = diagnoseMapping(document).filter((diagnostic) => diagnostic.code === code);
    return quickFixes(document, found).flatMap(({ command }) =>
      command?.command === showCellCommand ? [{ title: command.title, arguments: command.arguments }] : [],
    );
  }

  it('leads to the first record that the problem was found in, and to what the rule reads of it', async () => {
    const csv = statuses('Active', 'Left');
    const rule = 'Switch([Status], , "Active", "True")';
    expect(await waysTo(people(rule), csv, 'value.status.undecided')).toEqual([
      { title: 'Go to line 3 of a.csv: [Status]', arguments: [3, ['Status']] },
    ]);
  });

  it('leads to every cell of a rule that reads several', async () => {
    const mapping =
      'externalId = [Id]\nuserName = [User]\nactive = "True"\ntitle = Mid(Append([User], [Status]), 0, 2)\n';
    expect(await waysTo(mapping, statuses('Active'), 'value.expression')).toEqual([
      { title: 'Go to line 2 of a.csv: [User], [Status]', arguments: [2, ['User', 'Status']] },
    ]);
  });

  it('is offered for no problem of the text alone', async () => {
    expect(
      await waysTo('externalId = [Id]\nuserNam = [User]\n', statuses('Active'), 'mapping.unknown-attribute'),
    ).toEqual([]);
  });
});

describe('fixes for a status that decides nothing', () => {
  const csv = statuses('Active', 'Left', 'Leave', 'Leave', '');

  it('is one entry that asks, and prefers none', async () => {
    const rule = 'Switch([Status], , "Active", "True", "Left", "False")';
    const { titles, preferred } = await fixesFor(people(rule), csv, 'value.status.undecided');
    expect(titles.filter((title) => title.startsWith('Decide'))).toEqual(['Decide statuses…']);
    expect(preferred).toEqual([]);
  });

  it('leaves a rule over two columns to a person', async () => {
    const rule = 'Switch(Append([Status], [User]), , "Activeu0@contoso.com", "True")';
    const { titles } = await fixesFor(people(rule), csv, 'value.status.undecided');
    expect(titles.filter((title) => title.startsWith('Decide'))).toEqual([]);
  });
});

describe('fixes for statuses that are false by default', () => {
  const csv = statuses('Active', 'Left', 'Leave', 'Active');
  it.each([
    [
      'Switch([Status], "False", "Active", "True")',
      'Switch([Status], , "Active", "True", "Left", "False", "Leave", "False")',
    ],
    [
      'IIF([Status] = "Active", "True", "False")',
      'Switch([Status], , "Active", "True", "Left", "False", "Leave", "False")',
    ],
  ])('names those that the extract holds: %s', async (rule, fixed) => {
    const { texts, preferred } = await fixesFor(people(rule), csv, 'value.status.by-default');
    expect(texts['Name the 2 statuses, without a default']).toBe(people(fixed));
    expect(preferred).toEqual(['Name the 2 statuses, without a default']);
  });

  it('names them where they are all that there is', async () => {
    const rule = people('Switch([Status], "False", "Active", "True")');
    const { texts } = await fixesFor(rule, statuses('Hired', 'Away', 'Hired'), 'value.status.all-disabled');
    expect(texts['Name the 2 statuses, without a default']).toBe(
      people('Switch([Status], , "Active", "True", "Hired", "False", "Away", "False")'),
    );
  });
});

describe('fixes for values', () => {
  const NEEDED = 'externalId = [Id]\nuserName   = [User]\nactive     = "True"\n';
  const custom = (rule: string) => `${NEEDED}\nschema ${CUSTOM} {\n  Since = ${rule}  @type(DateTime)\n}\n`;
  const dates = (...values: readonly string[]) =>
    `Id,User,Since\n${values.map((value, index) => `${index},u${index}@contoso.com,${value}`).join('\n')}\n`;
  const formatted = (format: string) => `FormatDateTime([Since], , "${format}", "yyyy-MM-ddTHH:mm:ssZ")`;

  it('reads dates in the format that they have', async () => {
    const { texts, preferred } = await fixesFor(
      custom(formatted('yyyy-MM-dd')),
      dates('31.12.2026', '01.02.2026'),
      'value.date.invalid',
    );
    expect(texts['Change format to dd.MM.yyyy']).toBe(custom(formatted('dd.MM.yyyy')));
    expect(preferred).toEqual(['Change format to dd.MM.yyyy']);
  });

  it('says where day and month could be the other way round, and prefers neither', async () => {
    const found = await fixesFor(
      custom(formatted('yyyy-MM-dd')),
      dates('01/02/2026', '03/04/2026'),
      'value.date.invalid',
    );
    expect(found.titles).toEqual(
      expect.arrayContaining([
        'Change format to dd/MM/yyyy (or MM/dd/yyyy?)',
        'Change format to MM/dd/yyyy (or dd/MM/yyyy?)',
      ]),
    );
    expect(found.preferred).toEqual([]);
  });

  it('does not hide that some dates would be lost by another format', async () => {
    const found = await fixesFor(
      custom(formatted('yyyy-MM-dd')),
      dates('2026-01-13', '13.01.2026'),
      'value.date.invalid',
    );
    expect(found.titles).toContain('Change format to dd.MM.yyyy (reads some values only)');
    expect(found.preferred).toEqual([]);
  });

  it('takes the one format that reads nearly all values, and says how many', async () => {
    const days = Array.from({ length: 20 }, (_, day) => `${String(day + 10)}.03.2026`);
    const found = await fixesFor(custom(formatted('yyyy-MM-dd')), dates(...days, 'unknown'), 'value.date.invalid');
    expect(found.titles.filter((title) => title.startsWith('Change format'))).toEqual([
      'Change format to dd.MM.yyyy (reads 20 of 21 values)',
    ]);
    expect(found.preferred).toEqual(['Change format to dd.MM.yyyy (reads 20 of 21 values)']);
  });

  it('offers no format that is the one there', async () => {
    const days = Array.from({ length: 20 }, (_, day) => `${String(day + 10)}.03.2026`);
    const found = await fixesFor(custom(formatted('dd.MM.yyyy')), dates(...days, '31.02.2026'), 'value.date.invalid');
    expect(found.titles.filter((title) => title.startsWith('Change format'))).toEqual([]);
  });

  it('formats a date that was copied', async () => {
    const { texts } = await fixesFor(custom('[Since]'), dates('2026-01-13', '2026-02-14'), 'value.date.invalid');
    expect(texts['Read dates as yyyy-MM-dd']).toBe(custom(formatted('yyyy-MM-dd')));
  });

  it('writes the zone', async () => {
    const rule = 'FormatDateTime([Since], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss")';
    const { texts } = await fixesFor(custom(rule), dates('2026-01-13'), 'value.date.without-zone');
    expect(texts['Add Z for UTC']).toBe(custom(formatted('yyyy-MM-dd')));
  });

  const named = (rule: string) => `externalId = [Id]\nuserName   = ${rule}\nactive     = "True"\n`;

  it.each([
    ['Zoë', 'Wrap in NormalizeDiacritics', 'NormalizeDiacritics(Join("@", [User], "contoso.com"))'],
    ['A B', 'Wrap in StripSpaces', 'StripSpaces(Join("@", [User], "contoso.com"))'],
    [
      'Zoë B',
      'Wrap in StripSpaces and NormalizeDiacritics',
      'NormalizeDiacritics(StripSpaces(Join("@", [User], "contoso.com")))',
    ],
    [
      'a(b)',
      'Remove all other characters with Replace',
      'Replace(Join("@", [User], "contoso.com"), , "[^A-Za-z0-9\'.\\-_!#^~@]", , "", , )',
    ],
  ])('makes a sign-in name of %s', async (user, title, fixed) => {
    const mapping = named('Join("@", [User], "contoso.com")');
    const { texts } = await fixesFor(mapping, `Id,User\n1,${user}\n`, 'value.user-name.characters');
    expect(texts[title]).toBe(named(fixed));
    const again = await examineText(texts[title] ?? '', `Id,User\n1,${user}\n`);
    expect(again.findings.findings.map(({ code }) => code)).not.toContain('value.user-name.characters');
  });

  it('cuts what is too long, and gives nothing where nothing was', async () => {
    const mapping = `${NEEDED}title      = [Since]\n`;
    const csv = dates('x'.repeat(130), '', 'y');
    const { texts } = await fixesFor(mapping, csv, 'value.too-long');
    const fixed = texts['Cut to 128 characters with Left'] ?? '';
    expect(fixed).toBe(`${NEEDED}title      = IgnoreFlowIfNullOrEmpty(Left([Since], 128))\n`);
    const again = await examineText(fixed, csv);
    expect(again.findings.findings.map(({ code }) => code)).not.toContain('value.too-long');
  });

  it('cuts the name before the @', async () => {
    const mapping = named('Join("@", [User], "contoso.com")');
    const { texts } = await fixesFor(mapping, `Id,User\n1,${'x'.repeat(65)}\n`, 'value.user-name.too-long');
    expect(texts['Cut to 64 characters with Left']).toBe(named('Join("@", Left([User], 64), "contoso.com")'));
  });

  it('leaves records without an id out', async () => {
    const csv = 'Id,User\n1,a@contoso.com\n,b@contoso.com\n';
    const title = 'Exclude records: where IsPresent([Id])';
    expect((await fixesFor(named('[User]'), csv, 'value.id.missing')).texts[title]).toBe(
      `where IsPresent([Id])\n\n${named('[User]')}`,
    );
    const restricted = `source csv {\n  files = "*.csv"\n}\n\nwhere [User] <> "x"\n\n${named('[User]')}`;
    expect((await fixesFor(restricted, csv, 'value.id.missing')).texts[title]).toBe(
      restricted.replace('"x"\n', '"x"\nwhere IsPresent([Id])\n'),
    );
  });

  it('leaves the manager out where it is the person', async () => {
    const mapping = (rule: string) =>
      `${NEEDED}\nschema urn:ietf:params:scim:schemas:extension:enterprise:2.0:User {\n  manager.value = ${rule}\n}\n`;
    const csv = 'Id,User,Boss\n1,a@contoso.com,1\n2,b@contoso.com,1\n';
    const { texts } = await fixesFor(mapping('[Boss]'), csv, 'value.manager.self');
    expect(texts['Omit the manager if it is the same person']).toBe(
      mapping('IIF([Boss] = [Id], IgnoreAttributeFlow, [Boss])'),
    );
  });

  it('takes a rule away that gives nothing', async () => {
    const mapping = `${NEEDED}title      = [Since]\n`;
    const { texts, preferred } = await fixesFor(mapping, dates(...Array<string>(12).fill('')), 'value.never-filled');
    expect(texts['Remove the rule: [Since] is empty in all records']).toBe(NEEDED);
    expect(preferred).toEqual([]);
  });
});

describe('fixes that look for the best column', () => {
  const csv =
    'Worker ID,Login Name,Worker Status,Department,Shoe\n1,anna,Active,Sales,39\n2,ben,Terminated,IT,44\n3,carl,Active,Sales,43\n';

  it.each([
    ['externalId', 'Add externalId = [Worker ID]', true],
    ['userName', 'Add userName = Join("@", ToLower([Login Name]), "example.com")', false],
    ['active', 'Add active = Switch([Worker Status], , "Active", "True", "Terminated", "False")', true],
  ])('adds %s', async (attribute, title, isSure) => {
    const all = ['externalId = [Shoe]', 'userName   = [Shoe]', 'active     = "True"'];
    const mapping = `${all.filter((line) => !line.startsWith(attribute)).join('\n')}\n`;
    const { texts, preferred } = await fixesFor(mapping, csv, 'mapping.missing-rule');
    expect(texts[title]?.split('\n')).toEqual(expect.arrayContaining([expect.stringMatching(`^${attribute} *= `)]));
    expect(preferred.includes(title)).toBe(isSure);
  });

  it('guesses no status from a word that it does not know', async () => {
    const mapping = 'externalId = [Worker ID]\nuserName   = [Login Name]\n';
    const { titles, preferred } = await fixesFor(
      mapping,
      csv.replaceAll('Terminated', 'Gesperrt'),
      'mapping.missing-rule',
    );
    expect(titles.find((title) => title.startsWith('Add active'))).toContain('"Gesperrt", "?"');
    expect(preferred).toEqual([]);
  });

  it('adds rules for columns that are clearly something', async () => {
    const mapping = 'externalId = [Worker ID]\nuserName   = [Login Name]\nactive     = "True"\n';
    const { texts, titles } = await fixesFor(mapping, csv, 'mapping.unused-column');
    expect(titles.filter((title) => title.startsWith('Add'))).toEqual(['Add department = [Department]']);
    expect(texts['Add department = [Department]']).toBe(
      `${mapping}\nschema urn:ietf:params:scim:schemas:extension:enterprise:2.0:User {\n  department = [Department]\n}\n`,
    );
  });
});
