import { createHash } from 'node:crypto';
import type { PlanFile } from '../../src/core/journal/planFile';
import { CONVERTER_VERSION, PLAN_FORMAT } from '../../src/core/journal/planFile';
import { planHash } from '../../src/core/journal/planHash';
import type { KeptRecords } from '../../src/runs/runStore';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A plan of so many batches of two people each, and changes to it; its hash is right. */
export function keptPlan(batches = 3, changes: Partial<PlanFile> = {}): PlanFile {
  const plan: PlanFile = {
    format: PLAN_FORMAT,
    plan: '',
    madeAt: '2026-11-28T20:48:06.000Z',
    converter: CONVERTER_VERSION,
    source: { kind: 'extract', name: 'people.csv', path: '/data/people.csv', sha256: sha256('source'), size: 1234 },
    mapping: { name: 'people.scimmap', sha256: sha256('mapping') },
    moment: { now: '2026-11-28T20:48:06.000Z', seed: 7 },
    connection: { name: 'Contoso production' },
    target: {
      kind: 'tenant',
      cloud: 'global',
      graph: 'https://graph.microsoft.com',
      tenantId: 't',
      servicePrincipalId: 's',
      jobId: 'j',
    },
    selection: { kind: 'all' },
    pilot: 0,
    counts: { records: batches * 2, operations: batches * 2, batches, refused: 0, excluded: 0, duplicates: 0 },
    batches: Array.from({ length: batches }, (_, index) => ({
      number: index + 1,
      operations: 2,
      hash: sha256(`body ${index + 1}`),
      first: index * 2 + 1,
      last: index * 2 + 2,
    })),
    ...changes,
  };
  return { ...plan, plan: planHash(plan, sha256) };
}

export function keptRecords(count: number): KeptRecords {
  return {
    count,
    lines: Uint32Array.from({ length: count }, (_, index) => index + 2),
    fates: new Uint8Array(count),
    ids: Uint8Array.from({ length: count * 8 }, (_, index) => index % 251),
  };
}
