// Commands on the log of the connection in use. Loaded with the first one that runs.
export { clearLogFilter, filterLog } from '../log/filterLog';
export { copyLogEntry, copyLoggedId, loadMoreEntries } from '../log/logRows';
export { followLog, refreshLog, stopLog, unfollowLog } from '../log/readLog';
export { showLogStatistics } from '../log/showLogStatistics';
