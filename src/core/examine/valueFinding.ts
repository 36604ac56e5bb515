import type { Problem } from '../problems/problem';
import type { Span } from '../text/span';
import type { StatusTruthTable } from './statusTruthTable';

/**
 * An effect of an extract's values on a rule. It refers to the rule by its text, wherever that is in the mapping, so
 * that findings survive edits elsewhere and move with their rule.
 */
export interface ValueFinding extends Omit<Problem, 'span'> {
  /** The text of the rule (or other statement) when the extract was examined; empty for the mapping as a whole. */
  readonly ruleText: string;
  /** The number of earlier statements with the same text. */
  readonly occurrence: number;
  /** Within `ruleText`. */
  readonly span: Span;
  /** Number of affected records. */
  readonly count: number;
  /** The physical line of the first affected record. */
  readonly line?: number;
}

/** All findings of one examination of an extract. */
export interface ValueFindings {
  readonly findings: readonly ValueFinding[];
  /** The number of examined records. */
  readonly records: number;
  /**
   * Whether these are all records; otherwise the examination stopped at a limit, and nothing is reported as missing.
   */
  readonly isComplete: boolean;
  /** The results for the statuses of the extract, if the rule for `active` reads a column and can be run. */
  readonly statuses?: readonly StatusTruthTable[];
}
