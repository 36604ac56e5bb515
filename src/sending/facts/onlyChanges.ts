import type { Comparison } from '../../core/baseline/comparison';
import type { ReasonForAll } from '../../core/baseline/reasonForAll';
import { reasonForAll } from '../../core/baseline/reasonForAll';
import type { Known } from '../../core/guards/guardFacts';
import { TenantError } from '../../tenant/errors';
import type { Tenant } from '../../tenant/tenant';

/** Why sending only changes is not enough, judging by what the job was last sent; `undefined` if it is enough. */
export function needsAll(compared: Known<Comparison | undefined>, now: number): ReasonForAll | undefined {
  if ('known' in compared) return reasonForAll(compared.known, now);
  const remedy = 'Send everybody once; after that, changes are enough.';
  return { message: `It is not known what this job was last sent: ${compared.unknown}.`, remedy };
}

/**
 * Why sending only changes is not enough, judging by the job's schema: with "flowNullValues", people who are not sent
 * keep values that should be cleared.
 */
export async function needsAllBySchema(
  tenant: Pick<Tenant, 'readSchema'>,
  signal?: AbortSignal,
): Promise<ReasonForAll | undefined> {
  try {
    if (!flowsNull(await tenant.readSchema(signal))) return undefined;
  } catch (error) {
    // A user without permission to read the schema may still send
    if (!(error instanceof TenantError)) throw error;
    signal?.throwIfAborted();
    return undefined;
  }
  return {
    message: 'The job clears values that are not sent ("flow null values" is on), which concerns everybody.',
    remedy: 'Send everybody, or turn that off in the schema of the job.',
  };
}

/** Searches the text: inside a JSON string the quotes would be escaped. */
function flowsNull(schema: string): boolean {
  return /"flowNullValues"\s*:\s*true/.test(schema);
}
