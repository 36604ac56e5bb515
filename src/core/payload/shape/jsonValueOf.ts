import { getNodeValue } from 'jsonc-parser';
import type { JsonNode } from '../../json/jsonNode';

/**
 * The value of a node, as from `JSON.parse`, except that objects have no prototype. A member without a value is left
 * out. The tree must not be deeper than the limit for texts.
 */
export function jsonValueOf(node: JsonNode): unknown {
  return getNodeValue(node) as unknown;
}
