import type { RecordProblem } from '../problems/problem';
import { extractProblems } from '../csv/extractProblemKinds';
import { findingAt, recordCount, WHOLE_MAPPING } from './findingAt';
import type { ValueRule } from './valueRule';

const { fieldCount, noRows, blankRows, sepLine, doubtfulHeader, mixedLineEnds, misstatedEncoding } = extractProblems;

const kinds = [fieldCount, noRows, blankRows, sepLine, doubtfulHeader, mixedLineEnds, misstatedEncoding];

/** Reports the problems that the extract's reader finds in rows, before any rule reads them. */
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
          const message = where === '' ? first.message : `${where}${who}: ${first.message}`;
          const data = first.encoding === undefined ? {} : { data: { encoding: first.encoding } };
          return [findingAt(WHOLE_MAPPING, kind, { message, count, ...line, ...data })];
        }),
    };
  },
};
