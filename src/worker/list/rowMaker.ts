import type { CompiledMapping } from '../../core/convert/compileMapping';
import type { RequestBody } from '../../core/convert/recordConverter';
import { RecordConverter } from '../../core/convert/recordConverter';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import type { MappingModel } from '../../core/mapping/model/model';
import { textOf } from '../../core/run/textOf';
import type { IndexedRow } from '../../extract/index/indexedRow';
import { plainDetail, previewDetail, previewRow } from '../../preview/previewModel';
import type { PreviewDetail, PreviewRow } from '../../preview/previewState';
import { pastedText } from '../../core/search/pastedText';
import { foldedText } from '../../core/search/foldedText';
import type { NamedRows } from './textSearch';

/** Number of cells that identify a record if no mapping names it. */
const SHOWN_CELLS = 4;

/** The name of a row that does not fit the columns. */
const UNREADABLE = 'Unreadable row';

const SEPARATOR = ' · ';

function plainName(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell !== '')
    .slice(0, SHOWN_CELLS)
    .join(SEPARATOR);
}

/** The display of records, read again and, with a mapping, converted again: the same bytes give the same display. */
export interface RowMaker {
  readonly list: (rows: readonly IndexedRow[]) => readonly PreviewRow[];
  readonly detail: (row: PreviewRow, read: IndexedRow) => PreviewDetail;
  /** The texts of records, for searching. */
  readonly named: NamedRows;
  /** The sort key of a record: its name, or a cell. */
  readonly sortText: (row: IndexedRow, by: 'id' | 'name' | number) => string;
  /** The body with the operations of these rows; absent where nothing is converted. */
  readonly request?: (rows: readonly IndexedRow[]) => RequestBody;
}

/** @param requestOf the number of the request that contains a record */
export function convertedRows(
  mapping: CompiledMapping,
  { model, parsed: { text } }: LoadedMapping,
  header: ExtractHeader,
  requestOf: (record: number) => number,
): RowMaker {
  const converter = new RecordConverter(mapping, model, header.columns);
  return {
    list: (rows) =>
      converter
        .convert(rows)
        .map((converted, index) => previewRow(converted, mapping, requestOf(rows[index]?.record.number ?? 0))),
    detail: (row, read) => {
      const [converted] = read.problem === undefined ? converter.convert([read]) : [];
      return converted === undefined
        ? plainDetail(row, read.record.cells, header, read.problem)
        : previewDetail(row, read.record, header, { compiled: mapping, text }, converted);
    },
    named: {
      names: (cells, number) => NAMES.map((attribute) => textOf(attribute, { cells, number }, mapping) ?? ''),
      constants: constantsOf(model),
    },
    sortText: ({ record }, by) =>
      typeof by === 'number' ? (record.cells[by] ?? '') : (textOf(SORTED_ATTRIBUTES[by], record, mapping) ?? ''),
    request: (rows) => converter.request(rows.map(({ record }) => record)),
  };
}

/** What the list shows about a record besides its line. */
const NAMES = ['externalId', 'displayName'];

/** The texts that rules insert between cells for the names of records, if they do nothing else. */
function constantsOf({ rules }: MappingModel): string | undefined {
  const named = rules.filter(({ path }) => path.urn === undefined && NAMES.includes(path.attribute));
  const texts = named.map(({ expression }) => pastedText(expression));
  return texts.includes(undefined) ? undefined : texts.map((text) => text?.constants ?? '').join('');
}

const SORTED_ATTRIBUTES = { id: 'externalId', name: 'displayName' } as const;

/** Without a mapping a record consists of its cells. */
export function plainRows(header: ExtractHeader): RowMaker {
  return {
    list: (rows) =>
      rows.map(({ record, problem }) => ({
        record: record.number,
        line: record.line,
        id: '',
        name: problem === undefined ? plainName(record.cells) : UNREADABLE,
        state: problem === undefined ? 'operation' : 'refused',
        note: problem?.message ?? '',
      })),
    detail: (row, { record, problem }) => plainDetail(row, record.cells, header, problem),
    // The list shows several cells together
    named: { names: (cells) => [plainName(cells)], constants: foldedText(SEPARATOR) },
    sortText: ({ record }, by) => record.cells[typeof by === 'number' ? by : 0] ?? '',
  };
}
