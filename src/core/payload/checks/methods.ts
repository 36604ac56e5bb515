import { memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import type { OperationCheck } from './payloadCheck';

const [method, deletion] = defineProblemKinds([
  {
    code: 'payload.method',
    severity: 'error',
    title: 'Method other than POST',
    explanation:
      'bulkUpload accepts only POST, in upper case. Entra itself decides between create and update, by the matching attribute; PUT and PATCH of RFC 7644 are not used here.',
    remedy: 'Write POST.',
    authority: 'Entra',
    example: { wrong: '"method": "PATCH"', right: '"method": "POST"' },
  },
  {
    code: 'payload.delete',
    severity: 'error',
    title: 'DELETE',
    explanation:
      'The documentation of bulkUpload requires POST and no longer mentions DELETE; an earlier version of the API deleted accounts with it, permanently in Active Directory. What happens today is not documented; do not try it on people.',
    remedy: 'To disable an account, send POST with "active": false. Entra can delete it later.',
    authority: 'Entra',
    example: { wrong: '"method": "DELETE"', right: '"method": "POST"' },
  },
]);

/** Checks the method. Data: `replacement`, POST in quotes; absent for DELETE, where more than the word must change. */
export const methods: OperationCheck = {
  kinds: [method, deletion],
  *find(operation) {
    const node = memberNode(operation, 'method');
    const text = stringOf(node);
    if (node === undefined || text === undefined || text === 'POST') return;
    if (text.toUpperCase() === 'DELETE') {
      const message =
        'DELETE may delete the account: an earlier version of the API did, and today\'s documentation has only POST. To disable the account, send POST with "active": false.';
      yield problemOf(deletion, spanOf(node), message);
      return;
    }
    const message = `Entra accepts only "POST" and itself decides between create and update. "${text}" is refused or ignored.`;
    yield problemOf(method, spanOf(node), message, { replacement: '"POST"' });
  },
};
