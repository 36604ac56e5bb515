import { Disposable } from 'vscode';
import type { LanguageName } from '../documents/languages';
import type { Services } from '../services';
import type { EditorAnswers } from './editorAnswers';
import { registerExtractTexts } from './extracts/registerExtractTexts';
import { registerRowAnswers } from './extracts/registerRowAnswers';
import { registerExtractLenses } from './lenses/extractLenses';

/** Follows the documents of all languages; once one is loaded, the editor gets answers about it. */
export function registerLanguages(services: Services): Disposable {
  let answers: EditorAnswers | undefined;
  let isDisposed = false;
  const answerFor = async (name: LanguageName) => {
    const { EditorAnswers } = await import('./editorAnswers');
    if (isDisposed) return;
    answers ??= new EditorAnswers(services);
    answers.answerFor(name);
  };
  return Disposable.from(
    services.documents.onDidLoad((name) => {
      answerFor(name).catch((error: unknown) => {
        services.output.error('The editor cannot be answered about its documents.', error);
      });
    }),
    services.followDocuments(),
    registerExtractLenses(services),
    registerRowAnswers(services),
    registerExtractTexts(services),
    new Disposable(() => {
      isDisposed = true;
      answers?.dispose();
    }),
  );
}
