/**
 * The interface of this folder for code that reads payloads: a payload that is open in an editor, read part by part.
 */
export type { PayloadDocument } from './payloadModel';
export { openPayload, openPayloadInSlices } from './openPayload';
export { changePayload } from './changePayload';
export { factsOf, problemsOf } from './payloadProblems';
export { positionAt } from './payloadPositions';
export { partAt, textBetween } from './payloadText';
