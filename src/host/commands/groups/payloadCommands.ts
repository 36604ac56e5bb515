// Commands on payloads. Loaded with the first one that runs.
export { sendPayload } from '../sendPayload';
export { predictPayload } from '../predictPayload';
export { copyPayloadAs } from '../copyPayloadAs';
export { splitPayload } from '../splitPayload';
export { showOperationRecord } from '../showOperationRecord';
