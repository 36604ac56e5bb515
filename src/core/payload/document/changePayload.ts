import { jsonLimits } from '../../json/jsonLimits';
import { findOperations } from './findOperations';
import { OperationReader, userDocument } from './openPayload';
import type { PayloadChange, PayloadDocument } from './payloadModel';
import type { OpenPayload } from './payloadPart';
import { kept, PlacedPart } from './payloadPart';
import { textBetween } from './payloadText';
import { payloadWindow } from './payloadWindow';
import { recogniseEnds } from './recognisePayload';
import { nextPiece } from './splitOperations';

/**
 * Applies one change to a document. Reads only the operations that the change touches; the result equals opening the
 * new text. `undefined` if the new text has to be opened as a whole: it may be of another kind, the start of its list
 * of operations is unclear, or too much of it would have to be read at once.
 * @param kind the kind of the text after this change and those that come with it, if already known
 */
export function changePayload(
  document: PayloadDocument,
  change: PayloadChange,
  kind?: PayloadDocument['kind'],
): PayloadDocument | undefined {
  if (!isOpen(document) || document.excess !== undefined) return undefined;
  const length = document.length + change.text.length - (change.end - change.start);
  if (length > jsonLimits.text) return undefined;
  const changed = changeByKind(document, change, length);
  if (changed === undefined) return undefined;
  const isOfKind = kind === undefined ? isStillOfKind(document, change, changed) : kind === document.kind;
  return isOfKind ? changed : undefined;
}

function changeByKind(document: OpenPayload, change: PayloadChange, length: number): OpenPayload | undefined {
  if (document.kind === 'user') {
    const text = document.parts[0]?.text ?? '';
    return userDocument(applied(text, change), document.knowledge, document.name);
  }
  if (document.list?.isCertain !== true) return undefined;
  return change.start < document.head.length
    ? changeHead(document, change, length)
    : changeList(document, change, length);
}

function isOpen(document: PayloadDocument): document is OpenPayload {
  return document.parts.every((part) => part instanceof PlacedPart);
}

function applied(text: string, { start, end, text: newText }: PayloadChange): string {
  return text.slice(0, start) + newText + text.slice(end);
}

/**
 * Whether a text is still of the same kind. A change outside of its first and last characters, which decide that, does
 * not matter.
 */
function isStillOfKind(before: OpenPayload, { start, end }: PayloadChange, after: OpenPayload): boolean {
  const fromEnd = before.length - end;
  if (start >= payloadWindow.head && fromEnd >= payloadWindow.tail) return true;
  const head = textBetween(after, 0, Math.min(payloadWindow.head, after.length));
  const tail = textBetween(after, Math.max(head.length, after.length - payloadWindow.tail), after.length);
  const kind = recogniseEnds({ head, tail }, after.name) === 'bulkRequest' ? 'bulkRequest' : 'user';
  return kind === before.kind;
}

function changeHead(document: OpenPayload, change: PayloadChange, length: number): OpenPayload | undefined {
  if (change.end > document.head.length) return undefined;
  const head = kept(applied(document.head, change));
  const list = findOperations(head);
  if (list?.at !== head.length || !list.isCertain) return undefined;
  const offset = length - document.length;
  return { ...document, length, head, parts: document.parts.map((part) => part.movedBy(offset)) };
}

/** How much of the text after a change is read, in UTF-16 units: the first size is usually more than enough. */
const REACHES = [4_096, 65_536, 1_048_576];

function changeList(document: OpenPayload, change: PayloadChange, length: number): OpenPayload | undefined {
  const first = firstAffected(document.parts, change.start);
  const from = document.parts[first - 1]?.end ?? document.head.length;
  for (const reach of REACHES) {
    const to = Math.min(document.length, change.end + reach);
    const text = textBetween(document, from, change.start) + change.text + textBetween(document, change.end, to);
    const window: Window = { text, from, isWhole: to === document.length };
    const split = splitAgain(document, change, first, window, length - document.length);
    if (split !== undefined) return { ...document, ...split, length };
    if (window.isWhole) break;
  }
  return undefined;
}

/** The index of the first part whose end depended on text after `at`. */
function firstAffected(parts: readonly PlacedPart[], at: number): number {
  const index = parts.findIndex((part) => part.end + part.reach >= at);
  return index < 0 ? parts.length : index;
}

/** A range of the new text that begins at the end of a part, or at the beginning of the list. */
interface Window {
  readonly text: string;
  /** Its place in both texts. */
  readonly from: number;
  /** Whether it extends to the end of the text. */
  readonly isWhole: boolean;
}

type Split = Pick<OpenPayload, 'parts' | 'trailing' | 'tail' | 'list'>;

/**
 * Splits the window until a part ends where an old one ended, because everything after that is unchanged. `undefined`
 * if the window is too small.
 */
function splitAgain(
  document: OpenPayload,
  change: PayloadChange,
  first: number,
  window: Window,
  offset: number,
): Split | undefined {
  const { text, from } = window;
  const parts = document.parts.slice(0, first);
  const reader = new OperationReader(document.knowledge, [
    { ...document, parts: document.parts.slice(first, first + REUSED) },
  ]);
  let old = first;
  let at = 0;
  for (;;) {
    const piece = nextPiece(text, at);
    if (piece.kind === 'end') {
      if (!window.isWhole) return undefined;
      const list = { isCertain: true, isClosed: piece.isClosed };
      return { parts, list, trailing: kept(text.slice(at, piece.at)), tail: kept(text.slice(piece.at)) };
    }
    if (!window.isWhole && piece.end + piece.reach > text.length) return undefined;
    const placed = { ...piece, start: from + piece.start };
    const before = kept(text.slice(at, piece.start));
    const part = reader.place(placed, before, kept(text.slice(piece.start, piece.end)), parts.at(-1));
    parts.push(part);
    at = piece.end;
    while ((document.parts[old]?.end ?? Infinity) < part.end - offset) old++;
    const oldPart = document.parts[old];
    if (oldPart?.end === part.end - offset && oldPart.end >= change.end && oldPart.isClosed === part.isClosed) {
      for (let rest = old + 1; rest < document.parts.length; rest++) {
        const unchanged = document.parts[rest];
        if (unchanged !== undefined) parts.push(unchanged.movedBy(offset));
      }
      return { parts, trailing: document.trailing, tail: document.tail, ...(document.list && { list: document.list }) };
    }
  }
}

/** How many of the old parts after a change can be reused: usually the second one is already unchanged. */
const REUSED = 64;
