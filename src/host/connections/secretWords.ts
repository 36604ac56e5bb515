import type { SecretPurpose } from '../../connections/file/secretOf';
import type { Said } from '../messages/say';
import { named, say } from '../messages/say';
import type { SecretGap, SecretTrouble } from './secrets';

const WHAT_HAPPENED: Readonly<Record<SecretTrouble, Said>> = {
  refused: say`the editor’s secret storage refuses it`,
  lost: say`the editor’s secret storage has lost it`,
  changed: say`the editor’s secret storage returns a different text`,
  silent: say`the editor’s secret storage does not answer`,
};

/** Says that a secret was not stored, why, and what to do. */
export function describeTrouble(trouble: SecretTrouble, name: string): Said {
  return say`The secret of ${named(name)} was not kept: ${WHAT_HAPPENED[trouble]}. ${REMEDY}`;
}

/** The secret storage uses the system's keyring. On Linux and in containers there may be none. */
const REMEDY = say`Unlock the system’s keyring (on Linux, install GNOME Keyring or KWallet if there is none), restart the editor and enter the secret again; or choose a way to sign in that needs no secret, such as the browser, a device code or the Azure CLI.`;

/** Says that a secret is missing, and why. */
export function describeMissing(missing: SecretGap | SecretTrouble, purpose: SecretPurpose, name: string): string {
  switch (missing) {
    case 'never-kept':
      return `The ${purpose} of "${name}" has not been entered in this editor.`;
    case 'forgotten':
      return `The editor no longer has the ${purpose} of "${name}": without a system keyring it keeps secrets in memory only.`;
    case 'of-another-sign-in':
      return `The ${purpose} of "${name}" was entered for another tenant or application, so it is not used.`;
    default:
      return `The ${purpose} of "${name}" cannot be read: ${WHAT_HAPPENED[missing]}.`;
  }
}
