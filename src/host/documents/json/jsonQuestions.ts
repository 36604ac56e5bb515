import { Disposable, languages } from 'vscode';
import { toCompletionList, toDocumentSymbol, toHover, toSignatureHelp } from '../../language/protocol';
import type { Services } from '../../services';
import { jsonDocuments } from './jsonLanguages';

/** Characters after which something new can be offered. */
const TRIGGERS = ['"', ':', ' ', '[', '(', ','];

/** What the editor asks about a place, or about the whole, of a payload or a schema of a job. */
export function registerJsonQuestions({ json }: Services): Disposable {
  return Disposable.from(
    languages.registerCompletionItemProvider(
      jsonDocuments,
      {
        provideCompletionItems: async (document, position) => {
          const list = await json.answers(document)?.complete(document.offsetAt(position));
          return list === undefined ? undefined : toCompletionList(list);
        },
      },
      ...TRIGGERS,
    ),
    languages.registerHoverProvider(jsonDocuments, {
      provideHover: async (document, position) => {
        const hover = await json.answers(document)?.hover(document.offsetAt(position));
        return hover === undefined ? undefined : toHover(hover);
      },
    }),
    languages.registerSignatureHelpProvider(
      jsonDocuments,
      {
        provideSignatureHelp: (document, position) => {
          const help = json.answers(document)?.signatureHelp?.(document.offsetAt(position));
          return help === undefined ? undefined : toSignatureHelp(help);
        },
      },
      '(',
      ',',
    ),
    languages.registerDocumentSymbolProvider(
      jsonDocuments,
      { provideDocumentSymbols: (document) => json.answers(document)?.symbols().map(toDocumentSymbol) },
      { label: 'Inbound Provisioning' },
    ),
  );
}
