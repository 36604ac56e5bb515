import type { ConversionCounts } from '../core/convert/converter';
import type { ExtractEvent, ExtractHeader, SizeLimits } from '../core/csv/extractEvent';
import type { MappedRecord } from '../core/convert/compileMapping';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import { loadMapping } from '../core/mapping/loadMapping';
import type { PlanMoment } from '../core/convert/planMoment';
import type { RecordProblem } from '../core/problems/problem';
import type { ExtractConversionEvent } from '../extract/convertExtract';
import { convertExtract } from '../extract/convertExtract';
import { ExtractFileError } from '../extract/extractFileError';
import type { ExtractPlace } from '../extract/index/extractPlace';
import { fingerprinted } from '../extract/fingerprint';
import type { IndexedRow } from '../extract/index/indexedExtract';
import { IndexedExtract } from '../extract/index/indexedExtract';
import { readExtract } from '../extract/readExtract';
import { markDistance } from '../extract/index/recordIndex';
import type { LargeFilter } from '../preview/largeProtocol';
import type { PreviewDetail, PreviewRow, Remark } from '../preview/protocol';
import { remarkOf } from '../preview/remark';
import { Changes } from './changes';
import { dialectWords } from './conversionWords';
import type { LargeRows } from './largeRows';
import { convertedRows, plainRows } from './largeRows';
import { FilteredView } from './largeView';
import type { LargeStatus, WorkerCalls } from './protocol';
import { RecordFates } from './recordFates';

/** Records of the first screen: with these the reading is told of for the first time. */
const FIRST_SCREEN = 200;

/** Milliseconds between two tellings of how far it is. */
const PACE = 200;

/** Warnings that are told; more help nobody. */
const WARNINGS = 100;

export type RecordQuestion = WorkerCalls['record']['in'];

export interface LargeInput {
  readonly bytes: ExtractPlace;
  /** Without errors; left out: the records are shown as they are. */
  readonly mapping?: string;
  readonly moment: PlanMoment;
  /** How large the extract may be; left out: as large as is usual. */
  readonly limits?: SizeLimits;
}

/**
 * A large extract being converted: told of from its first screen on, while the rest is read. What is kept are marks and
 * a few bytes a record; rows and details are read and converted again when they are asked for.
 */
export class LargeConversion {
  readonly #extract: IndexedExtract;
  /** Absent for an extract in memory. */
  readonly #path: string | undefined;
  readonly #loaded: LoadedMapping | undefined;
  readonly #moment: PlanMoment;
  readonly #limits: { readonly limits?: SizeLimits };
  readonly #fates = new RecordFates();
  readonly #changes = new Changes();
  readonly #warnings: Remark[] = [];
  #counts = { records: 0, operations: 0, batches: 0, refused: 0, excluded: 0 };
  #shown: { readonly header: ExtractHeader; readonly rows: LargeRows } | undefined;
  #view: FilteredView | undefined;
  #problems: readonly RecordProblem[] = [];
  /** Our own mistake, thrown when somebody asks. */
  #fault: Error | undefined;
  #isRead = false;
  /** Once all is read. */
  #fingerprint: string | undefined;
  #isGivenUp = false;
  #told = 0;

  private constructor(
    extract: IndexedExtract,
    path: string | undefined,
    loaded: LoadedMapping | undefined,
    moment: PlanMoment,
    limits: SizeLimits | undefined,
  ) {
    this.#extract = extract;
    this.#path = path;
    this.#loaded = loaded;
    this.#moment = moment;
    this.#limits = limits === undefined ? {} : { limits };
  }

  /** Begins to read. The first status is there with {@link statusAfter} version 0. */
  static async of({ bytes, mapping, moment, limits }: LargeInput): Promise<LargeConversion | LargeStatus> {
    const loaded = mapping === undefined ? undefined : loadMapping(mapping);
    try {
      const extract = await IndexedExtract.of(bytes, loaded?.model.source.encoding);
      const conversion = new LargeConversion(
        extract,
        bytes instanceof Uint8Array ? undefined : bytes.path,
        loaded,
        moment,
        limits,
      );
      void conversion.#read();
      return conversion;
    } catch (error) {
      if (error instanceof ExtractFileError) return { kind: 'problems', version: 1, problems: [error.problem] };
      throw error;
    }
  }

