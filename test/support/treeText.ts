import type { RunElement, RunsView } from '../../src/views/runElement';
import { lookOfRow } from '../../src/views/runLook';
import { childrenOf } from '../../src/views/runTree';

/** A moment on 30 November 2026, by the clock of this machine. */
export const NOW = new Date(2026, 10, 30, 12, 0, 0).getTime();

/** Nobody has asked for more, or for less. */
export const PLAIN_VIEW: RunsView = { now: NOW, limits: new Map() };

/** These rows and all below them. */
export function everyRow(rows: readonly RunElement[], view = PLAIN_VIEW): readonly RunElement[] {
  return rows.flatMap((row) => [row, ...everyRow(childrenOf(row, view), view)]);
}

/** A tree as text: each row with its icon, label and description, two blanks deeper than what it is below. */
export function treeText(rows: readonly RunElement[], view = PLAIN_VIEW, depth = 0): readonly string[] {
  return rows.flatMap((row) => [rowText(row, depth), ...treeText(childrenOf(row, view), view, depth + 1)]);
}

/** The same with what is shown over each row, line by line below it; of people in one group the first alone is unfolded. */
export function hoveredTreeText(rows: readonly RunElement[], depth = 0): readonly string[] {
  const first = rows.find(({ kind }) => kind === 'person');
  return rows.flatMap((row) => {
    const text = rowText(row, depth);
    if (row.kind === 'person' && row !== first) return [text];
    const lines = (lookOfRow(row).hover ?? '').split('\n').filter((line) => line !== '');
    const hover = lines.map((line) => `${'  '.repeat(depth)}    ~ ${line}`);
    return [text, ...hover, ...hoveredTreeText(childrenOf(row, PLAIN_VIEW), depth + 1)];
  });
}

function rowText(row: RunElement, depth: number): string {
  const { icon, label, description } = lookOfRow(row);
  return `${'  '.repeat(depth)}(${icon}) ${label}${description === '' ? '' : ` | ${description}`}`;
}
