import { describe, expect, it } from 'vitest';
import { LineEnds } from '../../../src/core/csv/lineEnds';

describe('LineEnds', () => {
  it('are mixed from the line on which the second kind comes first', () => {
    const lineEnds = new LineEnds();
    expect([lineEnds.add('lf', 1), lineEnds.add('lf', 2), lineEnds.mixedFrom]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([lineEnds.add('crlf', 3), lineEnds.add('lf', 4), lineEnds.mixedFrom]).toEqual([undefined, undefined, 3]);
  });

  it.each(['lf', 'crlf'] as const)('are unclear when there is a lone CR besides %s, whichever comes first', (other) => {
    const before = new LineEnds();
    expect([before.add('cr', 1), before.add(other, 2)]).toEqual([undefined, { name: 'loneCr', line: 1 }]);
    const after = new LineEnds();
    expect([after.add(other, 1), after.add('cr', 2)]).toEqual([undefined, { name: 'loneCr', line: 2 }]);
  });
});
