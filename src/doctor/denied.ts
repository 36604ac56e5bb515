import type { TenantError } from '../tenant/errors';
import type { Examination } from './examination';
import { purposes } from './purposes';
import type { Purpose } from './purposes';
import type { Finding } from './report';
import { failed, unknown } from './report';
import { sayFailure } from './sayFailure';

/** The finding for a refused read; another check reports the missing permission. */
export async function denied(
  what: string,
  id: Purpose['id'],
  error: TenantError,
  examination: Examination,
): Promise<Finding> {
  const purpose = purposes.find((each) => each.id === id);
  const signedIn = await examination.signedIn();
  const claims = 'value' in signedIn ? signedIn.value.claims : undefined;
  const held = new Set(claims?.isPerson === true ? claims.scopes : claims?.roles);
  if (purpose === undefined || ![purpose.least.name, ...purpose.others].some((name) => held.has(name)))
    return unknown(`${what} cannot be read. ${sayFailure(error)}`, 'See the permission to read it.');
  return failed(
    `${what} cannot be read, although the permission is granted. ${sayFailure(error)}`,
    claims?.isPerson === true
      ? `Check that the person has a directory role: ${purpose.directoryRoles}.`
      : 'A new permission can take some minutes: check again. If that does not help, check the licences of the tenant, and give the code and the request id to its administrator.',
  );
}
