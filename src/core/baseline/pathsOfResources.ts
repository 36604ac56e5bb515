import type { JsonObject, JsonValue } from '../json/jsonValue';
import { isJsonObject, stringMember } from '../json/jsonValue';
import type { AttributePath } from '../scim/attributePath';
import { formatAttributePath } from '../scim/attributePath';

/** The distinct attributes of resources that were made without a mapping, spelled as in mappings. */
export function pathsOfResources(resources: readonly JsonObject[]): readonly AttributePath[] {
  const found = new Map<string, AttributePath>();
  for (const resource of resources)
    for (const [name, value] of Object.entries(resource)) {
      if (name === 'schemas') continue;
      const isExtension = name.toLowerCase().startsWith('urn:') && isJsonObject(value);
      const own = isExtension ? Object.entries(value).map(([inner, one]) => [name, inner, one] as const) : [];
      for (const [urn, attribute, inner] of isExtension ? own : [[undefined, name, value] as const])
        for (const path of pathsOf(urn === undefined ? { attribute } : { urn, attribute }, inner))
          found.set(formatAttributePath(path), path);
    }
  return [...found.values()];
}

function pathsOf(place: AttributePath, value: JsonValue): readonly AttributePath[] {
  if (isJsonObject(value)) return Object.keys(value).map((sub) => ({ ...place, sub }));
  if (!Array.isArray(value)) return [place];
  return (value as readonly JsonValue[]).flatMap((element) => {
    if (!isJsonObject(element)) return [];
    const type = stringMember(element, 'type');
    const owner = type === undefined ? place : { ...place, filter: [{ attribute: 'type', value: type }] };
    const subs = Object.keys(element).filter((sub) => type === undefined || sub !== 'type');
    return subs.map((sub) => ({ ...owner, sub }));
  });
}
