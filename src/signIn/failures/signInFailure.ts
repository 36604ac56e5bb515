import { clouds } from '../../tenant/clouds';
import { NotSentError, SignInRefusedError, TenantError, ThrottledError } from '../../tenant/errors';
import type { SignInAnswer } from '../line/signInLine';
import type { Refusal } from './refusal';
import { readRefusal } from './refusal';
import { refusedBy } from './refusedBy';
import type { SignInFacts } from './signInFacts';

/**
 * Why signing in failed, in our words. The library's message is not shown, because it may contain anything.
 *
 * @param last the outcome of the library's last call
 */
export function signInFailure(
  error: unknown,
  last: SignInAnswer | TenantError | undefined,
  facts: SignInFacts,
): TenantError {
  if (error instanceof TenantError) return error;
  if (last instanceof TenantError) return last;
  if (last === undefined || last.status < 400)
    return new NotSentError('The sign-in library failed without a reason that can be shown.', {
      remedy: `Check the connection's sign-in (${facts.signIn.kind}), then try again.`,
      cause: error,
    });
  return ofAnswer(last, facts);
}

function ofAnswer({ status, body, retryAfterMs }: SignInAnswer, facts: SignInFacts): TenantError {
  const host = new URL(clouds[facts.file.cloud].authority).host;
  const known = { status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  if (status === 429) return new ThrottledError('The sign-in service throttles calls.', { ...known, remedy: 'Wait.' });
  if (status >= 500) {
    const remedy = 'Nothing was sent. Try again later.';
    return new NotSentError(`The sign-in service (${host}) failed with ${status}.`, { ...known, remedy });
  }
  return refusalError(readRefusal(body), known, facts);
}

/** The error for a refusal. */
export function refusalError(refusal: Refusal, known: { readonly status: number }, facts: SignInFacts): TenantError {
  const { message, remedy } = refusedBy(refusal, facts);
  const code = refusal.code === undefined ? refusal.error : `AADSTS${refusal.code}`;
  return new SignInRefusedError(`${message} (${code ?? known.status}).`, {
    ...known,
    ...(code !== undefined && { code }),
    ...(refusal.traceId !== undefined && { requestId: refusal.traceId }),
    ownWords: `Signing in was refused (${code ?? known.status}).`,
    remedy,
  });
}
