import type { Rule } from '../../../core/mapping/syntax/syntax';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import { lineEndOf, linesWithComments, lineStart } from '../rewrite/statementLines';
import { isMistaken } from './bodies';
import type { MappingRefactoring } from './mappingRefactoring';

/**
 * Moves rules whose paths begin with a URN into the block of that schema. Offered on one of them; the others move with
 * it.
 */
export const moveToSchemaBlock: MappingRefactoring = function* ({ text, loaded }, where) {
  const { tree, problems } = loaded.parsed;
  const rules = tree.statements.filter((statement): statement is Rule => statement.kind === 'rule');
  const chosen = rules.find((rule) => rule.span.start <= where.start && where.end <= rule.span.end);
  const urn = chosen?.path.urn?.text;
  if (urn === undefined) return;
  // A URN in another spelling is another schema
  const moving = rules.filter(({ path }) => path.urn?.text === urn);
  const lines = moving.map((rule) => linesWithComments(text, rule.span));
  if (lines.some((own) => own === undefined) || moving.some((rule) => isMistaken(problems, rule.span))) return;
  const block = tree.statements.find((statement) => statement.kind === 'schema' && statement.urn.text === urn);
  if (block !== undefined && isMistaken(problems, block.span)) return;
  const lineBreak = lineEndOf(text);
  const moved = moving.map(({ path }, index) => {
    const { start = path.span.start, end = path.span.end } = lines[index] ?? {};
    const own = text.slice(start, path.span.start) + text.slice((path.urn?.span.end ?? path.span.start) + 1, end);
    return /[\r\n]$/.test(own) ? own : own + lineBreak;
  });
  const removals: readonly TextEdit[] = lines.flatMap((own) => (own === undefined ? [] : [{ span: own, newText: '' }]));
  const insertion = block === undefined ? newBlock(text, urn, moved) : intoBlock(text, block.span.end - 1, moved);
  const count = moving.length === 1 ? 'this rule' : `the ${moving.length} rules of this schema`;
  const place = block === undefined ? 'a schema block' : 'its schema block';
  yield {
    title: `Move ${count} into ${place}`,
    kind: 'refactor.move',
    edits: [...removals, insertion],
    isStructural: true,
  };
};

function newBlock(text: string, urn: string, moved: readonly string[]): TextEdit {
  const lineBreak = lineEndOf(text);
  const isOpen = !/[\r\n]$/.test(text);
  const newText = `${isOpen ? lineBreak : ''}${lineBreak}schema ${urn} {${lineBreak}${moved.join('')}}${lineBreak}`;
  return { span: span(text.length, text.length), newText };
}

/** @param closing offset of the closing brace */
function intoBlock(text: string, closing: number, moved: readonly string[]): TextEdit {
  const start = lineStart(text, closing);
  const isAlone = /^[ \t]*$/.test(text.slice(start, closing));
  const at = isAlone ? start : closing;
  return { span: span(at, at), newText: `${isAlone ? '' : lineEndOf(text)}${moved.join('')}` };
}
