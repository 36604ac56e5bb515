import type { Disposable } from 'vscode';
import { languages } from 'vscode';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { toCompletionList } from './protocol';

export function registerCompletion({ documents }: Services, language: EditorLanguage): Disposable {
  return languages.registerCompletionItemProvider(
    language.documents,
    {
      provideCompletionItems: async (document, position) => {
        const list = await documents.answers(document)?.complete(document.offsetAt(position));
        return list && toCompletionList(list);
      },
    },
    ...language.completionTriggers,
  );
}
