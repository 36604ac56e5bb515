import { NotSentError } from '../../tenant/errors';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/** Tokens of the Microsoft account that Visual Studio Code is signed in with; only available in the editor. */
export function vscodeAccount({ file, signIn, effects }: SignInContext<Way<'vscodeAccount'>>): AskForToken {
  const { editorAccount } = effects;
  return (request) =>
    editorAccount === undefined
      ? Promise.reject(
          new NotSentError(
            `"${file.name}" signs in with the account of Visual Studio Code, which only works in the editor.`,
            {
              remedy: 'Nothing was sent. On the command line choose another way to sign in, such as "browser".',
            },
          ),
        )
      : editorAccount({ clientId: signIn.clientId, tenantId: file.tenantId, cloud: file.cloud }, request);
}
