import type { ProblemKind } from '../problemKind';
import { envelopeChecks, operationChecks, requestChecks, resourceChecks } from './checks/table';

/** Every kind of problem that the checks of payloads find, each once. */
export const payloadProblemKinds: readonly ProblemKind[] = [
  ...new Set(
    [...envelopeChecks, ...requestChecks, ...operationChecks, ...resourceChecks].flatMap(({ kinds }) => kinds),
  ),
];
