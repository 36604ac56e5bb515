/** Whether something can be a token: printable ASCII without blanks, as a header takes it. Programs and services give anything. */
export function isTokenText(given: unknown): given is string {
  return typeof given === 'string' && /^[\x21-\x7e]+$/.test(given);
}
