import { Disposable, workspace } from 'vscode';
import type { Services } from '../../services';
import { isExtractText } from './extractDocuments';

/** Answers about extracts that are open as text, from the first one on. */
export function registerExtractTexts(services: Services): Disposable {
  let answers: Disposable | undefined;
  let isOver = false;
  const start = async () => {
    opened.dispose();
    const { registerExtractAnswers } = await import('./extractAnswers');
    const registered = await registerExtractAnswers(services);
    if (isOver) registered.dispose();
    else answers = registered;
  };
  const startIfNeeded = () => {
    if (!workspace.textDocuments.some(isExtractText)) return;
    start().catch((error: unknown) => {
      services.output.error('The texts of extracts cannot be answered about.', error);
    });
  };
  const opened = workspace.onDidOpenTextDocument(startIfNeeded);
  startIfNeeded();
  return new Disposable(() => {
    isOver = true;
    opened.dispose();
    answers?.dispose();
  });
}
