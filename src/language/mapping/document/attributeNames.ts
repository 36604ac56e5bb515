import type { PathSyntax, Word } from '../../../core/mapping/syntax/syntax';
import type { AttributePath } from '../../../core/scim/attributePath';
import { formatAttributePath } from '../../../core/scim/attributePath';
import type { AttributeDefinition } from '../../../core/scim/schema';
import { findAttribute } from '../../../core/scim/schema';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../../../core/scim/userSchema';
import type { AttributeNode, PathPlace } from './mappingNodes';

/** One name of a path with everything before it, and what it means. */
export interface NamedAttribute {
  /** In canonical case if the attribute is known. */
  readonly path: AttributePath;
  readonly definition?: AttributeDefinition;
  /** Whether the schema is the User or Enterprise User of RFC 7643, whose attributes are all known. */
  readonly isOfKnownSchema: boolean;
}

/** Resolves a name of a path, such as `country` inside `addresses[type eq "work"] { ... }`. */
export function namedAttribute({ place, index }: Pick<AttributeNode, 'place' | 'index'>): NamedAttribute | undefined {
  const { path, outer, urn: block } = place;
  const before: readonly Word[] = outer.flatMap((part) => part.names);
  const names = [...before, ...path.names.slice(0, index + 1)];
  const [first, second] = names;
  if (first === undefined) return undefined;
  const urn = (outer[0] ?? path).urn ?? block;
  const schema =
    urn === undefined ? USER_SCHEMA : KNOWN_SCHEMAS.find((known) => known.urn.toLowerCase() === urn.text.toLowerCase());
  const extension = schema === USER_SCHEMA ? undefined : (schema?.urn ?? urn?.text);
  const whole = schema && findAttribute(schema.attributes, first.text);
  const part = second && findAttribute(whole?.subAttributes ?? [], second.text);
  const filter = filterBefore(place, index);
  const definition = names.length > 2 ? undefined : second === undefined ? whole : part;
  return {
    path: {
      ...(extension === undefined ? {} : { urn: extension }),
      attribute: whole?.name ?? first.text,
      ...(filter === undefined ? {} : { filter }),
      ...(second === undefined ? {} : { sub: part?.name ?? second.text }),
    },
    ...(definition === undefined ? {} : { definition }),
    isOfKnownSchema: schema !== undefined,
  };
}

/** The filter before a name of a path, in the path itself or in an enclosing group. */
function filterBefore({ path, outer }: PathPlace, index: number): AttributePath['filter'] {
  const own = path.filter !== undefined && path.filter.after < index ? path.filter : undefined;
  return (own ?? outer.find((part: PathSyntax) => part.filter !== undefined)?.filter)?.terms;
}

/** A key that is equal for two names of the same attribute of the same element, in any spelling. */
export function attributeKey({ path }: NamedAttribute): string {
  const terms = path.filter && [...path.filter].sort((a, b) => (a.attribute < b.attribute ? -1 : 1));
  const { filter: _, ...bare } = path;
  return formatAttributePath(terms === undefined ? bare : { ...bare, filter: terms }).toLowerCase();
}
