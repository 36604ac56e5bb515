import type { Value } from '../../expression/value';
import { asText } from '../../expression/value';
import type { JobAttribute } from '../../jobSchema/jobSchema';
import type { JsonObject, JsonValue } from '../../json/jsonValue';
import { isJsonObject } from '../../json/jsonValue';

/** An attribute of a job's source, which can be read from any number of resources. */
export interface SourceAttribute {
  readonly name: string;
  /** `null` if the resource has no value: absent, null, or of a type that the attribute cannot have. */
  readonly valueOf: (resource: JsonObject) => Value;
  /**
   * Whether the resource has the attribute's parent, so that its absence is significant. Source: Entra, clearing
   * attribute values.
   */
  readonly isSpokenOf: (resource: JsonObject) => boolean;
  /** Whether null flows from it and replaces a value. */
  readonly flowsNull: boolean;
}

type Step = (value: JsonValue | undefined) => JsonValue | undefined;

const ELEMENT = /^(\w+)\[type eq "([^"]*)"\](?:\.(.+))?$/;
/**
 * Lists from which the service reads only elements with the type "work". Source: Entra, inbound provisioning
 * troubleshooting, read 2026-11.
 */
const WORK_ONLY = ['addresses', 'emails', 'phonenumbers'];

/**
 * Compiles the attribute with that name: `userName`, `name.givenName`, `emails[type eq "work"].value`,
 * `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department`. Attribute names and URNs ignore case (RFC
 * 7643, section 2.1; published samples write `username`).
 * @param definition its definition in the schema; by default, it is a text
 */
export function sourceAttribute(
  name: string,
  definition?: Pick<JobAttribute, 'type' | 'isMultivalued'>,
  flowsNull = false,
): SourceAttribute {
  const steps = stepsTo(name);
  const [last = (value: JsonValue | undefined) => value] = steps.slice(-1);
  const parent = (resource: JsonObject): JsonValue | undefined => follow(resource, steps.slice(0, -1));
  const several = definition?.isMultivalued === true;
  const isReference = definition?.type === 'Reference';
  return {
    name,
    valueOf: (resource) => {
      const json = last(parent(resource));
      return several ? listOf(json) : single(isReference && isJsonObject(json) ? attribute(json, 'value') : json);
    },
    isSpokenOf: (resource) => isJsonObject(parent(resource)),
    flowsNull,
  };
}

function follow(value: JsonValue | undefined, steps: readonly Step[]): JsonValue | undefined {
  return steps.reduce((current, step) => step(current), value);
}

function stepsTo(name: string): readonly Step[] {
  const element = ELEMENT.exec(name);
  if (element !== null) {
    const [, list = '', type = '', rest = ''] = element;
    const isSeen = type.toLowerCase() === 'work' || !WORK_ONLY.includes(list.toLowerCase());
    const find: Step = (value) => (isSeen ? elementOfType(attribute(value, list), type) : undefined);
    return [find, ...dotted(rest)];
  }
  if (!/^urn:/i.test(name)) return dotted(name);
  const colon = name.lastIndexOf(':');
  return [(value) => attribute(value, name.slice(0, colon)), ...dotted(name.slice(colon + 1))];
}

function dotted(path: string): readonly Step[] {
  return path === '' ? [] : path.split('.').map((part) => (value) => attribute(value, part));
}

function elementOfType(list: JsonValue | undefined, type: string): JsonValue | undefined {
  if (!Array.isArray(list)) return undefined;
  const wanted = type.toLowerCase();
  return (list as readonly JsonValue[]).find((item) => {
    const own = attribute(item, 'type');
    return typeof own === 'string' && own.toLowerCase() === wanted;
  });
}

function attribute(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (!isJsonObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(value).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : value[found];
}

function single(json: JsonValue | undefined): Value {
  if (typeof json === 'string' || typeof json === 'boolean') return json;
  if (typeof json === 'number') return Number.isSafeInteger(json) ? BigInt(json) : String(json);
  return null;
}

/** A list of texts, or of the `value` of each element, as in SCIM. */
function listOf(json: JsonValue | undefined): Value {
  if (!Array.isArray(json)) return single(json);
  return (json as readonly JsonValue[]).flatMap(
    (item) => asText(single(isJsonObject(item) ? attribute(item, 'value') : item)) ?? [],
  );
}
