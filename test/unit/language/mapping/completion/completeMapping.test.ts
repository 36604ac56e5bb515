import { describe, expect, it } from 'vitest';
import { isEncoding } from '../../../../../src/extract/encoding/textDecoding';
import { chosen, itemsAt, knowledgeOf, labelsAt, notesAt } from './support';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const people = knowledgeOf({
  WorkerID: ['1', '2', '3', '4'],
  WorkerStatus: ['Active', 'Active', 'Leave'],
  'Last "Name"': ['Ó Briain', 'Müller'],
  City: ['München', '`rm`', 'a|b'],
  HireDate: ['2024-01-31', '2019-12-01'],
  Birthday: ['01/02/1990', '03/04/1985'],
  Empty: [],
});

/** What is offered first, as many as are expected. */
function first(marked: string, ...expected: readonly string[]): void {
  expect(labelsAt(marked, people).slice(0, expected.length)).toEqual(expected);
}

describe('at the start of a statement', () => {
  it('what no record can do without comes first while it is missing', () => {
    first('|', 'externalId', 'userName', 'active');
    first('userName = [City]\n|', 'externalId', 'active');
    expect(notesAt('externalId = [WorkerID]\n|').at(-1)).toBe('externalId | already mapped');
  });

  it('the rule at the cursor does not count as mapped', () => {
    first('exte|rnalId = [WorkerID]', 'externalId');
  });

  it('elements of lists are offered as Entra reads them, alone and as a group', () => {
    const labels = labelsAt('|');
    expect(labels).toContain('emails[type eq "work"].value');
    expect(labels).toContain('addresses[type eq "work"] {}');
    expect(labels).not.toContain('emails[type eq "work"].type');
    expect(labels).not.toContain('groups.value');
    expect(labels).not.toContain('password');
  });

  it.each([
    ['ti|', 'title', 'title = '],
    ['ti|le = [City]', 'title', 'title = [City]'],
    ['name {\n  fam|\n}', 'familyName', 'name {\n  familyName = \n}'],
    ['|', 'name {}', 'name {\n\t$0\n}'],
    ['em|', 'emails[type eq "work"].value', 'emails[type eq "work"].value = '],
    ['emails[type eq "work"].|', 'value', 'emails[type eq "work"].value = '],
    ['emails[type eq "work"].v| = [City]', 'value', 'emails[type eq "work"].value = [City]'],
    ['dep|', `${ENTERPRISE}:department`, `${ENTERPRISE}:department = `],
    ['wh|', 'where', 'where '],
    ['|', 'source csv {}', 'source csv {\n\tfiles = "${1:*.csv}"\n}$0'],
    ['|', `schema ${ENTERPRISE} {}`, `schema ${ENTERPRISE} {\n\t$0\n}`],
    ['|', 'schema {}', 'schema urn:ietf:params:scim:schemas:extension:${1:contoso}:1.0:User {\n\t$0\n}'],
  ])('%j: %s', (marked, label, expected) => {
    expect(chosen(marked, label)).toBe(expected);
  });

  it('only what fits inside a block', () => {
    expect(labelsAt('addresses[type eq "work"] {\n|\n}')).toEqual([
      'streetAddress',
      'locality',
      'region',
      'postalCode',
      'country',
      'formatted',
      'primary',
    ]);
    expect(labelsAt(`schema ${ENTERPRISE} {\n  employeeNumber = [X]\n  |\n}`).toSorted()).toEqual([
      'costCenter',
      'department',
      'division',
      'employeeNumber',
      'manager {}',
      'manager.$ref',
      'manager.value',
      'organization',
    ]);
    expect(labelsAt(`schema ${ENTERPRISE} {\n  manager {\n    |`)).toEqual(['value', '$ref']);
    expect(labelsAt('title {\n  |\n}')).toEqual([]);
  });

  it('a block that is there already says so', () => {
    expect(notesAt(`schema ${ENTERPRISE} {\n}\n|`)).toContain(`schema ${ENTERPRISE} {} | already has a block`);
    expect(labelsAt('source csv {\n}\n|')).not.toContain('source csv {}');
  });

  it('in a custom schema: columns that nothing uses yet, dates as moments', () => {
    const marked = 'externalId = [WorkerID]\nschema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n  |\n}';
    expect(labelsAt(marked, people)).toEqual(['WorkerStatus', 'LastName', 'City', 'HireDate', 'Birthday', 'Empty']);
    expect(chosen(marked, 'HireDate', people)).toContain(
      'HireDate = FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")  @type(DateTime)\n}',
    );
    // The month could be the day
    expect(chosen(marked, 'Birthday', people)).toContain('Birthday = [Birthday]\n}');
  });

  it.each([
    ['emails[|', 'emails[type eq "work"]'],
    ['emails[ty|]', 'emails[type eq "work"]'],
    ['emails[type eq "wo|"].value = [City]', 'emails[type eq "work"].value = [City]'],
    ['emails[primary eq true and |]', 'emails[primary eq true and type eq "work"]'],
  ])('a filter: %j', (marked, expected) => {
    expect(chosen(marked, 'type eq "work"')).toBe(expected);
  });

  it('a filter term is not offered twice, nor where there is no list', () => {
    expect(labelsAt('emails[type eq "work" and |]')).toEqual(['primary eq true']);
    expect(labelsAt('name[|]')).toEqual([]);
  });

  it('says what Entra makes of an attribute, and who says so', () => {
    const item = itemsAt('exter|').find(({ label }) => label === 'externalId');
    expect(item?.labelDetails?.description).toBe('Entra: employeeId');
    expect(JSON.stringify(item?.documentation)).toContain('Entra: A person is found again by it');
  });
});

