// Commands on the mapping in front of the user. Loaded with the first one that runs.
export { checkMapping } from '../checkMapping';
export { chooseExtract } from '../chooseExtract';
export { decideStatuses } from '../decideStatuses';
export { previewMapping } from '../previewMapping';
export { sendMapping } from '../sendMapping';
export { chooseRecord, nextRecord, previousRecord } from '../chooseRecord';
export { toggleRecordValues } from '../toggleRecordValues';
export { showCell } from '../showCell';
