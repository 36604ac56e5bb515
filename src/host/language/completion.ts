import type { CompletionContext, Disposable, Position, TextDocument } from 'vscode';
import { languages } from 'vscode';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { toCompletionList } from './protocol';

export function registerCompletion({ documents }: Services, language: EditorLanguage): Disposable {
  return languages.registerCompletionItemProvider(
    language.documents,
    {
      provideCompletionItems: async (document, position, _token, context) => {
        if (isBeforeNewLine(document, position, context)) return undefined;
        const list = await documents.answers(document)?.complete(document.offsetAt(position));
        return list && toCompletionList(list);
      },
    },
    ...language.completionTriggers,
  );
}

/** After a comma at the end of a line most people press Enter, which would accept the first suggestion. */
function isBeforeNewLine(document: TextDocument, position: Position, { triggerCharacter }: CompletionContext): boolean {
  return triggerCharacter === ',' && document.lineAt(position).text.slice(position.character).trim() === '';
}