describe('in a source block', () => {
  it('settings that are not set yet', () => {
    expect(labelsAt('source csv {\n  files = "*.csv"\n  |\n}')).toEqual([
      'delimiter',
      'quote',
      'encoding',
      'header',
      'empty',
      'key',
    ]);
  });

  it.each([
    ['source | ', 'csv', 'source csv {\n\t$0\n} '],
    ['source c| {\n}', 'csv', 'source csv {\n}'],
    ['source csv {\n  del|\n}', 'delimiter', 'source csv {\n  delimiter = \n}'],
    ['source csv {\n  del| = ";"\n}', 'delimiter', 'source csv {\n  delimiter = ";"\n}'],
    ['source csv {\n  delimiter = |\n}', '"\\t"', 'source csv {\n  delimiter = "\\t"\n}'],
    ['source csv {\n  delimiter = "|"\n}', '";"', 'source csv {\n  delimiter = ";"\n}'],
    ['source csv {\n  quote = "|\n}', '"""', 'source csv {\n  quote = "\\""\n}'],
    ['source csv {\n  encoding = win|\n}', '"windows-1252"', 'source csv {\n  encoding = "windows-1252"\n}'],
    ['source csv {\n  key = [|]\n}', '[WorkerID]', 'source csv {\n  key = [WorkerID]\n}'],
    ['source csv {\n  files = |\n}', '"people.csv"', 'source csv {\n  files = "people.csv"\n}'],
  ])('%j: %s', (marked, label, expected) => {
    expect(chosen(marked, label, people)).toBe(expected);
  });

  it('encodings are ones that can be read', () => {
    const labels = labelsAt('source csv {\n  encoding = |\n}');
    expect(labels.length).toBeGreaterThan(15);
    expect(labels.filter((label) => !isEncoding(label.slice(1, -1)))).toEqual([]);
  });

  it('words for nothing that the extract really holds', () => {
    const held = knowledgeOf({ A: ['NULL', 'x', 'n/a'], B: ['NULL', 'Nullmann'] });
    expect(notesAt('source csv {\n  empty = |\n}', held)).toEqual([
      '"NULL" | 2 cells, first in [A]',
      '"n/a" | 1 cell, first in [A]',
    ]);
    expect(labelsAt('source csv {\n  empty = "NULL", "|"\n}', held)).toEqual(['"n/a"']);
    expect(labelsAt('source csv {\n  empty = "NULL" |\n}', held)).toEqual([]);
  });

  it('the column of the identity first', () => {
    first('source csv {\n  key = |\n}', '[WorkerID]');
  });
});

