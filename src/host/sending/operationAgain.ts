import type { JsonObject } from '../../core/json/jsonValue';
import type { ChangedPart } from '../../sending/kept/planAgain';
import type { Said } from '../messages/say';
import { named, say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';
import { keptRun } from './kept/keptRun';
import { findSource } from './source/findSource';

/** The request with one record of a run, made again from the files that the run was planned from. */
export async function operationAgain(services: Services, run: string, record: number): Promise<JsonObject> {
  const { store, service } = await services.sending();
  const kept = await keptRun(services, run);
  const { planner } = await findSource(services, kept.plan);
  if (planner === undefined) throw new UserError(wordsOf('source', kept.plan.source.name));
  try {
    const again = await services.notices.progress(say`Rebuilding the operation`, () =>
      service.operationOf(store, kept, planner, record),
    );
    if ('changed' in again) throw new UserError(wordsOf(again.changed, kept.plan.source.name));
    return again.request;
  } finally {
    await planner.close();
  }
}

function wordsOf(changed: ChangedPart, name: string): Said {
  switch (changed) {
    case 'source':
      return say`${named(name)} has changed since this run was planned, so the operation cannot be shown. Put the file back first.`;
    case 'mapping':
      return say`The mapping of ${named(name)} has changed since this run was planned, so the operation cannot be shown. Put it back first.`;
    case 'converter':
      return say`This version makes different requests from ${named(name)} than the one that planned this run, so the operation cannot be shown.`;
  }
}
