import type { TenantError } from '../../tenant/errors';
import { refusalError } from './signInFailure';
import { readRefusal } from './refusal';
import type { SignInFacts } from './signInFacts';

/** Why the browser returned without a code, from the parameters that the sign-in service added to the address. */
export function redirectFailure(back: URLSearchParams, facts: SignInFacts): TenantError {
  const [error, error_description] = [back.get('error') ?? '', back.get('error_description') ?? ''];
  return refusalError(readRefusal(JSON.stringify({ error, error_description })), { status: 400 }, facts);
}
