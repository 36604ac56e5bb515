import { TenantError } from '../../tenant/errors';
import { printable } from '../../core/text/printable';

/**
 * The message for a service error: what happened, what to do, and the request id that Microsoft's support asks for.
 * `undefined` for other errors.
 */
export function describeServiceError(error: unknown): string | undefined {
  if (!(error instanceof TenantError)) return undefined;
  const request = error.requestId === undefined ? '' : ` (request-id ${error.requestId})`;
  // Part of the message may be the service's own text
  return printable(`${error.message} ${error.remedy}${request}`);
}
