import { Disposable, languages } from 'vscode';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { toFoldingRange, toSelectionRange } from './protocol';

/** Folding ranges, and the steps of expanding a selection. */
export function registerStructure({ documents }: Services, language: EditorLanguage): Disposable {
  return Disposable.from(
    languages.registerFoldingRangeProvider(language.documents, {
      provideFoldingRanges: (document) => documents.answers(document)?.folds?.().map(toFoldingRange),
    }),
    languages.registerSelectionRangeProvider(language.documents, {
      provideSelectionRanges: (document, positions) =>
        documents
          .answers(document)
          ?.selectionRanges?.(positions.map((position) => document.offsetAt(position)))
          .map(toSelectionRange),
    }),
  );
}
