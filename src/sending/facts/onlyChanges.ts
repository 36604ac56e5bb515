import type { Comparison } from '../../core/baseline/comparison';
import type { ReasonForAll } from '../../core/baseline/reasonForAll';
import { reasonForAll } from '../../core/baseline/reasonForAll';
import type { Known } from '../../core/guards/guardFacts';
import { TenantError } from '../../tenant/errors';
import type { Tenant } from '../../tenant/tenant';

/** Why those who changed are not enough, by what the job was last sent; `undefined` where they are. */
export function needsAll(compared: Known<Comparison | undefined>, now: number): ReasonForAll | undefined {
  if ('known' in compared) return reasonForAll(compared.known, now);
  const remedy = 'Send everybody once; after that, changes are enough.';
  return { message: `It is not known what this job was last sent: ${compared.unknown}.`, remedy };
}

/** The same by the job's schema: where null flows over a value, people who are not sent keep what should be cleared. */
export async function needsAllBySchema(
  tenant: Pick<Tenant, 'readSchema'>,
  signal?: AbortSignal,
): Promise<ReasonForAll | undefined> {
  try {
    if (!flowsNull(await tenant.readSchema(signal))) return undefined;
  } catch (error) {
    // Somebody who may not read the schema may still send
    if (!(error instanceof TenantError)) throw error;
    signal?.throwIfAborted();
    return undefined;
  }
  return {
    message: 'The job clears values that are not sent ("flow null values" is on), which concerns everybody.',
    remedy: 'Send everybody, or turn that off in the schema of the job.',
  };
}

/** A schema is JSON: within a text of it the quotes would be escaped. */
function flowsNull(schema: string): boolean {
  return /"flowNullValues"\s*:\s*true/.test(schema);
}
