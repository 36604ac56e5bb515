import type { JsonNode } from '../../../core/json/jsonNode';
import { spanOf } from '../../../core/json/jsonNode';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';

/** Removes members or elements of one object or list, each with one comma, and its line if it has its own. */
export function removeChildren(container: JsonNode, gone: readonly JsonNode[]): readonly TextEdit[] {
  const children = container.children ?? [];
  const kept = children.filter((child) => !gone.includes(child));
  const { start, end } = spanOf(container);
  if (kept.length === 0) return gone.length === 0 ? [] : [{ span: span(start + 1, end - 1), newText: '' }];
  return runsOf(children, gone).map((run) => removal(children, run));
}

/** Neighbours go together. */
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
  // With the comma before, so that neighbours can be removed one by one; the first ones with the comma after
  return before === undefined
    ? { span: span(first.offset, after?.offset ?? last.offset + last.length), newText: '' }
    : { span: span(before.offset + before.length, last.offset + last.length), newText: '' };
}
