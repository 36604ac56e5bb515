import { partIn } from '../editedPayload';
import type { PayloadQuickFix } from './payloadFix';

/** Removes the later of two operations for one person, with the comma before it. */
export const removeOperation: PayloadQuickFix = {
  codes: ['payload.duplicate-external-id'],
  *fixes({ payload: { payload }, piece, span }) {
    const part = partIn(payload, piece.toPayload(span.start));
    const before = part && payload.parts[payload.parts.indexOf(part) - 1];
    if (part === undefined || before === undefined) return;
    const start = piece.fromPayload(before.start + before.text.length);
    const end = piece.fromPayload(part.start + part.text.length);
    yield { title: 'Remove this operation', edits: [{ span: { start, end }, newText: '' }] };
  },
};
