import type { SandboxAnswer, Refused, SandboxRequest } from './message';
import { refused } from './message';
import type { Permission } from './gate/permissions';

/** A request on its way to a route. */
export interface RoutedCall {
  readonly request: SandboxRequest;
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  readonly path: string;
  /** What the groups of the route's pattern matched, decoded. */
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
}

/** What a call is about: scenarios tell calls apart by it. */
export type CallKind = 'token' | 'upload' | 'log' | 'jobs' | 'control' | 'schema' | 'applications' | 'users' | 'proof';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  readonly operation: CallKind;
  readonly method: Method;
  readonly path: RegExp;
  /** One of these is needed; `open` needs no token either. */
  readonly needs: readonly Permission[] | 'open';
  answer(call: RoutedCall): SandboxAnswer | Promise<SandboxAnswer>;
}

/** A route that was found, with the call to it. */
export interface RouteMatch {
  readonly route: Route;
  readonly call: RoutedCall;
}

/**
 * The route that a request is for, or the refusal of it. Whoever has no token learns nothing but that: not even which paths
 * there are.
 */
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
  if (found.length === 0) return refused(404, 'itemNotFound', 'There is nothing at this path.');
  const route = found.find((candidate) => candidate.method === request.method);
  if (route === undefined) {
    const allow = found.map((candidate) => candidate.method).join(', ');
    return refused(405, 'notAllowed', `Only ${allow} is allowed here.`, { Allow: allow });
  }
  const parameters = decodeAll(route.path.exec(path)?.slice(1) ?? []);
  if (parameters === undefined) return refused(404, 'itemNotFound', 'There is nothing at this path.');
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
    // A broken percent escape names nothing
    return undefined;
  }
}
