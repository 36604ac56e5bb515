import type { PayloadDocument, PayloadPart } from './payloadModel';

/** The text of a document between two offsets, without building the whole text. */
export function textBetween(document: PayloadDocument, start: number, end: number): string {
  if (end <= start) return '';
  const { parts, head, trailing, tail } = document;
  let text = head.slice(start, end);
  const add = (piece: string, at: number) => {
    if (at < end && at + piece.length > start) text += piece.slice(Math.max(0, start - at), end - at);
  };
  for (let index = indexOfPart(parts, start); index < parts.length; index++) {
    const part = parts[index];
    if (part === undefined || part.start - part.before.length >= end) break;
    add(part.before, part.start - part.before.length);
    add(part.text, part.start);
  }
  const last = parts.at(-1)?.end ?? head.length;
  add(trailing, last);
  add(tail, last + trailing.length);
  return text;
}

/** The part at an offset, or with one of its ends there; `undefined` for an offset outside of all parts. */
export function partAt(document: PayloadDocument, offset: number): PayloadPart | undefined {
  const part = document.parts[indexOfPart(document.parts, offset)];
  return part !== undefined && part.start <= offset ? part : undefined;
}

/** The index of the first part that does not end before `offset`, by binary search; the number of parts if all do. */
export function indexOfPart(parts: readonly PayloadPart[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
