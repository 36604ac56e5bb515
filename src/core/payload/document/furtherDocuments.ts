import { endOfComment, endOfString, skipBlanks } from '../../json/jsonScan';
import { openPayload } from './openPayload';
import type { PayloadDocument } from './payloadModel';
import { recognise } from './recognisePayload';

/** A document that follows another one in the same text. */
interface FurtherDocument {
  /** Where it begins in the whole text. */
  readonly start: number;
  readonly text: string;
  /** Absent if it is neither a request nor a user. */
  readonly document?: PayloadDocument;
}

/** A text of several JSON documents, one after the other, as `convert` prints requests. */
export interface SeveralDocuments {
  /** Where the first one ends. */
  readonly end: number;
  readonly further: readonly FurtherDocument[];
}

const found = new WeakMap<PayloadDocument, SeveralDocuments | undefined>();

/**
 * Finds the documents after the first one; `undefined` unless the second is a request or a user. Any other text after
 * the first document is an error in it, as after a bracket that closes it too early.
 */
export function severalDocuments(document: PayloadDocument): SeveralDocuments | undefined {
  if (!found.has(document)) found.set(document, findDocuments(document));
  return found.get(document);
}

function findDocuments(document: PayloadDocument): SeveralDocuments | undefined {
  const { kind, head, tail, list, length, parts, excess } = document;
  if (excess !== undefined || (list !== undefined && !list.isClosed)) return undefined;
  // In the tail, two brackets are open: those of the list and of the request
  const [text, depth] = kind === 'user' ? [parts[0]?.text ?? '', 0] : list === undefined ? [head, 0] : [tail, 2];
  const end = endOfDocument(text, 0, depth);
  if (end === undefined) return undefined;
  const from = length - text.length;
  const further = [...split(text, end)].map((part) => open(part.text, from + part.start, document));
  return further[0]?.document === undefined ? undefined : { end: from + end, further };
}

function open(text: string, start: number, { knowledge }: PayloadDocument): FurtherDocument {
  const kind = recognise(text);
  return kind === 'bulkRequest' || kind === 'user'
    ? { start, text, document: openPayload(text, knowledge, { kind }) }
    : { start, text };
}

/** Splits a text into documents. The last one includes the rest of the text. */
function* split(text: string, from: number): Generator<{ readonly start: number; readonly text: string }> {
  for (let start = skipBlanks(text, from); text[start] === '{';) {
    const end = endOfDocument(text, start, 0) ?? text.length;
    const next = skipBlanks(text, end);
    const isLast = text[next] !== '{';
    yield { start, text: text.slice(start, isLast ? text.length : end) };
    if (isLast) return;
    start = next;
  }
}

/** The offset after the bracket that closes the last of `depth` open brackets; `undefined` if none does. */
function endOfDocument(text: string, from: number, depth: number): number | undefined {
  let open = depth;
  for (let at = from; at < text.length; at++) {
    const unit = text[at];
    if (unit === '"') at = endOfString(text, at) - 1;
    else if (unit === '/') at = endOfComment(text, at) - 1;
    else if (unit === '{' || unit === '[') open++;
    else if ((unit === '}' || unit === ']') && --open <= 0) return at + 1;
  }
  return undefined;
}
