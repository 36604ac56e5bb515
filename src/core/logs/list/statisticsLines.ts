import { parseInstant } from '../instant';
import { LOG_STATUSES } from '../logEntry';
import type { CycleStatistics } from './logStatistics';

const ACTION_WIDTH = 12;
const COUNT_WIDTH = 7;

/** A cycle's statistics in CSV2SCIM's format, which its users already know. */
export function statisticsLines(statistics: CycleStatistics): readonly string[] {
  const { cycleId, changes, people } = statistics;
  return [
    `CycleId: ${cycleId === '' ? '(none)' : cycleId}`,
    `Timespan: ${timespanOf(statistics)}`,
    `Total Changes: ${changes}`,
    `Total Users: ${people}`,
    '',
    ...statisticsTable(statistics).map(([action = '', ...counts]) =>
      [action.padEnd(ACTION_WIDTH), ...counts.map((count) => count.padStart(COUNT_WIDTH))].join(' '),
    ),
  ];
}

/** Only the table, with its header and a line below it. It has a column for unknown statuses only if there are any. */
export function statisticsTable({ actions }: CycleStatistics): readonly (readonly string[])[] {
  const hasUnknown = actions.some(({ unknown }) => unknown > 0);
  const columns = [...LOG_STATUSES, ...(hasUnknown ? (['unknown'] as const) : []), 'total'] as const;
  const header = ['Action', ...columns.map(titleOf)];
  return [
    header,
    header.map((title) => '-'.repeat(title.length)),
    ...actions.map((counts) => [titleOf(counts.action), ...columns.map((column) => String(counts[column]))]),
  ];
}

/** `stagedDelete` becomes `StagedDelete`. */
function titleOf(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** A text such as `2026-11-30T08:00:00Z - 2026-11-30T08:01:05Z (00:01:05)`. */
export function timespanOf({ from, to }: CycleStatistics): string {
  if (from === undefined || to === undefined) return 'unknown';
  const seconds = Math.floor(((parseInstant(to) ?? 0) - (parseInstant(from) ?? 0)) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${from} - ${to} (${parts.map((part) => String(part).padStart(2, '0')).join(':')})`;
}
