import type { SignIn } from '../../connections/file/signIn';
import { isDenied } from '../../tenant/classify';
import type { TokenClaims } from '../../tenant/signIn/tokenClaims';
import type { Attempt } from '../attempt';
import type { Check } from '../check';
import type { Examination } from '../examination';
import { SIGNED_IN_ANEW } from '../examination';
import type { Grant } from '../grant';
import { grantOf } from '../grant';
import type { Purpose } from '../purposes';
import type { Finding } from '../report';
import { ok, unknown, warning } from '../report';

/** Checks whether the signed-in identity has the permission for a purpose. */
export function permissionCheck(purpose: Purpose): Check {
  return {
    id: `permission.${purpose.id}`,
    title: `Permission to ${purpose.use}`,
    isForSending: purpose.id === 'upload',
    async find(examination) {
      const signedIn = await examination.signedIn();
      const claims = 'value' in signedIn ? signedIn.value.claims : undefined;
      if (claims === undefined) return byCall(purpose, examination);
      return byClaims(purpose, claims, examination);
    },
  };
}

async function byClaims(purpose: Purpose, claims: TokenClaims, examination: Examination): Promise<Finding> {
  const { least, others, whereOwned, use } = purpose;
  const held = new Set(claims.isPerson ? claims.scopes : claims.roles);
  if (held.has(least.name))
    return ok(`${least.name} is granted: it lets the ${claims.isPerson ? 'person' : 'application'} ${use}.`);
  const other = others.find((name) => held.has(name));
  if (other !== undefined) return ok(`${other} is granted, which is enough to ${use}.`);
  const owned = whereOwned.find((name) => held.has(name));
  if (owned !== undefined) {
    const message = `${owned} is granted: enough to ${use}, if the application that signs in owns the provisioning application. This was not checked.`;
    return warning(message, `Check the owners of the provisioning application, or grant ${least.name} instead.`);
  }
  if (claims.isPerson && (await isAnswered(purpose, examination))) {
    const message = `${least.name} is not granted, but the service answered: a directory role lets the person ${use}.`;
    return warning(message, `Grant ${least.name} before another person or an unattended run uses the connection.`);
  }
  return missing(purpose, claims, examination);
}

async function isAnswered(purpose: Purpose, examination: Examination): Promise<boolean> {
  const call = callFor(purpose, examination);
  return call !== undefined && 'value' in (await call);
}

/** Checks by a call if the token is unreadable. Never tries an upload. */
async function byCall(purpose: Purpose, examination: Examination): Promise<Finding> {
  const { least, use } = purpose;
  const called = await callFor(purpose, examination);
  if (called !== undefined && 'value' in called) return ok(`The service lets the application ${use}.`);
  if (called !== undefined && isDenied(called.error)) return missing(purpose, undefined, examination);
  const why = called === undefined ? 'and only a call that changes something would show it' : 'and the call failed';
  return unknown(
    `Whether ${least.name}, to ${use}, is granted is unknown: the token cannot be read, ${why}.`,
    `Ask an administrator whether ${least.name} is granted.`,
  );
}

/** A call that only needs this permission, if it is made anyway or costs nothing. */
function callFor({ id }: Purpose, examination: Examination): Promise<Attempt<unknown>> | undefined {
  switch (id) {
    case 'job':
      return examination.job();
    case 'schema':
      return examination.schema();
    case 'log':
      return examination.log();
    case 'domains':
      return examination.domains();
    default:
      return undefined;
  }
}

function missing(purpose: Purpose, claims: TokenClaims | undefined, examination: Examination): Finding {
  const { least, use, isOptional } = purpose;
  const [grant, remedy] = remedyOf(purpose, claims, examination);
  return {
    state: isOptional ? 'warning' : 'failed',
    message: `${least.name} is not granted. It is needed ${isOptional ? 'only to' : 'to'} ${use}.`,
    remedy,
    ...(grant !== undefined && { grant }),
  };
}

/** When a new permission takes effect: a check signs an application in again, but other tokens must expire first. */
function sayWhenToCheck({ kind }: SignIn): string {
  if (SIGNED_IN_ANEW.has(kind)) return 'Then check again.';
  const age = kind === 'managedIdentity' ? 'up to 24 hours' : 'about an hour';
  return `An existing token keeps its permissions for ${age}: sign in again after that, or wait.`;
}

function remedyOf(
  { least, directoryRoles }: Purpose,
  claims: TokenClaims | undefined,
  { file, cloud, isSandbox }: Examination,
): readonly [Grant | undefined, string] {
  if (isSandbox || file === undefined || cloud === undefined)
    return [undefined, `Have the sandbox grant ${least.name}: choose the scenario Healthy.`];
  const { signIn, tenantId } = file;
  const isPerson = claims?.isPerson ?? ['deviceCode', 'browser', 'vscodeAccount'].includes(signIn.kind);
  if (isPerson && signIn.kind === 'azureCli')
    return [
      undefined,
      'Azure CLI signs in through a Microsoft application that cannot be granted this permission. Choose another way to sign in.',
    ];
  const own = 'clientId' in signIn ? signIn.clientId : undefined;
  const clientId = claims?.appId ?? own;
  const role = isPerson ? ` The person also needs a directory role: ${directoryRoles}.` : '';
  const kind = isPerson ? 'delegated' : 'application';
  const checkAgain = sayWhenToCheck(signIn);
  const remedy = `Grant the ${kind} permission ${least.name} with administrator consent.${role} ${checkAgain}`;
  if (clientId === undefined) return [undefined, remedy];
  const isManagedIdentity = signIn.kind === 'managedIdentity';
  return [grantOf([least], { cloud, tenantId, clientId, isPerson, isManagedIdentity, checkAgain }), remedy];
}
