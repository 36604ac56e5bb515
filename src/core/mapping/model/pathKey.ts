import type { AttributePath } from '../../scim/attributePath';

/** Texts by which paths are compared. */
export interface PathKeys {
  /** Equal for paths that fill the same place: case and the order of a filter's terms do not matter. */
  readonly place: string;
  /** The same for the attribute, or the element of a list, that the path's value is part of. */
  readonly element: string;
  /** The same for the attribute, for any element of it. */
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
