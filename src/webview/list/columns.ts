import type { SortKey } from '../../preview/previewState';

/** The content of a column of the list: of the row, or a column of the extract by its number from 0. */
export type ColumnKey = SortKey | 'change' | 'request' | 'operations' | 'size' | 'lines' | 'ids';

/** A column of the list. */
export interface ListColumn {
  readonly key: ColumnKey;
  readonly title: string;
  /** It stays in sight while the others are scrolled sideways. */
  readonly isFrozen?: true;
  /** It takes the remaining width, until the user sizes it. */
  readonly isElastic?: true;
  /** The possible sort keys of the list. */
  readonly sort?: SortKey;
}

/** Widths in CSS pixels. */
const [MIN_WIDTH, MAX_WIDTH] = [40, 1200];

/** The maximum automatic width of a column. */
const MAX_OWN_WIDTH = 280;

/** Number of columns of an extract to show without a mapping, until the user chooses. */
const PLAIN_COLUMNS = 12;

/** A column without a name is shown by its number. */
export function columnName(name: string, column: number): string {
  return name.trim() === '' ? `(column ${column + 1})` : name;
}

/** The input that decides which columns exist. */
export interface ColumnChoice {
  readonly hasMapping: boolean;
  /** Of the extract. */
  readonly columns: readonly string[];
  /** The user's columns, by their numbers. Default: the usual ones. */
  readonly chosen?: readonly number[] | undefined;
  /** Whether the changes are known. */
  readonly hasChanges: boolean;
  /** Whether rows have states: without a mapping they do once one of them cannot be read. */
  readonly hasStates: boolean;
}

/** The shown columns of the extract. */
export function shownCells({
  hasMapping,
  columns,
  chosen,
}: Omit<ColumnChoice, 'hasChanges' | 'hasStates'>): readonly number[] {
  const all = columns.map((_, index) => index);
  if (chosen !== undefined) return all.filter((index) => chosen.includes(index));
  return hasMapping ? [] : all.slice(0, PLAIN_COLUMNS);
}

/** The columns of the list, in their order. */
export function listColumns(choice: ColumnChoice): readonly ListColumn[] {
  const { hasMapping, columns, hasChanges, hasStates } = choice;
  const cells = shownCells(choice).map((index): ListColumn => ({
    key: index,
    sort: index,
    title: columnName(columns[index] ?? '', index),
  }));
  const line: ListColumn = { key: 'line', sort: 'line', title: 'Line' };
  const state: readonly ListColumn[] = hasStates ? [{ key: 'state', sort: 'state', title: 'Outcome' }] : [];
  if (!hasMapping) {
    const [first, ...others] = cells;
    const frozen: readonly ListColumn[] = first === undefined ? [] : [{ ...first, isFrozen: true }];
    return [line, ...frozen, ...state, ...others];
  }
  return [
    line,
    { key: 'id', sort: 'id', title: 'Id', isFrozen: true },
    { key: 'name', sort: 'name', title: 'Name', isElastic: true },
    ...state,
    ...(hasChanges ? [{ key: 'change', title: 'Predicted' } as const] : []),
    ...cells,
  ];
}

/** A width within the limits of a column. */
export function widthWithin(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}

/**
 * The width of a column that the user has not sized: its whole title and most of its content.
 * @param title in pixels, with its arrow
 * @param shown of its content, in pixels
 */
export function ownWidth(title: number, shown: readonly number[]): number {
  return Math.ceil(Math.max(MIN_WIDTH, title, Math.min(MAX_OWN_WIDTH, Math.max(0, ...shown))));
}

/** The tracks of a row, for `grid-template-columns`, by the widths of the columns; an elastic one takes the remaining width. */
export function trackList(widths: readonly (readonly [least: number, isElastic: boolean])[]): string {
  return widths.map(([width, isElastic]) => (isElastic ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ');
}
