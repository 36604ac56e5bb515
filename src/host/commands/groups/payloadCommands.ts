// Commands on payloads. Loaded with the first of them that is run.
export { sendPayload } from '../sendPayload';
export { predictPayload } from '../predictPayload';
export { copyPayloadAs } from '../copyPayloadAs';
export { splitPayload } from '../splitPayload';
export { showOperationRecord } from '../showOperationRecord';