describe('after schema', () => {
  it.each([
    ['schema |', ENTERPRISE, `schema ${ENTERPRISE} {\n\t$0\n}`],
    ['schema urn:| {\n}', ENTERPRISE, `schema ${ENTERPRISE} {\n}`],
  ])('%j', (marked, label, expected) => {
    expect(chosen(marked, label)).toBe(expected);
  });
});

describe('columns', () => {
  it.each([
    ['active = [|', '[WorkerStatus]'],
    ['active = |', '[WorkerStatus]'],
    ['active = Switch(|', '[WorkerStatus]'],
    ['addresses[type eq "work"] { locality = [|] }', '[City]'],
    ['addresses[type eq "work"].locality = [|]', '[City]'],
    [`schema ${ENTERPRISE} { employeeNumber = [|`, '[WorkerID]'],
    ['schema urn:x:contoso:1.0:User { hire_date = [|', '[HireDate]'],
  ])('the one that suits the attribute is the first: %j', (marked, expected) => {
    const [best] = itemsAt(marked, people);
    expect([best?.label, best?.preselect]).toEqual([expected, true]);
  });

  it('those not used yet come before the others', () => {
    expect(labelsAt('externalId = [WorkerID]\ntitle = [City]\nnickName = [|]', people)).toEqual([
      '[WorkerStatus]',
      '[Last "Name"]',
      '[HireDate]',
      '[Birthday]',
      '[Empty]',
      '[WorkerID]',
      '[City]',
    ]);
  });

  it('show what they hold', () => {
    const items = itemsAt('nickName = [|', people);
    const details = items.map(({ label, labelDetails }) => [label, labelDetails?.detail, labelDetails?.description]);
    expect(details).toContainEqual(['[WorkerStatus]', '  Active, Leave', '75 % filled']);
    expect(details).toContainEqual(['[Empty]', undefined, 'empty']);
    const city = items.find(({ label }) => label === '[City]');
    expect(city?.documentation).toMatchObject({ kind: 'markdown' });
    for (const said of ['filled in 3 of 4 records', '3 different values', '``"`rm`"``', 'people.csv'])
      expect(JSON.stringify(city?.documentation)).toContain(JSON.stringify(said).slice(1, -1));
  });

  it('show the cell of the current record', () => {
    const cells = ['7', 'Active', '', 'Köln', '', '', ''];
    const current = { ...people, extract: { name: 'p.csv', record: { number: 1, line: 2, cells } } };
    const item = itemsAt('nickName = [|', current).find(({ label }) => label === '[City]');
    expect(JSON.stringify(item?.documentation)).toContain('In line 2: `\\"Köln\\"`');
  });

  it.each([
    ['title = [Ci|', 'title = [City]'],
    ['title = [Ci|ty]', 'title = [City]'],
    ['title = Join(" ", [|, "x")', 'title = Join(" ", [City], "x")'],
    ['title = Join(" ", [Ci| [Empty])', 'title = Join(" ", [City] [Empty])'],
    ['title = Ci|', 'title = [City]'],
    ['title =|', 'title = [City]'],
    ['title = Join(" ",|)', 'title = Join(" ", [City])'],
    ['where [Empty] <>|', 'where [Empty] <> [City]'],
    ['where |', 'where [City]'],
    ['where IsPresent(|)', 'where IsPresent([City])'],
    ['title = [Ci|\nemails[type eq "work"].value = [Empty]', 'title = [City]\nemails[type eq "work"].value = [Empty]'],
  ])('%j', (marked, expected) => {
    expect(chosen(marked, '[City]', people)).toBe(expected);
  });

  it('without an extract: those that the mapping names already', () => {
    expect(labelsAt('externalId = [Id]\ntitle = [|]')).toEqual(['[Id]']);
  });

  it('a name that brackets cannot hold is not offered', () => {
    expect(labelsAt('title = [|]', { columns: ['a]b', ' a', 'a"b', 'a[b]', 'a(b), c #1'] })).toEqual([
      '[a[b]]',
      '[a(b), c #1]',
    ]);
  });
});

