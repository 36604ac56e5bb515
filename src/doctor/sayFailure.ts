import type { TenantError } from '../tenant/errors';

/**
 * A failed call in words of ours: what the service itself says may name people. What it calls the failure, and the number of the
 * request, is what its support asks for.
 */
export function sayFailure(error: TenantError): string {
  const { status, outcome } = error;
  if (status === undefined || outcome === 'intercepted' || outcome === 'not-sent') return error.message;
  const code = wordOf(error.code);
  const named = [code, error.requestId === undefined ? '' : `request-id ${wordOf(error.requestId)}`];
  const details = named.filter((each) => each !== '').join(', ');
  return `The service answered with ${status}${details === '' ? '' : ` (${details})`}.`;
}

function wordOf(text: string | undefined): string {
  return text !== undefined && /^[\w.:-]{1,80}$/.test(text) ? text : '';
}
