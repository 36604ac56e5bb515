import { NotSentError } from '../errors';
import type { Transport } from '../transport';

/**
 * A transport that only calls one origin. This is the second check of every address, after the one in `bearerToken`: an
 * address must begin with the origin, and still have that origin after parsing.
 */
export function boundTransport(origin: string, transport: Transport): Transport {
  return (url, request) => (isAt(origin, url) ? transport(url, request) : Promise.reject(elsewhere(origin)));
}

function isAt(origin: string, url: string): boolean {
  // Both checks are needed: a parser accepts other spellings, and a text can begin with the origin but lead elsewhere
  return url.startsWith(`${origin}/`) && URL.canParse(url) && new URL(url).origin === origin;
}

function elsewhere(origin: string): NotSentError {
  return new NotSentError(`A call to another host than ${new URL(origin).host} was refused.`, {
    remedy: 'Nothing was sent. Check the cloud of the connection.',
  });
}
