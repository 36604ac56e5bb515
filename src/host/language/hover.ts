import type { Disposable } from 'vscode';
import { languages } from 'vscode';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { toHover } from './protocol';

export function registerHover({ documents }: Services, language: EditorLanguage): Disposable {
  return languages.registerHoverProvider(language.documents, {
    provideHover: async (document, position) => {
      const hover = await documents.answers(document)?.hover(document.offsetAt(position));
      return hover && toHover(hover, language.hoverCommands);
    },
  });
}
