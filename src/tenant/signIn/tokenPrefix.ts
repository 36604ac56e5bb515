/**
 * The prefix of every sandbox token. No real token has it, so neither is mistaken for the other: the sandbox only
 * accepts tokens with it, and a real tenant is never sent one.
 */
export const SANDBOX_TOKEN_PREFIX = 'sandbox-token-';
