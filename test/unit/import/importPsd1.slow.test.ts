import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importPsd1 } from '../../../src/core/import/importPsd1';
import { convertAsText } from '../../support/oracle/convertAsText';
import { compileMapping } from '../../../src/core/convert/compileMapping';
import { isUsable, loadMapping } from '../../../src/core/mapping/loadMapping';

const ROOT = new URL('../../data/', import.meta.url);

function read(name: string): string {
  return readFileSync(new URL(name, ROOT), 'utf8');
}

type Cells = Readonly<Record<string, string>>;

/** The resource that an imported mapping makes of a record, or the codes of its problems. */
function convert(text: string, record: Cells): unknown {
  const loaded = loadMapping(text);
  if (!isUsable(loaded)) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  const columns = Object.keys(record);
  const compiled = compileMapping(loaded, columns);
  if ('problems' in compiled) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
  const outcome = convertAsText(compiled.mapping)({ number: 1, line: 2, cells: Object.values(record) });
  if (outcome.kind === 'operation') return JSON.parse(outcome.data) as unknown;
  return outcome.kind === 'refused' ? outcome.problems.map(({ code }) => code) : outcome.kind;
}

describe('the mappings of Sample1', () => {
  /** What each mapping says, read by a person. `type` marks that its elements have the constant type "work". */
  const plain = (columns: Readonly<Record<string, string>>, type: boolean, hasMail: boolean) => (record: Cells) => {
    const of = (name: string) => record[columns[name] ?? name] ?? null;
    const work = type ? { type: 'work' } : {};
    const status = record.WorkerStatus;
    return {
      externalId: of('externalId'),
      userName: of('userName'),
      name: { familyName: of('familyName'), givenName: of('givenName') },
      displayName: of('displayName'),
      nickName: of('nickName'),
      title: of('title'),
      userType: of('userType'),
      active: type ? status?.toLowerCase() === 'active' : of('active')?.toLowerCase() === 'true',
      ...(hasMail ? { emails: [{ value: of('email') }] } : {}),
      phoneNumbers: [{ value: of('phoneNumber'), ...work }],
      addresses: [
        {
          streetAddress: of('streetAddress'),
          locality: of('locality'),
          postalCode: of('postalCode'),
          country: of('country'),
          ...work,
        },
      ],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
        employeeNumber: of('employeeNumber'),
        costCenter: of('costCenter'),
        organization: of('organization'),
        division: of('division'),
        department: of('department'),
        manager: { value: of('manager') },
      },
    };
  };

  const EMPLOYEE = {
    externalId: 'WorkerID',
    userName: 'UserID',
    familyName: 'LastName',
    givenName: 'FirstName',
    displayName: 'FullName',
    nickName: 'UserID',
    title: 'JobTitle',
    userType: 'WorkerType',
    phoneNumber: 'OfficePhone',
    streetAddress: 'StreetAddress',
    locality: 'City',
    postalCode: 'ZipCode',
    country: 'CountryCode',
    employeeNumber: 'WorkerID',
    costCenter: 'CostCenter',
    organization: 'Company',
    division: 'Division',
    department: 'Department',
    manager: 'ManagerID',
  };

  /** Every cell of the samples is in quotes and holds none. */
  function records(name: string): readonly Cells[] {
    const rows = read(name)
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => line.slice(1, -1).split('","'));
    const [header = [], ...rest] = rows;
    return rest.map((row) => Object.fromEntries(row.map((cell, index) => [header[index] ?? '', cell])));
  }

  /** The sample's columns under the names that the contractors' and interns' mappings give them. */
  function renamed(record: Cells): Cells {
    const given = Object.entries(EMPLOYEE).map(([name, column]) => [name, record[column] ?? ''] as const);
    return { ...Object.fromEntries(given), active: record.OnLeave ?? '', email: `${record.UserID ?? ''}@contoso.com` };
  }

  it('convert the employees as the script block and the columns say', () => {
    const { text, problems } = importPsd1(read('import/csv2scim/AttributeMapping.Employee.psd1'));
    expect(problems).toEqual([]);
    const expected = plain(EMPLOYEE, true, false);
    const people = records('csv2scim/Sample1/employeeData.csv');
    expect(people.length).toBeGreaterThan(300);
    for (const person of people) {
      const { schemas: _, ...resource } = convert(text, person) as Record<string, unknown>;
      expect(resource).toEqual(expected(person));
    }
  });

  it.each([
    ['Contractor', 'import/csv2scim/contractorData.csv'],
    ['Intern', 'import/csv2scim/internData.csv'],
  ])('convert the %ss when the extract has the columns that it names', (name, extract) => {
    const { text, problems } = importPsd1(read(`import/csv2scim/AttributeMapping.${name}.psd1`));
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['mapping.element-not-work']));
    const expected = plain({}, false, true);
    const people = records(extract);
    expect(people.length).toBeGreaterThan(300);
    for (const person of people.map(renamed)) {
      const { schemas: _, ...resource } = convert(text, person) as Record<string, unknown>;
      expect(resource).toEqual(expected(person));
    }
  });

  it.each(['Contractor', 'Intern'])('tell which columns of the %ss the extract does not have', (name) => {
    const columns = Object.keys(records('import/csv2scim/contractorData.csv')[0] ?? {});
    const { text, problems } = importPsd1(read(`import/csv2scim/AttributeMapping.${name}.psd1`), { columns });
    const unknown = problems.filter(({ code }) => code === 'import.unknown-column');
    expect(unknown).toHaveLength(17);
    // Found as PowerShell finds them, ignoring case
    for (const column of ['[StreetAddress]', '[CostCenter]', '[Division]', '[Department]'])
      expect(text).toContain(column);
  });

  it('are what a person wrote of the first of them', () => {
    const { text } = importPsd1(read('csv2scim/AttributeMapping.psd1'));
    const byHand = read('csv2scim/AttributeMapping.scimmap');
    for (const person of records('csv2scim/Sample1/employeeData.csv').slice(0, 50))
      expect(convert(text, person)).toEqual(convert(byHand, person));
  });
});

