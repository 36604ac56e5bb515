import { Converter } from '../core/convert/converter';
import type { ExtractHeader } from '../core/csv/extractEvent';
import type { CompiledMapping } from '../core/convert/compileMapping';
import type { Plan } from '../core/run/plan';
import { PlanBuilder } from '../core/run/plan';
import { textOf } from '../core/run/textOf';
import type { IndexedRow } from '../extract/index/indexedRow';
import { plainDetail, previewDetail, previewRows } from '../preview/previewModel';
import type { PreviewDetail, PreviewRow } from '../preview/previewState';

/** Cells of a record that say which one it is where no mapping says what it is called. */
const SHOWN_CELLS = 4;

/** What a row is called that could not be cut into the columns. */
const UNREADABLE = 'A row that cannot be read';

const isFilled = (cell: string) => cell !== '';

/** What records look like, read again and, with a mapping, converted again: the same bytes give the same. */
export interface RecordRows {
  readonly list: (rows: readonly IndexedRow[]) => readonly PreviewRow[];
  readonly detail: (row: PreviewRow, read: IndexedRow) => PreviewDetail;
  /** What is looked in for a text. */
  readonly texts: (row: IndexedRow) => readonly string[];
}

/** @param batchOf the number of the request that a record goes in */
export function convertedRows(
  mapping: CompiledMapping,
  header: ExtractHeader,
  batchOf: (record: number) => number,
): RecordRows {
  return {
    list: (rows) =>
      previewRows(planOf(rows, mapping)).map((row) =>
        row.state === 'operation' ? { ...row, note: `request ${batchOf(row.record)}` } : row,
      ),
    detail: (row, { record, problem }) =>
      problem === undefined
        ? previewDetail(row, record, header, mapping, planOf([{ record }], mapping))
        : plainDetail(row, record.cells, header, problem),
    texts: ({ record }) => [textOf('displayName', record, mapping) ?? '', textOf('externalId', record, mapping) ?? ''],
  };
}

/** Without a mapping a record is its cells. */
export function plainRows(header: ExtractHeader): RecordRows {
  return {
    list: (rows) =>
      rows.map(({ record, problem }) => ({
        record: record.number,
        line: record.line,
        id: '',
        name: problem === undefined ? record.cells.filter(isFilled).slice(0, SHOWN_CELLS).join(' · ') : UNREADABLE,
        state: problem === undefined ? 'operation' : 'refused',
        note: problem?.message ?? '',
      })),
    detail: (row, { record, problem }) => plainDetail(row, record.cells, header, problem),
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
