import { SIGN_IN_LABELS } from '../../connections/file/tenantFacts';
import type { TokenClaims } from '../../tenant/signIn/tokenClaims';
import type { Check } from '../check';
import type { Examination } from '../examination';
import { GRAPH_APP_ID } from '../permissions';
import { failed, ok } from '../report';
import { sayFailure } from '../sayFailure';
import { sayTime } from '../sayTime';

/** Checks whether signing in succeeds, and shows for whom and until when. A person is not identified. */
export const signIn: Check = {
  id: 'sign-in',
  title: 'Sign-in',
  isGate: true,
  isForSending: true,
  async find(examination) {
    const signedIn = await examination.signedIn();
    if ('error' in signedIn) return failed(sayFailure(signedIn.error), signedIn.error.remedy);
    const { claims } = signedIn.value;
    const way = sayWay(examination);
    if (claims === undefined)
      return ok(`Signed in${way}. The token cannot be read, so only calls show its permissions.`);
    if (!isForGraph(claims, examination))
      return failed(
        `Signed in${way}, but the token is not for Microsoft Graph of this cloud.`,
        'Check the cloud and the sign-in method of the connection.',
      );
    return ok(`Signed in as ${sayWhom(claims)}${way}${sayEnd(claims)}.`);
  },
};

function sayWay({ file }: Examination): string {
  return file === undefined ? '' : ` by ${SIGN_IN_LABELS[file.signIn.kind]}`;
}

function sayWhom({ isPerson, appId }: TokenClaims): string {
  const app = appId === undefined ? 'an application' : `application ${appId}`;
  return isPerson ? `a person, through ${app},` : app;
}

function sayEnd({ expiresAt }: TokenClaims): string {
  return expiresAt === undefined ? '' : `; the token is valid until ${sayTime(expiresAt)}`;
}

/** Whether a token is for Graph: it names Graph by its address or application id, except in a sandbox. */
function isForGraph({ audience }: TokenClaims, { reach }: Examination): boolean {
  if (audience === undefined) return true;
  return audience === GRAPH_APP_ID || audience.replace(/\/$/, '') === reach.endpoint.origin;
}