describe('functions', () => {
  it.each([
    ['title = ToL|', 'ToLower', 'title = ToLower($1)'],
    ['title = ToL|([City])', 'ToLower', 'title = ToLower([City])'],
    ['title = |', 'Left', 'title = Left($1, ${2:NumChars})'],
    ['title = |', 'FormatDateTime', 'title = FormatDateTime($1, , "$2", "${3:yyyy-MM-ddTHH:mm:ssZ}")'],
    ['title = |', 'Now', 'title = Now()'],
    ['title = |', 'Switch', 'title = Switch($1, , "$2", "$3")'],
  ])('%j: %s', (marked, label, expected) => {
    expect(chosen(marked, label)).toBe(expected);
  });

  it('those that only the job can evaluate come last and say so', () => {
    const offered = notesAt('title = |');
    expect(offered.slice(-1)[0]).toMatch(/ \| in the job only$/);
    expect(offered).toContain('DefaultDomain | in the job only');
  });

  it('those of the type that is asked for come first', () => {
    const functionsAt = (marked: string) => labelsAt(marked).filter((label) => /^\w+$/.test(label));
    expect(functionsAt('title = IIF(|').slice(0, 2)).toEqual(['CBool', 'IsNull']);
    expect(functionsAt('title = DateAdd("d", 1, |').slice(0, 2)).toEqual(['CDate', 'DateAdd']);
  });

  it('are not offered in brackets, in texts or after a value', () => {
    expect(labelsAt('title = [|]')).toEqual([]);
    expect(labelsAt('title = "|"')).toEqual([]);
    expect(labelsAt('title = Join("a" |')).toEqual([]);
  });
});

