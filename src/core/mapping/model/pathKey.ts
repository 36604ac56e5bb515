import type { AttributePath } from '../../scim/attributePath';

/** A text that is equal for paths that fill the same place: case and the order of a filter's terms do not count. */
export function pathKey(path: AttributePath): string {
  return `${elementKey(path)}.${(path.sub ?? '').toLowerCase()}`;
}

/** The same for the attribute, or the element of a list, that the path's value is part of. */
export function elementKey({ urn, attribute, filter }: AttributePath): string {
  const attributeKey = `${(urn ?? '').toLowerCase()}:${attribute.toLowerCase()}`;
  if (filter === undefined) return attributeKey;
  const terms = filter.map((term) => `${term.attribute.toLowerCase()} eq ${JSON.stringify(term.value)}`).sort();
  return `${attributeKey}[${[...new Set(terms)].join(' and ')}]`;
}
