import type { Disposable } from 'vscode';
import { registerCommands } from './commands/registerCommands';
import { registerConnectionPages } from './documents/pages/connectionPages';
import { registerEntryDocuments } from './documents/pages/entryDocuments';
import { registerProblemDocuments } from './documents/pages/problemPage';
import { registerFileProblemDocuments } from './documents/pages/fileProblemDocuments';
import { registerLeftPages } from './documents/pages/leftPages';
import { registerOperationDocuments } from './documents/pages/operationDocuments';
import { registerRequestDocuments } from './documents/pages/requestDocuments';
import { registerPlanPages } from './documents/pages/planPages';
import { registerPredictionPages } from './documents/pages/predictionPages';
import { registerLanguages } from './language/registerLanguages';
import { registerExtractEditor } from './extracts/extractEditor';
import { registerPreview } from './preview/registerPreview';
import { registerLeftRuns } from './sending/registerLeftRuns';
import { registerConnectionStatus } from './views/connectionStatus';
import { registerConnectionsView } from './views/connectionsView';
import { registerLogView } from './views/logView';
import { registerSandboxView } from './views/sandboxView';
import { registerRunStatus } from './views/runStatus';
import { registerRunsView } from './views/runsView';
import type { Services } from './services';

interface Capability {
  readonly name: string;
  readonly register: (services: Services) => Disposable | Promise<Disposable>;
}

const capabilities: readonly Capability[] = [
  { name: 'commands', register: registerCommands },
  { name: 'languages', register: registerLanguages },
  { name: 'problem pages', register: registerProblemDocuments },
  { name: 'preview', register: registerPreview },
  { name: 'editor of extracts', register: registerExtractEditor },
  { name: 'results', register: registerRunsView },
  { name: 'provisioning log', register: registerLogView },
  { name: 'connections', register: registerConnectionsView },
  { name: 'sandbox tenant', register: registerSandboxView },
  { name: 'checks of connections', register: registerConnectionPages },
  { name: 'runs in the status bar', register: registerRunStatus },
  { name: 'plans', register: registerPlanPages },
  { name: 'operations', register: registerOperationDocuments },
  { name: 'requests', register: registerRequestDocuments },
  { name: 'predictions', register: registerPredictionPages },
  { name: 'log entries', register: registerEntryDocuments },
  { name: 'problems of user files', register: registerFileProblemDocuments },
  { name: 'pages that were left', register: registerLeftPages },
  { name: 'runs that were left', register: registerLeftRuns },
  { name: 'connection status', register: registerConnectionStatus },
];

/** Starts every capability; one that fails is reported and does not affect the others. */
export async function startCapabilities(services: Services): Promise<readonly Disposable[]> {
  const started: Disposable[] = [];
  for (const { name, register } of capabilities) {
    try {
      started.push(await register(services));
    } catch (error) {
      services.output.error(`"${name}" could not be started.`, error);
    }
  }
  return started;
}
