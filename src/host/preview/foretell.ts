import { isJsonObject, member, readJson } from '../../core/json/jsonValue';
import { foretoldPerson } from '../../preview/foretoldPerson';
import type { PreviewDetail } from '../../preview/previewState';
import type { SandboxService } from '../sandbox/sandboxService';

/** The record with what would become of its person in the window's sandbox; as it is while none runs. */
export async function foretell(detail: PreviewDetail, sandbox: SandboxService): Promise<PreviewDetail> {
  if (sandbox.running === undefined || detail.operation === '') return detail;
  const operation = readJson(detail.operation);
  const resource = 'value' in operation ? member(operation.value, 'data') : undefined;
  if (!isJsonObject(resource)) return detail;
  const [prediction] = (await sandbox.predict([resource])).predictions;
  return prediction === undefined ? detail : { ...detail, foretold: foretoldPerson(prediction) };
}
