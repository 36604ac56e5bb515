import { memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { OperationCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.path',
  severity: 'error',
  title: 'Path other than /Users',
  explanation:
    "bulkUpload accepts people, whose path is /Users. An id after it, as RFC 7644 has it for PUT and PATCH, is not used here, since Entra matches people by externalId. The path is accepted in lower case, as in Microsoft's own samples, which is reported as information.",
  remedy: 'Write /Users.',
  authority: 'Entra',
  example: { wrong: '"path": "/Users/701984"', right: '"path": "/Users"' },
});

/** Data: `replacement`, the path in quotes. */
export const paths: OperationCheck = {
  kinds: [kind],
  *find(operation) {
    const node = memberNode(operation, 'path');
    const text = stringOf(node);
    if (node === undefined || text === undefined || text === '/Users') return;
    const isTaken = text.toLowerCase() === '/users';
    const message = isTaken
      ? `Entra documents "/Users". Other capitalisation is accepted, as Microsoft's samples show.`
      : 'Entra accepts only "/Users": people are matched by externalId, and other resources are not supported.';
    const problem = problemOf(kind, spanOf(node), message, { replacement: '"/Users"' });
    yield isTaken ? { ...problem, severity: 'information' } : problem;
  },
};
