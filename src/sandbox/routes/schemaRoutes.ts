import type { EvaluationContext } from '../../core/expression/context';
import type { JsonObject } from '../../core/json/jsonValue';
import type { ProvisioningJob } from '../job/provisioningJob';
import type { SandboxAnswer } from '../message';
import { readJsonBody, refused } from '../message';
import { contextOf } from '../odata/collection';
import { needs } from '../gate/permissions';
import type { RoutedCall, Method, Route } from '../routes';
import type { SandboxJobs } from './jobPath';
import { jobPath, withJob } from './jobPath';
import { answerParseExpression } from './parseExpression';
import { describeFunctions } from './schemaFunctions';
import { describeFilterOperators } from './schemaFilterOperators';

const MAX_SCHEMA_BYTES = 4 * 1024 * 1024;
const MAX_EXPRESSION_BYTES = 256 * 1024;

/**
 * The routes of a job's schema, and those that help to edit it. Source: Microsoft Graph, synchronizationSchema: get,
 * update, delete, functions, filterOperators, parseExpression.
 *
 * @param context the current values of the tenant that expressions can read
 */
export function schemaRoutes(jobs: SandboxJobs, context: () => EvaluationContext): readonly Route[] {
  const schema = (
    method: Method,
    below: string,
    needed: Route['needs'],
    answer: (job: ProvisioningJob, call: RoutedCall) => SandboxAnswer | Promise<SandboxAnswer>,
  ): Route => ({
    operation: 'schema',
    method,
    path: jobPath(`/schema${below}`),
    needs: needed,
    answer: (call) => withJob(jobs, call, (job) => answer(job, call)),
  });
  return [
    schema('GET', '', needs.readJobs, ({ engine }, call) => ({
      status: 200,
      json: { '@odata.context': contextOf(call, `${contextName(call)}/$entity`), ...engine.schema.json },
    })),
    schema('PUT', '', needs.writeJobs, putSchema),
    schema('DELETE', '', needs.writeJobs, (job) => {
      job.engine.schema.reset();
      job.reevaluate();
      return { status: 204 };
    }),
    // Documented to need the write permission, although it only reads
    schema('GET', '/functions', needs.writeJobs, (_, call) => list(call, 'functions', describeFunctions())),
    schema('GET', '/filterOperators', needs.readJobs, (_, call) =>
      list(call, 'filterOperators', describeFilterOperators()),
    ),
    schema('POST', '/parseExpression', needs.readJobs, async (_, { request }) => {
      const body = await readJsonBody(request, MAX_EXPRESSION_BYTES);
      return 'code' in body ? body : { status: 200, json: answerParseExpression(body.value, context()) };
    }),
  ];
}

async function putSchema(job: ProvisioningJob, { request }: RoutedCall): Promise<SandboxAnswer> {
  const body = await readJsonBody(request, MAX_SCHEMA_BYTES);
  if ('code' in body) return body;
  const refusal = job.engine.schema.put(body.value);
  if (refusal !== undefined) return refused(400, 'BadRequest', refusal);
  // After an edit the next cycle processes everybody. Source: Entra, customize application attributes
  job.reevaluate();
  return { status: 204 };
}

function list(call: RoutedCall, name: string, value: readonly JsonObject[]): SandboxAnswer {
  return { status: 200, json: { '@odata.context': contextOf(call, `${contextName(call)}/${name}`), value } };
}

function contextName({ parameters: [, servicePrincipal = '', job = ''] }: RoutedCall): string {
  return `servicePrincipals('${servicePrincipal}')/synchronization/jobs('${job}')/schema`;
}
