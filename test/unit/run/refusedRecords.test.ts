import { expect, it } from 'vitest';
import { refusedRecords } from '../../../src/core/run/refusedRecords';
import { keptFolder, plannedBy, planningIn, textPlanner } from '../../support/plannerRig';

const MAPPING = 'externalId = [Id]\nuserName = [Login]\nactive = "True"\n';

it('counts the records that are left out because of problems, and names the first ten', async () => {
  const note = '"on two\nlines"';
  const rows = Array.from({ length: 30 }, (_, index) => `${index % 2 === 0 ? 'p' : ''},x${index},${note}\n`);
  const ids = rows.map((row, index) => (row.startsWith('p') ? `p${index}${row.slice(1)}` : row));
  const planned = await plannedBy(textPlanner(`Id,Login,Note\n${ids.join('')}`, MAPPING), planningIn(keptFolder()));
  const { count, first } = refusedRecords(planned.plan);
  expect(count).toBe(planned.plan.counts.refused);
  expect(count).toBe(15);
  expect(first).toHaveLength(10);
  expect(first.slice(0, 2)).toEqual([
    { record: 2, line: 4 },
    { record: 4, line: 8 },
  ]);
});
