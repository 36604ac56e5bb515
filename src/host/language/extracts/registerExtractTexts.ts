import { Disposable, window } from 'vscode';
import type { Services } from '../../services';
import { isExtractText } from './extractDocuments';

/** Answers questions about extracts that are open as text, from the first visible one on. */
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
    if (!window.visibleTextEditors.some(({ document }) => isExtractText(document))) return;
    start().catch((error: unknown) => {
      services.output.error('The texts of extracts cannot be answered about.', error);
    });
  };
  const opened = window.onDidChangeVisibleTextEditors(startIfNeeded);
  startIfNeeded();
  return new Disposable(() => {
    isOver = true;
    opened.dispose();
    answers?.dispose();
  });
}
