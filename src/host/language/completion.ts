import type { Disposable } from 'vscode';
import { languages } from 'vscode';
import { completeMapping } from '../../language/mapping/completion/completeMapping';
import { mappingLanguageId } from '../contributions';
import type { Services } from '../services';
import { toCompletionList } from './protocol';

/** Characters after which something new can be offered. */
const TRIGGERS = ['[', '.', '"', '(', ',', '@', '=', ' '];

export function registerCompletion({ mappings }: Services): Disposable {
  return languages.registerCompletionItemProvider(
    mappingLanguageId,
    {
      provideCompletionItems: (document, position) =>
        toCompletionList(completeMapping(mappings.mapping(document), document.offsetAt(position))),
    },
    ...TRIGGERS,
  );
}
