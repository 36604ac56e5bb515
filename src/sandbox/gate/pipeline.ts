import { refuseAccess } from './access';
import type { Limits } from './limits';
import type { SandboxAnswer, SandboxRequest } from '../message';
import { refusePermission } from './permissions';
import type { Route } from '../routes';
import { findRoute } from '../routes';
import type { ScenarioState } from '../scenarioState';
import type { Tokens } from './tokens';

export interface Pipeline {
  readonly routes: readonly Route[];
  readonly tokens: Tokens;
  readonly scenario: ScenarioState;
  readonly limits: Limits;
}

export interface GateOutcome {
  readonly answer: SandboxAnswer;
  /** The service has processed the call, but its answer does not arrive. */
  readonly isLost?: true;
  /** Something of the tenant may have changed. */
  readonly isWrite?: true;
  /** The job or its schema has changed, not only what is staged. */
  readonly isSetting?: true;
}

/**
 * Processes a request: the origin of the caller, the route, the scenario's fault, the permission, the limits, and then
 * the route's answer.
 */
export async function answerRequest(request: SandboxRequest, pipeline: Pipeline): Promise<GateOutcome> {
  const { routes, tokens, scenario, limits } = pipeline;
  const refusal = refuseAccess(request);
  if (refusal !== undefined) return { answer: refusal };
  const match = findRoute(routes, request, (call) => tokens.refuse(call));
  if ('code' in match) return { answer: match };
  const { call, route } = match;
  const { operation, needs, method } = route;
  // Which program answers does not depend on the tenant
  const fault = operation === 'proof' ? undefined : scenario.faultOf(operation);
  if (fault !== undefined && 'answer' in fault) return fault;
  const granted = tokens
    .permissionsOf(request)
    .filter((permission) => scenario.effects.withheld?.includes(permission) !== true);
  const refused = refusePermission(needs === 'open' ? [] : needs, granted) ?? limits.refuse(operation);
  const answer = refused ?? (await route.answer(call));
  // Posting to a schema has an expression parsed, and changes nothing
  const isSetting = operation === 'control' || (operation === 'schema' && method !== 'GET' && method !== 'POST');
  return {
    answer,
    ...(isSetting && answer.status < 300 && { isSetting }),
    ...(fault !== undefined && { isLost: true }),
    ...(method !== 'GET' && operation !== 'token' && { isWrite: true }),
  };
}
