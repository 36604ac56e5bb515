import type { AuthenticationSession } from 'vscode';
import { authentication, CancellationError, env, Uri, UIKind } from 'vscode';
import { clouds } from '../../tenant/clouds';
import { NotSentError } from '../../tenant/errors';
import type { DeviceCode, SignInEffects } from '../../signIn/signInEffects';
import { DEVICE_CODE_WARNING } from '../../signIn/signInEffects';
import type { Notices } from '../messages/notices';
import { named, relayed, say } from '../messages/say';

type ByPerson = Required<Pick<SignInEffects, 'onDeviceCode' | 'openBrowser' | 'editorAccount'>>;

/** How a person signs in, in a window of the editor. */
export function signInByPerson(notices: Notices): ByPerson {
  return {
    onDeviceCode: (given) => void showCode(notices, given),
    openBrowser,
    editorAccount,
  };
}

/** The code is shown in a dialog, so that it is not overlooked; it is copied and opened only on the user's request. */
async function showCode(notices: Notices, { code, address }: DeviceCode): Promise<void> {
  const detail = say`It is entered on ${relayed(address)}. ${relayed(DEVICE_CODE_WARNING)}`;
  if (!(await notices.confirm(say`Sign in with the code ${named(code)}`, 'Copy Code and Open Page', detail))) return;
  await env.clipboard.writeText(code);
  if (!(await opens(address))) await notices.warn(say`The page did not open. Open ${relayed(address)} yourself.`);
}

/** The answer comes to a port of the extension host's machine, which a browser on another machine cannot reach. */
async function openBrowser(url: string): Promise<void> {
  if (env.remoteName !== undefined || env.uiKind === UIKind.Web)
    throw new NotSentError('The browser cannot return a sign-in to a window of another machine.', {
      remedy: 'Nothing was sent. Edit the connection, and sign in by a device code or with the account of VS Code.',
    });
  if (await opens(url)) return;
  throw new NotSentError('The browser did not open the sign-in page.', {
    remedy: 'Nothing was sent. Sign in again, and let the editor open the page.',
  });
}

async function opens(address: string): Promise<boolean> {
  return address.startsWith('https://') && env.openExternal(Uri.parse(address, true));
}

/** The editor asks the user the first time and remembers the account; a refused token is requested again. */
const editorAccount: ByPerson['editorAccount'] = async ({ clientId, tenantId, cloud }, { renew }) => {
  if (cloud !== 'global')
    throw new NotSentError(`The Microsoft account of VS Code does not sign in to the cloud ${clouds[cloud].title}.`, {
      remedy: 'Nothing was sent. Edit the connection and choose another way to sign in.',
    });
  const scopes = [`VSCODE_CLIENT_ID:${clientId}`, `VSCODE_TENANT:${tenantId}`, clouds[cloud].scope];
  const { accessToken } = await sessionFor(scopes, renew);
  // VS Code stores and renews the token: it is asked each time
  return { text: accessToken, lifetime: 0 };
};

async function sessionFor(scopes: readonly string[], renew: boolean): Promise<AuthenticationSession> {
  try {
    if (renew) return await authentication.getSession('microsoft', scopes, { forceNewSession: true });
    const known = await authentication.getSession('microsoft', scopes, { silent: true });
    return known ?? (await authentication.getSession('microsoft', scopes, { createIfNone: true }));
  } catch (error) {
    if (error instanceof CancellationError) throw error;
    // Its message may quote anything
    throw new NotSentError('VS Code did not sign in with its Microsoft account.', {
      remedy: 'Nothing was sent. Try again and follow the sign-in, or edit the connection and choose another way.',
    });
  }
}
