import { commands as registry, Disposable } from 'vscode';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { clearRuns } from './clearRuns';
import type { Command } from './command';
import { openEntry } from './openEntry';
import { previewExtract } from './previewExtract';
import { sendToSandbox } from './sendToSandbox';
import { showRecord } from './showRecord';
import { stopSandbox } from './stopSandbox';

const commands: readonly Command[] = [previewExtract, sendToSandbox, openEntry, showRecord, clearRuns, stopSandbox];

export function registerCommands(services: Services): Disposable {
  return Disposable.from(
    ...commands.map(({ id, title, run }) =>
      registry.registerCommand(id, (...args: unknown[]) => runCommand(title, services, () => run(services, args))),
    ),
  );
}
