import { randomBytes, randomUUID } from 'node:crypto';
import type { KeyedCertificate } from '../certificates';
import { keyPair, selfSigned } from '../certificates';
import { signToken } from './signedToken';

/** The application that signs in: what the tenant knows of it, and what only its owner does. */
export interface Registration {
  readonly tenantId: string;
  readonly clientId: string;
  readonly secret: string;
  /** What people paste instead of the secret. */
  readonly secretId: string;
  readonly certificate: KeyedCertificate;
  readonly federation: Federation;
}

/** Another issuer of tokens whose subject the application trusts, as a build pipeline is. */
interface Federation {
  readonly issuer: string;
  readonly subject: string;
  readonly publicKey: string;
  /** A token of this issuer. Its times are in seconds since 1970. */
  token(claims?: { readonly sub?: string; readonly nbf?: number; readonly exp?: number }): string;
}

export const FEDERATION_AUDIENCE = 'api://AzureADTokenExchange';

export function createRegistration(tenantId: string, clientId: string): Registration {
  return {
    tenantId,
    clientId,
    // The form of a real one: 40 characters, with "8Q~" in the middle
    secret: `${randomBytes(2).toString('hex').slice(0, 3)}8Q~${randomBytes(17).toString('hex')}`,
    secretId: randomUUID(),
    certificate: selfSigned('hr-upload.contoso.com'),
    federation: createFederation(),
  };
}

function createFederation(): Federation {
  const { publicKey, privateKey } = keyPair();
  const issuer = 'https://token.actions.githubusercontent.com';
  const subject = 'repo:contoso/hr:ref:refs/heads/main';
  return {
    issuer,
    subject,
    publicKey,
    token: (claims) => {
      const now = Math.floor(Date.now() / 1000);
      return signToken(
        { iss: issuer, sub: subject, aud: FEDERATION_AUDIENCE, iat: now, nbf: now, exp: now + 600, ...claims },
        privateKey,
      );
    },
  };
}
