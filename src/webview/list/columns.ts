import type { SortKey } from '../../preview/previewState';

/** What a column of the list shows: of the row, or a column of the extract by its number from 0. */
export type ColumnKey = SortKey | 'change' | 'request' | 'operations' | 'size' | 'lines' | 'ids';

/** A column of the list. */
export interface ListColumn {
  readonly key: ColumnKey;
  readonly title: string;
  /** It stays in sight while the others are scrolled sideways. */
  readonly isFrozen?: true;
  /** What is left of the width goes to it, as long as the user has given it none. */
  readonly isElastic?: true;
  /** What the list can be sorted by. */
  readonly sort?: SortKey;
}

/** Widths in CSS pixels. */
const [MIN_WIDTH, MAX_WIDTH] = [40, 1200];

/** What no column is wider than by itself. */
const MAX_OWN_WIDTH = 280;

/** Columns of an extract that are shown of records that no mapping is for, until the user chooses. */
const PLAIN_COLUMNS = 12;

/** A column is known by its number where it has no name. */
export function columnName(name: string, column: number): string {
  return name.trim() === '' ? `(column ${column + 1})` : name;
}

/** What decides which columns there are. */
export interface ColumnChoice {
  readonly hasMapping: boolean;
  /** Of the extract. */
  readonly columns: readonly string[];
  /** Those that the user wants to see, by their numbers; left out: the usual ones. */
  readonly chosen?: readonly number[] | undefined;
  /** Whether anything is known of what would change. */
  readonly hasChanges: boolean;
  /** Whether rows are in states: records alone are, once one of them cannot be read. */
  readonly hasStates: boolean;
}

/** The columns of the extract that are shown. */
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
    ...(hasChanges ? [{ key: 'change', title: 'Predicted change' } as const] : []),
    ...cells,
  ];
}

/** A width that a column can have. */
export function widthWithin(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}

/**
 * How wide a column is that nobody has sized: its whole title and most of what it shows.
 * @param title in pixels, with its arrow
 * @param shown of what is in it, in pixels
 */
export function ownWidth(title: number, shown: readonly number[]): number {
  return Math.ceil(Math.max(MIN_WIDTH, title, Math.min(MAX_OWN_WIDTH, Math.max(0, ...shown))));
}

/** The tracks of a row, for `grid-template-columns`, by the widths of the columns; one that is elastic takes what is left. */
export function trackList(widths: readonly (readonly [least: number, isElastic: boolean])[]): string {
  return widths.map(([width, isElastic]) => (isElastic ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ');
}
