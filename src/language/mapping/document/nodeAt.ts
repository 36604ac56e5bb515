import type { Span } from '../../../core/text/span';
import { touches } from '../../../core/text/span';
import type { MappingDocument } from './mappingDocument';
import type { MappingNode } from './mappingNodes';
import { mappingNodes } from './mappingNodes';

/**
 * The candidates at a cursor: the innermost node around the character after it, then the one around the character
 * before it if that differs. In `ToLower|(` the call's parentheses come first and its name second.
 */
export function nodesAt(document: MappingDocument, offset: number): readonly MappingNode[] {
  let after: MappingNode | undefined;
  let before: MappingNode | undefined;
  for (const node of mappingNodes(document.loaded.parsed.tree, (range) => touches(range, offset))) {
    if (contains(node.span, offset)) after = node;
    if (contains(node.span, offset - 1)) before = node;
  }
  return [after, before === after ? undefined : before].filter((node) => node !== undefined);
}

function contains(range: Span, offset: number): boolean {
  return range.start <= offset && offset < range.end;
}
