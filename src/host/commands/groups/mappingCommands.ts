// Commands on mappings: they ask about the one in front of the user. Loaded with the first of them that is run.
export { checkMapping } from '../checkMapping';
export { chooseExtract } from '../chooseExtract';
export { decideStatuses } from '../decideStatuses';
export { previewMapping } from '../previewMapping';
export { sendMapping } from '../sendMapping';
export { chooseRecord, nextRecord, previousRecord } from '../chooseRecord';
export { toggleRecordValues } from '../toggleRecordValues';
export { showCell } from '../showCell';
