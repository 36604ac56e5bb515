import type { TenantError } from '../tenant/errors';

/**
 * Describes a failed call in our own words, because the service's message may name people. Includes the code and the
 * request id, which Microsoft's support asks for.
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

/** The message that something could not be read, and why. Some errors already say that something could not be read. */
export function sayUnread(what: string, error: TenantError): string {
  const described = sayFailure(error);
  return described.includes(' could not be read: ') ? described : `${what} could not be read. ${described}`;
}

/** Adds the request id, inside the parentheses after a sign-in code if there is one: "(AADSTS53003, request-id …)". */
function withRequest(message: string, request: string): string {
  return message.endsWith(').')
    ? message.replace(/\)\.$/, `, ${request}).`)
    : message.replace(/\.?$/, ` (${request}).`);
}

function wordOf(text: string | undefined): string {
  return text !== undefined && /^[\w.:-]{1,80}$/.test(text) ? text : '';
}
