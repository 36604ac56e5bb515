import { recordProblems } from '../core/convert/recordProblems';
import type { RecordProblem } from '../core/problems/problem';
import type { Remark } from './previewState';

/** A problem as it is shown, with its place in the extract. */
export function remarkOf({ code, message, line, column }: RecordProblem): Remark {
  return {
    text: message,
    ...(line === undefined ? {} : { line }),
    columns: column === undefined ? [] : [column],
    // Converted all the same, and then sent by nobody
    ...(code === recordProblems.duplicateId.code ? { isError: true } : {}),
  };
}
