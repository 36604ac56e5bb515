import type { Answer, Refused, SandboxRequest } from './message';
import { refused } from './message';

/** A request on its way to a route. */
export interface Call {
  readonly request: SandboxRequest;
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  readonly path: string;
  /** What the groups of the route's pattern matched, decoded. */
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** Needs no token. */
  readonly open?: boolean;
  answer(call: Call): Answer | Promise<Answer>;
}

/**
 * Finds the route and asks it. Whoever has no token learns nothing but that: not even which paths there are.
 */
export async function answerRoutes(
  routes: readonly Route[],
  request: SandboxRequest,
  refuseToken: (request: SandboxRequest) => Refused | undefined,
): Promise<Answer> {
  const [path = '', search = ''] = splitOnce(request.target, '?');
  const found = routes.filter((route) => route.path.test(path));
  const closed = found.every((route) => route.open !== true);
  const refusal = closed ? refuseToken(request) : undefined;
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
  return route.answer({ request, origin: `http://${request.authority}`, path, parameters, query });
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function decodeAll(parts: readonly string[]): readonly string[] | undefined {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    // A broken percent escape names nothing
    return undefined;
  }
}
