import { Disposable } from 'vscode';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { hasKeptRuns } from './hasKeptRuns';

/** Milliseconds after waking: until then the editor has more important things to do. */
const PATIENCE = 2000;

/** Looks once for runs that were left when an editor was closed. Loads nothing where no run is kept. */
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