/** A cell for every way to write a word, and none. */
const WORDS = ['', 'Active', 'ACTIVE', 'active', ' Active ', 'Left', 'x', '01', '1', 'ab-ab'];

describe('script blocks', () => {
  const at = (cells: Cells, name: string) => cells[name] ?? '';
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

  /** A block, and what PowerShell makes of it, by somebody else's hand. */
  const TRANSLATED: readonly (readonly [string, (cells: Cells) => string | boolean])[] = [
    [`'work'`, () => 'work'],
    [`"wo\`"rk"`, () => 'wo"rk'],
    [`return 'work'`, () => 'work'],
    [`{ 'work' }`, () => 'work'],
    [`42`, () => '42'],
    [`$true`, () => true],
    [`$_.A`, (c) => at(c, 'A')],
    [`$_.'A'`, (c) => at(c, 'A')],
    [`$PSItem."A"`, (c) => at(c, 'A')],
    [`$_.A -eq 'Active'`, (c) => same(at(c, 'A'), 'active')],
    [`'active' -eq $_.A`, (c) => same(at(c, 'A'), 'active')],
    [`$_.'A'-eq'Active'`, (c) => same(at(c, 'A'), 'active')],
    [`$_.A -ieq 'Active'`, (c) => same(at(c, 'A'), 'active')],
    [`$_.A -ne 'Active'`, (c) => !same(at(c, 'A'), 'active')],
    [`$_.A -ceq 'Active'`, (c) => at(c, 'A') === 'Active'],
    [`$_.A -cne 'Active'`, (c) => at(c, 'A') !== 'Active'],
    [`$_.A -eq '1'`, (c) => at(c, 'A') === '1'],
    [`$_.A -eq 1`, (c) => at(c, 'A') === '1'],
    [`$_.A -eq ''`, (c) => at(c, 'A') === ''],
    [`$_.A -eq $_.B`, (c) => same(at(c, 'A'), at(c, 'B'))],
    [`-not ($_.A -eq 'Active')`, (c) => !same(at(c, 'A'), 'active')],
    [`!($_.A -eq 'Active')`, (c) => !same(at(c, 'A'), 'active')],
    [`($_.A -eq 'Active') -eq $true`, (c) => same(at(c, 'A'), 'active')],
    [`($_.A -eq 'Active') -ne $true`, (c) => !same(at(c, 'A'), 'active')],
    [`$_.A -in 'Active', 'X'`, (c) => ['active', 'x'].includes(at(c, 'A').toLowerCase())],
    [`$_.A -notin @('Active','X')`, (c) => !['active', 'x'].includes(at(c, 'A').toLowerCase())],
    [`@('Active', '') -contains $_.A`, (c) => ['active', ''].includes(at(c, 'A').toLowerCase())],
    [
      `$_.A -eq 'x' -or $_.B -eq 'x' -and $_.A -eq 'Left'`,
      (c) => (same(at(c, 'A'), 'x') || same(at(c, 'B'), 'x')) && same(at(c, 'A'), 'left'),
    ],
    [`$_.A -eq 'x' -and -not $_.B`, (c) => same(at(c, 'A'), 'x') && at(c, 'B') === ''],
    [`[bool]$_.A`, (c) => at(c, 'A') !== ''],
    [`[string]::IsNullOrEmpty($_.A)`, (c) => at(c, 'A') === ''],
    [`[string]::IsNullOrWhiteSpace($_.A)`, (c) => at(c, 'A').trim() === ''],
    [`"$($_.A) $($_.B)"`, (c) => `${at(c, 'A')} ${at(c, 'B')}`],
    [`"$($_.A)@contoso.com".ToLower()`, (c) => `${at(c, 'A')}@contoso.com`.toLowerCase()],
    [`$_.A + '.' + $_.B`, (c) => `${at(c, 'A')}.${at(c, 'B')}`],
    [`'{0}-{1}' -f $_.A, $_.B`, (c) => `${at(c, 'A')}-${at(c, 'B')}`],
    [`$_.A, $_.B -join '/'`, (c) => `${at(c, 'A')}/${at(c, 'B')}`],
    [`$_.A.ToUpper()`, (c) => at(c, 'A').toUpperCase()],
    [`$_.A.Trim()`, (c) => at(c, 'A').trim()],
    [`$_.A.Replace('a', 'e')`, (c) => at(c, 'A').replaceAll('a', 'e')],
    [`$_.A -replace 'a', 'e'`, (c) => at(c, 'A').replace(/a/gi, 'e')],
    [`$_.A -replace '\\s+'`, (c) => at(c, 'A').replace(/\s+/g, '')],
    [`$_.A -replace '^([a-c])(.*)$', '$2$1'`, (c) => at(c, 'A').replace(/^([a-c])(.*)$/i, '$2$1')],
    [`$_.A -replace '(?-i)a|Ä', 'e'`, (c) => at(c, 'A').replace(/a|[äÄ]/g, 'e')],
    [`$_.A -creplace 'a', 'e'`, (c) => at(c, 'A').replace(/a/g, 'e')],
    [`if ($_.A -eq 'Active') { 'E' } else { 'C' }`, (c) => (same(at(c, 'A'), 'active') ? 'E' : 'C')],
    [`if ($_.A) { 'some' } else { 'none' }`, (c) => (at(c, 'A') === '' ? 'none' : 'some')],
    [
      `if ($_.A -eq 'x') { $_.B }\n elseif ($_.A -eq 'Left') { 'L' }\n else { $_.A }`,
      (c) => (same(at(c, 'A'), 'x') ? at(c, 'B') : same(at(c, 'A'), 'left') ? 'L' : at(c, 'A')),
    ],
    [
      `switch ($_.A) { 'Active' { 'E'; break } 'x' { 'X' } default { 'D' } }`,
      (c) => (same(at(c, 'A'), 'active') ? 'E' : same(at(c, 'A'), 'x') ? 'X' : 'D'),
    ],
  ];

  it.each(TRANSLATED)('{ %s } means what PowerShell makes of it', (block, expected) => {
    const path =
      typeof expected({ A: '', B: '' }) === 'boolean'
        ? `'urn:ietf:params:scim:schemas:extension:x:1.0:User' = @{ V = { ${block} } }`
        : `title = { ${block} }`;
    const { text, problems } = importPsd1(`@{ externalId = 'Id'; active = { $true }; ${path} }`);
    expect(problems).toEqual([]);
    for (const A of WORDS) {
      for (const B of WORDS) {
        const resource = convert(text, { Id: '7', A, B }) as Record<string, unknown>;
        const custom = resource['urn:ietf:params:scim:schemas:extension:x:1.0:User'] as { V: unknown } | undefined;
        expect([A, B, custom === undefined ? resource.title : custom.V]).toEqual([A, B, expected({ A, B })]);
      }
    }
  });

  it('that yield nothing for some records send null, as the script does', () => {
    const { text } = importPsd1(`@{ externalId = 'Id'; active = { $true }; title = { if ($_.A -eq 'x') { 'X' } } }`);
    expect(convert(text, { Id: '7', A: 'x' })).toMatchObject({ title: 'X' });
    expect(convert(text, { Id: '7', A: 'y' })).toMatchObject({ title: null });
  });

  it.each([
    ['Get-Date', 'Get-Date'],
    ['Remove-Item C:\\ -Recurse', 'Remove-Item'],
    ['$_.A -gt 5', '-gt'],
    ['$_.A -match "x"', '-match'],
    ['$_.A.Substring(0, 3)', 'Substring'],
    ['$_.A.Length', '.Length'],
    ['$_', 'whole record'],
    ['$env:USERNAME', '$env:USERNAME'],
    ['$x = 1; $x', 'more than one statement'],
    ['-not $_.A -eq "x"', '-not binds tighter'],
    ['$_.A -eq $null', 'never $null'],
    ['[datetime]$_.A', 'datetime'],
    ['[System.IO.File]::Delete("x")', 'Delete'],
    ['"$_.A"', 'whole record'],
    ['"$($_.A; $_.B)"', 'more than one statement'],
    ["if ($_.A -eq 'x') { $_.B }", 'one way to treat both'],
    ["if ($_.A -ne 'x') { 'y' }", 'may not return anything'],
    ['', 'does not return anything'],
    [`${'('.repeat(500)}$_.A${')'.repeat(500)}`, 'nested'],
  ])('{ %s } is kept as a comment, with the reason', (block, reason) => {
    const psd1 = `@{ externalId = 'Id'; active = 'active'; title = { ${block} } }`;
    const { text, problems } = importPsd1(psd1);
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem).toMatchObject({ code: 'import.not-translated', severity: 'error' });
    expect(problem?.message).toContain(reason);
    expect(psd1.slice(problem?.span.start, problem?.span.end)).toBe('title');
    const loaded = loadMapping(text);
    expect(isUsable(loaded)).toBe(true);
    expect(loaded.model.rules.map(({ path }) => path.attribute)).toEqual(['externalId', 'active']);
    expect(text).toContain(`# title = { ${block} }`);
  });

  it('on active say whom they disable without naming them', () => {
    const of = (block: string) => importPsd1(`@{ externalId = 'Id'; active = { ${block} } }`).text;
    expect(of(`$_.S -eq 'Active'`)).toContain('disables the account, and so does an empty cell. -eq ignores case.');
    expect(of(`$_.S -ne 'Left'`)).toContain('leaves the account enabled, and so does an empty cell.');
    expect(of(`$_.S -ceq ''`)).toContain('disables the account; an empty cell leaves the account enabled.');
  });
});

