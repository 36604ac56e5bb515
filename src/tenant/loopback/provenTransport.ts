import { NotSentError } from '../errors';
import type { Transport } from '../transport';
import type { OpenLine } from './line';
import { LineGoneError } from './line';
import { proveSandbox } from './proveSandbox';
import type { SandboxSecret } from './sandboxProof';

const ORIGIN = /^http:\/\/127\.0\.0\.1:[1-9]\d{0,4}$/;
/** Maximum connections for one request, if each closes between proof and request. */
const MAX_LINES = 3;

/**
 * Only reaches a sandbox: each request has its own connection, on which the other side first proves that it knows the
 * secret. A proof is not reused, because a sandbox may be killed at any moment and its port reused.
 */
export function provenTransport(secret: SandboxSecret, openLine: OpenLine): Transport {
  return async (url, request) => {
    const { origin } = new URL(url);
    if (!ORIGIN.test(origin))
      throw new NotSentError('The address is not that of a sandbox on this machine.', {
        remedy: 'Nothing was sent. Check the addresses in the connection file.',
      });
    for (let count = 1; ; count++) {
      const line = await openLine(origin);
      try {
        await proveSandbox(line.ask, origin, secret, { signal: request.signal });
        return await line.send(url, request);
      } catch (error) {
        line.close();
        if (isBroken(error) && count < MAX_LINES) continue;
        throw error instanceof LineGoneError ? goneAgain(origin, error) : error;
      }
    }
  };
}

/** Whether the connection closed before any part of the request was sent, so that another connection may work. */
function isBroken(error: unknown): boolean {
  return error instanceof LineGoneError || (error instanceof NotSentError && error.code === 'ECONNRESET');
}

function goneAgain(origin: string, cause: LineGoneError): NotSentError {
  return new NotSentError(`The sandbox at ${new URL(origin).host} closed the connection before the request.`, {
    code: cause.code,
    mayPass: true,
    remedy: 'Nothing was sent. Try again; if that fails too, start the sandbox again.',
    cause,
  });
}
