import type { JsonNode } from '../../../core/json/jsonNode';
import type { Fix, ProblemToFix, QuickFix } from '../../shared/fixes/quickFix';
import type { EditedPayload } from '../editedPayload';
import type { PayloadPiece } from '../piece';

/** A problem of a payload that needs fixes. Places are relative to the piece that contains it. */
export interface PayloadFixRequest extends ProblemToFix {
  readonly payload: EditedPayload;
  readonly piece: PayloadPiece;
  /** The innermost node that the problem covers. */
  readonly node: JsonNode;
}

/** One way to fix a problem of a payload; its edits are relative to the piece. */
export interface PayloadFix extends Fix {
  /** The edits are relative to the whole payload instead. */
  readonly isOfPayload?: true;
}

/** A way to fix problems of payloads. To add one, add a file in this folder and a line in `table.ts`. */
export type PayloadQuickFix = QuickFix<PayloadFixRequest, PayloadFix>;
