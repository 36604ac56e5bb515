// Commands on what was sent before, and what is being sent. Loaded with the first of them that is run.
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
export { controlRun } from '../runs/controlRun';
export { clearRuns } from '../runs/clearRuns';
