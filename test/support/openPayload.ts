import { parseTree } from 'jsonc-parser';
import type { JsonNode } from '../../src/core/json/jsonNode';
import { elementsOf, memberNode } from '../../src/core/json/jsonNode';
import { checkOperation } from '../../src/core/payload/checks/checkPayload';
import type { PayloadKnowledge } from '../../src/core/payload/shape/payloadKnowledge';
import type { Problem } from '../../src/core/problems/problem';
import { LineIndex } from '../../src/core/text/lineIndex';
import type { DiagnosedPayload, PayloadShape } from '../../src/language/payload/editedPayload';

/** A payload as an editor has it, with the problems that are handed in. */
export function openInEditor(
  text: string,
  problems: readonly Problem[] = [],
  knowledge: PayloadKnowledge = {},
): DiagnosedPayload {
  const index = new LineIndex(text);
  return {
    payload: shapeOf(text, knowledge),
    slice: (start, end) => text.slice(start, end),
    positionAt: (offset) => index.positionAt(offset),
    offsetAt: (position) => index.offsetAt(position),
    knowledge,
    problems,
  };
}

function shapeOf(text: string, knowledge: PayloadKnowledge): PayloadShape {
  const root = parseTree(text);
  const list = memberNode(root, 'Operations');
  const operations = elementsOf(list);
  const part = ({ offset, length }: JsonNode) => {
    const own = text.slice(offset, offset + length);
    const tree = parseTree(own);
    const findings = tree === undefined ? undefined : checkOperation(tree, knowledge);
    return {
      start: offset,
      text: own,
      root: tree,
      findings: findings ?? { problems: [], facts: { span: { start: 0, end: length } } },
    };
  };
  if (list === undefined)
    return { kind: 'user', length: text.length, head: '', tail: '', parts: root === undefined ? [] : [part(root)] };
  const [headEnd, tailStart] = [list.offset + 1, list.offset + list.length - 1];
  const [head, tail] = [text.slice(0, headEnd), text.slice(tailStart)];
  return { kind: 'bulkRequest', length: text.length, head, tail, parts: operations.map(part) };
}