describe('arguments', () => {
  it.each([
    ['a = DateAdd(|', ['"yyyy"', '"m"', '"d"', '"ww"', '"h"', '"n"', '"s"']],
    ['a = DateDiff("|"', ['"yyyy"', '"m"', '"d"', '"ww"', '"h"', '"n"', '"s"']],
    ['a = InStr([A], "b", 1, vb|)', ['vbTextCompare', 'vbBinaryCompare']],
  ])('one of a few values, and nothing else: %j', (marked, expected) => {
    expect(labelsAt(marked)).toEqual(expected);
  });

  it.each([
    ['a = ToLower([City], "|")', '"tr-TR"', 'a = ToLower([City], "tr-TR")'],
    ['a = FormatDateTime([City], "|")', '"AssumeUniversal"', 'a = FormatDateTime([City], "AssumeUniversal")'],
    ['a = FormatDateTime([HireDate], , "|")', '"yyyy-MM-dd"', 'a = FormatDateTime([HireDate], , "yyyy-MM-dd")'],
    [
      'a = FormatDateTime([X], , "d", "|")',
      '"yyyy-MM-ddTHH:mm:ssZ"',
      'a = FormatDateTime([X], , "d", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    ['a = FormatDateTime([X], "dd.MM.yyyy", |)', '"yyyy-MM-dd"', 'a = FormatDateTime([X], "dd.MM.yyyy", "yyyy-MM-dd")'],
  ])('%j: %s', (marked, label, expected) => {
    expect(chosen(marked, label, people)).toBe(expected);
  });

  it('date formats are those that read the column, and say when day and month could be exchanged', () => {
    expect(notesAt('a = FormatDateTime([HireDate], , "|"', people)).toEqual(['"yyyy-MM-dd" | reads 2 of 2']);
    const both = itemsAt('a = FormatDateTime([Birthday], , "|"', people);
    expect(both.map(({ label }) => label)).toEqual(['"dd/MM/yyyy"', '"MM/dd/yyyy"']);
    expect(JSON.stringify(both[0]?.documentation)).toContain('`MM/dd/yyyy` reads as many');
    expect(labelsAt('a = FormatDateTime([Unknown], , "|"', people)).toContain('"yyyyMMdd"');
  });
});

describe('values that the extract holds', () => {
  it.each<readonly [string, readonly string[]]>([
    ['where [WorkerStatus] <> "|"', ['"Active" | 2 records', '"Leave" | 1 record']],
    ['a = IIF(ToLower([WorkerStatus]) = "|', ['"active" | 2 records', '"leave" | 1 record']],
    ['where "x" <> "|"', []],
    ['a = Switch([WorkerStatus], , "Active", "True", "|"', ['"Leave" | 1 record', '"" | 1 record without a value']],
    [
      'a = Switch([WorkerStatus], , "|", "True", "Leave", "False")',
      ['"Active" | 2 records', '"" | 1 record without a value'],
    ],
    ['a = Switch(Join("", [WorkerStatus], [City]), , "|"', []],
    ['a = Switch([Nothing], , "|"', []],
  ])('%j', (marked, expected) => {
    expect(notesAt(marked, people)).toEqual(expected);
  });

  it('a key of Switch brings a place for its value, as long as it has none', () => {
    expect(chosen('a = Switch([WorkerStatus], , |)', '"Leave"', people)).toBe(
      'a = Switch([WorkerStatus], , "Leave", "$1")',
    );
    expect(chosen('a = Switch([WorkerStatus], , "|")', '"Leave"', people)).toBe(
      'a = Switch([WorkerStatus], , "Leave", "$1")',
    );
    expect(chosen('a = Switch([WorkerStatus], , "|", "x")', '"Leave"', people)).toBe(
      'a = Switch([WorkerStatus], , "Leave", "x")',
    );
    expect(chosen('a = Switch([WorkerStatus], , |)', 'all 2 undecided values', people)).toBe(
      'a = Switch([WorkerStatus], , "Active", "$1", "Leave", "$2")',
    );
  });

  it('are written as snippets need it', () => {
    const odd = knowledgeOf({ S: ['a$b}', 'c"d\\e'] });
    expect(chosen('a = Switch([S], , |)', '"a$b}"', odd)).toBe('a = Switch([S], , "a\\$b\\}", "$1")');
    expect(chosen('where [S] = |', '"c\\"d\\\\e"', odd)).toBe('where [S] = "c\\"d\\\\e"');
  });

  it('True and False are offered as results of a rule on a boolean, and never as its default', () => {
    first('active = Switch([WorkerStatus], , "Active", "|")', '"True"', '"False"');
    first('active = IIF([WorkerStatus] = "Active", |', '"True"', '"False"');
    expect(labelsAt('active = Switch([WorkerStatus], |', people)).not.toContain('"True"');
    expect(labelsAt('title = Switch([WorkerStatus], , "Active", "|")', people)).toEqual([]);
  });
});

describe('conditions and decorators', () => {
  it('operators after a value where a condition is allowed', () => {
    expect(labelsAt('where [A] |')).toEqual(['=', '<>', '>', '>=', '<', '<=']);
    expect(labelsAt('a = IIF([A] |')).toEqual(['=', '<>', '>', '>=', '<', '<=']);
    expect(labelsAt('a = Join([A] |')).toEqual([]);
    expect(labelsAt('where [A] = [B] |')).toEqual([]);
  });

  it.each<readonly [string, readonly string[]]>([
    ['title = [A] @|', ['@empty(omit)', '@empty(null)', '@empty(blank)', '@empty(error)']],
    ['title = [A] |', []],
    ['active = [A] @|', ['@empty(error)']],
    ['title = [A] @empty(null) @|', []],
    ['title = [A] @empty(null) |', []],
    ['urn:x:1.0:User:B = [A] @type(String) |', ['@empty(omit)', '@empty(null)', '@empty(blank)', '@empty(error)']],
    ['title = [A] @empty(|)', ['omit', 'null', 'blank', 'error']],
    ['title = [A] @type(|)', []],
    ['title = [A] @|(null)', ['@empty']],
    ['urn:x:1.0:User:B = [A] @type(|)', ['String', 'Boolean', 'Integer', 'Decimal', 'DateTime', 'Reference', 'Binary']],
  ])('%j', (marked, expected) => {
    expect(labelsAt(marked)).toEqual(expected);
  });

  it('a decorator is two spaces after its value', () => {
    expect(chosen('title = [A]@|', '@empty(null)')).toBe('title = [A]  @empty(null)');
    expect(chosen('title = [A]  @em|', '@empty(null)')).toBe('title = [A]  @empty(null)');
  });
});

describe('where nothing can be known', () => {
  it.each([
    '# |',
    'title = [A] # |',
    'title = "|"',
    'title = Join("|", [A])',
    'title = [A] @empty(null) x|',
    'title = 1|',
  ])('%j', (marked) => {
    expect(labelsAt(marked, people)).toEqual([]);
  });
});
