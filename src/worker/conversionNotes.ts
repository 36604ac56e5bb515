import type { MappedRecord } from '../core/convert/compileMapping';
import type { ExtractEvent, ExtractHeader } from '../core/csv/extractEvent';
import type { RecordProblem } from '../core/problems/problem';
import type { ExtractConversionEvent } from '../extract/convertExtract';
import type { IndexedExtract } from '../extract/index/indexedExtract';
import type { Remark } from '../preview/previewState';
import { remarkOf } from '../preview/remark';
import type { RecordRows } from './recordRows';
import { convertedRows, plainRows } from './recordRows';
import type { RecordStates } from './recordStates';

/** Warnings that are kept; more help nobody. */
const MAX_WARNINGS = 100;

/** What there is once the header is read. */
export interface Begun {
  readonly extract: IndexedExtract;
  readonly header: ExtractHeader;
  readonly rows: RecordRows;
}

/** What is kept of an extract that is read: marks, a few bytes a record, counts and the first warnings. */
export class ConversionNotes {
  readonly extract: IndexedExtract;
  readonly warnings: Remark[] = [];
  readonly counts = { records: 0, batches: 0, refused: 0, excluded: 0 };
  /** What keeps the extract from being used. */
  problems: readonly RecordProblem[] = [];
  readonly #states: RecordStates;
  readonly #onBegin: (begun: Begun) => void;

  constructor(extract: IndexedExtract, states: RecordStates, onBegin: (begun: Begun) => void) {
    this.extract = extract;
    this.#states = states;
    this.#onBegin = onBegin;
  }

  noteRecord({ number, line }: Pick<MappedRecord, 'number' | 'line'>): void {
    this.extract.noteRecord(number, line);
    this.counts.records++;
  }

  /** Of a conversion, whose records are noted by themselves. */
  take(event: ExtractConversionEvent): void {
    switch (event.kind) {
      case 'header': {
        const batchOf = (record: number) => this.#states.batchOf(record) ?? this.counts.batches + 1;
        this.#begin(event.header, convertedRows(event.mapping, event.header, batchOf));
        return;
      }
      case 'batch':
        this.counts.batches = event.batch.number;
        for (const { record } of event.batch.members) this.#states.noteBatch(record, event.batch.number);
        return;
      case 'refused':
        // The reader has refused it: it was no record
        if (event.record.cells.length === 0) this.noteRecord(event.record);
        this.#leaveOut(event.record.number, 'refused');
        return;
      case 'excluded':
        this.#leaveOut(event.record.number, 'excluded');
        return;
      case 'warning':
        this.#warn(event.problem);
        return;
      case 'fatal':
        this.problems = event.problems;
        return;
      case 'end':
    }
  }

  /** Of a reading without a mapping. */
  takePlain(event: ExtractEvent): void {
    if (event.kind === 'header') this.#begin(event.header, plainRows(event.header));
    else if (event.kind === 'record') this.noteRecord(event.record);
    else if (event.problem.severity === 'fatal') this.problems = [event.problem];
    else if (event.problem.severity === 'row') {
      const { record: number = 0, line = 0 } = event.problem;
      this.noteRecord({ number, line });
      this.#leaveOut(number, 'refused');
    } else this.#warn(event.problem);
  }

  #begin(header: ExtractHeader, rows: RecordRows): void {
    this.extract.noteHeader(header);
    this.#onBegin({ extract: this.extract, header, rows });
  }

  #leaveOut(record: number, fate: 'refused' | 'excluded'): void {
    this.counts[fate]++;
    this.#states.note(record, fate);
  }

  #warn(problem: RecordProblem): void {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push(remarkOf(problem));
  }
}
