import type { Group, SchemaBlock } from '../../../core/mapping/syntax/syntax';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';
import { lineEnd, lineEndOf, lineStart } from '../rewrite/statementLines';
import { bodiesOf, isMistaken } from './bodies';
import type { MappingRefactoring } from './mappingRefactoring';

/** Turns a group or the block of a schema into rules with full paths. Offered at its head. */
export const inlineBlock: MappingRefactoring = function* (document, where) {
  const { text, loaded } = document;
  const { tree, problems } = loaded.parsed;
  const line = span(lineStart(text, where.start), lineEnd(text, where.start));
  let block: Group | SchemaBlock | undefined;
  // If a line has several, the one directly before the cursor
  for (const body of bodiesOf(tree))
    if (body.block !== undefined && isAtHead(line, body.block, where)) block = body.block;
  if (block === undefined || isMistaken(problems, block.span)) return;
  if (block.body.length === 0 || block.body.some(({ path }) => path.urn !== undefined || path.text === '')) return;
  const what = block.kind === 'group' ? block.path.text : 'the schema';
  yield {
    title: `Write the rules of ${what} as paths`,
    kind: 'refactor.inline',
    edits: inlined(document, block),
    isStructural: true,
  };
};

/** @param line the cursor's line */
function isAtHead(line: Span, block: Group | SchemaBlock, { start, end }: Span): boolean {
  const { start: head } = block.span;
  return line.start <= head && head <= start && end <= line.end && !isInBody(block, start);
}

function isInBody({ body }: Group | SchemaBlock, at: number): boolean {
  return body.some(({ span: { start, end } }) => start <= at && at <= end);
}

function inlined({ text }: MappingDocument, block: Group | SchemaBlock): readonly TextEdit[] {
  const prefix = block.kind === 'group' ? `${block.path.text}.` : `${block.urn.text}:`;
  const headEnd = (block.kind === 'group' ? block.path : block.urn).span.end;
  const brace = text.indexOf('{', headEnd);
  const closing = span(block.span.end - 1, block.span.end);
  return [
    { span: opening(text, block.span.start, brace), newText: '' },
    ...block.body.map(({ path }) => ({ span: span(path.span.start, path.span.start), newText: prefix })),
    { span: ownLine(text, closing), newText: isOnLineOfRule(text, block) ? lineEndOf(text) : '' },
  ].filter(({ span: { start, end }, newText }) => start < end || newText !== '');
}

/** Includes the following line break, unless there is a comment. */
function opening(text: string, start: number, brace: number): Span {
  const blankLength = /^[ \t]*(?:\r\n|\n|\r)?[ \t]*/.exec(text.slice(brace + 1))?.[0].length ?? 0;
  return span(start, brace + 1 + blankLength);
}

/** The closing brace with the preceding spaces and line break; a comment after it keeps the line. */
function ownLine(text: string, { start, end }: Span): Span {
  if (/^[ \t]*#/.test(text.slice(end))) return span(start, end);
  const before = /(?:^|\r\n|\n|\r)?[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return span(start - before, end);
}

function isOnLineOfRule(text: string, { span: where, body }: Group | SchemaBlock): boolean {
  const last = body.at(-1)?.span.end ?? where.start;
  return !/[\r\n]/.test(text.slice(last, where.end)) && !/^[ \t]*(?:#.*)?(?:[\r\n]|$)/.test(text.slice(where.end));
}
