import type { CutRow } from '../byteTokenizer';
import type { ExtractHeader } from '../extractEvent';

/** The columns of a header that rows must fit: the named ones, and those without a name, which are skipped. */
export type NamedColumns = Pick<ExtractHeader, 'columns' | 'unnamed'>;

/** A row cut from bytes, from which cells can be removed. */
export interface FittedRow extends CutRow {
  count: number;
}

/** How a row fits the header. */
export type RowFit =
  | { readonly kind: 'fits'; readonly cells: readonly string[]; readonly hasSurplus: boolean }
  | { readonly kind: 'otherCount' }
  /** `column` counts from 1. */
  | { readonly kind: 'unnamedCell'; readonly column: number };

/**
 * Decides which cells of a row belong to the named columns of a header. Cells of columns without a name, and cells
 * after the last column, are allowed if they are empty: then it is clear which cell belongs to which column.
 */
export class ColumnFit {
  /** The minimum number of cells in a row: columns without a name at the end of the header do not need a cell. */
  readonly needed: number;
  readonly #positions: readonly number[];
  readonly #unnamed: readonly number[];
  /** The number of cells in the header. */
  readonly #width: number;

  constructor(header: NamedColumns) {
    this.#unnamed = header.unnamed ?? [];
    this.#width = header.columns.length + this.#unnamed.length;
    this.#positions = namedPositions(header);
    this.needed = (this.#positions.at(-1) ?? -1) + 1;
  }

  fit(cells: readonly string[]): RowFit {
    if (cells.length === this.#width && this.#unnamed.length === 0) return { kind: 'fits', cells, hasSurplus: false };
    if (cells.length < this.needed || cells.slice(this.#width).some(hasText)) return { kind: 'otherCount' };
    const filled = this.#unnamed.find((position) => hasText(cells[position] ?? ''));
    if (filled !== undefined) return { kind: 'unnamedCell', column: filled + 1 };
    const named = this.#positions.map((position) => cells[position] ?? '');
    return { kind: 'fits', cells: named, hasSurplus: cells.length > this.#width };
  }

  /**
   * Like {@link fit}, for a row of bytes: keeps only the cells of named columns. Returns `undefined` if the text of the
   * row must be checked.
   */
  fitCut(row: FittedRow): Pick<Extract<RowFit, { kind: 'fits' }>, 'hasSurplus'> | undefined {
    const { count, starts, ends, marks } = row;
    const width = this.#width;
    if (count < this.needed) return undefined;
    for (let surplus = width; surplus < count; surplus++) if (starts[surplus] !== ends[surplus]) return undefined;
    for (const position of this.#unnamed) if (position < count && starts[position] !== ends[position]) return undefined;
    if (this.#unnamed.length > 0)
      for (const [column, position] of this.#positions.entries()) {
        starts[column] = starts[position] ?? 0;
        ends[column] = ends[position] ?? 0;
        marks[column] = marks[position] ?? 0;
      }
    row.count = this.#positions.length;
    return { hasSurplus: count > width };
  }
}

/** The positions of the named columns' cells in a row, from 0. */
export function namedPositions({ columns, unnamed = [] }: NamedColumns): readonly number[] {
  const positions = Array.from({ length: columns.length + unnamed.length }, (_, position) => position);
  return positions.filter((position) => !unnamed.includes(position));
}

const hasText = (cell: string): boolean => cell.trim() !== '';
