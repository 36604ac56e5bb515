import type { CompletionItem, Range } from 'vscode-languageserver-types';
import type { ExtractProfile } from '../../../../../src/core/profile/extractProfile';
import { completeMapping } from '../../../../../src/language/mapping/completion/completeMapping';
import type { EditorKnowledge } from '../../../../../src/language/mapping/document/knowledge';
import type { MappingDocument } from '../../../../../src/language/mapping/document/mappingDocument';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';
import { withCursor } from '../../../../support/cursor';

/** The columns and values of an extract of `records` records; each value counts once for each of its records. */
export function knowledgeOf(
  columns: Readonly<Record<string, readonly string[]>>,
  records = Math.max(...Object.values(columns).map((values) => values.length)),
): EditorKnowledge {
  const profile: ExtractProfile = {
    records,
    isComplete: true,
    columns: Object.entries(columns).map(([column, cells]) => {
      const counts = new Map<string, number>();
      for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
      const values = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
      return { column, filled: cells.length, distinct: values.length, isDistinctExact: true, values };
    }),
  };
  return { columns: Object.keys(columns), extract: { name: 'people.csv', profile } };
}

/** What is offered at the cursor, in the order in which it is shown. */
export function itemsAt(marked: string, knowledge?: EditorKnowledge): readonly CompletionItem[] {
  const { text, offset } = withCursor(marked);
  const { items } = completeMapping(openMapping(text, knowledge), offset);
  return [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

export function labelsAt(marked: string, knowledge?: EditorKnowledge): readonly string[] {
  return itemsAt(marked, knowledge).map((item) => item.label);
}

/** The labels with what an editor shows at the right of them. */
export function notesAt(marked: string, knowledge?: EditorKnowledge): readonly string[] {
  return itemsAt(marked, knowledge).map(({ label, labelDetails }) => `${label} | ${labelDetails?.description ?? ''}`);
}

/** The text after the item with that label was chosen; placeholders of snippets stay as they are. */
export function chosen(marked: string, label: string, knowledge?: EditorKnowledge): string {
  const { text, offset } = withCursor(marked);
  const document = openMapping(text, knowledge);
  const item = completeMapping(document, offset).items.find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`"${label}" is not offered`);
  const typed = text.slice(document.index.offsetAt(rangeOf(item).start), offset);
  if (!matches(typed, item.filterText ?? item.label)) throw new Error(`"${label}" is hidden after "${typed}"`);
  return applied(document, offset, item);
}

/** Whether an editor shows an item after so much was typed: all letters of it occur, in that order. */
function matches(typed: string, filter: string): boolean {
  let at = 0;
  for (const unit of typed.toLowerCase()) {
    at = filter.toLowerCase().indexOf(unit, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function rangeOf({ label, textEdit }: CompletionItem): Range {
  if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${label} has no edit`);
  return textEdit.range;
}

/** Puts an item in as an editor does, which refuses one whose range is not on the cursor's line. */
export function applied({ text, index }: MappingDocument, offset: number, item: CompletionItem): string {
  const { start, end } = rangeOf(item);
  const [from, to] = [index.offsetAt(start), index.offsetAt(end)];
  const { line } = index.positionAt(offset);
  if (start.line !== line || end.line !== line || from > offset || to < offset)
    throw new Error(`${item.label} replaces ${from}-${to}, the cursor is at ${offset}`);
  return text.slice(0, from) + (item.textEdit?.newText ?? '') + text.slice(to);
}
