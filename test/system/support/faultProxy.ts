import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer that the proxy gives itself, or makes of the sandbox's own. */
interface ProxyAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Faults {
  /** Answers a request that the sandbox then does not see. */
  readonly instead?: (method: string, path: string, body: string) => ProxyAnswer | undefined;
  /** Changes what the sandbox answers. */
  readonly change?: (path: string, body: string) => string;
}

export interface FaultProxy {
  /** A connection file that leads to the sandbox through the proxy. */
  readonly connectionFile: string;
  /** The requests that the sandbox was sent, `POST /path`. */
  readonly passed: readonly string[];
  close(): void;
}

/** A real proxy before a sandbox that runs: it passes on what no fault concerns. */
export async function startFaultProxy(connection: string, faults: Faults, connectionFile: string): Promise<FaultProxy> {
  const text = readFileSync(connection, 'utf8');
  const { origin } = new URL((JSON.parse(text) as { readonly endpoint: string }).endpoint);
  const passed: string[] = [];
  const server = createServer((request, response) => {
    void serve(request, response, { origin, faults, passed });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  writeFileSync(connectionFile, text.replaceAll(origin, `http://127.0.0.1:${port}`));
  return {
    connectionFile,
    passed,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Proxied {
  readonly origin: string;
  readonly faults: Faults;
  readonly passed: string[];
}

async function serve(request: IncomingMessage, response: ServerResponse, proxied: Proxied): Promise<void> {
  const { method = '', url: path = '' } = request;
  const body = await textOf(request);
  const fault = proxied.faults.instead?.(method, path, body);
  const { status, headers = {}, body: text } = fault ?? (await pass(request, body, proxied));
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text);
}

async function pass(
  { method = '', url: path = '', headers }: IncomingMessage,
  body: string,
  { origin, faults, passed }: Proxied,
): Promise<ProxyAnswer> {
  passed.push(`${method} ${path}`);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const own = { ...headers, host: new URL(origin).host };
    httpRequest(`${origin}${path}`, { method, headers: own }, resolve).on('error', reject).end(body);
  });
  const text = await textOf(answer);
  const kept = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => !/^(content-length|transfer-encoding|connection)$/.test(name)),
  ) as Record<string, string>;
  return { status: answer.statusCode ?? 502, headers: kept, body: faults.change?.(path, text) ?? text };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
