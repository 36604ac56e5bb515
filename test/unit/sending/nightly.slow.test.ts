import { describe, expect, it } from 'vitest';
import { acceptAll, keptFolder, plannedBy, planningIn, textPlanner } from '../../support/plannerRig';

const MAPPING = `externalId = [Id]
userName = [Login]
displayName = [Name]
active = [Active]
title = [Title]
`;

describe('a nightly run', () => {
  it('sends 300 changes among 100,000 people in 6 requests', async () => {
    const folder = keptFolder();
    const person = (id: number, title: string): string => `p${String(id)},u${String(id)},N,true,${title}\n`;
    const rows = Array.from({ length: 100_000 }, (_, index) => person(index, 'Clerk'));
    const header = 'Id,Login,Name,Active,Title\n';
    await acceptAll(folder, header + rows.join(''), MAPPING);
    for (let at = 0; at < 300; at++) rows[at * 333] = person(at * 333, 'Head');
    const planner = textPlanner(header + rows.join(''), MAPPING);
    const how = planningIn(folder, { selection: { kind: 'changes' } });
    const { plan } = await plannedBy(planner, how);
    expect(plan.counts).toMatchObject({ operations: 300, batches: 6, unchanged: 99_700 });
  });
});
