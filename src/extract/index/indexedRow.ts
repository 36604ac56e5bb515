import type { MappedRecord } from '../../core/convert/compileMapping';
import type { ReadOptions } from '../../core/csv/extractEvent';
import type { RecordProblem } from '../../core/problems/problem';
import { readExtract } from '../readExtract';

/** A row of the extract, read again: a record, or one that could not be cut into the header's columns. */
export interface IndexedRow {
  readonly record: MappedRecord;
  /** Why the reader refuses it; then its cells are not known. */
  readonly problem?: RecordProblem;
}

/** The rows of a part; if the last one is cut off, it gives a fatal problem, which does not concern the extract. */
export async function* rowsOf(parts: readonly Uint8Array[], options: ReadOptions): AsyncGenerator<IndexedRow> {
  for await (const events of readExtract(inOrder(parts), options)) {
    for (const event of events) {
      if (event.kind === 'record') yield { record: event.record };
      else if (event.kind === 'problem' && event.problem.severity === 'row') {
        const { record: number = 0, line = 0 } = event.problem;
        yield { record: { number, line, cells: [] }, problem: event.problem };
      }
    }
  }
}

async function* inOrder(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part);
}
