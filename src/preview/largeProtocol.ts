/** What becomes of a record. */
export type RowFate = 'operation' | 'refused' | 'excluded';

/** What a list of a large extract is narrowed down to. */
export interface LargeFilter {
  /** Looked for in name, id and line, ignoring case; empty: all. */
  readonly text: string;
  readonly fate?: RowFate;
}

/** The part of an extract that the list shows. Its rows are asked for by their place. */
export interface LargeView {
  /** Whoever narrows the list down gives the view a number; an answer to another one is of no use. */
  readonly view: number;
  /** Rows that have been found so far. */
  readonly count: number;
  /** Whether all records that there are have been looked at. */
  readonly isComplete: boolean;
}

/** How far a large extract is read. */
export interface LargeProgress {
  /** Counts readings: what was shown of an earlier one is of no use. */
  readonly reading: number;
  readonly isComplete: boolean;
  /** Of the bytes, 0 to 1. */
  readonly share: number;
  readonly view: LargeView;
}

/** Rows that the page asks for at once, at most. */
export const MOST_ROWS = 512;

/** Messages of the page that only a large extract needs. */
export type LargeFromPage =
  | { readonly type: 'rows'; readonly id: number; readonly view: number; readonly from: number; readonly count: number }
  | { readonly type: 'filter'; readonly view: number; readonly filter: LargeFilter };

/** One of those messages, or `undefined` for anything else that arrives. */
export function parseLargeFromPage(message: Readonly<Record<string, unknown>>): LargeFromPage | undefined {
  const { type, id, view, from, count, filter } = message;
  if (type === 'rows' && isCount(id) && isCount(view) && isCount(from) && isCount(count))
    return { type, id, view, from, count: Math.min(count, MOST_ROWS) };
  const checked = filterOf(filter);
  return type === 'filter' && isCount(view) && checked !== undefined ? { type, view, filter: checked } : undefined;
}

function filterOf(given: unknown): LargeFilter | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { text, fate } = given as Readonly<Record<string, unknown>>;
  if (typeof text !== 'string') return undefined;
  if (fate === undefined) return { text };
  return fate === 'operation' || fate === 'refused' || fate === 'excluded' ? { text, fate } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
