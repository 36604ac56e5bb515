import { thumbprint } from '../certificates';
import type { ServiceAnswer } from '../serviceAnswer';
import type { Registration } from './registration';
import { FEDERATION_AUDIENCE } from './registration';
import { refuse } from './refusals';
import type { TokenParts } from './signedToken';
import { isSignedBy, readToken } from './signedToken';

/** Milliseconds that clocks may differ. Source: Microsoft identity platform, which allows five minutes. */
const LEEWAY = 300_000;
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Refuses a client that does not prove who it is: by its secret, by its certificate, or by the token of an issuer that it trusts. */
export function refuseClient(
  form: URLSearchParams,
  registration: Registration,
  tokenEndpoint: string,
  now: number,
): ServiceAnswer | undefined {
  const { clientId, secret } = registration;
  const assertion = form.get('client_assertion');
  if (assertion !== null && form.get('client_assertion_type') === ASSERTION) {
    return refuseAssertion(assertion, registration, tokenEndpoint, now);
  }
  const given = form.get('client_secret');
  if (given === null) return refuse(7000216, now);
  return given === secret ? undefined : refuse(7000215, now, { client: clientId });
}

function refuseAssertion(
  assertion: string,
  registration: Registration,
  tokenEndpoint: string,
  now: number,
): ServiceAnswer | undefined {
  const parts = readToken(assertion);
  if (parts === undefined) return refuse(7000216, now);
  const isFederated = parts.claims.iss === registration.federation.issuer;
  const refusal = isFederated
    ? refuseFederated(assertion, parts, registration, now)
    : refuseCertificate(assertion, parts, registration, tokenEndpoint, now);
  return refusal ?? refuseTimes(parts, now);
}

/** The thumbprint must be that of the registered certificate, the signature by its key, and the assertion for this endpoint. */
function refuseCertificate(
  assertion: string,
  { header, claims }: TokenParts,
  { certificate, clientId }: Registration,
  tokenEndpoint: string,
  now: number,
): ServiceAnswer | undefined {
  const named = header['x5t#S256'] ?? header.x5t;
  const registered = thumbprint(certificate.certificate, header['x5t#S256'] === undefined ? 'sha1' : 'sha256');
  const isOurs = claims.iss === clientId && claims.sub === clientId && claims.aud === tokenEndpoint;
  if (named === registered && isOurs && isSignedBy(assertion, certificate.certificate)) return undefined;
  const hex = Buffer.from(String(named), 'base64url').toString('hex').toUpperCase();
  return refuse(700027, now, { client: clientId, thumbprint: hex });
}

function refuseFederated(
  assertion: string,
  { claims }: TokenParts,
  { federation }: Registration,
  now: number,
): ServiceAnswer | undefined {
  const isTrusted = claims.sub === federation.subject && claims.aud === FEDERATION_AUDIENCE;
  if (isTrusted && isSignedBy(assertion, federation.publicKey)) return undefined;
  return refuse(700213, now, { subject: String(claims.sub) });
}

function refuseTimes({ claims }: TokenParts, now: number): ServiceAnswer | undefined {
  const [from, to] = [Number(claims.nbf) * 1000, Number(claims.exp) * 1000];
  if (from - LEEWAY <= now && now <= to + LEEWAY) return undefined;
  const said = (time: number): string => (Number.isFinite(time) ? new Date(time).toISOString() : 'unknown');
  return refuse(700024, now, { now: said(now), from: said(from), to: said(to) });
}
