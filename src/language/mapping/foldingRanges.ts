import type { FoldingRange } from 'vscode-languageserver-types';
import { placedRules } from '../../core/mapping/model/resolveRules';
import type { Group, Rule } from '../../core/mapping/syntax/syntax';
import type { Span } from '../../core/text/span';
import type { MappingDocument } from './document/mappingDocument';

/** Folding ranges: blocks, expressions over several lines, runs of comments, and `# region` to `# endregion`. */
export function foldingRanges(document: MappingDocument): FoldingRange[] {
  const folds = new Map<number, FoldingRange>();
  const add = (fold: FoldingRange) => {
    const other = folds.get(fold.startLine);
    // An editor shows only one folding range for each starting line
    if (fold.endLine > fold.startLine && (other === undefined || other.endLine < fold.endLine))
      folds.set(fold.startLine, fold);
  };
  for (const span of foldableSpans(document)) add(linesOf(document, span));
  for (const fold of commentFolds(document)) add(fold);
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}

function* foldableSpans({ loaded }: MappingDocument): Generator<Span> {
  const { tree } = loaded.parsed;
  for (const statement of tree.statements) {
    if (statement.kind !== 'rule') yield statement.span;
    if (statement.kind === 'group' || statement.kind === 'schema') yield* groupsIn(statement.body);
  }
  for (const { rule } of placedRules(tree)) yield rule.span;
}

function* groupsIn(body: readonly (Group | Rule)[]): Generator<Span> {
  for (const member of body) {
    if (member.kind !== 'group') continue;
    yield member.span;
    yield* groupsIn(member.body);
  }
}

/** The line that closes a block or a call stays visible. */
function linesOf({ index, text }: MappingDocument, { start, end }: Span): FoldingRange {
  // A range that ends with a line break ends on that line
  const trimmed = start + text.slice(start, end).trimEnd().length;
  const startLine = index.positionAt(start).line;
  const endLine = index.positionAt(trimmed).line;
  const isClosing = /^\s*[})]/.test(text.slice(index.offsetOfLine(endLine), trimmed));
  return { startLine, endLine: isClosing ? endLine - 1 : endLine };
}

function* commentFolds({ index, text }: MappingDocument): Generator<FoldingRange> {
  const regions: number[] = [];
  let first: number | undefined;
  // One line past the end closes a run that reaches the end of the text
  for (let line = 0; line <= index.lineCount; line++) {
    const words = line === index.lineCount ? '' : text.slice(index.offsetOfLine(line), index.offsetOfLine(line + 1));
    const marker = /^\s*#\s*(end)?region\b/.exec(words);
    const isComment = marker === null && /^[\s\ufeff]*#/.test(words);
    if (isComment) first ??= line;
    else if (first !== undefined) {
      yield { startLine: first, endLine: line - 1, kind: 'comment' };
      first = undefined;
    }
    if (marker === null) continue;
    if (marker[1] === undefined) regions.push(line);
    else {
      const start = regions.pop();
      if (start !== undefined) yield { startLine: start, endLine: line, kind: 'region' };
    }
  }
}
