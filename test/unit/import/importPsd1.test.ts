import { describe, expect, it } from 'vitest';
import { importPsd1 } from '../../../src/core/import/importPsd1';
import { loadMapping } from '../../../src/core/mapping/loadMapping';

const imported = (entries: string, columns?: readonly string[]) =>
  importPsd1(
    `@{ externalId = 'Nr'; userName = 'Login'; active = 'Active'\n${entries}\n}`,
    columns === undefined ? {} : { columns },
  );
const rules = (text: string) =>
  Object.fromEntries(
    loadMapping(text)
      .model.rules.map(({ rule }) => text.slice(rule.span.start, rule.span.end).split(/\s*=\s(.*)/s))
      .map(([path = '', expression = '']) => [path, expression.trim()]),
  );
const said = (problems: readonly { readonly code: string; readonly message: string }[]) =>
  problems.map(({ code, message }) => `${code}: ${message}`);

describe('columns that the extract does not have', () => {
  const columns = ['Nr', 'Login', 'Active', 'Role'];

  it('make a rule a comment, which no check takes for an error', () => {
    const entries = `title = 'role'; preferredLanguage = 'Unit'; nickName = { $_.Handle }; displayName = { "$($_.First) $($_.Last)" }`;
    const { text, problems } = imported(entries, columns);
    expect(said(problems)).toEqual([
      expect.stringMatching(/^import\.unknown-column: .*"Unit"/),
      expect.stringMatching(/^import\.unknown-column: .*"Handle"/),
      expect.stringMatching(/^import\.unknown-column: .*"First"/),
      expect.stringMatching(/^import\.unknown-column: .*"Last"/),
    ]);
    expect(Object.keys(rules(text)).sort()).toEqual(['active', 'externalId', 'title', 'userName']);
    expect(text).toContain('# The extract does not have the column "Unit". Use another one, or remove this.\n');
    expect(text).toContain(
      '# The extract does not have the column "First", "Last". Use another one, or remove this.\n',
    );
  });

  it('are not known without an extract', () => {
    expect(rules(imported(`preferredLanguage = 'Unit'`).text)).toMatchObject({ active: '[Active]' });
    expect(imported(`title = 'Unit'`).text).toContain('\ntitle ');
  });
});

describe('elements of a list', () => {
  it('are named as they are where Entra ignores them', () => {
    const { problems } = imported(`emails = @(@{ type = { 'home' }; value = 'Mail' })`);
    expect(said(problems)).toEqual([
      'mapping.element-not-work: Entra reads only elements of emails with the type "work" and ignores this one: emails[type eq "home"].',
    ]);
  });

  it('say of a type without braces that it names a column, and take it for the type', () => {
    const { text, problems } = imported(
      `addresses = @(@{ type = 'work'; locality = 'Town' }, @{ type = 'other'; locality = 'Village' })`,
    );
    expect(rules(text)).toMatchObject({
      'addresses[type eq "work"].locality': '[Town]  @empty(blank)',
      'addresses[type eq "other"].locality': '[Village]  @empty(blank)',
    });
    expect(said(problems)).toEqual([
      expect.stringMatching(/^import\.type-column: type = 'work' names a column in CSV2SCIM, .*\{ 'work' \}\.$/),
      expect.stringMatching(/^import\.type-column: type = 'other' /),
      expect.stringMatching(/^mapping\.element-not-work: .*addresses\[type eq "other"\]\.$/),
    ]);
    expect(text).toContain("# type = 'work' names a column in CSV2SCIM, not a type: this rule means { 'work' }.\n");
  });

  it('leave a type alone that is a column', () => {
    const entries = `emails = @(@{ type = 'kind'; value = 'Mail' })`;
    const known = imported(entries, ['Nr', 'Login', 'Active', 'Kind', 'Mail']);
    expect(rules(known.text)).toMatchObject({ value: '[Mail]  @empty(blank)', type: '[Kind]  @empty(blank)' });
    expect(said(known.problems).filter((each) => each.startsWith('import'))).toEqual([]);
    expect(said(imported(entries.replace('kind', 'MailType')).problems).join()).not.toContain('import.type-column');
    expect(said(imported(entries, ['Nr', 'Mail']).problems).join()).toContain('import.type-column');
  });
});

