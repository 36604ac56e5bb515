import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { RecordProblem } from '../core/problems/problem';
import type { Plan } from '../core/run/plan';
import { PlanBuilder } from '../core/run/plan';
import type { ConvertOptions } from './convertExtract';
import { convertExtract } from './convertExtract';

/** The plan for a whole extract, or what keeps it from being read: then nothing of it may be sent. */
export type PlanReading = { readonly plan: Plan } | { readonly fatal: readonly RecordProblem[] };

/** Converts a whole extract before the first byte is sent: whatever is wrong anywhere in it is known by then. */
export async function planExtract(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: Pick<ConvertOptions, 'moment' | 'limits'>,
): Promise<PlanReading> {
  let builder: PlanBuilder | undefined;
  for await (const events of convertExtract(bytes, loaded, options)) {
    for (const event of events) {
      if (event.kind === 'header') builder = new PlanBuilder(event.mapping);
      else if (event.kind === 'fatal') return { fatal: event.problems };
      else if (event.kind !== 'end') builder?.add(event);
      else if (builder !== undefined) return { plan: builder.finish(event.counts) };
    }
  }
  throw new Error('a conversion ended without saying so');
}
