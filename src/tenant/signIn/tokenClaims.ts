import type { JsonValue } from '../../core/json/jsonValue';
import { isJsonObject, member, readJson, stringMember } from '../../core/json/jsonValue';
import { isGuid } from '../endpoint';

/**
 * The claims of an access token. None is verified: only Microsoft Graph can do that. They are used for explanations and
 * to refuse a token that is plainly for another tenant. Source: Microsoft identity platform, access token claims
 * reference.
 */
export interface TokenClaims {
  /** The tenant that issued it (`tid`), in lower case. */
  readonly tenantId: string | undefined;
  /** The application (client) id that it was issued to: `appid`, or `azp` in version 2 tokens. In lower case. */
  readonly appId: string | undefined;
  /** The application's name (`app_displayname`). */
  readonly appName: string | undefined;
  /** The object id of the person or the service principal (`oid`), in lower case. */
  readonly objectId: string | undefined;
  /** Whether a person has signed in; then `scopes` apply, otherwise `roles`. */
  readonly isPerson: boolean;
  /** Application permissions. */
  readonly roles: readonly string[];
  /** Delegated permissions (`scp`). */
  readonly scopes: readonly string[];
  /** Template ids of the person's directory roles (`wids`). */
  readonly directoryRoles: readonly string[];
  /** The resource that it is for (`aud`). */
  readonly audience: string | undefined;
  /** Milliseconds since 1970, by the service's clock. */
  readonly issuedAt: number | undefined;
  readonly expiresAt: number | undefined;
}

/** Maximum characters of a token; real ones have a few thousand. */
const MAX_TOKEN = 64 * 1024;
const JWT = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

/** The claims of a token; `undefined` if it cannot be parsed, which clients must expect of any token. */
export function tokenClaims(token: string): TokenClaims | undefined {
  const payload = token.length > MAX_TOKEN ? undefined : JWT.exec(token)?.[1];
  const claims = payload === undefined ? undefined : parsePayload(payload);
  if (!isJsonObject(claims)) return undefined;
  const scopes = (stringMember(claims, 'scp') ?? '').split(' ').filter((scope) => scope !== '');
  return {
    tenantId: guidOf(claims, 'tid'),
    appId: guidOf(claims, 'appid') ?? guidOf(claims, 'azp'),
    appName: stringMember(claims, 'app_displayname'),
    objectId: guidOf(claims, 'oid'),
    isPerson: member(claims, 'idtyp') === 'user' || scopes.length > 0,
    roles: textsOf(claims, 'roles'),
    scopes,
    directoryRoles: textsOf(claims, 'wids'),
    audience: stringMember(claims, 'aud'),
    issuedAt: timeOf(claims, 'iat'),
    expiresAt: timeOf(claims, 'exp'),
  };
}

function parsePayload(base64url: string): JsonValue | undefined {
  try {
    const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
    const json = readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return 'value' in json ? json.value : undefined;
  } catch {
    // Not base64, or not text
    return undefined;
  }
}

function guidOf(claims: JsonValue, name: string): string | undefined {
  const text = stringMember(claims, name);
  return text !== undefined && isGuid(text) ? text.toLowerCase() : undefined;
}

function textsOf(claims: JsonValue, name: string): readonly string[] {
  const list = member(claims, name);
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

function timeOf(claims: JsonValue, name: string): number | undefined {
  const seconds = member(claims, name);
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
