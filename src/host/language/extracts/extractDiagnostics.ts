import type { Range, TextDocument } from 'vscode';
import { Disposable, languages } from 'vscode';
import type { CellProblem } from '../../../extract/cells/cellProblem';
import { cellDiagnostics } from '../../../language/mapping/cells/cellDiagnostics';
import { problemPage } from '../../documents/pages/problemPage';
import { toDiagnostic, toProtocolRange } from '../protocol';
import { rangeOfProblem } from './cellPlaces';
import type { ExtractTexts, TextLook } from './extractTexts';

/** A problem of a cell, and where it is shown. */
export interface ShownProblem {
  readonly problem: CellProblem;
  readonly range: Range;
}

/** Shows what is wrong with cells in the text of the extract itself, while one mapping is meant for it. */
export function registerExtractDiagnostics(texts: ExtractTexts): Disposable {
  const collection = languages.createDiagnosticCollection('entraInboundCells');
  return Disposable.from(
    collection,
    texts.onDidLook(({ document, look }) => {
      const { uri } = document;
      const placed = look === undefined ? [] : shownProblems(document, look);
      if (look === undefined || placed.length === 0) {
        collection.delete(uri);
        return;
      }
      const protocol = placed.map(({ problem, range }) => ({ problem, range: toProtocolRange(range) }));
      collection.set(
        uri,
        cellDiagnostics(protocol, look.found.count, problemPage).map((one) => toDiagnostic(one, uri)),
      );
    }),
  );
}

/** What a look has found, at its places in this text; nothing without a mapping: then it need not be an extract at all. */
export function shownProblems(document: TextDocument, { mapping, found }: TextLook): readonly ShownProblem[] {
  if (mapping === undefined) return [];
  return found.problems.map((problem) => ({ problem, range: rangeOfProblem(document, problem, found.header) }));
}
