/** One term of a path's filter: `type eq "work"`. */
export interface FilterTerm {
  readonly attribute: string;
  readonly value: string | boolean | number;
}

/** Where a value goes in a User resource, in canonical case. Core attributes have no `urn`. */
export interface AttributePath {
  readonly urn?: string;
  readonly attribute: string;
  readonly filter?: readonly FilterTerm[];
  readonly sub?: string;
}

/**
 * Formats a path as RFC 7644 (section 3.10) and Entra write it: `addresses[type eq "work"].locality`,
 * `urn:...:User:manager.value`.
 */
export function formatAttributePath({ urn, attribute, filter, sub }: AttributePath): string {
  const prefix = urn === undefined ? '' : `${urn}:`;
  const terms = filter?.map((term) => `${term.attribute} eq ${JSON.stringify(term.value)}`).join(' and ');
  return prefix + attribute + (terms === undefined ? '' : `[${terms}]`) + (sub === undefined ? '' : `.${sub}`);
}
