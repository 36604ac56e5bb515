import { commands as registry, Disposable } from 'vscode';
import type { CommandId } from '../contributions';
import { commandIds } from '../contributions';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import type { CommandDefinition } from './command';

const onExtracts = () => import('./groups/extractCommands');
const onMappings = () => import('./groups/mappingCommands');
const onPayloads = () => import('./groups/payloadCommands');
const onResults = () => import('./groups/resultCommands');
const onRuns = () => import('./groups/runCommands');
const onConnections = () => import('./groups/connectionCommands');
const onLog = () => import('./groups/logCommands');
const onSandbox = () => import('./groups/sandboxCommands');

/** Every command, grouped by the module that contains it. */
const load: { readonly [Id in CommandId]: () => Promise<CommandDefinition<Id>> } = {
  [commandIds.previewExtract]: async () => (await onExtracts()).previewExtract,
  [commandIds.sendExtract]: async () => (await onExtracts()).sendExtract,
  [commandIds.checkExtract]: async () => (await onExtracts()).checkExtract,
  [commandIds.openEntry]: async () => (await onResults()).openEntry,
  [commandIds.explainEntry]: async () => (await onResults()).explainEntry,
  [commandIds.showRecord]: async () => (await onResults()).showRecord,
  [commandIds.whatHappened]: async () => (await onResults()).whatHappened,
  [commandIds.findPerson]: async () => (await onResults()).findPerson,
  [commandIds.loadMorePeople]: async () => (await onResults()).loadMorePeople,
  [commandIds.filterRuns]: async () => (await onResults()).filterRuns,
  [commandIds.clearRunsFilter]: async () => (await onResults()).clearRunsFilter,
  [commandIds.copyId]: async () => (await onResults()).copyId,
  [commandIds.openOperation]: async () => (await onResults()).openOperation,
  [commandIds.showOperationRecord]: async () => (await onPayloads()).showOperationRecord,
  [commandIds.predictPerson]: async () => (await onResults()).predictPerson,
  [commandIds.sendPerson]: async () => (await onResults()).sendPerson,
  [commandIds.showCell]: async () => (await onMappings()).showCell,
  [commandIds.clearRuns]: async () => (await onRuns()).clearRuns,
  [commandIds.controlRun]: async () => (await onRuns()).controlRun,
  [commandIds.pauseRun]: async () => (await onRuns()).pauseRun,
  [commandIds.resumeRun]: async () => (await onRuns()).resumeRun,
  [commandIds.cancelRun]: async () => (await onRuns()).cancelRun,
  [commandIds.verifyRun]: async () => (await onRuns()).verifyRun,
  [commandIds.resendFailures]: async () => (await onRuns()).resendFailures,
  [commandIds.sendRest]: async () => (await onRuns()).sendRest,
  [commandIds.findRejected]: async () => (await onRuns()).findRejected,
  [commandIds.exportResults]: async () => (await onRuns()).exportResults,
  [commandIds.showRunPlan]: async () => (await onRuns()).showRunPlan,
  [commandIds.continuePlan]: async () => (await onRuns()).continuePlan,
  [commandIds.removeRun]: async () => (await onRuns()).removeRun,
  [commandIds.startSandbox]: async () => (await onSandbox()).startSandbox,
  [commandIds.stopSandbox]: async () => (await onSandbox()).stopSandbox,
  [commandIds.chooseScenario]: async () => (await onSandbox()).chooseScenario,
  [commandIds.resetSandbox]: async () => (await onSandbox()).resetSandbox,
  [commandIds.loadUsers]: async () => (await onSandbox()).loadUsers,
  [commandIds.saveUsers]: async () => (await onSandbox()).saveUsers,
  [commandIds.copyEndpoint]: async () => (await onSandbox()).copyEndpoint,
  [commandIds.newMapping]: async () => (await onExtracts()).newMapping,
  [commandIds.importMapping]: async () => (await onExtracts()).importMapping,
  [commandIds.checkMapping]: async () => (await onMappings()).checkMapping,
  [commandIds.chooseExtract]: async () => (await onMappings()).chooseExtract,
  [commandIds.previewMapping]: async () => (await onMappings()).previewMapping,
  [commandIds.sendMapping]: async () => (await onMappings()).sendMapping,
  [commandIds.chooseRecord]: async () => (await onMappings()).chooseRecord,
  [commandIds.nextRecord]: async () => (await onMappings()).nextRecord,
  [commandIds.previousRecord]: async () => (await onMappings()).previousRecord,
  [commandIds.toggleRecordValues]: async () => (await onMappings()).toggleRecordValues,
  [commandIds.decideStatuses]: async () => (await onMappings()).decideStatuses,
  [commandIds.setProblemLevel]: async () => (await import('./setProblemLevel')).setProblemLevel,
  [commandIds.sendPayload]: async () => (await onPayloads()).sendPayload,
  [commandIds.predictPayload]: async () => (await onPayloads()).predictPayload,
  [commandIds.copyPayloadAs]: async () => (await onPayloads()).copyPayloadAs,
  [commandIds.splitPayload]: async () => (await onPayloads()).splitPayload,
  [commandIds.checkConnection]: async () => (await onConnections()).checkConnection,
  [commandIds.addConnection]: async () => (await onConnections()).addConnection,
  [commandIds.editConnection]: async () => (await onConnections()).editConnection,
  [commandIds.importConnection]: async () => (await onConnections()).importConnection,
  [commandIds.useConnection]: async () => (await onConnections()).useConnection,
  [commandIds.duplicateConnection]: async () => (await onConnections()).duplicateConnection,
  [commandIds.renameConnection]: async () => (await onConnections()).renameConnection,
  [commandIds.removeConnection]: async () => (await onConnections()).removeConnection,
  [commandIds.exportConnection]: async () => (await onConnections()).exportConnection,
  [commandIds.copyConnectionEndpoint]: async () => (await onConnections()).copyConnectionEndpoint,
  [commandIds.refreshLog]: async () => (await onLog()).refreshLog,
  [commandIds.stopLog]: async () => (await onLog()).stopLog,
  [commandIds.followLog]: async () => (await onLog()).followLog,
  [commandIds.unfollowLog]: async () => (await onLog()).unfollowLog,
  [commandIds.filterLog]: async () => (await onLog()).filterLog,
  [commandIds.clearLogFilter]: async () => (await onLog()).clearLogFilter,
  [commandIds.showLogStatistics]: async () => (await onLog()).showLogStatistics,
  [commandIds.loadMoreEntries]: async () => (await onLog()).loadMoreEntries,
  [commandIds.copyLoggedId]: async () => (await onLog()).copyLoggedId,
  [commandIds.copyLogEntry]: async () => (await onLog()).copyLogEntry,
};

export function registerCommands(services: Services): Disposable {
  return Disposable.from(
    ...Object.values(commandIds).map((id) =>
      registry.registerCommand(id, (...args: unknown[]) =>
        runCommand(services.titles.of(id), services, async () => (await load[id]()).run(services, args)),
      ),
    ),
  );
}
