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

/** The input of a value rule: the mapping as written, and the part of it that can be run on the extract. */
export interface ValueContext {
  readonly loaded: LoadedMapping;
  /** Contains only rules without errors whose columns the extract has. */
  readonly mapping: CompiledMapping;
  readonly columns: readonly string[];
  /** The value of `Now`; absent if nothing depends on it. */
  readonly now?: DateTime | undefined;
}

/** How much was examined. */
interface Extent {
  /** The number of examined records, including those that could not be read. */
  readonly records: number;
  /** Whether these are all records. Only then may something be reported as missing. */
  readonly isComplete: boolean;
  /** Records that could not be read, whose content is unknown. */
  readonly unread: number;
  readonly profile: ExtractProfile;
}

/** Examines the records of one extract in order. Memory use does not grow with the extract beyond a limit. */
export interface ValueObserver {
  /** Adds a record that is not excluded, with the outcome of every rule of the mapping. */
  readonly add?: (record: MappedRecord, outcomes: readonly RuleOutcome[]) => void;
  /** Adds a record that is excluded by a condition, or by a rule that returns `IgnoreObjectFlow`. */
  readonly exclude?: (record: MappedRecord, by: Expression) => void;
  /** Adds a problem of a record that was found before any rule read it. */
  readonly refuse?: (problem: RecordProblem) => void;
  readonly finish: (extent: Extent) => readonly ValueFinding[];
  /** The results for the status words of the records. */
  readonly truthTable?: () => StatusTruthTable;
}

/** A rule about values. To add one, add a file and a line in `table.ts`. */
export interface ValueRule {
  readonly kinds: readonly ProblemKind[];
  /** Starts the examination of an extract; `undefined` if the rule does not apply to the mapping. */
  readonly start: (context: ValueContext) => ValueObserver | undefined;
}
