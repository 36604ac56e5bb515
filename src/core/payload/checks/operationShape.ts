import { memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { problemOf } from '../../problems/problemKind';
import { judgeMembers } from '../shape/judgeMembers';
import type { OperationCheck } from './payloadCheck';
import { shapeProblems } from '../shape/shapeProblems';
import { validateOperation } from '../shape/schemas/validators';

const MEMBERS = { method: 'text', bulkId: 'text', path: 'text', data: 'object' } as const;

/** The members of an operation. The content of `data` is checked separately. */
export const operationShape: OperationCheck = {
  kinds: [shapeProblems.missingMember, shapeProblems.unknownMember, shapeProblems.memberCase, shapeProblems.wrongType],
  *find(operation) {
    yield* judgeMembers(operation, validateOperation, MEMBERS, 'An operation');
    const bulkId = memberNode(operation, 'bulkId');
    if (bulkId === undefined || stringOf(bulkId)?.trim() !== '') return;
    const message = '"bulkId" is empty, but Entra requires a text that identifies the operation within its request.';
    yield problemOf(shapeProblems.missingMember, spanOf(bulkId), message, { member: 'bulkId' });
  },
};
