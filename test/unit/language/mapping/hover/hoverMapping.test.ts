import { describe, expect, it } from 'vitest';
import { hoverMapping } from '../../../../../src/language/mapping/hover/hoverMapping';
import type { EditorKnowledge, ExtractKnowledge } from '../../../../../src/language/mapping/document/knowledge';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';
import { withCursor } from '../../../../support/cursor';
import { knownRecord } from '../../../../support/knownExtract';

const CELLS = { Id: '7', Name: 'Ana', Status: 'Leave', Empty: '' };

/** What the hover is about, and its Markdown. */
function hover(
  marked: string,
  knowledge: EditorKnowledge = {},
): { readonly of: string; readonly markdown: string } | undefined {
  const { text, offset } = withCursor(marked);
  const document = openMapping(text, knowledge);
  const found = hoverMapping(document, offset);
  if (found?.range === undefined) return undefined;
  const { start, end } = found.range;
  return {
    of: text.slice(document.index.offsetAt(start), document.index.offsetAt(end)),
    markdown: (found.contents as { value: string }).value,
  };
}

describe('hoverMapping', () => {
  it.each([
    ['exter|nalId = [Id]', 'externalId', ['employeeId', '16 characters', 'Entra ID: employeeId', '*(RFC 7643)*']],
    [
      '|title = [Id]',
      'title',
      ['**`title`** string', '`jobTitle` of Microsoft Entra ID', '`title` of Active Directory'],
    ],
    ['title| = [Id]', 'title', ['`jobTitle`']],
    ['TITLE| = [Id]', 'TITLE', ['**`title`**']],
    ['name { family|Name = [Id] }', 'familyName', ['`name.familyName`', '`surname`', '64 characters']],
    ['na|me { familyName = [Id] }', 'name', ['**`name`** complex', 'The parts of the real name.']],
    ['addresses[type eq "work"] { local|ity = [Id] }', 'locality', ['`addresses[type eq "work"].locality`', '`city`']],
    ['addr|esses[type eq "work"].locality = [Id]', 'addresses', ['several values', 'never cleared']],
    ['addresses[ty|pe eq "work"].locality = [Id]', '[type eq "work"]', ['share one element', '*(Entra)*']],
    ['grou|ps.value = [Id]', 'groups', ['read-only']],
    [
      'schema urn:ietf:params:scim:schemas:extension:enterprise:2.0:User { depart|ment = [Id] }',
      'department',
      ['`department` of Microsoft Entra ID'],
    ],
    [
      'schema urn:ietf:params|:scim:schemas:extension:enterprise:2.0:User { department = [Id] }',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      ['RFC 7643, section 4.3'],
    ],
    ['schema urn:a|:b:c { X = [Id] }', 'urn:a:b:c', ['custom schema']],
    ['schema urn:a:b:c { |X = [Id] @type(Integer) }', 'X', ['**`urn:a:b:c:X`** integer', '*(Entra)*']],
    ['schema urn:a:b:c { |X = [Id] }', 'X', ['unless `@type` says otherwise']],
    ['source csv { deli|miter = ";" }', 'delimiter', ['between cells']],
    ['sou|rce csv { }', 'source', ['How to read the extract']],
    ['source c|sv { }', 'csv', ['RFC 4180']],
    ['whe|re [A] = "b"', 'where', ['excluded']],
    ['sche|ma urn:a:b:c { }', 'schema', ['a schema other than User']],
    ['title = [Id] @em|pty(null)', '@empty(null)', ['**`null`**', '`omit`', 'Default: `@empty(omit)`']],
    ['title = [Id] @empty(nu|ll)', 'null', ['**`null`**']],
    ['schema urn:a:b:c { X = [Id] @type(Date|Time) }', 'DateTime', ['**`DateTime`**']],
    ['title = Join(" ", [A|], [B])', '[A]', ['column', '`source` of `Join`']],
    ['title = Join("|, ", [A], [B])', '", "', ['`separator` of `Join`']],
    ['title = Left([A], |3)', '3', ['of `Left`']],
    ['title = Jo|in(" ", [A], [B])', 'Join', ['Join(separator, source, ...) -> String', 'gives', '*Exact:*']],
    ['title = Join|(" ", [A], [B])', 'Join', ['Join(separator, source, ...)']],
    ['active = II|F([A] = "", "True", "False")', 'IIF', ['*Approximated:*']],
    ['title = IIF([A] = "b", Ignore|ObjectFlow, "x")', 'IgnoreObjectFlow', ['counted as excluded']],
    ['source csv { key = [I|d] }', '[Id]', ['column']],
  ])('%s', (marked, of, parts) => {
    const found = hover(marked);
    expect(found?.of).toBe(of);
    for (const part of parts) expect(found?.markdown).toContain(part);
  });

  it.each([
    '|# title',
    'title |= [Id]',
    'tit|el = [Id]',
    'title = "te|xt"',
    'title = Noth|ing([A], [B])',
    'source csv { files = "*.c|sv" }',
    'source csv { nothing| = 1 }',
    'title = [Id] @no|thing(1)',
    'title = []|',
    '|',
  ])('has nothing to say at %s', (marked) => {
    expect(hover(marked)).toBeUndefined();
  });

  it('says what the rule gives for the current record, and what happens to an empty value', () => {
    expect(hover('titl|e = [Name]', knownRecord(CELLS))?.markdown).toContain('In line 2: `"Ana"`');
    const known = knownRecord(CELLS);
    const linkTo = (line: number, columns: readonly string[]) => `to:${line}/${columns.join('+')}`;
    const linked = { ...known, extract: { name: 'a.csv', ...known.extract, linkTo } };
    expect(hover('titl|e = Append([Name], [Id])', linked)?.markdown).toContain('In [line 2](to:2/Name+Id): ');
    expect(hover('title = [Nam|e]', linked)?.markdown).toContain('In [line 2](to:2/Name): ');
    expect(hover('title = To|Lower([Name])', linked)?.markdown).toContain('[line 2](to:2/Name)');
    expect(hover('titl|e = [Empty] @empty(null)', knownRecord(CELLS))?.markdown).toContain('`null` is sent');
    expect(hover('activ|e = [Status]', knownRecord(CELLS))?.markdown).toContain('neither True nor False');
  });

  it('shows a call step by step, from the inside out', () => {
    const { markdown = '' } = hover('title = Jo|in("-", ToUpper([Name]), [Id])', knownRecord(CELLS)) ?? {};
    expect(markdown.split('\n').filter((line) => line.startsWith('|'))).toEqual([
      '| step | line 2 |',
      '| --- | --- |',
      '| `[Name]` | `"Ana"` |',
      '| `ToUpper([Name])` | `"ANA"` |',
      '| `[Id]` | `"7"` |',
      '| `Join("-", ToUpper([Name]), [Id])` | `"ANA-7"` |',
    ]);
  });

  it.each([
    ['title = Join("-", ToUpper([Name]|), [Id])', 'ToUpper([Name])', ['| `ToUpper([Name])` | `"ANA"` |']],
    ['where [Name] |<> "Ana"', '[Name] <> "Ana"', ['| `[Name] <> "Ana"` | `False` |']],
    ['title = Coalesce([Emp|ty], "x")', '[Empty]', ['In line 2: *empty*']],
    ['title = IIF([Id] = "7", "a", ToLo|wer([Name]))', 'ToLower', ['Not evaluated for line 2']],
    ['title = FormatDate|Time([Name], , "yyyy-MM-dd", "yyyy")', 'FormatDateTime', ['*error:*', 'E_DATE']],
  ])('evaluates the part under the cursor of %s', (marked, of, parts) => {
    const found = hover(marked, knownRecord(CELLS));
    expect(found?.of).toBe(of);
    for (const part of parts) expect(found?.markdown).toContain(part);
  });

  it('shows no steps where the rule has errors, and none where no record is known', () => {
    expect(hover('title = ToLo|wer([Nam])', knownRecord(CELLS))?.markdown).not.toContain('| step');
    expect(hover('title = ToLo|wer([Name])')?.markdown).not.toContain('| step');
  });

  describe('of a column', () => {
    const profile: NonNullable<ExtractKnowledge['profile']> = {
      records: 2_000,
      isComplete: false,
      columns: [
        {
          column: 'Name',
          filled: 1_999,
          distinct: 1_500,
          isDistinctExact: false,
          values: Array.from({ length: 9 }, (_, i) => ({ value: `Name ${i}`, count: 9 - i })),
          longest: { value: 'x'.repeat(100), record: 8, line: 9 },
        },
        {
          column: 'Id',
          filled: 2_000,
          distinct: 2_000,
          isDistinctExact: true,
          values: Array.from({ length: 9 }, (_, i) => ({ value: `P${i}`, count: 1 })),
        },
        { column: 'Empty', filled: 0, distinct: 0, isDistinctExact: true, values: [] },
      ],
    };

    it('says how full it is, how many values it holds, the longest and the most frequent ones', () => {
      const { markdown = '' } = hover('title = [Na|me]', knownRecord(CELLS, { profile })) ?? {};
      expect(markdown.split('\n')).toEqual([
        '**`[Name]`** column of `people.csv`',
        '',
        'In line 2: `"Ana"`',
        '',
        '- filled in 1,999 of the first 2,000 records (over 99.9 %)',
        '- at least 1,500 different values',
        `- longest: 100 characters, in line 9: \`"${'x'.repeat(60)}…"\``,
        '',
        '| most frequent | records |',
        '| --- | --- |',
        ...[0, 1, 2, 3, 4].map((i) => `| \`"Name ${i}"\` | ${9 - i} |`),
      ]);
    });

    it('lists none of the values of an id as frequent, because each is there once', () => {
      const { markdown = '' } = hover('title = [I|d]', knownRecord(CELLS, { profile })) ?? {};
      expect(markdown).toContain('2,000 different values');
      expect(markdown).not.toContain('most frequent');
    });

    it('says so when nothing is in it', () => {
      const { markdown = '' } = hover('title = [Emp|ty]', knownRecord(CELLS, { profile })) ?? {};
      expect(markdown).toContain('- filled in 0 of the first 2,000 records (0 %)');
      expect(markdown).not.toContain('different');
    });

    it('says so when the extract lacks it', () => {
      expect(hover('title = [Na|m]', knownRecord(CELLS))?.markdown).toContain('is not in the extract');
    });
  });

  describe('of the rule for active', () => {
    const rule = 'active = Switch([Status], , "Active", "True")';
    const statuses = [
      {
        ruleText: rule,
        columns: ['Status'],
        rows: [
          { cells: ['Active'], result: 'true', count: 1_900, line: 2 },
          { cells: ['Le|ft'], result: 'undecided', count: 99, line: 4 },
          { cells: [null], result: 'undecided', count: 1, line: 5 },
        ],
        unlisted: 0,
      },
    ] as const;
    const values = { findings: [], records: 2_000, isComplete: true, statuses };

    it('shows every status and what it comes to, the undecided ones first', () => {
      const { markdown = '' } =
        hover(`ac||tive${rule.slice(6)}`.replace('||', '|'), knownRecord(CELLS, { values })) ?? {};
      expect(markdown.split('\n').filter((line) => line.startsWith('|'))).toEqual([
        '| `Status` | records | account |',
        '| --- | --- | --- |',
        '| `"Le`&#124;`ft"` | 99 | **undecided: not sent** |',
        '| *empty* | 1 | **undecided: not sent** |',
        '| `"Active"` | 1,900 | enabled |',
      ]);
      expect(markdown.indexOf('undecided')).toBeLessThan(markdown.indexOf('accountEnabled'));
    });

    it('shows nothing that was said of another text of the rule', () => {
      expect(hover('ac|tive = [Status]', knownRecord(CELLS, { values }))?.markdown).not.toContain('undecided');
    });
  });
});
