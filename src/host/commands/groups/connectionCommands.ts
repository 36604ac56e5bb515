// Commands on connections. Loaded with the first one that runs.
export { checkConnection } from '../connections/checkConnection';
export { addConnection } from '../connections/addConnection';
export { editConnection } from '../connections/editConnection';
export { importConnection } from '../connections/importConnection';
export { useConnection } from '../connections/useConnection';
export { duplicateConnection } from '../connections/duplicateConnection';
export { renameConnection } from '../connections/renameConnection';
export { removeConnection } from '../connections/removeConnection';
export { exportConnection } from '../connections/exportConnection';
export { copyConnectionEndpoint } from '../connections/copyConnectionEndpoint';
