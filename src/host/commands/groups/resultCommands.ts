// Commands on sent people and their log entries. Loaded with the first one that runs.
export { explainEntry, openEntry } from '../openEntry';
export { showRecord } from '../showRecord';
export { whatHappened } from '../results/whatHappened';
export { findPerson } from '../results/findPerson';
export { loadMorePeople } from '../results/loadMorePeople';
export { filterRuns } from '../results/filterRuns';
export { clearRunsFilter } from '../results/clearRunsFilter';
export { copyId } from '../results/copyId';
export { openOperation } from '../results/openOperation';
export { predictPerson } from '../results/predictPerson';
export { sendPerson } from '../results/sendPerson';
