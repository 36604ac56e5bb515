import { spanOf } from '../../json/jsonNode';
import { memberNode } from '../../json/jsonNode';
import { judgeMembers } from '../shape/judgeMembers';
import type { EnvelopeCheck } from './payloadCheck';
import { shapeProblems } from '../shape/shapeProblems';
import { validateEnvelope } from '../shape/schemas/validators';

const MEMBERS = { schemas: 'list', Operations: 'list', failOnErrors: 'integer' } as const;

/** Microsoft Graph does not document the member for bulkUpload, and scripts send false. */
const DOUBTFUL =
  '"failOnErrors" is a whole number in RFC 7644 (section 3.7), the number of errors before stopping. Entra does not document it, and its samples send null. Remove it or write null.';

/** The members of a request. */
export const envelopeShape: EnvelopeCheck = {
  kinds: [shapeProblems.missingMember, shapeProblems.unknownMember, shapeProblems.memberCase, shapeProblems.wrongType],
  *find(envelope) {
    const failOnErrors = memberNode(envelope, 'failOnErrors');
    for (const problem of judgeMembers(envelope, validateEnvelope, MEMBERS, 'A bulk request')) {
      const isDoubtful = failOnErrors !== undefined && problem.span.start === spanOf(failOnErrors).start;
      yield isDoubtful ? { ...problem, severity: 'warning', message: DOUBTFUL } : problem;
    }
  },
};
