import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the gate does with a request: hands it on, never answers, or answers by itself. */
export type Decision =
  'pass' | 'stall' | { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

/** A proxy on loopback in front of a sandbox, where a test decides what happens to each request. */
export interface Gate {
  readonly port: number;
  /** Resolves at the next request that is not handed on. */
  readonly met: Promise<void>;
  close(): Promise<void>;
}

/** @param decide gets the path without its query, and how many requests for it came before */
export async function openGate(target: URL, decide: (path: string, before: number) => Decision): Promise<Gate> {
  const seen = new Map<string, number>();
  let meet = (): void => undefined;
  const met = new Promise<void>((resolve) => (meet = resolve));
  const server = createServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? '', target).pathname;
    const before = seen.get(path) ?? 0;
    seen.set(path, before + 1);
    const decision = decide(path, before);
    if (decision === 'pass') {
      handOn(target, incoming, outgoing);
      return;
    }
    // What is met has been read, so that nothing more of it is under way
    incoming.resume().on('end', () => {
      if (decision !== 'stall') outgoing.writeHead(decision.status, decision.headers).end();
      meet();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    met,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function handOn(target: URL, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const onward = request(
    {
      host: target.hostname,
      port: target.port,
      path: incoming.url,
      method: incoming.method,
      headers: { ...incoming.headers, host: target.host },
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
