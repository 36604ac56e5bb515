import type { Problem } from '../problems/problem';
import type { ProblemKind } from '../problems/problemKind';
import type {
  AttributeMapping,
  DirectoryDefinition,
  FilterClause,
  JobSchema,
  ObjectDefinition,
  ObjectMapping,
  SynchronizationRule,
} from './jobSchema';

/** An object mapping with the directories and objects that it names; `undefined` where a name is unknown. */
export interface ResolvedMapping {
  readonly rule: SynchronizationRule;
  readonly mapping: ObjectMapping;
  readonly sourceDirectory: DirectoryDefinition | undefined;
  readonly targetDirectory: DirectoryDefinition | undefined;
  readonly source: ObjectDefinition | undefined;
  readonly target: ObjectDefinition | undefined;
}

export interface CheckedJob {
  readonly schema: JobSchema;
  readonly mappings: readonly ResolvedMapping[];
}

/** A check of the meaning of a schema: the kinds of problems that it can find, and the function that finds them. */
export interface JobCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (job: CheckedJob) => Iterable<Problem>;
}

/** Makes a check of all attribute mappings from a check of one. */
export function eachAttribute(
  find: (attribute: AttributeMapping, around: ResolvedMapping) => Iterable<Problem>,
): JobCheck['find'] {
  return function* ({ mappings }) {
    for (const around of mappings)
      for (const attribute of around.mapping.attributeMappings) yield* find(attribute, around);
  };
}

/** Makes a check of all clauses of scoping filters from a check of one. */
export function eachClause(
  find: (clause: FilterClause, around: ResolvedMapping) => Iterable<Problem>,
): JobCheck['find'] {
  return function* ({ mappings }) {
    for (const around of mappings)
      for (const clause of around.mapping.groups.flatMap(({ clauses }) => clauses)) yield* find(clause, around);
  };
}
