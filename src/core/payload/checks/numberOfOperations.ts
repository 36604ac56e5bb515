import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import { MAX_OPERATIONS } from '../../scim/bulkRequest';
import { span } from '../../text/span';
import type { RequestCheck } from './payloadCheck';

const [tooMany, none] = defineProblemKinds([
  {
    code: 'payload.too-many-operations',
    severity: 'error',
    title: 'More than 50 operations',
    explanation: `bulkUpload takes at most ${MAX_OPERATIONS} operations a request. A longer one is refused as a whole.`,
    remedy: 'Split the request: the editor does it with "Split into requests of 50 operations".',
    authority: 'Entra',
    example: { wrong: '"Operations": [ 120 operations ]', right: '"Operations": [ 50 operations ]' },
  },
  {
    code: 'payload.no-operations',
    severity: 'error',
    title: 'Request without operations',
    explanation:
      'The list of operations is empty, which is as good as none (RFC 7643, section 2.5), and a bulk request needs some (RFC 7644, section 3.7). Sent, it would use up a call of the day and do nothing.',
    remedy: 'Add an operation for each person.',
    authority: 'RFC 7644',
    example: {
      wrong: '"Operations": []',
      right: '"Operations": [{ "bulkId": "1", "data": { "externalId": "701984" } }]',
    },
  },
]);

/** Said at the bracket that opens the list. Data: `operations`, how many there are, and `limit`. */
export const numberOfOperations: RequestCheck = {
  kinds: [tooMany, none],
  *find({ length }, { start, end }) {
    const bracket = span(start, Math.min(start + 1, end));
    if (length > MAX_OPERATIONS) {
      const message = `The request has ${length} operations; Entra takes ${MAX_OPERATIONS} and refuses the whole request. Split it into ${Math.ceil(length / MAX_OPERATIONS)} requests.`;
      yield problemOf(tooMany, bracket, message, { operations: length, limit: MAX_OPERATIONS });
    } else if (length === 0 && end > start) {
      const message = 'The request has no operations, and needs at least one (RFC 7644, section 3.7).';
      yield problemOf(none, bracket, message);
    }
  },
};
