import { OperationFact } from '../core/convert/operationTable';
import type { Requests } from '../core/convert/requestWriter';
import type { ExtractEvent, ExtractHeader } from '../core/csv/extractEvent';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { ValueFindings } from '../core/examine/valueFinding';
import type { ProblemLevels } from '../core/problems/problemLevels';
import type { Problem, RecordProblem } from '../core/problems/problem';
import type { IndexedExtract } from '../extract/index/indexedExtract';
import type { RequestsEvent } from '../extract/requestsConversion';
import type { StatusChart } from '../preview/previewedProblems';
import { ProblemTally } from './problemTally';
import { statusChart } from './statusChart';
import type { RowMaker } from './list/rowMaker';
import { convertedRows, plainRows } from './list/rowMaker';
import type { RecordStates } from './recordStates';
import type { RequestTable } from './requests/requestTable';

/** What is known once the header is read. */
export interface BegunReading {
  readonly extract: IndexedExtract;
  readonly header: ExtractHeader;
  readonly rows: RowMaker;
}

/** What is kept of an extract that is read: marks, a few bytes per record, counts and the first warnings. */
export class ConversionNotes {
  readonly extract: IndexedExtract;
  readonly problemKinds: ProblemTally;
  statuses: StatusChart | undefined;
  readonly counts = { records: 0, batches: 0, refused: 0, excluded: 0 };
  /** The problems that keep the extract from being used. */
  problems: readonly RecordProblem[] = [];
  readonly #states: RecordStates;
  readonly #requests: RequestTable;
  readonly #onBegin: (begun: BegunReading) => void;

  /** @param levels of problems, by code, as the user wants them */
  constructor(
    extract: IndexedExtract,
    { states, requests }: { readonly states: RecordStates; readonly requests: RequestTable },
    onBegin: (begun: BegunReading) => void,
    levels?: ProblemLevels,
  ) {
    this.extract = extract;
    this.problemKinds = new ProblemTally(levels);
    this.#states = states;
    this.#requests = requests;
    this.#onBegin = onBegin;
  }

  noteRecord(number: number, line: number): void {
    this.extract.noteRecord(number, line);
    this.counts.records++;
  }

  /** For a conversion, whose records are noted separately. */
  take(event: RequestsEvent, loaded: LoadedMapping): void {
    switch (event.kind) {
      case 'header': {
        const requestOf = (record: number) => this.#requests.of(record) ?? this.counts.batches + 1;
        this.#begin(event.header, convertedRows(event.mapping, loaded, event.header, requestOf));
        return;
      }
      case 'requests':
        this.#noteRequests(event.requests);
        return;
      case 'refused':
        for (const problem of event.problems) this.#warn({ record: event.record.number, ...problem });
        this.#leaveOut(event.record.number, event.kind);
        return;
      case 'excluded':
        this.#leaveOut(event.record.number, event.kind);
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

  /** For a reading without a mapping. */
  takePlain(event: ExtractEvent): void {
    if (event.kind === 'header') this.#begin(event.header, plainRows(event.header));
    else if (event.kind === 'record') this.noteRecord(event.record.number, event.record.line);
    else if (event.problem.severity === 'fatal') this.problems = [event.problem];
    else if (event.problem.severity === 'row') {
      const { record: number = 0, line = 0 } = event.problem;
      this.noteRecord(number, line);
      this.#leaveOut(number, 'refused');
      this.#warn(event.problem);
    } else this.#warn(event.problem);
  }

  /** The effects of the values of the whole extract on its mapping. */
  noteFindings(problems: readonly Problem[], findings: ValueFindings): void {
    for (const problem of problems) this.problemKinds.noteFinding(problem);
    this.statuses = statusChart(findings);
  }

  #begin(header: ExtractHeader, rows: RowMaker): void {
    this.extract.noteHeader(header);
    this.#onBegin({ extract: this.extract, header, rows });
  }

  #noteRequests({ ends, operations }: Requests): void {
    for (let index = 0; index < operations.count; index++) {
      const size = operations.fact(index, OperationFact.end) - operations.fact(index, OperationFact.start);
      this.#requests.add(operations.fact(index, OperationFact.record), size);
    }
    this.counts.batches += ends.length;
  }

  #leaveOut(record: number, fate: 'refused' | 'excluded'): void {
    this.counts[fate]++;
    this.#states.note(record, fate);
  }

  #warn(problem: RecordProblem): void {
    this.problemKinds.note(problem);
  }
}
