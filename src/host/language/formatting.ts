import { Disposable, languages } from 'vscode';
import { formatDocument, formatRange } from '../../language/mapping/formatting';
import { mappingLanguageId } from '../contributions';
import type { Services } from '../services';
import { toProtocolRange, toTextEdit } from './protocol';

export function registerFormatting({ mappings }: Services): Disposable {
  return Disposable.from(
    languages.registerDocumentFormattingEditProvider(mappingLanguageId, {
      provideDocumentFormattingEdits: (document) => formatDocument(mappings.mapping(document)).map(toTextEdit),
    }),
    languages.registerDocumentRangeFormattingEditProvider(mappingLanguageId, {
      provideDocumentRangeFormattingEdits: (document, range) =>
        formatRange(mappings.mapping(document), toProtocolRange(range)).map(toTextEdit),
    }),
  );
}
