import { Disposable, languages } from 'vscode';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { toProtocolRange, toTextEdit } from './protocol';

export function registerFormatting({ documents }: Services, language: EditorLanguage): Disposable {
  return Disposable.from(
    languages.registerDocumentFormattingEditProvider(language.documents, {
      provideDocumentFormattingEdits: (document) => documents.answers(document)?.format?.().map(toTextEdit),
    }),
    languages.registerDocumentRangeFormattingEditProvider(language.documents, {
      provideDocumentRangeFormattingEdits: (document, range) =>
        documents.answers(document)?.format?.(toProtocolRange(range)).map(toTextEdit),
    }),
  );
}
