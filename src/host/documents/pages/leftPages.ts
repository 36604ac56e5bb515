import type { Disposable, Uri } from 'vscode';
import { Disposable as Disposables } from 'vscode';
import { connectionScheme, entryScheme, planScheme, predictionScheme, problemScheme } from '../../contributions';
import { runCommand } from '../../runCommand';
import type { Services } from '../../services';
import { closeTabs, customTabs } from './customTabs';

/**
 * Whether a page that an earlier window has left can be made again. Plans, predictions and checks say what was true when somebody asked:
 * they were in memory alone, and asking a tenant again is for the user to decide.
 */
const CAN_BE_MADE_AGAIN: Readonly<Record<string, (page: Uri) => boolean>> = {
  [problemScheme]: () => true,
  [entryScheme]: hasStoredEntry,
  [planScheme]: () => false,
  [predictionScheme]: () => false,
  [connectionScheme]: () => false,
};

/** By the run that has stored a part of it, or by the log, once that is read again. The changes of a sandbox have gone with it. */
function hasStoredEntry({ query }: Uri): boolean {
  return !new URLSearchParams(query).has('number');
}

/** Closes the pages that an earlier window has left and that cannot be made again: the editor would show an error in their place. */
export function registerLeftPages(services: Services): Disposable {
  const gone = customTabs().filter(({ uri }) => CAN_BE_MADE_AGAIN[uri.scheme]?.(uri) === false);
  void runCommand('Pages', services, () => closeTabs(gone.map(({ tab }) => tab)));
  return new Disposables(() => undefined);
}
