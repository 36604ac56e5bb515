import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Disposable } from 'vscode';
import { findStateFolder } from '../../files/stateFolder';
import { runCommand } from '../runCommand';
import type { Services } from '../services';

/** Milliseconds after waking: until then the editor has more important things to do. */
const PATIENCE = 2000;

/** Looks once for runs that were left when an editor was closed. Loads nothing where no run is kept. */
export function registerLeftRuns(services: Services): Disposable {
  const timer = setTimeout(() => {
    void runCommand('Runs', services, async () => {
      if (await hasRuns()) await (await import('./tellLeftRuns')).tellLeftRuns(services);
    });
  }, PATIENCE);
  return new Disposable(() => {
    clearTimeout(timer);
  });
}

async function hasRuns(): Promise<boolean> {
  const folder = findStateFolder(process.env);
  if (folder === undefined) return false;
  const names = await readdir(join(folder, 'runs')).catch(() => []);
  return names.some((name) => !name.startsWith('.'));
}
