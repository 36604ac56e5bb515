import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonLines, Workplace } from './support/runCli';

const place = new Workplace();
afterAll(() => place.remove());

const data = fileURLToPath(new URL('../data/', import.meta.url));

describe('a mapping in PowerShell', () => {
  it.each([
    ['read', ['read', 'map.ps1']],
    ['convert, as the extract', ['convert', 'map.PS1', '--mapping', 'none.scimmap']],
    ['convert, as the mapping', ['convert', 'none.csv', '--mapping', 'map.psd1']],
    ['check', ['check', 'map.psd1']],
    ['check, as the extract', ['check', 'map.scimmap', '--extract', 'map.ps1']],
    ['format', ['format', 'map.psd1']],
    ['send', ['send', 'map.ps1', '--connection', 'sandbox']],
  ])('is left to import by %s', async (_, words) => {
    const script = "$AttributeMapping = @{ externalId = 'StaffNo'; active = 'Employed' }\n";
    for (const name of ['map.ps1', 'map.PS1', 'map.psd1']) place.write(name, script);
    place.write('map.scimmap', 'externalId = [StaffNo]\n');
    place.write('none.csv', 'StaffNo\n7\n');
    place.write('none.scimmap', 'externalId = [StaffNo]\nactive = "True"\n');
    const { code, out, err } = await place.run(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/map\.(?:ps1|PS1|psd1) is a PowerShell (?:script|data file), .*"entra-inbound import"/);
  });
});

describe('import of a .psd1', () => {
  const employees = readFileSync(join(data, 'import/csv2scim/AttributeMapping.Employee.psd1'));

  it('prints a mapping that is right', async () => {
    place.write('employee.psd1', employees);
    const { code, out, err } = await place.run(['import', 'employee.psd1']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    place.write('employee.scimmap', out);
    expect(await place.run(['check', 'employee.scimmap'])).toMatchObject({ code: 0 });
  });

  it('prints what is not translated with its place, and exits with 1', async () => {
    place.write('odd.psd1', `@{\n  externalId = 'Id'\n  active = 'Active'\n  title = { Get-Date }\n}\n`);
    const { code, out, err } = await place.run(['import', 'odd.psd1']);
    expect(code).toBe(1);
    expect(err).toMatch(/^odd\.psd1:4:3: error: .*Get-Date.* \[import\.not-translated\]\n$/);
    expect(out).toContain('# title = { Get-Date }');
    const json = await place.run(['import', 'odd.psd1', '--format', 'json']);
    expect(jsonLines(json.err)).toMatchObject([{ line: 4, column: 3, code: 'import.not-translated' }]);
    expect(jsonLines(json.out)).toEqual([{ mapping: out }]);
  });

  it('takes the names of columns from an extract', async () => {
    place.write('small.psd1', `@{ externalId = 'workerid'; active = 'ACTIVE'; title = 'Job' }`);
    place.write('small.csv', 'WorkerID;Active\n1;True\n');
    const { code, out, err } = await place.run(['import', 'small.psd1', '--extract', 'small.csv']);
    expect(code).toBe(0);
    expect(err).toMatch(/warning: .*"Job".*\[import\.unknown-column\]/);
    expect(out).toContain('[WorkerID]');
    expect(out).toContain('files     = "small.csv"\n  delimiter = ";"');
  });
});

describe('import of a .json', () => {
  it('reads the web client', async () => {
    place.write('web.json', '{"externalId": "Id", "active": "Status"}');
    const { code, out } = await place.run(['import', 'web.json']);
    expect(code).toBe(0);
    expect(out).toContain('externalId = [Id]');
  });

  it('refuses what is none', async () => {
    place.write('none.json', '[]');
    const { code, out, err } = await place.run(['import', 'none.json']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('[import.not-a-mapping]');
  });
});

describe('import of an extract', () => {
  it('guesses rules that convert it', async () => {
    place.write(
      'people.csv',
      'Employee ID,First Name,Last Name,Email,Status\n1,Ana,Ruiz,ana@contoso.com,Active\n2,Bo,Lund,bo@contoso.com,Terminated\n',
    );
    const { code, out, err } = await place.run(['import', 'people.csv', '--out', 'people.scimmap']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^Rules guessed: \d+\. Left to you, with the reason in a comment: \d+\.\n$/);
    const converted = await place.run(['convert', 'people.csv', '--mapping', 'people.scimmap']);
    expect(converted.code).toBe(0);
    expect(jsonLines(converted.out)).toMatchObject([
      { Operations: [{ data: { externalId: '1', active: true } }, { data: { externalId: '2', active: false } }] },
    ]);
  });

  it('does not write over a mapping', async () => {
    place.write('people.csv', 'Employee ID\n1\n');
    place.write('mine.scimmap', '# mine\n');
    const { code, err } = await place.run(['import', 'people.csv', '--out', 'mine.scimmap']);
    expect(code).toBe(2);
    expect(err).toContain('mine.scimmap cannot be written: it exists already.');
    expect(readFileSync(join(place.path, 'mine.scimmap'), 'utf8')).toBe('# mine\n');
  });

  it('says why an extract cannot be read', async () => {
    const { code, out, err } = await place.run(['import', 'no.csv']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^no\.csv: fatal: /);
  });

  it('writes the encoding and the delimiter from the options', async () => {
    place.write('old.csv', Buffer.from('Personalnummer;Straße\n1;Südallee\n', 'latin1'));
    const { code, out } = await place.run(['import', 'old.csv', '--encoding', 'windows-1252']);
    expect(code).toBe(0);
    expect(out).toContain('source csv {\n  files     = "old.csv"\n  delimiter = ";"\n  encoding  = "windows-1252"\n}');
    expect(out).toContain('streetAddress = [Straße]');
  });
});

describe('import of an extract without addresses', () => {
  it('makes sign-in names in the domain that is named', async () => {
    place.write('logins.csv', 'Employee ID,Login\n1,ada\n2,bo\n');
    const { code, out } = await place.run(['import', 'logins.csv', '--domain', 'Northwind.com']);
    expect(code).toBe(0);
    expect(out).toContain('# The domain northwind.com is the default domain that you have set.\n');
    expect(out).toContain('userName   = Join("@", ToLower([Login]), "northwind.com")');
  });
});

describe('a usage error of import', () => {
  it.each([
    [['import'], 'import needs more arguments.'],
    [['import', '-'], 'import takes a file'],
    [['import', 'no.psd1'], 'no.psd1 cannot be read'],
    [['import', 'a.csv', '--extract', 'b.csv'], '--extract is only for'],
    [['import', 'a.csv', '--domain', 'north wind'], '--domain takes a domain name such as northwind.com'],
    [['import', 'no.psd1', '--domain', 'northwind.com'], '--domain is only for an extract'],
  ])('%j', async (call, message) => {
    const { code, out, err } = await place.run(call);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
