import { isJsonObject, member, readJson } from '../../core/json/jsonValue';
import { predictedPerson } from '../../preview/predictedPerson';
import type { PreviewDetail } from '../../preview/previewState';
import type { Connection } from '../../connections/connection';

/** The record with what would become of its person; as it is while the connection's job is unknown. */
export async function predictPerson(detail: PreviewDetail, connection: Connection): Promise<PreviewDetail> {
  if (connection.endpoint === undefined || detail.operation === '') return detail;
  const operation = readJson(detail.operation);
  const resource = 'value' in operation ? member(operation.value, 'data') : undefined;
  if (!isJsonObject(resource)) return detail;
  const [prediction] = (await connection.predict?.([resource]))?.predictions ?? [];
  return prediction === undefined ? detail : { ...detail, predicted: predictedPerson(prediction) };
}
