import { recordProblems } from '../core/convert/recordProblems';
import type { RecordProblem } from '../core/problems/problem';
import type { Remark } from './previewState';

/** Converts a problem to a message with its place in the extract. */
export function remarkOf({ code, message, line, column }: RecordProblem): Remark {
  return {
    text: message,
    ...(line === undefined ? {} : { line }),
    columns: column === undefined ? [] : [column],
    // A duplicate is converted, but never sent
    ...(code === recordProblems.duplicateId.code ? { isError: true } : {}),
  };
}
