import type { Sandbox } from '../../src/sandbox/sandbox';
import type { Line } from '../../src/tenant/loopback/line';
import type { Transport } from '../../src/tenant/transport';

export const AUTHORITY = '127.0.0.1:40400';

/** Calls a sandbox without a socket between. */
export function sandboxTransport(sandbox: Sandbox): Transport {
  return async (url, request) => {
    const { host, pathname, search } = new URL(url);
    const headers = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
    const answer = await sandbox.handle({
      method: request.method,
      target: pathname + search,
      headers: new Map([['host', host], ...headers]),
      body: bytes(request.body ?? ''),
      authority: AUTHORITY,
    });
    // Like a socket that closes: the caller does not learn what happened to the request
    if (answer.isLost === true) throw new TypeError('fetch failed', { cause: { code: 'UND_ERR_SOCKET' } });
    const { status, body } = answer;
    return new Response(body === '' ? null : body, { status, headers: answer.headers });
  };
}

/** A line to a sandbox without a socket between. */
export function sandboxLine(sandbox: Sandbox): Line {
  const transport = sandboxTransport(sandbox);
  return { ask: transport, send: transport, close: () => undefined };
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
