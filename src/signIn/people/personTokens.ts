import { clouds } from '../../tenant/clouds';
import { cancelled } from '../../tenant/signIn/bearerToken';
import { NotSentError, TenantError } from '../../tenant/errors';
import { signInFailure } from '../failures/signInFailure';
import type { AccountInfo, AuthenticationResult, PublicClientApplication } from '../identityLibrary';
import { cloudLine } from '../line/cloudLine';
import { msalNetwork } from '../line/msalNetwork';
import type { SignInLine } from '../line/signInLine';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/** The input for asking a person. */
export interface PersonRequest {
  readonly application: PublicClientApplication;
  readonly scopes: string[];
  /** Aborted when no caller waits any more, or when the person took too long. */
  readonly signal: AbortSignal;
}

/** Milliseconds that a person has to sign in: the lifetime of a device code. */
const PATIENCE = 15 * 60_000;

/**
 * Tokens of a person, who is asked once; later tokens are silent while the service permits it. The account is only kept
 * in memory, by this object.
 */
export function personTokens(
  context: SignInContext<Way<'deviceCode' | 'browser'>>,
  askPerson: (request: PersonRequest) => Promise<AuthenticationResult | null>,
): AskForToken {
  const scopes = [clouds[context.file.cloud].scope];
  const line = cloudLine(context);
  let application: PublicClientApplication | undefined;
  let account: AccountInfo | undefined;
  return async ({ signal }) => {
    const late = AbortSignal.timeout(PATIENCE);
    const end = AbortSignal.any([signal, late]);
    line.begin(end);
    try {
      application ??= await newApplication(context, line);
      const request = { application, scopes, signal: end };
      const silent = account && (await silently(application, account, scopes, line));
      const result = silent ?? (await unlessEnded(askPerson(request), end));
      if (result === null) throw new Error('The sign-in library did not return a token.');
      account = result.account ?? undefined;
      return { text: result.accessToken, lifetime: (result.expiresOn?.getTime() ?? 0) - Date.now() };
    } catch (error) {
      if (late.aborted) throw tooLate();
      if (signal.aborted) throw cancelled();
      throw signInFailure(error, line.last, context);
    }
  };
}

async function newApplication(
  { file, signIn }: SignInContext<Way<'deviceCode' | 'browser'>>,
  line: SignInLine,
): Promise<PublicClientApplication> {
  const library = await import('../identityLibrary');
  return new library.PublicClientApplication({
    auth: { clientId: signIn.clientId, authority: `${clouds[file.cloud].authority}/${file.tenantId}` },
    system: { networkClient: msalNetwork(() => line) },
  });
}

/** Gets a new token without asking the person; `undefined` if the service requires the person to sign in again. */
async function silently(
  application: PublicClientApplication,
  account: AccountInfo,
  scopes: string[],
  line: SignInLine,
): Promise<AuthenticationResult | undefined> {
  try {
    return await application.acquireTokenSilent({ account, scopes, forceRefresh: true });
  } catch (error) {
    if (line.last instanceof TenantError) throw error;
    return undefined;
  }
}

/** Stops waiting for the person when no caller needs the token any more. */
function unlessEnded<T>(work: Promise<T>, end: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(end.reason as Error);
    if (end.aborted) stop();
    end.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => end.removeEventListener('abort', stop));
  });
}

function tooLate(): NotSentError {
  return new NotSentError(`Nobody signed in within ${PATIENCE / 60_000} minutes.`, {
    remedy:
      'Nothing was sent. Sign in again. If the browser of this machine cannot be used, as in a remote window, choose "deviceCode".',
  });
}
