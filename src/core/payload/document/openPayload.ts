import { jsonLimits, tooLongText } from '../../json/jsonLimits';
import { findOperations } from './findOperations';
import type { GapPlace } from './listGap';
import type { PayloadKnowledge } from '../shape/payloadKnowledge';
import type { PayloadDocument } from './payloadModel';
import type { OpenPayload, PartReading } from './payloadPart';
import { kept, PartGap, PlacedPart } from './payloadPart';
import { readOperation, readUser } from './readPart';
import { recognise } from './recognisePayload';
import type { OperationPiece } from './splitOperations';
import { nextPiece } from './splitOperations';

/** The knowledge of documents that are opened without any. One shared value, so that such documents are equal. */
const NO_KNOWLEDGE: PayloadKnowledge = {};

/** Facts about a text to open that are known without reading it. */
export interface OpenedAs {
  /** The document's name, which decides the kind if the content does not. */
  readonly name?: string;
  /** The kind, if it is already known. */
  readonly kind?: PayloadDocument['kind'];
}

/**
 * Opens any text as a payload: a text that is neither a request nor a user is treated as a user. The same text gives
 * the same document, regardless of earlier changes.
 */
export function openPayload(text: string, knowledge?: PayloadKnowledge, as?: OpenedAs): PayloadDocument {
  const opening = openPayloadInSlices(text, knowledge, as);
  for (;;) {
    const { done, value } = opening.next();
    if (done === true) return value;
  }
}

/**
 * Opens a payload in slices of well under a millisecond, so that the caller can let other work run between them. Reuses
 * parts of `previous` that are still in the text.
 */
export function* openPayloadInSlices(
  text: string,
  knowledge = NO_KNOWLEDGE,
  { name = '', kind = kindOf(text, name) }: OpenedAs = {},
  previous?: PayloadDocument,
): Generator<undefined, PayloadDocument> {
  const base = { length: text.length, knowledge, name, trailing: '', tail: '' };
  if (text.length > jsonLimits.text)
    return { ...base, kind, head: text, parts: [], excess: tooLongText(text.length) } satisfies OpenPayload;
  if (kind === 'user') return userDocument(text, knowledge, name);
  const start = findOperations(text);
  yield;
  if (start === undefined) return { ...base, kind, head: text, parts: [] } satisfies OpenPayload;
  // A slice keeps the text that it was cut from alive. That is fine for one text, but not for all earlier ones
  const cut = previous === undefined ? (from: number, to: number) => text.slice(from, to) : cutFrom(text);
  const reader = new OperationReader(knowledge, previous === undefined ? [] : [previous]);
  const parts: PlacedPart[] = [];
  let at = start.at;
  let sinceYield = 0;
  for (;;) {
    const piece = nextPiece(text, at);
    if (piece.kind === 'end') {
      const list = { isCertain: start.isCertain, isClosed: piece.isClosed };
      const ends = { head: cut(0, start.at), trailing: cut(at, piece.at), tail: cut(piece.at, text.length) };
      return { ...base, ...ends, kind, parts, list } satisfies OpenPayload;
    }
    parts.push(reader.place(piece, cut(at, piece.start), cut(piece.start, piece.end), parts.at(-1)));
    sinceYield += piece.end - at;
    at = piece.end;
    if (sinceYield > SLICE) {
      sinceYield = 0;
      yield;
    }
  }
}

function kindOf(text: string, name: string): PayloadDocument['kind'] {
  return recognise(text, name) === 'bulkRequest' ? 'bulkRequest' : 'user';
}

/** The size of a slice in UTF-16 units: a few operations. */
const SLICE = 4096;

const cutFrom = (text: string) => (from: number, to: number) => kept(text.slice(from, to));

export function userDocument(text: string, knowledge: PayloadKnowledge, name: string): OpenPayload {
  const part = new PlacedPart(0, new PartGap('', 'first'), readUser(text, knowledge), 0);
  return { kind: 'user', length: text.length, head: '', parts: [part], trailing: '', tail: '', knowledge, name };
}

/** Makes parts from pieces, and reuses earlier readings of the same text. */
export class OperationReader {
  readonly #knowledge: PayloadKnowledge;
  readonly #known = new Map<string, PartReading>();

  constructor(knowledge: PayloadKnowledge, previous: readonly Pick<PayloadDocument, 'parts' | 'knowledge' | 'kind'>[]) {
    this.#knowledge = knowledge;
    for (const { parts, knowledge: known, kind } of previous)
      if (known === knowledge && kind === 'bulkRequest')
        for (const part of parts) if (part instanceof PlacedPart) this.#known.set(part.text, part.reading);
  }

  place(piece: OperationPiece, before: string, text: string, previous: PlacedPart | undefined): PlacedPart {
    const gap = new PartGap(before, placeAfter(previous));
    return new PlacedPart(piece.start, gap, this.#read(piece, text), piece.reach);
  }

  #read(piece: OperationPiece, text: string): PartReading {
    const known = this.#known.get(text);
    return known?.isClosed === piece.isClosed ? known : readOperation(text, piece, this.#knowledge);
  }
}

function placeAfter(previous: PlacedPart | undefined): GapPlace {
  if (previous === undefined) return 'first';
  return previous.isClosed ? 'between' : 'afterUnclosed';
}
