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

/** Shows the problems of cells in the text of the extract itself, while it has exactly one mapping. */
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

/** The results of a check at their places in this text; empty without a mapping: then it need not be an extract at all. */
export function shownProblems(document: TextDocument, { mapping, found }: TextLook): readonly ShownProblem[] {
  if (mapping === undefined) return [];
  return found.problems.map((problem) => ({ problem, range: rangeOfProblem(document, problem, found.header) }));
}
