import type { JsonNode } from '../../core/json/jsonNode';
import type { OperationFindings } from '../../core/payload/checks/payloadCheck';
import type { PayloadKnowledge } from '../../core/payload/shape/payloadKnowledge';
import type { Problem } from '../../core/problems/problem';
import type { TextPlaces } from '../shared/textPlaces';

/** One operation of a bulk request, or a single user; offsets of the tree and the findings count from `start`. */
export interface EditedPart {
  readonly start: number;
  readonly text: string;
  readonly root: JsonNode | undefined;
  readonly findings: OperationFindings;
}

/** What the editor's questions need of an open payload. */
export interface PayloadShape {
  readonly kind: 'bulkRequest' | 'user';
  readonly length: number;
  /** The text before the first operation and after the last one; empty for a single user. */
  readonly head: string;
  readonly tail: string;
  readonly parts: readonly EditedPart[];
}

/** A payload in an editor: its parts, and what only the editor has. */
export interface EditedPayload extends TextPlaces {
  readonly payload: PayloadShape;
  /** A piece of the text; the cost of all of it is proportional to its length. */
  readonly slice: (start: number, end: number) => string;
  readonly knowledge: PayloadKnowledge;
}

/** A payload whose problems have been found, too. */
export interface DiagnosedPayload extends EditedPayload {
  /** By place, at offsets of the whole text. */
  readonly problems: readonly Problem[];
}

/** The part that a place is in, its ends included. Parts are in the order of the text. */
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
