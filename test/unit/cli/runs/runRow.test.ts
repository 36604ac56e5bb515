import { expect, it } from 'vitest';
import { describeRow } from '../../../../src/cli/runs/runRow';

it('fits a run into the lines of a terminal, and obeys nothing in its names', () => {
  const lines = describeRow({
    run: '20261128-204806-3f9a1c',
    startedAt: '2026-11-28T20:48:06.123Z',
    connection: 'Contoso\u001b[31m production',
    extract: 'contoso.csv',
    state: 'awaiting-log',
    counts: { created: 12, waiting: 1234, 'not-sent': 0, excluded: 3 },
  });
  expect(lines).toEqual([
    '20261128-204806-3f9a1c  2026-11-28 20:48 UTC  accepted, log not read to its end',
    String.raw`    contoso.csv to Contoso\u001b[31m production: 1,234 awaiting log · 12 created`,
    '    · 3 excluded',
  ]);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});