describe('the rest of a mapping', () => {
  const imported = (entries: string) => importPsd1(`@{ externalId = 'Id'; active = 'Active'\n${entries}\n}`);
  const rulesOf = (text: string) => loadMapping(text).model.rules.map(({ rule }) => rule.path.text);

  it.each([
    ['$true for a column', `locale = $true`, 'import.not-translated', 'column that does not exist'],
    ['unknown attributes', `dispalyName = 'Name'`, 'import.unknown-attribute', 'Did it mean "displayName"?'],
    ['complex attributes without members', `name = 'Name'`, 'import.unknown-attribute', 'has members'],
    ['what lies too deep', `name = @{ a = @{ b = 'c' } }`, 'import.not-translated', 'one level too deep'],
    ['lists of texts', `roles = @('A', 'B')`, 'import.not-translated', 'are not tables'],
    [
      'elements that nothing tells apart',
      `emails = @(@{ value = 'A' }, @{ value = 'B' })`,
      'import.duplicate-path',
      'constant type',
    ],
    ['columns that cannot be named', `title = 'A]'`, 'import.not-translated', 'cannot express the column name'],
    ['duplicate keys', `title = 'A'; Title = 'B'`, 'import.duplicate-key', 'the first one applies'],
  ])('%s are problems', (_, entries, code, message) => {
    const { text, problems } = imported(entries);
    const problem = problems.find((each) => each.code === code);
    expect(problem?.message).toContain(message);
    expect(isUsable(loadMapping(text))).toBe(true);
  });

  it('tells elements apart by their constant type', () => {
    const { text } = imported(`emails = @(@{ type = { 'work' }; value = 'A' }, @{ type = { 'home' }; value = 'B' })`);
    expect(rulesOf(text)).toEqual([
      'externalId',
      'active',
      'emails[type eq "home"].value',
      'emails[type eq "work"].value',
    ]);
  });

  it('writes names in the case of RFC 7643 and keeps those of other schemas', () => {
    const { text } = imported(
      `USERNAME = 'U'; NAME = @{ GIVENNAME = 'G' }; 'urn:ietf:params:scim:schemas:extension:x:1.0:User' = @{ hireDATE = 'H' }`,
    );
    expect(rulesOf(text)).toEqual(['externalId', 'userName', 'active', 'name.givenName', 'hireDATE']);
  });

  it('never throws and never runs anything, with any part cut off or left out', () => {
    const whole = `@{ # c <#\n<# c #> externalId = 'It''s'; 'active' = { $_."S" -eq "A\`"$($_.B)" }\n name = @{ givenName = @'\nx\n'@ } ; emails = @( @{ type = { 'work' } ; value = "M" }, ) ; n = -5.5, 0x1F }`;
    for (let at = 0; at <= whole.length; at++) {
      for (const text of [whole.slice(0, at), whole.slice(0, at) + whole.slice(at + 1)]) {
        const loaded = loadMapping(importPsd1(text).text);
        expect(
          loaded.problems.filter(({ severity, code }) => severity === 'error' && code !== 'mapping.missing-rule'),
        ).toEqual([]);
      }
    }
  });

  it('refuses what is not a table', () => {
    expect(importPsd1(`'text'`).problems).toMatchObject([{ code: 'import.not-a-mapping' }]);
    for (const text of ['', 'Import-Csv a.csv | ForEach-Object { $_.Name }\n', 'param($Csv)\n$x = 1\n'])
      expect([importPsd1(text).text, importPsd1(text).problems.map(({ code }) => code)]).toEqual([
        '',
        ['import.not-a-mapping'],
      ]);
  });
});
