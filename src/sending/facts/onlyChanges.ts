import type { Comparison } from '../../core/baseline/comparison';
import type { Known } from '../../core/guards/guardFacts';
import { formatCount } from '../../core/text/formatCount';
import { TenantError } from '../../tenant/errors';
import type { Tenant } from '../../tenant/tenant';

/** Why only all people will do, and what to do. */
export interface NeedsAll {
  readonly message: string;
  readonly remedy: string;
}

/** Days after which everybody is sent again, so that what others changed in the tenant does not stay for ever. */
const MOST_DAYS = 30;
const DAY = 86_400_000;

/** Why what changed is not enough, by what the job was last sent; `undefined` where it is. */
export function needsAll(compared: Known<Comparison | undefined>, now: number): NeedsAll | undefined {
  if ('unknown' in compared) return because(`What this job was last sent is not known: ${compared.unknown}.`);
  const { known } = compared;
  if (known === undefined) return because('Nothing was sent to this job from here before.');
  if (!known.isSameMapping) return because('The mapping is not the one of the last send: it may change everybody.');
  if (!known.hasSameAttributes) return because('The mapping fills other attributes than at the last send.');
  if (known.wholeAt === undefined) return because('This job was never sent a whole extract from here.');
  const days = (now - Date.parse(known.wholeAt)) / DAY;
  if (days <= MOST_DAYS) return undefined;
  return because(`The last whole extract was sent ${formatCount(Math.floor(days))} days ago, more than ${MOST_DAYS}.`);
}

/** The same by the job's schema: where nothing may flow over a value, whoever is not sent keeps what should be cleared. */
export async function needsAllBySchema(
  tenant: Pick<Tenant, 'readSchema'>,
  signal?: AbortSignal,
): Promise<NeedsAll | undefined> {
  try {
    if (!flowsNull(await tenant.readSchema(signal))) return undefined;
  } catch (error) {
    // Whoever may not read the schema is not kept from sending
    if (!(error instanceof TenantError)) throw error;
    signal?.throwIfAborted();
    return undefined;
  }
  return because('The job clears what is not sent (its schema lets null flow), so that everybody counts.');
}

function because(message: string): NeedsAll {
  return { message, remedy: 'Send everybody once: without "only changes".' };
}

/** A schema is JSON: within a text of it the quotes would be escaped. */
function flowsNull(schema: string): boolean {
  return /"flowNullValues"\s*:\s*true/.test(schema);
}
