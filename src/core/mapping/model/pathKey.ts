import type { AttributePath } from '../../scim/attributePath';

/** Keys for comparing paths. */
export interface PathKeys {
  /** Equal for paths that fill the same place. Case and the order of a filter's terms do not matter. */
  readonly place: string;
  /** Equal for paths into the same attribute or, in a list, the same element. */
  readonly element: string;
  /** Equal for paths into the same attribute, in any element. */
  readonly attribute: string;
}

export function pathKeys(path: AttributePath): PathKeys {
  const { urn, attribute, filter, sub } = path;
  const element = elementKey(path);
  return {
    place: `${element}.${(sub ?? '').toLowerCase()}`,
    element,
    attribute: filter === undefined ? element : attributeKey(urn, attribute),
  };
}

export function pathKey(path: AttributePath): string {
  return pathKeys(path).place;
}

export function elementKey({ urn, attribute, filter }: AttributePath): string {
  const key = attributeKey(urn, attribute);
  if (filter === undefined) return key;
  const terms = filter.map((term) => `${term.attribute.toLowerCase()} eq ${JSON.stringify(term.value)}`).sort();
  return `${key}[${[...new Set(terms)].join(' and ')}]`;
}

function attributeKey(urn: string | undefined, attribute: string): string {
  return `${(urn ?? '').toLowerCase()}:${attribute.toLowerCase()}`;
}
