/** Everything by which package.json and the code know each other. A test holds the two together. */
export const commandIds = {
  previewExtract: 'entraInbound.extract.preview',
  sendToSandbox: 'entraInbound.extract.sendToSandbox',
  openEntry: 'entraInbound.entry.open',
  showRecord: 'entraInbound.record.show',
  clearRuns: 'entraInbound.runs.clear',
  stopSandbox: 'entraInbound.sandbox.stop',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const viewIds = { runs: 'entraInbound.runs' } as const;
export const viewContainerId = 'entraInbound';
export const mappingLanguageId = 'scimmap';
export const entryScheme = 'entra-inbound-entry';
export const previewViewType = 'entraInbound.preview';
