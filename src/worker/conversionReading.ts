import type { SizeLimits } from '../core/csv/extractEvent';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import { loadMapping } from '../core/mapping/loadMapping';
import type { RecordProblem } from '../core/problems/problem';
import { convertToRequests } from '../extract/convertToRequests';
import { examinedValues } from '../extract/examinedBytes';
import { ExtractFileError } from '../extract/extractFileError';
import { fingerprinted } from '../extract/fingerprint';
import { IndexedExtract } from '../extract/index/indexedExtract';
import { readExtract } from '../extract/readExtract';
import { readIn } from '../extract/sourceOptions';
import type { Changes } from './changes';
import type { BegunReading } from './conversionNotes';
import { ConversionNotes } from './conversionNotes';
import { bytesAfter } from './politeBytes';
import type { ShownInput } from './protocol';
import { RecordStates } from './recordStates';
import { RequestTable } from './requests/requestTable';

/** Number of records of the first screen: nothing is published with fewer, unless there are no more. */
const FIRST_SCREEN = 200;

/** When progress is published, in milliseconds. */
export interface ReadingPace {
  /** Before the first time: everything read by then is shown at once. */
  readonly first: number;
  readonly then: number;
}

const USUAL_PACE: ReadingPace = { first: 60, then: 200 };

/** In place of a shown list: its first screen is not awaited, because the old rows stay visible. */
export const RENEWED_PACE: ReadingPace = { first: 0, then: 200 };

/** How an extract is read, and who is notified. */
interface ReadingOptions {
  /** Called once the header is read. */
  readonly onBegin: (begun: BegunReading) => void;
  /** Awaited before each part: questions of a person precede background work. */
  readonly goesFirst: () => Promise<void>;
  readonly pace?: ReadingPace | undefined;
}

/** Reads an extract from front to back, converts it, then checks its values, and publishes its progress. */
export class ConversionReading {
  readonly states = new RecordStates();
  readonly requests = new RequestTable();
  readonly loaded: LoadedMapping | undefined;
  readonly #input: ShownInput;
  readonly #changes: Changes;
  readonly #pace: ReadingPace;
  readonly #onBegin: (begun: BegunReading) => void;
  readonly #goesFirst: () => Promise<void>;
  #notes: ConversionNotes | undefined;
  /** The file cannot be read at all. */
  #unreadable: ExtractFileError | undefined;
  #fingerprint: string | undefined;
  #records = 0;
  #isRead = false;
  #isComplete = false;
  #isGivenUp = false;
  #due = 0;
  /** Whether something has been published. */
  #isShown = false;

  constructor(input: ShownInput, changes: Changes, { onBegin, goesFirst, pace = USUAL_PACE }: ReadingOptions) {
    this.#input = input;
    this.#changes = changes;
    this.#onBegin = onBegin;
    this.#goesFirst = goesFirst;
    this.#pace = pace;
    this.loaded = input.mapping === undefined ? undefined : readIn(loadMapping(input.mapping), input.encoding);
  }

  get notes(): Pick<ConversionNotes, 'counts' | 'problemKinds' | 'statuses'> | undefined {
    return this.#notes;
  }

  /** The problems that keep the extract from being used. */
  get problems(): readonly RecordProblem[] {
    return this.#unreadable === undefined ? (this.#notes?.problems ?? []) : [this.#unreadable.problem];
  }

  /** Number of records that are completely noted. */
  get records(): number {
    return this.#records;
  }

  /** Whether every record is read, or all that can be read. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** Whether there is nothing more to find out. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** The share of the bytes, 0 to 1. */
  get share(): number {
    const { size = 0, bytesRead = 0 } = this.#notes?.extract ?? {};
    return size === 0 ? 1 : Math.min(1, bytesRead / size);
  }

  /** The fingerprint of the bytes, once all are read. */
  get fingerprint(): string | undefined {
    return this.#fingerprint;
  }

  giveUp(): void {
    this.#isGivenUp = true;
  }

  /** Reads to the end, or until it is cancelled. */
  async read(): Promise<void> {
    this.#due = performance.now() + this.#pace.first;
    try {
      const extract = await IndexedExtract.of(this.#input.bytes, this.#encoding);
      this.#notes = new ConversionNotes(extract, this, this.#onBegin, this.#input.levels);
      if (this.loaded === undefined) await this.#readPlain(this.#notes);
      else await this.#convert(this.#notes, this.loaded);
    } catch (error) {
      if (!(error instanceof ExtractFileError)) throw error;
      this.#unreadable = error;
    } finally {
      this.#isRead = true;
      this.#isComplete = true;
      this.#changes.publish();
    }
  }

  async #convert(notes: ConversionNotes, loaded: LoadedMapping): Promise<void> {
    const onRecord = (number: number, line: number) => {
      notes.noteRecord(number, line);
    };
    const { moment, levels } = this.#input;
    const options = { moment, ...this.#limits, ...(levels !== undefined && { levels }) };
    for await (const events of convertToRequests(this.#bytes(notes), loaded, { ...options, onRecord })) {
      for (const event of events) notes.take(event, loaded);
      if (!this.#goOn(notes)) return;
    }
    this.#isRead = true;
    // The last rows are there: a list that was scrolled to them needs nothing else
    if (this.#isShown) this.#due = 0;
    // Checking takes several times as long as converting: the records are shown meanwhile
    const isCancelled = () => !this.#goOn(notes);
    const again = bytesAfter(notes.extract.again(), this.#goesFirst);
    const { problems, findings } = await examinedValues(again, loaded, { ...options, isCancelled });
    notes.noteFindings(problems, findings);
  }

  async #readPlain(notes: ConversionNotes): Promise<void> {
    const encoding = this.#encoding;
    const options = { ...this.#limits, ...(encoding === undefined ? {} : { encoding }) };
    for await (const events of readExtract(this.#bytes(notes), options)) {
      for (const event of events) notes.takePlain(event);
      if (!this.#goOn(notes)) return;
    }
  }

  /** As the mapping states it or the user has chosen it. */
  get #encoding(): string | undefined {
    return this.loaded === undefined ? this.#input.encoding : this.loaded.model.source.encoding;
  }

  get #limits(): { readonly limits?: SizeLimits } {
    const { limits } = this.#input;
    return limits === undefined ? {} : { limits };
  }

  #bytes({ extract }: ConversionNotes): AsyncIterable<Uint8Array> {
    return fingerprinted(bytesAfter(extract.bytes(), this.#goesFirst), (hash) => (this.#fingerprint = hash));
  }

  /** After each part: publishes the progress now and then. */
  #goOn({ counts, problems }: ConversionNotes): boolean {
    this.#records = counts.records;
    const now = performance.now();
    if ((this.#isRead || this.#records >= FIRST_SCREEN) && now >= this.#due) {
      this.#due = now + this.#pace.then;
      this.#isShown = true;
      this.#changes.publish();
    }
    return !this.#isGivenUp && problems.length === 0;
  }
}
