import { likelierHeader } from '../core/csv/csvProblems';
import type { ExtractHeader, ReadOptions, SizeLimits } from '../core/csv/extractEvent';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { RecordProblem } from '../core/problems/problem';

/** How to read the extract of a mapping. */
export function sourceOptions(
  { model }: LoadedMapping,
  { limits }: { readonly limits?: Partial<SizeLimits> },
): ReadOptions {
  return limits === undefined ? model.source : { ...model.source, limits };
}

/** If another line is the header, missing columns have one cause. */
export function withHint(
  problems: readonly RecordProblem[],
  { likelierLine, line }: ExtractHeader,
): readonly RecordProblem[] {
  return problems.map((problem) => ({ ...problem, line, message: problem.message + likelierHeader(likelierLine) }));
}

/** A mapping without a stated encoding, as if it stated this one. */
export function readIn(loaded: LoadedMapping, encoding: string | undefined): LoadedMapping {
  const { model } = loaded;
  if (encoding === undefined || model.source.encoding !== undefined) return loaded;
  return { ...loaded, model: { ...model, source: { ...model.source, encoding } } };
}
