import type { RecordProblem } from '../problems/problem';
import { ColumnFit } from './header/columnFit';
import {
  blankRows,
  doubtfulHeader,
  emptyFile,
  faultProblem,
  fieldCount,
  headerNotFound,
  mixedLineEnds,
  noRows,
  surplusCells,
  tooLarge,
  unnamedCell,
  unnamedColumns,
} from './csvProblems';
import type { Dialect, ExtractEvent, ExtractHeader, LaneOptions } from './extractEvent';
import { defaultSizeLimits } from './extractEvent';
import type { Fault } from './fault';
import { judgeHeader, rowsAhead } from './header/judgeHeader';
import type { LineEnds } from './lineEnds';
import type { Row } from './row';
import { hasText } from './row';

/**
 * Turns rows into the events of an extract, regardless of how they were cut: finds the header, numbers the records, and
 * counts cells and blank rows. Events are kept until they are taken.
 */
export class RowJudge {
  readonly #encoding: string;
  readonly #headerLine: number | undefined;
  readonly #maxRecords: number;
  readonly #sepLine: RecordProblem | undefined;
  readonly #isHeaderSettled: boolean;
  readonly #onRow: ((row: Row) => void) | undefined;
  #isStopped = false;
  #columns: readonly string[] = [];
  #unnamed: readonly number[] = [];
  #fit = new ColumnFit({ columns: [] });
  /** The row that should be the header, until enough rows below it were read. */
  #candidate: { readonly row: Row; readonly dialect: Dialect } | undefined;
  #ahead: Row[] = [];
  #headerRead = 0;
  #likelierLine: number | undefined;
  #records = 0;
  #blank = { count: 0, firstLine: 0 };
  #surplus = { count: 0, firstLine: 0 };
  #events: ExtractEvent[] = [];

  /** `header` is the stated line; `encoding` is only reported with the header. */
  constructor({ header, limits, sepLine, isHeaderSettled = false, onRow }: LaneOptions, encoding: string) {
    this.#headerLine = header;
    this.#maxRecords = limits?.records ?? defaultSizeLimits.records;
    this.#sepLine = sepLine;
    this.#isHeaderSettled = isHeaderSettled;
    this.#onRow = onRow;
    this.#encoding = encoding;
  }

  /** Whether a fatal problem was reported; no events follow it. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** `dialect` is the one with which the row was cut; the header reports it. */
  take(row: Row, dialect: Dialect): void {
    if (this.#isStopped) return;
    this.#onRow?.(row);
    if (this.#headerRead > 0) this.#takeBelow(row);
    else if (this.#candidate === undefined) this.#findHeader(row, dialect);
    else if (this.#ahead.push(row) === rowsAhead) this.#settleHeader();
  }

  /** Continues below a header that another judge reported. */
  beginBelow({ columns, unnamed = [], line, likelierLine }: ExtractHeader): void {
    this.#columns = columns;
    this.#unnamed = unnamed;
    this.#fit = new ColumnFit({ columns, unnamed });
    this.#headerRead = line;
    this.#likelierLine = likelierLine;
  }

  /** Whether the limit of records is reached, so that the next record must be passed to {@link take}. */
  get isFull(): boolean {
    return this.#records >= this.#maxRecords;
  }

  /** Counts a record that the caller checked, and returns its number. */
  countRecord(): number {
    return ++this.#records;
  }

  /** Notes a record with empty cells after its last column. */
  noteSurplus(line: number): void {
    if (this.#surplus.count++ === 0) this.#surplus.firstLine = line;
  }

  /** Reports the problems of the file as a whole. Call it after the last row. */
  conclude({ mixedFrom }: LineEnds): void {
    this.#settleHeader();
    if (this.#isStopped) return;
    if (this.#headerRead === 0) {
      this.stop(this.#headerLine === undefined ? emptyFile() : headerNotFound(this.#headerLine));
      return;
    }
    if (this.#sepLine !== undefined) this.#report(this.#sepLine);
    if (this.#likelierLine !== undefined) this.#report(doubtfulHeader(this.#headerRead, this.#likelierLine));
    if (this.#unnamed.length > 0) this.#report(unnamedColumns(this.#unnamed, this.#headerRead));
    if (this.#surplus.count > 0) this.#report(surplusCells(this.#surplus.count, this.#surplus.firstLine));
    if (this.#records === 0) this.#report(noRows(this.#headerRead));
    if (this.#blank.count > 0) this.#report(blankRows(this.#blank.count, this.#blank.firstLine));
    if (mixedFrom !== undefined) this.#report(mixedLineEnds(mixedFrom));
  }

  /** Stops at a fault of the text, if there is one. */
  stopAt(fault: Fault | undefined): void {
    if (fault === undefined) return;
    this.#settleHeader();
    this.stop(faultProblem(fault, this.#columns));
  }

  /** Reports fatal problems, unless fatal problems were already reported. */
  stop(...problems: readonly RecordProblem[]): void {
    this.#settleHeader();
    if (this.#isStopped) return;
    for (const problem of problems) this.#report(problem);
    this.#isStopped = true;
  }

  /** The events since the last call. */
  takeEvents(): readonly ExtractEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** Some systems write blank lines above the header, which do not count as blank rows. */
  #findHeader(row: Row, dialect: Dialect): void {
    if (hasText(row)) this.#candidate = { row, dialect };
    // A stated line is not questioned, but a line without text cannot be the header
    if (this.#headerLine === undefined) return;
    if (this.#candidate === undefined) this.stop(headerNotFound(this.#headerLine));
    else this.#settleHeader();
  }

  #settleHeader(): void {
    if (this.#candidate === undefined) return;
    const { row, dialect } = this.#candidate;
    const ahead = this.#ahead;
    this.#candidate = undefined;
    this.#ahead = [];
    const { columns, unnamed, problems, likelierLine } = judgeHeader(row, ahead, this.#isHeaderSettled);
    if (problems.length > 0) {
      this.stop(...problems);
      return;
    }
    const header: ExtractHeader = {
      columns,
      ...(unnamed.length === 0 ? {} : { unnamed }),
      line: row.line,
      dialect,
      encoding: this.#encoding,
      ...(likelierLine === undefined ? {} : { likelierLine }),
    };
    this.beginBelow(header);
    this.#events.push({ kind: 'header', header });
    for (const below of ahead) this.#takeBelow(below);
  }

  #takeBelow(row: Row): void {
    if (this.#isStopped) return;
    if (hasText(row)) this.#takeRecord(row);
    else if (this.#blank.count++ === 0) this.#blank.firstLine = row.line;
  }

  #takeRecord({ line, cells }: Row): void {
    this.#records++;
    if (this.#records > this.#maxRecords) this.stop({ ...tooLarge('record', this.#maxRecords), line });
    else this.#fitRecord(line, cells);
  }

  #fitRecord(line: number, cells: readonly string[]): void {
    const record = this.#records;
    const fit = this.#fit.fit(cells);
    if (fit.kind === 'otherCount') this.#report(fieldCount(cells.length, this.#fit.needed, line, record));
    else if (fit.kind === 'unnamedCell') this.#report(unnamedCell(fit.column, line, record));
    else {
      if (fit.hasSurplus) this.noteSurplus(line);
      this.#events.push({ kind: 'record', record: { number: record, line, cells: fit.cells } });
    }
  }

  #report(problem: RecordProblem): void {
    this.#events.push({ kind: 'problem', problem });
  }
}
