import type { Problem } from '../../problems/problem';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import type { OperationFacts, PlacedText, RequestCheck } from './payloadCheck';

const [bulkId, externalId] = defineProblemKinds([
  {
    code: 'payload.duplicate-bulk-id',
    severity: 'warning',
    title: 'The same bulkId twice',
    explanation:
      'A bulkId is unique within its request (RFC 7644, section 3.7), and Entra documents it so. Published samples repeat one and are taken, so that this is a warning; but which operation an answer means can no more be told.',
    remedy: 'Give each operation an id of its own; the employee number will do.',
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
    title: 'The same externalId twice',
    explanation:
      'Entra matches people by externalId. Two operations with the same one go to the same account, and which of them is done last is not defined.',
    remedy: 'Leave one of the operations out, or correct the externalId.',
    authority: 'Entra',
    example: {
      wrong:
        '"Operations": [\n  { "bulkId": "1", "data": { "externalId": "701984" } },\n  { "bulkId": "2", "data": { "externalId": "701984" } }\n]',
      right:
        '"Operations": [\n  { "bulkId": "1", "data": { "externalId": "701984" } },\n  { "bulkId": "2", "data": { "externalId": "701985" } }\n]',
    },
  },
]);

/** Ids that another operation of the request has. Said at each but the first. Data: `first`, the place of the first. */
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
          'An earlier operation has this bulkId too. RFC 7644 (section 3.7) wants it unique within the request.',
          { first },
        ),
    );
    yield* repeatedPeople(operations);
  },
};

/** The same of several requests or users that are sent together, of each the operations. */
export function* duplicatesAcross(documents: readonly (readonly OperationFacts[])[]): Generator<Problem> {
  yield* repeatedPeople(
    documents.flatMap((operations) => {
      // Within one document they were told of before
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
        'An earlier operation has this externalId too: Entra takes both for one person, and which of them is done last is not defined.',
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
    // An empty id is a missing one
    if (found === undefined || found.text === '') continue;
    const first = firsts.get(found.text);
    if (first === undefined) firsts.set(found.text, found.span);
    else yield report(found.span, first);
  }
}
