import { CodeActionKind, Disposable, languages } from 'vscode';
import type { Services } from '../../services';
import { cellActions } from './cellActions';
import { registerColumnStatus } from '../../views/columnStatus';
import { EXTRACT_TEXTS } from './extractDocuments';
import { registerExtractDiagnostics } from './extractDiagnostics';

/** The answers for the text of an extract. Loaded when the first one is opened. */
export async function registerExtractAnswers(services: Services): Promise<Disposable> {
  const texts = await services.texts();
  return Disposable.from(
    registerExtractDiagnostics(texts),
    registerColumnStatus(services, texts),
    languages.registerCodeActionsProvider(
      [...EXTRACT_TEXTS],
      {
        provideCodeActions: async (document, _range, { diagnostics }) => [
          ...(await cellActions(texts, document, diagnostics)),
        ],
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}
