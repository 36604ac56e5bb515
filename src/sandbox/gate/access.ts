import type { Refused, SandboxRequest } from '../message';
import { refused } from '../message';

/**
 * Refuses requests from web pages. Listening on 127.0.0.1 is not enough: a page in the user's browser can send requests
 * there, and can make its own host name resolve there. So the Host header must be this exact address, and no header may
 * show another origin. No answer permits cross-origin reads.
 */
export function refuseAccess(request: SandboxRequest): Refused | undefined {
  const forbidden = (message: string): Refused => refused(403, 'accessDenied', message);
  if (request.headers.get('host') !== request.authority) {
    return forbidden(`The Host header must be exactly ${request.authority}.`);
  }
  if (request.headers.has('origin')) return forbidden('Requests from web pages are not answered.');
  const site = request.headers.get('sec-fetch-site');
  if (site !== undefined && site !== 'none' && site !== 'same-origin') {
    return forbidden('Requests from other sites are not answered.');
  }
  const referer = request.headers.get('referer');
  if (referer !== undefined && !referer.startsWith(`http://${request.authority}/`)) {
    return forbidden('Requests from other sites are not answered.');
  }
  return undefined;
}
