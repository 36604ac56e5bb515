import type { JsonNode } from '../../json/jsonNode';
import { movedBy, placed } from '../../json/placedProblems';
import { readTree } from '../../json/readJsonText';
import type { Problem } from '../../problems/problem';
import { detached } from '../../text/detached';
import type { GapPlace } from './listGap';
import { gapProblems } from './listGap';
import type { OperationFacts, OperationFindings, PlacedText } from '../checks/payloadCheck';
import type { PayloadDocument, PayloadPart } from './payloadModel';

/** The result of parsing and checking a text by itself. It does not depend on the place of the text. */
export class PartReading {
  readonly text: string;
  readonly findings: OperationFindings;
  readonly isClosed: boolean;
  /** Whether there is a tree. Trees are built again on request, because those of 10 MB of text take 100 MB. */
  readonly #isReadable: boolean;
  #root: JsonNode | undefined;

  constructor(text: string, findings: OperationFindings, isClosed: boolean, isReadable: boolean) {
    this.text = text;
    this.findings = findings;
    this.isClosed = isClosed;
    this.#isReadable = isReadable;
  }

  get root(): JsonNode | undefined {
    if (this.#isReadable) this.#root ??= readTree(this.text);
    return this.#root;
  }
}

/** The text between a part and the previous one, or the beginning of the list. */
export class PartGap {
  readonly text: string;
  readonly place: GapPlace;
  readonly problems: readonly Problem[];

  constructor(text: string, place: GapPlace) {
    this.text = text;
    this.place = place;
    this.problems = gapProblems(text, place);
  }
}

/**
 * A part at its place in the document: little more than two references and a number, so that moving ten thousand of
 * them is quick.
 */
export class PlacedPart implements PayloadPart {
  readonly start: number;
  readonly gap: PartGap;
  readonly reading: PartReading;
  /** The number of characters after the part that affected where it ends. */
  readonly reach: number;
  #problems: readonly Problem[] | undefined;
  #facts: OperationFacts | undefined;

  constructor(start: number, gap: PartGap, reading: PartReading, reach: number) {
    this.start = start;
    this.gap = gap;
    this.reading = reading;
    this.reach = reach;
  }

  get end(): number {
    return this.start + this.reading.text.length;
  }

  get text(): string {
    return this.reading.text;
  }

  get before(): string {
    return this.gap.text;
  }

  get isClosed(): boolean {
    return this.reading.isClosed;
  }

  get root(): JsonNode | undefined {
    return this.reading.root;
  }

  get findings(): OperationFindings {
    return this.reading.findings;
  }

  get problems(): readonly Problem[] {
    this.#problems ??= this.#placeProblems();
    return this.#problems;
  }

  get facts(): OperationFacts {
    this.#facts ??= movedFacts(this.findings.facts, this.start);
    return this.#facts;
  }

  #placeProblems(): readonly Problem[] {
    const inGap = this.gap.problems;
    const inside = this.findings.problems;
    if (inGap.length === 0 && inside.length === 0) return inside;
    const inGapAt = movedBy(this.start - this.before.length);
    const insideAt = movedBy(this.start);
    return [...inGap.map((problem) => placed(problem, inGapAt)), ...inside.map((problem) => placed(problem, insideAt))];
  }

  movedBy(offset: number): PlacedPart {
    return offset === 0 ? this : new PlacedPart(this.start + offset, this.gap, this.reading, this.reach);
  }
}

/** Moves facts by an offset. */
export function movedFacts({ span: place, bulkId, externalId, title }: OperationFacts, offset: number): OperationFacts {
  const move = movedBy(offset);
  const moved = ({ text, span }: PlacedText): PlacedText => ({ text, span: move(span) });
  return {
    span: move(place),
    ...(bulkId !== undefined && { bulkId: moved(bulkId) }),
    ...(externalId !== undefined && { externalId: moved(externalId) }),
    ...(title !== undefined && { title }),
  };
}

/** A document as the functions that open and change it see it. */
export interface OpenPayload extends PayloadDocument {
  readonly parts: readonly PlacedPart[];
}

/** Copies a piece of a text, so that it does not keep the whole text alive. */
export function kept(text: string): string {
  // V8 copies shorter slices anyway
  return text.length < 13 ? text : detached(text);
}
