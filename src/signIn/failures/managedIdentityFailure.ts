import type { TenantError } from '../../tenant/errors';
import { NotSentError, SignInRefusedError, ThrottledError } from '../../tenant/errors';
import type { SignInAnswer } from '../line/signInLine';
import { readRefusal } from './refusal';

const ELSEWHERE = 'Managed identities only exist inside Azure. Elsewhere, choose another way to sign in.';

/** Why the platform did not return a token for a managed identity, in our words. */
export function managedIdentityFailure(
  error: unknown,
  last: SignInAnswer | TenantError | undefined,
  clientId: string | undefined,
): TenantError {
  if (last === undefined)
    return new NotSentError('The variables with the address of the managed identity are invalid.', {
      remedy: `Check IDENTITY_ENDPOINT, MSI_ENDPOINT and AZURE_POD_IDENTITY_AUTHORITY_HOST. ${ELSEWHERE}`,
      cause: error,
    });
  if (!('body' in last)) {
    const code = last.code === undefined ? '' : ` (${last.code})`;
    return new NotSentError(`No managed identity answers on this machine${code}.`, {
      ...(last.code !== undefined && { code: last.code }),
      remedy: `Nothing was sent. ${ELSEWHERE}`,
      cause: last,
    });
  }
  return ofAnswer(last, clientId);
}

function ofAnswer({ status, body, retryAfterMs }: SignInAnswer, clientId: string | undefined): TenantError {
  const { error } = readRefusal(body);
  const known = { status, ...(error !== undefined && { code: error }) };
  if (status === 429)
    return new ThrottledError('The managed identity throttles calls.', {
      ...known,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      remedy: 'Wait.',
    });
  const shown = error === undefined ? String(status) : `${status}, ${error}`;
  if (status >= 500)
    return new NotSentError(`The service of the managed identity failed (${shown}).`, {
      ...known,
      remedy: 'Nothing was sent. Try again later.',
    });
  const identity = clientId === undefined ? 'a system-assigned identity' : `the identity ${clientId}`;
  return new SignInRefusedError(`The platform did not return a token for ${identity} (${shown}).`, {
    ...known,
    remedy: `Check that ${identity} is assigned to this machine, and check "clientId" in the connection.`,
  });
}
