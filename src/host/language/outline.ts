import { Disposable, languages } from 'vscode';
import { documentSymbols } from '../../language/mapping/symbols';
import { foldingRanges } from '../../language/mapping/foldingRanges';
import { selectionRanges } from '../../language/mapping/selectionRanges';
import { mappingLanguageId } from '../contributions';
import type { Services } from '../services';
import { toDocumentSymbol, toFoldingRange, toSelectionRange } from './protocol';

/** The structure of a mapping: its outline, what folds, and what a selection grows to. */
export function registerOutline({ mappings }: Services): Disposable {
  return Disposable.from(
    languages.registerDocumentSymbolProvider(mappingLanguageId, {
      provideDocumentSymbols: (document) => documentSymbols(mappings.mapping(document)).map(toDocumentSymbol),
    }),
    languages.registerFoldingRangeProvider(mappingLanguageId, {
      provideFoldingRanges: (document) => foldingRanges(mappings.mapping(document)).map(toFoldingRange),
    }),
    languages.registerSelectionRangeProvider(mappingLanguageId, {
      provideSelectionRanges: (document, positions) => {
        const mapping = mappings.mapping(document);
        return selectionRanges(
          mapping,
          positions.map((position) => document.offsetAt(position)),
        ).map(toSelectionRange);
      },
    }),
  );
}
