import { MAX_OPERATIONS } from '../../../core/scim/bulkRequest';
import { span } from '../../../core/text/span';
import type { Refactored, Refactoring } from '../../shared/refactorings/refactoring';
import type { EditedPayload } from '../editedPayload';
import { SPLIT_COMMAND } from '../quickFixes/splitLong';
import { numberBulkIds } from './numberBulkIds';
import { requestToUser, userToRequest } from './userToRequest';

type PayloadRefactoring = Refactoring<EditedPayload>;

/** All refactorings of payloads, in the order in which they are offered. */
export const payloadRefactoringTable: readonly PayloadRefactoring[] = [toRequest, toUser, numbering, splitting];

function* toRequest(payload: EditedPayload): Generator<Refactored> {
  if (payload.payload.kind === 'user') yield* converted(payload, 'Convert to a bulk request', userToRequest);
}

function* toUser(payload: EditedPayload): Generator<Refactored> {
  if (operationsIn(payload) === 1) yield* converted(payload, 'Convert to a single user', requestToUser);
}

function* converted(
  payload: EditedPayload,
  title: string,
  convert: (text: string) => string | undefined,
): Generator<Refactored> {
  const { length } = payload.payload;
  const newText = convert(payload.slice(0, length));
  if (newText !== undefined) yield { title, kind: 'refactor.rewrite', edits: [{ span: span(0, length), newText }] };
}

function* numbering(payload: EditedPayload): Generator<Refactored> {
  if (operationsIn(payload) === 0) return;
  yield { title: 'Number all bulkIds', kind: 'refactor.rewrite', edits: () => numberBulkIds(payload) };
}

function* splitting(payload: EditedPayload): Generator<Refactored> {
  if (operationsIn(payload) <= MAX_OPERATIONS) return;
  const title = `Split into requests of ${MAX_OPERATIONS} operations`;
  yield { title, kind: 'refactor.rewrite', command: { id: SPLIT_COMMAND, arguments: [] } };
}

function operationsIn({ payload: { kind, parts } }: EditedPayload): number {
  return kind === 'user' ? 0 : parts.length;
}
