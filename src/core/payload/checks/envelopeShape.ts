import { judgeMembers } from '../shape/judgeMembers';
import type { EnvelopeCheck } from './payloadCheck';
import { shapeProblems } from '../shape/shapeProblems';
import { validateEnvelope } from '../shape/schemas/validators';

const MEMBERS = { schemas: 'list', Operations: 'list', failOnErrors: 'integer' } as const;

/** The members of a request. */
export const envelopeShape: EnvelopeCheck = {
  kinds: [shapeProblems.missingMember, shapeProblems.unknownMember, shapeProblems.memberCase, shapeProblems.wrongType],
  find: (envelope) => judgeMembers(envelope, validateEnvelope, MEMBERS, 'A bulk request'),
};
