/**
 * Whether a value can be a token: printable ASCII without spaces, as a header permits. Programs and services may return
 * anything.
 */
export function isTokenText(given: unknown): given is string {
  return typeof given === 'string' && /^[\x21-\x7e]+$/.test(given);
}
