import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { TunnelRefusedError } from '../tenant/network/failureTrace';

export interface TunnelOptions {
  /** With user and password, if any. */
  readonly proxyUrl: string;
  /** `host:port`. */
  readonly target: string;
  readonly authorities?: readonly string[] | undefined;
  readonly signal: AbortSignal;
}

/** Opens a connection to a host through a proxy. Rejects with a `TunnelRefusedError` if the proxy refuses. */
export function openTunnel({ proxyUrl, target, authorities, signal }: TunnelOptions): Promise<Socket> {
  const { protocol, hostname, port, username, password } = new URL(proxyUrl);
  const request = protocol === 'https:' ? httpsRequest : httpRequest;
  const named = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const asking = request({
    method: 'CONNECT',
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : port,
    path: target,
    headers: {
      host: target,
      ...(named !== ':' && { 'proxy-authorization': `Basic ${Buffer.from(named).toString('base64')}` }),
    },
    agent: false,
    signal,
    rejectUnauthorized: true,
    ...(authorities && { ca: [...authorities] }),
  });
  return new Promise((resolve, reject) => {
    asking.once('connect', ({ statusCode = 0 }: IncomingMessage, socket: Socket) => {
      if (statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new TunnelRefusedError(statusCode));
    });
    asking.once('error', reject);
    asking.end();
  });
}
