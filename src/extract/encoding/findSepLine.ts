import { sepLine } from '../../core/csv/csvProblems';
import type { LaneOptions, ReadOptions } from '../../core/csv/extractEvent';

/** Excel reads such a first line but never writes it; reports that are made for Excel begin with it. */
const SEP_LINE = /^("?)sep=([^\r\n])\1(?:\r|\n|$)/i;

/**
 * Obeys a first line `sep=;`: it names the delimiter unless the mapping states one, and is not a row. A header that is stated to be line 1
 * stays line 1.
 */
export function obeySepLine(firstText: string, options: ReadOptions): LaneOptions {
  const named = SEP_LINE.exec(firstText)?.[2];
  if (named === undefined || options.header === 1) return options;
  const { delimiter = named } = options;
  return { ...options, delimiter, sepLine: sepLine(named, delimiter === named) };
}
