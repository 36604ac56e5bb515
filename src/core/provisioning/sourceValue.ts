import type { JsonObject, JsonValue } from '../json/jsonValue';
import { isJsonObject } from '../json/jsonValue';

const ELEMENT = /^(\w+)\[type eq "([^"]*)"\]\.(\w+)$/;

/**
 * The value of a source attribute in a SCIM resource, as the text that flows through a job: booleans are `True` and
 * `False`, as the log writes them. `undefined` when the resource says nothing: absent, null, or not a single value.
 *
 * Paths are written as in the job's schema: `name.givenName`, `emails[type eq "work"].value`,
 * `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department`. Elements of another type than the one asked
 * for, and elements without a type, are not seen.
 */
export function sourceValue(resource: JsonObject, path: string): string | undefined {
  return flowText(valueAt(resource, path));
}

function valueAt(resource: JsonObject, path: string): JsonValue | undefined {
  const element = ELEMENT.exec(path);
  if (element !== null) {
    const [, list = '', type = '', name = ''] = element;
    return attribute(elementOfType(attribute(resource, list), type), name);
  }
  if (!path.startsWith('urn:')) return follow(resource, path);
  const colon = path.lastIndexOf(':');
  return follow(attribute(resource, path.slice(0, colon)), path.slice(colon + 1));
}

function follow(value: JsonValue | undefined, dotted: string): JsonValue | undefined {
  return dotted.split('.').reduce<JsonValue | undefined>(attribute, value);
}

function elementOfType(list: JsonValue | undefined, type: string): JsonValue | undefined {
  if (!Array.isArray(list)) return undefined;
  return (list as readonly JsonValue[]).find((item) => flowText(attribute(item, 'type'))?.toLowerCase() === type);
}

/** SCIM attribute names and URNs ignore case (RFC 7643, section 2.1); published samples write `username`. */
function attribute(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (!isJsonObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(value).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : value[found];
}

function flowText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  return undefined;
}
