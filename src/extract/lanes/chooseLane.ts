import { delimiterNeeded } from '../../core/csv/csvProblems';
import { dialectProblem, isOfSingleCharacters } from '../../core/csv/dialect';
import type { LaneOptions } from '../../core/csv/extractEvent';
import { ExtractReader } from '../../core/csv/extractReader';
import type { RecordProblem } from '../../core/problems/problem';
import { CsvParseReader } from './csvParseReader';
import type { ExtractLane } from './extractLane';

/**
 * Our tokenizer is several times as fast and knows the place of every quote, but it compares single characters; csv-parse handles
 * delimiters and quotes of several characters.
 */
export function chooseLane(options: LaneOptions, encoding: string): ExtractLane | { readonly refusal: RecordProblem } {
  const { delimiter, quote = '"' } = options;
  if (isOfSingleCharacters({ delimiter: delimiter ?? '', quote })) return new ExtractReader(options, encoding);
  if (delimiter === undefined) return { refusal: delimiterNeeded() };
  const refusal = dialectProblem({ delimiter, quote });
  return refusal === undefined ? new CsvParseReader({ delimiter, quote }, options, encoding) : { refusal };
}
