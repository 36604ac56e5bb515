import { stat } from 'node:fs/promises';
import type { SizeLimits } from '../core/csv/extractEvent';
import type { PlanMapping, PlanSource } from '../core/journal/planFile';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import { hashBody } from '../extract/hashBody';
import { hmacOf } from '../extract/hmacOf';
import { bodiesOfPlan, planExtract } from '../extract/planExtract';
import type { PlannedBodies } from '../core/run/plannedBody';
import { attributesOfMapping, openKeeping } from '../runs/baseline/openKeeping';
import type { PlannedSource, Planner, PlanningOptions } from './planner';

/** An extract of this process. */
export interface ExtractToPlan {
  /** The file's name, for people. */
  readonly name: string;
  /** Where it is; absent where it is not a file of its own, such as standard input. */
  readonly path?: string;
  /** Its URI in the editor, where it is not a file of this machine. */
  readonly uri?: string;
  /** All of its bytes, as often as they are asked for: a caller that can read them only once keeps them. */
  readonly read: () => AsyncIterable<Uint8Array>;
  readonly limits?: Partial<SizeLimits>;
}

/** A mapping without errors, and where it is. */
export interface MappingToPlan extends Pick<PlanMapping, 'name' | 'path' | 'uri'> {
  readonly loaded: LoadedMapping;
}

/** Plans an extract in this process. */
export function extractPlanner(extract: ExtractToPlan, mapping: MappingToPlan): Planner {
  const { loaded, ...place } = mapping;
  const limits = extract.limits === undefined ? {} : { limits: extract.limits };
  return {
    mapping: { ...place, sha256: hashBody(loaded.parsed.text) },
    plan: async ({ moment, selection, pilot, keeping, signal }) => {
      const modifiedAt = await modificationOf(extract.path);
      const kept = await openKeeping(keeping);
      const bytes = stoppable(extract.read(), signal);
      const how = { ...limits, moment, selection, pilot, hmac: hmacOf(keeping.key) };
      const reading = await kept.during(async ({ beginDigests, ...ends }) => {
        await beginDigests(attributesOfMapping(loaded));
        return planExtract(bytes, loaded, { ...how, ...ends });
      });
      if ('fatal' in reading) return { problems: reading.fatal };
      const { name, path, uri } = extract;
      const source: PlanSource = {
        kind: 'extract',
        name,
        ...(path === undefined ? {} : { path }),
        ...(uri === undefined ? {} : { uri }),
        ...(modifiedAt === undefined ? {} : { modifiedAt }),
        ...reading.source,
      };
      return { ...reading, source, comparison: kept.comparison(reading) };
    },
    bodies: ({ plan }: PlannedSource, { moment, signal }: PlanningOptions): PlannedBodies =>
      bodiesOfPlan(plan, () => stoppable(extract.read(), signal), loaded, { ...limits, moment }),
    close: () => Promise.resolve(),
  };
}

/** When a file was modified; it is read afterwards, and its reader refuses one that changes meanwhile. */
async function modificationOf(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  // Reading it reports what is wrong with it
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() === true ? stats.mtime.toISOString() : undefined;
}

async function* stoppable(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const block of bytes) {
    signal?.throwIfAborted();
    yield block;
  }
}
