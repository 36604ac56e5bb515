import { readJsonText } from '../json/readJsonText';
import type { Problem } from '../problems/problem';
import { openPayload, problemsOf } from './document/payloadDocument';
import type { PayloadKnowledge } from './shape/payloadKnowledge';
import { brokenLines } from './document/brokenLines';
import { problemsOfLines } from './document/payloadProblems';
import { recognise } from './document/recognisePayload';
import { unrecognised } from './document/unrecognised';

/** A payload read and checked as a whole. */
export interface CheckedPayload {
  /** Absent if the text could not be recognised as a payload. */
  readonly kind: 'bulkRequest' | 'user' | undefined;
  /** Sorted by place. */
  readonly problems: readonly Problem[];
}

/** Finds all problems in the text of a bulk request or a single user, as in the editor. */
export function checkPayloadText(text: string, knowledge: PayloadKnowledge = {}): CheckedPayload {
  const kind = recognise(text);
  if (kind === 'bulkRequest' || kind === 'user')
    return { kind, problems: problemsOf(openPayload(text, knowledge, { kind })) };
  const { root, problems } = readJsonText(text);
  const lines = problems.length === 0 ? undefined : brokenLines(text);
  if (lines !== undefined) return { kind: undefined, problems: problemsOfLines(lines, knowledge) };
  // Without valid JSON the kind of text is unknown, so only the JSON problems are reported
  return { kind: undefined, problems: root === undefined || problems.length > 0 ? problems : [unrecognised(root)] };
}
