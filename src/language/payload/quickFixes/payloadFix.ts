import type { JsonNode } from '../../../core/json/jsonNode';
import type { Fix, ProblemToFix, QuickFix } from '../../shared/fixes/quickFix';
import type { EditedPayload } from '../editedPayload';
import type { PayloadPiece } from '../piece';

/** A problem of a payload that is to be fixed; places are those of the piece that it is in. */
export interface PayloadFixRequest extends ProblemToFix {
  readonly payload: EditedPayload;
  readonly piece: PayloadPiece;
  /** The innermost node that the problem covers. */
  readonly node: JsonNode;
}

/** One way to fix it; its edits are of the piece. */
export interface PayloadFix extends Fix {
  /** The places of the edits are those of the whole payload instead. */
  readonly isOfPayload?: true;
}

/** A way to fix problems of payloads. A new one is a file in this folder and a line in `table.ts`. */
export type PayloadQuickFix = QuickFix<PayloadFixRequest, PayloadFix>;
