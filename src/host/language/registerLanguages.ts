import { Disposable } from 'vscode';
import type { Services } from '../services';
import { registerDiagnostics } from './diagnostics';
import { editorLanguages } from './editorLanguages';
import { registerExtractLenses } from './lenses/extractLenses';

/** Follows the documents of all languages, shows their problems, and answers what the editor asks about them. */
export function registerLanguages(services: Services): Disposable {
  return Disposable.from(
    services.followDocuments(),
    registerDiagnostics(services),
    registerExtractLenses(services),
    ...editorLanguages.flatMap((language) => language.questions.map((register) => register(services, language))),
  );
}
