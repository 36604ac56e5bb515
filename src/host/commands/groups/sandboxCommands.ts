// Commands on the sandbox tenant. Loaded with the first one that runs.
export { startSandbox } from '../startSandbox';
export { stopSandbox } from '../stopSandbox';
export { chooseScenario } from '../chooseScenario';
export { resetSandbox } from '../resetSandbox';
export { loadUsers } from '../loadUsers';
export { saveUsers } from '../saveUsers';
export { copyEndpoint } from '../copyEndpoint';
