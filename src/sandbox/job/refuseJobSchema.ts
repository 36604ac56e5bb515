import type { JsonObject } from '../../core/json/jsonValue';
import { member } from '../../core/json/jsonValue';
import { readJsonText } from '../../core/json/readJsonText';
import { loadJobSchema } from '../../core/jobSchema/loadJobSchema';
import type { Problem } from '../../core/problems/problem';

/** Problems of shape and unresolved names. According to the documentation, these and wrong expressions are refused. */
const REFUSED = new Set([
  'job.missing-member',
  'job.unknown-directory',
  'job.unknown-object',
  'job.unknown-target-attribute',
  'job.wrong-type',
]);

/**
 * Why a schema cannot be saved, in one sentence. Only uses those of our checks that the documentation attributes to the
 * service; the text of its refusals is not documented. Source: Microsoft Graph, resource types synchronizationSchema
 * and synchronizationRule; synchronizationSchema: update.
 */
export function refuseJobSchema(schema: JsonObject): string | undefined {
  if (!Array.isArray(member(schema, 'directories')) || !Array.isArray(member(schema, 'synchronizationRules')))
    return 'The whole schema must be sent: "directories" and "synchronizationRules" must be lists.';
  const { problems } = loadJobSchema(readJsonText(JSON.stringify(schema)));
  const problem = problems.find(isRefused);
  if (problem === undefined) return undefined;
  return REFUSED.has(problem.code)
    ? problem.message
    : `Property source in payload has a value that does not match schema: ${problem.message}`;
}

function isRefused({ code, severity }: Problem): boolean {
  return severity === 'error' && (REFUSED.has(code) || code.startsWith('expression.'));
}
