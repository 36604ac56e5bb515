import { describe, expect, it } from 'vitest';
import { readInputFormat, readOutputFormat } from '../../../../../src/core/expression/dotnet/dates/dateFormat';
import { DEFAULT_STYLES } from '../../../../../src/core/expression/dotnet/dates/dateStyles';

describe('a date format that cannot be used', () => {
  it.each([
    ['', 'A date format is missing'],
    ['H', 'Write "%H"'],
    ['-', '"-" alone is none of'],
    ['q', 'Write a longer format.'],
    ['yyyy g', 'The era (g)'],
    ["yyyy 'x", "A quotation mark (')"],
    ['yyyy "x', 'A quotation mark (")'],
    ["yyyy 'x\\'", "A quotation mark (')"],
    ['yyyy\\', 'ends in a backslash'],
    ['yyyy%', 'A percent sign (%)'],
    ['%%d', 'A percent sign (%)'],
    ["%'x'", 'A percent sign (%)'],
    ['%\\d', 'A percent sign (%)'],
    ['ss.ffffffff', 'no more than 7'],
    ['ss.FFFFFFFF', 'no more than 7'],
  ])('%s', (format, reason) => {
    for (const read of [readOutputFormat(format), readInputFormat(format, DEFAULT_STYLES)]) {
      expect(read).toEqual({ refusal: expect.stringContaining(reason) as string });
    }
  });
});
