import type { PreviewRow, PreviewRun } from '../preview/protocol';
import type { RecordState } from '../core/run/recordState';

/** What a record is shown as: before sending its fate, afterwards its state. */
export type ShownState = PreviewRow['fate'] | RecordState;

export function stateOf(row: PreviewRow, run: PreviewRun | undefined): ShownState {
  return run?.states[row.record] ?? row.fate;
}

/** What the list is narrowed down to. */
export interface RecordFilter {
  readonly text: string;
  readonly state?: ShownState;
}

/** The rows that the filter leaves; text is looked for in name, id and line, ignoring case. */
export function filterRows(
  rows: readonly PreviewRow[],
  run: PreviewRun | undefined,
  { text, state }: RecordFilter,
): readonly PreviewRow[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && state === undefined) return rows;
  return rows.filter((row) => {
    if (state !== undefined && stateOf(row, run) !== state) return false;
    return wanted === '' || `${row.name}\n${row.id}\n${row.line}`.toLowerCase().includes(wanted);
  });
}

/** How many rows there are of each state, in order of first appearance. */
export function countStates(rows: readonly PreviewRow[], run: PreviewRun | undefined): ReadonlyMap<ShownState, number> {
  const counts = new Map<ShownState, number>();
  for (const row of rows) {
    const state = stateOf(row, run);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}
