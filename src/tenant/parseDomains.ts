import type { JsonValue } from '../core/json/jsonValue';
import { member, readJson, stringMember } from '../core/json/jsonValue';

/** The domains that sign-in names of a tenant may have. */
export interface Domains {
  /** The default domain of sign-in names; `''` if none is marked. */
  readonly defaultDomain: string;
  /** Includes the default domain. */
  readonly verifiedDomains: readonly string[];
}

/**
 * Parses an answer to `GET /domains`, or returns one sentence on why it is not one. Source: Microsoft Graph, list
 * domains.
 */
export function parseDomains(text: string): Domains | { readonly refusal: string } {
  const json = readJson(text);
  const list = 'value' in json ? member(json.value, 'value') : undefined;
  if (!Array.isArray(list)) return { refusal: 'The answer has no list of domains ("value").' };
  return domainsOf(
    list.filter((domain: JsonValue) => member(domain, 'isVerified') === true),
    'id',
  );
}

/**
 * Parses an answer to `GET /organization`, which only lists verified domains. Source: Microsoft Graph, get
 * organization.
 */
export function parseOrganization(text: string): Domains | { readonly refusal: string } {
  const json = readJson(text);
  const list = 'value' in json ? member(json.value, 'value') : undefined;
  const domains = Array.isArray(list) ? member(list[0], 'verifiedDomains') : undefined;
  return Array.isArray(domains)
    ? domainsOf(domains, 'name')
    : { refusal: 'The answer has no list of domains ("verifiedDomains").' };
}

function domainsOf(verified: readonly JsonValue[], name: 'id' | 'name'): Domains {
  const named = (domain: JsonValue | undefined): string => stringMember(domain, name) ?? '';
  return {
    defaultDomain: named(verified.find((domain) => member(domain, 'isDefault') === true)),
    verifiedDomains: verified.map(named),
  };
}
