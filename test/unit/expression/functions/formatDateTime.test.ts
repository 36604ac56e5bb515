import { describe, expect, it } from 'vitest';
import { compiled, outcome, outcomeOf, remarks } from './run';

describe('the formats of FormatDateTime that are written out', () => {
  it.each([
    ['FormatDateTime([d], "Sloppy", "yyyy", "MM")', ['"Sloppy"']],
    ['FormatDateTime([d], , "x", "MM")', ['"x"']],
    ['FormatDateTime([d], , "yyyy", "")', []],
    ['FormatDateTime([d], , "", "MM")', ['""']],
    ['FormatDateTime([d], "Sloppy", "x", "y y \'")', ['"Sloppy"', '"x"', '"y y \'"']],
    ['FormatDateTime([d], , 5, "MM")', ['5']],
    ['FormatDateTime([d], "x", "MM")', ['"x"']],
    ['FormatDateTime([d], "yyyy", "x")', ['"x"']],
    ['FormatDateTime([d], "yyyy", "MM")', []],
    ['FormatDateTime([d], "AllowInnerWhite, AllowLeadingWhite", "yyyy", "MM")', []],
    ['FormatDateTime([d], [Sloppy], [x], [y])', []],
  ])('%s', (text, underlined) => {
    expect(remarks(text)).toEqual(underlined.map((piece) => `error expression.argument-type: ${piece}`));
  });

  it('are read with the styles that are written out', () => {
    // Where white space at the end is allowed, the format's own is dropped: here the space that the backslash stands for
    const format = String.raw`"yyyy\ "`;
    for (const styles of ['', '"AllowTrailingWhite"', '"Sloppy"', '[styles]']) {
      const text = `FormatDateTime([d], ${styles}, ${format}, "MM")`;
      expect(remarks(text), text).toContain(`error expression.argument-type: ${format}`);
    }
    expect(remarks(`FormatDateTime([d], "None", ${format}, "MM")`)).toEqual([]);
  });
});

describe('FormatDateTime', () => {
  it.each([
    ['FormatDateTime([d], "yyyy-MM-dd", "MM")', '2026-11-23', '11'],
    ['FormatDateTime([d], "None", "yyyy-MM-dd", "MM")', '2026-11-23', '11'],
    [
      'FormatDateTime([d], "None", "yyyy-MM-dd", "MM")',
      ' 2026-11-23',
      { error: 'E_DATE at FormatDateTime([d], "None", "yyyy-MM-dd", "MM")' },
    ],
    ['FormatDateTime([d], , "yyyy-MM-dd", "MM")', ' 2026-11-23', '11'],
    ['FormatDateTime([d], "yyyy-MM-dd", "MM")', null, null],
    ['FormatDateTime([d], "yyyy-MM-dd", "MM")', '', { error: 'E_DATE at FormatDateTime([d], "yyyy-MM-dd", "MM")' }],
    ['FormatDateTime([d], "yyyy", "MM")', [], { error: 'E_DATE at FormatDateTime([d], "yyyy", "MM")' }],
    // A date is written at once
    ['FormatDateTime(CDate([d]), , "not its format", "d MMM")', '11/23/2026', '23 Nov'],
  ])('%s of %j', (text, d, expected) => {
    expect(outcome(text, { d })).toEqual(expected);
  });

  it('may take its styles and formats from the record', () => {
    const text = 'FormatDateTime([d], [styles], [from], [to])';
    const evaluate = compiled(text);
    const refused = { error: `E_TYPE at ${text}` };
    for (const [d, styles, from, to, expected] of [
      ['2026-11-23', null, 'yyyy-MM-dd', 'MM', '11'],
      ['2026-11-23', null, 'yyyy-MM-dd', 'dd', '23'],
      ['23-11-2026', null, 'dd-MM-yyyy', 'dd', '23'],
      [' 23-11-2026', null, 'dd-MM-yyyy', 'dd', '23'],
      [' 23-11-2026', 'None', 'dd-MM-yyyy', 'dd', { error: `E_DATE at ${text}` }],
      [' 23-11-2026', 'AllowWhiteSpaces', 'dd-MM-yyyy', 'dd', '23'],
      ['23-11-2026', 'Sloppy', 'dd-MM-yyyy', 'dd', refused],
      ['23-11-2026', null, 'x', 'dd', refused],
      ['23-11-2026', null, null, 'dd', refused],
      ['23-11-2026', null, 'dd-MM-yyyy', 'x', refused],
      ['23-11-2026', null, 'dd-MM-yyyy', null, '11/23/2026 00:00:00'],
    ] as const) {
      expect(outcomeOf(evaluate, text, { d, styles, from, to }), [d, styles, from, to].join()).toEqual(expected);
    }
  });
});

describe('what .NET 8 reads and writes besides', () => {
  const space = '\u00a0';
  const narrow = '\u202f';

  it.each([
    // The general format where none is given
    ['FormatDateTime([d], , "yyyy-MM-dd", "")', { d: '2019-03-04' }, '03/04/2019 00:00:00'],
    ['FormatDateTime(CDate([d]), , "yyyy", "")', { d: '2019-03-04T05:06:07' }, '03/04/2019 05:06:07'],
    ['FormatDateTime([d], , "yyyy-MM-dd", [missing])', { d: '2019-03-04' }, '03/04/2019 00:00:00'],
    // Standard formats, and the era
    ['FormatDateTime([d], , "g", "D")', { d: '03/04/2019 05:06' }, 'Monday, 04 March 2019'],
    ['FormatDateTime([d], , "yyyy-MM-dd", "g")', { d: '2019-03-04' }, '03/04/2019 00:00'],
    ['FormatDateTime([d], , "yyyy-MM-dd", "yyyy gg")', { d: '2019-03-04' }, '2019 A.D.'],
    ['FormatDateTime([d], , "yyyy g", "yyyy")', { d: '2019 a.d.' }, '2019'],
    ['FormatDateTime([d], , "yyyy g", "yyyy")', { d: '2019 AD' }, { error: 'E_DATE' }],
    // No-break spaces for spaces, in the text and in the format
    ['FormatDateTime([d], , "h:mm tt", "HH:mm")', { d: `3:04${narrow}PM` }, '15:04'],
    ['FormatDateTime([d], , "dd MM yyyy", "yyyy")', { d: `04${space}03${space}2019` }, '2019'],
    [`FormatDateTime([d], , "dd${space}MM${narrow}yyyy", "yyyy")`, { d: '04 03 2019' }, '2019'],
    [`FormatDateTime([d], , "dd' of 'MM yyyy", "yyyy")`, { d: `04${space}of${narrow}03 2019` }, '2019'],
    [`FormatDateTime([d], , "dd${space}MM", "MM")`, { d: `04${narrow}03` }, { error: 'E_DATE' }],
    ['FormatDateTime([d], , "dd MM", "MM")', { d: '04\t03' }, { error: 'E_DATE' }],
  ])('%s of %j', (text, source, expected) => {
    const result = outcome(text, source, { now: { kind: 'dateTime', ticks: 636_870_000_000_000_000n } });
    if (typeof expected === 'string') expect(result).toBe(expected);
    else expect(result).toEqual({ error: expect.stringContaining(expected.error) as string });
  });
});