  /** Is there once there is more to tell than in the version that is known; at the latest when all is read. */
  async statusAfter(version: number): Promise<LargeStatus> {
    await this.#changes.after(version);
    return this.#status();
  }

  giveUp(): void {
    this.#isGivenUp = true;
    this.#view?.giveUp();
    this.#changes.publish();
  }

  /** Narrows the list down. */
  narrow(view: number, filter: LargeFilter): void {
    if (this.#shown === undefined) return;
    this.#view?.giveUp();
    this.#view = this.#viewOf(view, filter, this.#shown.rows);
    this.#changes.publish();
    this.#view.search().catch((error: unknown) => {
      this.#fail(error);
    });
  }

  /** The rows at these places of the view; none of a view that is not the present one. */
  async rows(view: number, from: number, count: number): Promise<readonly PreviewRow[]> {
    if (this.#shown === undefined || this.#view?.view !== view) return [];
    const numbers = this.#view.records(from, count);
    const rows: IndexedRow[] = [];
    for (const [first, last] of nearby(numbers))
      rows.push(...((await this.#again(() => this.#extract.rows(first, last))) ?? []));
    const wanted = new Set(numbers);
    return this.#shown.rows.list(
      rows.filter(({ record }) => wanted.has(record.number)),
      (record) => this.#fates.batchOf(record) ?? this.#counts.batches + 1,
    );
  }

  async detail(record: number): Promise<PreviewDetail | undefined> {
    const row = await this.#again(() => this.#extract.rowAt(record));
    return row === undefined ? undefined : this.#shown?.rows.detail(row);
  }

  /**
   * The record of that number, if it is of this very file, read in the same way, and has been read by now: then whoever asks
   * need not read all that stands before it.
   */
  async recordOf({ bytes, mapping, record }: RecordQuestion): Promise<MappedRecord | undefined> {
    const isThis = !(bytes instanceof Uint8Array) && bytes.path === this.#path;
    if (!isThis || this.#loaded === undefined || record > this.#counts.records) return undefined;
    if (readingOf(loadMapping(mapping)) !== readingOf(this.#loaded)) return undefined;
    const row = await this.#again(() => this.#extract.rowAt(record));
    return row?.problem === undefined ? row?.record : undefined;
  }

  /** The number of the record that a physical line belongs to. */
  async recordAtLine(line: number): Promise<number | undefined> {
    return (await this.#again(() => this.#extract.rowAtLine(line)))?.record.number;
  }

  /** Reads a part again. A file that has been changed is told of like one that cannot be read. */
  async #again<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ExtractFileError)) throw error;
      this.#fail(error);
      return undefined;
    }
  }

  #viewOf(view: number, filter: LargeFilter, rows: LargeRows): FilteredView {
    const isRead = () => this.#isRead;
    return new FilteredView(view, filter, {
      extract: this.#extract,
      fates: this.#fates,
      rows,
      changes: this.#changes,
      isRead,
    });
  }

  async #read(): Promise<void> {
    try {
      if (this.#loaded === undefined) await this.#readPlain();
      else await this.#convert(this.#loaded);
    } catch (error) {
      this.#fail(error);
    }
    this.#isRead = true;
    this.#changes.publish();
  }

  async #convert(loaded: LoadedMapping): Promise<void> {
    const onRecord = (record: MappedRecord) => {
      this.#noteRecord(record);
    };
    const options = { onRecord, moment: this.#moment, ...this.#limits };
    for await (const events of convertExtract(this.#bytes(), loaded, options)) {
      for (const event of events) this.#take(event);
      if (!this.#goOn()) return;
    }
  }

  async #readPlain(): Promise<void> {
    for await (const events of readExtract(this.#bytes(), this.#limits)) {
      for (const event of events) this.#takePlain(event);
      if (!this.#goOn()) return;
    }
  }

  #bytes(): AsyncIterable<Uint8Array> {
    return fingerprinted(this.#extract.bytes(), (told) => (this.#fingerprint = told));
  }

  /** After each part: tells how far it is, now and then. */
  #goOn(): boolean {
    const isFirst = this.#told === 0 && this.#counts.records >= FIRST_SCREEN;
    if (isFirst || (this.#told > 0 && performance.now() - this.#told >= PACE)) {
      this.#told = performance.now();
      this.#changes.publish();
    }
    return !this.#isGivenUp && this.#problems.length === 0;
  }

  #take(event: ExtractConversionEvent): void {
    switch (event.kind) {
      case 'header':
        this.#begin(event.header, convertedRows(event.mapping, event.header));
        return;
      case 'batch':
        this.#counts.batches = event.batch.number;
        for (const { record } of event.batch.members) this.#fates.noteBatch(record, event.batch.number);
        return;
      case 'refused':
        if (event.record.cells.length === 0) this.#noteRecord(event.record);
        this.#counts.refused++;
        this.#fates.note(event.record.number, 'refused');
        return;
      case 'excluded':
        this.#counts.excluded++;
        this.#fates.note(event.record.number, 'excluded');
        return;
      case 'warning':
        this.#warn(event.problem);
        return;
      case 'fatal':
        this.#problems = event.problems;
        return;
      case 'end':
        this.#finish(event.counts);
    }
  }

  #takePlain(event: ExtractEvent): void {
    if (event.kind === 'header') this.#begin(event.header, plainRows(event.header));
    else if (event.kind === 'record') this.#noteRecord(event.record);
    else if (event.problem.severity === 'fatal') this.#problems = [event.problem];
    else if (event.problem.severity === 'row') {
      const { record: number = 0, line = 0 } = event.problem;
      this.#noteRecord({ number, line, cells: [] });
      this.#counts.refused++;
      this.#fates.note(number, 'refused');
    } else this.#warn(event.problem);
  }

  #begin(header: ExtractHeader, rows: LargeRows): void {
    this.#extract.noteHeader(header);
    this.#shown = { header, rows };
    this.#view = this.#viewOf(0, { text: '' }, rows);
  }

  #noteRecord({ number, line }: MappedRecord): void {
    this.#extract.noteRecord(number, line);
    this.#counts.records++;
  }

  #warn(problem: RecordProblem): void {
    if (this.#warnings.length < WARNINGS) this.#warnings.push(remarkOf(problem));
  }

  #finish({ records, operations, batches, refused, excluded }: ConversionCounts): void {
    this.#counts = { records, operations, batches, refused, excluded };
  }

  /** What a file does to whoever reads it is a problem of the extract; anything else is ours. */
  #fail(error: unknown): void {
    if (error instanceof ExtractFileError) this.#problems = [error.problem];
    else this.#fault = error instanceof Error ? error : new Error(String(error));
    this.#changes.publish();
  }

  #status(): LargeStatus {
    const { version } = this.#changes;
    if (this.#fault !== undefined) throw this.#fault;
    if (this.#problems.length > 0) return { kind: 'problems', version, problems: this.#problems };
    if (this.#shown === undefined || this.#view === undefined) return { kind: 'problems', version, problems: [] };
    const { records, refused, excluded, batches } = this.#counts;
    const { size, bytesRead } = this.#extract;
    return {
      kind: 'ready',
      version,
      ...(this.#fingerprint === undefined ? {} : { fingerprint: this.#fingerprint }),
      content: {
        dialect: dialectWords(this.#shown.header),
        rows: [],
        counts: { records, batches, refused, excluded, operations: records - refused - excluded },
        warnings: this.#warnings,
        unlisted: 0,
        large: {
          isComplete: this.#isRead,
          share: size === 0 ? 1 : Math.min(1, bytesRead / size),
          view: this.#view.state,
        },
      },
    };
  }
}

/** How a mapping has its extract read; equal for two that read it in the same way. */
function readingOf({ model }: LoadedMapping): string {
  const { encoding, delimiter, quote, header } = model.source;
  return JSON.stringify([encoding, delimiter, quote, header]);
}

/** Numbers, which rise, as ranges that are read at once: those between the same two marks. */
function nearby(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const ranges = new Map<number, readonly [number, number]>();
  for (const number of numbers) {
    const place = Math.floor((number - 1) / markDistance);
    ranges.set(place, [ranges.get(place)?.[0] ?? number, number]);
  }
  return [...ranges.values()];
}
