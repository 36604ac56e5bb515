import type { JsonNode } from '../../core/json/jsonNode';
import type { OperationFindings } from '../../core/payload/checks/payloadCheck';
import type { PayloadKnowledge } from '../../core/payload/shape/payloadKnowledge';
import type { Problem } from '../../core/problems/problem';
import type { TextPlaces } from '../shared/textPlaces';

/** One operation of a bulk request, or a single user. Offsets of the tree and the findings are relative to `start`. */
export interface EditedPart {
  readonly start: number;
  readonly text: string;
  readonly root: JsonNode | undefined;
  readonly findings: OperationFindings;
}

/** The facts of an open payload that editor features need. */
export interface PayloadShape {
  readonly kind: 'bulkRequest' | 'user';
  readonly length: number;
  /** The text before the first operation and after the last one; empty for a single user. */
  readonly head: string;
  readonly tail: string;
  readonly parts: readonly EditedPart[];
}

/** A payload that is open in an editor: its parts, and access to its text. */
export interface EditedPayload extends TextPlaces {
  readonly payload: PayloadShape;
  /** A piece of the text. Reading all of it takes time proportional to its length. */
  readonly slice: (start: number, end: number) => string;
  readonly knowledge: PayloadKnowledge;
}

/** A payload together with its problems. */
export interface DiagnosedPayload extends EditedPayload {
  /** Sorted by place, with offsets in the whole text. */
  readonly problems: readonly Problem[];
}

/** The part that contains a place, including its ends. Parts are in the order of the text. */
export function partIn({ parts }: PayloadShape, offset: number): EditedPart | undefined {
  let low = 0;
  let high = parts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part === undefined) return undefined;
    if (offset < part.start) high = middle - 1;
    else if (offset > part.start + part.text.length) low = middle + 1;
    else return part;
  }
  return undefined;
}
