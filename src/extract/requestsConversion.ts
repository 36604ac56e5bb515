import type { ConversionCounts, RecordEvent } from '../core/convert/recordEvent';
import type { OperationFilter, Requests } from '../core/convert/requestWriter';
import { RequestWriter } from '../core/convert/requestWriter';
import type { ExtractEvent, ExtractHeader } from '../core/csv/extractEvent';
import { compileByteMapping } from '../core/convert/bytes/compileByteMapping';
import type { ByteRow } from '../core/convert/bytes/byteRow';
import { compileWatch } from '../core/convert/bytes/watchRow';
import type { CompiledMapping, MappedRecord } from '../core/convert/compileMapping';
import { compileMapping } from '../core/convert/compileMapping';
import { DamageWatch } from '../core/convert/damage/damagedColumns';
import { TextRow } from '../core/convert/bytes/textRow';
import type { PlanMoment } from '../core/convert/planMoment';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { RecordProblem } from '../core/problems/problem';
import type { ByteLane } from './lanes/byteLane';
import { withHint } from './sourceOptions';

export interface ConversionOptions {
  /** Operations in a full request, 1 to 50. */
  readonly operations?: number;
  /** Creates the filter for operations, once the header is known. Default: all are included. */
  readonly filter?: (header: ExtractHeader, damage: DamageWatch) => OperationFilter;
  /** The input of functions of time and chance. Default: they are errors of the record. */
  readonly moment?: PlanMoment;
  /** Whether excluded records come with their cells. Default: without, which costs less. */
  readonly excludedCells?: boolean;
  /** Whether ids that repeat go unnoticed, which needs no table of ids. Default: they are warnings, and counted. */
  readonly ignoresRepeats?: boolean;
  /**
   * Called with every record, refused ones included, as soon as it is read and in the order of the file: its number and the
   * physical line on which it begins.
   */
  readonly onRecord?: (number: number, line: number) => void;
}

/**
 * The events of converting a whole extract into bytes. `header` comes first, with the mapping compiled for its columns; problems of
 * records come in the order of the file, requests as they are filled. The last event is `end` or `fatal`; after `fatal` no earlier event
 * may be used.
 */
export type RequestsEvent =
  | RecordEvent
  | { readonly kind: 'header'; readonly header: ExtractHeader; readonly mapping: CompiledMapping }
  | { readonly kind: 'requests'; readonly requests: Requests }
  | { readonly kind: 'end'; readonly counts: ConversionCounts }
  | { readonly kind: 'fatal'; readonly problems: readonly RecordProblem[] };

/** How many events of a reader are taken at once; each may be a record of 1 MiB. */
const PIECE = 32;

/** The number of warnings that are passed on together. */
const MAX_EVENTS = 4096;

/** A running conversion: takes what was read, and returns its results. */
export class RequestsConversion {
  readonly #loaded: LoadedMapping;
  readonly #options: ConversionOptions;
  #writer: RequestWriter | undefined;
  #watch: DamageWatch | undefined;
  /** For records as text. */
  #textRow: TextRow | undefined;
  #watchRow: (row: ByteRow) => void = () => undefined;
  #events: RequestsEvent[] = [];
  #fatal: readonly RecordProblem[] | undefined;

  constructor(loaded: LoadedMapping, options: ConversionOptions) {
    this.#loaded = loaded;
    this.#options = options;
  }

  /** Whether there was a fatal problem; then nothing more is accepted. */
  get isStopped(): boolean {
    return this.#fatal !== undefined;
  }

