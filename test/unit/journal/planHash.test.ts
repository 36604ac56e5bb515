import { describe, expect, it } from 'vitest';
import type { PlanFile } from '../../../src/core/journal/planFile';
import { planHash } from '../../../src/core/journal/planHash';
import { keptPlan, sha256 } from '../../support/keptPlan';

const plan = keptPlan();
const hash = (changes: Partial<PlanFile> = {}) => planHash({ ...plan, ...changes }, sha256);

describe('the hash of a plan', () => {
  it.each<[string, Partial<PlanFile>]>([
    ['at another time', { madeAt: '2027-01-01T00:00:00Z', moment: { now: '2027-01-01T00:00:00Z', seed: 8 } }],
    ['over a connection of another name', { connection: { name: 'Other', id: 'x' } }],
    [
      'from a file of another name',
      { source: { ...plan.source, name: 'other.csv', path: '/x', modifiedAt: plan.madeAt } },
    ],
    ['read in another way to the same bodies', { source: { ...plan.source, encoding: 'utf-16', delimiter: ';' } }],
    ['by a mapping of another name', { mapping: { name: 'other.scimmap', sha256: sha256('mapping') } }],
    ['on a sandbox that was started again', { target: { ...plan.target, instance: 'another' } }],
    [
      'with members in another order',
      { target: Object.fromEntries(Object.entries(plan.target).reverse()) as unknown as PlanFile['target'] },
    ],
  ])('is the same %s', (_, changes) => {
    expect(hash(changes)).toBe(plan.plan);
  });

  const [first, ...others] = plan.batches;
  if (first === undefined) throw new Error('no batch');
  const changed = (changes: Partial<typeof first>) => ({ batches: [{ ...first, ...changes }, ...others] });
  const { mapping: _mapping, ...unmapped } = plan;
  const { cloud: _cloud, ...elsewhere } = plan.target;
  const different: readonly [string, PlanFile][] = [
    ['other bytes', { ...plan, source: { ...plan.source, sha256: sha256('x') } }],
    ['another size', { ...plan, source: { ...plan.source, size: 1 } }],
    ['a payload', { ...plan, source: { ...plan.source, kind: 'payload' } }],
    ['another mapping', { ...plan, mapping: { name: 'people.scimmap', sha256: sha256('x') } }],
    ['no mapping', unmapped],
    ['another kind of target', { ...plan, target: { ...plan.target, kind: 'sandbox' } }],
    ['another cloud', { ...plan, target: { ...plan.target, cloud: 'china' } }],
    ['no cloud', { ...plan, target: elsewhere }],
    ['another Graph', { ...plan, target: { ...plan.target, graph: 'https://graph.microsoft.us' } }],
    ['another tenant', { ...plan, target: { ...plan.target, tenantId: 'x' } }],
    ['another application', { ...plan, target: { ...plan.target, servicePrincipalId: 'x' } }],
    ['another job', { ...plan, target: { ...plan.target, jobId: 'x' } }],
    ['changes alone', { ...plan, selection: { kind: 'changes' } }],
    ['failures of a run', { ...plan, selection: { kind: 'failures', run: 'a' } }],
    ['failures of another', { ...plan, selection: { kind: 'failures', run: 'b' } }],
    ['the rest of a run', { ...plan, selection: { kind: 'rest', run: 'a' } }],
    ['a pilot', { ...plan, pilot: 2 }],
    ['another converter', { ...plan, converter: 999 }],
    ['another body', { ...plan, ...changed({ hash: sha256('x') }) }],
    ['another number of operations', { ...plan, ...changed({ operations: 1 }) }],
    ['another first record', { ...plan, ...changed({ first: 2 }) }],
    ['another last record', { ...plan, ...changed({ last: 3 }) }],
    ['another number', { ...plan, ...changed({ number: 4 }) }],
    ['another order', { ...plan, batches: [...others, first] }],
    ['fewer batches', { ...plan, batches: others }],
  ];

  it('is another one for another plan', () => {
    const hashes = new Map(different.map(([what, other]) => [planHash(other, sha256), what]));
    expect([...hashes.values()]).toEqual(different.map(([what]) => what));
    expect(hashes.has(plan.plan)).toBe(false);
  });
});
