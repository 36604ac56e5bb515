import { spanOf } from '../../json/jsonNode';
import { memberNode } from '../../json/jsonNode';
import { judgeMembers } from '../shape/judgeMembers';
import type { EnvelopeCheck } from './payloadCheck';
import { shapeProblems } from '../shape/shapeProblems';
import { validateEnvelope } from '../shape/schemas/validators';

const MEMBERS = { schemas: 'list', Operations: 'list', failOnErrors: 'integer' } as const;

/** Microsoft Graph's bulkUpload does not document the member, and scripts send false in it. */
const DOUBTFUL =
  '"failOnErrors" is a whole number in RFC 7644 (section 3.7): after how many errors to stop. Entra does not document the member, and its samples send null; leave it out or write null.';

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
