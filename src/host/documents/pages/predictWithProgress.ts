import type { Connection } from '../../../connections/connection';
import type { PredictedPeople } from '../../../connections/predictedPeople';
import type { JsonObject } from '../../../core/json/jsonValue';
import { describeWait } from '../../../tenant/reading/describeWait';
import { isSettledWithin } from '../../isSettledWithin';
import type { Notices, ReportProgress } from '../../messages/notices';
import { counting, named, relayed, say } from '../../messages/say';

/** Milliseconds after which progress is shown. */
const PATIENCE = 1000;

/**
 * Predicts what would happen to people over a connection; `undefined` if that is not possible. Long work shows progress, and can be
 * cancelled; then it throws a `TenantError`.
 */
export async function predictWithProgress(
  connection: Connection,
  people: readonly JsonObject[],
  notices: Notices,
): Promise<PredictedPeople | undefined> {
  const stop = new AbortController();
  let report: ReportProgress | undefined;
  const predicting = connection.predict?.(people, {
    signal: stop.signal,
    onWait: (wait) => report?.(relayed(describeWait(wait))),
    onPage: ({ users }) => report?.(say`${counting(users, say`user`)} read`),
  });
  if (predicting === undefined) return undefined;
  if (await isSettledWithin(PATIENCE, predicting)) return predicting;
  return notices.progress(say`What would Entra do? Reading ${named(connection.name)}`, (reporting, token) => {
    report = reporting;
    token.onCancellationRequested(() => {
      stop.abort();
    });
    return predicting;
  });
}
