import type { JsonNode } from '../../../core/json/jsonNode';
import { elementsOf, spanOf, stringOf } from '../../../core/json/jsonNode';
import { childOf } from '../resourcePath';
import { insertMember } from '../rewrite/insertChild';
import { removeChildren } from '../rewrite/removeChild';
import { memberNamed } from './fixNodes';
import type { PayloadQuickFix } from './payloadFix';

/** Changes the element to the one that Entra reads; removes it if that one exists already. */
export const elementWork: PayloadQuickFix = {
  codes: ['payload.element-not-work'],
  *fixes({ piece, node }) {
    const element = elementAround(node);
    const list = element?.parent;
    if (element === undefined || list === undefined) return;
    const hasWork = elementsOf(list).some((other) => stringOf(childOf(other, 'type')) === 'work');
    const type = memberNamed(element, 'type')?.value;
    const edit =
      type === undefined
        ? insertMember(piece.text, element, 'type', 'work', 'first')
        : { span: spanOf(type), newText: '"work"' };
    if (!hasWork && element.type === 'object') {
      const isOnly = elementsOf(list).length === 1;
      yield { title: 'Set the type to "work"', edits: [edit], isPreferred: isOnly };
    }
    yield { title: 'Remove the element', edits: removeChildren(list, [element]), isPreferred: false };
  },
};

function elementAround(node: JsonNode): JsonNode | undefined {
  for (let at: JsonNode | undefined = node; at !== undefined; at = at.parent)
    if (at.parent?.type === 'array') return at;
  return undefined;
}
