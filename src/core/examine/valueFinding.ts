import type { Problem } from '../problems/problem';
import type { Span } from '../text/span';
import type { StatusTruthTable } from './statusTruthTable';

/**
 * An effect of an extract's values on a rule. It belongs to the rule's text, at any place in the mapping: findings
 * survive edits elsewhere and move with their rule.
 */
export interface ValueFinding extends Omit<Problem, 'span'> {
  /**
   * The text of the rule (or other statement) as it was when the extract was examined; empty: the mapping as a whole.
   */
  readonly ruleText: string;
  /** The number of statements with the same text before it. */
  readonly occurrence: number;
  /** Within `ruleText`. */
  readonly span: Span;
  /** How many records it concerns. */
  readonly count: number;
  /** The physical line of the first of them. */
  readonly line?: number;
}

/** Everything that one examination of an extract found. */
export interface ValueFindings {
  readonly findings: readonly ValueFinding[];
  /** The number of examined records. */
  readonly records: number;
  /** Whether that was all of them; otherwise the examination stopped at a limit, and nothing is reported as missing. */
  readonly isComplete: boolean;
  /** The results for the statuses of the extract, if the rule for `active` reads a column and can be run. */
  readonly statuses?: readonly StatusTruthTable[];
}
