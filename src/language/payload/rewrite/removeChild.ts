import type { JsonNode } from '../../../core/json/jsonNode';
import { spanOf } from '../../../core/json/jsonNode';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';

/** Removes members or elements of one object or list, each with one comma, and with its line if it is alone on it. */
export function removeChildren(container: JsonNode, gone: readonly JsonNode[]): readonly TextEdit[] {
  const children = container.children ?? [];
  const kept = children.filter((child) => !gone.includes(child));
  const { start, end } = spanOf(container);
  if (kept.length === 0) return gone.length === 0 ? [] : [{ span: span(start + 1, end - 1), newText: '' }];
  return runsOf(children, gone).map((run) => removal(children, run));
}

/** Neighbouring children are removed together. */
function runsOf(children: readonly JsonNode[], gone: readonly JsonNode[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [index, child] of children.entries()) {
    if (!gone.includes(child)) continue;
    const last = runs.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

function removal(children: readonly JsonNode[], [from, to]: readonly [number, number]): TextEdit {
  const [first, last, before, after] = [children[from], children[to], children[from - 1], children[to + 1]];
  if (first === undefined || last === undefined) throw new Error('A run lies among the children.');
  // The comma before it is removed, so that neighbours can be removed one by one; at the start, the comma after it
  return before === undefined
    ? { span: span(first.offset, after?.offset ?? last.offset + last.length), newText: '' }
    : { span: span(before.offset + before.length, last.offset + last.length), newText: '' };
}
