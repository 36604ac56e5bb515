import { describe, expect, it } from 'vitest';
import { ProfileBuilder } from '../../../../../src/core/profile/profileBuilder';
import { problemKindOf } from '../../../../../src/core/catalogue/problemKinds';
import { cellDiagnostics } from '../../../../../src/language/mapping/cells/cellDiagnostics';
import { cleanedCell } from '../../../../../src/language/mapping/cells/cleanedCell';
import { describeCell } from '../../../../../src/language/mapping/cells/describeCell';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';

const MAPPING = `externalId = [Id]
userName = Join("@", [Id], "contoso.com")
active = Switch([Status], , "A", "True")
where [Status] <> "X"
`;

function described(status: string, mapping = MAPPING) {
  const columns = ['Id', 'Status', 'Note'];
  const rows = [
    ['1', 'A', ''],
    ['2', status, '2026-11-02'],
  ];
  const profile = new ProfileBuilder(columns, []);
  rows.forEach((cells, index) => profile.add({ number: index + 1, line: index + 2, cells }));
  const record = { number: 2, line: 3, cells: rows[1] ?? [] };
  return openMapping(mapping, { columns, extract: { name: 'staff.csv', profile: profile.finish(true), record } });
}

describe('the hover of a cell', () => {
  it('says the column, what every rule and condition makes of it, and what the column holds', () => {
    const cell = { column: 'Status', place: 2, columns: 3, text: 'A', mapping: 'staff.scimmap' };
    expect(describeCell(described('A'), cell).split('\n')).toEqual([
      '**`[Status]`** column 2 of 3',
      '',
      '`"A"`',
      '',
      '- `active` = `Switch([Status], , "A", "True")` → `true`',
      '- **where** = `[Status] <> "X"` → `The condition is true: the record is kept.`',
      '',
      'The whole column:',
      '',
      '- filled in 2 of 2 records (100 %)',
      '- 1 different value',
      '- longest: 1 character, in line 2: `"A"`',
      '',
      '| value | records |',
      '| --- | --- |',
      '| `"A"` | 2 |',
    ]);
  });

  it('shows why a value is not sent, a column that nobody reads, and dates as such', () => {
    const status = { column: 'Status', place: 2, columns: 3, text: 'Gone', mapping: 'staff.scimmap' };
    expect(describeCell(described('Gone'), status)).toContain('→ this record is not sent. The rule gives no value');
    // Said once where the editor shows the problem above
    expect(describeCell(described('Gone'), { ...status, isProblemShown: true })).toMatch(
      /→ this record is not sent\.$/m,
    );
    const note = describeCell(described('A'), { ...status, column: 'Note', place: 3, text: '' });
    expect(note).toContain('*empty*');
    expect(note).toContain('No rule of `staff.scimmap` reads this column.');
    expect(note).toContain('dates as `yyyy-MM-dd`, from `2026-11-02` to `2026-11-02`');
  });

  it('escapes and shortens what a cell holds', () => {
    const text = `[click](command:x) <b>${'x'.repeat(5_000)}`;
    const cell = { column: 'Status', place: 2, columns: 3, text };
    const shown = describeCell(openMapping(''), cell);
    expect(shown.length).toBeLessThan(400);
    expect(shown).toContain('`"[click](command:x) <b>xxx');
  });
});

describe('a cell is cleaned', () => {
  it('of spaces around it and of what nobody sees, and of nothing else', () => {
    expect(cleanedCell(' Ada ')).toEqual([{ title: 'Trim spaces in this cell', text: 'Ada' }]);
    expect(cleanedCell('A\u200Bda')).toEqual([{ title: 'Remove invisible characters from this cell', text: 'Ada' }]);
    for (const sane of ['', 'Ada', 'Zoë Müller', 'first\nsecond', '   ', 'می\u200Cخواهم'])
      expect(cleanedCell(sane)).toEqual([]);
  });
});

describe('the squiggles of an extract', () => {
  const kind = problemKindOf('value.id.missing');
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };

  it('are as grave as the problem and lead to its page; how many more there are is said once', () => {
    if (kind === undefined) throw new Error('the kind is gone');
    const problem = { code: kind.code, severity: 'error' as const, message: 'No id.' };
    const [one, ...others] = cellDiagnostics([{ problem, range }], 1, (code) => `page:${code}`);
    expect(one).toMatchObject({
      severity: 1,
      code: 'value.id.missing',
      codeDescription: { href: 'page:value.id.missing' },
    });
    expect(others).toEqual([]);
    const [, more] = cellDiagnostics([{ problem, range }], 1_501, String);
    expect(more).toMatchObject({ severity: 3, range, message: 'And 1,500 more problems: see the preview.' });
  });
});
