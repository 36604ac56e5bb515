import { commands as registry, Disposable } from 'vscode';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { checkMapping } from './checkMapping';
import { chooseExtract } from './chooseExtract';
import { copyEndpoint } from './copyEndpoint';
import { copyPayloadAs } from './copyPayloadAs';
import { predictPayload } from './predictPayload';
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
import { previewMapping } from './previewMapping';
import { resetSandbox } from './resetSandbox';
import { saveUsers } from './saveUsers';
import { sendExtract } from './sendExtract';
import { sendMapping } from './sendMapping';
import { setProblemLevel } from './setProblemLevel';
import { showCell } from './showCell';
import { showRecord } from './showRecord';
import { startSandbox } from './startSandbox';
import { stopSandbox } from './stopSandbox';
import { toggleRecordValues } from './toggleRecordValues';

const commands: readonly Command[] = [
  previewExtract,
  sendExtract,
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
  predictPayload,
  copyPayloadAs,
  splitPayload,
];

export function registerCommands(services: Services): Disposable {
  return Disposable.from(
    ...commands.map(({ id, run }) =>
      registry.registerCommand(id, (...args: unknown[]) =>
        runCommand(services.titles.of(id), services, () => run(services, args)),
      ),
    ),
  );
}
