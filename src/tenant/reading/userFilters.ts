/** Users with one of these values of a property of Graph. */
export interface UserFilter {
  readonly property: string;
  readonly values: readonly string[];
}

/**
 * Properties with one value per user that `in` supports without an advanced query. Source: Microsoft Graph, resource
 * type user.
 */
const ASKED_BY: ReadonlySet<string> = new Set(['employeeId', 'id', 'mail', 'mailNickname', 'userPrincipalName']);
/** Values in a filter, and characters in a value. Source: Microsoft Graph, known issues, query parameters. */
const MAX_VALUES = 15;
const MAX_VALUE = 120;
/** Characters of an encoded filter: together with the selection, an address stays below 2,048. */
const MAX_FILTER = 1200;

export function isAskedBy(property: string): boolean {
  return ASKED_BY.has(property);
}

/** Filters that together cover all these values; impossible values are omitted. */
export function userFilters(property: string, values: Iterable<string>): readonly UserFilter[] {
  const filters: UserFilter[] = [];
  let current: string[] = [];
  for (const value of values) {
    // Half a surrogate pair is not text
    if (value === '' || value.length > MAX_VALUE || /\p{Surrogate}/u.test(value)) continue;
    if (current.length === MAX_VALUES || encodedFilter({ property, values: [...current, value] }).length > MAX_FILTER) {
      if (current.length > 0) filters.push({ property, values: current });
      current = [];
    }
    current.push(value);
  }
  if (current.length > 0) filters.push({ property, values: current });
  return filters;
}

/** The value of `$filter`, as it is in an address. */
export function encodedFilter({ property, values }: UserFilter): string {
  const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(',');
  return encodeURIComponent(`${property} in (${list})`);
}
