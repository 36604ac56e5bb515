import { request as openRequest } from 'node:http';
import { Readable } from 'node:stream';
import type { Transport } from '../../tenant/transport';

/**
 * Carries calls to this machine's own services, without a proxy: most proxies handle every address without an
 * exception, and a remote one cannot reach them.
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