  /** Takes events in pieces, and results can be taken in between, so that they never accumulate. */
  *takeInPieces(events: readonly ExtractEvent[]): Generator<readonly RequestsEvent[]> {
    for (let from = 0; from < events.length; from += PIECE) {
      this.take(events.slice(from, from + PIECE));
      if (this.#isFull && !this.isStopped) yield this.takeEvents();
    }
  }

  take(events: readonly ExtractEvent[]): void {
    for (const event of events) {
      if (this.isStopped) return;
      if (event.kind === 'header') this.#begin(event.header);
      else if (event.kind === 'record') this.#takeRecord(event.record);
      else this.#takeProblem(event.problem);
    }
  }

  /** Converts what a lane has read so far; false: it cannot continue, or there was a fatal problem. */
  convert(lane: ByteLane, isLast: boolean): boolean {
    const writer = this.#begun();
    const { onRecord } = this.#options;
    const takeRow = (row: ByteRow) => {
      onRecord?.(row.number, row.cut.rowLine);
      this.#watchRow(row);
      writer.addRow(row);
      return this.#isFull;
    };
    const take = (events: readonly ExtractEvent[]) => {
      this.take(events);
      return this.#isFull;
    };
    return lane.convert({ takeRow, take }, isLast) && !this.isStopped;
  }

  /** Whether the results must be taken before more is converted. */
  get #isFull(): boolean {
    return this.#writer?.isFull === true || this.#events.length >= MAX_EVENTS;
  }

  /** The results since the last call. */
  takeEvents(): readonly RequestsEvent[] {
    this.#gather();
    const events = this.#events;
    this.#events = [];
    const requests = this.#writer?.takeRequests();
    if (requests !== undefined && requests.ends.length > 0) events.push({ kind: 'requests', requests });
    if (this.#fatal !== undefined) events.push({ kind: 'fatal', problems: this.#fatal });
    return events;
  }

  /** The last events, after the whole extract. */
  end(): readonly RequestsEvent[] {
    const writer = this.#begun();
    writer.end();
    const damage = (this.#watch?.problems ?? []).map((problem): RequestsEvent => ({ kind: 'warning', problem }));
    return [...this.takeEvents(), ...damage, { kind: 'end', counts: writer.counts }];
  }

  #begin(header: ExtractHeader): void {
    const { columns } = header;
    const compiled = compileMapping(this.#loaded, columns, this.#options.moment);
    if ('problems' in compiled) {
      this.#fatal = withHint(compiled.problems, header);
      return;
    }
    const mapping = compileByteMapping(compiled.mapping, this.#loaded.model, columns);
    const watch = new DamageWatch(this.#loaded.model, columns);
    const { filter: makeFilter, ...options } = this.#options;
    const filter = makeFilter?.(header, watch);
    this.#writer = new RequestWriter(mapping, filter === undefined ? options : { ...options, filter });
    this.#textRow = new TextRow(columns.length);
    this.#watch = watch;
    this.#watchRow = compileWatch(watch);
    this.#events.push({ kind: 'header', header, mapping: compiled.mapping });
  }

  #begun(): RequestWriter {
    if (this.#writer === undefined) throw new Error('an extract gave records, or ended, without a header');
    return this.#writer;
  }

  #takeRecord(record: MappedRecord): void {
    const writer = this.#begun();
    if (this.#textRow === undefined) throw new Error('a record came without a header');
    const row = this.#textRow.of(record);
    this.#options.onRecord?.(record.number, record.line);
    this.#watchRow(row);
    writer.addRow(row);
  }

  /** A row that does not fit the header's columns is a refused record; anything milder is a warning. */
  #takeProblem(problem: RecordProblem): void {
    if (problem.severity === 'fatal') this.#fatal = [problem];
    else if (problem.severity === 'row' && this.#writer !== undefined) {
      const { record = 0, line = 0 } = problem;
      this.#options.onRecord?.(record, line);
      this.#writer.refuse({ number: record, line, cells: [] }, [problem]);
    } else {
      this.#gather();
      this.#events.push({ kind: 'warning', problem });
    }
  }

  /** Appends problems of records to earlier ones, in the order of the file. */
  #gather(): void {
    for (const event of this.#writer?.takeEvents() ?? []) this.#events.push(event);
  }
}
