import { commands as registry, Disposable } from 'vscode';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { checkMapping } from './checkMapping';
import { chooseExtract } from './chooseExtract';
import { copyEndpoint } from './copyEndpoint';
import { copyPayloadAs } from './copyPayloadAs';
import { foretellPayload } from './foretellPayload';
import { sendPayload } from './sendPayload';
import { splitPayload } from './splitPayload';
import { chooseScenario } from './chooseScenario';
import { chooseRecord, nextRecord, previousRecord } from './chooseRecord';
import { clearRuns } from './clearRuns';
import type { Command } from './command';
import { importMapping } from './importMapping';
import { loadUsers } from './loadUsers';
import { newMapping } from './newMapping';
import { openEntry } from './openEntry';
import { previewExtract } from './previewExtract';
import { previewMapping, sendMapping } from './previewMapping';
import { resetSandbox } from './resetSandbox';
import { saveUsers } from './saveUsers';
import { sendToSandbox } from './sendToSandbox';
import { setProblemLevel } from './setProblemLevel';
import { showCell } from './showCell';
import { showRecord } from './showRecord';
import { startSandbox } from './startSandbox';
import { stopSandbox } from './stopSandbox';
import { toggleRecordValues } from './toggleRecordValues';

const commands: readonly Command[] = [
  previewExtract,
  sendToSandbox,
  openEntry,
  showRecord,
  showCell,
  clearRuns,
  startSandbox,
  stopSandbox,
  chooseScenario,
  resetSandbox,
  loadUsers,
  saveUsers,
  copyEndpoint,
  newMapping,
  importMapping,
  checkMapping,
  chooseExtract,
  previewMapping,
  sendMapping,
  chooseRecord,
  nextRecord,
  previousRecord,
  toggleRecordValues,
  setProblemLevel,
  sendPayload,
  foretellPayload,
  copyPayloadAs,
  splitPayload,
];

export function registerCommands(services: Services): Disposable {
  return Disposable.from(
    ...commands.map(({ id, title, run }) =>
      registry.registerCommand(id, (...args: unknown[]) => runCommand(title, services, () => run(services, args))),
    ),
  );
}
