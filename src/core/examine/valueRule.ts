import type { DateTime } from '../expression/dotnet/dates/instant';
import type { Expression } from '../expression/syntax';
import type { ProblemKind } from '../problems/problemKind';
import type { RecordProblem } from '../problems/problem';
import type { ExtractProfile } from '../profile/extractProfile';
import type { CompiledMapping, MappedRecord } from '../convert/compileMapping';
import type { RuleOutcome } from '../convert/compileRule';
import type { LoadedMapping } from '../mapping/loadMapping';
import type { ValueFinding } from './valueFinding';
import type { StatusTruthTable } from './statusTruthTable';

/** What a value rule looks at: the mapping as it was written, and as much of it as can be run on the extract. */
export interface ValueContext {
  readonly loaded: LoadedMapping;
  /** Of the rules without errors whose columns the extract has. */
  readonly mapping: CompiledMapping;
  readonly columns: readonly string[];
  /** What `Now` gives; absent where nothing depends on it. */
  readonly now?: DateTime | undefined;
}

/** How much has been looked at when the looking ends. */
interface Extent {
  /** Records that were looked at, those that could not be read included. */
  readonly records: number;
  /** Whether that is all of them. What is not there may be said to be missing only then. */
  readonly isComplete: boolean;
  /** Records that could not be read: nobody knows what they hold. */
  readonly unread: number;
  readonly profile: ExtractProfile;
}

/** Looks at the records of one extract, in their order; memory does not grow with the extract beyond a limit. */
export interface ValueObserver {
  /** A record that is not left out, and what every rule of the mapping makes of it. */
  readonly add?: (record: MappedRecord, outcomes: readonly RuleOutcome[]) => void;
  /** A record that is left out: by a condition, or by a rule that gives `IgnoreObjectFlow`. */
  readonly exclude?: (record: MappedRecord, by: Expression) => void;
  /** What is wrong with a record before any rule sees it. */
  readonly refuse?: (problem: RecordProblem) => void;
  readonly finish: (extent: Extent) => readonly ValueFinding[];
  /** What the records' status words come to, for those who show it. */
  readonly truthTable?: () => StatusTruthTable;
}

/** One rule about values: adding one is a file and a line in `table.ts`. */
export interface ValueRule {
  readonly kinds: readonly ProblemKind[];
  /** Begins to look at an extract; `undefined` when the mapping has nothing that the rule is about. */
  readonly start: (context: ValueContext) => ValueObserver | undefined;
}
