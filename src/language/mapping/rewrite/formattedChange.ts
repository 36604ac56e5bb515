import { formatMapping } from '../../../core/mapping/format/formatMapping';
import { parseMapping } from '../../../core/mapping/syntax/parseMapping';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import { applyEdits } from '../../../core/text/textEdit';
import { inOrder } from '../../shared/documentEdit';
import { treeNear } from './treeNear';

/**
 * Edits, and the formatting of the paragraphs that they touch: a mapping in canonical form stays in it, and the rest of
 * another one stays as its author has it. One edit of whole lines, or none when nothing changes.
 */
export function formattedChange(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const ordered = inOrder(edits);
  const changed = applyEdits(text, ordered);
  const touched = touchedParagraphs(changed, ordered);
  const parsed = parseMapping(changed);
  const near = { ...parsed, tree: treeNear(parsed.tree, touched) };
  const tidying = formatMapping(near).flatMap((edit) => {
    const range = touched.find(({ start, end }) => edit.span.start < end && edit.span.end > start);
    if (range === undefined) return [];
    return edit.span.end > range.end ? blanksOf(edit, changed) : [edit];
  });
  return differenceOf(text, applyEdits(changed, tidying));
}

/** What an edit does to the blanks that it begins with: of the paragraph behind, only the distance counts. */
function blanksOf({ span: { start, end }, newText }: TextEdit, text: string): readonly TextEdit[] {
  const [before = '', after = ''] = [text.slice(start, end), newText].map((own) => /^\s*/.exec(own)?.[0]);
  return before === after ? [] : [{ span: span(start, start + before.length), newText: after }];
}

/** Where the edits have left their traces, extended to the empty lines around. */
function touchedParagraphs(changed: string, edits: readonly TextEdit[]): readonly Span[] {
  let moved = 0;
  return edits.map(({ span: { start, end }, newText }) => {
    const from = start + moved;
    const to = from + newText.length;
    moved += newText.length - (end - start);
    return span(paragraphStart(changed, from), paragraphEnd(changed, to));
  });
}

/** From the last character of the paragraph before. */
function paragraphStart(text: string, at: number): number {
  const before = text.slice(0, at);
  const [gap] = [...before.matchAll(/\n[ \t]*\r?\n/g)].slice(-1);
  return gap === undefined ? 0 : before.slice(0, gap.index).trimEnd().length;
}

/** Up to the first character of the next paragraph, so that the empty lines between are looked at, too. */
function paragraphEnd(text: string, at: number): number {
  const gap = /\n[ \t]*\r?\n\s*\S?/.exec(text.slice(Math.max(0, at - 1)));
  return gap === null ? text.length : Math.max(0, at - 1) + gap.index + gap[0].length;
}

/** The lines in which two texts differ, as one edit. */
function differenceOf(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  head = before.lastIndexOf('\n', head - 1) + 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  // The last line of the difference is whole
  const lineEnd = tail === 0 ? -1 : before.indexOf('\n', before.length - tail);
  tail = lineEnd < 0 ? 0 : before.length - lineEnd;
  return [{ span: span(head, before.length - tail), newText: after.slice(head, after.length - tail) }];
}
