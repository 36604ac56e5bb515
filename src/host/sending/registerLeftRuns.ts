import { Disposable } from 'vscode';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { hasKeptRuns } from './hasKeptRuns';

/** Milliseconds after activation: until then the editor has more important work. */
const PATIENCE = 2000;

/** Searches once for runs that were unfinished when an editor was closed. Loads nothing if there are no stored runs. */
export function registerLeftRuns(services: Services): Disposable {
  const timer = setTimeout(() => {
    void runCommand('Runs', services, async () => {
      if (await hasKeptRuns()) await (await import('./notifyLeftRuns')).notifyLeftRuns(services);
    });
  }, PATIENCE);
  return new Disposable(() => {
    clearTimeout(timer);
  });
}
