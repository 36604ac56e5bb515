import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { Agent, ProxyAgent } from 'undici';
import { envProxies } from '../../src/transport/envProxies';
import { hostFetchTransport } from '../../src/transport/hostFetchTransport';
import { undiciTransport } from '../../src/transport/undiciTransport';
import type { OpenedTransport } from '../../src/tenant/transport';
import { createAuthority } from '../support/entraProxy/certificates';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';

/** A real TLS server that a test gives the answers of, on loopback or as Graph after the proxy. */
export interface Place {
  readonly origin: string;
  /** `http://127.0.0.1:port` of the proxy before it. */
  readonly proxyUrl: string | undefined;
  /** The certificate of the authority to trust, in PEM. */
  readonly authority: string;
  /** The requests that arrived, with the bytes of their bodies. */
  readonly received: { readonly method: string; bytes: number }[];
  /** Hosts, with their ports, that somebody wanted to reach. */
  readonly wanted: () => readonly string[];
  answer: RequestListener;
  close(): Promise<void>;
}

export const places: readonly (readonly [name: string, open: () => Promise<Place>])[] = [
  ['on loopback', () => openLoopback()],
  ['after the proxy', openProxied],
];

/** The transports, each as its place lets it be opened. */
export const transports: readonly (readonly [name: string, open: (place: Way) => OpenedTransport])[] = [
  ['undici', openUndici],
  ['the host’s fetch', openHostFetch],
];

export type Way = Pick<Place, 'proxyUrl' | 'authority'> & { readonly connectTimeout?: number };

function openUndici({ proxyUrl, authority, connectTimeout }: Way): OpenedTransport {
  const proxies = envProxies(proxyUrl === undefined ? {} : { HTTPS_PROXY: proxyUrl });
  return undiciTransport({ proxies, authorities: [authority], ...(connectTimeout && { connectTimeout }) });
}

/** Node's own `fetch`, with proxy and authority given to it as VS Code gives them: in a dispatcher, by replacing the global. */
function openHostFetch({ proxyUrl, authority, connectTimeout }: Way): OpenedTransport {
  const tls = { ca: authority, ...(connectTimeout && { timeout: connectTimeout }) };
  const dispatcher =
    proxyUrl === undefined
      ? new Agent({ connect: tls })
      : new ProxyAgent({ uri: proxyUrl, requestTls: tls, proxyTls: tls });
  const { fetch } = globalThis;
  globalThis.fetch = (url, init) => fetch(url, { ...init, dispatcher } as RequestInit);
  return {
    transport: hostFetchTransport({ electronFetch: false }).transport,
    async close() {
      globalThis.fetch = fetch;
      await dispatcher.destroy();
    },
  };
}

/** @param how `isPlain`: it does not speak TLS, even if its address says so */
export async function openLoopback(how: { readonly isPlain?: boolean } = {}): Promise<Place> {
  const authority = createAuthority('Loopback of the tests');
  const { key, certificate } = authority.issue('localhost');
  const sockets = new Set<Duplex>();
  const listener: RequestListener = (message, response) => {
    receive(place, message);
    place.answer(message, response);
  };
  const server =
    how.isPlain === true ? createHttpServer(listener) : createHttpsServer({ key, cert: certificate }, listener);
  server.on('connection', (socket: Duplex) => sockets.add(socket.on('error', () => undefined)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const place: Place = {
    origin: `https://${host}`,
    proxyUrl: undefined,
    authority: authority.certificate,
    received: [],
    wanted: () => [...new Set([...sockets].map(() => host))],
    answer: (_, response) => response.end(),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return place;
}

export interface ProxiedPlace extends Place {
  readonly proxy: EntraProxy;
}

export async function openProxied(): Promise<ProxiedPlace> {
  const proxy = await startEntraProxy();
  proxy.switches.instead = (message, response) => {
    receive(place, message);
    place.answer(message, response);
  };
  const place = {
    proxy,
    origin: 'https://graph.microsoft.com',
    proxyUrl: proxy.url,
    authority: readFileSync(proxy.files.authority, 'utf8'),
    received: [] as Place['received'],
    wanted: () => [...new Set(proxy.ledger.tunnels.map(({ target }) => target))],
    answer: ((_, response) => response.end()) as RequestListener,
    close: () => proxy.close(),
  };
  return place;
}

function receive({ received }: Place, message: IncomingMessage): void {
  const entry = { method: message.method ?? '', bytes: 0 };
  received.push(entry);
  message.on('data', (chunk: Buffer) => (entry.bytes += chunk.length));
}

/** A server that only counts connections: none should arrive. */
export async function countingServer(): Promise<{
  readonly port: number;
  readonly bytes: () => number;
  readonly connections: () => number;
  close(): void;
}> {
  let [bytes, connections] = [0, 0];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket.on('error', () => undefined).on('data', (chunk) => (bytes += chunk.length)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    bytes: () => bytes,
    connections: () => connections,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
