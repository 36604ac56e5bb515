import { memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { OperationCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.path',
  severity: 'error',
  title: 'Path other than /Users',
  explanation:
    "bulkUpload takes people, whose path is /Users; an id behind it, as RFC 7644 has it for PUT and PATCH, has no place here, since Entra matches people by externalId. In small letters, as Microsoft's own samples write it, the path is taken, and that is said as information.",
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
      ? `Entra documents "/Users". In other letters it is taken, as Microsoft's samples show.`
      : 'Entra takes "/Users" alone: people are matched by externalId, and other resources are not taken.';
    const problem = problemOf(kind, spanOf(node), message, { replacement: '"/Users"' });
    yield isTaken ? { ...problem, severity: 'information' } : problem;
  },
};
