// Commands on earlier and current runs. Loaded with the first one that runs.
export { pauseRun } from '../runs/pauseRun';
export { resumeRun } from '../runs/resumeRun';
export { cancelRun } from '../runs/cancelRun';
export { verifyRun } from '../runs/verifyRun';
export { resendFailures } from '../runs/resendFailures';
export { sendRest } from '../runs/sendRest';
export { findRejected } from '../runs/findRejected';
export { exportResults } from '../runs/exportResults';
export { removeRun } from '../runs/removeRun';
export { showRunPlan } from '../runs/showRunPlan';
export { continuePlan } from '../runs/continuePlan';
export { controlRun } from '../runs/controlRun';
export { clearRuns } from '../runs/clearRuns';
