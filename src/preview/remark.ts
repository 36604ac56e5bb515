import type { RecordProblem } from '../core/problems/problem';
import type { Remark } from './previewState';

/** A problem as it is told, with its place in the extract. */
export function remarkOf({ message, line, column }: RecordProblem): Remark {
  return { text: message, ...(line === undefined ? {} : { line }), columns: column === undefined ? [] : [column] };
}
