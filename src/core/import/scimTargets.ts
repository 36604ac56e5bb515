import type { AttributePath, FilterTerm } from '../scim/attributePath';
import type { AttributeDefinition, ScimType } from '../scim/schema';
import { findAttribute } from '../scim/schema';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../scim/userSchema';
import { nearest } from '../text/nearest';

/** Where a name of an imported mapping leads. */
export interface ScimTarget {
  readonly path: AttributePath;
  /** Absent for attributes of custom schemas. */
  readonly type?: ScimType;
}

export type TargetOutcome = ScimTarget | { readonly reason: string };

const NAME = /^\$?[A-Za-z][A-Za-z0-9_-]*$/;

/** The attribute of these names in canonical case; or why there is none. `urn` absent: core attributes. */
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
    if (wrong !== undefined) return { reason: `"${wrong}" is no attribute name (RFC 7643, section 2.1).` };
    return { path: { ...prefix, attribute, ...terms, ...(sub === undefined ? {} : { sub }) } };
  }
  const found = findAttribute(schema.attributes, attribute);
  if (found === undefined) return unknown(attribute, schema.name, schema.attributes);
  if (sub === undefined) {
    return found.type === 'complex'
      ? { reason: `"${found.name}" has members and takes no value itself (RFC 7643).` }
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
  const offer = meant === undefined ? '' : ` Did it mean "${meant}"?`;
  return { reason: `RFC 7643 knows no attribute "${name}" of ${owner}.${offer}` };
}
