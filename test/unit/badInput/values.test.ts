import { describe, expect, it } from 'vitest';
import type { Expected } from './decide';
import { convertText, expectProblems } from './decide';

const row = (code: string, more: Partial<Expected> = {}): Expected => ({ code, severity: 'row', ...more });
const warning = (code: string, more: Partial<Expected> = {}): Expected => ({ code, severity: 'warning', ...more });

const ID = 'externalId = [Id]\n';
const USER = `${ID}userName = [User]\n`;
const TITLE = `${ID}title = [Job]\n`;

/** A mapping and the lines of an extract, the header first: what is reported, and how many records are sent. */
type Case = readonly [
  name: string,
  mapping: string,
  lines: readonly string[],
  expected: readonly Expected[],
  sent: number,
];

const secret = 'Geheim7';

const cases: readonly Case[] = [
  [
    'B32 an id that is missing',
    ID,
    ['Id,Name', `,${secret}`, '   ,x', '3,y'],
    [
      row('value.id.missing', { line: 2, column: 'Id', record: 1 }),
      row('value.id.missing', { line: 3, column: 'Id', record: 2 }),
      warning('value.hidden-char', { line: 3, column: 'Id' }),
    ],
    1,
  ],
  [
    'B33 an id twice',
    ID,
    ['Id,Name', `${secret},a`, '2,"b\nb"', `${secret},c`],
    [warning('value.id.duplicate', { line: 5, says: 'line 2' })],
    3,
  ],
  ...['geheim7', ' Geheim7', 'Geheim7\u200b', 'Ｇeheim7', '00Geheim7'].map((other): Case => [
    `B33 an id nearly twice: ${JSON.stringify(other)}`,
    ID,
    ['Id,Name', `${secret},a`, '2,b', `${other},c`],
    [
      warning('value.id.near-duplicate', { line: 4, record: 3, says: 'line 2' }),
      ...(/^[\s]|\u200b/.test(other) ? [warning('value.hidden-char', { line: 4, column: 'Id' })] : []),
    ],
    3,
  ]),
  ...['\u200b', '\u00a0', '\ufeff', '\u200e', ' '].map((hidden): Case => [
    `B34 an id with ${JSON.stringify(hidden)}`,
    ID,
    ['Id,Name', '1,a', `${secret}${hidden},b`],
    [warning('value.hidden-char', { line: 3, column: 'Id', record: 2 })],
    2,
  ]),
  ...['Activ', 'Y', 'WAHR', 'Leave', ''].map((word): Case => [
    `B35 a status word that nobody named: ${JSON.stringify(word)}`,
    `${ID}active = Switch([Status], , "Active", "True", "Gone", "False")\n`,
    ['Id,Status', '1,Active', `2,${word}`, '3,Gone'],
    [row(word === '' ? 'value.missing' : 'value.bool.unknown', { line: 3, column: 'Status', record: 2 })],
    2,
  ]),
  ...['31/02/2026', '29/02/2026', '01/01/0000', '1/1/26', '46000', 'soon', '2026-11-23'].map((date): Case => [
    `B36 a date that is none in the stated format: ${date}`,
    `${ID}urn:x:y:User:Hired = FormatDateTime([Day], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")\n`,
    ['Id,Day', '1,29/02/2024', `2,${date}`, '3,31/12/9999'],
    [row('value.date.invalid', { line: 3, column: 'Day', record: 2 })],
    2,
  ]),
  ...(
    [
      ['03/04/2026', 'value.date.ambiguous', 'order of day and month is ambiguous'],
      ['03.04.26', 'value.date.ambiguous', 'order of day and month is ambiguous'],
      ['23.04.26', 'value.date.invalid', 'two-digit'],
      ['46000', 'value.date.invalid', 'number of a day'],
      ['13/04/2026', 'value.date.invalid', 'Convert it with FormatDateTime'],
      ['2026-02-29T00:00:00Z', 'value.date.invalid', 'Convert it with FormatDateTime'],
    ] as const
  ).map(([date, code, says]): Case => [
    `B36 a date without a stated format: ${date}`,
    `${ID}urn:x:y:User:Hired = [Day] @type(DateTime)\n`,
    ['Id,Day', '1,2026-11-23T08:00:00Z', `2,${date}`],
    [row(code, { line: 3, column: 'Day', says })],
    1,
  ]),
  ...(
    [
      ['a@b@c', 'more than one @'],
      ['@contoso.com', 'one side'],
      ['ana@', 'one side'],
      ['"a\u0007b@c"', 'control'],
      [`${'x'.repeat(65)}@c`, '65 characters before the @, but Entra allows 64'],
      [`a@${'x'.repeat(49)}`, '49 characters after the @, but Entra allows 48'],
      ['x'.repeat(65), '64'],
    ] as const
  ).map(([name, says]): Case => [
    `B39 a userName that cannot be one: ${JSON.stringify(name)}`,
    USER,
    ['Id,User', `1,${'x'.repeat(64)}@${'y'.repeat(48)}`, `2,${name}`],
    [
      row('value.user-name.invalid', { line: 3, column: 'User', says }),
      ...(name.includes('\u0007') ? [warning('value.control', { line: 3, column: 'User' })] : []),
    ],
    1,
  ]),
  [
    'B39 a space, which the job may take out; without an @, which it may add',
    USER,
    ['Id,User', '1,ana', '2,an a@b.c'],
    [],
    2,
  ],
  ...['1.23457E+11', '1,23457E+11', '-1E+5'].map((value): Case => [
    `B40 an id that was rounded: ${value}`,
    ID,
    ['Id;Name', '1;a', `${value};b`],
    [row('value.id.scientific', { line: 3, column: 'Id', says: 'as text' })],
    1,
  ]),
  ...['#N/A', '#REF!', '########', '00/01/1900'].flatMap((value): readonly Case[] => [
    [
      `B40 a spreadsheet's error as id: ${value}`,
      ID,
      ['Id;Name', '1;a', `${value};b`],
      [row('value.excel-error', { line: 3, column: 'Id' })],
      1,
    ],
    [
      `B40 a spreadsheet's error elsewhere: ${value}`,
      TITLE,
      ['Id;Job', '1;a', `2;${value}`, `3;${value}`],
      [warning('value.excel-error', { line: 3, column: 'Job', record: 2, says: /^2 cells/ })],
      3,
    ],
  ]),
  ...['\u001b[2J', '\u0007', '\u007f', '\u0085', '\u009b'].map((control): Case => [
    `B41 a control character: ${JSON.stringify(control)}`,
    TITLE,
    ['Id,Job', '1,x', `2,${secret}${control}`],
    [warning('value.control', { line: 3, column: 'Job' })],
    2,
  ]),
  ...['\u202e', '\u202a', '\u2066'].map((mark): Case => [
    `B42 a character that turns text: ${JSON.stringify(mark)}`,
    TITLE,
    ['Id,Job', '1,x', `2,${secret}${mark}x`],
    [warning('value.bidi', { line: 3, column: 'Job' })],
    2,
  ]),
  [
    'B43 damage from before, counted',
    TITLE,
    ['Id,Job', '1,x', `2,${secret}\ufffd`, '3,\ufffd', '4,JosÃ©', '5,Oâ€™Neil', '6,MÃ¼ller'],
    [
      warning('value.replacement-char', { line: 3, column: 'Job', says: /^2 cells.*damaged earlier/ }),
      warning('value.mojibake', { line: 5, column: 'Job', says: /^3 cells.*damaged earlier/ }),
    ],
    6,
  ],
  [
    'B46 longer than the directory takes',
    TITLE,
    ['Id,Job', `1,${'x'.repeat(128)}`, `2,${'x'.repeat(129)}`],
    [warning('value.too-long', { line: 3, column: 'Job', record: 2, says: '129 characters, but' })],
    2,
  ],
];

