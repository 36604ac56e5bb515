import { expect, it } from 'vitest';
import type { RunRow } from '../../../../src/cli/runs/runRow';
import { describeRow } from '../../../../src/cli/runs/runRow';

const ROW: RunRow = {
  run: '20261128-204806-3f9a1c',
  startedAt: '2026-11-28T20:48:06.123Z',
  connection: 'Contoso\u001b[31m production',
  extract: 'contoso.csv',
  state: 'awaiting-log',
  counts: { created: 12, waiting: 1234, 'not-sent': 0, excluded: 3 },
};

it('fits a run into the lines of a terminal, and obeys nothing in its names', () => {
  const lines = describeRow(ROW);
  expect(lines).toEqual([
    '20261128-204806-3f9a1c  2026-11-28 20:48 UTC  accepted, log not read to its end',
    String.raw`    contoso.csv to Contoso\u001b[31m production: 1,234 awaiting log · 12 created`,
    '    · 3 excluded',
  ]);
  const changes = { ...ROW, counts: { created: 12, excluded: 203 } };
  expect(describeRow(changes, { unchanged: 200, unselected: 3 }).join('\n')).toMatch(
    /12 created · 200 unchanged\n +since the last upload · 3 not chosen$/,
  );
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});
