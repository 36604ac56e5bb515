import type { JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import type { Span } from '../../text/span';
import type { OperationFacts, OperationFindings } from '../checks/payloadCheck';
import type { PayloadKnowledge } from '../shape/payloadKnowledge';

/** An element of the list of operations, parsed and checked on its own; for a user, the whole text. */
export interface PayloadPart {
  /** Its range in the document. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text between the previous part, or the list's opening bracket, and this part. */
  readonly before: string;
  /**
   * Whether it ends at its closing bracket; otherwise it ends where the next one visibly begins, or at the end of the
   * text.
   */
  readonly isClosed: boolean;
  /** Built on request. Offsets count from the start of the part. */
  readonly root: JsonNode | undefined;
  /** Includes syntax errors. Offsets count from the start of the part. */
  readonly findings: OperationFindings;
  /** The problems in `findings` and in the text before the part, with offsets in the document. */
  readonly problems: readonly Problem[];
  /** The facts in `findings`, with offsets in the document. */
  readonly facts: OperationFacts;
}

/**
 * A JSON text as a payload. It consists of the head, the parts with the text before each, the text after the last one,
 * and the tail.
 */
export interface PayloadDocument {
  readonly kind: 'bulkRequest' | 'user';
  /** The length of the text in UTF-16 units. */
  readonly length: number;
  /**
   * Up to and including the opening bracket of the list of operations; all of a request without such a list. Empty for
   * a user.
   */
  readonly head: string;
  readonly parts: readonly PayloadPart[];
  /** The text between the last part and the tail. */
  readonly trailing: string;
  /** The text from the closing bracket of the list on, or from where it should be. Empty for a user. */
  readonly tail: string;
  /** Absent for a user, and for a request without a list of operations. */
  readonly list?: OperationList;
  readonly knowledge: PayloadKnowledge;
  /** The document's name, which decides the kind if the content does not. */
  readonly name: string;
  /** Set if the text is too large to be read; then the document has no parts. */
  readonly excess?: Problem;
}

interface OperationList {
  /** Whether only the text before the list decides where it begins. */
  readonly isCertain: boolean;
  readonly isClosed: boolean;
}

/** An editor's change: the range in the old text, and the new text there. */
export interface PayloadChange extends Span {
  readonly text: string;
}
