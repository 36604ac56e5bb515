import type { Problem } from '../../problems/problem';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import type { OperationFacts, PlacedText, RequestCheck } from './payloadCheck';

const [bulkId, externalId] = defineProblemKinds([
  {
    code: 'payload.duplicate-bulk-id',
    severity: 'warning',
    title: 'Duplicate bulkId',
    explanation:
      "A bulkId must be unique within its request (RFC 7644, section 3.7; Entra's documentation). Published samples repeat one and are accepted, so this is a warning; but then it is unclear which operation an answer is about.",
    remedy: 'Give each operation its own id, such as the employee number.',
    authority: 'RFC 7644',
    example: {
      wrong:
        '"Operations": [\n  { "bulkId": "1", "data": { "externalId": "701984" } },\n  { "bulkId": "1", "data": { "externalId": "701985" } }\n]',
      right:
        '"Operations": [\n  { "bulkId": "1", "data": { "externalId": "701984" } },\n  { "bulkId": "2", "data": { "externalId": "701985" } }\n]',
    },
  },
  {
    code: 'payload.duplicate-external-id',
    severity: 'error',
    title: 'Duplicate externalId',
    explanation:
      'Entra matches people by externalId. Two operations with the same externalId change the same account, in an undefined order.',
    remedy: 'Remove one of the operations, or correct the externalId.',
    authority: 'Entra',
    example: {
      wrong:
        '"Operations": [\n  { "bulkId": "1", "data": { "externalId": "701984" } },\n  { "bulkId": "2", "data": { "externalId": "701984" } }\n]',
      right:
        '"Operations": [\n  { "bulkId": "1", "data": { "externalId": "701984" } },\n  { "bulkId": "2", "data": { "externalId": "701985" } }\n]',
    },
  },
]);

/** Duplicate ids in a request. Reported at each except the first. Data: `first`, the place of the first. */
export const duplicates: RequestCheck = {
  kinds: [bulkId, externalId],
  *find(operations) {
    yield* repeated(
      operations,
      (facts) => facts.bulkId,
      (where, first) =>
        problemOf(
          bulkId,
          where,
          'Duplicate bulkId: an earlier operation has it, too. It must be unique within the request (RFC 7644, section 3.7).',
          { first },
        ),
    );
    yield* repeatedPeople(operations);
  },
};

/** Finds people who occur in several requests or users that are sent together, given the operations of each. */
export function* duplicatesAcross(documents: readonly (readonly OperationFacts[])[]): Generator<Problem> {
  yield* repeatedPeople(
    documents.flatMap((operations) => {
      // Duplicates within one document are already reported
      const seen = new Set<string>();
      return operations.filter(({ externalId: id }) => id !== undefined && !seen.has(id.text) && seen.add(id.text));
    }),
  );
}

function repeatedPeople(operations: readonly OperationFacts[]): Generator<Problem> {
  return repeated(
    operations,
    (facts) => facts.externalId,
    (where, first) =>
      problemOf(
        externalId,
        where,
        'Duplicate externalId: an earlier operation has it, too. Entra takes both for one person and applies them in an undefined order.',
        { first },
      ),
  );
}

function* repeated(
  operations: readonly OperationFacts[],
  pick: (facts: OperationFacts) => PlacedText | undefined,
  report: (where: PlacedText['span'], first: PlacedText['span']) => Problem,
): Generator<Problem> {
  const firsts = new Map<string, PlacedText['span']>();
  for (const operation of operations) {
    const found = pick(operation);
    // An empty id counts as missing
    if (found === undefined || found.text === '') continue;
    const first = firsts.get(found.text);
    if (first === undefined) firsts.set(found.text, found.span);
    else yield report(found.span, first);
  }
}
