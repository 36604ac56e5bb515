import type { Problem } from '../problems/problem';
import type { Span } from '../text/span';
import type { StatusTruthTable } from './statusTruthTable';

/**
 * Something that the values of an extract do to a rule. It holds for the rule's text, wherever in the mapping it stands:
 * findings survive edits elsewhere and go with the rule they speak of.
 */
export interface ValueFinding extends Omit<Problem, 'span'> {
  /** The text of the rule (or other statement) as it was when the extract was looked at; empty: the mapping as a whole. */
  readonly ruleText: string;
  /** Statements with the same text that stand before it. */
  readonly occurrence: number;
  /** Within `ruleText`. */
  readonly span: Span;
  /** How many records it concerns. */
  readonly count: number;
  /** The physical line of the first of them. */
  readonly line?: number;
}

/** All that one look at an extract found. */
export interface ValueFindings {
  readonly findings: readonly ValueFinding[];
  /** Records that were looked at. */
  readonly records: number;
  /** Whether that was all of them; else the looking stopped at a limit, and nothing is said to be missing. */
  readonly isComplete: boolean;
  /** What the statuses of the extract come to: of the rule for `active`, when it reads a column and can be run. */
  readonly statuses?: readonly StatusTruthTable[];
}
