import { TenantError } from '../../tenant/errors';
import { printable } from '../../core/text/printable';

/** A refusing service in words: what happened, what to do, and what Microsoft's support asks for. `undefined` for anything else. */
export function describeServiceError(error: unknown): string | undefined {
  if (!(error instanceof TenantError)) return undefined;
  const request = error.requestId === undefined ? '' : ` (request-id ${error.requestId})`;
  // Some of it may be the service's own words
  return printable(`${error.message} ${error.remedy}${request}`);
}
