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

/** An extract that this process plans. */
export interface ExtractToPlan {
  /** The file's display name. */
  readonly name: string;
  /** Its path; absent if it is not a file, such as standard input. */
  readonly path?: string;
  /** Its URI in the editor, if it is not a file of this machine. */
  readonly uri?: string;
  /** Reads all of its bytes. Called repeatedly: a caller whose source can only be read once must keep the bytes. */
  readonly read: () => AsyncIterable<Uint8Array>;
  readonly limits?: Partial<SizeLimits>;
}

/** A mapping without errors, and its location. */
export interface MappingToPlan extends Pick<PlanMapping, 'name' | 'path' | 'uri'> {
  readonly loaded: LoadedMapping;
}

/** The planner of an extract, which works in this process. */
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

/** When a file was modified. The reader, which comes afterwards, refuses a file that changes while it is read. */
async function modificationOf(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  // The reader reports what is wrong with the file
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
