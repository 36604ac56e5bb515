import { getNodeValue } from 'jsonc-parser';
import type { JsonNode } from '../../json/jsonNode';

/**
 * What a node says, as `JSON.parse` would have it, but for objects that have no prototype. A member without a value is left
 * out. The tree must not be deeper than what is read from a text may be.
 */
export function jsonValueOf(node: JsonNode): unknown {
  return getNodeValue(node) as unknown;
}
