import type { Connection } from '../../../connections/connection';
import { isJsonObject, member, readJson } from '../../../core/json/jsonValue';
import { predictedPerson, unpredictedPerson } from '../../../preview/predictedPerson';
import type { PreviewDetail, PreviewPrediction } from '../../../preview/previewState';
import { TenantError } from '../../../tenant/errors';

const NONE: PreviewPrediction = { kind: 'none' };

/**
 * Predicts what would happen to a record's person over a connection. Signing in may ask the user, so it is only offered unless requested;
 * the reason why a tenant cannot be read is given as an answer.
 */
export async function predictPerson(
  { operation }: PreviewDetail,
  connection: Connection,
  { isWanted, signal }: { readonly isWanted: boolean; readonly signal: AbortSignal },
): Promise<PreviewPrediction> {
  const { name, endpoint, predictsAtOnce = true } = connection;
  const resource = resourceOf(operation);
  if (endpoint === undefined || connection.predict === undefined || resource === undefined) return NONE;
  if (!predictsAtOnce && !isWanted) return { kind: 'offered', connection: name };
  try {
    const { predictions, notes = [] } = await connection.predict([resource], { signal });
    const [prediction] = predictions;
    const person = prediction === undefined ? unpredictedPerson(notes.join(' ')) : predictedPerson(prediction);
    return { kind: 'known', connection: name, person };
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    if (signal.aborted) return NONE;
    return { kind: 'known', connection: name, person: unpredictedPerson(`${error.message} ${error.remedy}`.trim()) };
  }
}

function resourceOf(operation: string) {
  const reading = readJson(operation);
  const resource = 'value' in reading ? member(reading.value, 'data') : undefined;
  return isJsonObject(resource) ? resource : undefined;
}
