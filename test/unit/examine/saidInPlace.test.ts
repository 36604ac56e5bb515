import { describe, expect, it } from 'vitest';
import { inFirstLine, saidInPlace } from '../../../src/core/examine/findingAt';

describe('what is said at the place that it is about', () => {
  it.each([
    [1, 4, '1 record, in line 4, names itself.', '1 record names itself.'],
    [1, 4, '1 record is not sent, in line 4. Correct it.', '1 record is not sent. Correct it.'],
    [1, 4, 'More than 8 characters, in line 4; the longest has 9.', 'More than 8 characters; the longest has 9.'],
    [1, 4, '[Id], in line 4: a space.', '[Id]: a space.'],
    [3, 1300, '3 records, first in line 1,300, name themselves.', '3 records, this one first, name themselves.'],
    [3, 4, '3 records are not sent, first in line 4.', '3 records are not sent, this one first.'],
    // Another line, which begins with the same digits
    [1, 1, '1 record is like another one, in line 1,300.', '1 record is like another one, in line 1,300.'],
    [1, 1, '1 record is like another one, in line 12.', '1 record is like another one, in line 12.'],
    [1, 4, 'Nobody is sent.', 'Nobody is sent.'],
  ])('%i from line %i: %s', (count, line, message, said) => {
    expect(saidInPlace(message, count, line)).toBe(said);
    if (message !== said) expect(message).toContain(inFirstLine(count, line));
  });
});
