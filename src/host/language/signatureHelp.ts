import type { Disposable } from 'vscode';
import { languages } from 'vscode';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { toSignatureHelp } from './protocol';

export function registerSignatureHelp({ documents }: Services, language: EditorLanguage): Disposable {
  return languages.registerSignatureHelpProvider(
    language.documents,
    {
      provideSignatureHelp: (document, position) => {
        const help = documents.answers(document)?.signatureHelp?.(document.offsetAt(position));
        return help && toSignatureHelp(help);
      },
    },
    '(',
    ',',
  );
}
