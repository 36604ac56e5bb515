import type { RecordProblem } from '../problem';
import { checkHeader } from './checkHeader';
import { blankRows, emptyFile, faultProblem, fieldCount, headerNotFound, mixedLineEnds, noRows } from './csvProblems';
import type { Dialect, ExtractEvent } from './extractEvent';
import type { Fault } from './fault';
import type { LineEnds } from './lineEnds';
import type { Row } from './row';
import { hasText } from './row';

/**
 * Turns rows, whoever has cut them, into the events of an extract: finds the header, numbers the records, counts cells and
 * blank rows. Events are kept until they are taken.
 */
export class RowJudge {
  readonly #encoding: string;
  readonly #headerLine: number | undefined;
  #isStopped = false;
  #columnCount = 0;
  #headerRead = 0;
  #records = 0;
  #blank = { count: 0, firstLine: 0 };
  #events: ExtractEvent[] = [];

  /** `headerLine` is the one that was stated; `encoding` is only passed on. */
  constructor(headerLine: number | undefined, encoding: string) {
    this.#headerLine = headerLine;
    this.#encoding = encoding;
  }

  /** Whether a fatal problem has been told: then nothing more will be. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** `dialect` is how the row was cut; the header tells it on. */
  take(row: Row, dialect: Dialect): void {
    if (this.#isStopped) return;
    if (this.#headerRead === 0) this.#takeHeader(row, dialect);
    else if (hasText(row)) this.#takeRecord(row);
    else if (this.#blank.count++ === 0) this.#blank.firstLine = row.line;
  }

  /** Says what is known of the file as a whole once its last row has been taken. */
  conclude({ mixedFrom }: LineEnds): void {
    if (this.#isStopped) return;
    if (this.#headerRead === 0) {
      this.stop(this.#headerLine === undefined ? emptyFile() : headerNotFound(this.#headerLine));
      return;
    }
    if (this.#records === 0) this.#tell(noRows(this.#headerRead));
    if (this.#blank.count > 0) this.#tell(blankRows(this.#blank.count, this.#blank.firstLine));
    if (mixedFrom !== undefined) this.#tell(mixedLineEnds(mixedFrom));
  }

  /** Stops at a fault of the text, if there is one. */
  stopAt(fault: Fault | undefined): void {
    if (fault !== undefined) this.stop(faultProblem(fault));
  }

  /** Tells fatal problems, unless others have been told before. */
  stop(...problems: readonly RecordProblem[]): void {
    if (this.#isStopped) return;
    for (const problem of problems) this.#tell(problem);
    this.#isStopped = true;
  }

  /** What has come about since this was last asked. */
  takeEvents(): readonly ExtractEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** Blank lines above the header are how some systems begin a file; they are not counted as blank rows. */
  #takeHeader(row: Row, dialect: Dialect): void {
    if (!hasText(row)) {
      if (this.#headerLine !== undefined) this.stop(headerNotFound(this.#headerLine));
      return;
    }
    const columns = row.cells.map((cell) => cell.trim());
    const problems = checkHeader(columns, row.line);
    if (problems.length > 0) {
      this.stop(...problems);
      return;
    }
    this.#headerRead = row.line;
    this.#columnCount = columns.length;
    this.#events.push({ kind: 'header', header: { columns, line: row.line, dialect, encoding: this.#encoding } });
  }

  #takeRecord({ line, cells }: Row): void {
    this.#records++;
    if (cells.length === this.#columnCount) {
      this.#events.push({ kind: 'record', record: { number: this.#records, line, cells } });
    } else this.#tell(fieldCount(cells.length, this.#columnCount, line, this.#records));
  }

  #tell(problem: RecordProblem): void {
    this.#events.push({ kind: 'problem', problem });
  }
}