describe('bad input: values', () => {
  it.each(cases)('%s', async (_, mapping, lines, expected, sent) => {
    const delimiter = lines[0]?.includes(';') === true ? ';' : ',';
    const converted = await convertText(
      `source csv { delimiter = "${delimiter}" }\n${mapping}`,
      `${lines.join('\n')}\n`,
    );
    expectProblems(converted.problems, expected, [secret]);
    expect(converted.sent).toHaveLength(sent);
  });

  it.each([
    ['B37', ['9007199254740993', '00412', '+49 30 1', '1e5', '-0', '0x1F']],
    ['B38', ['null', 'undefined', 'NaN', 'true', 'FALSE', 'Infinity']],
    ['B44', ['<script>alert(1)</script>', '[a](command:x)', '$(zap)', '%s', '${x}', '{{x}}', '__proto__']],
    ['B45', ['=1+1', '+1', '-1', '@SUM(A1)']],
    ['B48', ['Zoe\u0308', 'Zo\u00eb', 'ﬁ', 'Ａ']],
  ])('%s are kept as the text that they are', async (_, values) => {
    const lines = values.map((value, index) => `${index + 1},"${value}"`);
    const { problems, sent } = await convertText(TITLE, `Id,Job\n${lines.join('\n')}\n`);
    expect(problems).toEqual([]);
    expect(sent.map((json) => (JSON.parse(json) as { readonly title: string }).title)).toEqual(values);
  });

  it('B45 a tab or CR at the start is data, too', async () => {
    const { sent } = await convertText(TITLE, 'Id,Job\n1,"\t=1"\n2,"\r=1"\n');
    expect(sent.map((json) => (JSON.parse(json) as { readonly title: string }).title)).toEqual(['\t=1', '\r=1']);
  });

  it('B47 managers are checked where the extract is read as a whole: see the value rules', async () => {
    const mapping = `${ID}urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [Boss]\n`;
    const { problems, sent } = await convertText(mapping, 'Id,Boss\n1,1\n2,9\n3,4\n4,3\n');
    expect(problems).toEqual([]);
    expect(sent).toHaveLength(4);
  });

  it('B48 the same id in two Unicode forms', async () => {
    const { problems } = await convertText(ID, 'Id,Name\nZoe\u0308,a\nZo\u00eb,b\n');
    expectProblems(problems, [warning('value.id.near-duplicate', { line: 3, says: 'line 2' })]);
  });
});
