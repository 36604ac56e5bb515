import { createHash } from 'node:crypto';
import type { PlannedBatch } from '../../core/run/plan';

/** One hash of all bodies of a plan. */
export function bodiesHash(batches: readonly Pick<PlannedBatch, 'hash'>[]): string {
  return createHash('sha256')
    .update(batches.map(({ hash }) => hash).join('\n'))
    .digest('hex');
}
