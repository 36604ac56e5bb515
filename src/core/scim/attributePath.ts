/** One term of a path's filter: `type eq "work"`. */
export interface FilterTerm {
  readonly attribute: string;
  readonly value: string | boolean | number;
}

/** Where in a User resource a value goes, in canonical case. Core attributes have no `urn`. */
export interface AttributePath {
  readonly urn?: string;
  readonly attribute: string;
  readonly filter?: readonly FilterTerm[];
  readonly sub?: string;
}

/** `addresses[type eq "work"].locality`, `urn:...:User:manager.value`: as RFC 7644 (section 3.10) and Entra write it. */
export function formatAttributePath({ urn, attribute, filter, sub }: AttributePath): string {
  const prefix = urn === undefined ? '' : `${urn}:`;
  const terms = filter?.map((term) => `${term.attribute} eq ${JSON.stringify(term.value)}`).join(' and ');
  return prefix + attribute + (terms === undefined ? '' : `[${terms}]`) + (sub === undefined ? '' : `.${sub}`);
}
