import type { SandboxAnswer, Refused, SandboxRequest } from './message';
import { refused } from './message';
import type { Permission } from './gate/permissions';

/** A request for a route. */
export interface RoutedCall {
  readonly request: SandboxRequest;
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  readonly path: string;
  /** The decoded groups of the route's pattern. */
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
}

/** The kind of a call, which scenarios use to tell calls apart. */
export type CallKind = 'token' | 'upload' | 'log' | 'jobs' | 'control' | 'schema' | 'applications' | 'users' | 'proof';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  readonly operation: CallKind;
  readonly method: Method;
  readonly path: RegExp;
  /** Any one of these permissions is enough; `open` needs no token. */
  readonly needs: readonly Permission[] | 'open';
  answer(call: RoutedCall): SandboxAnswer | Promise<SandboxAnswer>;
}

/** A matched route and its call. */
export interface RouteMatch {
  readonly route: Route;
  readonly call: RoutedCall;
}

/** Finds the route of a request, or refuses it. A caller without a token does not learn which paths exist. */
export function findRoute(
  routes: readonly Route[],
  request: SandboxRequest,
  refuseToken: (request: SandboxRequest) => Refused | undefined,
): RouteMatch | Refused {
  const [path, search] = splitOnce(request.target, '?');
  const found = routes.filter((route) => route.path.test(path));
  const isOpen = found.some((route) => route.needs === 'open');
  const refusal = isOpen ? undefined : refuseToken(request);
  if (refusal !== undefined) return refusal;
  if (found.length === 0) return refused(404, 'itemNotFound', 'This path does not exist.');
  const route = found.find((candidate) => candidate.method === request.method);
  if (route === undefined) {
    const allow = found.map((candidate) => candidate.method).join(', ');
    return refused(405, 'notAllowed', `Only ${allow} is allowed here.`, { Allow: allow });
  }
  const parameters = decodeAll(route.path.exec(path)?.slice(1) ?? []);
  if (parameters === undefined) return refused(404, 'itemNotFound', 'This path does not exist.');
  const query = new URLSearchParams(search);
  return { route, call: { request, origin: `http://${request.authority}`, path, parameters, query } };
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

function decodeAll(parts: readonly string[]): readonly string[] | undefined {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    // A malformed percent escape matches no route
    return undefined;
  }
}
