import { member, readJson, stringMember } from '../core/json/jsonValue';

/** The domains that sign-in names of a tenant may have. */
export interface Domains {
  /** Where sign-in names are made; `''` when none is said to be it. */
  readonly defaultDomain: string;
  /** The default domain is one of them. */
  readonly verifiedDomains: readonly string[];
}

/** Reads an answer to `GET /domains`, or says in one sentence why it is none. Source: Microsoft Graph, list domains. */
export function parseDomains(text: string): Domains | { readonly refusal: string } {
  const json = readJson(text);
  const list = 'value' in json ? member(json.value, 'value') : undefined;
  if (!Array.isArray(list)) return { refusal: 'The answer has no list of domains ("value").' };
  const verified = list.filter((domain: unknown) => member(domain, 'isVerified') === true);
  const named = (domain: unknown): string => stringMember(domain, 'id') ?? '';
  return {
    defaultDomain: named(verified.find((domain: unknown) => member(domain, 'isDefault') === true)),
    verifiedDomains: verified.map(named),
  };
}
