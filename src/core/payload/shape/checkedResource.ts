import type { JsonNode } from '../../json/jsonNode';
import type { SchemaDefinition } from '../../scim/schema';
import { knownSchemas } from './knownSchemas';
import type { PayloadKnowledge } from './payloadKnowledge';
import type { PlacedAttribute } from './placedAttributes';
import { placedAttributes } from './placedAttributes';

/** The resource of one person, with what the checks need. */
export interface CheckedResource {
  readonly node: JsonNode;
  /**
   * User with the common attributes first, then Enterprise User, then those known from the job or the mapping.
   */
  readonly schemas: readonly SchemaDefinition[];
  readonly attributes: readonly PlacedAttribute[];
}

export function readResource(node: JsonNode, knowledge: PayloadKnowledge): CheckedResource {
  const schemas = knownSchemas(knowledge);
  return { node, schemas, attributes: placedAttributes(node, schemas) };
}
