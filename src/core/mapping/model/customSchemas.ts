import type { AttributeDefinition, SchemaDefinition } from '../../scim/schema';
import { findAttribute } from '../../scim/schema';
import type { MappingModel } from './model';

/**
 * The custom schemas that the rules of a mapping fill: each attribute with its type, except complex ones. The schemas
 * of the job may have more attributes.
 */
export function customSchemas({ rules }: MappingModel): readonly SchemaDefinition[] {
  const byUrn = new Map<string, AttributeDefinition[]>();
  for (const { path, definition, type } of rules) {
    const { urn, attribute, filter, sub } = path;
    if (urn === undefined || definition !== undefined || filter !== undefined || sub !== undefined) continue;
    const attributes = byUrn.get(urn) ?? [];
    byUrn.set(urn, attributes);
    if (findAttribute(attributes, attribute) === undefined)
      attributes.push({ name: attribute, type, description: 'A custom attribute that the mapping fills.' });
  }
  return [...byUrn].map(([urn, attributes]) => ({ urn, name: nameOf(urn), attributes, isPartial: true }));
}

/** A short name: `contoso` for `urn:ietf:params:scim:schemas:extension:contoso:1.0:User`; any other URN as a whole. */
function nameOf(urn: string): string {
  return /:extension:([^:]+):/.exec(urn)?.[1] ?? urn;
}

/** Merges the schemas of several mappings: each URN once, with all its attributes. */
export function joinSchemas(schemas: readonly SchemaDefinition[]): readonly SchemaDefinition[] {
  const byUrn = new Map<string, SchemaDefinition>();
  for (const schema of schemas) {
    const known = byUrn.get(schema.urn);
    const more = schema.attributes.filter(({ name }) => findAttribute(known?.attributes ?? [], name) === undefined);
    byUrn.set(schema.urn, known === undefined ? schema : { ...known, attributes: [...known.attributes, ...more] });
  }
  return [...byUrn.values()];
}
