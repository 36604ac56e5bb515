import { describe, expect, it } from 'vitest';
import { readInputFormat, readOutputFormat } from '../../../../../src/core/expression/dotnet/dates/dateFormat';
import { DEFAULT_STYLES } from '../../../../../src/core/expression/dotnet/dates/dateStyles';

describe('a date format that cannot be used', () => {
  it.each([
    ['H', 'Write "%H"'],
    ['-', '"-" alone is none of'],
    ['q', 'Write a longer format.'],
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

  it('is an empty one to read by; one to write by is the general format', () => {
    expect(readInputFormat('', DEFAULT_STYLES)).toEqual({
      refusal: expect.stringContaining('A date format is missing') as string,
    });
    expect(readOutputFormat('')).toEqual(readOutputFormat('G'));
  });
});
