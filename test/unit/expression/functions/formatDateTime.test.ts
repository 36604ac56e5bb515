import { describe, expect, it } from 'vitest';
import { compiled, outcome, outcomeOf, remarks } from './run';

describe('the formats of FormatDateTime that are written out', () => {
  it.each([
    ['FormatDateTime([d], "Sloppy", "yyyy", "MM")', ['"Sloppy"']],
    ['FormatDateTime([d], , "x", "MM")', ['"x"']],
    ['FormatDateTime([d], , "yyyy", "")', ['""']],
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
      ['23-11-2026', null, 'dd-MM-yyyy', null, refused],
    ] as const) {
      expect(outcomeOf(evaluate, text, { d, styles, from, to }), [d, styles, from, to].join()).toEqual(expected);
    }
  });
});
