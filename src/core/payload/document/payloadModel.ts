import type { JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import type { Span } from '../../text/span';
import type { OperationFacts, OperationFindings } from '../checks/payloadCheck';
import type { PayloadKnowledge } from '../shape/payloadKnowledge';

/** An element of the list of operations, parsed and checked alone; of a user the whole text. */
export interface PayloadPart {
  /** Where it stands in the document. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What stands between it and the part before it, or the list's bracket. */
  readonly before: string;
  /** Its own last bracket closes it; else it ends where the next one visibly begins, or with the text. */
  readonly isClosed: boolean;
  /** Made when it is asked for; offsets are of the part. */
  readonly root: JsonNode | undefined;
  /** Mistakes of syntax included; offsets are of the part. */
  readonly findings: OperationFindings;
  /** The problems of `findings`, and those of what stands before, at offsets of the document. */
  readonly problems: readonly Problem[];
  /** The facts of `findings`, at offsets of the document. */
  readonly facts: OperationFacts;
}

/** A JSON text as a payload: head, parts with what stands before each, what stands behind the last, tail. */
export interface PayloadDocument {
  readonly kind: 'bulkRequest' | 'user';
  /** Of the text, in UTF-16 units. */
  readonly length: number;
  /** Up to the bracket that opens the list of operations, with it; all of a request that has no such list. Empty for a user. */
  readonly head: string;
  readonly parts: readonly PayloadPart[];
  /** Between the last part and the tail. */
  readonly behind: string;
  /** From the bracket that closes the list, or from where it should stand. Empty for a user. */
  readonly tail: string;
  /** Absent for a user, and for a request that has none. */
  readonly list?: OperationList;
  readonly knowledge: PayloadKnowledge;
  /** The document's name, which decides on the kind where the content does not. */
  readonly name: string;
  /** The text is more than is read: then it has no parts. */
  readonly excess?: Problem;
}

interface OperationList {
  /** What stands before it decides where it begins, whatever comes in it. */
  readonly isCertain: boolean;
  readonly isClosed: boolean;
}

/** What an editor says of a change: the span of the text as it was, and what stands there now. */
export interface PayloadChange extends Span {
  readonly text: string;
}
