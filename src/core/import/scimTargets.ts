import type { AttributePath, FilterTerm } from '../scim/attributePath';
import type { AttributeDefinition, ScimType } from '../scim/schema';
import { formatAttributePath } from '../scim/attributePath';
import { OWN_SCHEMA_URN, ownAttribute, scimSourceOf } from '../scim/ownAttribute';
import { findAttribute } from '../scim/schema';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../scim/userSchema';
import { nearest } from '../text/nearest';

/** The target of a name in an imported mapping. */
export interface ScimTarget {
  readonly path: AttributePath;
  /** Absent for attributes of custom schemas. */
  readonly type?: ScimType;
  /** The Entra attribute that a job can fill from it, if no standard schema has an attribute for that. */
  readonly entra?: string;
}

/** A target, or the reason why there is none; `own` is the attribute of a custom schema to use instead. */
export type TargetOutcome = ScimTarget | { readonly reason: string; readonly own?: ScimTarget };

const NAME = /^\$?[A-Za-z][A-Za-z0-9_-]*$/;

/** Finds the attribute with these names, in canonical case. Without `urn` it is one of the core attributes. */
export function findTarget(
  urn: string | undefined,
  attribute: string,
  sub: string | undefined,
  filter: readonly FilterTerm[],
): TargetOutcome {
  const schema =
    urn === undefined ? USER_SCHEMA : KNOWN_SCHEMAS.find((known) => known.urn.toLowerCase() === urn.toLowerCase());
  const prefix = schema === USER_SCHEMA ? {} : { urn: schema?.urn ?? urn ?? '' };
  const terms = filter.length === 0 ? {} : { filter };
  if (schema === undefined) {
    const wrong = [attribute, sub].find((name) => name !== undefined && !NAME.test(name));
    if (wrong !== undefined) return { reason: `"${wrong}" is not an attribute name (RFC 7643, section 2.1).` };
    return { path: { ...prefix, attribute, ...terms, ...(sub === undefined ? {} : { sub }) } };
  }
  const found = findAttribute(schema.attributes, attribute);
  if (found === undefined) return unknown(attribute, schema.name, schema.attributes);
  if (sub === undefined) {
    return found.type === 'complex'
      ? { reason: `"${found.name}" has members and does not take a value itself (RFC 7643).` }
      : { path: { ...prefix, attribute: found.name }, type: found.type };
  }
  const member = findAttribute(found.subAttributes ?? [], sub);
  if (member === undefined) return unknown(sub, found.name, found.subAttributes ?? []);
  return {
    path: { ...prefix, attribute: found.name, ...(found.multiValued === true ? terms : {}), sub: member.name },
    type: member.type,
  };
}

function unknown(name: string, owner: string, attributes: readonly AttributeDefinition[]): TargetOutcome {
  const meant = nearest(
    name,
    attributes.map((attribute) => attribute.name),
  );
  const source = meant === undefined ? scimSourceOf(name) : undefined;
  const fills = source === undefined ? '' : ` Entra fills ${name} from ${formatAttributePath(source)}.`;
  const offer = meant === undefined ? fills : ` Did it mean "${meant}"?`;
  const reason = `"${name}" is not an attribute of ${owner} (RFC 7643).${offer}`;
  const { name: ownName, entra } = ownAttribute(name);
  if (entra === undefined || meant !== undefined || source !== undefined) return { reason };
  return { reason, own: { path: { urn: OWN_SCHEMA_URN, attribute: ownName }, entra } };
}
