import type { LimitName } from '../core/guards/limitTable';
import { LIMIT_NAMES } from '../core/guards/limitTable';

/** Everything that package.json and the code share. A test keeps the two consistent. */
export const commandIds = {
  previewExtract: 'entraInbound.extract.preview',
  sendExtract: 'entraInbound.extract.send',
  checkExtract: 'entraInbound.extract.check',
  openEntry: 'entraInbound.entry.open',
  explainEntry: 'entraInbound.entry.explain',
  showRecord: 'entraInbound.record.show',
  showCell: 'entraInbound.cell.show',
  whatHappened: 'entraInbound.record.whatHappened',
  findPerson: 'entraInbound.person.find',
  clearRuns: 'entraInbound.runs.clear',
  filterRuns: 'entraInbound.runs.filter',
  clearRunsFilter: 'entraInbound.runs.clearFilter',
  loadMorePeople: 'entraInbound.runs.loadMore',
  copyId: 'entraInbound.runs.copyId',
  openOperation: 'entraInbound.operation.open',
  showOperationRecord: 'entraInbound.operation.showRecord',
  predictPerson: 'entraInbound.person.predict',
  sendPerson: 'entraInbound.person.send',
  controlRun: 'entraInbound.run.control',
  pauseRun: 'entraInbound.run.pause',
  resumeRun: 'entraInbound.run.resume',
  cancelRun: 'entraInbound.run.cancel',
  verifyRun: 'entraInbound.run.verify',
  resendFailures: 'entraInbound.run.resendFailures',
  sendRest: 'entraInbound.run.sendRest',
  findRejected: 'entraInbound.run.findRejected',
  exportResults: 'entraInbound.run.exportResults',
  showRunPlan: 'entraInbound.run.showPlan',
  continuePlan: 'entraInbound.plan.continue',
  removeRun: 'entraInbound.run.remove',
  startSandbox: 'entraInbound.sandbox.start',
  stopSandbox: 'entraInbound.sandbox.stop',
  chooseScenario: 'entraInbound.sandbox.chooseScenario',
  resetSandbox: 'entraInbound.sandbox.reset',
  loadUsers: 'entraInbound.sandbox.loadUsers',
  saveUsers: 'entraInbound.sandbox.saveUsers',
  copyEndpoint: 'entraInbound.sandbox.copyEndpoint',
  newMapping: 'entraInbound.mapping.new',
  importMapping: 'entraInbound.mapping.import',
  checkMapping: 'entraInbound.mapping.check',
  chooseExtract: 'entraInbound.mapping.chooseExtract',
  previewMapping: 'entraInbound.mapping.preview',
  sendMapping: 'entraInbound.mapping.send',
  chooseRecord: 'entraInbound.record.choose',
  nextRecord: 'entraInbound.record.next',
  previousRecord: 'entraInbound.record.previous',
  toggleRecordValues: 'entraInbound.recordValues.toggle',
  decideStatuses: 'entraInbound.status.decide',
  setProblemLevel: 'entraInbound.problem.setLevel',
  sendPayload: 'entraInbound.payload.send',
  predictPayload: 'entraInbound.payload.predict',
  copyPayloadAs: 'entraInbound.payload.copyAs',
  splitPayload: 'entraInbound.payload.split',
  checkConnection: 'entraInbound.connection.check',
  addConnection: 'entraInbound.connection.add',
  editConnection: 'entraInbound.connection.edit',
  importConnection: 'entraInbound.connection.import',
  useConnection: 'entraInbound.connection.use',
  duplicateConnection: 'entraInbound.connection.duplicate',
  renameConnection: 'entraInbound.connection.rename',
  removeConnection: 'entraInbound.connection.remove',
  exportConnection: 'entraInbound.connection.export',
  copyConnectionEndpoint: 'entraInbound.connection.copyEndpoint',
  refreshLog: 'entraInbound.log.refresh',
  stopLog: 'entraInbound.log.stop',
  followLog: 'entraInbound.log.follow',
  unfollowLog: 'entraInbound.log.unfollow',
  filterLog: 'entraInbound.log.filter',
  clearLogFilter: 'entraInbound.log.clearFilter',
  showLogStatistics: 'entraInbound.log.statistics',
  loadMoreEntries: 'entraInbound.log.loadMore',
  copyLoggedId: 'entraInbound.log.copyId',
  copyLogEntry: 'entraInbound.log.copyEntry',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const viewIds = {
  runs: 'entraInbound.runs',
  log: 'entraInbound.log',
  connections: 'entraInbound.connections',
  sandbox: 'entraInbound.sandbox',
} as const;
/** The context keys for the menus and the welcome of the log view. */
export const logContext = {
  /** `stopped` while no sandbox runs, otherwise the progress of reading the log. */
  state: 'entraInbound.logState',
  follows: 'entraInbound.logFollows',
  filtered: 'entraInbound.logFiltered',
} as const;
/** True while a sandbox tenant runs in this window: for the menus of its view. */
export const sandboxRunsKey = 'entraInbound.sandboxRuns';
/** True while the people of runs are filtered. */
export const runsFilteredKey = 'entraInbound.runsFiltered';
/** The pages of plans that wait for their confirmation, as texts of URIs. */
export const waitingPlansKey = 'entraInbound.waitingPlans';
/** True while the document in front of the user is a payload. */
export const payloadKey = 'entraInbound.isPayload';
export const settingIds = {
  recordValues: 'entraInbound.mapping.recordValues',
  followsCursor: 'entraInbound.preview.followCursor',
  showsColumn: 'entraInbound.extract.columnInStatusBar',
  problemLevels: 'entraInbound.problems.levels',
  examinedRecords: 'entraInbound.mapping.examinedRecords',
  maxRecords: 'entraInbound.extract.maxRecords',
  maxBytes: 'entraInbound.extract.maxBytes',
  sandboxIdleStop: 'entraInbound.sandbox.idleStop',
  defaultDomain: 'entraInbound.defaultDomain',
} as const;
/** The settings of the limits of guards, by the name of the limit. */
export const guardSettingIds = Object.fromEntries(
  LIMIT_NAMES.map((name) => [name, `entraInbound.guards.${name}`]),
) as Readonly<Record<LimitName, string>>;
export const viewContainerId = 'entraInbound';
export const mappingLanguageId = 'scimmap';
/**
 * Languages of extracts: our own is in the manifest only so that extracts activate the extension, the others are those of
 * Rainbow CSV, which colours them.
 */
export const extractLanguageIds = ['csv', 'tsv', 'csv (semicolon)', 'csv (pipe)', 'dynamic csv'];
export const entryScheme = 'entra-inbound-entry';
/** The operation that was sent for a person; shown as JSON. */
export const operationScheme = 'entra-inbound-operation';
/** Requests as they would be sent, from a preview; shown as JSON. */
export const requestScheme = 'entra-inbound-request';
/** Pages that explain a kind of problem; the manifest has them shown as Markdown. */
export const problemScheme = 'entra-inbound-problem';
/** Pages that predict what would happen to people; shown as Markdown. */
export const predictionScheme = 'entra-inbound-prediction';
/** Pages about plans, before they are sent and afterwards; shown as Markdown. */
export const planScheme = 'entra-inbound-plan';
/** The prefix of the names of all guard limits. */
export const guardSettings = 'entraInbound.guards';
/** Pages with the results of checking a connection; shown as Markdown. */
export const connectionScheme = 'entra-inbound-connection';
/** Problems of files that a command could not use. */
export const fileProblemScheme = 'entra-inbound-file-problems';
export const previewViewType = 'entraInbound.preview';
/** The read-only editor of extracts of any size. */
export const extractViewType = 'entraInbound.extract';
