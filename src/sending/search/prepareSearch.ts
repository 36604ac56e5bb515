import { sentIn } from '../../core/run/plan';
import { checkTarget } from '../checkConfirmation';
import { pastRuns } from '../facts/pastRuns';
import { findRun } from '../kept/findRun';
import { momentOf, planAgain } from '../kept/planAgain';
import { takenBy } from '../kept/supersededBy';
import type { ResumeRequest } from '../keptRuns';
import type { PrepareAnswer } from '../preparation';
import { prepareSending } from '../prepareSending';
import { refuseForgotten } from '../resumeRun';
import type { SendingContext } from '../sendingContext';
import { SendingRefusal } from '../sendingRefusal';
import type { PreparingOptions } from '../sendingService';
import { plannerFor } from './searchPlanner';

/**
 * Plans a search, as a new run, for the operations at fault in the first refused request that was not searched.
 * Everybody in it who is not in a newer run is sent in halves, then in halves of these, until the service refuses
 * single operations. Throws a `SendingRefusal` if there is nothing to search or the request has changed.
 */
export async function prepareSearch(
  context: SendingContext,
  { run, planner, connection, opened, predicts }: ResumeRequest,
  options: PreparingOptions = {},
): Promise<PrepareAnswer> {
  const { store } = context;
  const kept = await findRun(store, run);
  const { plan: file, state, fault, id } = kept;
  if (fault !== undefined) throw new SendingRefusal('damaged', fault.message, { remedy: fault.remedy, run: id });
  if (state.searchable === undefined) throw state.isSearched ? refuseSearched(id) : refuseWithout(id);
  refuseForgotten(kept, context.wallClock());
  checkTarget(file.target, await opened.target(options.signal), true);
  options.onProgress?.('Reading the people again');
  const again = await planAgain(store, kept, planner, options.signal);
  if ('changed' in again) throw refuseChanged(again.changed, again.why);
  const { plan } = again.planned;
  const inNewerRuns = new Set<number>();
  for await (const { indexes } of takenBy(store, kept, await pastRuns(context, file.target, id, id)))
    for (const index of indexes) inNewerRuns.add(index);
  const left = state.allSearchable.map((number) => {
    const batch = plan.batches[number - 1];
    return batch === undefined ? [] : [...sentIn(plan, batch)].filter((index) => !inNewerRuns.has(index));
  });
  const wanted = left.find(({ length }) => length > 1);
  if (wanted === undefined) throw refuseSent(id, left);
  const bits = new Uint8Array(Math.ceil(plan.records.count / 8));
  for (const index of wanted) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  const reason = { kind: 'search', run: id } as const;
  const sent = { planner: plannerFor(reason, planner), connection, opened, moment: momentOf(file), predicts };
  return prepareSending(context, { ...sent, records: { bits, reason }, pilot: { first: 0 } }, options);
}

function refuseWithout(run: string): SendingRefusal {
  return new SendingRefusal('complete', 'No request of this run was refused for its contents.', {
    remedy: 'You can search requests of several records that the service refused with 400, 413, 415 or 422.',
    run,
  });
}

function refuseSearched(run: string): SendingRefusal {
  return new SendingRefusal('complete', 'Every refused request of this run has been searched.', {
    remedy: 'The runs that searched them name the records at fault: list the runs to see them.',
    run,
  });
}

function refuseSent(run: string, left: readonly (readonly number[])[]): SendingRefusal {
  const which = left.length === 1 ? 'the refused request' : 'each refused request';
  const message = left.some(({ length }) => length > 0)
    ? `Everybody in ${which} but one was sent by a newer run.`
    : `Everybody in ${which} was sent by a newer run.`;
  return new SendingRefusal('complete', message, { remedy: 'See the results of that run.', run });
}

const CHANGED = {
  source: 'The extract has changed since this run was planned.',
  mapping: 'The mapping has changed since this run was planned.',
  converter: 'This version of the program makes different requests from the same extract and mapping.',
} as const;

function refuseChanged(part: keyof typeof CHANGED, why = CHANGED[part] as string): SendingRefusal {
  return new SendingRefusal(part, why, {
    remedy: 'Send the extract as it is now. If one of its requests is refused, search that run.',
  });
}
