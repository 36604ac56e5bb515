import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import { MAX_OPERATIONS } from '../../scim/bulkRequest';
import { span } from '../../text/span';
import type { RequestCheck } from './payloadCheck';

const [tooMany, none] = defineProblemKinds([
  {
    code: 'payload.too-many-operations',
    severity: 'error',
    title: 'More than 50 operations',
    explanation: `bulkUpload accepts at most ${MAX_OPERATIONS} operations per request and refuses a larger one as a whole.`,
    remedy: 'Split the request, in the editor with "Split into requests of 50 operations".',
    authority: 'Entra',
    example: { wrong: '"Operations": [ 120 operations ]', right: '"Operations": [ 50 operations ]' },
  },
  {
    code: 'payload.no-operations',
    severity: 'error',
    title: 'Request without operations',
    explanation:
      "The list of operations is empty, which counts as missing (RFC 7643, section 2.5), but a bulk request needs operations (RFC 7644, section 3.7). It would use up one of the day's calls without effect.",
    remedy: 'Add an operation for each person.',
    authority: 'RFC 7644',
    example: {
      wrong: '"Operations": []',
      right: '"Operations": [{ "bulkId": "1", "data": { "externalId": "701984" } }]',
    },
  },
]);

/** Reported at the opening bracket of the list. Data: `operations`, their number, and `limit`. */
export const numberOfOperations: RequestCheck = {
  kinds: [tooMany, none],
  *find({ length }, { start, end }) {
    const bracket = span(start, Math.min(start + 1, end));
    if (length > MAX_OPERATIONS) {
      const message = `The request has ${length} operations, but Entra accepts at most ${MAX_OPERATIONS} and refuses the whole request. Split it into ${Math.ceil(length / MAX_OPERATIONS)} requests.`;
      yield problemOf(tooMany, bracket, message, { operations: length, limit: MAX_OPERATIONS });
    } else if (length === 0 && end > start) {
      const message = 'The request has no operations but needs at least one (RFC 7644, section 3.7).';
      yield problemOf(none, bracket, message);
    }
  },
};
