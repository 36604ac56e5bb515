import { isGuid } from '../../tenant/endpoint';
import type { SignIn } from './signIn';

/** The kind of a connection's secret, for messages. */
export type SecretPurpose = 'client secret' | 'password of the certificate';

/** The secret that a way to sign in needs, if any. */
export function secretOf(signIn: SignIn): SecretPurpose | undefined {
  if (signIn.kind === 'clientSecret') return 'client secret';
  return signIn.kind === 'clientCertificate' && signIn.password !== undefined
    ? 'password of the certificate'
    : undefined;
}

/** Why a text cannot be a secret; `undefined` if it can. Never quotes the text. */
export function whyNoSecret(purpose: SecretPurpose, text: string): string | undefined {
  if (text === '') return `Enter the ${purpose}.`;
  if (text.trim() === '') return `The ${purpose} cannot be blank.`;
  if (purpose !== 'client secret') return undefined;
  if (isGuid(text.trim()))
    return 'This looks like the ID of a secret, not like its value. Copy the value from the column "Value": it is shown only right after the secret is created.';
  return text.trim() === text ? undefined : 'Remove the spaces before or after the client secret.';
}
