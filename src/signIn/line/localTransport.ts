import { request as openRequest } from 'node:http';
import { Readable } from 'node:stream';
import type { Transport } from '../../tenant/transport';

/**
 * A transport for services of this machine that bypasses proxies: most proxies are configured for every address without
 * an exception, and a remote one cannot reach these services.
 */
export const localTransport: Transport = (url, { method, headers, body, signal }) =>
  new Promise((resolve, reject) => {
    const request = openRequest(url, { method, headers, agent: false, ...(signal && { signal }) }, (message) => {
      resolve({
        status: message.statusCode ?? 0,
        headers: { get: (name) => message.headersDistinct[name.toLowerCase()]?.join(', ') ?? null },
        body: Readable.toWeb(message),
      });
    });
    request.on('error', reject);
    request.end(body);
  });
