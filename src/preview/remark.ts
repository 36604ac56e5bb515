import { recordProblems } from '../core/convert/recordProblems';
import type { Problem, RecordProblem } from '../core/problems/problem';
import type { Remark } from './previewState';

/** A problem as it is told, with its place in the extract. */
export function remarkOf({ code, message, line, column }: RecordProblem): Remark {
  return {
    text: message,
    ...(line === undefined ? {} : { line }),
    columns: column === undefined ? [] : [column],
    // Converted all the same, and then sent by nobody
    ...(code === recordProblems.duplicateId.code ? { isError: true } : {}),
  };
}

/** What the values of the extract do to the mapping, with the first record that it is about. */
export function remarkOfMapping({ message, severity, data }: Problem): Remark {
  const { line, columns } = data ?? {};
  return {
    text: message,
    ...(typeof line === 'number' ? { line } : {}),
    columns: Array.isArray(columns) ? columns.filter((column) => typeof column === 'string') : [],
    ...(severity === 'error' ? { isError: true } : {}),
  };
}
