import type { RecordProblem } from '../problems/problem';
import { problemKinds } from '../problems/problemKind';
import { findingAt, recordCount, WHOLE_MAPPING } from './findingAt';
import type { ValueRule } from './valueRule';

const kinds = problemKinds([
  {
    code: 'csv.row.field-count',
    severity: 'error',
    title: 'Rows with another number of cells than the header',
    explanation:
      'It is unclear which cell of such a row belongs to which column. It is a record that cannot be read and is not sent.',
    remedy:
      'Correct the rows: a cell with a delimiter in it needs quotes. If every row is concerned, see the delimiter.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { delimiter = "," }  # the extract holds 7,Doe, Jane,Sales',
      right: 'source csv { delimiter = "," }  # the extract holds 7,"Doe, Jane",Sales',
    },
  },
  {
    code: 'csv.no-rows',
    severity: 'warning',
    title: 'An extract without records',
    explanation: 'There is a header and no row below it, so there is nothing to send.',
    remedy: 'Check that the export has finished and that it is the right file.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { header = 3 }  # the last row of the extract is row 3',
      right: 'source csv { header = 1 }',
    },
  },
  {
    code: 'csv.blank-rows',
    severity: 'warning',
    title: 'Blank rows in the extract',
    explanation: 'Rows without any text are passed over.',
    remedy: 'Remove blank rows from the export if they are not meant.',
    authority: 'the extract',
    example: {
      wrong: 'externalId = [WorkerID]  # the extract holds a row of delimiters alone',
      right: 'externalId = [WorkerID]  # every row of the extract is a record',
    },
  },
  {
    code: 'csv.sep-line',
    severity: 'warning',
    title: 'A first line that names the delimiter',
    explanation: 'The extract begins with a line like sep=; which is for Excel. It is obeyed and is no row.',
    remedy: 'State the delimiter in the mapping, or export without that line.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { }  # the extract begins with sep=;',
      right: 'source csv { delimiter = ";" }  # and the extract begins with its header',
    },
  },
  {
    code: 'csv.header.doubtful',
    severity: 'warning',
    title: 'A header that may be a title',
    explanation:
      'The first row with text was taken for the header, and it has far fewer cells than the rows below it, among which one looks like the header.',
    remedy: 'State the line of the header.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { }  # the header stands on line 3, below a title',
      right: 'source csv { header = 3 }',
    },
  },
  {
    code: 'csv.newline.mixed',
    severity: 'warning',
    title: 'Line ends of several kinds',
    explanation:
      'Some lines of the extract end with LF and some with CR LF: parts of it may come from different systems.',
    remedy: 'Export the file again with one kind of line end.',
    authority: 'the extract',
    example: {
      wrong: 'externalId = [WorkerID]  # the extract was put together from two files',
      right: 'externalId = [WorkerID]  # every line of the extract ends alike',
    },
  },
]);

/** What the reader of the extract says of rows, before any rule sees them. */
export const extractRows: ValueRule = {
  kinds,
  start: () => {
    const groups = new Map<string, { readonly first: RecordProblem; count: number }>();
    return {
      refuse: (problem) => {
        const group = groups.get(problem.code);
        if (group === undefined) groups.set(problem.code, { first: problem, count: 1 });
        else group.count++;
      },
      finish: () =>
        kinds.flatMap((kind) => {
          const group = groups.get(kind.code);
          if (group === undefined) return [];
          const { first, count } = group;
          const line = first.line === undefined ? {} : { line: first.line };
          const where = first.line === undefined ? '' : `${count === 1 ? 'In' : 'First in'} line ${first.line}`;
          const who = count === 1 ? '' : ` of ${recordCount(count)}`;
          return [findingAt(WHOLE_MAPPING, kind, { message: `${where}${who}: ${first.message}`, count, ...line })];
        }),
    };
  },
};
