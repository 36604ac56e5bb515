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
/** Maximum values in a filter, and characters in a value. Source: Microsoft Graph, known issues, query parameters. */
const MAX_VALUES = 15;
const MAX_VALUE = 120;
/** Maximum characters of an encoded filter, so that an address with its selection stays below 2,048. */
const MAX_FILTER = 1200;

export function isAskedBy(property: string): boolean {
  return ASKED_BY.has(property);
}

/** Filters that together cover all these values. Values that no user can have are omitted. */
export function userFilters(property: string, values: Iterable<string>): readonly UserFilter[] {
  const filters: UserFilter[] = [];
  let current: string[] = [];
  for (const value of values) {
    // An unpaired surrogate cannot be encoded
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

/** The value of `$filter`, encoded for an address. */
export function encodedFilter({ property, values }: UserFilter): string {
  const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(',');
  return encodeURIComponent(`${property} in (${list})`);
}
