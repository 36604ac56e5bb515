import type { ExtensionContext, LogOutputChannel, Memento, Uri } from 'vscode';
import { window } from 'vscode';
import { CommandTitles } from './commandTitles';
import type { ConnectionRegistry } from '../connections/connectionRegistry';
import type { LocalSandbox } from '../connections/localSandbox';
import type { WindowConnections } from './connections/windowConnections';
import type { ConnectionStates } from '../connections/state/connectionStates';
import { createWindowConnections } from './connections/windowConnections';
import { createWindowStates } from './connections/windowStates';
import { createWindowSandbox } from './connections/windowSandbox';
import type { LayoutMemory } from './preview/previewLayouts';
import { ChosenEncodings } from './extracts/chosenEncodings';
import { ConversionClient } from './extracts/conversionClient';
import { ConnectionPages } from './documents/pages/connectionPages';
import { PredictionPages } from './documents/pages/predictionPages';
import { createDocuments } from './documents/createDocuments';
import type { Documents } from './documents/createDocuments';
import { RevealRequests } from './sandbox/revealRequests';
import { Plannings } from './sending/plannings';
import type { Sending } from './sending/openSending';
import { OperationDocuments } from './documents/pages/operationDocuments';
import { RequestDocuments } from './documents/pages/requestDocuments';
import { PlanPages } from './documents/pages/planPages';
import { WaitingPlans } from './sending/waitingPlans';
import type { OperationHistories } from './runs/operationHistory';
import type { RowHistories } from './runs/rowHistory';
import { RunsViewState } from './runs/runsViewState';
import type { WindowLog } from './log/windowLog';
import type { ExtractTexts } from './language/extracts/extractTexts';
import { WindowRuns } from './runs/windowRuns';
import { SettingsStore } from './settings';
import { FileProblems } from './documents/pages/fileProblems';
import { Notices } from './messages/notices';
import { ValuesShown } from './valuesShown';

/** What the capabilities share. Created once, passed on, read only; nothing in it is active until it is used. */
export interface Services {
  readonly extensionUri: Uri;
  readonly output: LogOutputChannel;
  readonly notices: Notices;
  readonly titles: CommandTitles;
  readonly settings: SettingsStore;
  readonly conversions: ConversionClient;
  readonly encodings: ChosenEncodings;
  readonly layoutMemory: LayoutMemory;
  readonly documents: Documents['documents'];
  readonly mappings: Documents['mappings'];
  readonly followDocuments: Documents['follow'];
  readonly valuesShown: ValuesShown;
  readonly sandbox: LocalSandbox;
  readonly connections: ConnectionRegistry;
  readonly connectionStore: WindowConnections['store'];
  readonly connectionStates: ConnectionStates;
  readonly connectionPages: ConnectionPages;
  readonly predictionPages: PredictionPages;
  /** The service that sends, and the stored runs; loaded on first use. */
  readonly sending: () => Promise<Sending>;
  /** Plans in preparation. */
  readonly plannings: Plannings;
  readonly runs: WindowRuns;
  readonly runsView: RunsViewState;
  /** The log of the connection in use; loaded when its view is first shown. */
  readonly log: () => Promise<WindowLog>;
  readonly operations: OperationDocuments;
  readonly requests: RequestDocuments;
  /** The extracts that are open as text; loaded with the first one. */
  readonly texts: () => Promise<ExtractTexts>;
  /** The results for the people of an extract's rows; loaded on first use. */
  readonly histories: () => Promise<RowHistories>;
  /** The same for operations of payloads. */
  readonly operationHistories: () => Promise<OperationHistories>;
  readonly planPages: PlanPages;
  readonly waitingPlans: WaitingPlans;
  readonly reveals: RevealRequests;
  readonly fileProblems: FileProblems;
  /** The memory of `hintAtGit`. */
  readonly gitHints: Memento;
  readonly dispose: () => void;
}

export function createServices(context: ExtensionContext): Services {
  const output = window.createOutputChannel('Inbound Provisioning', { log: true });
  const settings = new SettingsStore();
  const conversions = new ConversionClient(context.asAbsolutePath('dist/worker.js'), output);
  const { documents, mappings, follow } = createDocuments({
    output,
    conversions,
    settings,
    state: context.globalState,
  });
  const valuesShown = new ValuesShown(settings);
  const sandbox = createWindowSandbox(output, settings);
  const connectionStates = createWindowStates(context.globalState);
  const windowConnections = createWindowConnections(context, sandbox, connectionStates, output);
  const connections = windowConnections.registry;
  const connectionPages = new ConnectionPages();
  const notices = new Notices(output);
  const predictionPages = new PredictionPages(connections, notices);
  const sending = once(async () => (await import('./sending/openSending')).openSending(settings));
  const runs = new WindowRuns(async () => {
    const { openKeptRuns } = await import('./sending/openKeptRuns');
    return openKeptRuns(await sending(), { conversions, settings });
  });
  const plannings = new Plannings();
  const runsView = new RunsViewState(context.workspaceState);
  let openedLog: WindowLog | undefined;
  const log = once(async () => {
    const { WindowLog } = await import('./log/windowLog');
    openedLog = new WindowLog({ connections, sandbox, runs, sending, output });
    return openedLog;
  });
  const histories = once(async () => {
    const { RowHistories } = await import('./runs/rowHistory');
    return new RowHistories({ runs, conversions });
  });
  const operationHistories = once(async () => {
    const { OperationHistories } = await import('./runs/operationHistory');
    return new OperationHistories(documents, runs);
  });
  const encodings = new ChosenEncodings(context.workspaceState);
  const titles = new CommandTitles(context.extension.packageJSON);
  let openTexts: ExtractTexts | undefined;
  const texts = once(async () => {
    const { ExtractTexts } = await import('./language/extracts/extractTexts');
    openTexts = new ExtractTexts({ documents, mappings, titles, conversions, settings, encodings, output });
    return openTexts;
  });
  const planPages = new PlanPages();
  const waitingPlans = new WaitingPlans();
  const reveals = new RevealRequests();
  const fileProblems = new FileProblems();
  const requests = new RequestDocuments();
  const dispose = () => {
    openedLog?.dispose();
    openTexts?.dispose();
    for (const service of [
      mappings,
      documents,
      valuesShown,
      conversions,
      connectionPages,
      predictionPages,
      planPages,
      waitingPlans,
      windowConnections,
      sandbox,
      connectionStates,
      plannings,
      runs,
      runsView,
      reveals,
      fileProblems,
      settings,
      output,
    ])
      service.dispose();
  };
  return {
    extensionUri: context.extensionUri,
    output,
    notices,
    titles,
    settings,
    conversions,
    encodings,
    layoutMemory: { everywhere: context.globalState, workspace: context.workspaceState },
    gitHints: context.workspaceState,
    documents,
    mappings,
    followDocuments: follow,
    valuesShown,
    sandbox,
    connections,
    connectionStore: windowConnections.store,
    connectionStates,
    connectionPages,
    predictionPages,
    sending,
    plannings,
    runs,
    runsView,
    log,
    operations: new OperationDocuments(),
    requests,
    texts,
    histories,
    operationHistories,
    planPages,
    waitingPlans,
    reveals,
    fileProblems,
    dispose,
  };
}

/** Loads something on first use; a failed load is tried again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
