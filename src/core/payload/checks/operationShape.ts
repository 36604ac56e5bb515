import { memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { problemOf } from '../../problems/problemKind';
import { judgeMembers } from '../shape/judgeMembers';
import type { OperationCheck } from './payloadCheck';
import { shapeProblems } from '../shape/shapeProblems';
import { validateOperation } from '../shape/schemas/validators';

const MEMBERS = { method: 'text', bulkId: 'text', path: 'text', data: 'object' } as const;

/** The members of an operation. What is in `data` is judged by itself. */
export const operationShape: OperationCheck = {
  kinds: [shapeProblems.missingMember, shapeProblems.unknownMember, shapeProblems.memberCase, shapeProblems.wrongType],
  *find(operation) {
    yield* judgeMembers(operation, validateOperation, MEMBERS, 'An operation');
    const bulkId = memberNode(operation, 'bulkId');
    if (bulkId === undefined || stringOf(bulkId)?.trim() !== '') return;
    const message = '"bulkId" is empty: Entra wants a text that tells the operations of a request apart.';
    yield problemOf(shapeProblems.missingMember, spanOf(bulkId), message, { member: 'bulkId' });
  },
};