describe('texts with something to evaluate', () => {
  it.each([
    [`"$($_.First) $($_.'Last name')"`, 'Join(" ", [First], [Last name])'],
    [`"$($PSItem.A)-$($_.B)-$($_.C)"`, 'Join("-", [A], [B], [C])'],
    [`"$($_.A)$($_.B)"`, 'Join("", [A], [B])'],
    [`"$($_.A) ($($_.B))"`, 'Join("", [A], " (", [B], ")")'],
    [`"$($_.A.ToLower())"`, 'Join("", ToLower([A]))'],
  ])('%s become the expression', (source, expression) => {
    const { text, problems } = imported(`title = ${source}`);
    expect(rules(text).title?.replace(/ {2}@empty.*$/, '')).toBe(expression);
    expect(problems).toMatchObject([{ code: 'import.evaluated-text', severity: 'warning' }]);
    expect(text).toContain(`# ${source}\n`);
  });

  it.each([
    ['"$name"', 'It reads the variable $name, which is not part of the record.'],
    ['"$($_.A) $(Get-Date)"', 'It runs the command Get-Date.'],
    ['"$_.A"', 'It returns the whole record.'],
  ])('%s stay as a comment with the true reason', (source, reason) => {
    const { text, problems } = imported(`title = ${source}`);
    expect(rules(text)).not.toHaveProperty('title');
    expect(text).toContain(`# Not imported. This text has no exact translation: ${reason}\n# title = ${source}`);
    expect(problems).toMatchObject([
      { code: 'import.not-translated', message: expect.stringContaining(reason) as string },
    ]);
  });

  it('cannot be types or names of columns', () => {
    const { text } = imported(`emails = @(@{ type = "$x"; value = 'Mail' })`);
    expect(text).toContain('# type = "$x"');
  });
});

describe('dates of joining and leaving', () => {
  it.each([
    [`employeeHireDate = 'Hired'`, 'HireDate', '[Hired]', 'employeeHireDate'],
    [
      `'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User' = @{ StartDate = 'Hired' }`,
      'StartDate',
      '[Hired]',
      'employeeHireDate',
    ],
    [`employeeLeaveDateTime = { $_.'Left on' }`, 'LeaveDate', '[Left on]', 'employeeLeaveDateTime'],
  ])('of %s go into a schema of their own', (entry, name, expression, entra) => {
    const { text, problems } = imported(entry);
    expect(text).toContain('schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n');
    expect(rules(text)[name]?.replace(/ {2}@empty.*$/, '')).toBe(expression);
    expect(text).toContain(`# Entra fills ${entra} from a custom attribute`);
    expect(problems).toMatchObject([
      {
        code: 'import.own-attribute',
        severity: 'warning',
        message: expect.stringContaining(`map it to ${entra} there`) as string,
      },
    ]);
  });

  it('leave other unknown names in comments, with the attribute that is meant', () => {
    const { text, problems } = imported(`jobTitle = 'Job'`);
    expect(rules(text)).not.toHaveProperty('jobTitle');
    expect(said(problems)).toEqual([
      expect.stringMatching(/^import\.unknown-attribute: .*Entra fills jobTitle from title\.$/),
    ]);
  });
});

describe('a status that says the opposite', () => {
  const status = (entry: string) =>
    importPsd1(`@{ externalId = 'Nr'; userName = 'Login'; displayName = 'Name'; ${entry} }`);

  it.each([
    [`active = 'IsDeleted'`, 'IsDeleted', 'Switch([IsDeleted], , "False", "True", "True", "False")'],
    [`active = 'inaktiv'`, 'inaktiv', 'Switch([inaktiv], , "False", "True", "True", "False")'],
    [`active = "$($_.Resigned)"`, 'Resigned', 'Switch([Resigned], , "False", "True", "True", "False")'],
    [`active = { $_.Archived }`, 'Archived', 'Switch([Archived], , "False", "True", "True", "False")'],
    [`active = { $_.Leaver -eq 'Y' }`, 'Leaver', 'Switch(ToLower([Leaver]), "True", "y", "False")'],
    [
      `active = { if ($_.Quit -eq 'J') { $true } else { $false } }`,
      'Quit',
      'Switch(ToLower([Quit]), "True", "j", "False")',
    ],
    [`active = { $_.State -eq 'Resigned' }`, 'State', 'Switch(ToLower([State]), "True", "resigned", "False")'],
  ])('becomes a comment, turned round: %s', (entry, column, expression) => {
    const { text, problems } = status(entry);
    expect(said(problems).filter((each) => !each.startsWith('import.evaluated-text'))).toEqual([
      `import.opposite-status: The entry reads [${column}] the wrong way round: people who have left would be enabled. The rule is a comment, inverted. Check its words.`,
    ]);
    expect(rules(text)).not.toHaveProperty('active');
    expect(text).toContain(`\n# active = ${expression}\n`);
  });

  it.each([
    `active = 'Enabled'`,
    `active = 'Status'`,
    `active = 'TerminationDate'`,
    `active = 'Left Handed'`,
    `active = { $_.State -eq 'Active' }`,
    `active = { $_.State -ne 'Resigned' }`,
    `active = { $_.IsDeleted -ne 'true' }`,
    `active = { -not $_.IsDeleted }`,
    `active = { if ($_.Leaver -eq 'Y') { $false } else { $true } }`,
    `active = { $_.State -eq 'Active' -and $_.IsDeleted -ne 'true' }`,
    `active = { $_.State -in 'Active', 'Retired' }`,
    `active = { $true }`,
    `title = 'Leaver'`,
  ])('is not seen in %s', (entry) => {
    expect(said(status(entry).problems).join()).not.toContain('opposite');
  });

  it('stays a comment about a column that the extract does not have', () => {
    const { text, problems } = imported(`title = 'Role'`, ['Nr', 'Login', 'Role']);
    expect(text).toContain('# active = [Active]\n');
    expect(said(problems)).toEqual([expect.stringMatching(/^import\.unknown-column/)]);
  });
});

