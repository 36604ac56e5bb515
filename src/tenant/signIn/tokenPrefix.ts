/**
 * Every token of a sandbox begins with this, and no real one does: so neither is ever taken for the other. The sandbox
 * accepts nothing else, a real tenant is never sent one.
 */
export const SANDBOX_TOKEN_PREFIX = 'sandbox-token-';
