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
  /** The tenant may have changed. */
  readonly isWrite?: true;
  /** The job or its schema has changed, not only its staged operations. */
  readonly isSetting?: true;
}

/**
 * Processes a request in this order: the caller's origin, the route, the scenario's fault, the permission, the limits,
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
  // The proof identifies the program and is independent of the scenario
  const fault = operation === 'proof' ? undefined : scenario.faultOf(operation);
  if (fault !== undefined && 'answer' in fault) return fault;
  const granted = tokens
    .permissionsOf(request)
    .filter((permission) => scenario.effects.withheld?.includes(permission) !== true);
  const refused = refusePermission(needs === 'open' ? [] : needs, granted) ?? limits.refuse(operation);
  const answer = refused ?? (await route.answer(call));
  // A POST below a schema only parses an expression
  const isSetting = operation === 'control' || (operation === 'schema' && method !== 'GET' && method !== 'POST');
  return {
    answer,
    ...(isSetting && answer.status < 300 && { isSetting }),
    ...(fault !== undefined && { isLost: true }),
    ...(method !== 'GET' && operation !== 'token' && { isWrite: true }),
  };
}
