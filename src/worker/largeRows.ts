import { Converter } from '../core/convert/converter';
import type { ExtractHeader } from '../core/csv/extractEvent';
import type { CompiledMapping } from '../core/convert/compileMapping';
import type { Plan } from '../core/run/plan';
import { PlanBuilder } from '../core/run/plan';
import { textOf } from '../core/run/textOf';
import type { IndexedRow } from '../extract/index/indexedExtract';
import { previewDetail, previewRows } from '../preview/previewModel';
import type { PreviewDetail, PreviewRow } from '../preview/protocol';

/** Cells of a record that stand for it where no mapping says what it is called. */
const SHOWN_CELLS = 4;

/** What a row is called that could not be cut into the columns. */
const UNREADABLE = 'A row that cannot be read';

const isFilled = (cell: string) => cell !== '';

/** What rows of a large extract look like, read again and, with a mapping, converted again: the same bytes give the same. */
export interface LargeRows {
  /** @param batchOf the number of the request that a record goes in */
  readonly list: (rows: readonly IndexedRow[], batchOf: (record: number) => number) => readonly PreviewRow[];
  readonly detail: (row: IndexedRow) => PreviewDetail;
  /** What is looked in for a text. */
  readonly texts: (row: IndexedRow) => readonly string[];
}

export function convertedRows(mapping: CompiledMapping, header: ExtractHeader): LargeRows {
  return {
    list: (rows, batchOf) =>
      previewRows(planOf(rows, mapping)).map((row) =>
        row.fate === 'operation' ? { ...row, note: `request ${batchOf(row.record)}` } : row,
      ),
    detail: (row) => previewDetail(row.record, header, mapping, planOf([row], mapping)),
    texts: ({ record }) => [textOf('displayName', record, mapping) ?? '', textOf('externalId', record, mapping) ?? ''],
  };
}

/** Without a mapping a record is its cells. */
export function plainRows(header: ExtractHeader): LargeRows {
  return {
    list: (rows) =>
      rows.map(({ record, problem }) => ({
        record: record.number,
        line: record.line,
        id: '',
        name: problem === undefined ? record.cells.filter(isFilled).slice(0, SHOWN_CELLS).join(' · ') : UNREADABLE,
        fate: problem === undefined ? 'operation' : 'refused',
        note: problem?.message ?? '',
      })),
    detail: ({ record, problem }) => ({
      record: record.number,
      line: record.line,
      cells: header.columns.map((column, index) => ({ column, value: record.cells[index] ?? '', paths: [] })),
      rules: [],
      operation: '',
      problems: problem === undefined ? [] : [{ text: problem.message, columns: [] }],
    }),
    texts: ({ record }) => record.cells,
  };
}

function planOf(rows: readonly IndexedRow[], mapping: CompiledMapping): Plan {
  const converter = new Converter(mapping);
  const builder = new PlanBuilder(mapping);
  for (const { record, problem } of rows) {
    if (problem !== undefined) builder.add(converter.refuse(record, [problem]));
    else for (const event of converter.add(record)) builder.add(event);
  }
  for (const event of converter.end()) builder.add(event);
  return builder.finish(converter.counts);
}
