import { jsonProblemKinds } from '../json/jsonProblemKinds';
import type { ProblemKind } from '../problems/problemKind';
import { envelopeChecks, operationChecks, requestChecks, resourceChecks } from './checks/table';
import { encodedTwiceKind, unrecognisedKind } from './document/unrecognised';

/** All kinds of problems that the checks of payloads find, each once. */
export const payloadCheckKinds: readonly ProblemKind[] = [
  ...new Set(
    [...envelopeChecks, ...requestChecks, ...operationChecks, ...resourceChecks].flatMap(({ kinds }) => kinds),
  ),
];

/** All kinds of problems in a payload, including those of its JSON. */
export const payloadProblemKinds: readonly ProblemKind[] = [
  ...jsonProblemKinds,
  unrecognisedKind,
  encodedTwiceKind,
  ...payloadCheckKinds,
];
