import { memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import type { OperationCheck } from './payloadCheck';

const [method, deletion] = defineProblemKinds([
  {
    code: 'payload.method',
    severity: 'error',
    title: 'Method other than POST',
    explanation:
      'bulkUpload takes POST alone, in capitals. Entra itself decides between create and update, by the matching attribute; PUT and PATCH of RFC 7644 have no place here.',
    remedy: 'Write POST.',
    authority: 'Entra',
    example: { wrong: '"method": "PATCH"', right: '"method": "POST"' },
  },
  {
    code: 'payload.delete',
    severity: 'error',
    title: 'DELETE',
    explanation:
      'The documentation of bulkUpload asks for POST and says nothing of DELETE any more; an earlier version of the API deleted accounts by it, in Active Directory for good. What happens today is not documented, and must not be tried on people.',
    remedy: 'To disable an account, send POST with "active": false. Entra can delete it later by itself.',
    authority: 'Entra',
    example: { wrong: '"method": "DELETE"', right: '"method": "POST"' },
  },
]);

/** What is to be done. Data: `replacement`, POST in quotes; not for DELETE, where more than the word has to change. */
export const methods: OperationCheck = {
  kinds: [method, deletion],
  *find(operation) {
    const node = memberNode(operation, 'method');
    const text = stringOf(node);
    if (node === undefined || text === undefined || text === 'POST') return;
    if (text.toUpperCase() === 'DELETE') {
      const message =
        'DELETE may delete the account: an earlier version of the API did, and the documentation of today has POST alone. To disable the account, send POST with "active": false.';
      yield problemOf(deletion, spanOf(node), message);
      return;
    }
    const message = `Entra takes "POST" alone and itself decides between create and update; "${text}" is refused or not read.`;
    yield problemOf(method, spanOf(node), message, { replacement: '"POST"' });
  },
};
