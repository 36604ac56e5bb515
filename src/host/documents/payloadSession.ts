import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import { Position } from 'vscode';
import type { PayloadDocument } from '../../core/payload/document/payloadDocument';
import { changePayload, openPayloadInSlices } from '../../core/payload/document/payloadDocument';
import type { DocumentAnswers } from '../../language/shared/documentAnswers';
import type { TextPlaces } from '../../language/shared/textPlaces';
import { payloadAnswers } from '../../language/payload/payloadAnswers';
import type { KnownPayloads } from '../../language/payload/knownPayloads';
import type { DocumentSession } from './documentSession';
import { lengthOf } from './lengthOf';

/** Milliseconds for which reading may block everything else. */
const SLICE = 8;

/**
 * A payload, read operation by operation: after an edit only the operation around it is read again. Reading a large one yields to waiting
 * work; nothing is known until it is done.
 */
export class PayloadSession implements DocumentSession {
  readonly kind: PayloadDocument['kind'];
  readonly #document: TextDocument;
  readonly #known: KnownPayloads;
  readonly #changed: () => void;
  readonly #places: TextPlaces;
  #payload: PayloadDocument | undefined;
  /** The last parsed state: parts of it may still be in the text. */
  #previous: PayloadDocument | undefined;
  #answers: DocumentAnswers | undefined;
  #reading: NodeJS.Immediate | undefined;

  constructor(document: TextDocument, kind: PayloadDocument['kind'], known: KnownPayloads, changed: () => void) {
    this.kind = kind;
    this.#document = document;
    this.#known = known;
    this.#changed = changed;
    this.#places = {
      positionAt: (offset) => document.positionAt(offset),
      offsetAt: ({ line, character }) => document.offsetAt(new Position(line, character)),
    };
    this.#read();
  }

  get answers(): DocumentAnswers | undefined {
    if (this.#payload === undefined) return undefined;
    return (this.#answers ??= payloadAnswers(this.#payload, this.#known.service, this.#places));
  }

  edited(changes: readonly TextDocumentContentChangeEvent[]): void {
    this.#answers = undefined;
    let payload = this.#payload;
    for (const { rangeOffset, rangeLength, text } of changes)
      payload &&= changePayload(payload, { start: rangeOffset, end: rangeOffset + rangeLength, text }, this.kind);
    // The editor's text is authoritative, not the reported changes
    if (payload?.length !== lengthOf(this.#document)) this.#read();
    else this.#take(payload);
  }

  dispose(): void {
    clearImmediate(this.#reading);
  }

  #take(payload: PayloadDocument): void {
    this.#payload = payload;
    this.#previous = payload;
  }

  /** Reads the current text; an earlier reading is cancelled. */
  #read(): void {
    clearImmediate(this.#reading);
    this.#payload = undefined;
    const as = { name: this.#document.fileName, kind: this.kind };
    const reading = openPayloadInSlices(this.#document.getText(), this.#known.knowledge, as, this.#previous);
    const goOn = (): boolean => {
      for (const start = performance.now(); performance.now() - start < SLICE;) {
        const { done, value } = reading.next();
        if (done !== true) continue;
        this.#take(value);
        return true;
      }
      this.#reading = setImmediate(() => {
        if (goOn()) this.#changed();
      });
      return false;
    };
    goOn();
  }
}
