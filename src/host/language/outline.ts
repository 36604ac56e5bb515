import type { Disposable } from 'vscode';
import { languages } from 'vscode';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { toDocumentSymbol } from './protocol';

export function registerOutline({ documents }: Services, language: EditorLanguage): Disposable {
  return languages.registerDocumentSymbolProvider(
    language.documents,
    { provideDocumentSymbols: (document) => documents.answers(document)?.symbols().map(toDocumentSymbol) },
    { label: 'Inbound Provisioning' },
  );
}
