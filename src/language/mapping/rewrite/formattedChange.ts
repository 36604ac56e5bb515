import { formatMapping } from '../../../core/mapping/format/formatMapping';
import { parseMapping } from '../../../core/mapping/syntax/parseMapping';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import { applyEdits } from '../../../core/text/textEdit';
import { inOrder } from '../../shared/documentEdit';
import { treeNear } from './treeNear';

/**
 * Applies edits and formats the paragraphs that they touch: a mapping in canonical form stays canonical, and other
 * mappings keep their layout elsewhere. Returns one edit of whole lines, or none if nothing changes.
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

/** Reduces an edit to its change of leading spaces, because only the distance to the next paragraph matters. */
function blanksOf({ span: { start, end }, newText }: TextEdit, text: string): readonly TextEdit[] {
  const [before = '', after = ''] = [text.slice(start, end), newText].map((own) => /^\s*/.exec(own)?.[0]);
  return before === after ? [] : [{ span: span(start, start + before.length), newText: after }];
}

/** The paragraphs that the edits touch in the changed text, including the surrounding empty lines. */
function touchedParagraphs(changed: string, edits: readonly TextEdit[]): readonly Span[] {
  const paragraphs = new Paragraphs(changed);
  const touched: Span[] = [];
  let moved = 0;
  for (const { span: where, newText } of edits) {
    const from = where.start + moved;
    const to = from + newText.length;
    moved += newText.length - (where.end - where.start);
    const range = span(paragraphs.startBefore(from), paragraphs.endAfter(to));
    const last = touched.at(-1);
    if (last?.start !== range.start || last.end !== range.end) touched.push(range);
  }
  return touched;
}

/** Finds the start and end of paragraphs. Calls must follow the order of the text, so that it is scanned only once. */
class Paragraphs {
  readonly #text: string;
  readonly #gap = /\n[ \t]*\r?\n/g;
  readonly #gapToNext = /\n[ \t]*\r?\n\s*\S?/g;
  #start = 0;
  #nextGap: RegExpExecArray | null;
  /** The last search for an end: where it started, and its result. */
  #end = { from: -1, gap: -1, end: -1 };

  constructor(text: string) {
    this.#text = text;
    this.#nextGap = this.#gap.exec(text);
  }

  /** The end of the previous paragraph. */
  startBefore(at: number): number {
    for (; this.#nextGap !== null && this.#gap.lastIndex <= at; this.#nextGap = this.#gap.exec(this.#text))
      this.#start = this.#text.slice(0, this.#nextGap.index).trimEnd().length;
    return this.#start;
  }

  /** The first character of the next paragraph, so that the empty lines before it are included. */
  endAfter(at: number): number {
    const from = Math.max(0, at - 1);
    if (this.#end.from < 0 || from < this.#end.from || from > this.#end.gap) {
      this.#gapToNext.lastIndex = from;
      const gap = this.#gapToNext.exec(this.#text);
      const [index, end] = gap === null ? [Infinity, this.#text.length] : [gap.index, this.#gapToNext.lastIndex];
      this.#end = { from, gap: index, end };
    }
    return this.#end.end;
  }
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
  // Extends the difference to the end of its last line
  const lineEnd = tail === 0 ? -1 : before.indexOf('\n', before.length - tail);
  tail = lineEnd < 0 ? 0 : before.length - lineEnd;
  return [{ span: span(head, before.length - tail), newText: after.slice(head, after.length - tail) }];
}