describe('a list that is written as one table', () => {
  it.each([
    [
      `phoneNumbers = @{ type = { 'work' }; value = 'Phone' }`,
      { 'phoneNumbers[type eq "work"].value': '[Phone]  @empty(blank)' },
    ],
    [
      `addresses = @{ type = { "work" }; locality = 'Town' }`,
      { 'addresses[type eq "work"].locality': '[Town]  @empty(blank)' },
    ],
  ])('is its element: %s', (entry, expected) => {
    const { text, problems } = imported(entry);
    expect(rules(text)).toMatchObject(expected);
    expect(problems).toEqual([]);
  });

  it.each([
    [`phoneNumbers = @{ work = 'Phone' }`, { 'phoneNumbers[type eq "work"].value': '[Phone]  @empty(blank)' }],
    [
      `phoneNumbers = @{ Work = @{ value = 'Phone' } }`,
      { 'phoneNumbers[type eq "work"].value': '[Phone]  @empty(blank)' },
    ],
    [`emails = @(@{ work = { $_.Mail } })`, { 'emails[type eq "work"].value': '[Mail]  @empty(blank)' }],
    [
      `addresses = @{ work = @{ locality = 'Town' } }`,
      { 'addresses[type eq "work"].locality': '[Town]  @empty(blank)' },
    ],
  ])('has types in the place of members: %s', (entry, expected) => {
    const { text, problems } = imported(entry);
    expect(rules(text)).toMatchObject(expected);
    expect(said(problems)).toEqual([expect.stringMatching(/^import\.type-key: "[Ww]ork" is a type of /)]);
    expect(text).toContain('this is the element of that type.\n');
  });

  it('keeps what no element can be', () => {
    const { text, problems } = imported(`addresses = @{ work = 'Town' }\nemails = @{ job = 'Mail' }`);
    expect(said(problems)).toEqual([
      expect.stringMatching(/^import\.not-translated: An element of "addresses" is a table: /),
      expect.stringMatching(/^import\.unknown-attribute: "job" is not an attribute of emails/),
    ]);
    expect(text).toContain("# work = 'Town'\n");
  });
});

describe('a quote that is not closed', () => {
  const faults = (text: string) =>
    importPsd1(text).problems.map(({ code, message, span }) => [code, message, span.start]);

  it.each([
    ["@{\n externalId = 'Nr'\n title = @'\nx\n", 31, 'No line begins with'],
    ["@{\n externalId = 'Nr'\n title = { @'\nx\n }\n}\n", 33, 'No line begins with'],
    ['@{\n externalId = \'Nr\'\n title = @"\nx\n "@\n}\n', 31, 'Remove the spaces on line 5'],
    ["@{\n externalId = 'Nr'\n emails = @(@{ value = \"Mail\n })\n}\n", 45, 'Unmatched quote'],
  ])('is reported once, where it opens: %j', (text, start, words) => {
    expect(faults(text)).toEqual([['import.syntax', expect.stringContaining(words), start]]);
    expect(importPsd1(text).text).toContain('externalId = [Nr]');
  });

  it('names the lines that it joins', () => {
    const [first] = importPsd1("@{\n title = 'Role\n userName = 'Login'\n}\n").problems;
    expect(first?.message).toBe(
      'This text begins on line 2 and ends on line 3, so it is not the name of a column. Close its quote on line 2.',
    );
  });
});
