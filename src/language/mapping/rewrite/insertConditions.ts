import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';
import { lineEnd, lineEndOf, linesWithComments } from './statementLines';

/** Adds `where` statements after the existing ones, or below `source`. A record must meet all of them. */
export function insertConditions({ text, loaded }: MappingDocument, conditions: readonly string[]): TextEdit {
  const { statements } = loaded.parsed.tree;
  const before =
    statements.filter(({ kind }) => kind === 'where').at(-1) ?? statements.find(({ kind }) => kind === 'source');
  const lineBreak = lineEndOf(text);
  const first = statements[0];
  const at =
    before === undefined
      ? ((first && linesWithComments(text, first.span)?.start) ?? 0)
      : lineEnd(text, before.span.end);
  const written = conditions.map((condition) => `where ${condition}`).join(lineBreak);
  const gap = before?.kind === 'where' ? lineBreak : lineBreak.repeat(2);
  const newText = before === undefined ? `${written}${lineBreak.repeat(2)}` : `${gap}${written}`;
  return { span: span(at, at), newText };
}
