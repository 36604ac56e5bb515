import type { JsonNode } from '../../../core/json/jsonNode';
import type { Span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { EditedPayload } from '../editedPayload';
import type { Piece } from '../piece';

/** A problem of a payload that is to be mended; places are those of the piece that it is in. */
export interface PayloadFixRequest {
  readonly payload: EditedPayload;
  readonly code: string;
  /** What the problem's finder knows of it; its shape is looked at before it is believed. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly piece: Piece;
  readonly span: Span;
  /** The innermost node that the problem covers. */
  readonly node: JsonNode;
}

/** One way to mend it. */
export interface PayloadFix {
  readonly title: string;
  /** Of the piece, none over another. */
  readonly edits?: readonly TextEdit[];
  /** The places of the edits are those of the whole payload instead. */
  readonly isOfPayload?: true;
  /** The only sensible one. */
  readonly isPreferred?: boolean;
  readonly command?: { readonly id: string; readonly arguments: readonly unknown[] };
}

/** A way to mend problems of some kinds. A new one is a file in this folder and a line in `table.ts`. */
export interface PayloadQuickFix {
  /** The codes of the problems that it is asked about. */
  readonly codes: readonly string[];
  readonly fixes: (request: PayloadFixRequest) => Iterable<PayloadFix>;
}
