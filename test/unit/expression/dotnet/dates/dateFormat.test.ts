import { describe, expect, it } from 'vitest';
import { readInputFormat, readOutputFormat } from '../../../../../src/core/expression/dotnet/dates/dateFormat';
import { DEFAULT_STYLES } from '../../../../../src/core/expression/dotnet/dates/dateStyles';

describe('a date format that cannot be used', () => {
  it.each([
    ['H', 'Write "%H"'],
    ['-', '"-" is not one of'],
    ['q', 'Write a longer format.'],
    ["yyyy 'x", "Unmatched quotation mark (')"],
    ['yyyy "x', 'Unmatched quotation mark (")'],
    ["yyyy 'x\\'", "Unmatched quotation mark (')"],
    ['yyyy\\', 'Unexpected backslash at the end'],
    ['yyyy%', 'Expected a letter after "%"'],
    ['%%d', 'Expected a letter after "%"'],
    ["%'x'", 'Expected a letter after "%"'],
    ['%\\d', 'Expected a letter after "%"'],
    ['ss.ffffffff', 'at most 7'],
    ['ss.FFFFFFFF', 'at most 7'],
  ])('%s', (format, reason) => {
    for (const read of [readOutputFormat(format), readInputFormat(format, DEFAULT_STYLES)]) {
      expect(read).toEqual({ refusal: expect.stringContaining(reason) as string });
    }
  });

  it('is an empty one to read by; one to write by is the general format', () => {
    expect(readInputFormat('', DEFAULT_STYLES)).toEqual({
      refusal: expect.stringContaining('The date format is empty') as string,
    });
    expect(readOutputFormat('')).toEqual(readOutputFormat('G'));
  });
});
