import type { FixLanguage } from '../../shared/fixes/fixLanguage';
import type { DiagnosedPayload } from '../editedPayload';
import { inPayload, nodeOver, pieceAt } from '../piece';
import type { PayloadFix, PayloadFixRequest } from './payloadFix';
import { payloadQuickFixTable } from './table';

/** Connects the quick fixes of payloads to the engine. */
export function payloadFixes(payload: DiagnosedPayload): FixLanguage<PayloadFixRequest, PayloadFix> {
  return {
    table: payloadQuickFixTable,
    places: payload,
    requestFor: (problem) => {
      const piece = pieceAt(payload, problem.span.start);
      if (piece === undefined) return undefined;
      const span = { start: piece.fromPayload(problem.span.start), end: piece.fromPayload(problem.span.end) };
      return { ...problem, payload, piece, span, node: nodeOver(piece, span) };
    },
    editsOf: ({ piece }, edits, { isOfPayload }) => (isOfPayload === true ? edits : inPayload(piece, edits)),
    allOf: (code) => {
      const problems = payload.problems.filter((problem) => problem.code === code);
      return { title: `Fix all ${problems.length} problems of this kind: ${code}`, problems };
    },
  };
}
