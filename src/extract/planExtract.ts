import { compileMapping } from '../core/convert/compileMapping';
import type { ExtractHeader } from '../core/csv/extractEvent';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { RecordProblem } from '../core/problems/problem';
import type { Plan } from '../core/run/plan';
import { PlanBuilder } from '../core/run/planBuilder';
import type { LostBody, PlannedBody, RemadeBody } from '../core/run/plannedBody';
import { verifiedBodies } from '../core/run/plannedBody';
import type { ConvertToRequestsOptions } from './convertToRequests';
import { convertToRequests } from './convertToRequests';
import { hashBody } from './hashBody';

/** The plan for a whole extract, or what keeps it from being read: then nothing of it may be sent. */
export type PlanReading = { readonly plan: Plan } | { readonly fatal: readonly RecordProblem[] };

export type PlanOptions = Pick<ConvertToRequestsOptions, 'moment' | 'limits'>;

/**
 * Converts a whole extract before the first byte is sent: whatever is wrong anywhere in it is known by then. Of the bodies
 * only their hashes are kept.
 */
export async function planExtract(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: PlanOptions,
): Promise<PlanReading> {
  let builder: PlanBuilder | undefined;
  for await (const events of convertToRequests(bytes, loaded, { ...options, excludedCells: true })) {
    for (const event of events) {
      if (event.kind === 'header') builder = new PlanBuilder(namesOf(loaded, event.header, options), hashBody);
      else if (event.kind === 'fatal') return { fatal: event.problems };
      else if (event.kind === 'requests') builder?.addRequests(event.requests);
      else if (event.kind !== 'end') builder?.add(event);
      else if (builder !== undefined) return { plan: builder.finish(event.counts) };
    }
  }
  throw new Error('a conversion ended without saying so');
}

/** The mapping once more, for the names of those who are not sent. */
function namesOf(loaded: LoadedMapping, { columns }: ExtractHeader, { moment }: PlanOptions) {
  const compiled = compileMapping(loaded, columns, moment);
  if ('problems' in compiled) throw new Error('a mapping that was compiled has columns missing');
  return compiled.mapping;
}

/**
 * The bodies of a plan, made again from the extract while they are sent: memory holds a block and what it becomes. The first
 * that is not what was planned ends them.
 * @param options those that the plan was made with
 */
export function bodiesOfPlan(
  plan: Plan,
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: PlanOptions,
): AsyncGenerator<PlannedBody | LostBody, void, undefined> {
  const decode = (body: Uint8Array) => Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
  return verifiedBodies(plan, remade(bytes, loaded, options), hashBody, decode);
}

async function* remade(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: PlanOptions,
): AsyncGenerator<RemadeBody, void, undefined> {
  for await (const events of convertToRequests(bytes, loaded, options)) {
    for (const event of events) {
      if (event.kind === 'fatal') yield* event.problems;
      if (event.kind !== 'requests') continue;
      const { bytes: all, ends } = event.requests;
      let start = 0;
      for (const end of ends) {
        yield all.subarray(start, end);
        start = end + 1;
      }
    }
  }
}
