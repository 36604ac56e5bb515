import type { SelectionRange } from 'vscode-languageserver-types';
import type { Group, MappingTree, Rule } from '../../core/mapping/syntax/syntax';
import type { Span } from '../../core/text/span';
import { span, touches } from '../../core/text/span';
import type { MappingDocument } from './document/mappingDocument';
import { rangeOf } from './document/mappingDocument';
import type { MappingNode } from './document/mappingNodes';
import { columnNameSpan, mappingNodes } from './document/mappingNodes';

/** For each cursor, the steps of "expand selection": word, token, argument, call, rule, block, file. */
export function selectionRanges(document: MappingDocument, offsets: readonly number[]): SelectionRange[] {
  return offsets.map((offset) => selectionRange(document, offset));
}

function selectionRange(document: MappingDocument, offset: number): SelectionRange {
  const around = [...spansAround(document, offset)]
    .filter((range) => touches(range, offset))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  let outer: { readonly span: Span; readonly selection: SelectionRange } | undefined;
  for (const range of around) {
    const isInside =
      outer === undefined ||
      (outer.span.start <= range.start &&
        range.end <= outer.span.end &&
        range.end - range.start < outer.span.end - outer.span.start);
    if (!isInside) continue;
    const parent = outer === undefined ? {} : { parent: outer.selection };
    outer = { span: range, selection: { range: rangeOf(document, range), ...parent } };
  }
  return outer?.selection ?? { range: rangeOf(document, span(offset, offset)) };
}

function* spansAround({ text, loaded }: MappingDocument, offset: number): Generator<Span> {
  const { tree } = loaded.parsed;
  yield span(0, text.length);
  yield* blocksAround(tree, offset);
  for (const node of mappingNodes(tree, (range) => touches(range, offset))) yield* spansOf(text, node);
}

function* blocksAround(tree: MappingTree, offset: number): Generator<Span> {
  for (const statement of tree.statements) {
    if (!touches(statement.span, offset)) continue;
    yield statement.span;
    if (statement.kind === 'source') for (const setting of statement.settings) yield setting.span;
    else if (statement.kind === 'schema' || statement.kind === 'group') yield* membersAround(statement.body, offset);
  }
}

function* membersAround(body: readonly (Group | Rule)[], offset: number): Generator<Span> {
  for (const member of body) {
    if (!touches(member.span, offset)) continue;
    yield member.span;
    if (member.kind === 'group') yield* membersAround(member.body, offset);
  }
}

function* spansOf(text: string, node: MappingNode): Generator<Span> {
  yield node.span;
  if (node.kind === 'attribute' || node.kind === 'filter') yield node.place.path.span;
  else if (node.kind === 'settingValue' || node.kind === 'decoratorValue') {
    if (node.literal.kind === 'column') yield columnNameSpan(text, node.span);
    if (node.literal.kind === 'string') yield insideQuotes(text, node.span);
  } else if (node.kind === 'expression') {
    if (node.node.kind === 'attribute') yield columnNameSpan(text, node.span);
    else if (node.node.kind === 'string') yield insideQuotes(text, node.span);
    else if (node.node.kind === 'call') {
      yield node.node.nameSpan;
      const [first, last] = [node.node.slots[0], node.node.slots.at(-1)];
      if (first !== undefined && last !== undefined) yield span(first.span.start, last.span.end);
    }
  }
}

function insideQuotes(text: string, { start, end }: Span): Span {
  const isClosed = end - start > 1 && /["']/.test(text.charAt(end - 1));
  return span(start + 1, Math.max(start + 1, isClosed ? end - 1 : end));
}
