import type { JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import type { Span } from '../../text/span';
import type { OperationFacts, OperationFindings } from '../checks/payloadCheck';
import type { PayloadKnowledge } from '../shape/payloadKnowledge';

/** An element of the list of operations, parsed and checked on its own; for a user, the whole text. */
export interface PayloadPart {
  /** Its place in the document. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text between it and the part before it, or the list's bracket. */
  readonly before: string;
  /** Whether its own last bracket closes it; otherwise it ends where the next one visibly begins, or with the text. */
  readonly isClosed: boolean;
  /** Made on request; offsets are of the part. */
  readonly root: JsonNode | undefined;
  /** Including syntax errors; offsets are of the part. */
  readonly findings: OperationFindings;
  /** The problems of `findings` and of the text before the part, at offsets of the document. */
  readonly problems: readonly Problem[];
  /** The facts of `findings`, at offsets of the document. */
  readonly facts: OperationFacts;
}

/** A JSON text as a payload: head, parts with the text before each, the text after the last, tail. */
export interface PayloadDocument {
  readonly kind: 'bulkRequest' | 'user';
  /** Of the text, in UTF-16 units. */
  readonly length: number;
  /**
   * Up to and including the opening bracket of the list of operations; all of a request without such a list. Empty for
   * a user.
   */
  readonly head: string;
  readonly parts: readonly PayloadPart[];
  /** Between the last part and the tail. */
  readonly trailing: string;
  /** From the closing bracket of the list, or from where it should be. Empty for a user. */
  readonly tail: string;
  /** Absent for a user, and for a request that has none. */
  readonly list?: OperationList;
  readonly knowledge: PayloadKnowledge;
  /** The document's name, which decides on the kind where the content does not. */
  readonly name: string;
  /** The text is too large to be read: then it has no parts. */
  readonly excess?: Problem;
}

interface OperationList {
  /** The text before it decides where it begins, regardless of its content. */
  readonly isCertain: boolean;
  readonly isClosed: boolean;
}

/** An editor's change: the range in the old text, and the new text there. */
export interface PayloadChange extends Span {
  readonly text: string;
}
