// Commands on connections. Loaded with the first of them that is run.
export { useConnection } from '../connections/useConnection';
export { duplicateConnection } from '../connections/duplicateConnection';
export { renameConnection } from '../connections/renameConnection';
export { removeConnection } from '../connections/removeConnection';
export { exportConnection } from '../connections/exportConnection';
export { copyConnectionEndpoint } from '../connections/copyConnectionEndpoint';
