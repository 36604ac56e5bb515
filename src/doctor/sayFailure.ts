import type { TenantError } from '../tenant/errors';

/**
 * A failed call in our own words: what the service itself says may name people. What it calls the failure, and the number of the
 * request, is what its support asks for.
 */
export function sayFailure(error: TenantError): string {
  const { status, outcome } = error;
  const request = wordOf(error.requestId).replace(/^(?=.)/, 'request-id ');
  if (status === undefined || outcome === 'intercepted' || outcome === 'not-sent')
    return request === '' ? error.message : withRequest(error.message, request);
  const named = [wordOf(error.code), request];
  const details = named.filter((each) => each !== '').join(', ');
  return `The service answered with ${status}${details === '' ? '' : ` (${details})`}.`;
}

/** That something could not be read, and why. A failure of reading may say it itself. */
export function sayUnread(what: string, error: TenantError): string {
  const said = sayFailure(error);
  return said.includes(' could not be read: ') ? said : `${what} could not be read. ${said}`;
}

/** Next to the code of a refused sign-in where there is one: "(AADSTS53003, request-id …)". */
function withRequest(message: string, request: string): string {
  return message.endsWith(').')
    ? message.replace(/\)\.$/, `, ${request}).`)
    : message.replace(/\.?$/, ` (${request}).`);
}

function wordOf(text: string | undefined): string {
  return text !== undefined && /^[\w.:-]{1,80}$/.test(text) ? text : '';
}
